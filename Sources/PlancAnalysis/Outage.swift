import PlancSource

/// Why a system or a channel must not be counted on, at an hour of a situation.
public struct Outage: Hashable, Sendable {
    /// What is wrong with it.
    public enum Manner: String, Hashable, Sendable {
        /// It does not run.
        case down
        /// It runs, and may be read or forged by the attacker.
        case distrusted
        /// It does not run, and what it holds may be read or forged by the attacker: whoever starts it again, or sees it
        /// run by chance, must not use it. The danger comes first.
        case distrustedAndDown = "distrusted-and-down"

        public var isDistrusted: Bool { self != .down }
        public var isDown: Bool { self != .distrusted }
    }

    /// What it comes from.
    public enum Cause: Hashable, Sendable {
        /// The scenario names it, at this place of its `disables` or `distrusts`.
        case scenario(Span)
        /// It was asked to be left out of the simulation.
        case asked
        /// What it needs is out: one system, or all the members of a redundancy, by id.
        case needs([String])
    }

    public var manner: Manner
    /// Of what is distrusted and down, why it is distrusted.
    public var cause: Cause
    /// Of what is distrusted and down, why it is down.
    public var secondCause: Cause?
    /// When it can be used again, in minutes from T0; nil when the plan does not say.
    public var until: Int?

    public init(manner: Manner, cause: Cause, secondCause: Cause? = nil, until: Int? = nil) {
        self.manner = manner
        self.cause = cause
        self.secondCause = secondCause
        self.until = until
    }

    /// The systems whose loss it comes from directly, by id; empty when the situation takes the thing itself away.
    public var parents: [String] {
        var parents: [String] = []
        for case .needs(let members)? in [cause, secondCause] {
            for member in members where !parents.contains(member) { parents.append(member) }
        }
        return parents
    }
}

/// What holds of a system or a channel at an hour of a situation: the one answer that every page, table and file is made from.
public enum Availability: Hashable, Sendable {
    /// It never was out.
    case up
    /// It was out, and the plan counts on it again from that many minutes after T0 on. A plan is no fact: whoever uses it looks first
    /// whether it is back.
    case restored(from: Int)
    case out(Outage)
}

/// Why a person is not there.
public enum Absence: Hashable, Sendable {
    /// The scenario names them, at this place of its `disables`.
    case scenario(Span)
    /// They were asked to be left out of the simulation.
    case asked
}
