import PlancDiagnostics
import PlancSchema
import PlancSource

enum MalformedAddress: FormRule {
    static let name = "malformed-address"
    static let summary = Phrase(
        "an e-mail address or a URL of the wrong form")
    static let why = Phrase(
        "Nobody tries the address before the day it is needed.")

    static func finding(_ value: Located<String>, likely: String?) -> Finding {
        finding(
            at:
                value.span,
            Phrase(
                "'{value}' is not an address for this channel", ["value": Say.quoted(value.value)]),
            caption: likely.map(Say.didYouMean),
            help: [
                Phrase(
                    "an e-mail address as in 'presse@armor.example', a page as in 'https://armor.example'"
                )
            ],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("a name instead of an e-mail address"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ben:
                      name: Ben Okoro
                      reach: {mobile: "+44 7700 900002", mail: ⟦Ben Okoro⟧}
                      verified: 2026-01-05
                    """)
            ]),
        Example(
            Phrase("the scheme of a link before an e-mail address"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ben:
                      name: Ben Okoro
                      reach: {mobile: "+44 7700 900002", mail: ⟦"mailto:ben@library.example"⟧}
                      verified: 2026-01-05
                    """)
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("an e-mail address for e-mail"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ben:
                      name: Ben Okoro
                      reach: {mobile: "+44 7700 900002", mail: ben.okoro@library.example}
                      verified: 2026-01-05
                    """)
            ])
    ]
}
