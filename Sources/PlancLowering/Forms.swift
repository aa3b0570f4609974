import PlancAnalysis
import PlancDocument
import PlancMarkup
import PlancModel

/// Forms to fill in, each with what the plan knows already: who keeps it, whom it goes to, what is counted on.
extension PackPrinting {
    /// The sheets of the log, then each form that the pack asks for, on a page of its own. In somebody's own copy: those that are kept
    /// by them.
    func formsPart() -> [Block] {
        var parts: [[Block]] = []
        // In a pack for one role alone, the sheets of the log are that role's.
        if pack.includes(.logSheets), holder == nil || pack.for.count == 1 { parts.append(chapterBlocks(.logSheets)) }
        for section in PackSection.forms where pack.includes(section) && isKeptHere(section) {
            let inner = form(section)
            if inner.isEmpty { continue }
            parts.append(
                [.heading(level: 2, [.text(words.section(section))], anchor: "chapter-\(section.rawValue)")] + inner)
        }
        return Array(parts.joined(separator: [Block.pageBreak]))
    }

    /// One form, below a heading with its name.
    func form(_ section: PackSection) -> [Block] {
        switch section {
        case .mediaLog: mediaLog()
        case .rumourLog: rumourLog()
        case .situationReport: situationReports()
        case .shiftHandover: shiftHandover()
        case .standDown: standDown()
        case .readAndUnderstood: readAndUnderstood()
        case .grabBag: grabBag()
        default: []
        }
    }

    private func isKeptHere(_ section: PackSection) -> Bool {
        guard let holder else { return true }
        return switch section {
        case .situationReport, .readAndUnderstood: true
        case .grabBag: false
        default: keepers(of: section).contains { $0.id == holder.id }
        }
    }

    // MARK: Who keeps a form

    /// By the marks of the plan's steps, else by what the plan says of channels and messages, else whoever answers for the plan.
    private func keepers(of section: PackSection) -> [Role] {
        var ids: [String] = []
        func add(_ id: String?) {
            if let id, edition.plan.roles[id] != nil, !ids.contains(id) { ids.append(id) }
        }
        func addDoers(_ meaning: StepMeaning) {
            for context in scenes {
                for entry in context.timeline?.entries ?? []
                where entry.step.meanings.contains(where: { $0.value == meaning }) {
                    for role in entry.roles { add(role.id) }
                }
            }
        }
        switch section {
        case .mediaLog: for role in edition.pressRoles { add(role.id) }
        case .rumourLog: addDoers(.watch)
        case .shiftHandover: addDoers(.handOver)
        case .standDown:
            addDoers(.end)
            for level in edition.plan.info.levels { add(level.endsBy?.id) }
        default: break
        }
        if ids.isEmpty { add(edition.plan.info.owner?.id) }
        return ids.compactMap { edition.plan.roles[$0] }
    }

    /// Role, name and number of each, one a line.
    func whoAndNumbers(_ roles: [Role]) -> [Run] {
        roles.enumerated().flatMap { place, role -> [Run] in
            (place > 0 ? [Run(.lineBreak)] : []) + [.text(edition.title(of: role), .strong)]
                + (everyday.acting(role).map { [.text(" – ")] + everyday.nameAndNumber($0) } ?? [])
        }
    }

    /// Who keeps it, which sheet it is, and in which scenario.
    private func head(_ section: PackSection, _ more: [Fact] = []) -> Block {
        let sheet: [Run] = [
            Run(.blank(label: words.numberBlank, width: 4)), .text("  "),
            Run(.blank(label: words.dateBlank, width: 12)),
        ]
        var facts = [Fact(words.keptBy, whoAndNumbers(keepers(of: section))), Fact(words.sheetNumber, sheet)]
        if scenes.count > 1 { facts.append(Fact(words.scenarioBlank, scenarioBoxes)) }
        return .facts(facts + more)
    }

    var scenarioBoxes: [Run] {
        scenes.enumerated().flatMap { place, context -> [Run] in
            [
                .text(place > 0 ? "   " : ""), Run(.tick),
                // A title is longer than a telephone is wide: its words may part.
                .text("\u{A0}\(context.digit)\u{A0}\(context.shortTitle)"),
            ]
        }
    }

    private func blankTable(_ title: String, _ columns: [(String, Double)], rows: Int = 30) -> Block {
        .table(
            Table(
                summary: title, columns: columns.map { .init([.text($0.0)], weight: $0.1) }, rows: [], blankRows: rows,
                hasRowHeaders: false))
    }

