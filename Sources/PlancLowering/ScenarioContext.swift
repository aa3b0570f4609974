import PlancAnalysis
import PlancDocument
import PlancMarkup
import PlancModel
import PlancSource

/// An edition of the plan for one scenario, or for an ordinary day: what works there, and when what is done.
struct ScenarioContext: Sendable {
    /// What never changes, shared by all copies.
    private let basis: Basis
    /// Where the sheet stands: by itself, or among others in a pack.
    var place = Place.alone
    var privacy = Privacy(.open)
    /// nil: of a step its own hour, of a message that of its first sending, of all else T0.
    private(set) var moment: Moment?
    /// Drawings have their words in large type.
    var isLargePrint: Bool
    /// The scenarios that a page is for when it is printed once for all of them; empty where it is for one, or for an ordinary
    /// day.
    private(set) var covered: [Covered] = []
    /// Whether what is printed from here is for other scenarios, too: no text of it names this one.
    private(set) var isForOthers = false
    /// Whether what is composed is sent: it names no page of ours.
    private(set) var isForSending = false

    private final class Basis: Sendable {
        let edition: Edition
        let scenario: Scenario?
        let reach: Reach
        let everyday: Reach
        let timeline: Timeline?
        let messagesInOrder: [Message]
        /// The hour of each step, in minutes from T0.
        let hours: [ObjectIdentifier: Int]
        /// The first step of each stage, by the list and the number of the stage.
        let beginnings: [String: [Int: PlannedStep]]
        /// A person's ways are asked for wherever the person is named.
        let ways = Mutex<[WaysKey: [Way]]>([:])
        /// Texts are in many packs, and copies of them.
        let texts = Mutex<[TextKey: ComposedText?]>([:])

        init(_ edition: Edition, _ scenario: Scenario?, _ reach: Reach, everyday: Reach, _ timeline: Timeline?) {
            self.edition = edition
            self.scenario = scenario
            self.reach = reach
            self.everyday = everyday
            self.timeline = timeline
            messagesInOrder = ScenarioContext.ordered(edition.plan.messages, in: scenario, timeline)
            hours = Dictionary(
                zip(timeline?.entries ?? [], timeline?.hours ?? []).map { (ObjectIdentifier($0), $1) },
                uniquingKeysWith: { first, _ in first })
            var beginnings: [String: [Int: PlannedStep]] = [:]
            for entry in timeline?.entries ?? [] where beginnings[entry.checklist]?[entry.stage] == nil {
                beginnings[entry.checklist, default: [:]][entry.stage] = entry
            }
            self.beginnings = beginnings
        }
    }

    /// What the ways of a person depend on.
    private struct WaysKey: Hashable {
        var person: String
        var moment: Moment?
        var manner: Privacy.Manner
        var covered: [String]
        var isComposed: Bool
    }

    private struct TextKey: Hashable {
        var message: String
        var channels: [String]
    }

    /// When something is done.
    enum Moment: Hashable, Sendable {
        /// Before anything has happened.
        case ordinaryDay
        /// Minutes from T0.
        case hour(Int)
    }

    enum Place: Sendable {
        case alone
        case pack(PackContents)
    }

    /// What a pack holds.
    struct PackContents: Sendable {
        var sections: Set<PackSection>
        var scenarios: Set<String>
        /// Set when it tells only what is for them.
        var audiences: Set<String>?
        /// Messages that belong to all of several scenarios: told once, in a part of their own.
        var shared: Set<String> = []
        /// Messages whose text is not in this copy, and where it is.
        var leftOut: [String: String] = [:]
        /// Messages of before and after a crisis that no step of it sends, whose texts are in another pack.
        var routine: Set<String> = []
        /// The pack that those are left to.
        var packOfRoutine: Pack?
        /// Where texts are that it does not hold.
        var textsElsewhere: [String: TextElsewhere] = [:]
        /// The same of scenarios that steps lead over to.
        var scenariosElsewhere: [String: TextElsewhere] = [:]
        var referred = ReferredDocuments()
        /// Begins with the front leaf: what scenarios have in common is told once for all of them.
        var isComposed = false
        /// The messages of a copy that is its holder's own; nil: all.
        var own: Set<String>?

        func holds(_ message: Message) -> Bool { isForReaders(message) && own?.contains(message.id) ?? true }

        func isForReaders(_ message: Message) -> Bool {
            guard let audiences else { return true }
            return message.audiences.contains { audiences.contains($0.id) }
        }
    }

    init(_ edition: Edition, scenario: Scenario?, reach: Reach, everyday: Reach, timeline: Timeline?) {
        if edition.options.reader != nil { privacy = Privacy(.silent) }
        isLargePrint = edition.options.isLargePrint
        var edition = edition
        edition.composer.scenario = scenario
        basis = Basis(edition, scenario, reach, everyday: everyday, timeline)
    }

