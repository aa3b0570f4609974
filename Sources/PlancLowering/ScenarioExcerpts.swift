import PlancAnalysis
import PlancDocument
import PlancLanguages
import PlancMarkup
import PlancModel

/// What the front leaf and the first page of a scenario take from it: how it is recognised, its first actions, the text for staff.
extension Edition {
    /// Where the copies of a pack are.
    func places(of pack: Pack) -> [String] {
        pack.copies.reduce(into: []) { places, copy in
            let place = text(copy.at)
            if !place.isEmpty, !places.contains(place) { places.append(place) }
        }
    }
}

extension ScenarioContext {
    /// What the scenario looks like: the first sentence of its own text.
    var recognition: [Run] {
        let body = scenario?.body.body(edition.locale)?.blocks ?? []
        guard case .paragraph(let inlines)? = body.first?.content else { return [] }
        return runs(inlines).firstSentence
    }

    /// Up to three signs: the list that follows the first words of the scenario's own text, with or without a heading.
    var signs: [[Run]] {
        let body = scenario?.body.body(edition.locale)?.blocks ?? []
        guard let place = signsPlace(in: body), case .list(let list) = body[place].content else { return [] }
        return list.items.prefix(3).compactMap { item in
            if case .paragraph(let inlines)? = item.blocks.first?.content { runs(inlines) } else { nil }
        }
    }

    /// Where the list of signs is; a list further down belongs to what is written before it.
    func signsPlace(in body: [PlancMarkup.Block]) -> Int? {
        var place = 0
        if case .paragraph? = body.first?.content { place = 1 }
        if place < body.count, case .heading = body[place].content { place += 1 }
        guard place < body.count, case .list = body[place].content else { return nil }
        return place
    }

    /// The steps of the crisis itself in their order.
    var steps: [PlannedStep] { (timeline?.entries ?? []).filter { $0.phase == .during } }

    /// The same without those that are part of others.
    var actions: [PlannedStep] { steps.filter { $0.path.count == 1 } }

    /// A step in short: time, action, and who does it with the number to call; with what belongs to it when it `isWhole`.
    func actionRow(_ entry: PlannedStep, isWhole: Bool = false) -> StepRow {
        let whole = lone(entry)
        var who: [Run] = []
        for role in edition.roles(entry.roles) {
            who += (who.isEmpty ? [] : [Run(.lineBreak), Run(.lineBreak)]) + [.text(edition.title(of: role), .strong)]
            guard let person = acting(role), firstNumber(person) != nil else { continue }
            who += [Run(.lineBreak)] + numberOrNone(person)
        }
        return StepRow(
            time: whole.time, rhythm: whole.rhythm, who: who, text: whole.text, isDecision: whole.isDecision,
            parts: isWhole ? whole.parts : [], warnings: whole.warnings)
    }

    /// A step away from its list: it says in which case it is done, where a heading says that there.
    func lone(_ entry: PlannedStep) -> StepRow {
        var row = row(entry)
        let cases = cases(of: entry.stage, in: entry.checklist).map { runs($0.heading ?? []) }
        if cases.isEmpty { return row }
        let said = Array(cases.joined(separator: [.text(" · ")])) + [.text(words.colon)]
        row.text = said.map { $0.adding(.strong) } + row.text
        return row
    }

    /// The first message of the crisis to the organisation's own people, not only to some of them; of several at one time, one to
    /// read aloud.
    var staffMessage: Message? {
        let employees = plan.audiences.filter { $0.type.value == .employees }
        let most = employees.compactMap { $0.size?.value }.max()
        let staff = Set(employees.filter { most == nil || $0.size?.value == most }.map(\.id))
        func messages(to audiences: Set<String>) -> [Message] {
            messagesInOrder.filter { message in
                message.phase.value == .during && isForReaders(message)
                    && message.audiences.contains { audiences.contains($0.id) }
            }
        }
        let toAll = messages(to: staff)
        let messages = toAll.isEmpty ? messages(to: Set(employees.map(\.id))) : toAll
        func minutes(_ message: Message) -> Int { timeline?.firstSending(of: message.id)?.minutes ?? .max }
        guard let earliest = messages.map(minutes).min() else { return nil }
        let first = messages.filter { minutes($0) == earliest }
        return first.first { $0.channels.contains { plan.channels[$0]?.isSpoken ?? false } } ?? first.first
    }

    /// By what the text for staff leaves: a way to read aloud a text that is written for that, else the way that the step and the
    /// message's own sheet say.
    func staffChannel(_ message: Message) -> Channel? {
        let staff = message.audiences.map(\.id).filter { plan.audiences[$0]?.type.value == .employees }
        let reach = reach(for: message)
        let ways = Set(staff.flatMap { reach.ways(audience: $0) })
        let version = message.version(edition.locale)
        let aloud = message.channels.compactMap { plan.channels[$0] }.first { channel in
            channel.isSpoken && ways.contains(channel.id) && version?.variant(for: channel) != nil
        }
        let routes = staff.lazy.compactMap { reach.route(of: message, for: $0).channel }
        return aloud ?? routes.first.flatMap { plan.channels[$0] } ?? usable(message).first
            ?? message.channels.first.flatMap { plan.channels[$0] }
    }

    /// Who approves the text for staff of some scenarios, and the text itself: the one to read aloud where there is one.
    func staffBlocks(_ message: Message, of scenes: [ScenarioContext]) -> [Block] {
        guard let channel = staffChannel(message) else { return [] }
        var text = text(of: message, on: [channel])
        if case .message(var words) = text {
            for context in scenes { words.channel = words.channel.marked(.staffText(in: context.id)) }
            text = .message(words)
        }
        return boxes(of: message).dropLast().map { fact in
            .paragraph([.text(fact.label + words.colon, .strong)] + fact.value, .body)
        } + [text]
    }
}

extension Channel {
    /// Words that are heard, not read.
    fileprivate var isSpoken: Bool {
        switch type.value {
        case .voice, .hotline, .radio, .inPerson, .satellite: true
        default: false
        }
    }
}

extension [Run] {
    /// Up to the end of the first sentence; all of it when there is but one.
    fileprivate var firstSentence: [Run] {
        var result: [Run] = []
        for run in self {
            guard case .text(let words) = run.content else {
                result.append(run)
                continue
            }
            var end: String.Index?
            for place in words.indices where ".!?".contains(words[place]) {
                let next = words.index(after: place)
                // "p. ex." and "T. Kaya" end no sentence.
                let before = words[..<place].reversed().prefix { $0.isLetter }
                if next < words.endIndex, words[next] == " ", before.count > 2 {
                    end = next
                    break
                }
            }
            guard let end else {
                result.append(run)
                continue
            }
            result.append(Run(.text(String(words[..<end])), run.style, link: run.link))
            return result
        }
        return result
    }
}
