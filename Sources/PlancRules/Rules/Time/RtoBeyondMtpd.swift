import PlancAnalysis
import PlancDiagnostics
import PlancModel

enum RtoBeyondMtpd: Rule {
    static let name = "rto-beyond-mtpd"
    static let group = RuleGroup.time
    static let severity = Severity.error
    static let summary = Phrase(
        en: "an activity that is back later than it may be missed",
        fr: "une activité qui revient plus tard qu’on ne peut s’en passer")
    static let why = Phrase(
        en: """
            The maximum tolerable period of disruption says how long people can do without; the recovery time objective says when the activity \
            is back. When the second is longer than the first, the plan accepts the damage it was written to prevent (ISO 22301, 8.2.2).
            """,
        fr: """
            La durée maximale tolérable d’interruption dit combien de temps on peut s’en passer ; l’objectif de reprise dit quand l’activité \
            est de retour. Quand le second dépasse la première, le plan accepte le dommage qu’il devait éviter (ISO 22301, 8.2.2).
            """)
    static let rejects = [
        Example(
            Phrase(
                en: "Missed after a day, back after three", fr: "Insupportable après un jour, de retour après trois"),
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
            Phrase(en: "Back on the last day", fr: "De retour le dernier jour"),
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

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for activity in judgement.plan.activities {
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
                        en:
                            "activity \(name.english) is back after \(back.english), and can be missed for \(missed.english)",
                        fr:
                            "l’activité \(name.french) revient après \(back.french), et l’on ne peut s’en passer que \(missed.french)"
                    ),
                    labels: [
                        Label(
                            mtpd.span, Phrase(en: "can be missed for this long", fr: "on peut s’en passer ce temps-là")),
                        Label(rto.span, Phrase(en: "back after this", fr: "de retour après cela")),
                    ],
                    help: [
                        Phrase(
                            en: "find a faster way to bring it back, or a way to go on by hand that lasts longer",
                            fr: "trouvez un moyen plus rapide de la rétablir, ou de continuer plus longtemps à la main")
                    ]))
        }
    }
}
