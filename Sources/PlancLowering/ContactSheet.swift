import PlancAnalysis
import PlancCompose
import PlancDocument
import PlancMarkup
import PlancModel

extension ScenarioContext {
    /// Who is who, and by what they can still be reached.
    func contactSheet() -> Document {
        let heading = scenario == nil ? words.contactsForAll : words.contactsTitle(title)
        return edition.document(
            "contacts-\(id)", title: heading, purpose: [.text(words.contactsPurpose)], blocks: contactBlocks(level: 1))
    }

    private func contactBlocks(level: Int) -> [Block] {
        var blocks = firstCall() + outages()
        blocks.append(.heading(level: level, [.text(words.byRole)], anchor: anchor("roles")))
        blocks += introduction(.role)
        blocks.append(roleTable(rolesInOrder, summary: words.byRole, isAnchored: true))
        let outside = outsideBlocks()
        if !outside.isEmpty {
            blocks.append(.heading(level: level, [.text(words.outsideHelp)], anchor: anchor("outside")))
            blocks += outside
        }
        blocks.append(.heading(level: level, [.text(words.byName)], anchor: anchor("people")))
        blocks += nameBlocks()
        blocks.append(.end([.text(words.endOfContacts)]))
        return blocks
    }

    /// In a pack: the roles of one scenario, the names once for all of them.
    func roleBlocks() -> [Block] {
        firstCall() + outages() + [roleTable(rolesInOrder, summary: words.byRole, isAnchored: true)]
            + outsideBlocks()
    }

    func nameBlocks() -> [Block] { introduction(.person) + [peopleTable()] }

    /// What contacts depend on: scenarios that agree in it can share a sheet.
    var standing: [String] {
        [dutyRole?.id ?? ""]
            + reach.channelsOut.map { "\($0.channel.id) \($0.outage.manner.rawValue) \($0.outage.until ?? -1)" }
            + plan.people.filter { reach.absence(person: $0.id) != nil }.map(\.id)
    }

    /// The number that everything begins with, and whom to try next.
    ///
    /// - Parameter reader: whose sheet it is: nobody is told to call themselves.
    func firstCall(by reader: Role? = nil) -> [Block] {
        let candidates = [dutyRole, plan.info.owner.flatMap { plan.roles[$0] }]
        guard let role = candidates.lazy.compactMap({ $0 }).first(where: { $0.id != reader?.id }) else { return [] }
        var blocks: [Block] = []
        for (place, person) in inOrderOfCall(role).enumerated() {
            var line: [Run] = place == 0 ? [] : [.text(words.noAnswer + " ", .small)]
            line.append(.text(person.name + joint(person, gap: "  "), place == 0 ? .strong : []))
            line += numberOrNone(person, .small)
            blocks.append(.paragraph(line, place == 0 ? .lead : .body))
        }
        return [.callout(Callout(.call, title: [.text(words.callFirst(edition.title(of: role)))], blocks: blocks))]
    }

    /// What must not be used here, and why: what the attacker can read before what merely stands still.
    func outages() -> [Block] {
        guard scenario != nil else { return [] }
        let systems = systemsWithoutChannel()
        guard !reach.channelsOut.isEmpty || !systems.isEmpty else { return [] }
        let out = reach.channelsOut.sorted { $0.outage.manner.isDistrusted && !$1.outage.manner.isDistrusted }
        let items = out.map { channel, outage -> [Block] in
            [
                .paragraph(
                    [
                        .text(edition.title(.channel, channel.id), .strong),
                        .text(words.colon + words.stateOfUnused(outage), outage.manner.isDistrusted ? .strong : []),
                    ] + reason(outage, of: channel), .body)
            ]
        }
        let blocks =
            (items.isEmpty ? [] : [Block.list(List(blocks: items))])
            + (systems.isEmpty ? [] : [words.line(systems, .body)])
        return [.callout(Callout(.stop, title: [.text(words.doNotUse)], blocks: blocks))]
    }

