import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

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

    /// The plan's first language is that of translations.
    ///
    /// - Parameter meant: the language of the files without one in their names, where it is known.
    static func finding(first: Locale, count: Int, in list: YAMLNode, meant: Locale?, all: [Locale], example: Span)
        -> Finding
    {
        let better = meant.map { meant in
            let order = [meant] + all.filter { $0 != meant }
            return "[" + order.map(\.tag).joined(separator: ", ") + "]"
        }
        return finding(
            at: list.span,
            Phrase(
                "the plan begins with '{first}', and {count} files named '….{first}.md' translate others",
                ["first": first.tag, "count": count]),
            caption: better.map(Say.didYouMean),
            labels: [Label(example, Phrase("a translation, by its name"))],
            help: [Phrase("the first language is that of the files without a language in their names")],
            fixes: better.map { [Say.replace(list.span, by: $0)] } ?? [])
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
            Phrase("a country that has another code"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [⟦en-UK⟧]")
            ]),
        Example(
            Phrase("three letters of a language that has two"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [⟦eng⟧]")
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
        Example(
            Phrase("a first language that is that of the translations"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: ⟦[fr, en]⟧"),
                "snippets/hours.md":
                    "---\nkind: snippet\ntitle: Opening hours\n---\n\nThe desk is open from nine to five.\n",
                "snippets/hours.fr.md":
                    "---\nkind: snippet\ntitle: Horaires\n---\n\nLe guichet est ouvert de neuf à cinq heures.\n",
                "snippets/doors.md":
                    "---\nkind: snippet\ntitle: Doors\n---\n\nThe doors of the yard are locked at night.\n",
                "snippets/doors.fr.md":
                    "---\nkind: snippet\ntitle: Portes\n---\n\nLes portes de la cour sont fermées la nuit.\n",
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
