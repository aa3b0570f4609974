import PlancAnalysis
import PlancDocument
import PlancModel

/// Forms by which a crisis goes from one shift to the next, ends, and is prepared for.
extension PackPrinting {
    private var moment: [Run] {
        [Run(.blank(label: words.dateBlank, width: 12)), .text(" "), Run(.blank(label: words.timeBlank, width: 8))]
    }

    private var signature: [Run] {
        [
            Run(.blank(label: words.nameBlank, width: 18)), .text("  "),
            Run(.blank(label: words.signatureBlank.capitalisedFirst, width: 14)),
        ]
    }

    private func boxes(_ lines: [String]) -> Block {
        .list(List(lines.map { List.Item([.paragraph([.text($0)], .body)], box: false) }))
    }

    /// The roles that are filled by turns: those that the pack is for.
    private var roles: [Role] {
        if let holder { return [holder] }
        return pack.for.filter { $0.target.kind == .role }.compactMap { edition.plan.roles[$0.target.id] }
    }

    func shiftHandover() -> [Block] {
        var facts: [Fact] = [Fact(words.handedOverAt, moment)]
        if scenes.count > 1 { facts.append(Fact(words.scenarioBlank, scenarioBoxes)) }
        let rows = roles.map { role -> Table.Row in
            .init(runs: [
                [.text(edition.title(of: role), .strong)],
                [.text(words.list(edition.people(role.people).map { unbroken($0.name) }))],
                [Run(.blank(label: "", width: 10))], [Run(.blank(label: "", width: 10))],
            ])
        }
        return [
            .facts(facts),
            .heading(level: 3, [.text(words.readTogether)], anchor: "handover-together"),
            boxes([
                words.logRead, words.decisionsOpen, words.nextMessages, words.rumoursOpen, words.keysHandedOver,
                words.nextHandover,
            ]),
            .heading(level: 3, [.text(words.whoTakesOver)], anchor: "handover-people"),
            .table(
                Table(
                    summary: words.whoTakesOver,
                    columns: [
                        .init([.text(words.role)], weight: 3), .init([.text(words.canBeFilledBy)], weight: 4),
                        .init([.text(words.goes)], weight: 2), .init([.text(words.comes)], weight: 2),
                    ], rows: rows)),
        ] + stateTable() + clocksRunning() + [
            .together([
                .paragraph([.text(words.stillToDo, .strong)], .body), .writingLines(5),
                .facts([Fact(words.goes, signature), Fact(words.comes, signature)]),
            ])
        ]
    }

    /// What is out at T0 in a scenario of the pack, once each, with room for what holds now.
    private func stateTable() -> [Block] {
        var rows: [(id: String, title: String, digits: [String], state: String)] = []
        for context in scenes {
            for (system, outage) in context.reach.systemsOut {
                let state = words.state(outage)
                if let place = rows.firstIndex(where: { $0.id == system.id && $0.state == state }) {
                    rows[place].digits.append(context.digit)
                } else {
                    rows.append((system.id, edition.title(.system, system.id), [context.digit], state))
                }
            }
        }
        if rows.isEmpty { return [] }
        rows = plan(ordering: rows)
        return [
            .heading(level: 3, [.text(words.stateOfSystems)], anchor: "handover-state"),
            .table(
                Table(
                    summary: words.stateOfSystems,
                    columns: [
                        .init([.text(words.system)], weight: 3), .init([.text(words.atT0)], weight: 4),
                        .init([.text(words.stateNow)], weight: 3), .init([.text(words.saidBy)], weight: 2),
                    ],
                    rows: rows.map { row in
                        .init(runs: [
                            [.text(row.title, .strong)],
                            [.text(row.state)]
                                + (scenes.count > 1
                                    ? [.text(" (\(words.numbered(row.digits)))", .small)] : []),
                            [
                                Run(.tick), .text("\u{A0}" + words.stopped), Run(.lineBreak), Run(.tick),
                                .text("\u{A0}" + unbroken(words.backSince) + " "), Run(.blank(label: "", width: 6)),
                            ], [Run(.blank(label: "", width: 8))],
                        ])
                    })),
        ]
    }

