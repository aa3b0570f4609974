import PlancModel

/// What may be in things that were not wholly understood, gathered in one walk over each kind, so that no rule walks them again
/// for every thing that it judges.
struct Uncertainties: Sendable {
    /// Scenarios that something may belong to.
    struct Scenarios: Sendable {
        private var isAll = false
        private var ids: Set<String> = []

        /// - Parameter isUnread: whether it may belong to any.
        mutating func add(_ selection: ScenarioSelection, isUnread: Bool) {
            switch selection {
            case _ where isUnread, .all: isAll = true
            case .some(let references): for reference in references { ids.insert(reference.id) }
            }
        }

        mutating func add(_ id: String) { ids.insert(id) }
        mutating func addAll() { isAll = true }

        /// - Parameter scenario: nil for any.
        func contains(_ scenario: String?) -> Bool { isAll || scenario.map(ids.contains) ?? !ids.isEmpty }
    }

    private struct Mention: Hashable {
        var phase: Phase
        /// nil: any may be meant.
        var audience: String?
    }

    private var tellings: [Mention: Scenarios] = [:]
    private(set) var scenariosWithSteps = Scenarios()
    private(set) var exercisedScenarios = Scenarios()
    private(set) var hasAudienceTypes = false
    private(set) var hasTeams = false
    private(set) var hasDependencies = false
    private(set) var hasElementsOfFields = false

    init(_ plan: Plan) {
        let unread = plan.unread
        if unread.keys.isEmpty { return }
        for message in plan.messages where unread.contains(message, ["audiences", "scenarios", "phase"]) {
            add(message, unread)
        }
        for list in plan.checklists {
            let isUnread = unread.contains(list, ["scenarios"])
            if isUnread || unread.contains(list, ["phase"]) {
                scenariosWithSteps.add(list.scenarios, isUnread: isUnread)
            }
        }
        for drill in plan.drills {
            if unread.contains(drill, ["scenario"]) { exercisedScenarios.addAll() }
            if unread.contains(drill, ["date", "found", "actions", "of"]), let scenario = drill.scenario {
                exercisedScenarios.add(scenario.id)
            }
        }
        hasAudienceTypes = plan.audiences.contains { unread.contains($0, ["type"]) }
        hasTeams = plan.roles.contains { unread.contains($0, ["team"]) }
        hasDependencies = plan.systems.contains { unread.contains($0, ["depends-on"]) }
        hasElementsOfFields = plan.fields.contains { unread.contains($0, ["covers"]) }
    }

    private mutating func add(_ message: Message, _ unread: Unread) {
        let phases = unread.contains(message, ["phase"]) ? Phase.allCases : [message.phase.value]
        let audiences: [String?] =
            unread.contains(message, ["audiences"]) ? [nil] : message.audiences.map(\.id)
        for phase in phases {
            for audience in audiences {
                tellings[Mention(phase: phase, audience: audience), default: Scenarios()]
                    .add(message.scenarios, isUnread: unread.contains(message, ["scenarios"]))
            }
        }
    }

    /// Whether a message may tell an audience something in a phase (of a scenario, or of any).
    func mayTell(_ audience: String, in scenario: String?, _ phase: Phase) -> Bool {
        [audience, nil].contains { tellings[Mention(phase: phase, audience: $0)]?.contains(scenario) ?? false }
    }
}
