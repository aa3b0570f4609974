import PlancSource

/// Why a system or a channel must not be counted on.
public struct Outage: Hashable, Sendable {
    public enum Manner: String, Hashable, Sendable {
        /// It does not run.
        case down
        /// It runs, and may be read or forged by the attacker.
        case distrusted
    }

    public enum Cause: Hashable, Sendable {
        /// The scenario names it, at this place of its `disables` or `distrusts`.
        case scenario(Span)
        /// It was asked to be left out of the simulation.
        case asked
        /// What it needs is out: one system, or all the members of a redundancy, by id.
        case needs([String])
    }

    public var manner: Manner
    public var cause: Cause

    public init(manner: Manner, cause: Cause) {
        self.manner = manner
        self.cause = cause
    }
}

/// Why a person is not there.
public enum Absence: Hashable, Sendable {
    /// The scenario names them, at this place of its `disables`.
    case scenario(Span)
    /// They were asked to be left out of the simulation.
    case asked
}
