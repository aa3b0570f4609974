import PlancAnalysis
import PlancDocument
import PlancModel

extension Scene {
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
                    state =
                        [.text(outage.manner == .distrusted ? words.distrusted : words.doesNotWork, .strong)]
                        + reason(outage, of: channel)
                } else if !reach.hasOperator(channel: channel.id), let role = channel.operatedBy {
                    state = [.text(words.nobodyReachable(edition.title(.role, role.id)), .strong)]
                }
                let access = edition.text(channel.access)
                if !access.isEmpty { state += (state.isEmpty ? [] : [Run(.lineBreak)]) + [.text(access, .small)] }
                let worker: [Run] =
                    channel.operatedBy.flatMap { plan.roles[$0] }.map { role in
                        [.text(edition.title(of: role), .small)]
                            + (acting(role).map {
                                [Run(.lineBreak), .text(unbroken($0.name) + " ")] + (firstNumber($0).map { [$0] } ?? [])
                            } ?? [])
                    } ?? []
                rows.append(.init(runs: [name, state, worker]))
            }
        }
        for (manner, title) in [(Outage.Manner.down, words.downLabel), (.distrusted, words.distrustedLabel)] {
            add(title, reach.channelsOut.filter { $0.outage.manner == manner }.map(\.channel))
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
