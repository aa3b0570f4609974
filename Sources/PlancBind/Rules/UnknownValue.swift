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
        fr: "planc agit d'après ces mots\u{A0}: une phase ou un type inconnus ne peuvent être ni jugés ni imprimés.")

    static func finding(_ value: Located<String>, known: [String], nearest: String?) -> Finding {
        finding(
            at:
                value.span,
            Phrase(
                en: "unknown value '\(Say.quoted(value.value))'",
                fr: "valeur inconnue «\u{A0}\(Say.quoted(value.value))\u{A0}»"),
            caption: nearest.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "one of: " + known.joined(separator: ", "),
                    fr: "au choix\u{A0}: " + known.joined(separator: ", "))
            ],
            fixes: nearest.map { [Say.replace(value.span, by: $0)] } ?? [])
    }

    /// A text or a file in a language that the plan does not have.
    static func finding(fileLocale locale: Locale, of known: [Locale], at span: Span) -> Finding {
        let list = known.map(\.tag).joined(separator: ", ")
        return finding(
            at:
                span,
            Phrase(
                en: "this file is in '\(locale)', which is not a language of the plan",
                fr: "ce fichier est en «\u{A0}\(locale)\u{A0}», qui n'est pas une langue du plan"),
            help: [
                Phrase(
                    en: "the plan has \(list): add '\(locale)' to 'locales' in plan.md, or rename the file",
                    fr:
                        "le plan a \(list)\u{A0}: ajoutez «\u{A0}\(locale)\u{A0}» à «\u{A0}locales\u{A0}» dans "
                        + "plan.md, ou renommez le fichier"
                )
            ])
    }

    static func finding(locale: Located<String>, of known: [Locale]) -> Finding {
        let list = known.map(\.tag).joined(separator: ", ")
        return finding(
            at:
                locale.span,
            Phrase(
                en: "'\(locale.value)' is not a language of the plan",
                fr: "«\u{A0}\(locale.value)\u{A0}» n'est pas une langue du plan"),
            help: [Phrase(en: "the plan has \(list)", fr: "le plan a \(list)")])
    }

    static func finding(fixedRule rule: Located<String>) -> Finding {
        finding(
            at:
                rule.span,
            Phrase(
                en: "the severity of '\(rule.value)' cannot be changed",
                fr: "l'importance de «\u{A0}\(rule.value)\u{A0}» ne peut pas être changée"),
            help: [
                Phrase(
                    en: "a plan compiled despite it would be wrong", fr: "un plan compilé malgré elle serait faux")
            ])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a phase in French", fr: "une phase en français"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: ⟦pendant⟧
                ---

                - [ ] T0 @director Call

                """
            ]),
        Example(
            Phrase(en: "an element that is none", fr: "un élément qui n'existe pas"),
            [
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                Stay at home. Questions: {{ phone }}.

                <!-- planc: covers ⟦advise⟧ -->

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "words that planc knows", fr: "des mots que planc connaît"),
            [
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                Stay at home. Questions: {{ phone }}.

                <!-- planc: covers advice -->

                """
            ])
    ]
}
