import PlancMarkup
import PlancModel
import PlancSource

/// One stage of an obligation that a scenario carries: when its clock starts, when it must be met, and what meets it.
///
/// Clocks start when the scenario takes them to start; a stage counted from an earlier one starts when that one is planned to be sent.
/// A start that is neither gives no time.
public struct StageStatus: Sendable {
    public var obligation: String
    /// Where the scenario names the obligation.
    public var reference: Reference
    /// The place of the stage in the obligation.
    public var stage: Int
    public var name: String
    /// Facts that nobody has stated, on which it depends; empty when it applies.
    public var undecided: [Condition] = []
    /// Facts that nobody has stated, which would lift it: until somebody does, it applies.
    public var reliefs: [Condition] = []
    /// By when it is due here.
    public var due: Due
    /// Minutes from T0; nil when the start is not known.
    public var starts: Int?
    /// Minutes from T0; nil when the law names no number, or the start is not known.
    public var deadline: Int?
    /// The starts that it waits for.
    public var waitsFor: [ClockStart] = []
    /// Of the earliest of several, the starts that are not known: what counts from them may be due before `deadline`.
    public var mayComeEarlier: [ClockStart] = []
    /// Variants of when it is due that depend on facts nobody has stated.
    public var openCases: [Obligation.Case] = []
    /// What nobody has stated of what these need.
    public var undecidedCases: [Condition] = []
    /// What meets it, whatever is decided on the way.
    public var fulfilment: Fulfilment?
    /// Where nothing surely meets it: what would, were a decision answered so.
    public var conditional: Fulfilment?
    /// A decision that the law times, and no notice.
    public var isDecision = false
    /// Whether being late, or not there at all, is a fault: not of a target, nor of what is due on request, nor of what depends on a fact
    /// that nobody has stated.
    public var isBinding = true

    /// What meets a stage.
    public struct Fulfilment: Sendable {
        /// The message; nil for a step that meets the stage by itself.
        public var message: String?
        /// The place of the step in the timeline's entries; nil for a message that no step sends.
        public var entry: Int?
        /// Minutes from T0; nil when no step sends it or the step has no time.
        public var minutes: Int?
        /// Where the step names the stage or the message, or the message says that it satisfies it.
        public var span: Span
        /// Only where the step, a decision, is answered so.
        public var answer: Answer?
    }

    /// What meets it, be it only where a decision is answered so.
    public var planned: Fulfilment? { fulfilment ?? conditional }

    /// What is left between the time at which it is surely met and the deadline, in minutes; negative when it is late.
    public var margin: Int? { margin(of: fulfilment) }
    /// The same of what is planned, be it only where a decision is answered so.
    public var plannedMargin: Int? { margin(of: planned) }

    private func margin(of fulfilment: Fulfilment?) -> Int? {
        guard let deadline, let minutes = fulfilment?.minutes else { return nil }
        return CrisisClock.sum(deadline, -minutes)
    }

    /// The least margin that leaves room for a bad day: a quarter of the time given, or 12 hours when that is less.
    public var wantedMargin: Int? {
        guard let deadline, let starts else { return nil }
        return min(max(0, CrisisClock.sum(deadline, -starts)) / 4, 12 * 60)
    }

    /// Whether it has a number and no time yet: its start is not known.
    public var isWaiting: Bool { deadline == nil && !waitsFor.isEmpty && due.terms.contains { $0.within != nil } }

    /// The starts that a scenario could assume: not those that are the sending of another stage.
    public var ownWaits: [ClockStart] { openStarts.filter { !$0.isSending } }

    /// The starts without which its time is not known, or may be earlier than reckoned.
    private var openStarts: [ClockStart] { isWaiting ? waitsFor : mayComeEarlier }
}

extension StageStatus {
    static func all(
        in entries: [PlannedStep], _ sendings: [Sending], _ sendingsByMessage: [String: [Int]], _ plan: Plan,
        _ scenario: String, _ clock: CrisisClock, _ starts: [ClockStart: Int]
    ) -> [StageStatus] {
        guard let scenario = plan.scenarios[scenario], !scenario.obligations.isEmpty else { return [] }
        let acts = Acts(entries, sendings, sendingsByMessage, plan, scenario)
        let facts = plan.factSheet(scenario)
        var assumed: [ClockStart: Int] = [:]
        for start in scenario.starts { assumed[start.start.value] = start.at.value.amount.boundedMinutes }
        assumed.merge(starts) { $1 }
        var duties: [StageStatus] = []
        for reference in scenario.obligations {
            guard let obligation = plan.obligations[reference] else { continue }
            duties += stages(
                of: obligation, reference, acts, DutyClock(clock, facts: facts, starts: assumed), clock, plan)
        }
        return duties
    }

