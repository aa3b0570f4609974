import PlancDiagnostics
import PlancSource

enum MalformedAddress: FormRule {
    static let name = "malformed-address"
    static let summary = Phrase(
        en: "an e-mail address or a URL of the wrong form",
        fr: "une adresse e-mail ou une URL mal écrite")
    static let why = Phrase(
        en: "Nobody tries the address before the day it is needed.",
        fr: "Personne n'essaie l'adresse avant le jour où elle sert.")

    static func finding(_ value: Located<String>, likely: String?) -> Finding {
        found(
            value.span,
            Phrase(
                en: "'\(Say.quoted(value.value))' is not an address for this channel", fr: "« \(Say.quoted(value.value)) » n'est pas une adresse pour ce canal"),
            caption: likely.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "an e-mail address as in 'presse@armor.example', a page as in 'https://armor.example'",
                    fr: "une adresse e-mail comme « presse@armor.example », une page comme « https://armor.example »")
            ],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
