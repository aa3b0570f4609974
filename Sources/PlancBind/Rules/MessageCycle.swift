import PlancDiagnostics
import PlancSource

enum MessageCycle: BindingRule {
    static let name = "message-cycle"
    static let summary = Phrase(
        "messages that wait for each other in a ring")
    static let why = Phrase(
        "None of them may leave first, so none leaves.")

    /// `ring` are the ids in order, the first again at the end; `edges` where each refers to the next.
    static func finding(ring: [String], at span: Span, edges: [Span]) -> Finding {
        let path = ring.joined(separator: " → ")
        return finding(
            at:
                span,
            Phrase(
                "messages wait for each other in a ring: {path}", ["path": path]),
            labels: edges.map { Label($0, Phrase("waits here")) },
            help: [Phrase("take one of these out")])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("two messages that wait for each other"),
            [
                "messages/one.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                after: [⟦two⟧]
                ---

                Hello. Questions: {{ phone }}.

                """,
                "messages/two.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                after: [one]
                ---

                Hello. Questions: {{ phone }}.

                """,
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("one after the other"),
            [
                "messages/one.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                after: [two]
                ---

                Hello. Questions: {{ phone }}.

                """,
                "messages/two.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                Hello. Questions: {{ phone }}.

                """,
            ])
    ]
}
