import PlancAnalysis
import PlancDocument
import PlancModel

extension ScenarioContext {
    /// The clocks of the law for all scenarios of a pack: a box for each start, then every stage once, with the scenarios that owe it.
    func mergedDeadlines(_ scenes: [ScenarioContext]) -> [Block] {
        var rows: [(time: Int, row: [[Run]], planned: [(runs: [Run], digits: [String])], digits: [String])] = []
        for context in scenes {
            for duty in context.timeline?.duties ?? [] {
                let cells = context.row(duty).cells.map(\.runsOfParagraphs)
                let known = rows.firstIndex { $0.row[0] == cells[0] && $0.row[1] == cells[1] }
                let place = known ?? rows.count
                if known == nil { rows.append((duty.timeInOrder, cells, [], [])) }
                rows[place].time = min(rows[place].time, duty.timeInOrder)
                if !rows[place].digits.contains(context.digit) { rows[place].digits.append(context.digit) }
                if let same = rows[place].planned.firstIndex(where: { $0.runs == cells[2] }) {
                    rows[place].planned[same].digits.append(context.digit)
                } else {
                    rows[place].planned.append((cells[2], [context.digit]))
                }
            }
        }
        if rows.isEmpty { return [] }
        let sorted = rows.enumerated().sorted {
            ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
        }.map(\.element)
        let duties = scenes.flatMap { $0.timeline?.duties ?? [] }
        return [
            .heading(level: 2, [.text(words.section(.deadlines))], anchor: anchor(PackSection.deadlines.rawValue)),
            .paragraph([.text(words.clocksNote)], .note),
            .facts([Fact(words.activation, blankMoment)] + startBoxes(duties, in: scenes)),
            .table(
                Table(
                    summary: words.section(.deadlines),
                    columns: [
                        .init([.text(words.duty)], weight: 4), .init([.text(words.limit)], weight: 4),
                        .init([.text(words.planned)], weight: 3),
                    ]
                        + (isLargePrint
                            ? [.init([.text(words.latest)]), .init([.text(words.doneAtHour)])]
                            : [.init([.text(words.latest + " / " + words.doneAtHour)], weight: 0)]),
                    rows: sorted.map { row in
                        let planned = row.planned.enumerated().flatMap { place, one -> [Run] in
                            (place > 0 ? [Run(.lineBreak)] : []) + one.runs
                                + (row.planned.count > 1
                                    ? [.text(" – " + words.numbered(one.digits), .small)] : [])
                        }
                        let digits = row.digits.flatMap { [.text("\u{A0}"), Run(.tab($0))] }
                        // One behind the other: a line for each would make the table twice as long.
                        return .init(
                            runs: [
                                inLines(row.row[0] + digits, between: " – ").map { $0.adding(.small) },
                                inLines(row.row[1], between: " "), inLines(planned, between: " "),
                            ]
                                + (isLargePrint
                                    ? Array(row.row.dropFirst(3))
                                    : [Array(row.row.dropFirst(3).joined(separator: [Run(.lineBreak)]))]))
                    })),
        ]
    }
}

extension ScenarioContext {
    /// What stood on lines of its own, one behind the other; in large print as it was.
    private func inLines(_ runs: [Run], between: String) -> [Run] {
        if isLargePrint { return runs }
        let whole = runs.map { $0.content == .lineBreak ? Run.text(between, $0.style) : $0 }
        // What is planned may begin with nothing but its message.
        return whole.first?.content == .text(between) ? Array(whole.dropFirst()) : whole
    }
}

extension [Block] {
    /// The runs of a cell of plain words.
    fileprivate var runsOfParagraphs: [Run] {
        flatMap { block -> [Run] in if case .paragraph(let runs, _) = block { runs } else { [] } }
    }
}