    /// A person's ways: what works first, numbers to speak on before others, each value once; what may not be seen comes after what
    /// may, or not at all.
    func ways(_ person: Person) -> [Way] {
        let key = WaysKey(
            person: person.id, moment: moment, manner: privacy.manner, covered: covered.map(\.id),
            isComposed: isComposed)
        return basis.ways.value(of: key) { waysFound(person) }
    }

    func composed(_ message: Message, on channels: [Channel]) -> ComposedText? {
        basis.texts.value(of: TextKey(message: message.id, channels: channels.map(\.id))) {
            textComposed(message, on: channels)
        }
    }

    var edition: Edition { basis.edition }
    var scenario: Scenario? { basis.scenario }
    /// What works at this moment: at T0 where none is said.
    var reach: Reach {
        switch moment {
        case nil: basis.reach
        case .ordinaryDay: everyday
        case .hour(let minutes): basis.reach.at(minutes)
        }
    }
    /// The reach of an ordinary day: what is done and sent before a crisis is done and sent on one.
    var everyday: Reach { basis.everyday }
    var timeline: Timeline? { basis.timeline }
    /// The messages of the scenario by phase, then in the order of sending.
    var messagesInOrder: [Message] { basis.messagesInOrder }
    var plan: Plan { edition.plan }
    var words: Words { edition.words }
    var id: String { scenario?.id ?? "all" }
    var title: String { scenario.map { edition.title(.scenario, $0.id) } ?? "" }

    /// Unique in the document, whatever other scenarios it holds.
    func anchor(_ parts: String...) -> String {
        let name = parts.joined(separator: "-")
        if case .pack = place { return "\(id)-\(name)" }
        return name
    }

    /// Where a link to a thing of the plan leads on paper and screen; nil when nothing printed tells of it.
    func destination(of reference: EntityReference) -> Run.Destination? {
        let target = scenario?.id
        switch reference.kind {
        case .message:
            if isRoutine(reference.id) { return nil }
            if isShared(reference.id) { return .anchor(anchor(ofMessage: reference.id)) }
            guard let target, let message = plan.messages[reference.id], message.scenarios.contains(target),
                holds(message)
            else {
                return nil
            }
            return place(.messages, .messages, target, anchor(ofMessage: reference.id))
        case .role: return place(.contacts, .contacts, id, nil)
        case .scenario:
            // Whoever changes over to another scenario begins where it begins.
            if case .pack(let holding) = place, holding.isComposed {
                return holding.scenarios.contains(reference.id) ? .anchor("\(reference.id)-opening") : nil
            }
            return place(.checklists, .checklists, reference.id, nil)
        case .obligation: return notice(of: reference.id)
        default: return nil
        }
    }

    /// The notice of a duty, or of one of its stages (`duty/stage`), where the pack has it.
    private func notice(of id: String) -> Run.Destination? {
        let parts = id.split(separator: "/", maxSplits: 1).map(String.init)
        guard case .pack(let holding) = place, holding.isComposed, holding.sections.contains(.obligations),
            let duty = parts.first,
            plan.scenarios.contains(where: { scenario in
                holding.scenarios.contains(scenario.id) && scenario.obligations.contains { $0.id == duty }
            })
        else { return nil }
        return .anchor((["obligation"] + parts).joined(separator: "-"))
    }

    var isInPack: Bool { if case .pack = place { true } else { false } }

    /// The title where there is little room: the author's own short one, else the whole.
    var shortTitle: String { scenario.map { edition.shortTitle(ofScenario: $0.id) } ?? "" }

    /// The number of the scenario on the front leaf and on the edge of its pages: the same in every pack.
    var digit: String { scenario.map { edition.digit(ofScenario: $0.id) } ?? "" }

    /// Whether the same pack has a chapter that tells it in full.
    func holds(_ section: PackSection) -> Bool {
        if case .pack(let holding) = place { return holding.sections.contains(section) }
        return false
    }

    /// Whether the pack tells a message once for all its scenarios.
    func isShared(_ message: String) -> Bool {
        if case .pack(let holding) = place { return holding.shared.contains(message) }
        return false
    }

    /// Where the text of a message is when this copy leaves it out.
    func elsewhere(_ message: String) -> String? {
        if case .pack(let holding) = place { return holding.leftOut[message] }
        return nil
    }

    /// Whether a message of before or after a crisis is left to another pack.
    func isRoutine(_ message: String) -> Bool {
        if case .pack(let holding) = place { return holding.routine.contains(message) }
        return false
    }

    /// The pack that messages of before and after a crisis are left to.
    var packOfRoutine: Pack? {
        if case .pack(let holding) = place { return holding.packOfRoutine }
        return nil
    }

    /// The copy of another pack that has the text of a message.
    func textElsewhere(_ message: String) -> TextElsewhere? {
        if case .pack(let holding) = place { return holding.textsElsewhere[message] }
        return nil
    }

    /// The copy of another pack that has a scenario.
    func scenarioElsewhere(_ id: String) -> TextElsewhere? {
        if case .pack(let holding) = place { return holding.scenariosElsewhere[id] }
        return nil
    }

    func anchor(ofMessage id: String) -> String { isShared(id) ? "all-message-\(id)" : anchor("message", id) }

