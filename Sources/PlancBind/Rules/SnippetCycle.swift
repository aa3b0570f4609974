import PlancDiagnostics
import PlancSource

enum SnippetCycle: BindingRule {
    static let name = "snippet-cycle"
    static let summary = Phrase(
        en: "snippets that contain each other",
        fr: "des extraits qui se contiennent l'un l'autre")
    static let why = Phrase(
        en: "Such a text has no end.",
        fr: "Un tel texte n'a pas de fin.")

    /// `ring` are the ids in order, the first again at the end; `edges` where each refers to the next.
    static func finding(ring: [String], at span: Span, edges: [Span]) -> Finding {
        let path = ring.joined(separator: " → ")
        return finding(
            at:
                span,
            Phrase(
                en: "snippets contain each other: \(path)",
                fr: "des extraits se contiennent l'un l'autre\u{A0}: \(path)"),
            labels: edges.map { Label($0, Phrase(en: "contained here", fr: "contenu ici")) },
            help: [Phrase(en: "take one of these out", fr: "retirez l'un de ces liens")])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a snippet within itself", fr: "un extrait dans lui-même"),
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
            Phrase(en: "a snippet within another", fr: "un extrait dans un autre"),
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
