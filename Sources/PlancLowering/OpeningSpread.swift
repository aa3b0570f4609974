import PlancAnalysis
import PlancDocument
import PlancLanguages
import PlancMarkup
import PlancModel

/// What a scenario opens with, on two pages: when to use it, what not to use, whom to call, what to do first, what to tell staff.
extension ScenarioContext {
    /// - Parameters:
    ///   - follows: what of the scenario is in the pack, with its anchors.
    ///   - beginsList: whether the list of the scenario goes on from the first actions.
    func openingBlocks(follows: [(title: String, anchor: String)], beginsList: Bool) -> [Block] {
        let actions = firstActions(beginsList: beginsList)
        // On one page, set closer if that is what it takes; if not even that helps, the actions on one of their own.
        var blocks: [Block] = [
            .together([.stress(useThisWhen() + stop() + callBlocks()), .together([.stress(actions)])])
        ]
        blocks.append(.stress([.together(staffPart())]))
        let order = callOrder()
        // In large type it would begin a page of its own, and leave the one before it empty.
        if !order.isEmpty { blocks += isLargePrint ? order : [.together(order)] }
        blocks += clockTable()
        // What is down leaves the first actions their room: it is looked for, and not used by mistake.
        let down = systemsWithoutChannel(isDistrusted: false)
        if !down.isEmpty { blocks.append(words.line(down, .body)) }
        blocks += sentences(end)
        blocks += whatFollows(follows)
        return blocks + restOfBody()
    }

    /// More actions than five need their room, and so do five on Letter below what must not be used: then the signs stand with the rest
    /// of the scenario's own text.
    private var hasSignsInFront: Bool {
        let isShort = edition.paper == .letter && !isLargePrint && !stop().isEmpty
        return firstFive.steps.count <= (isShort ? 4 : 5)
    }

    private func useThisWhen() -> [Block] {
        let sentence = recognition
        var blocks: [Block] = [
            .paragraph(
                [.text(words.useThisWhen + " ", .strong)] + (sentence.isEmpty ? [.text(title)] : sentence), .body)
        ]
        let signs = hasSignsInFront ? signs : []
        if !signs.isEmpty { blocks.append(.list(List(blocks: signs.map { [.paragraph($0, .body)] }))) }
        return blocks + sentences(danger)
    }

    private func sentences(_ facts: [Fact]) -> [Block] {
        facts.map { .paragraph([.text($0.label + words.colon, .strong)] + $0.value, .body) }
    }

    /// What is down and what may be read or forged, and who says when it can be used again.
    private func stop() -> [Block] {
        let systems = systemsWithoutChannel(isDistrusted: true)
        guard !reach.channelsOut.isEmpty || !systems.isEmpty else { return [] }
        var blocks: [Block] = []
        let out = reach.channelsOut.sorted { $0.outage.manner.isDistrusted && !$1.outage.manner.isDistrusted }
        var states: [String] = []
        for state in out.map({ words.stateOfUnused($0.outage) }) where !states.contains(state) {
            states.append(state)
        }
        for state in states {
            let titles = out.filter { words.stateOfUnused($0.outage) == state }.map {
                edition.title(.channel, $0.channel.id)
            }
            blocks.append(.paragraph([.text(words.list(titles), .strong), .text(words.colon + state)], .body))
        }
        if !systems.isEmpty { blocks.append(words.line(systems, .body)) }
        if !out.isEmpty {
            blocks.append(
                .paragraph(
                    [
                        .text(words.usableAgain + " "), Run(.blank(label: words.channel, width: 10)), .text(" "),
                        Run(.blank(label: words.timeBlank, width: 6)), .text(" "),
                        Run(.blank(label: words.saidBy, width: 12)),
                    ], .body))
        }
        return [.callout(Callout(.stop, title: [.text(words.doNotUse)].marked(.doNotUse(in: id)), blocks: blocks))]
    }

