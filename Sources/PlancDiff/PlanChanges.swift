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
    compare(Phrase(en: "version", fr: "version"), base.info.version.value, head.info.version.value)
    compare(
        Phrase(en: "label", fr: "marquage"), base.info.classification?.value.rawValue,
        head.info.classification?.value.rawValue)
    compare(
        Phrase(en: "owner", fr: "responsable"), base.info.owner.map { pairing.newID(.role, $0.id) }, head.info.owner?.id
    )
    compare(
        Phrase(en: "languages", fr: "langues"), base.locales.map(\.tag).joined(separator: ", "),
        head.locales.map(\.tag).joined(separator: ", "))
    let (oldRules, newRules) = (ruleSettings(base), ruleSettings(head))
    for rule in Set(oldRules.keys).union(newRules.keys).sorted() where oldRules[rule] != newRules[rule] {
        compare(Phrase(en: "rule \(rule)", fr: "règle \(rule)"), oldRules[rule], newRules[rule])
    }
    if !details.isEmpty { changes.append(changed(.plan, .plan, head.name, details, [.cover], comparison)) }

    let scenarios = pairing.match(base.scenarios, head.scenarios)
    changes += addedAndRemoved(
        scenarios, .plan, [.activation, .timeline, .checklists], comparison,
        word: Phrase(en: "scenario", fr: "scénario"))
    for (old, new) in scenarios.both {
        let was = Set(old.affects.map { pairing.newID(.audience, $0.id) })
        let now = Set(new.affects.map(\.id))
        var details: [Phrase] = []
        if !now.subtracting(was).isEmpty {
            let names = list(now.subtracting(was).sorted().map { comparison.title(.audience, $0) })
            details.append(Phrase(en: "now affects \(names.english)", fr: "touche aussi \(names.french)"))
        }
        if !was.subtracting(now).isEmpty {
            let names = list(was.subtracting(now).sorted().map { comparison.title(.audience, $0, in: base) })
            details.append(Phrase(en: "no longer affects \(names.english)", fr: "ne touche plus \(names.french)"))
        }
        if !details.isEmpty {
            changes.append(
                changed(.plan, .scenario, new.id, details, [.activation, .reach], comparison, scenario: new.id))
        }
    }
    changes += addedAndRemoved(
        pairing.match(base.audiences, head.audiences), .plan, [.reach, .messages], comparison,
        word: Phrase(en: "audience", fr: "public"))
    changes += addedAndRemoved(
        pairing.match(base.activities, head.activities), .plan, [.activities], comparison,
        word: Phrase(en: "activity", fr: "activité"))
    changes += addedAndRemoved(
        pairing.match(base.fields, head.fields), .plan, [.messages], comparison, word: Phrase(en: "field", fr: "champ"))
    changes += addedAndRemoved(
        pairing.match(base.packs, head.packs), .plan, [], comparison, word: Phrase(en: "pack", fr: "dossier"))
    return changes
}

private func ruleSettings(_ plan: Plan) -> [String: String] {
    Dictionary(plan.info.rules.map { ($0.rule.value, $0.level.value.rawValue) }, uniquingKeysWith: { _, last in last })
}

/// Packs that hold something that changed, and who holds a copy of them.
func packChanges(_ comparison: Comparison, after changes: [PlanDiff.Change]) -> [PlanDiff.Change] {
    comparison.pairing.match(comparison.base.packs, comparison.head.packs).both.compactMap { old, new in
        let scenarios = Set(new.scenarios.map(\.id))
        let isStale = changes.contains { change in
            let isHeld = change.sections.contains { new.includes($0) }
            let isItsScenario = change.scenarios.map { !scenarios.isDisjoint(with: $0) } ?? true
            return isHeld && (scenarios.isEmpty || isItsScenario)
        }
        guard isStale, new.printed?.value == old.printed?.value else { return nil }
        let title = comparison.title(.pack, new.id).quoted
        let holders = new.copies.map { copy -> Phrase in
            let role = copy.to.map { comparison.title(.role, $0.id) }
            let place = copy.at.isEmpty ? nil : Phrase(en: copy.at.text(Locale("en")), fr: copy.at.text(Locale("fr")))
            switch (role, place) {
            case (let role?, let place?):
                return Phrase(en: "\(role.english) (\(place.english))", fr: "\(role.french) (\(place.french))")
            case (let one?, nil), (nil, let one?): return one
            case (nil, nil): return Phrase(en: "a copy with no holder", fr: "un exemplaire sans détenteur")
            }
        }
        let held =
            holders.isEmpty
            ? Phrase(verbatim: "")
            : Phrase(
                en: "; copies with: \(list(holders).english)", fr: " ; exemplaires chez : \(list(holders).french)")
        return PlanDiff.Change(
            .packs, .changed, EntityReference(.pack, new.id),
            Phrase(en: "print \(title.english) again\(held.english)", fr: "réimprimer \(title.french)\(held.french)"))
    }
}
