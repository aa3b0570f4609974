import PlancAnalysis
import PlancDocument
import PlancMarkup
import PlancModel

extension Edition {
    /// For each drill that has injects, a pack for those who run it and one for those who play, every page marked as an exercise.
    /// The players' pack tells nothing of what is put in.
    func exercises(scenes: [ScenarioContext], everyday: ScenarioContext) -> [LoweredDocument] {
        var marked = options
        marked.isExercise = true
        let edition = Edition(plan: plan, locale: locale, options: marked)
        return plan.drills.filter { !$0.injects.isEmpty }.flatMap { drill -> [LoweredDocument] in
            guard let context = scenes.first(where: { $0.id == drill.scenario?.id }) else { return [] }
            let played = ScenarioContext(
                edition, scenario: context.scenario, reach: context.reach, everyday: everyday.reach,
                timeline: context.timeline)
            let exercise = ExercisePrinting(drill: drill, context: played)
            return [("facilitators", exercise.facilitators()), ("players", exercise.players())].map { name, document in
                LoweredDocument(
                    path: "\(locale.tag)/exercises/\(drill.id)--\(name)", section: .exercises, document: document,
                    withheld: Withheld(plan, reader: options.reader))
            }
        }
    }
}

/// The packs of one exercise.
private struct ExercisePrinting {
    let drill: Drill
    /// Marked as an exercise, its messages too.
    let context: ScenarioContext
    let injects: [Drill.Inject]

    var edition: Edition { context.edition }
    var words: Words { context.words }
    var plan: Plan { context.plan }

    init(drill: Drill, context: ScenarioContext) {
        self.drill = drill
        self.context = context
        injects = drill.injects.enumerated().sorted { a, b in
            let (first, second) = (a.element.minutes, b.element.minutes)
            return first != second ? first < second : a.offset < b.offset
        }.map(\.element)
    }

    /// The last minute that is played: of an exercise without an end all that its scenario has.
    private var end: Int { drill.lasts?.value.boundedMinutes ?? .max }

    private var title: String { edition.title(.drill, drill.id) }

    // MARK: Common

    private func facts() -> Block {
        var facts = [
            Fact(words.drill, [.text(title, .strong)]), Fact(words.scenarioBlank, [.text(context.title, .strong)]),
        ]
        if let date = drill.date { facts.append(Fact(words.dateLabel, [.text(words.date(date.value))])) }
        if let lasts = drill.lasts { facts.append(Fact(words.played, [.text(words.playedFor(lasts.value))])) }
        if let by = drill.by { facts.append(Fact(words.runBy, leader(by.target))) }
        facts.append(
            Fact(
                words.startOfExercise,
                [
                    Run(.blank(label: words.dateBlank, width: 12)), .text(" "),
                    Run(.blank(label: words.timeBlank, width: 8)),
                ]
            ))
        return .facts(facts)
    }

    private func leader(_ reference: EntityReference) -> [Run] {
        if let person = reference.kind == .person ? plan.people[reference.id] : nil {
            return context.nameAndNumber(person, .strong)
        }
        return plan.roles[reference.id].map(whoAndNumber) ?? []
    }

    private func whoAndNumber(_ role: Role) -> [Run] {
        [.text(edition.title(of: role), .strong)]
            + (context.acting(role).map { [.text(" – ")] + context.nameAndNumber($0) } ?? [])
    }

    private func rules() -> Block {
        .callout(
            Callout(
                .stop, title: [.text(words.exerciseRules)],
                blocks: [
                    .list(
                        List(
                            blocks: [
                                words.sayExercise(words.exercise), words.nothingLeaves, words.nothingIsSwitched,
                                words.realEvent,
                            ].map { [.paragraph([.text($0)], .body)] }))
                ]))
    }

    // MARK: Players

    func players() -> Document {
        var blocks: [Block] = [facts(), rules()]
        let roles = participants
        if !roles.isEmpty {
            blocks += [
                .heading(level: 1, [.text(words.whoPlays)], anchor: "players"),
                context.roleTable(roles, summary: words.whoPlays, isAnchored: false),
            ]
        }
        blocks += context.outages()
        let actions = context.actions.filter { ($0.minutes ?? 0) <= end }
        if !actions.isEmpty {
            blocks += [.pageBreak, .heading(level: 1, [.text(words.checklistTitle(context.title))], anchor: "list")]
            let sections = context.sections(actions, of: context.checklists(.during))
            blocks += context.blocks(sections, level: 2, anchors: "list")
        }
        let messages = context.messagesInOrder.filter { message in
            message.phase.value == .during
                && context.timeline?.firstSending(of: message.id).map { $0.hour <= end } ?? false
        }
        if !messages.isEmpty {
            blocks += [.pageBreak, .heading(level: 1, [.text(words.messagesTitle(context.title))], anchor: "messages")]
            for message in messages { blocks += context.blocks(of: message, level: 2) }
        }
        blocks += [.pageBreak] + context.logBlocks(withReport: false)
        blocks.append(.end([.text(words.endOfPlayers(title))]))
        return edition.document(
            "exercises-\(drill.id)--players", title: words.playersTitle(title),
            purpose: [.text(words.playersPurpose)], blocks: blocks)
    }

