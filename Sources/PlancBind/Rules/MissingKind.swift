import PlancDiagnostics
import PlancSource

enum MissingKind: FormRule {
    static let name = "missing-kind"
    static let summary = Phrase(
        "a source whose front matter does not say what it is")
    static let why = Phrase(
        "Without 'kind', nobody can tell a checklist from a message, and the file is left out of what is printed."
    )

    static func finding(at span: Span, likely: String?) -> Finding {
        finding(
            at:
                span,
            Phrase(
                "the front matter does not say what this file is"),
            caption: Phrase("add 'kind'"),
            help: [
                likely.map {
                    Phrase("add the line 'kind: {name}'", ["name": $0])
                }
                    ?? Phrase(
                        "add a line 'kind: message' (or checklist, roles, people …)")
            ])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(
                "a checklist that does not say it is one"),
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
            Phrase("a checklist that says so"),
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
            Phrase("a file without front matter is no source"),
            [
                "README.md": """
                # About this plan

                Write to the director.

                """
            ]),
    ]
}
