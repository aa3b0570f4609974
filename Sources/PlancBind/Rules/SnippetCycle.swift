import PlancDiagnostics
import PlancSource

enum SnippetCycle: BindingRule {
    static let name = "snippet-cycle"
    static let summary = Phrase(
        "snippets that contain each other")
    static let why = Phrase(
        "Such a text has no end.")

    /// `ring` are the ids in order, the first again at the end; `edges` where each refers to the next.
    static func finding(ring: [String], at span: Span, edges: [Span]) -> Finding {
        let path = ring.joined(separator: " → ")
        return finding(
            at:
                span,
            Phrase(
                "snippets contain each other: {path}", ["path": path]),
            labels: edges.map { Label($0, Phrase("contained here")) },
            help: [Phrase("take one of these out")])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("a snippet within itself"),
            [
                "snippets/hours.md": """
                ---
                kind: snippet
                ---

                From nine to five. {{> desk }}

                """,
                "snippets/desk.md": """
                ---
                kind: snippet
                ---

                At the desk. {{> ⟦hours⟧ }}

                """,
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("a snippet within another"),
            [
                "snippets/hours.md": """
                ---
                kind: snippet
                ---

                From nine to five.

                """,
                "snippets/desk.md": """
                ---
                kind: snippet
                ---

                At the desk. {{> hours }}

                """,
            ])
    ]
}
