import PlancDiagnostics
import PlancModel
import PlancSource

enum Contradiction: Rule {
    static let name = "contradiction"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("two lines of the plan that cannot both be true")
    static let why = Phrase(
        """
        Duties depend on what the plan says of the organisation and of a scenario. Where it says one thing and its opposite, planc \
        follows one of the two, and a duty is missing or too much. Keep the one that holds. A message with 'approve-within' and no 'approver' \
        leaves without being read by anybody, in the time that its author meant for reading it. With a 'longest' that is shorter than the \
        example of its field, a text message is judged to be shorter than it will be. Of a step's rhythm and that of the message it sends, the \
        shorter is on every page: a longer one at the step is lost.
        """)
    static let rejects = [
        Example(
            Phrase("Subject to NIS2, and not"),
            ["plan.md": DutyExamples.plan("subject-to: [not-nis2, ⟦nis2-essential⟧]")]),
        Example(
            Phrase("A time to approve, and nobody who approves"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", "approve-within: ⟦15min⟧")
            ]),
        Example(
            Phrase("The lawyer approves, and the press officer reads it for the law"),
            [
                "roles.md": ExamplePlan.changing(
                    "roles.md",
                    """
                    press: {title: Press officer, holder: ben, deputies: [cleo], team: communication}
                    lawyer: {title: Lawyer, holder: cleo, deputies: [ada], team: legal}
                    """),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", "approver: lawyer\nlegal-review: ⟦press⟧"),
            ]),
        Example(
            Phrase("A longest value that is shorter than the example"),
            [
                "fields.md": ExamplePlan.changing(
                    "fields.md", "street: {title: Street, type: text, example: Long Water Lane, longest: ⟦Bay⟧}"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "The library at {{ street }} is closed. News at {{ next-time }}, questions: {{ phone }}."),
            ]),
        Example(
            Phrase("A step that sends a message less often than the message says"),
            [
                "messages/staff-closed.md": ExamplePlan.changing("messages/staff-closed.md", "send: {every: 1h}"),
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Switch off the power in the basement
                        - [ ] T+30min every ⟦3h⟧ @director Tell the staff: [](../messages/staff-closed.md)
                        - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                        """),
            ]),
        Example(
            Phrase("Personal data is not touched, and is"),
            ["scenarios.md": DutyExamples.flood("personal-data: false", "facts: {personal-data: ⟦true⟧}")]),
    ]
    static let accepts = [
        Example(
            Phrase("Not subject to NIS2, and the facts say the same"),
            [
                "plan.md": DutyExamples.plan(
                    "subject-to: [not-nis2]\nfacts: {nis2-essential-or-important: false}")
            ]),
        Example(
            Phrase("A time to approve, for the lawyers"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md", "approve-within: 15min\nlegal-review: press")
            ]),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        let subjections = plan.info.subjectTo
        let facts = (plan.info.facts + plan.scenarios.flatMap(\.facts)).filter { $0.name.value == Subjection.fact }
        if let none = subjections.first(where: { $0.value == .none }) {
            // Whatever says the opposite, the slip is one.
            var opposites = subjections.filter { $0.value != .none }.map { ($0.value.rawValue, $0.span) }
            opposites += (plan.info.profiles ?? []).filter { $0.value == .nis2 }.map { ("profiles: nis2", $0.span) }
            opposites += facts.filter { $0.value.value == .isTrue(true) }.map { (written($0, true), $0.value.span) }
            if let first = opposites.first {
                var finding = contradiction(first.0, first.1, none.value.rawValue, none.span)
                finding.labels += opposites.dropFirst().prefix(3).map { Label($0.1, Phrase("and here")) }
                report(finding)
            }
        } else if let bound = subjections.first {
            for fact in facts where fact.value.value == .isTrue(false) {
                report(contradiction(written(fact, false), fact.value.span, bound.value.rawValue, bound.span))
            }
        }
        for message in plan.messages where !plan.unread.contains(message, ["approver", "legal-review"]) {
            checkApproval(of: message, plan, report)
        }
        checkRhythms(context, report)
        for field in plan.fields where [.text, .number, .url, .choice].contains(field.type.value) {
            for longest in field.longest.versions {
                guard let example = field.example.versions.first(where: { $0.locale == longest.locale }),
                    // A few letters less are no slip: an example may be long.
                    example.text.value.count > longest.text.value.count * 2
                else { continue }
                report(
                    finding(
                        at: longest.text.span,
                        Phrase(
                            "the longest value of {name} is less than half as long as its example",
                            ["name": field.quoted]),
                        labels: [Label(example.text.span, Phrase("longer than this"))],
                        help: [Phrase("lengths of messages are judged with it: write the longest value to expect")]))
            }
        }
        for scenario in plan.scenarios {
            guard let stated = scenario.personalData else { continue }
            for fact in scenario.facts where fact.name.value == "personal-data" {
                guard case .isTrue(let isTrue) = fact.value.value, isTrue != stated.value else { continue }
                report(
                    contradiction(
                        written(fact, isTrue), fact.value.span, "personal-data: \(stated.value)", stated.span))
            }
        }
    }

    /// A step that sends a message less often than the message says goes by the message on every page.
    private static func checkRhythms(_ context: RuleContext, _ report: (Finding) -> Void) {
        var told: Set<Span> = []
        for judged in context.scenarios {
            for sending in judged.timeline.sendings {
                let entry = judged.timeline.entries[sending.entry]
                guard let own = entry.step.rhythm, let message = context.plan.messages[sending.message],
                    let other = message.send.every, other.value.boundedMinutes > 0,
                    own.value.boundedMinutes > other.value.boundedMinutes, told.insert(own.span).inserted
                else { continue }
                report(
                    finding(
                        at: own.span,
                        Phrase(
                            "the step sends {name} {own}, and the message says {other}",
                            [
                                "name": message.quoted, "own": own.value.rhythm,
                                "other": other.value.rhythm,
                            ]),
                        labels: [Label(other.span, Phrase("every page has this one, the shorter"))],
                        help: [Phrase("write the same length in both places, or in one alone")]))
            }
        }
    }

    private static func checkApproval(of message: Message, _ plan: Plan, _ report: (Finding) -> Void) {
        guard let review = message.legalReview else {
            // The time to approve is that of the legal review, too.
            guard message.approvers.isEmpty, let within = message.approveWithin else { return }
            report(
                finding(
                    at: within.span,
                    Phrase("{name} has time to be approved, and nobody approves it", ["name": message.quoted]),
                    help: [Phrase("name the roles that approve it under 'approver', or remove 'approve-within'")]))
            return
        }
        guard let reader = plan.roles[review], let team = reader.team?.value, team != .legal,
            let approver = message.legalApprover(in: plan), let lawyer = plan.roles[approver]
        else { return }
        report(
            finding(
                at: review.span,
                Phrase(
                    "{role} reads {name} for the law and is not of the legal team, and {lawyer}, who is, only approves it",
                    ["role": reader.quoted, "name": message.quoted, "lawyer": lawyer.quoted]),
                labels: [Label(approver.span, Phrase("of the legal team"))],
                help: [Phrase("write 'legal-review: {id}'", ["id": approver.id])]))
    }

    private static func written(_ fact: StatedFact, _ isTrue: Bool) -> String {
        "facts: {\(fact.name.value): \(isTrue)}"
    }

    private static func contradiction(_ one: String, _ span: Span, _ other: String, _ otherSpan: Span) -> Finding {
        finding(
            at: span, Phrase("'{one}' and '{other}' cannot both be true", ["one": one, "other": other]),
            labels: [Label(otherSpan, Phrase("the opposite is said here"))],
            help: [Phrase("keep the one that holds, and remove the other")])
    }
}
