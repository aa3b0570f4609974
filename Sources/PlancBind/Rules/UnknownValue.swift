import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

enum UnknownValue: FormRule {
    static let name = "unknown-value"
    static let summary = Phrase(
        en: "a word that is not among those that may stand there",
        fr: "un mot qui n'est pas de ceux qui peuvent se trouver là")
    static let why = Phrase(
        en: "planc acts on these words: a phase or a type that it does not know cannot be judged or printed.",
        fr: "planc agit d'après ces mots : une phase ou un type inconnus ne peuvent être ni jugés ni imprimés.")

    static func finding(_ value: Located<String>, known: [String], nearest: String?) -> Finding {
        found(
            value.span, Phrase(en: "unknown value '\(Say.quoted(value.value))'", fr: "valeur inconnue « \(Say.quoted(value.value)) »"),
            caption: nearest.map(Say.didYouMean),
            help: [
                Phrase(en: "one of: " + known.joined(separator: ", "), fr: "au choix : " + known.joined(separator: ", "))
            ],
            fixes: nearest.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    /// A text or a file in a language that the plan does not have.
    static func finding(fileLocale locale: Locale, of known: [Locale], at span: Span) -> Finding {
        let list = known.map(\.tag).joined(separator: ", ")
        return found(
            span,
            Phrase(
                en: "this file is in '\(locale)', which is not a language of the plan",
                fr: "ce fichier est en « \(locale) », qui n'est pas une langue du plan"),
            help: [
                Phrase(
                    en: "the plan has \(list): add '\(locale)' to 'locales' in plan.md, or rename the file",
                    fr: "le plan a \(list) : ajoutez « \(locale) » à « locales » dans plan.md, ou renommez le fichier")
            ])
    }

    static func finding(locale: Located<String>, of known: [Locale]) -> Finding {
        let list = known.map(\.tag).joined(separator: ", ")
        return found(
            locale.span,
            Phrase(en: "'\(locale.value)' is not a language of the plan", fr: "« \(locale.value) » n'est pas une langue du plan"),
            help: [Phrase(en: "the plan has \(list)", fr: "le plan a \(list)")])
    }

    static func finding(fixedRule rule: Located<String>) -> Finding {
        found(
            rule.span,
            Phrase(
                en: "the severity of '\(rule.value)' cannot be changed", fr: "l'importance de « \(rule.value) » ne peut pas être changée"),
            help: [
                Phrase(
                    en: "a plan compiled despite it would be wrong", fr: "un plan compilé malgré elle serait faux")
            ])
    }

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
