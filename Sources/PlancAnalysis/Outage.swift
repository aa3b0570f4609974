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
        /// What it needs is out: systems, and all the members of redundancies, by id.
        case needs([String])
    }

    public var manner: Manner
    /// Of what is distrusted and down, why it is distrusted.
    public var cause: Cause
    /// Of what is distrusted and down, why it is down.
    public var secondCause: Cause?
    /// Of what the situation takes away itself: the systems that it needs and that are out for longer than that, by id.
    public var holders: [String]
    /// When it can be used again, in minutes from T0; nil when the plan does not say.
    public var until: Int?

    public init(
        manner: Manner, cause: Cause, secondCause: Cause? = nil, holders: [String] = [], until: Int? = nil
    ) {
        self.manner = manner
        self.cause = cause
        self.secondCause = secondCause
        self.holders = holders
        self.until = until
    }

    /// The systems whose loss it comes from directly, by id; of what the situation takes away itself, those that hold it out for
    /// longer.
    public var parents: [String] {
        var parents: [String] = []
        for case .needs(let members)? in [cause, secondCause] {
            for member in members where !parents.contains(member) { parents.append(member) }
        }
        for holder in holders where !parents.contains(holder) { parents.append(holder) }
        return parents
    }
}

/// That the plan counts again on what was out. A plan is no fact: whoever uses it looks first whether it is back, or asks whether it
/// is safe.
public struct Return: Hashable, Sendable {
    /// From when, in minutes from T0.
    public var minutes: Int
    /// What was wrong with it: what was down is restored, what may have been read or forged is cleared for use.
    public var was: Outage.Manner

    public init(minutes: Int, was: Outage.Manner) {
        self.minutes = minutes
        self.was = was
    }
}

/// What holds of a system or a channel at an hour of a situation: the one answer that every page, table and file is made from.
public enum Availability: Hashable, Sendable {
    /// It never was out.
    case up
    /// It was out, and the plan counts on it again.
    case back(Return)
    case out(Outage)
}

/// Why a person is not there.
public enum Absence: Hashable, Sendable {
    /// The scenario names them, at this place of its `disables`.
    case scenario(Span)
    /// They were asked to be left out of the simulation.
    case asked
}
