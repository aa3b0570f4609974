import PlancAnalysis
import PlancDocument
import PlancMarkup
import PlancModel

/// What whoever does a step looks for while doing it.
public struct StepNeeds: Sendable {
    /// What is looked for: enough of it is one of the landmarks.
    public struct Need: Sendable {
        public var kind: Kind
        public var landmark: Landmark
        /// In words.
        public var title: String
        /// Whose number it is: that role need not look for it.
        public var role: String?
    }

    /// What a step asks whoever does it to find.
    public enum Kind: Sendable { case number, text, access, value, form }

    public var scenario: String
    public var scenarioTitle: String
    /// The words of the step.
    public var title: String
    /// Where it stands: as a step of its own, else within one of those above it.
    public var places: [Landmark]
    public var roles: [String]
    public var needs: [Need]
}

extension ScenarioContext {
    /// A step of the crisis itself, where it stands in a list; what is done before and after is not looked for under stress.
    func landmark(of step: PlannedStep, at path: ArraySlice<Int>? = nil) -> Landmark? {
        guard let scenario, step.phase == .during else { return nil }
        let path = (path ?? step.path[...]).map(String.init).joined(separator: ".")
        return .step("\(scenario.id)/\(step.checklist)/\(step.stage)/\(path)")
    }

    /// What each step of the crisis needs.
    func needs() -> [StepNeeds] {
        (timeline?.entries ?? []).compactMap { entry in
            guard entry.phase == .during, !entry.roles.isEmpty else { return nil }
            let needs = at(entry).needs(of: entry)
            if needs.isEmpty { return nil }
            return StepNeeds(
                scenario: id, scenarioTitle: title, title: runs(localized(entry).text).plainText,
                places: entry.path.indices.reversed().compactMap { landmark(of: entry, at: entry.path[...$0]) },
                roles: entry.roles.map(\.id), needs: needs)
        }
    }

    private func needs(of entry: PlannedStep) -> [StepNeeds.Need] {
        var needs: [StepNeeds.Need] = []
        func add(_ kind: StepNeeds.Kind, _ landmark: Landmark, _ title: String, role: String? = nil) {
            if !needs.contains(where: { $0.landmark == landmark }) {
                needs.append(.init(kind: kind, landmark: landmark, title: title, role: role))
            }
        }
        func number(_ id: String) {
            guard let role = plan.roles[id], let person = acting(role), firstNumber(person) != nil else { return }
            add(.number, .number(of: person.id), "\(edition.title(of: role)) – \(person.name)", role: id)
        }
        for role in entry.roles { number(role.id) }
        localized(entry).text.forEachDeep { if case .roleMention(let id) = $0.content { number(id) } }
        for message in entry.messages.compactMap({ plan.messages[$0] }) where message.scenarios.contains(id) {
            add(.text, .text(of: message.id), edition.title(.message, message.id))
            for role in edition.roles(message.approvers) { number(role.id) }
            for route in reach(for: message).routes(of: message) {
                guard let channel = route.channel.flatMap({ plan.channels[$0] }) else { continue }
                if !edition.text(channel.access).isEmpty {
                    add(.access, .access(to: channel.id), edition.title(.channel, channel.id))
                }
                for field in edition.composer.words(of: message, on: channel)?.fields ?? [] {
                    add(.value, .value(field), edition.title(.field, field))
                }
            }
        }
        if entry.step.meanings.contains(where: { $0.value == .log }) { add(.form, .form("log"), words.log) }
        for duty in entry.fulfils where duty.target.kind == .obligation {
            let id = String(duty.target.id.prefix { $0 != "/" })
            add(.form, .form("obligation-\(id)"), edition.title(.obligation, id))
        }
        return needs
    }
}
