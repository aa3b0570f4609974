import PlancDiagnostics
import PlancModel
import PlancSource

enum TimeAgainstPhase: Rule {
    static let name = "time-against-phase"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase("a step whose time is not in the phase of its checklist")
    static let why = Phrase(
        """
        T0 is when the plan is activated. A step of `phase: before` is due before it, T-30d; one of `during` or \
        `after` is due after it. With the wrong sign or the wrong phase, a preparation is printed on the crisis sheet, \
        where nobody can go back ninety days, or a crisis step is planned for quiet times. Nothing is over within an hour: \
        a checklist of `after` with steps of the first one is for the crisis.
        """)

    private static func list(_ phase: String, _ steps: String) -> [String: String?] {
        [
            "checklists/doors.md":
                "---\nkind: checklist\ntitle: The doors\nscenarios: flood\nphase: \(phase)\n---\n\n" + steps + "\n"
        ]
    }

    static let rejects = [
        Example(
            Phrase("Ten minutes before the crisis, during it"),
            list("during", "- [ ] ⟦T-10min⟧ @caretaker Open the doors to the yard")),
        Example(
            Phrase("A preparation a month after the crisis began"),
            list("before", "- [ ] ⟦T+30d⟧ @caretaker Oil the doors")),
        Example(
            Phrase("A week before, when all is over"),
            list("after", "- [ ] ⟦T-7d⟧ @caretaker Dry the doors")),
        Example(
            Phrase("All is over after ten minutes"),
            list(
                "⟦after⟧",
                """
                - [ ] T+10min @caretaker Open the doors to the yard
                - [ ] T+30min @caretaker Look whether they are open
                """)),
    ]
    static let accepts = [
        Example(Phrase("At T0 and after it"), list("during", "- [ ] T0 @caretaker Open the doors to the yard")),
        Example(Phrase("A month before"), list("before", "- [ ] T-30d @caretaker Oil the doors")),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for checklist in context.plan.checklists where !context.plan.unread.contains(checklist, ["phase"]) {
            for stage in checklist.stages { judge(stage.steps, checklist.phase, report) }
            // A time that was not understood is told as such.
            if checklist.phase.value == .after, !context.brokenFiles.contains(checklist.phase.span.file) {
                judge(firstOf: checklist, report)
            }
        }
    }

    /// Whether a list for afterwards has steps of the first hour.
    private static func judge(firstOf checklist: Checklist, _ report: (Finding) -> Void) {
        let times = checklist.stages.flatMap(\.steps).compactMap(\.offset)
        guard let first = times.min(by: { $0.value.amount.boundedMinutes < $1.value.amount.boundedMinutes }),
            (0..<60).contains(first.value.amount.boundedMinutes)
        else { return }
        let time = Offset(first.value.amount).phrase
        report(
            finding(
                at: checklist.phase.span,
                Phrase("the checklist is for afterwards, and has a step of the first hour: {time}", ["time": time]),
                labels: [Label(first.span, Phrase("when the crisis begins"))],
                help: [Phrase("write 'phase: during', or the time at which all is over")]))
    }

    private static func judge(_ steps: [Step], _ phase: Located<Phase>, _ report: (Finding) -> Void) {
        for step in steps {
            if let offset = step.offset, let told = told(offset.value.amount, phase.value) {
                report(
                    finding(
                        at: offset.span, told,
                        labels: [Label(phase.span, Phrase("the phase of the checklist"))],
                        help: [Phrase("change the sign, or move the step to a checklist of its phase")]))
            }
            judge(step.substeps, phase, report)
        }
    }

    private static func told(_ amount: TimeAmount, _ phase: Phase) -> Phrase? {
        let time = Offset(amount).phrase
        switch phase {
        case .before:
            return amount == .zero || amount.isNegative
                ? nil : Phrase("{time} is after the activation, and the checklist is for before", ["time": time])
        case .during:
            return amount.isNegative
                ? Phrase("{time} is before the activation, and the checklist is for the crisis", ["time": time]) : nil
        case .after:
            return amount.isNegative
                ? Phrase("{time} is before the activation, and the checklist is for afterwards", ["time": time]) : nil
        }
    }
}
