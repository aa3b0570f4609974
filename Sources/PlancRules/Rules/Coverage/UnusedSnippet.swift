import PlancDiagnostics
import PlancModel

enum UnusedSnippet: Rule {
    static let name = "unused-snippet"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(en: "a snippet that no text uses", fr: "un extrait qu’aucun texte n’emploie")
    static let why = Phrase(
        en: """
            A shared text that no message shares is either forgotten, and then the messages say it differently, or old, and then somebody \
            may copy it by mistake.
            """,
        fr: """
            Un texte commun qu’aucun message ne partage est soit oublié, et les messages le disent alors chacun à leur façon, soit ancien, et \
            quelqu’un risque de le recopier par erreur.
            """)
    static let rejects = [
        Example(
            Phrase(en: "How to check a message, told nowhere", fr: "Comment vérifier un message, dit nulle part"),
            [
                "snippets/genuine.md": """
                ---
                kind: snippet
                title: ⟦How to check that this comes from us⟧
                covers: authenticity
                ---

                You can read the same text on our website.
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "A message puts it in place", fr: "Un message l’emploie"),
            [
                "snippets/genuine.md": """
                ---
                kind: snippet
                title: How to check that this comes from us
                covers: authenticity
                ---

                You can read the same text on our website.
                """,
                "messages/ready.md": """
                ---
                kind: message
                title: Where our news will be
                audiences: [readers, staff]
                scenarios: all
                phase: before
                channels: [mail]
                owner: press
                subject: Where to find us if we have to close
                ---

                ## What you can do

                If the library has to close, look at our website. Your questions: {{ phone }}.

                {{> genuine }}
                """,
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for thing in judgement.unused(judgement.plan.snippets) {
            let name = thing.quoted
            report(
                finding(
                    at: thing.nameSpan,
                    Phrase(
                        en: "no text uses snippet \(name.english)", fr: "aucun texte n’emploie l’extrait \(name.french)"
                    ),
                    caption: Phrase(en: "never used", fr: "jamais utilisé"),
                    help: [
                        Phrase(
                            en: "write '{{> \(thing.id) }}' where it belongs, or take the file away",
                            fr: "écrivez « {{> \(thing.id) }} » là où il va, ou retirez le fichier")
                    ]))
        }
    }
}