    private static func stages(
        of obligation: Obligation, _ reference: Reference, _ acts: Acts, _ known: DutyClock, _ clock: CrisisClock,
        _ plan: Plan
    ) -> [StageStatus] {
        var duties: [StageStatus] = []
        var choice = Choice(obligation, acts, plan)
        for (place, stage) in obligation.stages.enumerated() {
            let when = (obligation.when + stage.when).map(\.value)
            let unless = (obligation.unless + stage.unless).map(\.value)
            let holds = known.facts.holds(when, unless: unless)
            if holds == false { continue }
            let due = known.due(of: stage)
            var duty = StageStatus(
                obligation: obligation.id, reference: reference, stage: place, name: stage.name.value, due: due,
                isDecision: stage.isDecision)
            duty.openCases = known.openCases(of: stage)
            duty.undecidedCases = duty.openCases.flatMap(known.openFacts)
            duty.reliefs = unless.filter { known.facts.holds($0) == nil }
            for condition in when where known.facts.holds(condition) == nil {
                if case .not(let relief) = condition {
                    duty.reliefs.append(relief)
                } else {
                    duty.undecided.append(condition)
                }
            }
            duty.isBinding =
                duty.undecided.isEmpty && stage.strength?.value != .target && due.onRequest == nil && due.sameAs == nil
            let chosen = choice.fulfilment(of: stage, due)
            if chosen?.answer == nil { duty.fulfilment = chosen } else { duty.conditional = chosen }
            duties.append(duty)
        }
        reckon(&duties, obligation, known, clock)
        return duties
    }

    /// Counts from the starts that are known, to which each stage that is planned adds its own sending.
    private static func reckon(
        _ duties: inout [StageStatus], _ obligation: Obligation, _ known: DutyClock, _ clock: CrisisClock
    ) {
        var starts = known.starts
        for duty in duties {
            guard let minutes = duty.planned?.minutes else { continue }
            for event in [ClockStart.Event.sent, .sentLast] where starts[ClockStart(event, duty.name)] == nil {
                starts[ClockStart(event, duty.name)] = minutes
            }
        }
        for place in duties.indices {
            var own = starts
            for event in [ClockStart.Event.sent, .sentLast] { own[ClockStart(event, duties[place].name)] = nil }
            let reckoned = DutyClock(clock, facts: known.facts, starts: own).reckon(
                obligation.stages[duties[place].stage])
            (duties[place].starts, duties[place].deadline) = (reckoned.start, reckoned.due)
            duties[place].waitsFor = reckoned.waitsFor
            duties[place].mayComeEarlier = reckoned.mayComeEarlier
        }
        for place in duties.indices {
            guard let with = duties[place].due.with?.value, with != duties[place].name,
                let other = duties.first(where: { $0.name == with })
            else { continue }
            (duties[place].starts, duties[place].deadline) = (other.starts, other.deadline)
            duties[place].waitsFor = other.waitsFor
            duties[place].mayComeEarlier = other.mayComeEarlier
        }
    }

    /// One thing done that could meet a stage: a step that links to it, or a sending of a message that satisfies it.
    private struct Act {
        /// The same thing done, whoever names it; what nobody does has none.
        var id: [Int]?
        var fulfilment: Fulfilment
        /// nil: done by a step itself, which tells whom it has to.
        var audiences: [Reference]?
    }

    /// What could meet stages, found once for all stages of a scenario.
    private struct Acts {
        struct Key: Hashable {
            var obligation: String
            /// nil: every stage.
            var stage: String?
        }

        /// Those that count before others come first: by steps that link to the obligation, they decide; by messages that satisfy it,
        /// where no step does; then the same, together with what is done in one answer to a decision alone; last of all what
        /// nobody sends.
        private(set) var ranks: [[Key: [Act]]] = []

