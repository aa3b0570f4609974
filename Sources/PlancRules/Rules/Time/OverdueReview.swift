import PlancDiagnostics
import PlancModel

enum OverdueReview: Rule {
    static let name = "overdue-review"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "a plan that was not reviewed in time", fr: "un plan qui n’a pas été relu à temps")
    static let why = Phrase(
        en: """
            People leave, systems move, numbers change, and a plan ages without a sound. Read it through with those who are named in it, then record \
            it with `planc confirm review`. `review: {every: 6mo}` in plan.md sets the period.
            """,
        fr: """
            Les gens partent, les systèmes changent, les numéros aussi, et un plan vieillit sans bruit. Relisez-le avec ceux qu’il nomme, puis \
            notez-le avec `planc confirm review`. `review: {every: 6mo}` dans plan.md fixe la période.
            """)
    static let rejects = [
        Example(
            Phrase(en: "Every six months, and last a year ago", fr: "Tous les six mois, et la dernière il y a un an"),
            [
                "plan.md": """
                ---
                kind: plan
                title: ⟦Library continuity plan⟧
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                review: {every: 6mo, last: 2025-01-05}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "Six months ago to the day", fr: "Il y a six mois jour pour jour"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                review: {every: 6mo, last: 2025-07-15}
                ---
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let info = judgement.plan.info
        let every = Phrase.duration(info.review.every.value)
        let help = Phrase(
            en: "read the plan through, then: planc confirm review",
            fr: "relisez le plan, puis : planc confirm review")
        // A plan that was never reviewed is unconfirmed.
        guard let last = info.review.last else { return }
        guard last.value.adding(info.review.every.value) < judgement.asOf else { return }
        report(
            finding(
                at: info.nameSpan,
                Phrase(
                    en: "the plan was last reviewed on \(last.value), and is to be reviewed every \(every.english)",
                    fr: "le plan a été relu le \(last.value), et doit l’être tous les \(every.french)"),
                labels: [Label(last.span, Phrase(en: "the last time", fr: "la dernière fois"))], help: [help]))
    }
}
