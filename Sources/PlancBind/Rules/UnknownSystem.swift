import PlancDiagnostics
import PlancMarkup

enum UnknownSystem: UnknownThing {
    static let kind = EntityKind.system
    static let name = "unknown-system"
    static let summary = Phrase(
        "a reference to a system that is not in the plan")
    static let why = Phrase(
        "A dependency on nothing hides that a channel will fail.")
    static let unknown = Phrase("unknown system")
    static let declaredIn = Phrase(
        "systems are declared in a file of the kind 'systems'")

    static let rejects: [Example] = [
        Example(
            Phrase("a dependency on nothing"),
            [
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood:
                      title: Flood
                      disables: [mail-server, ⟦lift⟧]
                      affects: [readers, staff]
                      activated-by: director
                    """)
            ])
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(
                "systems of the plan, and a channel by its kind"),
            [
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood:
                      title: Flood
                      disables: [mail-server, channel:home]
                      affects: [readers, staff]
                      activated-by: director
                    """)
            ])
    ]
}