    /// Those who have a step in what is played, and those who get an inject.
    private var participants: [Role] {
        let ids = Set(
            context.steps.filter { ($0.minutes ?? 0) <= end }.flatMap { $0.roles.map(\.id) }
                + injects.flatMap { $0.to.map(\.id) })
        return context.rolesInOrder.filter { ids.contains($0.id) }
    }

    // MARK: Facilitators

    func facilitators() -> Document {
        var blocks: [Block] = [facts(), rules()]
        blocks += [.heading(level: 1, [.text(words.injectsByTime)], anchor: "injects"), overview()]
        blocks += [.pageBreak, .heading(level: 1, [.text(words.injectCards)], anchor: "cards")]
        for place in injects.indices { blocks.append(card(place)) }
        blocks += [.pageBreak, .heading(level: 1, [.text(words.scoring)], anchor: "scoring")] + scoring()
        blocks += [.pageBreak, .heading(level: 1, [.text(words.debrief)], anchor: "debrief")] + debrief()
        blocks.append(.end([.text(words.endOfFacilitators(title))]))
        return edition.document(
            "exercises-\(drill.id)--facilitators", title: words.facilitatorsTitle(title),
            purpose: [.text(words.facilitatorsPurpose)], blocks: blocks)
    }

    private func time(_ inject: Drill.Inject) -> String { inject.at.map { words.offset($0.value) } ?? "" }

    private func overview() -> Block {
        // In large print few columns, so that type stays large.
        let isLarge = context.isLargePrint
        let rows = injects.enumerated().map { place, inject -> Table.Row in
            let number: [Run] = [Run(.tick), .text("\u{A0}\(place + 1)", .strong)]
            let time: [Run] = [.text(time(inject), .time)]
            let to: [Run] = [.text(words.list(inject.to.map { edition.title(.role, $0.id) }))]
            let by: [Run] = [.text(inject.by.map { edition.title(.channel, $0.id) } ?? words.onPaperCard)]
            let actions = Array(expected(inject).map(\.what).joined(separator: [Run(.lineBreak)]))
            let rest = [actions, [Run(.blank(label: "", width: 6))]]
            if isLarge { return .init(runs: [number + [Run(.lineBreak)] + time, to + [Run(.lineBreak)] + by] + rest) }
            return .init(runs: [number, time, to, by] + rest)
        }
        let heads: [Table.Column] =
            isLarge
            ? [
                .init([.text(words.when)], weight: 0),
                .init([.text(words.toWhom + " · " + words.byWhat)], weight: 3),
            ]
            : [
                .init([.text(words.number)], weight: 0), .init([.text(words.when)], weight: 0),
                .init([.text(words.toWhom)], weight: 3), .init([.text(words.byWhat)], weight: 2),
            ]
        let ends: [Table.Column] = [
            .init([.text(words.expectedActions)], weight: 5), .init([.text(words.putInAt)], weight: 1),
        ]
        return .table(
            Table(summary: words.injectsByTime, columns: heads + ends, rows: rows, hasRowHeaders: false))
    }

    /// What is handed over or read aloud, cut out or held up: it says itself that it is an exercise.
    private func card(_ place: Int) -> Block {
        let inject = injects[place]
        var facts: [Fact] = []
        let readers = edition.roles(inject.to).enumerated().flatMap { place, role -> [Run] in
            (place > 0 ? [Run(.lineBreak)] : []) + whoAndNumber(role)
        }
        if !readers.isEmpty { facts.append(Fact(words.toWhom, readers)) }
        if let channel = inject.by.flatMap({ plan.channels[$0] }) {
            facts.append(Fact(words.byWhat, [.text(edition.title(.channel, channel.id))]))
        }
        let from = edition.text(inject.from)
        if !from.isEmpty { facts.append(Fact(words.playedAs, [.text(from)])) }
        var heading: [Run] = [.text("\(words.exercise) – \(words.injectNumber(place + 1))")]
        // A time is kept whole on a screen: what stands before it is no part of it.
        let time = time(inject)
        if !time.isEmpty { heading += [.text(" – "), .text(time, .time)] }
        return .together([
            .heading(level: 2, heading, anchor: "inject-\(place + 1)"),
            .facts(facts),
            .quote([
                .paragraph(
                    [.text(words.exercise + words.colon, .strong)]
                        + context.runs(edition.composer.text(inject.text)), .lead)
            ]),
        ])
    }

