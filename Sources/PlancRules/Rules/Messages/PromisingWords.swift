import PlancDiagnostics
import PlancModel

enum PromisingWords: Rule {
    static let name = "promising-words"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "promises and assurances that nobody can keep in a crisis",
        fr: "des promesses et des assurances que personne ne peut tenir en pleine crise")
    static let why = Phrase(
        en: """
            A promise that is broken costs more than the one that was never made. Say what was done, what \
            was checked and when the next news comes; a return is an estimate and is called one. Promises of \
            money are for legal to approve ('legal-review').
            """,
        fr: """
            Une promesse non tenue coûte plus cher qu’une promesse jamais faite. Dites ce qui est fait, ce \
            qui est vérifié et quand viendront les prochaines nouvelles ; un retour est une estimation et se \
            dit comme telle. Une promesse d’argent se fait valider par le juridique (« legal-review »).
            """)
    static let rejects = [
        Example(
            Phrase(en: "Back tomorrow", fr: "De retour demain"),
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

                The catalogue ⟦will be back tomorrow⟧. Questions: {{ phone }}.
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

                Cela ⟦ne se reproduira plus⟧. Vos questions : {{ phone }}.
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "An estimate, called one", fr: "Une estimation, dite comme telle"),
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

                We expect the catalogue on Monday (estimate). Questions: {{ phone }}.
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        reportWords(
            judgement, .promising,
            message: { words in
                Phrase(
                    en: "\(words.english) promises what nobody can be sure of",
                    fr: "\(words.french) promet ce dont personne n’est sûr")
            }, report: report)
    }
}
