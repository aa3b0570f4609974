import PlancDiagnostics
import PlancSource

enum LinkOutsidePlan: BindingRule {
    static let name = "link-outside-plan"
    static let summary = Phrase(
        "a link that leaves the plan's folder, by its path or by a symbolic link")
    static let why = Phrase(
        "What lies outside is not printed and not on the USB stick: the reader would find nothing.")

    static func finding(_ destination: String, at span: Span, byLink: String? = nil) -> Finding {
        finding(
            at:
                span,
            Phrase(
                "'{destination}' leaves the plan's folder", ["destination": Say.quoted(destination)]),
            help: [
                byLink.map {
                    Phrase(
                        "'{name}' is a symbolic link that leads out", ["name": $0])
                },
                Phrase("copy the file into the plan's folder"),
            ])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("one folder too far up"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @director Read [the contract](⟦../../contract.md⟧)

                """
            ]),
        Example(
            Phrase("a path from the root of the machine"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @director Read [the contract](⟦/home/ada/contract.md⟧)

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("up and down again, inside"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @director Read [the roles](../messages/../roles.md)

                """
            ])
    ]
}
