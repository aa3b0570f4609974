import PlancDiagnostics
import PlancSource

enum MalformedPhone: FormRule {
    static let name = "malformed-phone"
    static let summary = Phrase(
        en: "a phone number of the wrong form",
        fr: "un numéro de téléphone mal écrit")
    static let why = Phrase(
        en: "A number without its country cannot be called from abroad, from a borrowed phone, or by a gateway.",
        fr: "Un numéro sans son pays ne peut être appelé ni de l'étranger, ni d'un téléphone prêté, ni par une passerelle.")

    static func finding(_ value: Located<String>, likely: String?) -> Finding {
        found(
            value.span,
            Phrase(
                en: "'\(Say.quoted(value.value))' is not a phone number", fr: "« \(Say.quoted(value.value)) » n'est pas un numéro de téléphone"),
            caption: likely.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "'+', the country and the number, as in '+33 6 39 98 00 01'",
                    fr: "« + », le pays et le numéro, comme « +33 6 39 98 00 01 »")
            ],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
