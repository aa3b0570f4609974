import PlancDiagnostics
import PlancSource

enum UnknownKey: FormRule {
    static let name = "unknown-key"
    static let summary = Phrase(
        en: "a key that is not known where it stands",
        fr: "une clé inconnue là où elle se trouve")
    static let why = Phrase(
        en: "What stands under a key that nobody knows is not read: a deputy under 'deputys' is no deputy.",
        fr:
            "Ce qui suit une clé inconnue n'est pas lu\u{A0}: un suppléant sous «\u{A0}deputys\u{A0}» ne supplée "
            + "personne."
    )

    static func finding(_ key: Located<String>, nearest: String?, known: [String]) -> Finding {
        finding(
            at:
                key.span, Phrase(en: "unknown key '\(key.value)'", fr: "clé inconnue «\u{A0}\(key.value)\u{A0}»"),
            caption: nearest.map(Say.didYouMean),
            help: [
                nearest == nil && !known.isEmpty
                    ? Phrase(
                        en: "the keys here are: " + known.joined(separator: ", "),
                        fr: "les clés sont ici\u{A0}: " + known.joined(separator: ", "))
                    : nil
            ],
            fixes: nearest.map { [Say.replace(key.span, by: $0)] } ?? [])
    }

    /// A translation that repeats what its source says.
    static func finding(inTranslation key: Located<String>, source: Span?) -> Finding {
        finding(
            at:
                key.span,
            Phrase(
                en: "'\(key.value)' belongs in the source file",
                fr: "«\u{A0}\(key.value)\u{A0}» va dans le fichier source"),
            caption: Phrase(en: "remove it here", fr: "à retirer ici"),
            labels: source.map { [Label($0, Phrase(en: "the source file", fr: "le fichier source"))] } ?? [],
            help: [
                Phrase(
                    en: "a translation has 'kind', 'id', 'title', 'subject' and 'translates' only",
                    fr:
                        "une traduction n'a que «\u{A0}kind\u{A0}», «\u{A0}id\u{A0}», «\u{A0}title\u{A0}», "
                        + "«\u{A0}subject\u{A0}» et «\u{A0}translates\u{A0}»"
                )
            ])
    }

    static func finding(stamp key: Located<String>) -> Finding {
        finding(
            at:
                key.span,
            Phrase(
                en: "'translates' stands in a source, which translates nothing",
                fr: "«\u{A0}translates\u{A0}» se trouve dans une source, qui ne traduit rien"),
            help: [
                Phrase(
                    en: "name a translation after its language, as in 'message.en.md'",
                    fr: "nommez une traduction d'après sa langue, comme «\u{A0}message.en.md\u{A0}»")
            ])
    }

    static func finding(rule: Located<String>, nearest: String?) -> Finding {
        finding(
            at:
                rule.span, Phrase(en: "unknown rule '\(rule.value)'", fr: "règle inconnue «\u{A0}\(rule.value)\u{A0}»"),
            caption: nearest.map(Say.didYouMean),
            help: [Phrase(en: "'planc rules' lists them", fr: "«\u{A0}planc rules\u{A0}» en donne la liste")],
            fixes: nearest.map { [Say.replace(rule.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a key that nearly exists", fr: "une clé qui existe presque"),
            [
                "roles.md": """
                ---
                kind: roles
                roles:
                  director: {title: Director, holder: ada, deputies: [ben], team: executive}
                  press: {title: Press officer, holder: ben, deputies: [cleo], team: communication}
                  caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical}
                  guide: {title: Guide, holder: ada, ⟦deputys⟧: [ben]}
                ---

                """
            ]),
        Example(
            Phrase(en: "a translation that repeats its source", fr: "une traduction qui répète sa source"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en, fr]
                owner: director
                timezone: Europe/London
                classification: TLP:AMBER
                review: {every: 6mo, last: 2026-01-05}
                approved: {by: director, on: 2026-01-05}

                ---

                """,
                "messages/ready.fr.md": """
                ---
                kind: message
                title: Où nous trouver
                ⟦owner⟧: press
                ---

                Regardez notre site.

                """,
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "the keys of the language", fr: "les clés de la langue"),
            [
                "roles.md": """
                ---
                kind: roles
                roles:
                  director: {title: Director, holder: ada, deputies: [ben], team: executive}
                  press: {title: Press officer, holder: ben, deputies: [cleo], team: communication}
                  caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical}
                  guide: {title: Guide, holder: ada, deputies: [ben]}
                ---

                """
            ])
    ]
}
