import PlancAnalysis
import PlancMarkup
import PlancModel
import PlancProse
import PlancSource

/// Pointers to what is out, each once for all scenarios in which it is.
struct UnusablePointers {
    enum Contact {
        case channel(String)
        case role(String)
        case system(String)
        /// Who is not there.
        case person(String)
    }

    struct Item {
        var span: Span
        var contact: Contact
        var scenarios: [Int]
    }

    private(set) var items: [Item] = []
    private var places: [Span: Int] = [:]

    mutating func add(
        _ pointers: [Pointer], in scenario: Int, _ judged: JudgedScenario, _ reach: Reach, _ reader: PointerReader
    ) {
        for pointer in pointers where !pointer.isWarning {
            guard let contact = Self.contactOut(pointer, judged, reach, reader) else { continue }
            if let place = places[pointer.span] {
                if items[place].scenarios.last != scenario, !items[place].scenarios.contains(scenario) {
                    items[place].scenarios.append(scenario)
                }
            } else {
                places[pointer.span] = items.count
                items.append(Item(span: pointer.span, contact: contact, scenarios: [scenario]))
            }
        }
    }

    /// What stands before the steps of a stage, at the hour of the first, and what is said of a scenario, at T0.
    mutating func addIntroductions(_ context: RuleContext, _ reader: PointerReader, _ names: UsedNames) {
        let plan = context.plan
        var tasks = MailTasks(plan)
        let mail = plan.mailChannels
        func pointers(_ blocks: [Block]) -> [Pointer] {
            reader.pointers(in: blocks, plan.sourceLocale) + names.pointers(in: blocks, plan.sourceLocale)
        }
        /// Done by e-mail without naming an address, where none works.
        func byMail(_ blocks: [Block], _ reach: Reach) -> [Pointer] {
            guard let channel = mail.first, !blocks.isEmpty, !mail.contains(where: { reach.isUp(channel: $0) }),
                let span = tasks.place(inText: blocks)
            else { return [] }
            return [Pointer(target: .channel(channel), span: span, words: "", isWarning: false)]
        }
        var known: [String: [[Pointer]]] = [:]
        func introductions(_ list: String) -> [[Pointer]] {
            if let found = known[list] { return found }
            let stages = plan.checklists[list]?.stages ?? []
            let found = stages.map { pointers($0.introduction) }
            known[list] = found
            return found
        }
        for (place, judged) in context.scenarios.enumerated() {
            if let body = judged.scenario.body.body(plan.sourceLocale) {
                add(
                    pointers(body.blocks) + byMail(body.blocks, judged.reach), in: place, judged, judged.reach, reader)
            }
            var begun: [String: Set<Int>] = [:]
            for (entry, hour) in zip(judged.timeline.entries, judged.timeline.hours) where entry.phase == .during {
                guard begun[entry.checklist, default: []].insert(entry.stage).inserted,
                    case let stages = introductions(entry.checklist), stages.indices.contains(entry.stage)
                else { continue }
                let reach = judged.reach.at(hour)
                let introduction = plan.checklists[entry.checklist]?.stages[entry.stage].introduction ?? []
                add(stages[entry.stage] + byMail(introduction, reach), in: place, judged, reach, reader)
            }
        }
    }

    /// What the reader would use and that is out; nil when one of the channels with the address works.
    private static func contactOut(
        _ pointer: Pointer, _ judged: JudgedScenario, _ reach: Reach, _ reader: PointerReader
    ) -> Contact? {
        let channels: [String]
        switch pointer.target {
        case .channel(let id): channels = reach.plan.channels[id] == nil ? [] : [id]
        case .named(let id):
            // "by telephone": another line does as well.
            if !pointer.words.contains(" "), let type = reach.plan.channels[id]?.type.value,
                reach.plan.channels.contains(where: { $0.type.value == type && reach.isUp(channel: $0.id) })
            {
                return nil
            }
            channels = [id]
        case .system(let id): return reach.isUp(system: id) ? nil : .system(id)
        case .person(let id): return reach.absence(person: id) == nil ? nil : .person(id)
        case .number(let address), .address(let address):
            if let own = reader.channelsByAddress[address] {
                channels = own
                break
            }
            let ways = reader.peopleByAddress[address] ?? []
            if let first = ways.first, ways.allSatisfy({ reach.absence(person: $0.person) != nil }) {
                return .person(first.person)
            }
            channels = ways.map(\.channel)
        case .mail(let address): channels = reader.channels(ofMail: address)
        case .phone(let role):
            let holder = reach.plan.roles[role]?.holder.flatMap { reach.plan.people[$0] }
            if let holder, reach.absence(person: holder.id) != nil { return .person(holder.id) }
            channels = openPhone(holder, reach.plan)
        case .personPhone(let person):
            if reach.absence(person: person) != nil { return .person(person) }
            channels = openPhone(reach.plan.people[person], reach.plan)
        case .role(let id): return isOut(role: id, judged, reach) ? .role(id) : nil
        }
        guard let first = channels.first, !channels.contains(where: { reach.isUp(channel: $0) }) else { return nil }
        return .channel(first)
    }

    /// The channel of the number that a placeholder prints: the first one to speak on that is not private.
    private static func openPhone(_ person: Person?, _ plan: Plan) -> [String] {
        let way = person?.reach.first { way in
            guard let type = plan.channels[way.channel]?.type.value else { return false }
            return [.voice, .sms, .hotline, .satellite].contains(type) && !(person?.isPrivate(way.channel.id) ?? false)
        }
        return way.map { [$0.channel.id] } ?? []
    }

    /// Whether nobody of a role can be reached; one with steps of its own there is `unreachable-role`'s matter.
    private static func isOut(role id: String, _ judged: JudgedScenario, _ reach: Reach) -> Bool {
        guard let role = reach.plan.roles[id], !role.people.isEmpty, !reach.isReachable(role: id) else {
            return false
        }
        return !judged.timeline.entries.contains { entry in
            entry.phase == .during && entry.roles.contains { $0.id == id }
        }
    }
}

/// The names that steps tell their readers to use, each step read once for all scenarios.
struct NamesInSteps {
    private let names: UsedNames
    private let locale: Locale
    private var known: [Span: [Pointer]] = [:]

    init(_ names: UsedNames, _ locale: Locale) { (self.names, self.locale) = (names, locale) }

    /// By which channel a message goes is said by the message.
    mutating func pointers(in entry: PlannedStep) -> [Pointer] {
        let step = entry.step
        let found = known[step.span] ?? read(step)
        known[step.span] = found
        if entry.messages.isEmpty { return found }
        return found.filter { if case .named = $0.target { false } else { true } }
    }

    private func read(_ step: Step) -> [Pointer] {
        var found = names.pointers(in: step.text, locale) + names.pointers(in: step.detail, locale)
        for branch in step.branches {
            found += names.pointers(in: branch.text, locale) + names.pointers(in: branch.detail, locale)
        }
        return found
    }
}