    /// ": depends on the office network"; a system of the channel's own name tells nothing. One that is back sooner than the channel
    /// has its own time: two times for one cause would contradict each other.
    func reason(_ outage: Outage, of channel: Channel) -> [Run] {
        let roots = reach.roots(of: outage).filter {
            edition.title(.system, $0) != edition.title(.channel, channel.id)
        }.map { root -> String in
            let title = edition.title(.system, root)
            guard let cause = reach.outage(system: root), cause.manner == .down, outage.manner == .down,
                let until = cause.until, until != outage.until
            else { return title }
            return "\(title) (\(words.notBefore(until)))"
        }
        return roots.isEmpty ? [] : [.text(" – " + words.because(of: words.list(roots)))]
    }

    /// The duty officer, then those who have steps here in the order of their first, then the others.
    var rolesInOrder: [Role] {
        var ids = dutyRole.map { [$0.id] } ?? []
        for entry in timeline?.entries ?? [] where entry.phase == .during {
            for role in entry.roles where !ids.contains(role.id) { ids.append(role.id) }
        }
        for role in plan.roles where !ids.contains(role.id) { ids.append(role.id) }
        return ids.compactMap { plan.roles[$0] }
    }

    /// A group a role, a line a person: in the order of call.
    func roleTable(_ roles: [Role], summary: String, isAnchored: Bool) -> Block {
        let common = commonOther(roles.flatMap { edition.people($0.people) })
        let rows = roles.flatMap { role -> [Table.Row] in
            var title: [Run] = [.text(edition.title(of: role), .strong)]
            let duties = runs(duties: role)
            if isAnchored, !duties.isEmpty { title += [.text(" – ", .small)] + duties.map { small($0) } }
            if role.hours?.value == .office { title.append(.text(" – " + words.officeHoursOnly, .small)) }
            if scenario != nil, !reach.isReachable(role: role.id) {
                title += [Run(.lineBreak), .text(words.nobodyReachable(edition.title(of: role)), .strong)]
            }
            let people = inOrderOfCall(role).enumerated().map { place, person -> Table.Row in
                let ways = ways(person)
                let usable = ways.filter(\.isUp)
                let number =
                    usable.first.map { way -> [Run] in
                        way.channel.type.value.isTelephone && !way.isWithheld
                            ? [run(way, of: person)] : runs(way, of: person)
                    } ?? [firstNumber(person) ?? .text(noNumber(person))]
                let others = usable.dropFirst().prefix(2).flatMap { way in
                    [Run(.lineBreak)] + (common == nil ? runs(way, of: person) : [run(way, of: person)])
                }.dropFirst()
                let rank: [Run] = [
                    .text(office(of: person, in: role), .small)
                ]
                let hours = edition.hours(of: person)
                let name: [Run] =
                    [.text(unbroken(person.name), place == 0 ? .strong : [])]
                    + (hours.isEmpty ? [] : [Run(.lineBreak), .text(hours, .small)]) + contract(person)
                if isLargePrint {
                    return .init(runs: [
                        name + [Run(.lineBreak)] + rank, number + (others.isEmpty ? [] : [Run(.lineBreak)]) + others,
                    ])
                }
                return .init(runs: [rank, name, number, Array(others)])
            }
            return [.init([[.paragraph(title, .body)]], isGroup: true)] + people
        }
        return .table(
            Table(
                summary: summary,
                // In large type four columns would break numbers in two.
                columns: isLargePrint
                    ? [.init([.text(words.name)]), .init([.text(words.numbers)])]
                    : [
                        .init([.text(words.rank)], weight: 0), .init([.text(words.name)], weight: 2),
                        .init([.text(words.firstNumber)], weight: 2),
                        .init([.text(common.map { edition.title(.channel, $0.id) } ?? words.otherWays)], weight: 2),
                    ], rows: rows, hasRowHeaders: false))
    }

    /// The channel by which all can be reached second, so that it is named once, above its numbers; nil when they differ.
    private func commonOther(_ people: [Person]) -> Channel? {
        var found: Channel?
        if isLargePrint { return nil }
        for person in people {
            let others = ways(person).dropFirst()
            guard others.count <= 1 else { return nil }
            guard let other = others.first else { continue }
            guard other.isUp, other.channel.type.value.isTelephone, found == nil || found?.id == other.channel.id else {
                return nil
            }
            found = other.channel
        }
        return found
    }

