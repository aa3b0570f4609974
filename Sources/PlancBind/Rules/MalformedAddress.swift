import PlancDiagnostics
import PlancSource

enum MalformedAddress: FormRule {
    static let name = "malformed-address"
    static let summary = Phrase(
        en: "an e-mail address or a URL of the wrong form",
        fr: "une adresse e-mail ou une URL mal écrite")
    static let why = Phrase(
        en: "Nobody tries the address before the day it is needed.",
        fr: "Personne n'essaie l'adresse avant le jour où elle sert.")

    static func finding(_ value: Located<String>, likely: String?) -> Finding {
        finding(
            at:
                value.span,
            Phrase(
                en: "'\(Say.quoted(value.value))' is not an address for this channel",
                fr: "«\u{A0}\(Say.quoted(value.value))\u{A0}» n'est pas une adresse pour ce canal"),
            caption: likely.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "an e-mail address as in 'presse@armor.example', a page as in 'https://armor.example'",
                    fr:
                        "une adresse e-mail comme «\u{A0}presse@armor.example\u{A0}», une page comme "
                        + "«\u{A0}https://armor.example\u{A0}»"
                )
            ],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a name instead of an e-mail address", fr: "un nom au lieu d'une adresse e-mail"),
            [
                "people.md": """
                ---
                kind: people
                people:
                  ada:
                    name: Ada Marsh
                    reach: {mobile: "+44 7700 900001", home: "+44 1632 960001"}
                    private: [home]
                    verified: 2026-01-05
                  ben:
                    name: Ben Okoro
                    reach: {mobile: "+44 7700 900002", mail: ⟦Ben Okoro⟧}
                    verified: 2026-01-05
                  cleo:
                    name: Cleo Hart
                    reach: {mobile: "+44 7700 900003", mail: cleo@library.example}
                    verified: 2026-01-05
                ---

                """
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "an e-mail address for e-mail", fr: "une adresse e-mail pour l'e-mail"),
            [
                "people.md": """
                ---
                kind: people
                people:
                  ada:
                    name: Ada Marsh
                    reach: {mobile: "+44 7700 900001", home: "+44 1632 960001"}
                    private: [home]
                    verified: 2026-01-05
                  ben:
                    name: Ben Okoro
                    reach: {mobile: "+44 7700 900002", mail: ben.okoro@library.example}
                    verified: 2026-01-05
                  cleo:
                    name: Cleo Hart
                    reach: {mobile: "+44 7700 900003", mail: cleo@library.example}
                    verified: 2026-01-05
                ---

                """
            ])
    ]
}
