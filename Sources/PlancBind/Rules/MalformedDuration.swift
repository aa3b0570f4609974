import PlancDiagnostics
import PlancSource

enum MalformedDuration: FormRule {
    static let name = "malformed-duration"
    static let summary = Phrase(
        en: "a duration of the wrong form",
        fr: "une durée mal écrite")
    static let why = Phrase(
        en: "Deadlines are computed from it: '4' could be minutes, hours or days.",
        fr: "Les délais en sont calculés : « 4 » peut être des minutes, des heures ou des jours.")

    static func finding(_ value: Located<String>, likely: String?) -> Finding {
        found(
            value.span,
            Phrase(
                en: "'\(Say.quoted(value.value))' is not a duration", fr: "« \(Say.quoted(value.value)) » n'est pas une durée"),
            caption: likely.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "as in 15min, 4h, 3d, 2w, 6mo, 1y, 4bd (business days) or PT1H30M",
                    fr: "comme 15min, 4h, 3d, 2w, 6mo, 1y, 4bd (jours ouvrés) ou PT1H30M")
            ],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
