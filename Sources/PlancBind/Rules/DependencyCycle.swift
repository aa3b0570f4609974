import PlancDiagnostics
import PlancSource

enum DependencyCycle: BindingRule {
    static let name = "dependency-cycle"
    static let summary = Phrase(
        en: "systems that need each other in a ring",
        fr: "des systèmes qui ont besoin les uns des autres, en rond")
    static let why = Phrase(
        en: "None of them can be started first: after a power cut they all stay down.",
        fr: "Aucun ne peut démarrer le premier\u{A0}: après une coupure, tous restent arrêtés.")

    /// `ring` are the ids in order, the first again at the end; `edges` where each refers to the next.
    static func finding(ring: [String], at span: Span, edges: [Span]) -> Finding {
        let path = ring.joined(separator: " → ")
        return finding(
            at:
                span,
            Phrase(
                en: "systems need each other in a ring: \(path)",
                fr: "des systèmes ont besoin les uns des autres, en rond\u{A0}: \(path)"),
            labels: edges.map { Label($0, Phrase(en: "needs it here", fr: "en a besoin ici")) },
            help: [Phrase(en: "take one of these out", fr: "retirez l'un de ces liens")])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "two servers that wait for each other", fr: "deux serveurs qui s'attendent"),
            [
                "systems.md": """
                ---
                kind: systems
                systems:
                  mail-server: {title: Mail server, depends-on: [⟦website⟧]}
                  mobile-network: {title: Mobile network}
                  landline: {title: Land line}
                  website: {title: Website, depends-on: [mail-server]}
                  sms-gateway: {title: SMS gateway}
                ---

                """
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "one way only; or a second way out", fr: "dans un seul sens\u{A0}; ou une autre issue"),
            [
                "systems.md": """
                ---
                kind: systems
                systems:
                  mail-server: {title: Mail server, depends-on: [{any-of: [website, landline]}]}
                  mobile-network: {title: Mobile network}
                  landline: {title: Land line}
                  website: {title: Website, depends-on: [mail-server]}
                  sms-gateway: {title: SMS gateway}
                ---

                """
            ])
    ]
}
