import PlancDiagnostics
import PlancSchema
import PlancSource

enum MalformedPhone: FormRule {
    static let name = "malformed-phone"
    static let summary = Phrase(
        "a phone number of the wrong form")
    static let why = Phrase(
        "A number without its country cannot be called from abroad, from a borrowed phone, or by a gateway."
    )

    /// - Parameter isLength: whether it has the form of a number, and too many or too few digits for its country.
    static func finding(_ value: Located<String>, likely: String?, isLength: Bool = false) -> Finding {
        if isLength {
            return finding(
                at: value.span,
                Phrase(
                    "'{value}' has not as many digits as numbers of that country have",
                    ["value": Say.quoted(value.value)]),
                help: [Phrase("look for a digit that is missing or was written twice")])
        }
        return finding(
            at:
                value.span,
            Phrase(
                "'{value}' is not a phone number", ["value": Say.quoted(value.value)]),
            caption: likely.map(Say.didYouMean),
            help: [
                Phrase(
                    "'+', the country and the number, as in '+33 6 39 98 00 01'")
            ],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("a number without its country"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ada:
                      name: Ada Marsh
                      reach: {mobile: ⟦07700 900001⟧, home: "+44 1632 960001"}
                      private: [home]
                      verified: 2026-01-05
                    """)
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("plus, country, number"),
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
