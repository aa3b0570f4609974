import PlancDiagnostics
import PlancSource

enum MessageCycle: BindingRule {
    static let name = "message-cycle"
    static let summary = Phrase(
        en: "messages that wait for each other in a ring",
        fr: "des messages qui s'attendent les uns les autres, en rond")
    static let why = Phrase(
        en: "None of them may leave first, so none leaves.",
        fr: "Aucun ne peut partir le premier\u{A0}: aucun ne part.")

    /// `ring` are the ids in order, the first again at the end; `edges` where each refers to the next.
    static func finding(ring: [String], at span: Span, edges: [Span]) -> Finding {
        let path = ring.joined(separator: " → ")
        return finding(
            at:
                span,
            Phrase(
                en: "messages wait for each other in a ring: \(path)",
                fr: "des messages s'attendent les uns les autres, en rond\u{A0}: \(path)"),
            labels: edges.map { Label($0, Phrase(en: "waits here", fr: "attend ici")) },
            help: [Phrase(en: "take one of these out", fr: "retirez l'un de ces liens")])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "two messages that wait for each other", fr: "deux messages qui s'attendent"),
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
            Phrase(en: "one after the other", fr: "l'un après l'autre"),
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