    /// Who activates the scenario, with every deputy, and who runs the plan if that is somebody else.
    private func callBlocks() -> [Block] {
        guard let role = dutyRole else { return [] }
        var lines: [Block] = []
        func add(_ role: Role) {
            for (place, person) in inOrderOfCall(role).enumerated() {
                let lead: [Run] =
                    place == 0
                    ? [.text(edition.title(of: role) + words.colon, .strong)] : [.text(words.noAnswer + " ")]
                let name = unbroken(person.name) + joint(person, gap: "  ")
                lines.append(.paragraph(lead + [.text(name)] + numberOrNone(person), .body))
            }
        }
        add(role)
        if let owner = plan.info.owner.flatMap({ plan.roles[$0] }), owner.id != role.id { add(owner) }
        return [.callout(Callout(.call, title: [.text(words.callFirstShort)], blocks: lines))]
    }

    /// The first five by time and all at the fifth's time, seven at most; the rest is counted in words.
    var firstFive: (steps: [PlannedStep], more: Int) {
        let all = actions
        guard all.count > 5, let time = all[4].minutes else { return (Array(all.prefix(5)), 0) }
        let tied = all.prefix { ($0.minutes ?? .max) <= time }.count
        let shown = min(max(tied, 5), 7)
        return (Array(all.prefix(shown)), max(tied - shown, 0))
    }

    /// The first actions, when the list can go on from them: nobody ticks a step in two places. Empty: the list has them too,
    /// since one of them has steps of its own, or alone stands under what introduces it.
    var actionsInFront: [PlannedStep] {
        let first = firstFive.steps
        let rest = actions.dropFirst(first.count)
        let areShort = first.allSatisfy { entry in
            let row = row(entry)
            return row.substeps.isEmpty && (row.detail + row.branches.flatMap(\.detail)).allSatisfy(\.isWords)
        }
        let areIntroduced = first.allSatisfy { entry in
            rest.contains { $0.checklist == entry.checklist && $0.stage == entry.stage }
        }
        let isTold = introductions(to: first)?.allSatisfy(\.isWords) ?? false
        return areShort && areIntroduced && isTold ? first : []
    }

    /// What is written above steps in their lists, in its order; nil when it has a heading of its own that has no steps.
    private func introductions(to steps: [PlannedStep]) -> [Block]? {
        var blocks: [Block] = []
        var lists: [String] = []
        for step in steps where !lists.contains(step.checklist) {
            lists.append(step.checklist)
            let theirs = steps.filter { $0.checklist == step.checklist }.map(\.stage)
            for (number, stage) in stages(step.checklist).enumerated().prefix(theirs.max()! + 1) {
                if stage.steps.isEmpty || theirs.contains(number) && stage.isConditional { return nil }
                if theirs.contains(number) {
                    blocks += introduction(number, stage, of: step.checklist, anchor: "first")
                }
            }
        }
        return blocks
    }

    private func firstActions(beginsList: Bool) -> [Block] {
        let (steps, more) = firstFive
        if steps.isEmpty { return [.paragraph([.text(words.noSteps)], .body)] }
        var rows = steps.map { actionRow($0, isWhole: beginsList) }
        rows[rows.count - 1].text = rows[rows.count - 1].text.marked(.firstActions(of: id))
        var blocks: [Block] = [
            .heading(level: 2, [.text(words.firstActions)], anchor: anchor("first"))
        ]
        if beginsList { blocks += (introductions(to: steps) ?? []).map(\.small) }
        blocks.append(.steps(StepList(title: words.firstActions, steps: rows, whoIsBelow: true)))
        if more > 0 {
            let time = steps.last.flatMap { $0.at.map(words.offset) } ?? ""
            var runs: [Run] = [.text(words.moreActions(more, at: time), .strong)]
            if holds(.checklists) { runs.append(Run(.page(of: anchor("checklists"), before: words.onPage), .strong)) }
            blocks.append(.paragraph(runs, .body))
        }
        return blocks
    }

    private func staffPart() -> [Block] {
        var blocks: [Block] = [.heading(level: 2, [.text(words.textForStaff)], anchor: anchor("staff"))]
        guard let message = staffMessage else { return blocks + [.paragraph([.text(words.noTextForStaff)], .body)] }
        if let elsewhere = elsewhere(message.id) {
            return blocks + [.paragraph([.text(words.notInThisCopy + " – "), .text(elsewhere)], .body)]
        }
        let time = sendingTime(message)
        blocks.append(
            .paragraph(
                [.text(time, .time), .text((time.isEmpty ? "" : " – ") + edition.title(.message, message.id))], .body))
        return blocks + when(message).staffBlocks(message, of: [self])
    }

