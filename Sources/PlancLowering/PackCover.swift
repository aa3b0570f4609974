import PlancDocument
import PlancMarkup
import PlancModel

extension PackPrinting {
    /// `gaps`: what is not in this copy.
    func cover(_ gaps: [Block]) -> [Block] {
        let info = edition.plan.info
        var facts = [
            Fact(words.organisation, [.text(edition.text(info.organisation), .strong)]),
            Fact(words.plan, [.text(edition.text(info.title))]),
        ]
        facts += versionFacts()
        if let label {
            facts.append(
                Fact(words.classification, [.text(label.rawValue, .strong), .text(" – " + words.meaning(of: label))]))
        }
        if !pack.copies.isEmpty {
            if let copy {
                let holder = edition.holder(of: pack.copies[copy])
                facts.append(
                    Fact(
                        words.copyLabel,
                        [.text(words.copy("\(copy + 1)", of: pack.copies.count), .strong), .text(" – " + holder)]))
            } else {
                facts.append(
                    Fact(
                        words.copyLabel,
                        [
                            Run(.blank(label: words.numberBlank, width: 6)), .text(" / \(pack.copies.count)  "),
                            Run(.blank(label: words.holder, width: 24)),
                        ]))
            }
        }
        facts.append(Fact(words.scenarios, [.text(words.separated(scenes.map(\.title)))]))
        var blocks: [Block] = [.facts(facts)] + gaps
        if !pack.isForAudience { blocks += everyday.firstCall() }
        blocks.append(
            .together([
                .paragraph([.text(words.onTheDay, .strong)], .body),
                .facts([
                    Fact(words.activation, moment), Fact(words.awareAt, moment),
                    Fact(words.scenarioBlank, [Run(.blank(label: "", width: 30))]),
                    Fact(words.activatedBy, [Run(.blank(label: words.nameBlank, width: 24))]),
                ]),
            ]))
        // How the plan is used is for those who use it.
        let body = everyday.isForOutsiders ? [] : info.body.body(edition.locale)?.blocks ?? []
        return blocks + everyday.blocks(body, anchors: "plan", level: 3)
    }

    /// Version, date, approval, and when the plan is to be read again.
    func versionFacts() -> [Fact] {
        let info = edition.plan.info
        var facts = [Fact(words.versionLabel, [.text(info.version.value, .strong)])]
        if let date = info.date { facts.append(Fact(words.dateLabel, [.text(words.date(date))])) }
        facts.append(Fact(words.approvedBy, approval))
        if let last = info.review.last?.value {
            let every = info.review.every.value
            let next = last.adding(months: every.months).adding(days: every.businessDays + every.minutes / 1440)
            facts.append(Fact(words.reviewBefore, [.text(words.date(next))]))
        }
        let notJudged = edition.options.notJudged
        if !pack.isForAudience, let notJudged {
            facts.append(Fact(words.checkLabel, [.text(notJudged.text(edition.locale.spoken))]))
        }
        if let revision = edition.options.revision { facts.append(Fact(words.revision, [.text(revision, .code)])) }
        return facts
    }

    /// Who approved the plan and when; that nobody did; that it has changed since.
    private var approval: [Run] {
        guard let approved = edition.plan.info.approved, let on = approved.on else {
            return [.text(words.notApproved, .strong)]
        }
        let by = approved.by.map { edition.title(.role, $0.id) } ?? ""
        let line = [by, words.date(on.value)].filter { !$0.isEmpty }.joined(separator: ", ")
        return [.text(line)]
            + (edition.plan.hasChangedSinceApproval ? [.text(" – "), .text(words.changedSince, .strong)] : [])
    }

    private var moment: [Run] {
        [Run(.blank(label: words.dateBlank, width: 12)), .text(" "), Run(.blank(label: words.timeBlank, width: 8))]
    }

