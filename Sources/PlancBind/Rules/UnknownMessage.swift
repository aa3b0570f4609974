import PlancDiagnostics
import PlancMarkup

enum UnknownMessage: UnknownThing {
    static let kind = EntityKind.message
    static let name = "unknown-message"
    static let summary = Phrase(
        "a reference to a message that is not in the plan")
    static let why = Phrase(
        "A message that waits for one that does not exist never leaves.")
    static let unknown = Phrase("unknown message")
    static let declaredIn = Phrase(
        "a message is a file of the kind 'message'")

    static let rejects: [Example] = [
        Example(
            Phrase("a message to wait for that is not there"),
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
                after: [⟦staff-close⟧]
                ---

                Hello. Questions: {{ phone }}.

                """
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("a message of the plan"),
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
                after: [staff-closed]
                ---

                Hello. Questions: {{ phone }}.

                """
            ])
    ]
}
