import PlancAnalysis
import PlancDiagnostics
import PlancModel

enum RtoBeyondMtpd: Rule {
    static let name = "rto-beyond-mtpd"
    static let group = RuleGroup.time
    static let severity = Severity.error
    static let summary = Phrase(
        "an activity that is back later than it may be missed")
    static let why = Phrase(

        """
        The maximum tolerable period of disruption says how long people can do without; the recovery time \
        objective says when the activity is back. When the second is longer than the first, the plan \
        accepts the damage it was written to prevent (ISO 22301, 8.2.2).
        """)
    static let rejects = [
        Example(
            Phrase(
                "Missed after a day, back after three"),
            [
                "activities.md": """
                ---
                kind: activities
                activities:
                  ⟦loans⟧: {title: Loans, owner: director, mtpd: 1d, rto: 3d, depends-on: [website], workaround: flood}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Back on the last day"),
            [
                "activities.md": """
                ---
                kind: activities
                activities:
                  loans: {title: Loans, owner: director, mtpd: 3d, rto: 72h, depends-on: [website], workaround: flood}
                ---
                """
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for activity in context.plan.activities {
            guard let mtpd = activity.mtpd, let rto = activity.rto, rto.value.boundedMinutes > mtpd.value.boundedMinutes
            else {
                continue
            }
            let name = activity.quoted
            let (back, missed) = (Phrase.duration(rto.value), Phrase.duration(mtpd.value))
            report(
                finding(
                    at: activity.nameSpan,
                    Phrase(
                        "activity {name} is back after {back}, and can be missed for {missed}",
                        ["name": name, "back": back, "missed": missed]
                    ),
                    labels: [
                        Label(
                            mtpd.span, Phrase("can be missed for this long")),
                        Label(rto.span, Phrase("back after this")),
                    ],
                    help: [
                        Phrase(
                            "find a faster way to bring it back, or a way to go on by hand that lasts longer")
                    ]))
        }
    }
}
