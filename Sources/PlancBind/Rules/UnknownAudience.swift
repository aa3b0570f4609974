import PlancDiagnostics
import PlancMarkup

enum UnknownAudience: UnknownThing {
    static let kind = EntityKind.audience
    static let name = "unknown-audience"
    static let summary = Phrase(
        "a reference to an audience that is not in the plan")
    static let why = Phrase(
        "An audience that is mistyped is told nothing.")
    static let unknown = Phrase("unknown audience")
    static let declaredIn = Phrase(
        "audiences are declared in a file of the kind 'audiences'")

    static let rejects: [Example] = [
        Example(
            Phrase("an audience in the singular"),
            [
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: [staff, ⟦reader⟧]
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                Hello. Questions: {{ phone }}.

                """
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("audiences of the plan"),
            [
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: [staff, readers]
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                Hello. Questions: {{ phone }}.

                """
            ])
    ]
}