    // MARK: Logs of what is said outside

    private func mediaLog() -> [Block] {
        let plan = edition.plan
        var facts: [Fact] = []
        let press = Set(plan.audiences.filter { $0.type.value == .press }.map(\.id))
        let messages = plan.messages.filter { message in
            message.audiences.contains { press.contains($0.id) }
                && scenes.contains { message.scenarios.contains($0.id) }
        }
        // Who sends them speaks; of what no step sends, whoever answers for it.
        let speakers = messages.flatMap { message -> [Role] in
            let senders = scenes.flatMap { $0.senders(of: message) }
            return senders.isEmpty ? edition.roles([message.owner].compactMap(\.self)) : senders
        }.reduce(into: [Role]()) { found, role in
            if !found.contains(where: { $0.id == role.id }) { found.append(role) }
        }
        if !speakers.isEmpty { facts.append(Fact(words.answersPress, whoAndNumbers(speakers))) }
        let texts = messages.filter { $0.phase.value == .during }
        if !texts.isEmpty {
            let names = texts.map { "\(edition.mark(of: $0)) \(edition.title(.message, $0.id))" }
            facts.append(Fact(words.sayOnly, [.text(names.joined(separator: words.semicolon))]))
        }
        return [
            head(.mediaLog, facts),
            blankTable(
                words.section(.mediaLog),
                [
                    (words.time, 1), (words.mediumAndNumber, 3), (words.question, 4), (words.theirDeadline, 1.5),
                    (words.answerGiven, 3), (words.answeredAt, 1.5),
                ]),
        ]
    }

    private func rumourLog() -> [Block] {
        let plan = edition.plan
        let open: Set<ChannelType> = [.social, .web, .statusPage, .hotline, .press, .radio]
        let places = plan.channels.filter { channel in
            open.contains(channel.type.value)
                && (scenes.isEmpty || scenes.contains { $0.reach.outage(channel: channel.id) == nil })
        }
        var facts: [Fact] = []
        if !places.isEmpty {
            facts.append(
                Fact(
                    words.whereToLook,
                    places.enumerated().flatMap { place, channel -> [Run] in
                        [
                            .text(place > 0 ? "   " : ""), Run(.tick),
                            .text("\u{A0}" + edition.title(.channel, channel.id)),
                        ] + whereOut(channel)
                    }))
        }
        let checkers = edition.rolesOnce(plan.fields.compactMap(\.confirmedBy))
        if !checkers.isEmpty { facts.append(Fact(words.checkedWithWhom, whoAndNumbers(checkers))) }
        return [
            head(.rumourLog, facts),
            blankTable(
                words.section(.rumourLog),
                [
                    (words.time, 1), (words.seenWhere, 2.5), (words.whatIsSaid, 4), (words.trueOrFalse, 1.7),
                    (words.checkedWith, 2), (words.answeredBy, 2.5),
                ]),
        ]
    }

    /// In which scenarios of the pack a channel is out.
    private func whereOut(_ channel: Channel) -> [Run] {
        let out = scenes.compactMap { context in context.reach.outage(channel: channel.id).map { (context.digit, $0) } }
        guard let first = out.first else { return [] }
        return [.text(" (\(words.state(first.1))\(words.inNumbered(out.map(\.0))))", .small)]
    }

    // MARK: Situation reports

    /// In somebody's own copy that role's report; in a pack of forms one for each role; in a binder for all, the sheet on which their
    /// reports come together.
    private func situationReports() -> [Block] {
        if let holder { return situationReport(of: holder) }
        let roles = pack.for.filter { $0.target.kind == .role }.compactMap { edition.plan.roles[$0.target.id] }
        if roles.count == 1 { return situationReport(of: roles[0]) }
        var blocks = collectedReports(roles)
        if !hasLeaf {
            for role in roles {
                blocks += [
                    .pageBreak,
                    .heading(
                        level: 2, [.text("\(words.situation) – \(edition.title(of: role))")],
                        anchor: "situation-\(role.id)"),
                ]
                blocks += situationReport(of: role)
            }
        }
        return blocks
    }

