import PlancDiagnostics
import PlancModel

enum EmployeesWithoutInstructions: Rule {
    static let name = "employees-without-instructions"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "a scenario in which the organisation's own employees get no message")
    static let why = Phrase(

        """
        Your own people are asked first, by customers, families and journalists, and they act on what they \
        know. Without a word from you they guess, come in, connect, or answer. Tell them what to do and \
        what to say before anybody else.
        """)
    static let rejects = [
        Example(
            Phrase("A cut line, told to the readers only"),
            [
                "more-scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  ⟦cut-line⟧: {title: The line is cut, disables: [landline], affects: [readers], activated-by: director}
                ---
                """,
                "messages/cut-line.md": """
                ---
                kind: message
                title: Our telephone is cut
                audiences: readers
                scenarios: cut-line
                phase: during
                channels: [site]
                owner: press
                ---

                Our telephone is cut. Write to us. News at {{ next-time }}, questions: {{ phone }}.
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The staff are told too"),
            [
                "more-scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  cut-line: {title: The line is cut, disables: [landline], affects: [readers], activated-by: director}
                ---
                """,
                "messages/cut-line.md": """
                ---
                kind: message
                title: Our telephone is cut
                audiences: [readers, staff]
                scenarios: cut-line
                phase: during
                channels: [text-message]
                owner: press
                ---

                Our telephone is cut. Write to us. News at {{ next-time }}, questions: {{ phone }}.
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let messages = context.plan.messages
        let employees = Set(context.plan.audiences.filter { $0.type.value == .employees }.map(\.id))
        if context.mayHaveOtherAudiences { return }
        for judged in context.scenarios {
            // An affected audience that is told nothing says so itself (`audience-without-message`).
            if judged.scenario.affects.contains(where: { employees.contains($0.id) }) { continue }
            let isTold = judged.messages.contains { number in
                messages[number].phase.value == .during
                    && messages[number].audiences.contains { employees.contains($0.id) }
            }
            if isTold || employees.contains(where: { context.mayNotify($0, in: judged.scenario.id, .during) }) {
                continue
            }
            let name = judged.scenario.quoted
            report(
                finding(
                    at: judged.scenario.nameSpan,
                    Phrase(
                        "the employees get no message in scenario {name}", ["name": name]),
                    help: [
                        employees.isEmpty
                            ? Phrase(
                                "add an audience of type 'employees' and write to it what to do and what to say")
                            : Phrase(
                                "write a message to the employees with 'scenarios: [{id}]' and 'phase: during'",
                                ["id": judged.scenario.id]
                            )
                    ]))
            // Nobody to tell is one cause, told once.
            if employees.isEmpty { return }
        }
    }
}
