import PlancDiagnostics
import PlancSource

enum MalformedDuration: FormRule {
    static let name = "malformed-duration"
    static let summary = Phrase(
        en: "a duration of the wrong form",
        fr: "une durée mal écrite")
    static let why = Phrase(
        en: "Deadlines are computed from it: '4' could be minutes, hours or days.",
        fr: "Les délais en sont calculés\u{A0}: «\u{A0}4\u{A0}» peut être des minutes, des heures ou des jours.")

    static func finding(_ value: Located<String>, likely: String?) -> Finding {
        finding(
            at:
                value.span,
            Phrase(
                en: "'\(Say.quoted(value.value))' is not a duration",
                fr: "«\u{A0}\(Say.quoted(value.value))\u{A0}» n'est pas une durée"),
            caption: likely.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "as in 15min, 4h, 3d, 2w, 6mo, 1y, 4bd (business days) or PT1H30M",
                    fr: "comme 15min, 4h, 3d, 2w, 6mo, 1y, 4bd (jours ouvrés) ou PT1H30M")
            ],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "hours and minutes run together", fr: "des heures et des minutes accolées"),
            [
                "audiences.md": """
                ---
                kind: audiences
                audiences:
                  readers: {title: Readers, type: customers, channels: [mail, text-message, site], inform-within: ⟦1h30⟧}
                  staff: {title: Staff, type: employees, channels: [text-message, mail], inform-within: 1h}
                ---

                """
            ]),
        Example(
            Phrase(en: "a rhythm of a step", fr: "le rythme d'une action"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T+1h every ⟦30mn⟧ @press Look at the news

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "one number and its unit, or ISO 8601", fr: "un nombre et son unité, ou ISO 8601"),
            [
                "audiences.md": """
                ---
                kind: audiences
                audiences:
                  readers: {title: Readers, type: customers, channels: [mail, text-message, site], inform-within: PT1H30M}
                  staff: {title: Staff, type: employees, channels: [text-message, mail], inform-within: 1h}
                ---

                """,
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T+1h every 30min @press Look at the news

                """,
            ])
    ]
}
