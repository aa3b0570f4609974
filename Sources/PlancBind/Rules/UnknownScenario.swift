import PlancDiagnostics
import PlancMarkup

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
            ])
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
