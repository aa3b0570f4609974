import PlancDiagnostics
import PlancModel

enum Jargon: Rule {
    static let name = "jargon"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "words that the reader may not know",
        fr: "des mots que le lecteur ne connaît peut-être pas")
    static let why = Phrase(
        en: """
            People in a hurry skip what they do not understand, and feel left out. Say it in everyday words, \
            explain it under 'glossary', or allow it in a vocabulary when all your readers know it. Notices \
            to authorities may use their own words.
            """,
        fr: """
            Pressé, on saute ce qu’on ne comprend pas, et on se sent exclu. Dites-le avec les mots de tous \
            les jours, expliquez-le sous « glossary », ou autorisez-le dans un vocabulaire quand tous vos \
            lecteurs le connaissent. Les notifications aux autorités peuvent employer leurs mots.
            """)
    static let rejects = [
        Example(
            Phrase(en: "An abbreviation", fr: "Un sigle"),
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

                Turn on ⟦MFA⟧. Questions: {{ phone }}.
                """
            ]),
        Example(
            Phrase(en: "A term that the plan avoids", fr: "Un terme que le plan évite"),
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

                The ⟦OPAC⟧ is down. Questions: {{ phone }}.
                """,
                "vocabulary.md": """
                ---
                kind: vocabulary
                avoid:
                  - {term: OPAC, prefer: the catalogue, because: only librarians say it}
                ---
                """,
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

                Un ⟦ransomware⟧ nous touche. Vos questions : {{ phone }}.
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "Explained under the text", fr: "Expliqué sous le texte"),
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
                glossary: {MFA: a code asked for as well as the password}
                ---

                Turn on MFA. Questions: {{ phone }}.
                """
            ]),
        Example(
            Phrase(en: "Allowed by the plan", fr: "Permis par le plan"),
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

                Turn on MFA. Questions: {{ phone }}.
                """,
                "vocabulary.md": """
                ---
                kind: vocabulary
                allow: [MFA]
                ---
                """,
            ]),
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        reportWords(
            judgement, .jargon,
            message: { words in
                Phrase(
                    en: "the reader may not know \(words.english)",
                    fr: "le lecteur ne connaît peut-être pas \(words.french)")
            }, report: report)
    }
}
