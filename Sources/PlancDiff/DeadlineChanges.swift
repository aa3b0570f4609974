import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel

/// Legal deadlines that came, went, or whose margin changed, scenario by scenario; and how fast audiences hear.
func deadlineChanges(_ comparison: Comparison) -> [PlanDiff.Change] {
    let pairing = comparison.pairing
    var changes: [PlanDiff.Change] = []
    for (oldScenario, newScenario) in pairing.match(comparison.base.scenarios, comparison.head.scenarios).both {
        let before = Timeline(plan: comparison.base, scenario: oldScenario.id)
        let after = Timeline(plan: comparison.head, scenario: newScenario.id)
        let name = comparison.title(.scenario, newScenario.id).quoted
        func change(_ kind: PlanDiff.Change.Kind, _ subject: EntityReference, _ text: Phrase, isAlarm: Bool) {
            changes.append(
                PlanDiff.Change(
                    .deadlines, kind, subject,
                    Phrase(en: "\(text.english), in \(name.english)", fr: "\(text.french), dans \(name.french)"),
                    isAlarm: isAlarm, sections: [.deadlines, .obligations, .timeline], scenarios: [newScenario.id]))
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
            let label = Phrase(en: "\(title.english) (\(duty.name))", fr: "\(title.french) (\(duty.name))")
            guard let was = old[key] else {
                change(
                    .added, subject,
                    Phrase(en: "new duty: \(label.english)", fr: "nouvelle obligation : \(label.french)"),
                    isAlarm: duty.fulfilment == nil)
                continue
            }
            if (was.fulfilment == nil) != (duty.fulfilment == nil) {
                let isLost = duty.fulfilment == nil
                change(
                    .changed, subject,
                    isLost
                        ? Phrase(
                            en: "nothing meets \(label.english) any more", fr: "plus rien ne répond à \(label.french)")
                        : Phrase(en: "\(label.english) is now met", fr: "\(label.french) est désormais couverte"),
                    isAlarm: isLost)
            } else if was.margin != duty.margin, let margin = duty.margin {
                let oldMargin = was.margin.map(length) ?? Phrase(en: "none", fr: "aucune")
                let isThin = duty.wantedMargin.map { margin < $0 } ?? (margin < 0)
                let now =
                    margin < 0
                    ? Phrase(en: "\(length(-margin).english) late", fr: "\(length(-margin).french) de retard")
                    : length(margin)
                change(
                    .changed, subject,
                    fromTo(Phrase(en: "margin of \(label.english)", fr: "marge de \(label.french)"), oldMargin, now),
                    isAlarm: isThin && margin < (was.margin ?? .max))
            }
        }
        for (key, duty) in old.sorted(by: { $0.key < $1.key }) where !seen.contains(key) {
            let title = comparison.title(.obligation, duty.obligation, in: comparison.base)
            change(
                .removed, EntityReference(.obligation, duty.obligation, stage: duty.name),
                Phrase(
                    en: "no longer a duty: \(title.english) (\(duty.name))",
                    fr: "n’est plus une obligation : \(title.french) (\(duty.name))"),
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
                    Phrase(en: "\(title.english) first hear", fr: "première information de \(title.french)"),
                    clock(was), clock(now)),
                isAlarm: isLater && (now == nil || limit.map { (now ?? 0) > $0 } ?? false))
        }
    }
    return changes
}
