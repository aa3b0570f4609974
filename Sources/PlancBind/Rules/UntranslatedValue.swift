import PlancDiagnostics
import PlancLanguages
import PlancModel
import PlancSource

/// A text of front matter that lacks a language of the plan.
enum UntranslatedValue: FormRule {
    static let name = "untranslated-value"
    static let severity = Severity.warning
    static let summary = Phrase("a text of the front matter that is in some languages of the plan only")
    static let why = Phrase(
        """
        What is not there in a language is printed in another one, in the middle of a page that its reader understands. A text that is the \
        same in every language – a name – may be written without them; where the small words of one language show that it is none, and \
        others of its kind are in all languages, it is reported. What is always a sentence – when a crisis ends or a level is called, \
        until when a message is sent, a remark – is asked for in each language.
        """)

    static func finding(missing locales: [Locale], in span: Span) -> Finding {
        finding(
            at: span,
            Phrase(
                "this text is not there in {locales}",
                ["locales": Phrase.list(locales.map { Language.name(of: $0.language) }, .and)]),
            help: [
                Phrase(
                    "write it in each language of the plan, as in '{example}'",
                    ["example": "{fr: Clients, en: Customers}"])
            ])
    }

    /// A title or a subject that a translation in a file of its own lacks.
    static func finding(key: String, isEmpty: Bool, at span: Span, printed text: Located<String>, in locale: Locale)
        -> Finding
    {
        finding(
            at: span,
            Phrase("'{key}'", ["key": key]) + (isEmpty ? Phrase(" is empty") : Phrase(" is missing")),
            labels: [
                Label(
                    text.span,
                    Phrase("stands on the pages in {language}", ["language": Language.name(of: locale.language)]))
            ],
            help: [Phrase("write it in this language, too, even where it is the same")])
    }

    /// A text that stands for one language in the words of another.
    static func finding(written language: Language, in locale: Locale, at span: Span) -> Finding {
        finding(
            at: span,
            Phrase(
                "this text is written in {language}, and stands for {other}",
                ["language": Language.name(of: language.tag), "other": Language.name(of: locale.language)]),
            help: [Phrase("translate it, or write it under its own language")])
    }

    private static let plan = ExamplePlan.changing("plan.md", "locales: [en, fr]")

    private static func systems(_ title: String) -> [String: String?] {
        [
            "plan.md": plan,
            "more.md": """
            ---
            kind: systems
            systems:
              phone: {title: {en: Telephone system, fr: Téléphonie}}
              lift: {title: \(title)}
            ---

            """,
        ]
    }

    private static func ending(_ text: String) -> String {
        ExamplePlan.changing(
            "scenarios.md",
            """
            flood:
              title: {en: Flood, fr: Inondation}
              disables: [mail-server]
              affects: [readers, staff]
              activated-by: director
              ends-when: \(text)
            """)
    }

    static let rejects: [Example] = [
        Example(Phrase("one language of two"), systems("{⟦en⟧: Lift}")),
        Example(Phrase("a text in one language, beside others in both"), systems("⟦The lift of the north wing⟧")),
        Example(
            Phrase("a sentence in one language"),
            ["plan.md": plan, "scenarios.md": ending("⟦The fire brigade has left.⟧")]),
        Example(
            Phrase("a sentence without small words"),
            ["plan.md": plan, "scenarios.md": ending("⟦Everything works again⟧")]),
        Example(
            Phrase("a text that was copied instead of translated"),
            systems("{en: The lift of the north wing, fr: ⟦The lift of the north wing⟧}")),
        Example(
            Phrase("a translation without a title"),
            [
                "plan.md": plan,
                "messages/staff-closed.fr.md":
                    "---\nkind: ⟦message⟧\n---\n\nLa bibliothèque est fermée. Restez chez vous. Nouvelles : {{ next-time }}.\n",
            ]),
    ]
    static let accepts: [Example] = [
        Example(Phrase("both languages"), systems("{en: Lift, fr: Ascenseur}")),
        Example(
            Phrase("a sentence in both languages"),
            [
                "plan.md": plan,
                "scenarios.md": ending("{en: The fire brigade has left., fr: Les pompiers sont partis.}"),
            ]),
        Example(Phrase("a name that is the same in both"), systems("Northtel LX")),
        Example(Phrase("a name with a word of one language"), systems("{en: Le Monde, fr: Le Monde}")),
        Example(
            Phrase("a pack that is printed in one language"),
            [
                "plan.md": plan,
                "packs.md": """
                ---
                kind: packs
                packs:
                  desk: {title: {en: The pack of the desk}, for: press, include: cover, locales: [en]}
                ---

                """,
            ]),
    ]
}
