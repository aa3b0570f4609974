import PlancModel
import PlancSource

/// What happens in a scenario, and when: the steps of all checklists that are part of it, merged by time.
///
/// The same for the same plan, whatever the order of its files: see `MergedSteps`.
public struct Timeline: Sendable {
    public let scenario: String
    public let clock: CrisisClock
    public let entries: [PlannedStep]
    /// The hour of each entry, in minutes from T0: its own time, else that of the step above it.
    public let hours: [Int]
    /// Every time a message is sent, by time; those at no time come last.
    public let sendings: [Sending]
    /// The stages of the obligations that the scenario carries, in its order.
    public let duties: [StageStatus]
    /// Who is told when, in the order of the plan's audiences; those never told have no sendings.
    public let audiences: [NotificationTimeline]

    private let sendingsByMessage: [String: [Int]]

    /// - Parameters:
    ///   - activation: the day of T0, for months and business days.
    ///   - starts: when clocks are taken to start, in minutes from T0, instead of what the scenario assumes.
    public init(
        plan: Plan, scenario: String, activation: CalendarDate? = nil, starts: [ClockStart: Int] = [:]
    ) {
        self.init(
            plan: plan, scenario: scenario, agendas: plan.checklists.map(FlattenedChecklist.init),
            activation: activation,
            starts: starts)
    }

    /// With the checklists' agendas, made once for many scenarios; those that are no part of this one are left aside.
    public init(
        plan: Plan, scenario: String, agendas: [FlattenedChecklist], activation: CalendarDate? = nil,
        starts: [ClockStart: Int] = [:]
    ) {
        let clock = CrisisClock(
            activation: activation, holidays: plan.info.holidays.map(\.value), zone: plan.info.timezone?.value)
        let (entries, hours) = MergedSteps.all(agendas.filter { $0.scenarios.contains(scenario) })
        let sendings = Sending.all(in: entries, hours, plan, scenario)
        var byMessage: [String: [Int]] = [:]
        for (place, sending) in sendings.enumerated() { byMessage[sending.message, default: []].append(place) }
        self.scenario = scenario
        self.clock = clock
        self.entries = entries
        self.hours = hours
        self.sendings = sendings
        sendingsByMessage = byMessage
        duties = StageStatus.all(in: entries, sendings, byMessage, plan, scenario, clock, starts)
        let end = entries.last { $0.phase == .during && $0.at != nil }?.minutes
        audiences = NotificationTimeline.all(plan, scenario, sendings, until: end)
    }

    /// Every time a message is sent here, the first one first.
    public func sendings(of message: String) -> [Sending] { (sendingsByMessage[message] ?? []).map { sendings[$0] } }

    /// The first sending of a message, be it in one answer to a decision.
    public func firstSending(of message: String) -> Sending? {
        sendingsByMessage[message]?.first.map { sendings[$0] }
    }

    /// The first sending of a message that does not depend on an answer; the first at all where each does.
    public func sureSending(of message: String) -> Sending? {
        let sendings = sendings(of: message)
        return sendings.first { $0.answer == nil } ?? sendings.first
    }

    /// What an audience hears and when; nil for one that hears nothing.
    public func clock(of audience: String) -> NotificationTimeline? { audiences.first { $0.audience == audience } }
}

/// A message leaves: at a step of the scenario that links to it.
public struct Sending: Sendable {
    public var message: String
    /// The place of the message among the plan's.
    public var number: Int
    /// The place of the step in the timeline's entries.
    public var entry: Int
    /// Where the step links to the message.
    public var span: Span
    /// Minutes from T0; nil when the step has no time.
    public var minutes: Int?
    /// The same, and of a step without a time that of the step above it: what works then carries the message.
    public var hour: Int
    /// How often it leaves again: the shorter of the step's rhythm and the message's own.
    public var rhythm: TimeAmount?
    /// It leaves only where the step, a decision, is answered so.
    public var answer: Answer?

    static func all(in entries: [PlannedStep], _ hours: [Int], _ plan: Plan, _ scenario: String) -> [Sending] {
        var timed: [Sending] = []
        var untimed: [Sending] = []
        for (place, entry) in entries.enumerated() {
            let answers = entry.step.branches.isEmpty ? [] : entry.messages.map { entry.answer(at: $0.span) }
            for (link, reference) in entry.messages.enumerated() {
                guard let number = plan.messages.index(of: reference.id),
                    plan.messages[number].scenarios.contains(scenario),
                    // A preparation that names a text of the crisis sends nothing on the day.
                    entry.phase != .before || plan.messages[number].phase.value == .before
                else { continue }
                var sending = Sending(
                    message: reference.id, number: number, entry: place, span: reference.span, minutes: entry.minutes,
                    hour: hours[place], rhythm: shorter(entry.rhythm, plan.messages[number].send.every?.value))
                if !answers.isEmpty {
                    let all = zip(entry.messages, answers).filter { $0.0.id == reference.id }.map(\.1)
                    sending.answer = Answer.areAll(all) ? nil : answers[link]
                }
                if entry.minutes == nil { untimed.append(sending) } else { timed.append(sending) }
            }
        }
        return untimed.isEmpty ? timed : timed + untimed
    }

    /// Of two rhythms the shorter; one of no length is none.
    public static func shorter(_ a: TimeAmount?, _ b: TimeAmount?) -> TimeAmount? {
        let rhythms = (a.flatMap { $0.boundedMinutes > 0 ? $0 : nil }, b.flatMap { $0.boundedMinutes > 0 ? $0 : nil })
        guard let first = rhythms.0, let second = rhythms.1 else { return rhythms.0 ?? rhythms.1 }
        return second.boundedMinutes < first.boundedMinutes ? second : first
    }
}