    private func small(_ run: Run) -> Run {
        var run = run
        run.style.insert(.small)
        return run
    }

    /// Everyone, by family name.
    private func peopleTable() -> Block {
        let people = plan.people.map { (person: $0, key: sortKey($0.name)) }.sorted {
            ($0.key, $0.person.id) < ($1.key, $1.person.id)
        }
        // Channels that all have in common are named above their numbers.
        let firsts = Set(people.compactMap { ways($0.person).first?.channel.id })
        let common: [Channel]? =
            firsts.count == 1
            ? commonOther(people.map(\.person)).flatMap { other in
                firsts.first.flatMap { plan.channels[$0] }.map { [$0, other] }
            } : nil
        let rows = people.map { person, _ -> Table.Row in
            let (title, given, family) = nameParts(person.name)
            let before = [title, given].filter { !$0.isEmpty }.map { "\u{A0}" + unbroken($0) }.joined()
            var name: [Run] = [.text(unbroken(family), .strong), .text(before)]
            let details = [edition.text(person.job), edition.text(person.organisation)].filter { !$0.isEmpty }
            if !details.isEmpty { name += [Run(.lineBreak), .text(details.joined(separator: ", "), .small)] }
            if plan.roles.contains(where: { role in role.people.contains { $0.id == person.id } }) {
                if person.verified == nil {
                    name += [Run(.lineBreak), .text(words.numbersNeverTried, .small)]
                } else if person.hasNumbersChanged {
                    name += [Run(.lineBreak), .text(words.numbersChanged, .small)]
                }
            }
            if reach.absence(person: person.id) != nil { name += [Run(.lineBreak), .text(words.absent, .strong)] }
            let hours = edition.hours(of: person)
            if !hours.isEmpty { name += [Run(.lineBreak), .text(hours, .small)] }
            name += contract(person)
            let roles = plan.roles.filter { role in role.people.contains { $0.id == person.id } }.map { role in
                edition.title(of: role) + (role.holder?.id == person.id ? "" : " (\(words.deputyShort))")
            }
            let ways = ways(person)
            let titles: [Run] = [.text(words.list(roles), .small)]
            if common != nil {
                return .init(
                    runs: [name, titles] + [0, 1].map { ways.indices.contains($0) ? [run(ways[$0], of: person)] : [] })
            }
            return .init(runs: [
                name, titles, Array(ways.flatMap { [Run(.lineBreak)] + runs($0, of: person) }.dropFirst()),
            ])
        }
        if let common, let first = common.first, let other = common.last {
            return .table(
                Table(
                    summary: words.byName,
                    columns: [
                        .init([.text(words.name)], weight: 2), .init([.text(words.role)], weight: 2),
                        .init(onTwoLines(edition.title(.channel, first.id)), weight: 0),
                        .init(onTwoLines(edition.title(.channel, other.id)), weight: 0),
                    ], rows: rows))
        }
        return .table(
            Table(
                summary: words.byName,
                columns: [
                    .init([.text(words.name)], weight: 2), .init([.text(words.role)], weight: 2),
                    .init([.text(words.numbers)], weight: 3),
                ], rows: rows))
    }

    /// A long title over a column of numbers, broken at the space nearest its middle: the column need not be wider than its
    /// numbers.
    private func onTwoLines(_ title: String) -> [Run] {
        let middle = title.count / 2
        let spaces = title.indices.filter { title[$0] == " " }
        let nearest = spaces.min { a, b in
            abs(title.distance(from: title.startIndex, to: a) - middle)
                < abs(title.distance(from: title.startIndex, to: b) - middle)
        }
        guard title.count > 14, let nearest else { return [.text(title)] }
        return [
            .text(String(title[..<nearest])), Run(.lineBreak), .text(String(title[title.index(after: nearest)...])),
        ]
    }
}
