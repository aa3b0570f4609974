import PlancDiagnostics
import PlancSource

extension RuleDescription {
    /// A finding of this rule, at its own severity.
    static func make(
        at span: Span, _ message: Phrase, caption: Phrase? = nil, labels: [Label] = [], help: [Phrase] = [],
        fixes: [Fix] = []
    ) -> Finding {
        Finding(
            rule: name, severity: severity, span: span, message: message, caption: caption, labels: labels, help: help,
            fixes: fixes)
    }
}
