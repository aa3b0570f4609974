import PlancSource

/// The groups of rules, in the order of the manual.
public enum RuleGroup: String, CaseIterable, Sendable {
    case reading, binding, coverage, reach, time, messages, confidence
}

/// A small plan that a rule rejects or accepts: a test, a piece of `planc explain`, a piece of the manual.
public struct Example: Sendable {
    /// What the example shows, a few words.
    public var title: Phrase
    /// Files laid over the example plan (`ExamplePlan`), path to text. In a rejected example `⟦…⟧` marks the exact spans
    /// that the rule's findings have, in order, one pair a finding. `nil` takes the file away.
    public var files: [String: String?]
    /// Bytes that text cannot say (not UTF-8, NUL …) as `\x{…}`: true when they are to be read so.
    public var hasEscapes: Bool
    /// The date the example is judged at, ISO; the example plan's own day by default.
    public var asOf: String?

    public init(_ title: Phrase, _ files: [String: String?], hasEscapes: Bool = false, asOf: String? = nil) {
        self.title = title
        self.files = files
        self.hasEscapes = hasEscapes
        self.asOf = asOf
    }
}

/// What is known of a rule apart from its work: its page in the manual, `planc explain` and its tests are made of it.
///
/// One type a file, named like the file, in a `Rules` folder; the build lists them (`rulesOf<Target>`).
public protocol RuleDescription: Sendable {
    /// Stable, lower case with hyphens: what authors write after `planc: allow`.
    static var name: String { get }
    static var group: RuleGroup { get }
    static var severity: Severity { get }
    /// One sentence: what it finds.
    static var summary: Phrase { get }
    /// Why that matters to the people in the crisis, and what to do.
    static var why: Phrase { get }
    static var rejects: [Example] { get }
    static var accepts: [Example] { get }
    /// Whether it compares translations with their source: what it says of several, with the same words, is one finding.
    static var comparesTranslations: Bool { get }
}

extension RuleDescription {
    public static var comparesTranslations: Bool { false }

    /// Reading and binding errors cannot be downgraded: a pack compiled despite them would be wrong.
    public static var severityCanChange: Bool {
        severity != .error || (group != .reading && group != .binding)
    }
}

extension RuleDescription {
    /// A finding of this rule, at its own severity (a plan may change it later). Help that there is not is left out.
    public static func finding(
        at span: Span, _ message: Phrase, caption: Phrase? = nil, labels: [Label] = [], help: [Phrase?] = [],
        fixes: [Fix] = []
    ) -> Finding {
        Finding(
            rule: name, severity: severity, span: span, message: message, caption: caption, labels: labels,
            help: help.compactMap { $0 }, fixes: fixes)
    }
}
