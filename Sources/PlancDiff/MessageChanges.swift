import PlancDiagnostics
import PlancMarkup
import PlancModel

/// Messages that came and went, whose text changed and in which language, whose channels or approval changed.
func messageChanges(_ comparison: Comparison) -> [PlanDiff.Change] {
    let pairing = comparison.pairing
    let match = pairing.match(comparison.base.messages, comparison.head.messages)
    var changes = addedAndRemoved(match, .messages, [.messages], comparison, word: Phrase("message"))
    for (old, new) in match.both {
        var details: [Phrase] = []
        var isAlarm = false
        let source = new.versions.first
        for version in new.versions {
            let locale = version.body.locale
            guard let was = old.exactly(locale) else {
                details.append(Phrase("now in {locale}", ["locale": locale]))
                continue
            }
            if was.contentHash != version.contentHash {
                details.append(Phrase("text changed in {locale}", ["locale": locale]))
            } else if locale != source?.body.locale, let source, let oldSource = old.exactly(source.body.locale),
                oldSource.contentHash != source.contentHash
            {
                details.append(
                    Phrase(
                        "the text in {locale} did not follow", ["locale": locale]))
                isAlarm = true
            }
        }
        for version in old.versions where new.exactly(version.body.locale) == nil {
            details.append(
                Phrase("no longer in {locale}", ["locale": version.body.locale]))
            isAlarm = true
        }
        details += list(old.channels, new.channels, .channel, Phrase("channels"), comparison)
        details += list(old.audiences, new.audiences, .audience, Phrase("for"), comparison)
        details += list(old.approvers, new.approvers, .role, Phrase("approved by"), comparison)
        details += list(
            old.owner.map { [$0] } ?? [], new.owner.map { [$0] } ?? [], .role,
            Phrase("written by"), comparison)
        if old.classification?.value != new.classification?.value {
            details.append(
                fromTo(
                    Phrase("label"), old.classification.map { Phrase(verbatim: $0.value.rawValue) },
                    new.classification.map { Phrase(verbatim: $0.value.rawValue) }))
        }
        if details.isEmpty { continue }
        var change = changed(.messages, .message, new.id, details, [.messages], comparison, isAlarm: isAlarm)
        if case .some(let references) = new.scenarios { change.scenarios = Set(references.map(\.id)) }
        changes.append(change)
    }
    let snippets = pairing.match(comparison.base.snippets, comparison.head.snippets)
    changes += addedAndRemoved(snippets, .messages, [.messages], comparison, word: Phrase("snippet"))
    for (old, new) in snippets.both {
        let locales = new.versions.filter { version in
            old.versions.contains { $0.body.locale == version.body.locale && $0.contentHash != version.contentHash }
        }.map(\.body.locale.tag)
        if locales.isEmpty { continue }
        let names = locales.joined(separator: ", ")
        changes.append(
            changed(
                .messages, .snippet, new.id, [Phrase("text changed in {names}", ["names": names])],
                [.messages],
                comparison))
    }
    return changes
}

private func list(
    _ old: [Reference], _ new: [Reference], _ kind: EntityKind, _ what: Phrase, _ comparison: Comparison
) -> [Phrase] {
    let was = old.map { comparison.pairing.newID(kind, $0.id) }
    let now = new.map(\.id)
    if was == now { return [] }
    func names(_ ids: [String]) -> Phrase? {
        ids.isEmpty
            ? nil
            : list(
                ids.map {
                    comparison.title(
                        kind, $0, in: comparison.head.title(of: kind, $0) == nil ? comparison.base : comparison.head)
                })
    }
    return [fromTo(what, names(was), names(now))]
}
