import PlancDiagnostics
import PlancMarkup
import PlancModel

/// Languages that a message came into and went from, and translations that did not follow their source.
///
/// - Parameter texts: the texts that read otherwise.
func translationChanges(_ comparison: Comparison, _ texts: TextChanges) -> [PlanDiff.Change] {
    var changes: [PlanDiff.Change] = []
    for (old, new) in comparison.pairing.match(comparison.base.messages, comparison.head.messages).both {
        var details: [Phrase] = []
        var isAlarm = false
        let message = EntityReference(.message, new.id)
        let source = new.versions.first
        for version in new.versions {
            let locale = version.body.locale
            if old.exactly(locale) == nil {
                details.append(Phrase("now in {locale}", ["locale": locale.title]))
            } else if let source, locale != source.body.locale, texts.differs(message, source.body.locale),
                !texts.differs(message, locale)
            {
                details.append(Phrase("the text in {locale} did not follow", ["locale": locale.title]))
                isAlarm = true
            }
        }
        for version in old.versions where new.exactly(version.body.locale) == nil {
            details.append(Phrase("no longer in {locale}", ["locale": version.body.locale.title]))
            isAlarm = true
        }
        if details.isEmpty { continue }
        let scenarios: Set<String>? =
            if case .some(let references) = new.scenarios { Set(references.map(\.id)) } else { nil }
        var change = PlanDiff.Change(
            .messages, .changed, message,
            Phrase(
                "{title}: {details}",
                ["title": comparison.title(.message, new.id), "details": Phrase.clauses(details)]),
            isAlarm: isAlarm, scenarios: scenarios)
        change.details = Phrase.clauses(details)
        changes.append(change)
    }
    return changes
}
