import PlancDiagnostics
import PlancMarkup
import PlancSource

enum DuplicateID: BindingRule {
    static let name = "duplicate-id"
    static let summary = Phrase(
        en: "two things of one kind with one id",
        fr: "deux choses de la même sorte sous le même identifiant")
    static let why = Phrase(
        en: "Whoever refers to the id means one of the two, and nobody knows which: the wrong person is called.",
        fr:
            "Qui cite l'identifiant parle de l'une des deux, et personne ne sait de laquelle\u{A0}: on appelle la "
            + "mauvaise personne."
    )

    static func finding(_ thing: EntityReference, at span: Span, first: Span) -> Finding {
        finding(
            at:
                span,
            Phrase(
                en: "\(thing.kind.noun.english) '\(thing.id)' is already there",
                fr: "«\u{A0}\(thing.id)\u{A0}» désigne déjà \(thing.kind.nounWithArticle.french)"),
            labels: [Label(first, Phrase(en: "the first one", fr: "le premier emploi"))],
            help: [Phrase(en: "give one of them another id", fr: "donnez un autre identifiant à l'un des deux")])
    }

    static func finding(secondPlan span: Span, first: Span) -> Finding {
        finding(
            at:
                span, Phrase(en: "a second plan in one folder", fr: "un second plan dans le même dossier"),
            labels: [Label(first, Phrase(en: "the plan of this folder", fr: "le plan de ce dossier"))],
            help: [
                Phrase(
                    en: "a plan has one file of the kind 'plan', its plan.md",
                    fr: "un plan n'a qu'un fichier de la sorte «\u{A0}plan\u{A0}», son plan.md")
            ])
    }

    static func finding(variant name: String, at span: Span, first: Span) -> Finding {
        finding(
            at:
                span, Phrase(en: "a second text for '\(name)'", fr: "un second texte pour «\u{A0}\(name)\u{A0}»"),
            labels: [Label(first, Phrase(en: "the first one", fr: "le premier"))],
            help: [Phrase(en: "keep one of them", fr: "n'en gardez qu'un")])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "two files with one id", fr: "deux fichiers sous un identifiant"),
            [
                "snippets/a/hours.md": """
                ---
                kind: snippet
                title: Opening hours
                ---

                From nine to five.

                """,
                "snippets/b/hours.md": """
                ---
                kind: snippet
                title: ⟦Hours of the desk⟧
                ---

                From ten to four.

                """,
            ]),
        Example(
            Phrase(
                en: "a role of its own, and the same in the registry", fr: "un rôle à part, et le même dans le registre"
            ),
            [
                "roles/press.md": """
                ---
                kind: role
                title: ⟦Press desk⟧
                holder: ada
                deputies: [ben]
                ---

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "one id for things of two kinds", fr: "un identifiant pour deux sortes"),
            [
                "snippets/press.md": """
                ---
                kind: snippet
                title: For the press
                ---

                Ask the press officer.

                """
            ])
    ]
}