    // MARK: Scoring

    private struct Expected {
        var what: [Run]
        var by: String
    }

    /// What an inject is to set off, and by when.
    private func expected(_ inject: Drill.Inject) -> [Expected] {
        let limit = inject.within.flatMap { within in
            inject.at.map { words.offset(minutes: $0.value.amount.boundedMinutes + within.value.boundedMinutes) }
        }
        var found = inject.expects.map { reference -> Expected in
            switch reference.target.kind {
            case .message:
                let message = plan.messages[reference.target.id]
                let mark = message.map { edition.mark(of: $0) + "\u{A0}" } ?? ""
                return Expected(
                    what: [.text(mark + edition.title(.message, reference.target.id))],
                    by: limit ?? message.map(context.sendingTime) ?? "")
            default: return Expected(what: [.text(edition.title(.checklist, reference.target.id))], by: limit ?? "")
            }
        }
        for meaning in inject.steps {
            for entry in context.timeline?.entries ?? []
            where entry.step.meanings.contains(where: { $0.value == meaning.value }) {
                found.append(
                    Expected(
                        what: context.runs(context.localized(entry).text),
                        by: limit ?? entry.at.map(words.offset) ?? ""))
            }
        }
        return found
    }

    private func scoring() -> [Block] {
        // On one line: none of the three is to be overlooked.
        let points = Array(
            [2, 1, 0].map { [Run(.tick), .text("\u{A0}" + words.points($0))] }.joined(separator: [.text("\u{A0}\u{A0}")]
            ))
        let isLarge = context.isLargePrint
        var count = 0
        let rows = injects.enumerated().flatMap { place, inject -> [Table.Row] in
            let lines = expected(inject)
            count += lines.count
            return lines.map { line in
                let number: [Run] = [.text("\(place + 1)", .strong)]
                let latest: [Run] = [.text(line.by, .time)]
                let (done, note) = (
                    [Run(.blank(label: "", width: 6))], [Run(.blank(label: "", width: isLarge ? 8 : 14))]
                )
                if isLarge {
                    return .init(runs: [
                        number + [Run(.lineBreak)] + latest, line.what + [Run(.lineBreak)] + points, done, note,
                    ])
                }
                return .init(runs: [number, line.what, latest, done, points, note])
            }
        }
        return [
            .paragraph([.text(words.scoringNote)], .note),
            .table(Table(summary: words.scoring, columns: scoringColumns, rows: rows, hasRowHeaders: false)),
            .facts([
                Fact(words.total, [Run(.blank(label: "", width: 6)), .text(" / \(2 * count)")]),
                Fact(words.scoredBy, [Run(.blank(label: words.nameBlank, width: 24))]),
            ]),
        ]
    }

    private var scoringColumns: [Table.Column] {
        let done = Table.Column([.text(words.doneAtHour)], weight: 1)
        let note = Table.Column([.text(words.remark)], weight: 2)
        if context.isLargePrint {
            return [
                .init([.text(words.latest)], weight: 0),
                .init([.text(words.expectedActions + " · " + words.pointsLabel)], weight: 5), done, note,
            ]
        }
        return [
            .init([.text(words.inject)], weight: 0), .init([.text(words.expectedActions)], weight: 5),
            .init([.text(words.latest)], weight: 0), done, .init([.text(words.pointsLabel)], weight: 0), note,
        ]
    }

    /// What becomes of it: the keys of the drill in the plan.
    private func debrief() -> [Block] {
        [words.wentWell, words.wentBadly, words.planLacked].map { question in
            .together([.paragraph([.text(question, .strong)], .body), .writingLines(3)])
        } + [
            .table(
                Table(
                    summary: words.drillActions,
                    columns: [
                        .init([.text(words.drillActions)], weight: 5), .init([.text(words.who)], weight: 2),
                        .init([.text(words.untilWhen)], weight: 1.5), .init([.text(words.done)], weight: 1.5),
                    ], rows: [], blankRows: 8, hasRowHeaders: false))
        ]
    }
}

extension Drill.Inject {
    /// Minutes from T0; one whose time is not known comes last.
    fileprivate var minutes: Int { at?.value.amount.boundedMinutes ?? .max }
}
