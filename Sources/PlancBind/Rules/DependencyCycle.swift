import PlancDiagnostics
import PlancSource

enum DependencyCycle: BindingRule {
    static let name = "dependency-cycle"
    static let summary = Phrase(
        "systems that need each other in a ring")
    static let why = Phrase(
        "None of them can be started first: after a power cut they all stay down.")

    /// `ring` are the ids in order, the first again at the end; `edges` where each refers to the next.
    static func finding(ring: [String], at span: Span, edges: [Span]) -> Finding {
        let path = ring.joined(separator: " → ")
        return finding(
            at:
                span,
            Phrase(
                "systems need each other in a ring: {path}", ["path": path]),
            labels: edges.map { Label($0, Phrase("needs it here")) },
            help: [Phrase("take one of these out")])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("two servers that wait for each other"),
            [
                "systems.md": ExamplePlan.changing(
                    "systems.md",
                    """
                    mail-server: {title: Mail server, depends-on: [⟦website⟧]}
                    mobile-network: {title: Mobile network}
                    website: {title: Website, depends-on: [mail-server]}
                    """)
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("one way only; or a second way out"),
            [
                "systems.md": ExamplePlan.changing(
                    "systems.md",
                    """
                    mail-server: {title: Mail server, depends-on: [{any-of: [website, landline]}]}
                    mobile-network: {title: Mobile network}
                    website: {title: Website, depends-on: [mail-server]}
                    """)
            ])
    ]
}
