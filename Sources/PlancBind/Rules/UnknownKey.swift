import PlancDiagnostics
import PlancSource

enum UnknownKey: FormRule {
    static let name = "unknown-key"
    static let summary = Phrase(
        en: "a key that is not known where it stands",
        fr: "une clé inconnue là où elle se trouve")
    static let why = Phrase(
        en: "What stands under a key that nobody knows is not read: a deputy under 'deputys' is no deputy.",
        fr: "Ce qui suit une clé inconnue n'est pas lu : un suppléant sous « deputys » ne supplée personne.")

    static func finding(_ key: Located<String>, nearest: String?, known: [String]) -> Finding {
        found(
            key.span, Phrase(en: "unknown key '\(key.value)'", fr: "clé inconnue « \(key.value) »"),
            caption: nearest.map(Say.didYouMean),
            help: [
                nearest == nil && !known.isEmpty
                    ? Phrase(
                        en: "the keys here are: " + known.joined(separator: ", "),
                        fr: "les clés sont ici : " + known.joined(separator: ", "))
                    : nil
            ],
            fixes: nearest.map { [Say.replace(key.span, by: $0)] } ?? [])
    }

    /// A translation that repeats what its source says.
    static func finding(inTranslation key: Located<String>, source: Span?) -> Finding {
        found(
            key.span,
            Phrase(en: "'\(key.value)' belongs in the source file", fr: "« \(key.value) » va dans le fichier source"),
            caption: Phrase(en: "remove it here", fr: "à retirer ici"),
            labels: source.map { [Label($0, Phrase(en: "the source file", fr: "le fichier source"))] } ?? [],
            help: [
                Phrase(
                    en: "a translation has 'kind', 'id', 'title', 'subject' and 'translates' only",
                    fr: "une traduction n'a que « kind », « id », « title », « subject » et « translates »")
            ])
    }

    static func finding(stamp key: Located<String>) -> Finding {
        found(
            key.span,
            Phrase(
                en: "'translates' stands in a source, which translates nothing",
                fr: "« translates » se trouve dans une source, qui ne traduit rien"),
            help: [
                Phrase(
                    en: "name a translation after its language, as in 'message.en.md'",
                    fr: "nommez une traduction d'après sa langue, comme « message.en.md »")
            ])
    }

    static func finding(rule: Located<String>, nearest: String?) -> Finding {
        found(
            rule.span, Phrase(en: "unknown rule '\(rule.value)'", fr: "règle inconnue « \(rule.value) »"),
            caption: nearest.map(Say.didYouMean),
            help: [Phrase(en: "'planc rules' lists them", fr: "« planc rules » en donne la liste")],
            fixes: nearest.map { [Say.replace(rule.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
