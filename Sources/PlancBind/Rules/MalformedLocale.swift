import PlancDiagnostics
import PlancSchema
import PlancSource

enum MalformedLocale: FormRule {
    static let name = "malformed-locale"
    static let summary = Phrase(
        "a language of the wrong form")
    static let why = Phrase(
        "The language decides which text people get; one that is not known gives them none.")

    static func finding(_ value: Located<String>, likely: String?) -> Finding {
        finding(
            at:
                value.span,
            Phrase(
                "'{value}' is not a language", ["value": Say.quoted(value.value)]),
            caption: likely.map(Say.didYouMean),
            help: [
                Phrase(
                    "two letters, and the country if it matters: 'fr', 'en', 'pt-BR'"
                )
            ],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("a language by its name"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en, ⟦french⟧]
                owner: director
                timezone: Europe/London
                classification: TLP:AMBER
                review: {every: 6mo, last: 2026-01-05}
                approved: {by: director, on: 2026-01-05}

                ---

                """
            ]),
        Example(
            Phrase("an underscore"),
            [
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    readers: {title: Readers, type: customers, channels: [mail, text-message, site], locales: [⟦en_GB⟧]}
                    """)
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("two letters, and the country if it matters"),
            [
                "audiences.md": ExamplePlan.changing(
                    "audiences.md",
                    """
                    readers: {title: Readers, type: customers, channels: [mail, text-message, site], locales: [en-GB, en]}
                    """)
            ])
    ]
}
