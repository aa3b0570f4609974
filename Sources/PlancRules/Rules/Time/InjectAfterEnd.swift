import PlancDiagnostics
import PlancModel

enum InjectAfterEnd: Rule {
    static let name = "inject-after-end"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase("an inject that comes when the exercise is over")
    static let why = Phrase(
        """
        'lasts' says how long an exercise is played, and the packs for it hold what is due in that time. An inject that comes later \
        finds nobody, or the exercise lasts longer than the participants were asked for. Bring it forward, or let the exercise last longer.
        """)
    static let rejects = [
        Example(
            Phrase("An hour is played, the inject comes after 90 minutes"),
            ["drills.md": drills("lasts: 1h", "{at: ⟦T+90min⟧, to: press, text: A journalist asks for the director}")])
    ]
    static let accepts = [
        Example(
            Phrase("In the last minute"),
            ["drills.md": drills("lasts: 1h", "{at: T+1h, to: press, text: A journalist asks for the director}")])
    ]

    private static func drills(_ lasts: String, _ inject: String) -> String {
        """
        ---
        kind: drills
        drills:
          autumn:
            title: Autumn drill
            date: 2025-10-10
            scenario: flood
            found: The basement key was missing
            \(lasts)
            injects:
              - \(inject)
        ---
        """
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for drill in context.plan.drills {
            guard let lasts = drill.lasts else { continue }
            for inject in drill.injects {
                guard let at = inject.at, at.value.amount.boundedMinutes > lasts.value.boundedMinutes else { continue }
                report(
                    finding(
                        at: at.span,
                        Phrase(
                            "the inject at {time} comes after the end of exercise {name}, which lasts {lasts}",
                            ["time": at.value.phrase, "name": drill.quoted, "lasts": lasts.value.phrase]),
                        labels: [Label(lasts.span, Phrase("how long it is played"))],
                        help: [Phrase("bring the inject forward, or let the exercise last longer")]))
            }
        }
    }
}
