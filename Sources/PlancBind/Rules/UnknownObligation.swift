import PlancDiagnostics
import PlancSource

enum UnknownObligation: UnknownThing {
    static let name = "unknown-obligation"
    static let summary = Phrase(
        en: "a reference to an obligation or one of its stages that is not in the plan",
        fr: "un renvoi à une obligation ou une de ses étapes qui n'est pas dans le plan")
    static let why = Phrase(
        en: "A legal deadline that is mistyped is not watched.",
        fr: "Un délai légal mal nommé n'est pas surveillé.")
    static let unknown = Phrase(en: "unknown obligation", fr: "obligation inconnue")
    static let declaredIn = Phrase(
        en:
            "obligations are declared in a file of the kind 'obligations', or taken from the library by 'uses' in "
            + "plan.md",
        fr:
            "les obligations se déclarent dans un fichier de la sorte «\u{A0}obligations\u{A0}», ou se reprennent "
            + "de la bibliothèque par «\u{A0}uses\u{A0}» dans plan.md"
    )
    static let proposalHelp = Phrase(
        en: "it is a proposal, not law yet, and may still change: planc does not judge by it",
        fr: "c'est une proposition, pas encore la loi, et elle peut changer\u{A0}: planc ne juge pas d'après elle")

    /// `uses:` with the name of something that is not law yet.
    static func finding(proposal name: Located<String>) -> Finding {
        finding(
            at:
                name.span,
            Phrase(en: "'\(name.value)' is not in force", fr: "«\u{A0}\(name.value)\u{A0}» n'est pas en vigueur"),
            help: [proposalHelp])
    }

    static func finding(notInLibrary name: Located<String>, nearest: String?, known: [String]) -> Finding {
        finding(
            at:
                name.span,
            Phrase(
                en: "the library has no obligation '\(name.value)'",
                fr: "la bibliothèque n'a pas d'obligation «\u{A0}\(name.value)\u{A0}»"),
            caption: nearest.map(Say.didYouMean),
            help: [
                nearest == nil
                    ? Phrase(
                        en: "it has " + known.joined(separator: ", "), fr: "elle a " + known.joined(separator: ", "))
                    : nil
            ],
            fixes: nearest.map { [Say.replace(name.span, by: $0)] } ?? [])
    }

    static func finding(stage: Located<String>, of obligation: String, known: [String], nearest: String?) -> Finding {
        finding(
            at:
                stage.span,
            Phrase(
                en: "'\(obligation)' has no stage '\(stage.value)'",
                fr: "«\u{A0}\(obligation)\u{A0}» n'a pas d'étape «\u{A0}\(stage.value)\u{A0}»"),
            caption: nearest.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "its stages are " + known.joined(separator: ", "),
                    fr: "ses étapes sont " + known.joined(separator: ", "))
            ],
            fixes: nearest.map { [Say.replace(stage.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(
                en: "an obligation that was not taken from the library",
                fr: "une obligation qu'on n'a pas reprise de la bibliothèque"),
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
                satisfies: ⟦eu-gdpr-33⟧
                ---

                Hello. Questions: {{ phone }}.

                """
            ]),
        Example(
            Phrase(en: "a stage that is not there", fr: "une étape qui n'existe pas"),
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
                uses: [eu-gdpr-33]
                ---

                """,
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                satisfies: eu-gdpr-33/⟦notice⟧
                ---

                Hello. Questions: {{ phone }}.

                """,
            ]),
        Example(
            Phrase(en: "a name the library does not have", fr: "un nom que la bibliothèque n'a pas"),
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
                uses: [⟦eu-gdpr-3⟧]
                ---

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "an obligation taken by 'uses'", fr: "une obligation reprise par «\u{A0}uses\u{A0}»"),
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
                uses: [eu-gdpr-33]
                ---

                """,
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                satisfies: eu-gdpr-33/notification
                ---

                Hello. Questions: {{ phone }}.

                """,
            ])
    ]
}
