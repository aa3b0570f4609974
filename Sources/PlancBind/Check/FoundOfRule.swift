import PlancDiagnostics
import PlancSource

extension RuleDescription {
    /// The same as `finding`.
    static func found(
        _ span: Span, _ message: Phrase, caption: Phrase? = nil, labels: [Label] = [], help: [Phrase?] = [],
        fixes: [Fix] = []
    ) -> Finding {
        finding(at: span, message, caption: caption, labels: labels, help: help, fixes: fixes)
    }
}