    /// Systems in the order of the plan, whatever the scenario that takes them away first.
    private func plan(ordering rows: [(id: String, title: String, digits: [String], state: String)])
        -> [(id: String, title: String, digits: [String], state: String)]
    {
        rows.enumerated().sorted { a, b in
            let systems = edition.plan.systems
            let (first, second) = (systems.index(of: a.element.id) ?? 0, systems.index(of: b.element.id) ?? 0)
            return first != second ? first < second : a.offset < b.offset
        }.map(\.element)
    }

    /// The duties of the law, each with room for its hour and whether it is done.
    private func clocksRunning() -> [Block] {
        var rows: [Table.Row] = []
        var seen = Set<String>()
        for duty in scenes.flatMap({ $0.timeline?.duties ?? [] })
        where seen.insert("\(duty.obligation)/\(duty.name)").inserted {
            let limits = edition.terms(of: duty).map { $0.limit }
            rows.append(
                .init(runs: [
                    [
                        .text(edition.title(.obligation, duty.obligation), .strong),
                        .text(" – " + edition.stage(of: duty)),
                    ],
                    [.text(limits.joined(separator: words.semicolon))], [Run(.blank(label: "", width: 8))],
                    [Run(.tick), .text("\u{A0}"), Run(.blank(label: "", width: 6))],
                ]))
        }
        if rows.isEmpty { return [] }
        return [
            .heading(level: 3, [.text(words.section(.deadlines))], anchor: "handover-clocks"),
            .table(
                Table(
                    summary: words.section(.deadlines),
                    columns: [
                        .init([.text(words.duty)], weight: 5), .init([.text(words.limit)], weight: 2),
                        .init([.text(words.latest)], weight: 1.5), .init([.text(words.doneAtHour)], weight: 1.5),
                    ], rows: rows)),
        ]
    }

    // MARK: The end

    func standDown() -> [Block] {
        let info = edition.plan.info
        var facts: [Fact] = []
        if scenes.count > 1 { facts.append(Fact(words.scenarioBlank, scenarioBoxes)) }
        let enders = info.levels.compactMap { $0.endsBy ?? $0.decides }
        let deciders = edition.rolesOnce(enders.isEmpty ? [info.owner].compactMap(\.self) : enders)
        facts.append(Fact(words.decides, whoAndNumbers(deciders)))
        facts.append(Fact(words.endsAt, moment))
        facts.append(Fact(words.signedBy, signature))
        var blocks: [Block] = [.facts(facts)]
        let signs = scenes.compactMap { context -> [Block]? in
            let end = context.scenario.map { edition.text($0.endsWhen) } ?? ""
            if end.isEmpty { return nil }
            return [.paragraph([.text(context.title + words.colon, .strong), .text(end)], .body)]
        }
        if !signs.isEmpty {
            blocks += [
                .heading(level: 3, [.text(words.overWhen)], anchor: "stand-down-signs"),
                .list(List(signs.map { List.Item($0, box: false) })),
            ]
        }
        return blocks + toldOfTheEnd() + [
            .heading(level: 3, [.text(words.beforePeopleGo)], anchor: "stand-down-before"),
            boxes([
                words.channelsGivenBack, words.logsCollected, words.costsNoted, words.copiesBack, words.bagFilled,
                words.peopleThanked,
            ]),
            .facts([
                Fact(words.reviewMeeting, moment),
                Fact(words.reviewLedBy, [Run(.blank(label: words.nameBlank, width: 24))]),
            ]),
        ]
    }

