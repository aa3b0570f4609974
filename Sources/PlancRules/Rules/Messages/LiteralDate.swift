import PlancDiagnostics
import PlancModel

enum LiteralDate: Rule {
    static let name = "literal-date"
    static let group = RuleGroup.messages
    static let severity = Severity.note
    static let summary = Phrase(
        en: "a date or time written where a field belongs",
        fr: "une date ou une heure écrite là où il faut un champ")
    static let why = Phrase(
        en: """
            A plan is written months before the day. A date in its text is wrong on the day, and is the kind \
            of mistake that goes out unseen. Opening hours and durations are left alone.
            """,
        fr: """
            Un plan s’écrit des mois avant. Une date dans son texte sera fausse le jour venu, et c’est le \
            genre d’erreur qui part sans être vue. Horaires d’ouverture et durées sont laissés tranquilles.
            """)
    static let rejects = [
        Example(
            Phrase(en: "A day and a time", fr: "Un jour et une heure"),
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

                Closed since ⟦14 March⟧. News at ⟦6 pm⟧. Questions: {{ phone }}.
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

                Fermé depuis le ⟦14 mars⟧. Nouvelles à ⟦18 h⟧. Vos questions : {{ phone }}.
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "A field", fr: "Un champ"),
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

                News at {{ next-time }}. Questions: {{ phone }}.
                """
            ]),
        Example(
            Phrase(en: "Opening hours and a duration", fr: "Des horaires et une durée"),
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

                Call {{ phone }} from 8 am to 8 pm. We answer within 72 hours.
                """
            ]),
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for date in judgement.texts.dates {
            let words = Phrase.quoting(date.words.onOneLine)
            report(
                finding(
                    at: date.span,
                    Phrase(
                        en: "\(words.english) is written into a template: it will be wrong on the day",
                        fr: "\(words.french) est écrit dans un modèle : ce sera faux le jour venu"),
                    help: [
                        Phrase(
                            en: "put a field there, like '{{ next-time }}'",
                            fr: "mettez-y un champ, comme {{ next-time }}")
                    ]))
        }
    }
}