    /// Who decides, on what signs.
    func activation() -> [Block] {
        let plan = edition.plan
        var blocks: [Block] = []
        if !plan.info.levels.isEmpty {
            let rows = plan.info.levels.enumerated().map { place, level -> Table.Row in
                let role = level.decides.flatMap { plan.roles[$0] }
                let decides: [Run] =
                    role.map { role in
                        [.text(edition.title(of: role), .strong)]
                            + (everyday.acting(role).map { [Run(.lineBreak)] + everyday.nameAndNumber($0) } ?? [])
                    } ?? []
                return .init(runs: [
                    [Run(.tick), .text(" \(edition.text(level.name))", .strong)], [.text(edition.text(level.when))],
                    decides + ender(of: level, behind: decides),
                ])
            }
            blocks += [
                .heading(level: 2, [.text(words.levels)], anchor: "activation-levels"),
                .table(
                    Table(
                        summary: words.levels,
                        columns: [
                            .init([.text(words.level)]), .init([.text(words.when)], weight: 3),
                            .init([.text(words.decides)], weight: 2),
                        ],
                        rows: rows)),
            ]
        }
        for context in scenes {
            guard let scenario = context.scenario else { continue }
            var facts: [Fact] = []
            if let role = scenario.activatedBy.flatMap({ plan.roles[$0] }) {
                facts.append(
                    Fact(
                        words.decides,
                        [.text(edition.title(of: role), .strong), .text(" – ")]
                            + (context.acting(role).map { context.nameAndNumber($0) } ?? [])))
            }
            facts += edition.dangerAndEnd(of: scenario)
            facts += context.takenAway(by: scenario)
            if !scenario.affects.isEmpty {
                facts.append(
                    Fact(words.affected, [.text(words.list(scenario.affects.map { edition.title(.audience, $0.id) }))]))
            }
            if !scenario.obligations.isEmpty {
                facts.append(
                    Fact(
                        words.section(.obligations),
                        [.text(words.list(scenario.obligations.map { edition.title(.obligation, $0.id) }))]))
            }
            let body = scenario.body.body(edition.locale)?.blocks ?? []
            blocks.append(
                .together(
                    [.heading(level: 2, [.text(context.title)], anchor: context.anchor("activation"))]
                        + context.blocks(body, anchors: context.anchor("recognise"), level: 3)
                        + (facts.isEmpty ? [] : [.facts(facts)])))
        }
        return blocks
    }

    /// Who has which copy, and what changed from version to version.
    func registers() -> [Block] {
        var blocks: [Block] = []
        func heading(_ title: String, _ anchor: String) {
            blocks += (blocks.isEmpty ? [.pageBreak] : []) + [.heading(level: 1, [.text(title)], anchor: anchor)]
        }
        if !pack.copies.isEmpty {
            heading(words.distribution, "chapter-distribution")
            blocks += edition.copies(
                of: RegisteredPack(pack: pack, privateCount: privateCount), isSigned: copy == nil,
                isClose: hasLeaf && !everyday.isLargePrint)
        }
        let history = edition.history
        if !history.isEmpty {
            heading(words.history, "chapter-history")
            blocks.append(
                .table(
                    Table(
                        summary: words.history,
                        columns: [
                            .init([.text(words.versionLabel)], weight: 0), .init([.text(words.dateLabel)], weight: 0),
                            .init([.text(words.byWhom)], weight: 2),
                            .init([.text(words.whatChanged)], weight: 4),
                        ],
                        rows: history.map { line in
                            .init(runs: [
                                [.text(line.version)], [.text(line.date)], [.text(line.by)], [.text(line.what)],
                            ])
                        })))
        }
        return blocks
    }
}

extension Edition {
    /// As given with the options, else the plan's own, the newest first.
    fileprivate var history: [LoweringOptions.Revision] {
        if let given = options.history { return given }
        return plan.info.revisions.enumerated().sorted { a, b in
            let (first, second) = (a.element.date?.value.dayNumber ?? 0, b.element.date?.value.dayNumber ?? 0)
            return first != second ? first > second : a.offset > b.offset
        }.map { _, revision in
            .init(
                version: revision.version?.value ?? "", date: revision.date.map { words.date($0.value) } ?? "",
                by: revision.by.map { title(.role, $0.id) } ?? "", what: text(revision.what))
        }
    }
}
