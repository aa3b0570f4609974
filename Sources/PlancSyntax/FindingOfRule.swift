import PlancDiagnostics
import PlancSource

extension RuleDescription {
    /// The same as `finding`.
    static func make(
        at span: Span, _ message: Phrase, caption: Phrase? = nil, labels: [Label] = [], help: [Phrase] = [],
        fixes: [Fix] = []
    ) -> Finding {
        finding(at: span, message, caption: caption, labels: labels, help: help, fixes: fixes)
    }
}
