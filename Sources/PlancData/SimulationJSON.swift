import PlancAnalysis
import PlancMarkup
import PlancModel
import PlancSource

/// A simulation for other tools:
///
///     {"version": 1, "scenario", "holds", "errors", "out": {"systems": [{"id", "manner", "because": [ids], "until"}], "channels": [the same]},
///      "hours": [{"at", "systems": [{"id", "manner"}], "channels": [the same], "audiences": [{"id", "reachable", "channels"}],
///      "roles": [{"id", "reachable", "people"}]}], "stillUp": [channels],
///      "audiences": [{"id", "affected", "reachable", "channels"}], "roles": [{"id", "reachable", "people"}],
///      "people": [{"id", "reachable", "channels"}],
///      "messages": [{"id", "at", "if", "nobodyOf", "nobodyApproves", "route", "routes": [{"audience", "route", "restored", "was", "fallback", "possible",
///      "passedOver": [{"channel", "obstacle"}]}]}],
///      "steps": [{"checklist", "phase", "at", "roles", "staffed"}],
///      "starts": [{"start", "at", "given"}], "deadlines": [{"obligation", "stage", "due", "dueOn", "planned", "if", "message", "marginMinutes", "met"}],
///      "cuts": [{"of": "audience:id", "systems"}]}
///
/// `manner` is `down`, `distrusted` or `distrusted-and-down`; `because` are the systems whose loss it comes from directly, of what
/// the situation takes away itself those that hold it out for longer; `until` is when it can be used again, null when the plan does not say. `out`, `audiences`,
/// `roles` and `people` hold at T0, `hours` says what is out and who is reached at T0, T+4 h and T+1 d: reached means that a channel
/// is up and somebody works it. `messages` has an entry for each sending. Messages have their routes, and steps their people, at their own hour; `restored` is from when a
/// channel that was out is counted on again, `was` in which manner it was out, `fallback` what is used while it is not, `possible` from when there is a way.
///
/// `holds` says that everybody concerned can be told, each message can be approved and reaches all it is for, every step has somebody,
/// every duty that binds is met in time (`met`), and the plan has no `errors`: of a plan that is not understood whole nobody knows.
/// `nobodyOf` are the roles that should send a message when nobody of them can be reached, `nobodyApproves` those that must approve it.
///
/// Times are as authors write them (`T+30min`), null where there is none. A message's `route` is the channel of the first audience that it has a way to, null
/// when it can be delivered to nobody.
///
/// - Parameter errors: how many errors the plan has.
public func simulationJSON(_ simulation: Simulation, errors: Int = 0) -> [UInt8] {
    simulationValue(simulation, errors: errors).bytes()
}

/// Simulations of several plans in one document: `{"version": 1, "plans": [{"folder", "simulation"}]}`, the simulation of each as it is
/// alone.
public func simulationsJSON(_ plans: [(folder: String, simulation: JSON)]) -> [UInt8] {
    JSON.object([
        "version": 1,
        "plans": .array(plans.map { .object(["folder": .string($0.folder), "simulation": $0.simulation]) }),
    ]).bytes()
}

/// A simulation as a value, for a document of several.
public func simulationValue(_ simulation: Simulation, errors: Int = 0) -> JSON {
    let timeline = simulation.timeline
    let situation = simulation.reach.situation
    return .object([
        "version": 1, "scenario": situation.scenario.map { .string($0) } ?? .null,
        "without": .strings(situation.without.sorted()),
        "absent": .strings(situation.absent.sorted()), "activation": moment(0, timeline),
        "holds": .bool(simulation.holds && errors == 0),
        "errors": .int(errors),
        "out": .object([
            "systems": .array(simulation.systemsOut.map(loss)), "channels": .array(simulation.channelsOut.map(loss)),
        ]),
        "hours": .array(Simulation.hours.map { hour(simulation.reach.at($0)) }),
        "stillUp": .strings(simulation.stillUp),
        "audiences": .array(
            simulation.audiences.map {
                .object([
                    "id": .string($0.id), "affected": .bool(simulation.affected.contains($0.id)),
                    "reachable": .bool($0.isReachable), "channels": .strings($0.channels),
                ])
            }),
        "roles": .array(
            simulation.roles.map {
                .object(["id": .string($0.id), "reachable": .bool($0.isReachable), "people": .strings($0.people)])
            }),
        "people": .array(
            simulation.people.map {
                .object(["id": .string($0.id), "reachable": .bool($0.isReachable), "channels": .strings($0.channels)])
            }),
        "messages": .array(simulation.messages.map { delivery($0, timeline) }),
        "steps": .array(
            simulation.steps.map { taken in
                let entry = timeline.entries[taken.entry]
                return .object([
                    "checklist": .string(entry.checklist), "phase": .string(entry.phase.rawValue),
                    "at": entry.at.map { .string($0.notation) } ?? .null,
                    "roles": .strings(entry.roles.map(\.id)), "staffed": .bool(taken.isStaffed),
                ])
            }),
        "starts": .array(
            simulation.clocks.map {
                .object([
                    "start": .string($0.start.notation),
                    "at": .string(Offset(TimeAmount(minutes: $0.minutes)).notation),
                    "given": .bool($0.isGiven),
                ])
            }),
        "deadlines": .array(timeline.duties.map { deadline($0, isMet: simulation.isMet($0), timeline) }),
        "cuts": .array(
            simulation.cuts.map {
                .object(["of": .string("\($0.of.kind.rawValue):\($0.of.id)"), "systems": .strings($0.systems)])
            }),
    ])
}

