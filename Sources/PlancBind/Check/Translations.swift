import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// The front matter of what is in another language than its source: what it may say, and what it adds to the thing.
extension Binder {
    /// A registry that only translates what another one begins with has a stamp and nothing else.
    func checkIntroduction(_ source: Source) {
        _ = read(
            source.entries, source.kind.translationKeys, besides: ["kind"],
            in: Context(owner: nil, ownerName: nil, parent: source.nameSpan, isCut: source.isCut))
    }

    func checkTranslation(_ source: Source, of reference: EntityReference) {
        let sourceSpan = sourceOf(reference)?.nameSpan
        let original = sourceOf(reference)
        let ofKind = source.kind.keys.map(\.name)
        checkTranslated(source, of: reference)
        for entry in source.entries where entry.key.value != "kind" {
            if let key = Schema.translationKeys.place(of: entry.key.value).map({ Schema.translationKeys[$0] }) {
                if !entry.value.isAbsent {
                    // The subject is filled in, in every language.
                    let form = key.name == "subject" && entry.value.scalar != nil ? ValueForm.filledText : key.form
                    _ = read(entry.value, form, key: entry.key, siblings: source.entries, owner: reference)
                    if let locale = source.suffix, key.name != "translates", let text = entry.value.scalar {
                        noteOther(text, in: locale, original: original?[key.name]?.scalar?.value)
                    }
                }
            } else if ofKind.contains(entry.key.value) {
                report(UnknownKey.finding(inTranslation: entry.key, source: sourceSpan))
            } else {
                let names = Schema.translationKeys.map(\.name)
                let near =
                    AliasedNames.key(entry.key.value, among: names)
                    ?? suggestions.nearest(to: entry.key.value, among: names)
                report(UnknownKey.finding(entry.key, nearest: near, known: names))
            }
        }
    }

    private func sourceOf(_ reference: EntityReference) -> Source? {
        (reference.kind == .plan ? facts.outline.planSource : declared.source(of: reference)).map { outlined[$0] }
    }

    /// The title and the subject of a source are there in its translation, too.
    private func checkTranslated(_ source: Source, of reference: EntityReference) {
        guard !source.isCut, let locale = source.suffix, locale.language != sourceLocale.language,
            let original = sourceOf(reference)
        else { return }
        for key in ["title", "subject"] {
            // A map in the source has its own languages.
            guard let text = original[key]?.scalar, !text.value.isEmpty else { continue }
            let place = source.entries.place(of: key)
            if let place, !source.entries[place].value.isBlank { continue }
            let names = Schema.translationKeys.map(\.name)
            // A key that is written wrong is told as such.
            let isMeant = source.entries.contains { entry in
                !names.contains(entry.key.value) && AliasedNames.key(entry.key.value, among: names) == key
            }
            if place == nil, isMeant { continue }
            report(
                UntranslatedValue.finding(
                    key: key, isEmpty: place != nil, at: place.map { source.entries[$0].key.span } ?? source.nameSpan,
                    printed: text, in: locale))
        }
    }

    /// Adds to the texts of a thing those of its translations: its title, and the subject of a message.
    func addTranslations(of item: Item, to fields: inout [FormValue.Field]) {
        guard let translations = translations[item.reference] else { return }
        let keys = Schema.keys(of: item.reference.kind)
        for key in Schema.translationKeys {
            guard let place = keys.place(of: key.name) else { continue }
            let known = fields.firstIndex { $0.place == place }
            var text = LocalizedText()
            if let known, case .text(let written) = fields[known].value { text = written }
            for index in translations {
                guard let locale = outlined[index].suffix, let scalar = outlined[index][key.name]?.scalar,
                    !scalar.value.isEmpty
                else { continue }
                text.versions.removeAll { $0.locale == locale }
                text.versions.append(
                    LocalizedText.Version(locale: locale, text: scalar.map(\.trimmedToOneSpaceEach)))
            }
            if text.isEmpty { continue }
            if let known {
                fields[known].value = .text(text)
            } else {
                fields.append(FormValue.Field(place, .text(text)))
            }
        }
    }
}