    /// Every audience that a scenario of the pack affects, with the message that tells it afterwards.
    private func toldOfTheEnd() -> [Block] {
        let plan = edition.plan
        let affected = plan.audiences.filter { audience in scenes.contains { $0.affects(audience) } }
        if affected.isEmpty { return [] }
        let rows = affected.map { audience -> Table.Row in
            let messages = plan.messages.filter { message in
                message.phase.value == .after && message.inReplyTo == nil
                    && message.audiences.contains { $0.id == audience.id }
                    && scenes.contains { message.scenarios.contains($0.id) }
            }
            let names = messages.map { message in
                let own = scenes.filter { message.scenarios.contains($0.id) }.map(\.digit)
                let digits = own.count == scenes.count ? "" : " (\(own.joined(separator: ", ")))"
                return "\(edition.mark(of: message)) \(edition.title(.message, message.id))\(digits)"
            }
            return .init(runs: [
                [.text(edition.title(.audience, audience.id), .strong)],
                [.text(names.isEmpty ? words.noTextForEnd : names.joined(separator: words.semicolon))],
                [Run(.tick), .text("\u{A0}"), Run(.blank(label: "", width: 6))],
            ])
        }
        return [
            .heading(level: 3, [.text(words.whoIsTold)], anchor: "stand-down-told"),
            .table(
                Table(
                    summary: words.whoIsTold,
                    columns: [
                        .init([.text(words.toWhom)], weight: 3), .init([.text(words.message)], weight: 5),
                        .init([.text(words.sentAt)], weight: 1.5),
                    ], rows: rows)),
        ]
    }

    // MARK: Before a crisis

    /// A line for every person of the roles that the pack is for.
    func readAndUnderstood() -> [Block] {
        let info = edition.plan.info
        let version = ([words.version(info.version.value)] + (info.date.map { [words.date($0)] } ?? []))
            .joined(separator: ", ")
        let rows = roles.flatMap { role in
            edition.people(role.people).enumerated().map { place, person -> Table.Row in
                let part = place == 0 ? words.holder : words.deputy(place, of: role.deputies.count)
                return .init(runs: [
                    [.text(unbroken(person.name), .strong)],
                    [.text(edition.title(of: role)), .text(" – " + part, .small)],
                    [Run(.tick), .text("\u{A0}"), Run(.blank(label: words.dateBlank, width: 9))],
                    [Run(.blank(label: "", width: 14))],
                ])
            }
        }
        return [
            .facts([
                Fact(words.plan, [.text(edition.text(info.title)), .text(" – " + version, .strong)])
            ]),
            .paragraph([.text(words.readStatement(version), .strong)], .body),
            .table(
                Table(
                    summary: words.section(.readAndUnderstood),
                    columns: [
                        .init([.text(words.name)], weight: 3), .init([.text(words.role)], weight: 4),
                        .init([.text(words.readOn)], weight: 2),
                        .init([.text(words.signatureBlank.capitalisedFirst)], weight: 3),
                    ], rows: rows)),
        ]
    }

    /// What lies in the bag, when it was looked at, when it is to be looked at again, and room for the next three times.
    func grabBag() -> [Block] {
        let places = edition.places(of: pack)
        var facts: [Fact] = places.isEmpty ? [] : [Fact(words.whereItIs, [.text(words.list(places))])]
        facts.append(Fact(words.lookedAtBy, [Run(.blank(label: words.nameBlank, width: 24))]))
        let blank = [Run(.blank(label: "", width: 8))]
        let rows = pack.bag.map { item -> Table.Row in
            var name: [Run] = [Run(.tick), .text("\u{A0}" + edition.text(item.what), .strong)]
            let at = edition.text(item.at)
            if !at.isEmpty { name.append(.text(" – " + at, .small)) }
            var checks: [String] = []
            if let last = item.checked { checks.append(words.lastChecked(words.date(last.value))) }
            if let every = item.every { checks.append(words.every(every.value)) }
            return .init(runs: [
                name, [.text(item.count.map { words.number($0.value) } ?? "")],
                [.text(checks.joined(separator: words.semicolon))]
                    + (item.nextCheck.map { [Run(.lineBreak), .text(words.checkAgain(words.date($0)), .strong)] } ?? []),
                blank, blank, blank,
            ])
        }
        return [
            .facts(facts),
            .table(
                Table(
                    summary: words.section(.grabBag),
                    columns: [
                        .init([.text(words.thing)], weight: 4), .init([.text(words.howMany)], weight: 0),
                        .init([.text(words.checks)], weight: 3), .init([.text(words.checkedOn)], weight: 1.4),
                        .init([.text(words.checkedOn)], weight: 1.4), .init([.text(words.checkedOn)], weight: 1.4),
                    ], rows: rows, blankRows: rows.isEmpty ? 20 : 3)),
        ]
    }
}