    private func collectedReports(_ roles: [Role]) -> [Block] {
        let rows = roles.map { role -> Table.Row in
            .init(runs: [
                whoAndNumbers([role]), [Run(.blank(label: "", width: 6))],
                [
                    Run(.tick), .text("\u{A0}" + words.worksWell), Run(.lineBreak), Run(.tick),
                    .text("\u{A0}" + words.worksPartly), Run(.lineBreak), Run(.tick),
                    .text("\u{A0}" + words.stopped),
                ],
                [Run(.blank(label: "", width: 24))],
            ])
        }
        return [
            .facts([everyday.reportNumber, Fact(words.writtenBy, [Run(.blank(label: "", width: 24))])]),
            .table(
                Table(
                    summary: words.situation,
                    columns: [
                        .init([.text(words.role)], weight: 3), .init([.text(words.reportedAt)], weight: 1),
                        .init([.text(words.stateNow)], weight: 1.5), .init([.text(words.whatIsMissing)], weight: 3),
                    ], rows: rows)),
        ] + everyday.situationQuestions()
    }

    private func situationReport(of role: Role) -> [Block] {
        var facts = [everyday.reportNumber, Fact(words.reportFrom, whoAndNumbers([role]))]
        if let owner = edition.plan.info.owner.flatMap({ edition.plan.roles[$0] }), owner.id != role.id {
            facts.append(Fact(words.reportTo, whoAndNumbers([owner])))
        }
        var blocks: [Block] = [.facts(facts)]
        let rows = ownThings(of: role)
        if !rows.isEmpty {
            blocks.append(
                .table(
                    Table(
                        summary: words.yourArea,
                        columns: [
                            .init([.text(words.yourArea)], weight: 3), .init([.text(words.backWithin)], weight: 2),
                            .init([.text(words.stateNow)], weight: 2), .init([.text(words.expectedBack)], weight: 1.5),
                        ], rows: rows)))
        }
        return blocks + everyday.situationQuestions(isShort: true)
    }

    /// What a role answers for: its activities, the systems about which it is called, the channels that it works.
    private func ownThings(of role: Role) -> [Table.Row] {
        let plan = edition.plan
        func row(_ title: String, _ within: String, _ later: [Run] = []) -> Table.Row {
            .init(runs: [
                [.text(title, .strong)], [.text(within)] + later,
                [
                    Run(.tick), .text("\u{A0}" + words.worksWell + "  "), Run(.tick),
                    .text("\u{A0}" + unbroken(words.worksPartly) + "  "), Run(.tick), .text("\u{A0}" + words.stopped),
                ], [Run(.blank(label: "", width: 8))],
            ])
        }
        func within(_ rto: TimeAmount?, _ mtpd: TimeAmount? = nil) -> String {
            [rto.map { words.rto(words.duration($0)) }, mtpd.map { words.mtpd(words.duration($0)) }]
                .compactMap(\.self).joined(separator: words.semicolon)
        }
        let people = Set(role.people.map(\.id))
        let systems = plan.systems.filter { system in
            guard let contact = system.contact?.target else { return false }
            return contact.kind == .role && contact.id == role.id
                || contact.kind == .person && people.contains(contact.id)
        }
        let activities = plan.activities.filter { $0.owner?.id == role.id }
        let channels = plan.channels.filter { $0.operatedBy?.id == role.id }
        var rows: [Table.Row] = []
        for one in activities {
            rows.append(
                row(
                    edition.title(.activity, one.id), within(one.rto?.value, one.mtpd?.value),
                    everyday.later(than: one.rto?.value, one.dependsOn, scenes)))
        }
        for one in systems {
            rows.append(
                row(
                    edition.title(.system, one.id), within(one.rto?.value),
                    everyday.later(than: one.rto?.value, one.id, scenes)))
        }
        for one in channels { rows.append(row(edition.title(.channel, one.id), "")) }
        return rows
    }
}

extension Edition {
    /// Who works the channels to the press, else who answers for what it is told.
    var pressRoles: [Role] {
        let press = Set(plan.audiences.filter { $0.type.value == .press }.map(\.id))
        let operators = plan.channels.filter { $0.type.value == .press }.compactMap(\.operatedBy)
        let owners = plan.messages.filter { message in
            message.phase.value == .during && message.audiences.contains { press.contains($0.id) }
        }.compactMap(\.owner)
        return rolesOnce(operators.isEmpty ? owners : operators)
    }

    /// The roles that are referred to, each once, in the order of the references.
    func rolesOnce(_ references: [Reference]) -> [Role] {
        roles(references).reduce(into: []) { found, role in
            if !found.contains(where: { $0.id == role.id }) { found.append(role) }
        }
    }
}
