import PlancDiagnostics
import PlancMarkup
import PlancModel

/// The plan's own data, scenarios and audiences that came and went.
func otherChanges(_ comparison: Comparison) -> [PlanDiff.Change] {
    let pairing = comparison.pairing
    let (base, head) = (comparison.base, comparison.head)
    var changes: [PlanDiff.Change] = []
    var details: [Phrase] = []
    func compare(_ what: Phrase, _ old: String?, _ new: String?) {
        if old != new {
            details.append(fromTo(what, old.map { Phrase(verbatim: $0) }, new.map { Phrase(verbatim: $0) }))
        }
    }
    compare(Phrase("version"), base.info.version.value, head.info.version.value)
    compare(
        Phrase("label"), base.info.classification?.value.rawValue,
        head.info.classification?.value.rawValue)
    compare(
        Phrase("owner"), base.info.owner.map { pairing.newID(.role, $0.id) }, head.info.owner?.id
    )
    compare(
        Phrase("languages"), base.locales.map(\.tag).joined(separator: ", "),
        head.locales.map(\.tag).joined(separator: ", "))
    let (oldRules, newRules) = (ruleSettings(base), ruleSettings(head))
    for rule in Set(oldRules.keys).union(newRules.keys).sorted() where oldRules[rule] != newRules[rule] {
        compare(Phrase("rule {rule}", ["rule": rule]), oldRules[rule], newRules[rule])
    }
    if !details.isEmpty { changes.append(changed(.plan, .plan, head.name, details, [.cover], comparison)) }

    let scenarios = pairing.match(base.scenarios, head.scenarios)
    changes += addedAndRemoved(
        scenarios, .plan, [.activation, .timeline, .checklists], comparison,
        word: Phrase("scenario"))
    for (old, new) in scenarios.both {
        let was = Set(old.affects.map { pairing.newID(.audience, $0.id) })
        let now = Set(new.affects.map(\.id))
        var details: [Phrase] = []
        if !now.subtracting(was).isEmpty {
            let names = list(now.subtracting(was).sorted().map { comparison.title(.audience, $0) })
            details.append(Phrase("now affects {names}", ["names": names]))
        }
        if !was.subtracting(now).isEmpty {
            let names = list(was.subtracting(now).sorted().map { comparison.title(.audience, $0, in: base) })
            details.append(Phrase("no longer affects {names}", ["names": names]))
        }
        if !details.isEmpty {
            changes.append(
                changed(.plan, .scenario, new.id, details, [.activation, .reach], comparison, scenario: new.id))
        }
    }
    changes += addedAndRemoved(
        pairing.match(base.audiences, head.audiences), .plan, [.reach, .messages], comparison,
        word: Phrase("audience"))
    changes += addedAndRemoved(
        pairing.match(base.activities, head.activities), .plan, [.activities], comparison,
        word: Phrase("activity"))
    changes += addedAndRemoved(
        pairing.match(base.fields, head.fields), .plan, [.messages], comparison, word: Phrase("field"))
    changes += addedAndRemoved(
        pairing.match(base.packs, head.packs), .plan, [], comparison, word: Phrase("pack"))
    return changes
}

private func ruleSettings(_ plan: Plan) -> [String: String] {
    Dictionary(plan.info.rules.map { ($0.rule.value, $0.level.value.rawValue) }, uniquingKeysWith: { _, last in last })
}
