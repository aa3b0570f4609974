import PlancDiagnostics
import PlancMarkup
import PlancSource

enum UnknownScenario: UnknownThing {
    static let kind = EntityKind.scenario
    static let name = "unknown-scenario"
    static let summary = Phrase(
        "a reference to a scenario that is not in the plan")
    static let why = Phrase(
        "What is made for a mistyped scenario is missing when it happens.")
    static let unknown = Phrase("unknown scenario")
    static let declaredIn = Phrase(
        "scenarios are declared in a file of the kind 'scenarios' or 'scenario'")

    /// `[all, fire]`
    static func finding(all name: Located<String>, in list: Span) -> Finding {
        finding(
            at: name.span, Phrase("'all' is no scenario: it stands alone, for every one"),
            help: [Phrase("write 'scenarios: all', or name the scenarios")], fixes: [Say.replace(list, by: "all")])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("a scenario that is not there"),
            [
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: [⟦fire⟧]
                phase: during
                channels: [text-message]
                owner: director
                ---

                Hello. Questions: {{ phone }}.

                """
            ]),
        Example(
            Phrase("all of them, and one"),
            [
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: [⟦all⟧, flood]
                phase: during
                channels: [text-message]
                owner: director
                ---

                Hello. Questions: {{ phone }}.

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("a scenario of the plan, or all"),
            [
                "messages/extra.md": """
                ---
                kind: message
                title: Extra
                audiences: staff
                scenarios: all
                phase: during
                channels: [text-message]
                owner: director
                ---

                Hello. Questions: {{ phone }}.

                """
            ])
    ]
}
