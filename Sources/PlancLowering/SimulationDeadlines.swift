import PlancAnalysis
import PlancDocument
import PlancLanguages
import PlancMarkup
import PlancModel

/// How the deadlines stand, and what more would cut somebody off.
extension SimulationReport {
    var deadlines: [Block] {
        let rows = simulation.timeline.duties.map { duty -> Table.Row in
            let margin: [Run]
            if !simulation.isStaffed(duty) {
                let step = duty.planned?.entry.map { simulation.steps[$0] }
                let unapproved = step?.isStaffed ?? true ? simulation.unapproved(for: duty) : []
                margin = [
                    .text(
                        unapproved.isEmpty
                            ? context.nobodyReachable(step?.missing ?? []) : context.cannotBeApproved(unapproved),
                        .strong)
                ]
            } else if simulation.hasNoWay(duty) {
                margin = [.text(say("no way"), .strong)]
            } else if let left = duty.plannedMargin {
                let time = words.duration(TimeAmount(minutes: abs(left)))
                let isThin = left < duty.wantedMargin ?? 0
                margin = [
                    .text(left < 0 ? say("late by {time}", ["time": time]) : time, isThin ? .strong : [])
                ]
            } else {
                let isMissing = duty.planned == nil && duty.isBinding
                margin = [.text(isMissing ? words.nothingPlanned : "–", isMissing ? .strong : [])]
            }
            return .init(runs: [
                [
                    .text(edition.title(.obligation, duty.obligation), .strong), Run(.lineBreak),
                    .text(edition.stage(of: duty)),
                ],
                limit(duty),
                planned(duty), margin,
            ])
        }
        if rows.isEmpty { return [] }
        return clocks + [
            table(
                say("Deadlines and margins"),
                [(words.duty, 3), (words.limit, 1), (words.planned, 1), (say("Margin"), 1)], rows)
        ]
    }

    /// What `check` warns of: the plan holds, and a duty hangs on one answer.
    var metIfAnswered: [String] {
        let names = simulation.metIfAnswered.map { duty in
            edition.title(of: duty) + (context.condition(duty.conditional).map { " (\($0))" } ?? "")
        }
        return names.isEmpty
            ? [] : [say("Duties met only if a decision is answered so: {names}.", ["names": words.list(names)])]
    }

    /// When it is met; "if “yes”" where it is met only if a question is answered so.
    private func planned(_ duty: StageStatus) -> [Run] {
        let minutes = duty.planned?.minutes
        return [.text(minutes.map { words.offset(minutes: $0) } ?? "–", .time)] + calendar(minutes)
            + (context.condition(duty.conditional).map { [Run(.lineBreak), .text($0, .small)] } ?? [])
    }

    /// When the clocks are taken to start: what the scenario assumes, and what was asked for this time.
    private var clocks: [Block] {
        if simulation.clocks.isEmpty { return [] }
        let said = simulation.clocks.map { clock in
            let time = words.offset(minutes: clock.minutes)
            return words.start(clock.start) + " ("
                + (clock.isGiven ? say("asked for: {at}", ["at": time]) : words.assumed(time)) + ")"
        }
        return [.paragraph([.text(say("Clocks are taken to start: {list}.", ["list": words.list(said)]))], .body)]
    }

    /// When it is due; without a time what it waits for, or how the law says it.
    private func limit(_ duty: StageStatus) -> [Run] {
        var runs: [Run] = []
        if let deadline = duty.deadline {
            runs.append(.text(words.offset(minutes: deadline), .time))
            runs += calendar(deadline)
        } else if duty.isWaiting {
            runs.append(.text(edition.waitsFor(duty.waitsFor, of: duty), .strong))
        } else {
            runs.append(.text(edition.terms(of: duty).map(\.limit).joined(separator: ", "), .time))
        }
        // Of the earliest of two: what may come before.
        if !duty.mayComeEarlier.isEmpty {
            runs += [Run(.lineBreak), .text(edition.waitsFor(duty.mayComeEarlier, of: duty), .strong)]
        }
        for condition in duty.undecided {
            runs += [Run(.lineBreak), .text(words.appliesIf + words.colon + words.fact(condition), .small)]
        }
        return runs
    }

    /// How many cuts are told: more than a person reads is no help.
    private static let mostCuts = 40

    var cuts: [Block] {
        let told = simulation.cuts.filter { $0.systems.count <= 2 }.sorted { $0.systems.count < $1.systems.count }
        if told.isEmpty { return [] }
        // Who falls silent for the same loss is told together.
        var groups: [(systems: [String], names: [String])] = []
        var places: [[String]: Int] = [:]
        for cut in told {
            let name = edition.title(cut.of.kind, cut.of.id)
            if let place = places[cut.systems] {
                groups[place].names.append(name)
            } else {
                places[cut.systems] = groups.count
                groups.append((cut.systems, [name]))
            }
        }
        let rows = groups.prefix(Self.mostCuts).map { systems, names -> Table.Row in
            .init(runs: [
                [.text(systems.map { edition.title(.system, $0) }.joined(separator: " + "), .strong)],
                [.text(names.joined(separator: ", "))],
            ])
        }
        return [
            table(
                say("What more would silence somebody"),
                [
                    (say("If this is lost too"), 2),
                    (say("cannot be reached any more"), 4),
                ], Array(rows))
        ]
    }
}