    /// Whether it is part of a pack that begins with the front leaf.
    var isComposed: Bool { if case .pack(let holding) = place { holding.isComposed } else { false } }

    /// Whether its readers are outside: they get the texts that are for them, and nothing of how those inside go about it.
    var isForOutsiders: Bool {
        var readers = edition.options.reader.map { [$0] } ?? []
        if readers.isEmpty, case .pack(let holding) = place { readers = Array(holding.audiences ?? []) }
        return readers.contains { ![.employees, .board, nil].contains(plan.audiences[$0]?.type.value) }
    }

    /// Whether the readers of the sheet are those that a message is for, or those who send it.
    func isForReaders(_ message: Message) -> Bool {
        if let reader = edition.options.reader, !message.audiences.contains(where: { $0.id == reader }) { return false }
        if case .pack(let holding) = place { return holding.isForReaders(message) }
        return true
    }

    /// Whether a sheet of messages tells of one.
    func holds(_ message: Message) -> Bool {
        if let reader = edition.options.reader, !message.audiences.contains(where: { $0.id == reader }) { return false }
        if case .pack(let holding) = place { return holding.holds(message) }
        return true
    }

    private func place(
        _ section: LoweredDocument.Section, _ part: PackSection, _ scenario: String, _ anchor: String?
    ) -> Run.Destination? {
        switch place {
        case .alone:
            guard edition.options.sections.contains(section) else { return nil }
            guard scenario == "all" || edition.options.scenarios?.contains(scenario) ?? true else { return nil }
            return .document("\(section.rawValue)/\(scenario)", anchor: anchor)
        case .pack(let holding):
            guard holding.sections.contains(part), holding.scenarios.contains(scenario) else { return nil }
            // Contacts are shared by scenarios that agree in them.
            return .anchor(anchor ?? (part == .contacts ? "chapter-contacts" : "\(scenario)-\(part.rawValue)"))
        }
    }

    /// What works when a message is sent: at this moment, else when the first step sends it. That a message is of the phase
    /// `after` restores nothing.
    func reach(for message: Message) -> Reach {
        if message.phase.value == .before { return everyday }
        guard moment == nil, let sending = timeline?.firstSending(of: message.id) else { return reach }
        return basis.reach.at(sending.hour)
    }

    /// The same plan at the hour of a step.
    func at(_ step: PlannedStep) -> ScenarioContext {
        if step.phase == .before { return at(.ordinaryDay) }
        return at(.hour(basis.hours[ObjectIdentifier(step)] ?? step.minutes ?? 0))
    }

    /// The same plan when a stage of a list begins: its heading and what introduces it are read then. A stage without steps is read with
    /// the one that follows it, at the end of the list with the last.
    func atBeginning(of stage: Int, in list: String) -> ScenarioContext {
        guard let beginnings = basis.beginnings[list], let last = beginnings.keys.max() else { return self }
        let next = (min(stage, last)...last).lazy.compactMap { beginnings[$0] }.first
        return next.map { at($0) } ?? self
    }

    func at(_ moment: Moment) -> ScenarioContext {
        var context = self
        context.moment = moment
        return context
    }

    /// The same page for several scenarios: what it offers holds in all of them, or says where it does not.
    func covering(_ scenes: [ScenarioContext]) -> ScenarioContext {
        var context = self
        context.covered = scenes.map {
            Covered(id: $0.id, digit: $0.digit, title: $0.shortTitle, reach: $0.basis.reach)
        }
        return context
    }

    /// The same for texts that are sent.
    func forSending() -> ScenarioContext {
        var context = self
        context.isForSending = true
        return context
    }

    /// The same page for scenarios that agree in all that it says.
    func forOthers() -> ScenarioContext {
        var context = self
        context.isForOthers = true
        return context
    }

    /// Who is called before all others: whoever activates the scenario, and where nobody knows which it is, whoever activates most
    /// of them; else the plan's owner, else whoever activates the first of them.
    var dutyRole: Role? {
        let activator = scenario.map(\.activatedBy) ?? edition.activator
        func role(_ reference: Reference?) -> Role? { reference.flatMap { plan.roles[$0] } }
        return role(activator) ?? role(plan.info.owner)
            ?? plan.scenarios.lazy.compactMap { role($0.activatedBy) }.first ?? plan.roles.first
    }

    /// Who acts for a role here: the first who can be reached, else its holder.
    func acting(_ role: Role) -> Person? {
        reach.peopleReachable(role: role.id).first.flatMap { plan.people[$0] }
            ?? role.holder.flatMap { plan.people[$0] }
    }
}

extension Plan {
    /// Who activates more than half of the scenarios: whoever sees something, and does not know what it is, calls them. nil where nobody
    /// does.
    var activator: Reference? {
        var counts: [String: Int] = [:]
        return scenarios.compactMap(\.activatedBy).first { role in
            counts[role.id, default: 0] += 1
            return 2 * (counts[role.id] ?? 0) > scenarios.count
        }
    }
}
