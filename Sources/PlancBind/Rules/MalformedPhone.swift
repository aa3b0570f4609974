import PlancDiagnostics
import PlancModel
import PlancSchema
import PlancSource

enum MalformedPhone: FormRule {
    static let name = "malformed-phone"
    static let summary = Phrase(
        "a phone number of the wrong form, or one that no country can have")
    static let why = Phrase(
        """
        A number without its country cannot be called from abroad, from a borrowed phone, or by a gateway. One with a \
        digit too few or too many cannot be called at all. Country codes are those of ITU-T E.164, lengths those of the \
        countries' numbering plans.
        """
    )

    /// - Parameter fault: of what has the form of a number: why there can be none such.
    static func finding(_ value: Located<String>, likely: String?, fault: NumberingPlans.Fault? = nil) -> Finding {
        let name = Say.quoted(value.value)
        switch fault {
        case .length:
            return finding(
                at: value.span,
                Phrase("'{value}' does not have as many digits as numbers of that country have", ["value": name]),
                help: [Phrase("look for a digit that is missing or was written twice")])
        case .country:
            return finding(
                at: value.span, Phrase("'{value}' begins with the code of no country", ["value": name]),
                help: [Phrase("look for the country's code, as in '+33' or '+44'")])
        case .zeros:
            return finding(
                at: value.span, Phrase("'{value}' ends in zeros alone: nobody has that number", ["value": name]),
                help: [Phrase("write the number that somebody has tried")])
        case nil: break
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
            ]),
        Example(
            Phrase("a digit too few, and a country that there is not"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ada:
                      name: Ada Marsh
                      reach: {mobile: ⟦"+44 7700 90000"⟧, home: ⟦"+4 1632 960001"⟧}
                      private: [home]
                      verified: 2026-01-05
                    """)
            ]),
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
