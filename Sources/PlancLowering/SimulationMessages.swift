import PlancAnalysis
import PlancDocument
import PlancModel

/// Which messages leave, by what they arrive, and which steps nobody takes.
extension SimulationReport {
    var messages: [Block] {
        let rows = simulation.messages.sorted { ($0.minutes ?? .max) < ($1.minutes ?? .max) }.map {
            delivery -> Table.Row in
            let when =
                delivery.minutes.map { words.offset(minutes: $0) }
                ?? (delivery.isSent ? "" : say("no step"))
            var routes: [Run] = []
            if !delivery.missing.isEmpty {
                routes.append(.text(context.nobodyReachable(delivery.missing), .strong))
            }
            if !delivery.unapproved.isEmpty {
                if !routes.isEmpty { routes.append(Run(.lineBreak)) }
                routes.append(.text(context.cannotBeApproved(delivery.unapproved), .strong))
            }
            let leaves = delivery.missing.isEmpty && delivery.unapproved.isEmpty
            for route in delivery.routes where leaves || route.channel == nil {
                if !routes.isEmpty { routes.append(Run(.lineBreak)) }
                routes.append(.text(edition.title(.audience, route.audience) + say(": ")))
                if let channel = route.channel {
                    routes.append(.text(edition.title(.channel, channel)))
                    if let back = route.back {
                        let other = route.fallback.map { edition.title(.channel, $0) }
                        routes.append(.text(" (\(words.condition(back, else: other)))", .small))
                    }
                } else {
                    routes.append(.text(say("no way"), .strong))
                    if let minutes = route.possible { routes.append(.text(" – " + words.notBefore(minutes))) }
                }
                let passed = route.passedOver.filter { $0.obstacle != .notAmongAudience }.map { passedOver($0) }
                if !passed.isEmpty { routes.append(.text(" (\(passed.joined(separator: ", ")))", .small)) }
            }
            let condition = delivery.conditional.flatMap { context.condition($0) }
            return .init(runs: [
                [.text(when, .time)] + (condition.map { [Run(.lineBreak), .text($0, .small)] } ?? []),
                [.text(edition.title(.message, delivery.message), .strong)], routes,
            ])
        }
        if rows.isEmpty { return [] }
        return [
            table(
                say("Which messages leave"),
                [
                    (words.furniture.when, 0), (say("Message"), 2),
                    (say("To whom, by what"), 4),
                ], rows)
        ]
    }

    private func passedOver(_ passed: Route.PassedOver) -> String {
        let channel = edition.title(.channel, passed.channel)
        switch passed.obstacle {
        case .notAmongAudience: return channel
        case .noAddress: return "\(channel): \(say("no address"))"
        case .out(let outage):
            return "\(channel): \(words.state(outage))"
        case .nobodyToWorkIt(let role): return "\(channel): \(words.nobodyReachable(edition.title(.role, role)))"
        }
    }

    func steps(_ taken: [Simulation.StepTaken]) -> [Block] {
        let items = taken.map { taken -> [Block] in
            let entry = simulation.timeline.entries[taken.entry]
            var runs: [Run] = []
            if let at = entry.at { runs += [.text(words.offset(at), .time), .text(" ")] }
            let there = context.at(entry)
            runs.append(.text(there.composer.inlines(there.localized(entry).text).plainText))
            runs.append(.text(" – " + context.nobodyReachable(taken.missing), .strong))
            runs.append(.text(" (\(edition.title(.checklist, entry.checklist)))", .small))
            return [.paragraph(runs, .body)]
        }
        return items.isEmpty ? [] : [.list(List(blocks: items))]
    }
}
