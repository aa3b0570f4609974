import PlancDiagnostics
import PlancMarkup
import PlancModel

enum UnplayedStep: Rule {
    static let name = "unplayed-step"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("an inject expects what is no part of the scenario")
    static let why = Phrase(
        """
        The scoring sheet lists what each inject is to set off. Players act by the list and the texts of the scenario that is played; \
        a message, a list or a step of another scenario is not before them, and scores nothing. Expect what the scenario has, or \
        play the scenario that has it.
        """)
    static let rejects = [
        Example(
            Phrase("A message that is sent afterwards, and a step that no list has"),
            ["drills.md": drills("expects: ⟦reopened⟧, steps: ⟦evidence⟧")])
    ]
    static let accepts = [
        Example(Phrase("A message of the crisis"), ["drills.md": drills("expects: [readers-closed, checklist:flood]")])
    ]

    private static func drills(_ expects: String) -> String {
        """
        ---
        kind: drills
        drills:
          autumn:
            title: Autumn drill
            date: 2025-10-10
            scenario: flood
            found: The basement key was missing
            injects:
              - {at: T+10min, to: press, text: Readers ask what has happened, \(expects)}
        ---
        """
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if !plan.unread.kinds.isDisjoint(with: [.message, .checklist, .scenario]) { return }
        for drill in plan.drills {
            guard let judged = context.scenarios.first(where: { $0.scenario.id == drill.scenario?.id }) else {
                continue
            }
            let meanings = Set(judged.timeline.entries.flatMap { $0.step.meanings.map(\.value) })
            for inject in drill.injects {
                for reference in inject.expects where !isPlayed(reference.target, judged, plan) {
                    report(
                        finding(
                            at: reference.span,
                            Phrase(
                                "{name} is not part of the crisis in {scenario}, which exercise {drill} plays",
                                [
                                    "name": name(of: reference.target, plan), "scenario": judged.scenario.quoted,
                                    "drill": drill.quoted,
                                ]),
                            help: [Phrase("expect what the scenario has, or play the one that has it")]))
                }
                for meaning in inject.steps where !meanings.contains(meaning.value) {
                    report(
                        finding(
                            at: meaning.span,
                            Phrase(
                                "no step of {scenario} is marked '#{mark}'",
                                ["scenario": judged.scenario.quoted, "mark": meaning.value.rawValue]),
                            help: [Phrase("mark the step in its checklist, or expect another one")]))
                }
            }
        }
    }

    private static func name(of reference: EntityReference, _ plan: Plan) -> Phrase {
        let thing: (any Entity)? =
            reference.kind == .message ? plan.messages[reference.id] : plan.checklists[reference.id]
        return thing?.quoted ?? .quoting(reference.id)
    }

    private static func isPlayed(_ reference: EntityReference, _ judged: JudgedScenario, _ plan: Plan) -> Bool {
        switch reference.kind {
        case .message:
            guard let message = plan.messages[reference.id], !plan.unread.contains(message, ["scenarios", "phase"])
            else {
                return true
            }
            return message.phase.value == .during && message.scenarios.contains(judged.scenario.id)
        case .checklist:
            guard let list = plan.checklists[reference.id], !plan.unread.contains(list, ["scenarios"]) else {
                return true
            }
            return list.scenarios.contains(judged.scenario.id)
        default: return true
        }
    }
}
