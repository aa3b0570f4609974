import PlancDiagnostics
import PlancMarkup
import PlancSource

enum UnknownRole: UnknownThing {
    static let kind = EntityKind.role
    static let name = "unknown-role"
    static let summary = Phrase(
        "a reference to a role that is not in the plan")
    static let why = Phrase(
        "A step for a role that does not exist is done by nobody.")
    static let unknown = Phrase("unknown role")
    static let declaredIn = Phrase(
        "roles are declared in a file of the kind 'roles' or 'role'")

    /// `@Lead`, `@ lead`: a mention that is not read as one.
    static func near(_ written: String, at span: Span, id: String) -> Finding {
        found(
            span,
            Phrase(
                "'{written}' is not read as the role '{id}'", ["written": Say.quoted(written), "id": id]),
            caption: Say.didYouMean("@\(id)"),
            help: [
                Phrase(
                    "a role is named by '@' and its id, in small letters and without a space")
            ],
            fixes: [Say.replace(span, by: "@\(id)")])
    }

    /// `@technical/@lead`: a sign stands right before the mention.
    static func joined(_ written: String, at span: Span, id: String, replacing place: Span, by better: String)
        -> Finding
    {
        found(
            span,
            Phrase(
                "'{written}' is not read as the role '{id}'", ["written": Say.quoted(written), "id": id]),
            help: [Phrase("a space, a comma or a bracket stands before the '@' of a role")],
            fixes: [Say.replace(place, by: better)])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("the name of a person, and nearly that of a role, with a capital"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @director Ask ⟦@Cleo⟧ and ⟦@Directr⟧

                """
            ]),
        Example(
            Phrase("a step for nobody"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 ⟦@directr⟧ Call the mayor

                """
            ]),
        Example(
            Phrase("an owner who is not there"),
            [
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: ⟦boss⟧
                ---

                Hello. Questions: {{ phone }}.

                """
            ]),
        Example(
            Phrase("a blank that asks for the name of nobody"),
            [
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                Ask {{ role.⟦directr⟧.name }}. Questions: {{ phone }}.

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(
                "a role of the plan; no role in a quotation of code"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @director Call the mayor, who is `@mayor` on the network

                """
            ])
    ]
}
