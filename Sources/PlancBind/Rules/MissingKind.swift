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

    /// A step in a file that has no front matter.
    static func finding(steps span: Span) -> Finding {
        finding(
            at: span,
            Phrase("this is a step of no checklist: the file has no front matter, and is not read"),
            help: [Phrase("begin the file with '---', the line 'kind: checklist', its other keys, and '---'")])
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
            ]),
        Example(
            Phrase("steps in a file without front matter"),
            ["checklists/extra.md": "# Extra\n\n⟦- [ ] T0 @director Call⟧\n"]),
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
