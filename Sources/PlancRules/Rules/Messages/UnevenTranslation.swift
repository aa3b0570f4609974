import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

enum UnevenTranslation: Rule {
    static let name = "uneven-translation"
    static let group = RuleGroup.messages
    static let severity = Severity.error
    static let summary = Phrase(
        en: "two languages of a message with different fields, links or parts",
        fr: "deux langues d’un message dont les champs, les liens ou les parties diffèrent")
    static let why = Phrase(
        en: """
            A field, a link or a list that is in one language only is a fact that some readers do not get. \
            Blocks are compared one by one, in order.
            """,
        fr: """
            Un champ, un lien ou une liste qui n’est que dans une langue est un fait que certains lecteurs \
            n’ont pas. Les blocs sont comparés un à un, dans l’ordre.
            """)
    static let rejects = [
        Example(
            Phrase(
                en: "The French text has no number for questions",
                fr: "Le texte français n’a pas de numéro pour les questions"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en, fr]
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

                The library is closed. Questions: {{ phone }}.
                """,
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                ⟦La bibliothèque est fermée.⟧
                """,
            ]),
        Example(
            Phrase(
                en: "Another field stands in the French text", fr: "Un autre champ se trouve dans le texte français"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en, fr]
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

                The library is closed. Questions: {{ phone }}.
                """,
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                La bibliothèque est fermée. Vos questions : ⟦{{ next-time }}⟧.
                """,
            ]),
        Example(
            Phrase(en: "The English text has a list", fr: "Le texte anglais a une liste"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en, fr]
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

                Please:

                - stay at home
                - call {{ phone }}
                """,
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                Restez chez vous :

                ⟦Appelez le {{ phone }}.⟧
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "The same parts in the same order", fr: "Les mêmes parties dans le même ordre"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en, fr]
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

                The library is closed. Questions: {{ phone }}.
                """,
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                La bibliothèque est fermée. Vos questions : {{ phone }}.
                """,
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for message in judgement.plan.messages {
            guard let source = message.versions.first else { continue }
            for version in message.versions.dropFirst() {
                compare(source.body, version.body, name: message.quoted, place: version.nameSpan, report)
            }
        }
        for snippet in judgement.plan.snippets {
            guard let source = snippet.versions.first else { continue }
            for version in snippet.versions.dropFirst() {
                compare(source.body, version.body, name: snippet.quoted, place: version.body.span.start, report)
            }
        }
    }

    private static func compare(_ source: Body, _ other: Body, name: Phrase, place: Span, _ report: (Finding) -> Void) {
        for difference in differences(between: source.blocks, and: other.blocks) {
            let told = difference.told
            let tag = source.locale.tag
            let labels = difference.source.map {
                Label($0, Phrase(en: "here in '\(tag)'", fr: "ici en «\u{A0}\(tag)\u{A0}»"))
            }
            report(
                finding(
                    at: difference.translation ?? place,
                    Phrase(
                        en: "the translation of \(name.english) differs: \(told.english)",
                        fr: "la traduction de \(name.french) diffère : \(told.french)"),
                    labels: labels.map { [$0] } ?? []))
        }
    }
}
