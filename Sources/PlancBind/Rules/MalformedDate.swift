import PlancDiagnostics
import PlancSource

enum MalformedDate: FormRule {
    static let name = "malformed-date"
    static let summary = Phrase(
        en: "a date or time of the wrong form, or a day that does not exist",
        fr: "une date ou une heure mal écrite, ou un jour qui n'existe pas")
    static let why = Phrase(
        en: "03/04 is in March for some and in April for others; 2026-04-03 is the same day for everyone.",
        fr: "Le 03/04 est en mars pour les uns, en avril pour les autres ; 2026-04-03 est le même jour pour tous.")

    static func finding(_ value: Located<String>, likely: String?) -> Finding {
        found(
            value.span,
            Phrase(
                en: "'\(Say.quoted(value.value))' is not a date", fr: "« \(Say.quoted(value.value)) » n'est pas une date"),
            caption: likely.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "the year, the month and the day, as in 2026-11-21",
                    fr: "l'année, le mois et le jour, comme 2026-11-21")
            ],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static func finding(time value: Located<String>) -> Finding {
        found(
            value.span,
            Phrase(en: "'\(Say.quoted(value.value))' is not a time", fr: "« \(Say.quoted(value.value)) » n'est pas une heure"),
            help: [Phrase(en: "hours and minutes, as in \"18:30\"", fr: "les heures et les minutes, comme \"18:30\"")])
    }

    static func finding(dateTime value: Located<String>) -> Finding {
        found(
            value.span,
            Phrase(
                en: "'\(Say.quoted(value.value))' is not a date with its time", fr: "« \(Say.quoted(value.value)) » n'est pas une date avec son heure"),
            help: [Phrase(en: "as in \"2026-11-21 18:30\"", fr: "comme \"2026-11-21 18:30\"")])
    }

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