        init(
            _ entries: [PlannedStep], _ sendings: [Sending], _ sendingsByMessage: [String: [Int]], _ plan: Plan,
            _ scenario: Scenario
        ) {
            var linked: [Key: [Act]] = [:]
            var satisfied: [Key: [Act]] = [:]
            for (place, entry) in entries.enumerated() {
                for link in entry.fulfils {
                    let told = entry.messages.compactMap { plan.messages[$0] }
                    let obligation = plan.obligations[link.target.id]
                    let stage = obligation?.stages.first { $0.name.value == link.target.stage }
                    // Of the messages that the step sends, the one that goes to whom it must.
                    let message = told.first { message in
                        obligation.map { $0.match(message.audiences, stage, plan) != .wrong } ?? true
                    }
                    let key = Key(obligation: link.target.id, stage: link.target.stage)
                    let fulfilment = Fulfilment(
                        message: message?.id, entry: place, minutes: entry.minutes, span: link.span,
                        answer: entry.answer(at: link.span))
                    linked[key, default: []].append(Act(id: [place], fulfilment: fulfilment))
                }
            }
            for message in plan.messages.sorted(by: { $0.id < $1.id }) where !message.satisfies.isEmpty {
                guard message.scenarios.contains(scenario.id) else { continue }
                let sent = (sendingsByMessage[message.id] ?? []).map { sendings[$0] }
                for satisfaction in message.satisfies {
                    let key = Key(obligation: satisfaction.obligation.id, stage: satisfaction.stage?.value)
                    let span = satisfaction.stage?.span ?? satisfaction.obligation.span
                    satisfied[key, default: []] += Self.acts(of: message, sent, span)
                }
            }
            let answered = linked.merging(satisfied) { $0 + $1 }.mapValues(Self.answered)
            let kinds = [linked, satisfied].map { Self.settled($0, answered) }
            ranks = kinds.map { Self.those($0) { $0.entry != nil && $0.answer == nil } }
            if kinds.joined().contains(where: { $0.value.contains { $0.fulfilment.answer != nil } }) {
                ranks += kinds.map { Self.those($0) { $0.entry != nil } }
            }
            if satisfied.values.joined().contains(where: { $0.fulfilment.entry == nil }) {
                ranks.append(kinds[1])
            }
        }

        /// The answers that have something that would meet a stage, by the step that is decided.
        private static func answered(_ acts: [Act]) -> [Int?: [Answer?]] {
            acts.allSatisfy { $0.fulfilment.answer == nil }
                ? [:] : Dictionary(grouping: acts, by: \.fulfilment.entry).mapValues { $0.map(\.fulfilment.answer) }
        }

        /// By time. Where each answer to a decision has something that would meet a stage, it is met.
        private static func settled(
            _ acts: [Key: [Act]], _ answered: [Key: [Int?: [Answer?]]]
        ) -> [Key: [Act]] {
            acts.reduce(into: [:]) { settled, one in
                let answers = answered[one.key] ?? [:]
                settled[one.key] = one.value.map { act in
                    var act = act
                    if Answer.areAll(answers[act.fulfilment.entry] ?? []) { act.fulfilment.answer = nil }
                    return act
                }.sorted(by: isEarlier)
            }
        }

        private static func those(_ acts: [Key: [Act]], where isMeant: (Fulfilment) -> Bool) -> [Key: [Act]] {
            acts.mapValues { $0.filter { isMeant($0.fulfilment) } }
        }

        /// Every time that a message leaves, and as often again as its rhythm says.
        private static func acts(of message: Message, _ sent: [Sending], _ span: Span) -> [Act] {
            if sent.isEmpty {
                let fulfilment = Fulfilment(message: message.id, entry: nil, minutes: nil, span: span)
                return [Act(fulfilment: fulfilment, audiences: message.audiences)]
            }
            var acts: [Act] = []
            for sending in sent {
                let rhythm = sending.minutes == nil ? nil : sending.rhythm?.boundedMinutes
                for time in 0...(rhythm == nil ? 0 : 7) {
                    let later =
                        time == 0
                        ? 0 : CrisisClock.clamped((rhythm ?? 0).multipliedReportingOverflow(by: time).partialValue)
                    acts.append(
                        Act(
                            id: time == 0 ? [sending.entry] : [sending.entry, time],
                            fulfilment: Fulfilment(
                                message: message.id, entry: sending.entry,
                                minutes: sending.minutes.map { CrisisClock.sum($0, later) }, span: sending.span,
                                answer: sending.answer),
                            audiences: message.audiences))
                }
            }
            return acts
        }