    /// Who is called, in the order of their first steps here.
    private func callOrder() -> [Block] {
        let roles = callOrderRoles
        if roles.isEmpty { return [] }
        // Everybody is told once, with the place in the order of each scenario.
        if holds(.contacts), !isLargePrint {
            let link = Run.Destination.anchor(PackPart.contacts.anchor)
            return [
                .paragraph(
                    [
                        .text(words.orderOfCall + words.colon, .strong), Run(.tab(digit)), .text("\u{A0} "),
                        .text(words.section(.contacts), link: link),
                        Run(.page(of: PackPart.contacts.anchor, before: words.onPage), .strong, link: link),
                    ], .body)
            ]
        }
        // Side by side: those who are called first stand on the left.
        let sides = isLargePrint ? 1 : 3
        let count = (roles.count + sides - 1) / sides
        func cells(_ place: Int) -> [[Run]] {
            guard roles.indices.contains(place) else { return [[], []] }
            return [
                [Run(.tick), .text("\u{A0}\(place + 1)", .strong)],
                [.text(edition.title(of: roles[place]), .small), Run(.lineBreak)]
                    + whoAnswers(for: roles[place]),
            ]
        }
        let columns: [Table.Column] = [
            .init([.text(words.rank)], weight: 0), .init([.text(words.role)], weight: 1),
        ]
        return [
            .heading(level: 2, [.text(words.orderOfCall)], anchor: anchor("order-of-call")),
            .table(
                Table(
                    summary: words.orderOfCall,
                    columns: (0..<sides).flatMap { _ in columns },
                    rows: (0..<count).map { row in
                        .init(runs: (0..<sides).flatMap { cells(row + $0 * count) })
                    },
                    hasRowHeaders: false)),
        ]
    }

    /// Who is called for a role, and everybody who can be called when they do not answer.
    private func whoAnswers(for role: Role) -> [Run] {
        let reachable = Set(reach.peopleReachable(role: role.id))
        let people = inOrderOfCall(role).filter { reachable.contains($0.id) }
        let first = people.first ?? acting(role)
        var runs: [Run] =
            first.map { [.text(unbroken($0.name) + joint($0), .small)] + numberOrNone($0) }
            ?? [.text(words.notReachable)]
        for next in people.dropFirst() {
            runs +=
                [Run(.lineBreak), .text(words.noAnswer + " " + unbroken(next.name) + joint(next), .small)]
                + numberOrNone(next)
        }
        return runs
    }

    /// The duties that the law sets a time for, in the order in which they fall due.
    private func clockTable() -> [Block] {
        let duties = (timeline?.duties ?? []).inOrderOfTime
        if duties.isEmpty { return [] }
        if holds(.deadlines), !isLargePrint { return clocksInLines(duties) }
        let rows = duties.map { duty -> Table.Row in
            let limits = edition.terms(of: duty).enumerated().flatMap { place, term -> [Run] in
                [.text((place > 0 ? words.semicolon : "") + term.limit, .strong)]
                    + (term.after.isEmpty ? [] : [.text(" " + term.after, .small)])
            }
            let files = duty.planned?.message.flatMap { plan.messages[$0]?.owner }.map {
                edition.title(.role, $0.id)
            }
            return .init(runs: [
                [
                    .text(
                        edition.title(of: duty), .small,
                        link: destination(of: .init(.obligation, duty.obligation)))
                ], limits, [.text(files ?? "", .small)],
                [Run(.blank(label: "", width: 8))],
            ])
        }
        let starts = startBoxes(duties, in: [self])
        return [
            .heading(level: 2, [.text(words.section(.deadlines))], anchor: anchor("clocks"))
        ] + starts.map { words.line([$0], .body) } + [
            .table(
                Table(
                    summary: words.section(.deadlines),
                    columns: [
                        .init([.text(words.duty)], weight: 4), .init([.text(words.limit)], weight: 2),
                        .init([.text(words.filedBy)], weight: 2), .init([.text(words.latest)], weight: 1),
                    ], rows: rows))
        ]
    }

