import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel

/// Legal deadlines that came, went, or whose margin changed, scenario by scenario; and how fast audiences hear.
func deadlineChanges(_ comparison: Comparison) -> [PlanDiff.Change] {
    var changes: [ScenarioChange] = []
    let scenarios = comparison.pairing.match(comparison.base.scenarios, comparison.head.scenarios)
    for (oldScenario, newScenario) in scenarios.both {
        let (before, after) = comparison.timelines(oldScenario, newScenario)
        let (old, new) = comparison.networks
        var scenario = ScenarioDeadlines(
            comparison: comparison, scenario: newScenario.id,
            before: Deliveries(before, comparison.base, Reach(old, Situation(scenario: oldScenario.id))),
            after: Deliveries(after, comparison.head, Reach(new, Situation(scenario: newScenario.id))))
        scenario.compareDuties()
        scenario.compareAudiences()
        changes += scenario.changes
    }
    return told(changes)
}

/// What changed in time in one scenario.
private struct ScenarioDeadlines {
    let comparison: Comparison
    let scenario: String
    let before: Deliveries
    let after: Deliveries
    private(set) var changes: [ScenarioChange] = []

    init(comparison: Comparison, scenario: String, before: Deliveries, after: Deliveries) {
        self.comparison = comparison
        self.scenario = scenario
        self.before = before
        self.after = after
    }

    private mutating func add(
        _ kind: PlanDiff.Change.Kind, _ subject: EntityReference, _ text: Phrase, isAlarm: Bool
    ) {
        let name = comparison.title(.scenario, scenario).quoted
        changes.append(
            ScenarioChange(
                group: .deadlines, kind: kind, subject: subject, isAlarm: isAlarm, scenario: scenario, name: name
            ) { Phrase("{text}, in {name}", ["text": text, "name": $0]) })
    }

    mutating func compareDuties() {
        let old = Dictionary(
            before.duties.map { duty in
                let stage = comparison.pairing.newStage(duty.obligation, duty.name)
                return ("\(comparison.pairing.newID(.obligation, duty.obligation))/\(stage)", duty)
            }, uniquingKeysWith: { a, _ in a })
        var seen: Set<String> = []
        for duty in after.duties {
            let key = "\(duty.obligation)/\(duty.name)"
            seen.insert(key)
            compare(old[key], duty)
        }
        for (key, duty) in old.sorted(by: { $0.key < $1.key }) where !seen.contains(key) {
            let subject = EntityReference(.obligation, duty.obligation, stage: duty.name)
            let label = comparison.duty(subject, in: comparison.base)
            add(.removed, subject, Phrase("no longer a duty: {label}", ["label": label]), isAlarm: true)
        }
    }

    private mutating func compare(_ was: StageStatus?, _ duty: StageStatus) {
        let subject = EntityReference(.obligation, duty.obligation, stage: duty.name)
        let label = comparison.duty(subject, in: comparison.head)
        guard let was else {
            add(.added, subject, Phrase("new duty: {label}", ["label": label]), isAlarm: duty.fulfilment == nil)
            return
        }
        if (was.fulfilment == nil) != (duty.fulfilment == nil) {
            let isLost = duty.fulfilment == nil
            add(
                .changed, subject,
                isLost
                    ? Phrase("nothing meets {label} any more", ["label": label])
                    : Phrase("{label} is now met", ["label": label]),
                isAlarm: isLost)
        } else if was.fulfilment?.isSent != duty.fulfilment?.isSent {
            let isLost = duty.fulfilment?.isSent == false
            add(
                .changed, subject,
                isLost
                    ? Phrase("no step sends what meets {label} any more", ["label": label])
                    : Phrase("a step now sends what meets {label}", ["label": label]),
                isAlarm: isLost)
        } else if was.margin != duty.margin {
            let isThin = duty.margin.map { margin in duty.wantedMargin.map { margin < $0 } ?? (margin < 0) } ?? false
            add(
                .changed, subject,
                fromTo(
                    Phrase("{label}: margin", ["label": label]), margin(was.margin, beside: duty.margin),
                    margin(duty.margin, beside: was.margin)),
                isAlarm: isThin && (duty.margin ?? .max) < (was.margin ?? .max))
        }
    }

    /// Where the law names no number there is none to keep.
    private func margin(_ minutes: Int?, beside other: Int?) -> Phrase {
        guard let minutes else { return Phrase("no number") }
        let length = TimeAmount(minutes: abs(minutes)).phrase(beside: other.map { TimeAmount(minutes: abs($0)) })
        return minutes < 0 ? Phrase("{margin} late", ["margin": length]) : length
    }

    mutating func compareAudiences() {
        let pairs = comparison.pairing.match(comparison.base.audiences, comparison.head.audiences).both
        for (oldAudience, newAudience) in pairs {
            let was = before.firstHeard(by: oldAudience.id)
            let now = after.firstHeard(by: newAudience.id)
            let title = comparison.title(.audience, newAudience.id)
            if was == now {
                compareRoom(oldAudience, newAudience, heard: now, title)
                continue
            }
            let isLater = (now ?? .max) > (was ?? .max)
            let limit = newAudience.informWithin?.value
            let change = fromTo(Phrase("{title}: first message", ["title": title]), heard(was), heard(now))
            let minutes = limit?.boundedMinutes
            add(
                .changed, EntityReference(.audience, newAudience.id),
                limit.map { change + Phrase(verbatim: " ") + promise($0, now) } ?? change,
                isAlarm: isLater && (now == nil || minutes.map { isThin(now ?? 0, of: $0) } ?? false))
        }
    }

    /// What is left of a promised time that is another one now.
    private mutating func compareRoom(_ old: Audience, _ new: Audience, heard: Int?, _ title: Phrase) {
        guard let heard, let was = old.informWithin?.value.boundedMinutes,
            let now = new.informWithin?.value.boundedMinutes,
            was != now
        else { return }
        add(
            .changed, EntityReference(.audience, new.id),
            fromTo(
                Phrase("{title}: left of the promised time", ["title": title]),
                margin(was - heard, beside: now - heard),
                margin(now - heard, beside: was - heard)),
            isAlarm: now < was && isThin(heard, of: now))
    }

    /// "(promised within 4 h: 10 min left)"
    private func promise(_ limit: TimeAmount, _ now: Int?) -> Phrase {
        let left = now.map { limit.boundedMinutes - $0 }
        guard let left, left >= 0 else { return Phrase("(promised within {limit})", ["limit": limit.phrase]) }
        return Phrase(
            "(promised within {limit}: {left} left)",
            ["limit": limit.phrase, "left": TimeAmount(minutes: left).phrase])
    }

    /// Whether less than a tenth of the promised time is left.
    private func isThin(_ minutes: Int, of limit: Int) -> Bool { 10 * (limit - minutes) < limit }

    private func heard(_ minutes: Int?) -> Phrase { minutes == nil ? Phrase("never") : clock(minutes) }
}

extension StageStatus.Fulfilment {
    /// Whether a step does it.
    fileprivate var isSent: Bool { entry != nil }
}