private func loss(_ loss: Simulation.Loss) -> JSON {
    .object([
        "id": .string(loss.id), "manner": .string(loss.outage.manner.rawValue), "because": .strings(loss.because),
        "until": time(loss.outage.until),
    ])
}

/// What is out at an hour, and who is reached then.
private func hour(_ reach: Reach) -> JSON {
    func out(_ id: String, _ outage: Outage) -> JSON {
        .object(["id": .string(id), "manner": .string(outage.manner.rawValue)])
    }
    return .object([
        "at": time(reach.minutes), "systems": .array(reach.systemsOut.map { out($0.system.id, $0.outage) }),
        "channels": .array(reach.channelsOut.map { out($0.channel.id, $0.outage) }),
        "audiences": .array(
            Simulation.audiences(reach).map {
                .object(["id": .string($0.id), "reachable": .bool($0.isReachable), "channels": .strings($0.channels)])
            }),
        "roles": .array(
            Simulation.roles(reach).map {
                .object(["id": .string($0.id), "reachable": .bool($0.isReachable), "people": .strings($0.people)])
            }),
    ])
}

/// The answer to a decision without which something is not done, in the words of the plan's first language.
private func answer(_ answer: Answer?, of entry: Int?, _ timeline: Timeline) -> JSON {
    guard let answer, let entry else { return .null }
    return .string(timeline.entries[entry].step.branches[answer.place].label)
}

private func delivery(_ delivery: Simulation.Delivery, _ timeline: Timeline) -> JSON {
    .object([
        "id": .string(delivery.message), "at": time(delivery.minutes),
        "if": answer(delivery.conditional?.answer, of: delivery.conditional?.entry, timeline),
        "nobodyOf": .strings(delivery.missing),
        "nobodyApproves": .strings(delivery.unapproved),
        "route": delivery.routes.lazy.compactMap(\.channel).first.map { .string($0) } ?? .null,
        "routes": .array(
            delivery.routes.map { route in
                .object([
                    "audience": .string(route.audience), "route": route.channel.map { .string($0) } ?? .null,
                    "restored": time(route.back?.minutes), "was": route.back.map { .string($0.was.rawValue) } ?? .null,
                    "fallback": route.fallback.map { .string($0) } ?? .null,
                    "possible": time(route.possible),
                    "passedOver": .array(
                        route.passedOver.map {
                            .object(["channel": .string($0.channel), "obstacle": .string(obstacle($0.obstacle))])
                        }),
                ])
            }),
    ])
}

private func obstacle(_ obstacle: Route.Obstacle) -> String {
    switch obstacle {
    case .notAmongAudience: "not-among-audience"
    case .noAddress: "no-address"
    case .out(let outage): outage.manner.rawValue
    case .nobodyToWorkIt: "no-operator"
    }
}

private func deadline(_ duty: StageStatus, isMet: Bool, _ timeline: Timeline) -> JSON {
    let planned = duty.planned
    return .object([
        "obligation": .string(duty.obligation), "stage": .string(duty.name), "due": time(duty.deadline),
        "dueOn": moment(duty.deadline, timeline),
        "planned": time(planned?.minutes), "if": answer(duty.conditional?.answer, of: planned?.entry, timeline),
        "message": planned?.message.map { .string($0) } ?? .null,
        "marginMinutes": duty.plannedMargin.map { .int($0) } ?? .null, "met": .bool(isMet),
        "waitsFor": .strings(duty.deadline == nil ? duty.waitsFor.map(\.notation) : []),
        "undecided": .strings(duty.undecided.map(\.notation)),
    ])
}

private func time(_ minutes: Int?) -> JSON {
    minutes.map { .string(Offset(TimeAmount(minutes: $0)).notation) } ?? .null
}

/// On the calendar of the plan: `2026-12-24T00:00`; null where the day of T0 is not given.
private func moment(_ minutes: Int?, _ timeline: Timeline) -> JSON {
    guard let minutes, let (day, minute) = timeline.clock.moment(minutes) else { return .null }
    let digits = { (value: Int) in (value < 10 ? "0" : "") + String(value) }
    return .string("\(day)T\(digits(minute / 60)):\(digits(minute % 60))")
}

/// The matrix of `planc simulate --all`:
///
///     {"version": 1, "errors", "scenarios": [{"scenario", "audiences": [{"id", "affected", "reachable", "channels", "of"}],
///      "roles": [{"id", "reachable", "people", "of"}], "undelivered": [ids], "steps", "unstaffed"}]}
public func simulationMatrixJSON(_ matrix: SimulationMatrix, errors: Int = 0) -> [UInt8] {
    simulationMatrixValue(matrix, errors: errors).bytes()
}

/// The table of all scenarios as a value, for a document of several plans.
public func simulationMatrixValue(_ matrix: SimulationMatrix, errors: Int = 0) -> JSON {
    .object([
        "version": 1, "errors": .int(errors),
        "scenarios": .array(
            matrix.rows.map { row in
                .object([
                    "scenario": .string(row.scenario),
                    "audiences": .array(
                        zip(matrix.audiences, row.audiences).map { id, cell in
                            .object([
                                "id": .string(id), "affected": .bool(cell.isAffected),
                                "reachable": .bool(cell.isReachable),
                                "channels": .strings(cell.left), "of": .int(cell.all),
                            ])
                        }),
                    "roles": .array(
                        zip(matrix.roles, row.roles).map { id, cell in
                            .object([
                                "id": .string(id), "reachable": .bool(cell.isReachable), "people": .strings(cell.left),
                                "of": .int(cell.all),
                            ])
                        }),
                    "undelivered": .strings(row.undelivered), "steps": .int(row.steps),
                    "unstaffed": .int(row.unstaffed),
                ])
            }),
    ])
}
