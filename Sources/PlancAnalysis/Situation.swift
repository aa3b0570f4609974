/// A day on which not everything is there: a scenario of the plan, and what somebody asks to be lost besides.
public struct Situation: Hashable, Sendable {
    /// The id of a scenario; nil for an ordinary day.
    public var scenario: String?
    /// Systems and channels that are lost besides: an id, or `system:id`, `channel:id` where both kinds have one.
    public var without: Set<String>
    /// People, by id, who are not there besides.
    public var absent: Set<String>

    public init(scenario: String? = nil, without: Set<String> = [], absent: Set<String> = []) {
        self.scenario = scenario
        self.without = without
        self.absent = absent
    }
}