        /// Timed before untimed, sent before unsent.
        private static func isEarlier(_ a: Act, _ b: Act) -> Bool {
            let rank = { (f: Fulfilment) in (f.minutes ?? .max, f.entry == nil ? 1 : 0) }
            return rank(a.fulfilment) < rank(b.fulfilment)
        }
    }

    /// Which act meets which stage of one obligation: what is done once meets no two stages that are due at different times.
    private struct Choice {
        private let obligation: Obligation
        private let acts: Acts
        private let plan: Plan
        /// By what was done, the time limit that it met.
        private var used: [[Int]: String] = [:]
        /// The places of the first acts that may still be free, so that a long chain of stages is not searched anew for each.
        private var firstFree: [Acts.Key: Int] = [:]
        private let dues: [String: String]

        init(_ obligation: Obligation, _ acts: Acts, _ plan: Plan) {
            self.obligation = obligation
            self.acts = acts
            self.plan = plan
            dues = Dictionary(
                obligation.stages.map { ($0.name.value, $0.wholeDue.notation) }, uniquingKeysWith: { first, _ in first }
            )
        }

        mutating func fulfilment(of stage: Obligation.Stage, _ due: Due) -> Fulfilment? {
            // What falls due with another stage may be met with it.
            let limit = due.with.flatMap { dues[$0.value] } ?? due.notation
            let name = stage.name.value
            for (kind, all) in acts.ranks.enumerated() {
                for key in [
                    Acts.Key(obligation: obligation.id, stage: name), Acts.Key(obligation: obligation.id, stage: nil),
                ] {
                    guard let candidates = all[key] else { continue }
                    if let met = meet(stage, limit, candidates, Acts.Key(obligation: "\(kind)", stage: key.stage)) {
                        return met
                    }
                }
            }
            return nil
        }

        private mutating func meet(
            _ stage: Obligation.Stage, _ limit: String, _ candidates: [Act], _ key: Acts.Key
        ) -> Fulfilment? {
            var first = firstFree[key] ?? 0
            while first < candidates.count, let id = candidates[first].id, let met = used[id], met != limit {
                first += 1
            }
            // Stages of one time limit may share what is done.
            firstFree[key] = first
            let free = candidates[first...].filter { act in act.id.map { used[$0].map { $0 == limit } ?? true } ?? true
            }
            guard let chosen = chosen(stage, free) else { return nil }
            for act in chosen { if let id = act.id { used[id] = limit } }
            // It hangs on what is least sure.
            return chosen.last { $0.fulfilment.entry == nil || $0.fulfilment.answer != nil }?.fulfilment
                ?? chosen.last?.fulfilment
        }

        /// The acts by which all recipients are told, the last of them last; nil where one is not told.
        private func chosen(_ stage: Obligation.Stage, _ free: [Act]) -> [Act]? {
            func tells(_ act: Act, _ recipient: Recipient?) -> Bool {
                guard let audiences = act.audiences else { return true }
                return obligation.match(audiences, stage, recipient, plan) != .wrong
            }
            if stage.to.isEmpty { return free.first { tells($0, nil) }.map { [$0] } }
            var chosen: [Act] = []
            for recipient in stage.to {
                guard let act = free.first(where: { tells($0, recipient.value) }) else { return nil }
                chosen.append(act)
            }
            return chosen.sorted { ($0.fulfilment.minutes ?? .max) < ($1.fulfilment.minutes ?? .max) }
        }
    }
}

extension Due {
    /// The same text for the same time limit.
    var notation: String {
        let parts = terms.map { term in
            "\(term.within?.value.notation ?? term.noNumber?.value ?? "") after \(term.after.map(\.value.notation).joined(separator: "|"))"
        }
        return parts.joined(separator: latest.isEmpty ? ", " : "; ")
            + [with?.value, onRequest?.value.notation, sameAs?.value].compactMap { $0 }.joined(separator: " ")
    }
}
