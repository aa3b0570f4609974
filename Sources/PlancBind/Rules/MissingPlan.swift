import PlancDiagnostics
import PlancSource

public enum MissingPlan: BindingRule {
    public static let name = "missing-plan"
    public static let group = RuleGroup.binding
    public static let severity = Severity.error
    public static let summary = Phrase(
        "sources with no plan.md above them")
    public static let why = Phrase(

        """
        Without plan.md nothing says whose plan it is, in which languages, and which version: nothing can \
        be printed. No example of a single file can show it.
        """
    )

    /// Made by whoever looked for plans; `span` is the start of the first source.
    ///
    /// - Parameter near: the name of a file there that nearly is `plan.md`.
    public static func finding(path: String, near: String? = nil, at span: Span) -> Finding {
        if let near {
            return finding(
                at: span, Phrase("no 'plan.md' at or above '{path}'", ["path": path]),
                help: [Phrase("'{name}' is there: rename it 'plan.md'", ["name": near])])
        }
        return finding(
            at:
                span,
            Phrase(
                "no 'plan.md' at or above '{path}'", ["path": path]),
            help: [
                Phrase(
                    "'planc init {path}' makes one, or name the folder of the plan", ["path": path])
            ])
    }

    static func finding(otherKind: String, at span: Span) -> Finding {
        finding(
            at:
                span,
            Phrase(
                "'plan.md' is of the kind '{otherKind}', not 'plan'", ["otherKind": otherKind]),
            help: [
                Phrase(
                    "write 'kind: plan', or rename the file")
            ])
    }

    public static let rejects: [Example] = []
    public static let accepts: [Example] = []
}
