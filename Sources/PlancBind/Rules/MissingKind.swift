import PlancDiagnostics
import PlancSource

enum MissingKind: FormRule {
    static let name = "missing-kind"
    static let summary = Phrase(
        en: "a source whose front matter does not say what it is",
        fr: "une source dont l'en-tête ne dit pas ce qu'elle est")
    static let why = Phrase(
        en: "Without 'kind', nobody can tell a checklist from a message, and the file is left out of what is printed.",
        fr:
            "Sans «\u{A0}kind\u{A0}», rien ne distingue une liste d'actions d'un message, et le fichier manque à "
            + "ce que l'on imprime."
    )

    static func finding(at span: Span, likely: String?) -> Finding {
        finding(
            at:
                span,
            Phrase(
                en: "the front matter does not say what this file is", fr: "l'en-tête ne dit pas ce qu'est ce fichier"),
            caption: Phrase(en: "add 'kind'", fr: "ajoutez «\u{A0}kind\u{A0}»"),
            help: [
                likely.map {
                    Phrase(en: "add the line 'kind: \($0)'", fr: "ajoutez la ligne «\u{A0}kind: \($0)\u{A0}»")
                }
                    ?? Phrase(
                        en: "add a line 'kind: message' (or checklist, roles, people …)",
                        fr: "ajoutez une ligne «\u{A0}kind: message\u{A0}» (ou checklist, roles, people …)")
            ])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(
                en: "a checklist that does not say it is one",
                fr: "une liste d'actions qui ne dit pas qu'elle en est une"),
            [
                "checklists/extra.md": """
                ⟦---⟧
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @director Call

                """
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "a checklist that says so", fr: "une liste d'actions qui le dit"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @director Call the mayor

                """
            ]),
        Example(
            Phrase(en: "a file without front matter is no source", fr: "un fichier sans en-tête n'est pas une source"),
            [
                "README.md": """
                # About this plan

                Write to the director.

                """
            ]),
    ]
}
