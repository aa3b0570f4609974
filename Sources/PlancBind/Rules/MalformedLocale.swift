import PlancDiagnostics
import PlancSource

enum MalformedLocale: FormRule {
    static let name = "malformed-locale"
    static let summary = Phrase(
        en: "a language of the wrong form",
        fr: "une langue mal écrite")
    static let why = Phrase(
        en: "The language decides which text people get; one that is not known gives them none.",
        fr: "La langue décide du texte que les gens reçoivent ; une langue inconnue ne leur en donne aucun.")

    static func finding(_ value: Located<String>, likely: String?) -> Finding {
        found(
            value.span,
            Phrase(
                en: "'\(Say.quoted(value.value))' is not a language", fr: "« \(Say.quoted(value.value)) » n'est pas une langue"),
            caption: likely.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "two letters, and the country if it matters: 'fr', 'en', 'pt-BR'",
                    fr: "deux lettres, et le pays s'il importe : « fr », « en », « pt-BR »")
            ],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
