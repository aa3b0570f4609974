import PlancAnalysis
import PlancDocument
import PlancMarkup
import PlancModel

extension ScenarioContext {
    /// What must not be used, then what can be: who works it and where the credentials are.
    func channelBlocks() -> [Block] {
        var rows: [Table.Row] = []
        func add(_ title: String, _ channels: [Channel]) {
            if channels.isEmpty { return }
            rows.append(.init([[.paragraph([.text("\(title) (\(channels.count))", .strong)], .body)]], isGroup: true))
            for channel in channels {
                var name: [Run] = [.text(edition.title(.channel, channel.id), .strong)]
                name +=
                    addressUnlessNamed(channel).isEmpty ? [] : [Run(.lineBreak)] + addressUnlessNamed(channel).suffix(1)
                var state: [Run] = []
                if let outage = reach.outage(channel: channel.id) {
                    state = [.text(words.state(outage), .strong)] + reason(outage, of: channel)
                } else if !reach.hasOperator(channel: channel.id), let role = channel.operatedBy {
                    state = [.text(nobodyReachable(role.id, reach), .strong)]
                }
                let access = edition.text(channel.access)
                if !access.isEmpty {
                    state += state.isEmpty ? [] : [Run(.lineBreak)]
                    state += [.text(access, .small)].marked(.access(to: channel.id))
                }
                let worker: [Run] =
                    channel.operatedBy.flatMap { plan.roles[$0] }.map { role in
                        [.text(edition.title(of: role), .small)]
                            + (acting(role).map {
                                [Run(.lineBreak), .text(unbroken($0.name) + joint($0))] + numberOrNone($0, .small)
                            } ?? [])
                    } ?? []
                rows.append(.init(runs: [name, state, worker]))
            }
        }
        for (isDistrusted, title) in [(true, words.distrustedLabel), (false, words.downLabel)] {
            add(title, reach.channelsOut.filter { $0.outage.manner.isDistrusted == isDistrusted }.map(\.channel))
        }
        add(
            words.withoutOperator,
            plan.channels.filter { reach.isUp(channel: $0.id) && !reach.hasOperator(channel: $0.id) })
        add(words.usable, plan.channels.filter { reach.canCarry($0.id) })
        if rows.isEmpty { return [] }
        return [
            .table(
                Table(
                    summary: words.section(.channels),
                    columns: [
                        .init([.text(words.channel)], weight: 2), .init([.text(words.state)], weight: 3),
                        .init([.text(words.workedBy)], weight: 3),
                    ], rows: rows))
        ]
    }
}

extension ScenarioContext {
    /// Whether an audience is among those that the scenario affects; on an ordinary day all are.
    func affects(_ audience: Audience) -> Bool {
        scenario.map { scenario in scenario.affects.contains { $0.id == audience.id } } ?? true
    }

    /// Whether a message is the first of the crisis to an audience here, or one of the first at the same time; where no step sends it
    /// any, each could be.
    func tells(_ audience: Audience, first message: Message) -> Bool {
        guard let first = timeline?.clock(of: audience.id)?.first else { return true }
        return first.message == message.id || first.minutes == timeline?.sureSending(of: message.id)?.minutes
    }

    /// What the scenario takes away, the systems and channels that cannot be used because of that, by how, and who is not there: each
    /// thing once, the most dangerous first, with when what is down is back.
    func takenAway(by scenario: Scenario) -> [Fact] {
        var seen = Set<EntityReference>()
        let named =
            (scenario.distrusts + scenario.disables).map(\.target)
            + reach.systemsOut.map { EntityReference(.system, $0.system.id) }
        let titles = Set(named.map { edition.composer.title(of: $0) })
        // A channel may bear the name of its system.
        let channels = reach.channelsOut.filter { !titles.contains(edition.title(.channel, $0.channel.id)) }
        let references = (named + channels.map { EntityReference(.channel, $0.channel.id) }).filter {
            seen.insert($0).inserted
        }
        let absent = references.filter { $0.kind == .person }.map { edition.composer.title(of: $0) }
        return out(references) + (absent.isEmpty ? [] : [Fact(words.absentLabel, [.text(words.list(absent))])])
    }

    /// The systems that are out and that no channel needs, by how: whoever uses them is told of no channel in their place.
    /// - Parameter isDistrusted: only those that may be read or forged, or only the others.
    func systemsWithoutChannel(isDistrusted: Bool? = nil) -> [Fact] {
        let isNeeded = edition.systemsOfChannels
        let systems = reach.systemsOut.filter { system, outage in
            !isNeeded.contains(system.id) && isDistrusted ?? outage.manner.isDistrusted == outage.manner.isDistrusted
        }
        return out(systems.map { EntityReference(.system, $0.system.id) })
    }

    /// Systems and channels that are out, by how.
    private func out(_ references: [EntityReference]) -> [Fact] {
        func outage(_ reference: EntityReference) -> Outage? {
            switch reference.kind {
            case .system: reach.outage(system: reference.id)
            case .channel: reach.outage(channel: reference.id)
            default: nil
            }
        }
        func fact(_ label: String, _ isDistrusted: Bool) -> [Fact] {
            let things = references.compactMap { reference -> String? in
                let title = edition.composer.title(of: reference)
                guard let outage = outage(reference), outage.manner.isDistrusted == isDistrusted else { return nil }
                let note =
                    switch outage.manner {
                    case .distrusted: ""
                    case .distrustedAndDown: words.doesNotWork
                    case .down: outage.until.map(words.notBefore) ?? words.noTimeKnown
                    }
                return title + (note.isEmpty ? "" : " (\(note))")
            }
            return things.isEmpty ? [] : [Fact(label, [.text(words.list(things))])]
        }
        return fact(words.distrustedLabel, true) + fact(words.downLabel, false)
    }
}
