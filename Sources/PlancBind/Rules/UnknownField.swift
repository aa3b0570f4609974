import PlancDiagnostics
import PlancMarkup
import PlancSchema
import PlancSource

enum UnknownField: UnknownThing {
    static let kind = EntityKind.field
    static let name = "unknown-field"
    static let summary = Phrase(
        "a reference to a field that is not in the plan")
    static let why = Phrase(
        "A hole that nobody knows how to fill goes out as it is.")
    static let unknown = Phrase("unknown field")
    static let declaredIn = Phrase(
        "fields are declared in a file of the kind 'fields'")

    /// A dotted name that says nothing planc knows.
    static func finding(computed name: Located<String>, nearest: String?) -> Finding {
        finding(
            at:
                name.span,
            Phrase(
                "nothing is known as '{value}'", ["value": name.value]),
            caption: nearest.map(Say.didYouMean),
            help: [
                Phrase(

                    """
                    plan.organisation, plan.title, plan.version, scenario.title, role.ID.title, role.ID.name, \
                    role.ID.phone, person.ID.name, person.ID.phone, person.ID.organisation, person.ID.contract, channel.ID.title, channel.ID.address, audience.ID.title
                    """)
            ],
            fixes: nearest.map { [Say.replace(name.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("a hole that nobody fills"),
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
            Phrase("something that planc does not know of a role"),
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
            Phrase("a field, and a name known when compiling"),
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
