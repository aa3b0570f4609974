import PlancAnalysis
import PlancDocument
import PlancModel

extension Scene {
    /// The clocks of the law: a box for each start, then every stage in the order in which it falls due.
    func deadlineBlocks() -> [Block] {
        let duties = timeline?.duties ?? []
        if duties.isEmpty { return [] }
        var starts: [ClockStart] = []
        for duty in duties {
            if case .clock(let start)? = stage(duty)?.from?.value, !starts.contains(start) { starts.append(start) }
        }
        let moment = [
            Run(.blank(label: words.dateBlank, width: 12)), .text(" "), Run(.blank(label: words.timeBlank, width: 8)),
        ]
        var blocks: [Block] = [
            .paragraph([.text(words.clocksNote)], .note),
            .facts([Fact(words.activation, moment)] + starts.map { Fact(words.clock($0), moment) }),
        ]
        let sorted = duties.enumerated().sorted {
            ($0.element.deadline ?? .max, $0.offset) < ($1.element.deadline ?? .max, $1.offset)
        }
        let rows = sorted.map { _, duty -> Table.Row in
            let obligation = plan.obligations[duty.obligation]
            let stage = stage(duty)
            var who: [Run] = [
                .text(edition.title(.obligation, duty.obligation), .strong), Run(.lineBreak),
                .text(edition.stage(duty.name)),
            ]
            let authority = obligation.map { edition.text($0.authority) } ?? ""
            if !authority.isEmpty { who.append(.text(" – " + authority, .small)) }
            let limit = stage?.deadline.map { words.limit($0.value) } ?? words.noDelay
            var from = ""
            switch stage?.from?.value {
            case .clock(let start): from = words.after(start)
            case .stage(let name): from = words.afterStage(edition.stage(name))
            case nil: break
            }
            var planned: [Run] = []
            if let fulfilment = duty.fulfilment {
                if let minutes = fulfilment.minutes { planned.append(.text(words.offset(minutes: minutes), .time)) }
                if let id = fulfilment.message {
                    planned += [
                        Run(.lineBreak), .text(edition.title(.message, id), link: destination(of: .init(.message, id))),
                    ]
                }
            } else {
                planned = [.text(words.nothingPlanned, .strong)]
            }
            return .init(runs: [
                who, [.text(limit, .strong), Run(.lineBreak), .text(from, .small)], planned,
                [Run(.blank(label: "", width: 8))],
                [Run(.tick), .text(" "), Run(.blank(label: "", width: 6))],
            ])
        }
        blocks.append(
            .table(
                Table(
                    summary: words.section(.deadlines),
                    columns: [
                        .init([.text(words.duty)], weight: 3), .init([.text(words.limit)], weight: 2),
                        .init([.text(words.planned)], weight: 2),
                        .init([.text(words.latest)]), .init([.text(words.doneAtHour)]),
                    ], rows: rows)))
        return blocks
    }

    private func stage(_ duty: Duty) -> Obligation.Stage? {
        guard let stages = plan.obligations[duty.obligation]?.stages, stages.indices.contains(duty.stage) else {
            return nil
        }
        return stages[duty.stage]
    }

    /// Each obligation: whose, by which law, what it asks.
    func obligationBlocks(scenes: [Scene]) -> [Block] {
        let named = Set(scenes.flatMap { $0.scenario?.obligations.map(\.id) ?? [] })
        return plan.obligations.filter { named.contains($0.id) }.flatMap { obligation -> [Block] in
            var facts: [Fact] = []
            func add(_ label: String, _ text: String) { if !text.isEmpty { facts.append(Fact(label, [.text(text)])) } }
            add(words.authority, edition.text(obligation.authority))
            add(words.law, edition.text(obligation.law))
            add(words.toWhom, obligation.audience.map { edition.title(.audience, $0.id) } ?? "")
            add(words.appliesWhen, obligation.when?.value == .personalData ? words.personalData : "")
            add(
                words.scenarios,
                words.list(
                    scenes.filter { scene in scene.scenario?.obligations.contains { $0.id == obligation.id } ?? false }
                        .map(\.title)))
            add(words.verified, obligation.verified.map { words.date($0.value) } ?? words.textNeverRead)
            if let source = obligation.source?.value {
                let isPage = (source.hasPrefix("https://") || source.hasPrefix("http://")) && !source.contains(" ")
                facts.append(
                    Fact(words.source, [.text(source, isPage ? .code : [], link: isPage ? .uri(source) : nil)]))
            }
            let stages = obligation.stages.map { stage -> Table.Row in
                var from = ""
                switch stage.from?.value {
                case .clock(let start): from = words.after(start)
                case .stage(let name): from = words.afterStage(edition.stage(name))
                case nil: break
                }
                return .init(runs: [
                    [.text(edition.stage(stage.name.value), .strong)],
                    [.text(stage.deadline.map { words.limit($0.value) } ?? words.noDelay), .text(" " + from, .small)],
                    [.text(stage.contents.map { words.element($0.value) }.joined(separator: ", "))],
                ])
            }
            let body = obligation.body.body(edition.locale)?.blocks ?? []
            return [
                .together([
                    .heading(
                        level: 2, [.text(edition.title(.obligation, obligation.id))],
                        anchor: "obligation-\(obligation.id)"), .facts(facts),
                    .table(
                        Table(
                            summary: edition.title(.obligation, obligation.id),
                            columns: [
                                .init([.text(words.stage)]), .init([.text(words.limit)]),
                                .init([.text(words.contentsAsked)], weight: 2),
                            ],
                            rows: stages)),
                ])
            ] + blocks(body, anchors: "obligation-\(obligation.id)", level: 3)
        }
    }
}

extension Edition {
    /// A stage's name is an id; its hyphens are spaces to a reader.
    func stage(_ name: String) -> String { words.stageName(name) }
}