    /// The starts to note at once, the times that the law gives, and where each duty is with its own: once for all scenarios.
    private func clocksInLines(_ duties: [StageStatus]) -> [Block] {
        var limits: [String] = []
        for limit in duties.flatMap({ edition.terms(of: $0).map(\.limit) }) where !limits.contains(limit) {
            limits.append(limit)
        }
        let link = Run.Destination.anchor(PackPart.deadlines.anchor)
        let runs: [Run] = [
            .text(words.section(.deadlines) + words.colon, .strong), Run(.tab(PackPart.deadlines.letter)),
            .text("\u{A0} "), .text(words.part(.deadlines), link: link),
            Run(.page(of: PackPart.deadlines.anchor, before: words.onPage), .strong, link: link),
            .text(" – " + limits.joined(separator: " · ")),
        ]
        let starts = startBoxes(duties, in: [self])
        // A clock on each line: what is decided of one is read for no other.
        return [.together([.paragraph(runs, .body)] + starts.map { words.line([$0], .body) })]
    }

    private func whatFollows(_ follows: [(title: String, anchor: String)]) -> [Block] {
        if follows.isEmpty { return [] }
        let runs = follows.enumerated().flatMap { place, part -> [Run] in
            let link = Run.Destination.anchor(part.anchor)
            return [
                .text(place > 0 ? " · " : ""), .text(part.title, link: link),
                Run(.page(of: part.anchor, before: words.onPage), .strong, link: link),
            ]
        }
        return [.paragraph([.text(words.whatFollows + " ", .strong)] + runs, .body)]
    }

    /// What the scenario's own text says beyond its first sentence and signs.
    private func restOfBody() -> [Block] {
        let body = scenario?.body.body(edition.locale)?.blocks ?? []
        var rest: [Block] = []
        if case .paragraph(let told)? = body.first?.content {
            let whole = runs(told)
            if whole.plainText != recognition.plainText { rest.append(.paragraph(whole, .body)) }
            rest += figures(told)
        }
        rest += blocks(withoutSigns(body), anchors: anchor("recognise"), level: 4)
        return rest.isEmpty ? [] : [.callout(Callout(.remark, title: [.text(words.recognise)], blocks: rest))]
    }

    /// What follows the first paragraph, without the list of signs that stands above, and its heading, when all of it does.
    private func withoutSigns(_ body: [PlancMarkup.Block]) -> [PlancMarkup.Block] {
        var start = 0
        if case .paragraph? = body.first?.content { start = 1 }
        if hasSignsInFront, let place = signsPlace(in: body), case .list(let list) = body[place].content,
            list.items.count <= 3,
            list.items.allSatisfy({ $0.blocks.count == 1 })
        {
            start = place + 1
        }
        return Array(body[start...])
    }
}

extension Block {
    /// A paragraph in small type; anything else as it is.
    fileprivate var small: Block { if case .paragraph(let runs, _) = self { .paragraph(runs, .small) } else { self } }

    /// Words alone, that can stand behind others on a line.
    fileprivate var isWords: Bool {
        switch self {
        case .paragraph: true
        case .list(let list): list.items.allSatisfy { $0.box == nil && $0.blocks.count == 1 && $0.blocks[0].isWords }
        default: false
        }
    }
}

extension Words {
    fileprivate var useThisWhen: String { say("Use this when:") }
    fileprivate var usableAgain: String { say("Usable again:") }
    var saidBy: String { say("said by") }
    var firstActions: String { say("First actions") }
    fileprivate func moreActions(_ count: Int, at time: String) -> String {
        say("{count} more at {time}", ["count": count, "time": time])
    }
    fileprivate var noTextForStaff: String { say("No text for staff in this plan.") }
    var orderOfCall: String { say("Order of call") }
    fileprivate var filedBy: String { say("Filed by") }
    fileprivate var whatFollows: String { say("What follows:") }
}
