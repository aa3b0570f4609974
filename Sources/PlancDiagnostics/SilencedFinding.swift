import PlancSource

/// A finding that a plan has asked not to be told of.
public struct SilencedFinding: Sendable, Hashable {
    /// What keeps it from being reported.
    public enum Cause: Sendable, Hashable {
        /// `planc: allow RULE: REASON`, and where that is written.
        case exception(reason: String, span: Span)
        /// `rules: {RULE: off}`
        case ruleOff
    }

    public var finding: Finding
    public var cause: Cause

    public init(_ finding: Finding, _ cause: Cause) { (self.finding, self.cause) = (finding, cause) }
}
