import PlancDiagnostics
import PlancModel

enum LongTitle: Rule {
    static let name = "long-title"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "a scenario whose title takes more than two lines on the front leaf")
    static let why = Phrase(

        """
        At three in the morning people choose among the titles of scenarios at one glance. A title of three lines is read, \
        not recognised, and pushes other scenarios off the page; it is never cut, since half a title misleads. Say what is \
        seen in a few words under `short`, and keep the whole title for the rest of the plan.
        """)
    static let rejects = [
        Example(
            Phrase("A title of a hundred characters and more"),
            [
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood:
                      title: ⟦The river has come into the basement and the ground floor of the main building and the annex after the long rain of last week⟧
                      disables: [mail-server]
                      affects: [readers, staff]
                      activated-by: director
                    """)
            ]),
        Example(
            Phrase("A short title that is as long"),
            [
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood:
                      title: Flood
                      short: ⟦The river has come into the basement and the ground floor of the main building and the annex after the long rain of last week⟧
                      disables: [mail-server]
                      affects: [readers, staff]
                      activated-by: director
                    """)
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("The same with a short title"),
            [
                "scenarios.md": ExamplePlan.changing(
                    "scenarios.md",
                    """
                    flood:
                      title: The river has come into the basement and the ground floor of the main building and the annex after the long rain of last week
                      short: Flood
                      disables: [mail-server]
                      affects: [readers, staff]
                      activated-by: director
                    """)
            ])
    ]

    /// The widest that a title may be, in sizes of its type: two lines of 140 mm at 13.5 points.
    static let mostWidth = 58.0

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for scenario in context.plan.scenarios {
            for title in scenario.title.versions where width(title.text.value) > mostWidth {
                let isShort = scenario.short.versions.contains { $0.locale == nil || $0.locale == title.locale }
                if isShort || title.locale == nil && !scenario.short.isEmpty { continue }
                report(
                    finding(
                        at: title.text.span,
                        Phrase(
                            "the title of scenario {name} takes more than two lines on the front leaf",
                            ["name": scenario.quoted]),
                        help: [
                            Phrase(
                                "say it in a few words under 'short': that is printed on the leaf and at the top of pages"
                            )
                        ]
                    ))
            }
            for short in scenario.short.versions where width(short.text.value) > mostWidth {
                report(
                    finding(
                        at: short.text.span,
                        Phrase(
                            "the short title of scenario {name} takes more than two lines on the front leaf",
                            ["name": scenario.quoted]),
                        help: [Phrase("say what is seen in a few words")]))
            }
        }
    }

    /// About as wide as in a bold sans-serif face, in sizes of the type, whatever font will print it.
    static func width(_ text: String) -> Double {
        text.reduce(0) { sum, character in
            switch character {
            case "i", "j", "l", "t", "f", "r", "I", ".", ",", ":", ";", "'", "’", "-", " ", "\u{A0}", "\u{202F}":
                sum + 0.34
            case "m", "w", "M", "W", "—": sum + 0.95
            default: sum + (character.isUppercase ? 0.72 : 0.6)
            }
        }
    }
}
