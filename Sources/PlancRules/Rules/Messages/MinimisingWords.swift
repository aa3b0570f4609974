import PlancDiagnostics
import PlancModel

enum MinimisingWords: Rule {
    static let name = "minimising-words"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "words that make it smaller than it is",
        fr: "des mots qui rapetissent ce qui arrive")
    static let why = Phrase(
        en: """
            Whoever waits for an order, a wage or an answer knows how big it is. Words that shrink it say \
            that you do not, and when the truth comes out they are quoted back. Quotations are not read.
            """,
        fr: """
            Qui attend une commande, une paie ou une réponse sait ce que cela pèse. Les mots qui rapetissent \
            disent que vous ne le savez pas, et quand la vérité sort, on vous les cite. Les citations ne \
            sont pas lues.
            """)
    static let rejects = [
        Example(
            Phrase(en: "A small incident", fr: "Un petit incident"),
            [
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                We had a ⟦minor incident⟧. Questions: {{ phone }}.
                """
            ]),
        Example(
            Phrase(en: "In French", fr: "En français"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [fr]
                owner: director
                ---
                """,
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                La situation est ⟦sous contrôle⟧. Vos questions : {{ phone }}.
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "What happened, and what is not known", fr: "Ce qui s’est passé, et ce qui n’est pas connu"),
            [
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                The river has come into the library. We do not know yet how far. Questions: {{ phone }}.
                """
            ]),
        Example(
            Phrase(en: "Somebody else's words, quoted", fr: "Les mots d’un autre, cités"),
            [
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                You may have read “a minor incident”. It is not minor. Questions: {{ phone }}.
                """
            ]),
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        reportWords(
            judgement, .minimising,
            message: { words in
                Phrase(
                    en: "\(words.english) makes it smaller than it is", fr: "\(words.french) rapetisse ce qui arrive")
            }, report: report)
    }
}
