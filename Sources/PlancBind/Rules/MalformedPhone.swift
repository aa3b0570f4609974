import PlancDiagnostics
import PlancSource

enum MalformedPhone: FormRule {
    static let name = "malformed-phone"
    static let summary = Phrase(
        en: "a phone number of the wrong form",
        fr: "un numéro de téléphone mal écrit")
    static let why = Phrase(
        en: "A number without its country cannot be called from abroad, from a borrowed phone, or by a gateway.",
        fr:
            "Un numéro sans son pays ne peut être appelé ni de l'étranger, ni d'un téléphone prêté, ni par une "
            + "passerelle."
    )

    static func finding(_ value: Located<String>, likely: String?) -> Finding {
        finding(
            at:
                value.span,
            Phrase(
                en: "'\(Say.quoted(value.value))' is not a phone number",
                fr: "«\u{A0}\(Say.quoted(value.value))\u{A0}» n'est pas un numéro de téléphone"),
            caption: likely.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "'+', the country and the number, as in '+33 6 39 98 00 01'",
                    fr: "«\u{A0}+\u{A0}», le pays et le numéro, comme «\u{A0}+33 6 39 98 00 01\u{A0}»")
            ],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a number without its country", fr: "un numéro sans son pays"),
            [
                "people.md": """
                ---
                kind: people
                people:
                  ada:
                    name: Ada Marsh
                    reach: {mobile: ⟦07700 900001⟧, home: "+44 1632 960001"}
                    private: [home]
                    verified: 2026-01-05
                  ben:
                    name: Ben Okoro
                    reach: {mobile: "+44 7700 900002", mail: ben@library.example}
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
            Phrase(en: "plus, country, number", fr: "plus, pays, numéro"),
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
                    reach: {mobile: "+44 7700 900002", mail: ben@library.example}
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
