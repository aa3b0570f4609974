import PlancDiagnostics
import PlancSource

enum UnknownField: UnknownThing {
    static let name = "unknown-field"
    static let summary = Phrase(
        en: "a reference to a field that is not in the plan",
        fr: "un renvoi à un champ qui n'est pas dans le plan")
    static let why = Phrase(
        en: "A hole that nobody knows how to fill goes out as it is.",
        fr: "Un blanc que personne ne sait remplir part tel quel.")
    static let unknown = Phrase(en: "unknown field", fr: "champ inconnu")
    static let declaredIn = Phrase(
        en: "fields are declared in a file of the kind 'fields'",
        fr: "les champs se déclarent dans un fichier de la sorte «\u{A0}fields\u{A0}»")

    /// A dotted name that says nothing planc knows.
    static func finding(computed name: Located<String>, nearest: String?) -> Finding {
        finding(
            at:
                name.span,
            Phrase(
                en: "nothing is known as '\(name.value)'", fr: "«\u{A0}\(name.value)\u{A0}» ne désigne rien de connu"),
            caption: nearest.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "plan.organisation, plan.title, plan.version, scenario.title, role.ID.title, role.ID.name, "
                        + "role.ID.phone, person.ID.name, channel.ID.title, channel.ID.address, audience.ID.title",
                    fr: "plan.organisation, plan.title, plan.version, scenario.title, role.ID.title, role.ID.name, "
                        + "role.ID.phone, person.ID.name, channel.ID.title, channel.ID.address, audience.ID.title")
            ],
            fixes: nearest.map { [Say.replace(name.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "a hole that nobody fills", fr: "un blanc que personne ne remplit"),
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

                News at {{ ⟦next-tyme⟧ }}. Questions: {{ phone }}.

                """
            ]),
        Example(
            Phrase(en: "something that planc does not know of a role", fr: "ce que planc ne sait pas d'un rôle"),
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

                Ask {{ ⟦role.press.nam⟧ }}. Questions: {{ phone }}.

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "a field, and a name known when compiling", fr: "un champ, et un nom connu à la compilation"),
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

                Ask {{ role.press.name }} of {{ plan.organisation }}. Questions: {{ phone }}.

                """
            ])
    ]
}
