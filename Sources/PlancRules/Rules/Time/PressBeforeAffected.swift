import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel

enum PressBeforeAffected: Rule {
    static let name = "press-before-affected"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        "the press is told before the people who are affected")
    static let why = Phrase(

        """
        Nobody should learn from the radio that their data is gone, or their workplace closed. Affected \
        customers, employees, partners and the public are told first, or at the same time.
        """)
    static let rejects = [
        Example(
            Phrase("The newspaper knows before the readers"),
            [
                "more-audiences.md": """
                ---
                kind: audiences
                audiences:
                  newspaper: {title: Riverside Gazette, type: press, channels: [mobile, site]}
                ---
                """,
                "messages/gazette.md": """
                ---
                kind: message
                title: ⟦Statement to the Gazette⟧
                audiences: newspaper
                scenarios: flood
                phase: during
                channels: [mobile]
                owner: press
                ---

                The library is flooded and closed. News at {{ next-time }}, questions: {{ phone }}.
                """,
                "checklists/gazette.md": """
                ---
                kind: checklist
                title: The Gazette
                scenarios: flood
                phase: during
                ---

                - [ ] T+45min @press Call the Gazette: [](../messages/gazette.md)
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase("At the same time"),
            [
                "more-audiences.md": """
                ---
                kind: audiences
                audiences:
                  newspaper: {title: Riverside Gazette, type: press, channels: [mobile, site]}
                ---
                """,
                "messages/gazette.md": """
                ---
                kind: message
                title: Statement to the Gazette
                audiences: newspaper
                scenarios: flood
                phase: during
                channels: [mobile]
                owner: press
                ---

                The library is flooded and closed. News at {{ next-time }}, questions: {{ phone }}.
                """,
                "checklists/gazette.md": """
                ---
                kind: checklist
                title: The Gazette
                scenarios: flood
                phase: during
                ---

                - [ ] T+1h @press Call the Gazette: [](../messages/gazette.md)
                """,
            ])
    ]

    private static let first: Set<AudienceType> = [.customers, .employees, .partners, .public]

    private struct Order: Hashable {
        var message: String
        var minutes: Int
        var audiences: [String]
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        var gathered = FindingGroups<Order, (press: Sending, later: [Sending])>()
        for judged in context.scenarios {
            var press: Sending?
            var later: [(audience: String, sending: Sending)] = []
            let affected = Set(judged.scenario.affects.map(\.id))
            for (audience, clock) in zip(plan.audiences, judged.timeline.audiences) {
                guard let told = clock.first, let minutes = told.minutes else { continue }
                if audience.type.value == .press {
                    if minutes < press?.minutes ?? .max { press = told }
                } else if affected.contains(audience.id), first.contains(audience.type.value) {
                    later.append((audience.id, told))
                }
            }
            guard let press, let start = press.minutes else { continue }
            later.removeAll {
                $0.sending.minutes ?? .min <= start || context.mayBeSent($0.audience, in: judged.scenario.id)
            }
            if later.isEmpty { continue }
            let order = Order(message: press.message, minutes: start, audiences: later.map(\.audience))
            gathered.add(order, judged, (press, later.map(\.sending)))
        }
        for (order, faults) in gathered.groups {
            guard let message = plan.messages[order.message], let (judged, fault) = faults.first else { continue }
            let names = Phrase.list(order.audiences.compactMap { plan.audiences[$0] })
            let scenarios = Phrase.inScenarios(faults.map(\.scenario.scenario))
            var labels = [
                judged.timeline.label(fault.press.entry) {
                    Phrase("the press, at {name}", ["name": $0])
                }
            ]
            for (audience, sending) in zip(order.audiences, fault.later).prefix(4) {
                guard let name = plan.audiences[audience]?.quoted else { continue }
                labels.append(
                    judged.timeline.label(sending.entry) {
                        Phrase("{name}, at {name2}", ["name": name, "name2": $0])
                    })
            }
            report(
                finding(
                    at: message.nameSpan,
                    Phrase(
                        "the press is told before {names} {scenarios}", ["names": names, "scenarios": scenarios]),
                    labels: labels,
                    help: [
                        Phrase(
                            "tell those affected first, or at the same time")
                    ]))
        }
    }
}
