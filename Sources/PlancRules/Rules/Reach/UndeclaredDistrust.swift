import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancProse
import PlancSource

enum UndeclaredDistrust: Rule {
    static let name = "undeclared-distrust"
    static let group = RuleGroup.reach
    static let severity = Severity.warning
    static let summary = Phrase("a text that says that the attacker reads along, in a scenario that distrusts nothing")
    static let why = Phrase(
        """
        "Stop using e-mail: the attacker may be reading it", says the text, and no page follows it: the table of channels shows e-mail as \
        working, no box says to leave it alone, and messages leave by it. Name the system under 'distrusts' of the scenario.
        """)

    private static func flood(_ title: String, _ distrusts: String, _ text: String) -> [String: String?] {
        [
            "scenarios.md": "---\nkind: scenarios\nscenarios: {}\n---\n",
            "scenarios/flood.md": """
            ---
            kind: scenario
            title: \(title)
            disables: [landline]
            \(distrusts)affects: [readers, staff]
            activated-by: director
            ---

            \(text)
            """,
        ]
    }

    static let rejects = [
        Example(
            Phrase("E-mail is read, and nothing is distrusted"),
            flood("⟦Flood⟧", "", "The doors stand open. Stop using e-mail: the attacker may be reading it."))
    ]
    static let accepts = [
        Example(
            Phrase("The system is distrusted"),
            flood(
                "Flood", "distrusts: [mail-server]\n",
                "The doors stand open. Stop using e-mail: the attacker may be reading it."
            )),
        Example(
            Phrase("What the attacker has read, and what he asks"),
            flood("Flood", "", "The attacker has read files of readers, and asks for money.")),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        var reader = WaysOfSteps(plan)
        let lists = listsOfOneScenario(plan)
        for judged in context.scenarios {
            let scenario = judged.scenario
            guard scenario.distrusts.isEmpty, !plan.unread.contains(scenario, ["distrusts", "disables"]),
                let channel = plan.channels.first(where: {
                    [.email, .chat].contains($0.type.value) && judged.reach.isUp(channel: $0.id)
                }),
                let place = place(scenario, lists[scenario.id] ?? [], plan, &reader)
            else { continue }
            report(
                finding(
                    at: scenario.nameSpan,
                    Phrase(
                        "an attacker reads along, the text says, and {scenario} distrusts nothing",
                        ["scenario": scenario.quoted]),
                    caption: Phrase("no 'distrusts' here"),
                    labels: [
                        Label(place, Phrase("said here")),
                        Label(channel.nameSpan, Phrase("shown as working")),
                    ],
                    help: [Phrase("name what may be read under 'distrusts' of the scenario")]))
        }
    }

    private static func listsOfOneScenario(_ plan: Plan) -> [String: [Checklist]] {
        var lists: [String: [Checklist]] = [:]
        for list in plan.checklists {
            guard case .some(let references) = list.scenarios, references.count == 1 else { continue }
            lists[references[0].id, default: []].append(list)
        }
        return lists
    }

    /// The words of the scenario, or of a list that is for it alone.
    private static func place(
        _ scenario: Scenario, _ lists: [Checklist], _ plan: Plan, _ reader: inout WaysOfSteps
    ) -> Span? {
        let bodies = [scenario.body.body(plan.sourceLocale)] + lists.map { $0.versions.first?.body }
        for body in bodies {
            if let place = body.flatMap({ reader.spying(in: $0.blocks) }) { return place }
        }
        return nil
    }
}
