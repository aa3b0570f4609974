import PlancDiagnostics
import PlancSource

enum MalformedOffset: FormRule {
    static let name = "malformed-offset"
    static let summary = Phrase(
        en: "the time of a step in the wrong form",
        fr: "l'heure d'une action mal écrite")
    static let why = Phrase(
        en: "A step whose time cannot be read is missing from the timeline, and nobody sees that it is late.",
        fr: "Une action dont l'heure est illisible manque à la chronologie, et personne ne voit qu'elle est en retard.")

    static func finding(_ value: Located<String>, likely: String?) -> Finding {
        finding(
            at:
                value.span,
            Phrase(
                en: "'\(Say.quoted(value.value))' is not a time counted from T0",
                fr: "«\u{A0}\(Say.quoted(value.value))\u{A0}» n'est pas une heure comptée depuis T0"),
            caption: likely.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "as in T0, T+15min, T+4h, T-30d",
                    fr: "comme T0, T+15min, T+4h, T-30d")
            ],
            fixes: likely.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    static func finding(second value: Located<String>) -> Finding {
        finding(
            at:
                value.span, Phrase(en: "a step has one time only", fr: "une action n'a qu'une heure"),
            help: [
                Phrase(
                    en: "keep one, or make two steps", fr: "gardez-en une, ou faites deux actions")
            ])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "minutes by another name", fr: "des minutes sous un autre nom"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] ⟦T+15mn⟧ @director Call the mayor

                """
            ]),
        Example(
            Phrase(en: "days counted the French way", fr: "des jours à la française"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] @director ⟦J+2⟧ Call the mayor

                """
            ]),
        Example(
            Phrase(en: "two times for one step", fr: "deux heures pour une action"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T+1h ⟦T+2h⟧ @director Call the mayor

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "counted from T0", fr: "compté depuis T0"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @director Call the mayor
                - [ ] T+15min @director Call the press
                - [ ] T+2bd @director Thank them

                """
            ])
    ]
}
