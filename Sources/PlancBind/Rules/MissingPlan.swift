import PlancDiagnostics
import PlancSource

public enum MissingPlan: BindingRule {
    public static let name = "missing-plan"
    public static let group = RuleGroup.binding
    public static let severity = Severity.error
    public static let summary = Phrase(
        en: "sources with no plan.md above them",
        fr: "des sources sans plan.md au-dessus d'elles")
    public static let why = Phrase(
        en:
            "Without plan.md nothing says whose plan it is, in which languages, and which version: nothing can be "
            + "printed. No example of a single file can show it.",
        fr:
            "Sans plan.md, rien ne dit à qui est le plan, dans quelles langues ni dans quelle version\u{A0}: rien "
            + "ne peut être imprimé. L'exemple d'un seul fichier ne peut pas le montrer."
    )

    /// Made by whoever looked for plans; `span` is the start of the first source.
    public static func finding(path: String, at span: Span) -> Finding {
        finding(
            at:
                span,
            Phrase(
                en: "no 'plan.md' at or above '\(path)'",
                fr: "aucun «\u{A0}plan.md\u{A0}» dans «\u{A0}\(path)\u{A0}» ni au-dessus"),
            help: [
                Phrase(
                    en: "'planc init \(path)' makes one, or name the folder of the plan",
                    fr: "«\u{A0}planc init \(path)\u{A0}» en crée un\u{A0}; sinon, indiquez le dossier du plan")
            ])
    }

    static func finding(otherKind: String, at span: Span) -> Finding {
        finding(
            at:
                span,
            Phrase(
                en: "'plan.md' is of the kind '\(otherKind)', not 'plan'",
                fr: "«\u{A0}plan.md\u{A0}» est de la sorte «\u{A0}\(otherKind)\u{A0}», pas «\u{A0}plan\u{A0}»"),
            help: [
                Phrase(
                    en: "write 'kind: plan', or rename the file",
                    fr: "écrivez «\u{A0}kind: plan\u{A0}», ou renommez le fichier")
            ])
    }

    public static let rejects: [Example] = []
    public static let accepts: [Example] = []
}
