import PlancAnalysis
import PlancDocument
import PlancModel

extension ScenarioContext {
    /// Who can be reached in which scenario, and by what first.
    func reachBlocks(scenes: [ScenarioContext]) -> [Block] {
        var blocks: [Block] = []
        let areAlike =
            scenes.count > 1
            && plan.roles.allSatisfy { role in
                Set(scenes.map { $0.reach.peopleReachable(role: role.id) }).count == 1
            }
        // More than four columns beside the names are too narrow to read.
        let parts = (scenes.count + 3) / 4
        for place in 0..<parts {
            let part = Array(scenes[(scenes.count * place / parts)..<(scenes.count * (place + 1) / parts)])
            func table(_ title: String, _ rows: [Table.Row]) -> Block {
                let columns = [Table.Column([.text(title)], weight: 1.4)] + part.map { Table.Column([.text($0.title)]) }
                return .together([
                    .table(Table(summary: "\(words.section(.reach)) – \(title)", columns: columns, rows: rows))
                ])
            }
            blocks.append(
                table(
                    words.audiences,
                    plan.audiences.map { audience in
                        .init(
                            runs: [[.text(edition.title(.audience, audience.id))]]
                                + part.map { ways(audience, $0) })
                    }))
            if !areAlike { blocks.append(table(words.roles, plan.roles.map { role in roleRow(role, part) })) }
        }
        // Roles that are filled alike everywhere are told once.
        if areAlike, let first = scenes.first {
            let columns = [
                Table.Column([.text(words.roles)], weight: 1.4), Table.Column([.text(words.inEveryScenario)]),
            ]
            let rows = plan.roles.map { roleRow($0, [first]) }
            blocks.append(
                .together([
                    .table(Table(summary: "\(words.section(.reach)) – \(words.roles)", columns: columns, rows: rows))
                ]))
        }
        return blocks.isEmpty ? [] : [.paragraph([.text(words.reachNote)], .note)] + blocks
    }

    /// The first channel that works at T0, by its place in the audience's order; and another that takes its place later.
    private func ways(_ audience: Audience, _ context: ScenarioContext) -> [Run] {
        func told(_ channel: String) -> String {
            let place = audience.channels.firstIndex { $0.id == channel }.map { "\($0 + 1). " } ?? ""
            return place + edition.title(.channel, channel)
        }
        var known = context.reach.ways(audience: audience.id).first
        var runs: [Run] = [.text(words.nothingWorks, .strong)]
        if let known {
            let count = context.reach.ways(audience: audience.id).count
            runs = [.text(told(known)), .text(" (\(count)/\(audience.channels.count))", .small)]
        }
        for hour in Simulation.hours.dropFirst() {
            let reach = context.reach.at(hour)
            guard let first = reach.ways(audience: audience.id).first, first != known else { continue }
            let state = words.state(reach.availability(channel: first))
            runs += [
                Run(.lineBreak), .text(words.offset(minutes: hour), .time),
                .text(words.colon + told(first) + (state.isEmpty ? "" : " (\(state))"), .small),
            ]
            known = first
        }
        return runs
    }

    private func roleRow(_ role: Role, _ scenes: [ScenarioContext]) -> Table.Row {
        .init(
            runs: [[.text(edition.title(of: role))]]
                + scenes.map { context in
                    let people = context.reach.peopleReachable(role: role.id)
                    guard let first = people.first.flatMap({ plan.people[$0] }) else {
                        return [.text(words.nobody, .strong)]
                    }
                    let place = role.people.firstIndex { $0.id == first.id }.map { "\($0 + 1). " } ?? ""
                    return [.text(place + first.name), .text(" (\(people.count)/\(role.people.count))", .small)]
                })
    }

    /// The essential activities: how long without, how to go on by hand.
    func activityBlocks(scenes: [ScenarioContext]) -> [Block] {
        if plan.activities.isEmpty { return [] }
        let rows = plan.activities.map { activity -> Table.Row in
            let needs = activity.dependsOn.map { dependency -> String in
                words.choice(dependency.references.map { edition.title(.system, $0.id) })
            }
            func time(_ amount: TimeAmount?) -> [Run] { [.text(amount.map(words.duration) ?? "–", .time)] }
            return .init(runs: [
                [
                    .text(edition.title(.activity, activity.id), .strong), Run(.lineBreak),
                    .text(activity.owner.map { edition.title(.role, $0.id) } ?? "", .small),
                ],
                time(activity.mtpd?.value), time(activity.rto?.value), time(activity.rpo?.value),
                [.text(needs.joined(separator: ", "))] + later(than: activity.rto?.value, activity.dependsOn, scenes),
                [.text(activity.workaround.map { edition.title(.checklist, $0.id) } ?? words.none)],
            ])
        }
        return [
            .paragraph([.text(words.activitiesNote)], .note),
            .table(
                Table(
                    summary: words.section(.activities),
                    columns: [
                        .init([.text(words.activity)], weight: 3), .init([.text("MTPD")], weight: 0),
                        .init([.text("RTO")], weight: 0),
                        .init([.text("RPO")], weight: 0), .init([.text(words.needs)], weight: 2),
                        .init([.text(words.workaround)], weight: 2),
                    ], rows: rows)),
        ]
    }

    /// Empty sheets: the log, the decisions, and the situation unless a form of its own asks for it. Paper leaves out the rows that the
    /// page has no room for.
    func logBlocks(withReport: Bool) -> [Block] {
        func sheet(_ title: String, _ anchor: String, _ columns: [(String, Double)]) -> [Block] {
            [
                .heading(level: 2, [.text(title)].marked(.form(anchor)), anchor: anchor),
                .table(
                    Table(
                        summary: title, columns: columns.map { .init([.text($0.0)], weight: $0.1) }, rows: [],
                        blankRows: 30, hasRowHeaders: false)),
            ]
        }
        var blocks = sheet(
            words.log, "log", [(words.time, 1), (words.logWhat, 5), (words.from, 2), (words.writtenBy, 1)])
        blocks.append(.pageBreak)
        blocks += sheet(
            words.decisions, "decisions",
            [(words.time, 1), (words.decision, 4), (words.because, 3), (words.decides, 2), (words.doneAtHour, 1)])
        if !withReport { return blocks }
        blocks += [.pageBreak, .heading(level: 2, [.text(words.situation)], anchor: "situation")]
        blocks.append(.facts([reportNumber, Fact(words.writtenBy, [Run(.blank(label: "", width: 24))])]))
        return blocks + situationQuestions()
    }

    /// The number of a report, its day and its hour.
    var reportNumber: Fact {
        Fact(
            words.situationNumber,
            [
                Run(.blank(label: words.numberBlank, width: 6)), .text("  "),
                Run(.blank(label: words.dateBlank, width: 14)), .text("  "),
                Run(.blank(label: words.timeBlank, width: 8)),
            ])
    }

    /// What a report tells, each with room to write; `isShort`: of one role, on one page with what it answers for.
    func situationQuestions(isShort: Bool = false) -> [Block] {
        let long = isShort ? 3 : words.situationQuestions.count - 1
        return words.situationQuestions.enumerated().map { place, question in
            .together([.paragraph([.text(question, .strong)], .body), .writingLines(place < long ? 2 : 1)])
        }
    }
}
