import PlancDiagnostics
import PlancModel

enum BlamingWords: Rule {
    static let name = "blaming-words"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "words that put the blame on somebody",
        fr: "des mots qui rejettent la faute sur quelqu’un")
    static let why = Phrase(
        en: """
            Whoever is blamed will not report the next time, and whoever reads it sees a company that looks \
            for a culprit. Naming an attacker without a source can be wrong, and is never needed to protect \
            anyone.
            """,
        fr: """
            Qui est mis en cause ne signalera plus, et qui le lit voit une entreprise qui cherche un \
            coupable. Nommer un attaquant sans source peut être faux, et ne protège jamais personne.
            """)
    static let rejects = [
        Example(
            Phrase(en: "An employee is to blame", fr: "C’est la faute d’une employée"),
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

                An ⟦employee clicked⟧ on a link. Questions: {{ phone }}.
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

                C'est une ⟦erreur humaine⟧. Vos questions : {{ phone }}.
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "What happened", fr: "Ce qui s’est passé"),
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

                A fraudulent message gave access to an account. Questions: {{ phone }}.
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        reportWords(
            judgement, .blaming,
            message: { words in
                Phrase(
                    en: "\(words.english) puts the blame on somebody",
                    fr: "\(words.french) rejette la faute sur quelqu’un")
            }, report: report)
    }
}
