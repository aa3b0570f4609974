import PlancDiagnostics
import PlancMarkup

enum UnknownSnippet: UnknownThing {
    static let kind = EntityKind.snippet
    static let name = "unknown-snippet"
    static let summary = Phrase(
        "a reference to a snippet that is not in the plan")
    static let why = Phrase(
        "The message would go out without that piece of text.")
    static let unknown = Phrase("unknown snippet")
    static let declaredIn = Phrase(
        "a snippet is a file of the kind 'snippet'")

    static let rejects: [Example] = [
        Example(
            Phrase("a piece of text that is not there"),
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

                Hello. {{> ⟦how-to-chek⟧ }} Questions: {{ phone }}.

                """,
                "snippets/how-to-check.md": """
                ---
                kind: snippet
                ---

                Look at our website.

                """,
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("a snippet of the plan"),
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

                Hello. {{> how-to-check }} Questions: {{ phone }}.

                """,
                "snippets/how-to-check.md": """
                ---
                kind: snippet
                ---

                Look at our website.

                """,
            ])
    ]
}
