import PlancCompose
import PlancDocument
import PlancModel

/// Those outside who help or have to be told: insurer, police, authority, supplier, incident-response firm.
extension ScenarioContext {
    /// People who work elsewhere and have no role here, and audiences that are one body with an address of its own.
    private var bodiesOutside: [OutsideBody] {
        let people = plan.people.filter { person in
            !person.organisation.isEmpty && !edition.hasRole(person)
        }.map { person in
            OutsideBody(
                name: [
                    .text(edition.text(person.organisation), .strong), Run(.lineBreak), .text(unbroken(person.name)),
                ]
                    + (person.job.isEmpty ? [] : [.text(", " + edition.text(person.job), .small)]),
                short: edition.text(person.organisation), numbers: numbers(person),
                first: firstNumber(person).map { [$0] + firstNumberCondition(person) },
                contract: person.contract?.value)
        }
        let audiences = plan.audiences.filter { !$0.reach.isEmpty }.map { audience in
            let ways = addresses(of: audience)
            let first = ways.first { isUp($0.channel) && $0.channel.type.value.isTelephone }
            return OutsideBody(
                name: [.text(edition.title(.audience, audience.id), .strong)],
                short: edition.title(.audience, audience.id), numbers: numbers(ways),
                first: first.map { way in
                    [address(way.value, type: way.channel.type.value)] + condition(state(of: way.channel))
                }, contract: nil)
        }
        return people + audiences
    }

    private struct OutsideBody {
        var name: [Run]
        var short: String
        var numbers: [Run]
        /// nil when no telephone number works.
        var first: [Run]?
        var contract: String?
    }

    /// Each number or address once, on the first of its channels that is up.
    private func addresses(of audience: Audience) -> [(value: String, channel: Channel)] {
        var ways: [(value: String, channel: Channel)] = []
        for address in audience.reach {
            guard let channel = plan.channels[address.channel] else { continue }
            if let same = ways.firstIndex(where: { $0.value == address.value.value }) {
                if !isUp(ways[same].channel) { ways[same].channel = channel }
            } else {
                ways.append((address.value.value, channel))
            }
        }
        return ways
    }

    private func numbers(_ ways: [(value: String, channel: Channel)]) -> [Run] {
        let lines = ways.flatMap { way -> [Run] in
            let state = state(of: way.channel)
            var number = address(way.value, type: way.channel.type.value)
            if !isUp(way.channel) {
                number.style.insert(.struck)
                number.link = nil
            }
            let how = reaching(by: way.channel) + (state.isEmpty ? "" : " – " + state)
            return [Run(.lineBreak), number, .text(how, .small)]
        }
        return Array(lines.dropFirst())
    }

    /// The channel by which those inside call or write: it says nothing of the number, which is another's.
    private func reaching(by channel: Channel) -> String {
        let title = edition.title(.channel, channel.id)
        return channel.type.value.isTelephone
            ? " " + words.callFrom(title) : " – " + words.by + " " + title
    }

    private func numbers(_ person: Person) -> [Run] {
        Array(ways(person).flatMap { [Run(.lineBreak)] + runs($0, of: person) }.dropFirst())
    }

    /// Their numbers, with the contract to name and room for the number of the case; for those inside alone.
    func outsideBlocks() -> [Block] {
        let bodies = edition.options.reader == nil && privacy.manner != .silent ? bodiesOutside : []
        if bodies.isEmpty { return [] }
        let rows = bodies.map { body -> Table.Row in
            var contract: [Run] = body.contract.map { [.text($0, .code), Run(.lineBreak)] } ?? []
            contract.append(Run(.blank(label: words.caseNumber, width: 14)))
            return .init(runs: [body.name, body.numbers, contract])
        }
        return [
            .table(
                Table(
                    summary: words.outsideHelp,
                    columns: [
                        .init([.text(words.outsideHelp)], weight: 2), .init([.text(words.numbers)], weight: 3),
                        .init([.text(words.contractNumber)], weight: 2),
                    ], rows: rows))
        ]
    }

    /// The same on cards, six lines each.
    func outsideCards(footer: String) -> [Card] {
        let lines = bodiesOutside.compactMap { body -> [Run]? in
            guard let number = body.first else { return nil }
            return number + [.text(" "), .text(unbroken(body.short))]
                + (body.contract.map { [.text(" – \(words.contractShort) \($0)", .small)] } ?? [])
        }
        let parts = (lines.count + 5) / 6
        return (0..<parts).map { part in
            let title = parts > 1 ? "\(words.outsideHelp) \(part + 1)/\(parts)" : words.outsideHelp
            return Card(title: title, lines: Array(lines.dropFirst(part * 6).prefix(6)), footer: footer)
        }
    }

    /// The number by which somebody who has a role knows us: to be given when they are called. Others are under "Help from outside".
    func contract(_ person: Person) -> [Run] {
        guard let contract = person.contract?.value, !contract.isEmpty, !isForOutsiders, privacy.manner != .silent,
            edition.hasRole(person)
        else { return [] }
        return [
            Run(.lineBreak), .text(words.contractShort + "\u{A0}", .small), .text(unbroken(contract), [.small, .code]),
        ]
    }

    /// An audience's own address on a channel, to dial or write to.
    func address(of audience: String, on channel: String) -> [Run] {
        guard let address = plan.audiences[audience]?.reach.first(where: { $0.channel.id == channel }),
            let type = plan.channels[channel]?.type.value
        else { return [] }
        return [.text(" – "), self.address(address.value.value, type: type)]
    }
}

extension Words {
    var outsideHelp: String { say("Help from outside") }
    var contractNumber: String { say("Contract, case") }
    var contractShort: String { say("contract") }
    var caseNumber: String { say("case number") }
    fileprivate func callFrom(_ channel: String) -> String {
        say("(call it from: {channel})", ["channel": channel])
    }
}
