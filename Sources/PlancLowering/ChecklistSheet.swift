import PlancAnalysis
import PlancDocument
import PlancMarkup
import PlancModel

extension ScenarioContext {
    /// All that is done in a scenario, by everyone, in its order.
    func checklistSheet() -> Document {
        edition.document(
            "checklists-\(id)", title: words.checklistTitle(title), purpose: usage, blocks: checklistBlocks(level: 1))
    }

    /// "Use this sheet when …": the first paragraph of the scenario's own text.
    var usage: [Run] {
        let body = scenario?.body.body(edition.locale)?.blocks ?? []
        if case .paragraph(let inlines)? = body.first?.content {
            return [.text(words.useWhen + " ", .strong)] + runs(inlines)
        }
        return [.text(words.useFor(title))]
    }

    /// What is done before a crisis comes last: nobody may have to leaf past it on the day.
    static let phases = [Phase.during, .after, .before]

    func checklistBlocks(level: Int, phases: [Phase] = Self.phases) -> [Block] {
        var blocks = opening()
        let body = scenario?.body.body(edition.locale)?.blocks ?? []
        var rest: [Block] = []
        if case .paragraph(let told)? = body.first?.content {
            rest = figures(told) + self.blocks(Array(body.dropFirst()), anchors: anchor("scenario"), level: 4)
        } else {
            rest = self.blocks(body, anchors: anchor("scenario"), level: 4)
        }
        if !rest.isEmpty {
            blocks.append(.callout(Callout(.remark, title: [.text(words.recognise)], blocks: rest)))
        }
        for phase in phases {
            let inner = phaseBlocks(phase, level: level + 1).below(words.phase(phase))
            if inner.isEmpty { continue }
            blocks.append(.heading(level: level, [.text(words.phase(phase))], anchor: anchor("phase", phase.rawValue)))
            blocks += inner
        }
        if timeline?.entries.isEmpty ?? true { blocks.append(.paragraph([.text(words.noSteps)], .body)) }
        blocks.append(.end([.text(words.endOfChecklist(title))]))
        return blocks
    }

    /// The stages of a phase; `without`: steps that stand elsewhere.
    func phaseBlocks(_ phase: Phase, level: Int, without steps: [PlannedStep] = []) -> [Block] {
        blocks(sections(phase, without: steps), level: level, anchors: "stage", phase.rawValue)
    }

    /// A list that goes on from the first page of its scenario, with the words that say so: behind what introduces its first stage,
    /// so that they stay with its first steps.
    func goingOn(_ list: [Block]) -> [Block] {
        let link = Run.Destination.anchor(anchor("first"))
        let runs: [Run] = [
            .text(words.firstActions, .strong, link: link),
            Run(.page(of: anchor("first"), before: words.onPage), .strong, link: link),
        ]
        var list = list
        let steps = list.firstIndex { if case .steps = $0 { true } else { false } } ?? list.endIndex
        if steps > 0, case .paragraph(let introduction, .body) = list[steps - 1] {
            list[steps - 1] = .paragraph(introduction + [.text(" – ")] + runs, .body)
        } else {
            list.insert(.paragraph(runs, .body), at: steps)
        }
        return list
    }

    func blocks(_ sections: [Section], level: Int, anchors: String...) -> [Block] {
        sections.enumerated().flatMap { place, section -> [Block] in
            let anchor = anchor(anchors.joined(separator: "-"), "\(place + 1)")
            return [.heading(level: level, section.heading, anchor: anchor)] + section.introduction
                + lists(section.rows, title: section.heading.plainText)
        }
    }

    /// The steps taken before a crisis: scenarios that agree in them can share a list.
    var preparation: [String] {
        checklists(.before).map(\.id)
            + (timeline?.entries ?? []).filter { $0.phase == .before }.map { "\($0.checklist) \($0.stage) \($0.path)" }
            + messagesInOrder.filter { $0.phase.value == .before }.map(\.id)
    }

    /// What is done in one phase: scenarios that agree in it can share a list.
    func preparation(_ phase: Phase) -> [String] {
        checklists(phase).map(\.id)
            + (timeline?.entries ?? []).filter { $0.phase == phase }.map { "\($0.checklist) \($0.stage) \($0.path)" }
    }

    /// T0 to fill in, who may be hurt, when it is over, who to call, what not to use.
    func opening() -> [Block] {
        let toFillIn = [
            Fact(
                words.activation,
                [
                    Run(.blank(label: words.dateBlank, width: 12)), .text(" "),
                    Run(.blank(label: words.timeBlank, width: 8)),
                ]),
            Fact(words.activatedBy, [Run(.blank(label: words.nameBlank, width: 24))]),
        ]
        var blocks: [Block] = [.facts(danger + toFillIn + end)]
        blocks += firstCall()
        blocks += outages()
        return blocks
    }

    /// Who may be hurt here.
    var danger: [Fact] { scenario.map(edition.danger) ?? [] }
    /// By what it is seen that it is over.
    var end: [Fact] { scenario.map(edition.end) ?? [] }

    /// No more than nine steps at a stretch: then a pause, to make sure that all is done. All stretches have the title of the list:
    /// it is above the first, and where one goes on over the page.
    func lists(_ rows: [StepRow], title: String) -> [Block] {
        let most = 9
        guard rows.count > most else {
            return rows.isEmpty ? [] : [.steps(StepList(title: title, steps: rows, whoIsBelow: isInPack))]
        }
        let count = (rows.count + most - 1) / most
        var blocks: [Block] = []
        var start = 0
        for part in 0..<count {
            let end = rows.count * (part + 1) / count
            blocks.append(.steps(StepList(title: title, steps: Array(rows[start..<end]), whoIsBelow: isInPack)))
            if part + 1 < count { blocks.append(.paragraph([Run(.tick), .text(" " + words.pause, .strong)], .note)) }
            start = end
        }
        return blocks
    }
}
