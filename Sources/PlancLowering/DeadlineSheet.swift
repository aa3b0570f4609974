import PlancAnalysis
import PlancDocument
import PlancModel

extension ScenarioContext {
    /// The clocks of the law: a box for each start, then every stage in the order in which it falls due.
    func deadlineBlocks() -> [Block] {
        let duties = timeline?.duties ?? []
        if duties.isEmpty { return [] }
        let sorted = duties.inOrderOfTime
        return [
            .paragraph([.text(words.clocksNote)], .note),
            .facts([Fact(words.activation, blankMoment)] + startBoxes(duties, in: [self])),
            .table(
                Table(
                    summary: words.section(.deadlines),
                    columns: [
                        .init([.text(words.duty)], weight: 3), .init([.text(words.limit)], weight: 2),
                        .init([.text(words.planned)], weight: 2),
                        .init([.text(words.latest)]), .init([.text(words.doneAtHour)]),
                    ], rows: sorted.map { row($0) })),
        ]
    }

    var blankMoment: [Run] {
        [Run(.blank(label: words.dateBlank, width: 12)), .text(" "), Run(.blank(label: words.timeBlank, width: 8))]
    }

    /// The same where more stands on the line.
    private var startMoment: [Run] {
        isComposed && !isLargePrint
            ? [
                Run(.blank(label: words.dateBlank, width: 8)), .text(" "),
                Run(.blank(label: words.timeBlank, width: 6)),
            ]
            : blankMoment
    }

    /// A box for each event that starts a clock, with who decides that it has come, and when the plan takes it to come.
    func startBoxes(_ duties: [StageStatus], in scenes: [ScenarioContext]) -> [Fact] {
        var starts: [ClockStart] = []
        for start in duties.flatMap(\.due.starts) where !start.isSending && !starts.contains(start) {
            starts.append(start)
        }
        return starts.map { start in
            var runs =
                startMoment + [
                    .text(" "), .text(unbroken(words.decidedBy) + "\u{A0}", .small), Run(.blank(label: "", width: 10)),
                ]
            let assumed = groups(scenes) { context in
                context.scenario?.starts.first { $0.start.value == start }.map { words.offset($0.at.value) } ?? ""
            }.filter { !$0.value.isEmpty }
            for (time, scenarios) in assumed {
                let context = scenes.count > 1 ? inNamed(scenarios) : ""
                runs += [.text(" "), .text("(" + unbroken(words.assumed(time)) + context + ")", .small)]
            }
            return Fact(words.start(start).capitalisedFirst, runs)
        }
    }

    /// What is owed, its limit, what is planned, and room for the latest time and when it was done.
    func row(_ duty: StageStatus) -> Table.Row {
        let obligation = plan.obligations[duty.obligation]
        let stage = stage(duty)
        var who: [Run] = [
            .text(edition.title(.obligation, duty.obligation), .strong), Run(.lineBreak),
            .text(edition.stage(of: duty)),
        ]
        let told = obligation.map { edition.told($0, stage) } ?? ""
        if !told.isEmpty { who.append(.text(" – " + told, .small)) }
        for question in duty.undecided + duty.reliefs.map(Condition.not) {
            who += [Run(.lineBreak)] + edition.question(question)
        }
        let terms = edition.terms(of: duty)
        var limit: [Run] = []
        for (place, term) in terms.enumerated() {
            if place > 0 { limit.append(Run(.lineBreak)) }
            limit.append(.text(term.limit, .strong))
            if !term.after.isEmpty { limit += [Run(.lineBreak), .text(term.after, .small)] }
        }
        for note in [words.together(duty.due), stage?.strength.flatMap { words.strength($0.value) }].compactMap({ $0 })
        {
            limit += [Run(.lineBreak), .text(note, .small)]
        }
        // A variant whose facts nobody has stated: its question, and its time.
        for one in duty.openCases {
            for condition in one.when { limit += [Run(.lineBreak)] + edition.question(condition.value) }
            if let due = one.due { limit += [Run(.lineBreak), .text(edition.dueLine(due, of: obligation), .strong)] }
        }
        // One box for each term that counts from an event of its own.
        let boxes = max(1, duty.due.terms.count { $0.within != nil })
        let latest = (0..<boxes).flatMap { place in
            (place > 0 ? [Run(.lineBreak)] : []) + [Run(.blank(label: "", width: 8))]
        }
        return .init(runs: [
            who, limit, planned(duty), latest, [Run(.tick), .text(" "), Run(.blank(label: "", width: 6))],
        ])
    }

    private func planned(_ duty: StageStatus) -> [Run] {
        guard let fulfilment = duty.planned else {
            return duty.isBinding ? [.text(words.nothingPlanned, .strong)] : [.text("–")]
        }
        var planned: [Run] = []
        if let minutes = fulfilment.minutes { planned.append(.text(words.offset(minutes: minutes), .time)) }
        if let condition = condition(duty.conditional) {
            planned.append(.text((planned.isEmpty ? "" : " ") + condition, duty.isBinding ? .strong : []))
        }
        if let id = fulfilment.message {
            planned += [
                Run(.lineBreak), .text(edition.title(.message, id), link: destination(of: .init(.message, id))),
            ]
        }
        return planned
    }

    private func stage(_ duty: StageStatus) -> Obligation.Stage? {
        guard let stages = plan.obligations[duty.obligation]?.stages, stages.indices.contains(duty.stage) else {
            return nil
        }
        return stages[duty.stage]
    }

    /// The obligations that scenarios name.
    private func obligations(of scenes: [ScenarioContext]) -> [Obligation] {
        let named = Set(scenes.flatMap { $0.scenario?.obligations.map(\.id) ?? [] })
        return plan.obligations.filter { named.contains($0.id) }
    }

    /// Whether there is anything to say of obligations.
    func hasObligationBlocks(scenes: [ScenarioContext]) -> Bool { !obligations(of: scenes).isEmpty }

    /// Each obligation: whose, by which law, what it asks.
    func obligationBlocks(scenes: [ScenarioContext]) -> [Block] {
        obligations(of: scenes).flatMap { obligation -> [Block] in
            let theirs = scenes.filter { context in
                context.scenario?.obligations.contains { $0.id == obligation.id } ?? false
            }
            let sheets = theirs.map { plan.factSheet($0.scenario) }
            // A stage that applies in none of these scenarios is nobody's.
            let stages = obligation.stages.filter { stage in
                sheets.contains { sheet in
                    sheet.holds(
                        (obligation.when + stage.when).map(\.value),
                        unless: (obligation.unless + stage.unless).map(\.value))
                        != false
                }
            }
            let scenarios = Fact(words.scenarios, [.text(words.list(theirs.map(\.title)))])
            let body = obligation.body.body(edition.locale)?.blocks ?? []
            let heading = Block.heading(
                level: 2,
                [.text(edition.title(.obligation, obligation.id))].marked(.form("obligation-\(obligation.id)")),
                anchor: "obligation-\(obligation.id)")
            let isRunIn = isComposed && !isLargePrint
            let facts = (isRunIn ? edition.duty(obligation) : edition.facts(obligation)) + [scenarios]
            return [.together([heading, isRunIn ? words.line(facts, .small) : .facts(facts)])]
                + stages.flatMap { edition.notice(obligation, $0, isRunIn: isRunIn) }
                + blocks(body, anchors: "obligation-\(obligation.id)", level: 3)
        }
    }
}
