import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel

/// Legal deadlines that came, went, or whose margin changed, scenario by scenario; and how fast audiences hear.
func deadlineChanges(_ comparison: Comparison) -> [PlanDiff.Change] {
    let pairing = comparison.pairing
    var changes: [PlanDiff.Change] = []
    for (oldScenario, newScenario) in pairing.match(comparison.base.scenarios, comparison.head.scenarios).both {
        let (before, after) = comparison.timelines(oldScenario, newScenario)
        let name = comparison.title(.scenario, newScenario.id).quoted
        func change(_ kind: PlanDiff.Change.Kind, _ subject: EntityReference, _ text: Phrase, isAlarm: Bool) {
            changes.append(
                PlanDiff.Change(
                    .deadlines, kind, subject,
                    Phrase("{text}, in {name}", ["text": text, "name": name]),
                    isAlarm: isAlarm, scenarios: [newScenario.id]))
        }
        let old = Dictionary(
            before.duties.map { ("\(pairing.newID(.obligation, $0.obligation))/\($0.name)", $0) },
            uniquingKeysWith: { a, _ in a })
        var seen: Set<String> = []
        for duty in after.duties {
            let key = "\(duty.obligation)/\(duty.name)"
            seen.insert(key)
            let title = comparison.title(.obligation, duty.obligation)
            let subject = EntityReference(.obligation, duty.obligation, stage: duty.name)
            let label = Phrase("{title} ({duty})", ["title": title, "duty": duty.name])
            guard let was = old[key] else {
                change(
                    .added, subject,
                    Phrase("new duty: {label}", ["label": label]),
                    isAlarm: duty.fulfilment == nil)
                continue
            }
            if (was.fulfilment == nil) != (duty.fulfilment == nil) {
                let isLost = duty.fulfilment == nil
                change(
                    .changed, subject,
                    isLost
                        ? Phrase(
                            "nothing meets {label} any more", ["label": label])
                        : Phrase("{label} is now met", ["label": label]),
                    isAlarm: isLost)
            } else if was.margin != duty.margin, let margin = duty.margin {
                let oldMargin = was.margin.map(length) ?? Phrase("none")
                let isThin = duty.wantedMargin.map { margin < $0 } ?? (margin < 0)
                let now =
                    margin < 0
                    ? Phrase("{margin} late", ["margin": length(-margin)])
                    : length(margin)
                change(
                    .changed, subject,
                    fromTo(Phrase("margin of {label}", ["label": label]), oldMargin, now),
                    isAlarm: isThin && margin < (was.margin ?? .max))
            }
        }
        for (key, duty) in old.sorted(by: { $0.key < $1.key }) where !seen.contains(key) {
            let title = comparison.title(.obligation, duty.obligation, in: comparison.base)
            change(
                .removed, EntityReference(.obligation, duty.obligation, stage: duty.name),
                Phrase(
                    "no longer a duty: {title} ({duty})", ["title": title, "duty": duty.name]),
                isAlarm: false)
        }
        for (oldAudience, newAudience) in pairing.match(comparison.base.audiences, comparison.head.audiences).both {
            let was = before.clock(of: oldAudience.id)?.first?.minutes
            let now = after.clock(of: newAudience.id)?.first?.minutes
            if was == now { continue }
            let title = comparison.title(.audience, newAudience.id)
            let isLater = (now ?? .max) > (was ?? .max)
            let limit = newAudience.informWithin?.value.boundedMinutes
            change(
                .changed, EntityReference(.audience, newAudience.id),
                fromTo(
                    Phrase("{title} first hear", ["title": title]),
                    clock(was), clock(now)),
                isAlarm: isLater && (now == nil || limit.map { (now ?? 0) > $0 } ?? false))
        }
    }
    return changes
}
