import PlancDiagnostics
import PlancSource

enum MalformedDate: FormRule {
    static let name = "malformed-date"
    static let summary = Phrase(
        en: "a date or time of the wrong form, or a day that does not exist",
        fr: "une date ou une heure mal écrite, ou un jour qui n'existe pas")
    static let why = Phrase(
        en: "03/04 is in March for some and in April for others; 2026-04-03 is the same day for everyone.",
        fr: "Le 03/04 est en mars pour les uns, en avril pour les autres\u{A0}; 2026-04-03 est le même jour pour tous.")

    static func finding(_ value: Located<String>, likely: String?) -> Finding {
        finding(
            at:
                value.span,
            Phrase(
                en: "'\(Say.quoted(value.value))' is not a date",
                fr: "«\u{A0}\(Say.quoted(value.value))\u{A0}» n'est pas une date"),
            caption: likely.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "the year, the month and the day, as in 2026-11-21",
                    fr: "l'année, le mois et le jour, comme 2026-11-21")
            ],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static func finding(time value: Located<String>, likely: String?) -> Finding {
        finding(
            at: value.span,
            Phrase(
                en: "'\(Say.quoted(value.value))' is not a time",
                fr: "«\u{A0}\(Say.quoted(value.value))\u{A0}» n'est pas une heure"),
            caption: likely.map(Say.didYouMean),
            help: [Phrase(en: "hours and minutes, as in \"18:30\"", fr: "les heures et les minutes, comme \"18:30\"")],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static func finding(dateTime value: Located<String>, likely: String?) -> Finding {
        finding(
            at: value.span,
            Phrase(
                en: "'\(Say.quoted(value.value))' is not a date with its time",
                fr: "«\u{A0}\(Say.quoted(value.value))\u{A0}» n'est pas une date avec son heure"),
            caption: likely.map(Say.didYouMean),
            help: [Phrase(en: "as in \"2026-11-21 18:30\"", fr: "comme \"2026-11-21 18:30\"")],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a day that could be a month", fr: "un jour qui pourrait être un mois"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                timezone: Europe/London
                classification: TLP:AMBER
                review: {every: 6mo, last: 2026-01-05}
                approved: {by: director, on: 2026-01-05}
                holidays: [⟦03/04/2026⟧]
                ---

                """
            ]),
        Example(
            Phrase(en: "a day that does not exist", fr: "un jour qui n'existe pas"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                timezone: Europe/London
                classification: TLP:AMBER
                review: {every: 6mo, last: 2026-01-05}
                approved: {by: director, on: 2026-01-05}
                holidays: [⟦2026-02-30⟧]
                ---

                """
            ]),
        Example(
            Phrase(en: "an example that is no time", fr: "un exemple qui n'est pas une heure"),
            [
                "fields.md": """
                ---
                kind: fields
                fields:
                  next-time: {title: Time of the next update, type: time, example: ⟦half past six⟧, covers: next-update}
                  phone: {title: Number for questions, type: phone, example: "+44 1632 960100", covers: contact}
                ---

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "year, month, day", fr: "année, mois, jour"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                timezone: Europe/London
                classification: TLP:AMBER
                review: {every: 6mo, last: 2026-01-05}
                approved: {by: director, on: 2026-01-05}
                holidays: [2026-04-03, 2026-12-25]
                ---

                """
            ])
    ]
}
