import PlancDiagnostics
import PlancModel
import PlancSource

enum UnconfirmedPlan: Rule {
    static let name = "unconfirmed-plan"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        "a plan that nobody has approved, reviewed, tried or exercised yet")
    static let why = Phrase(

        """
        A plan that reads well is not yet a plan that works. Somebody has to call the numbers, play the \
        scenarios around a table, read the laws, read the plan through and approve it. `planc confirm` \
        records who did each of them and when. Until it has begun, this one finding lists what is still to \
        be done; after that, each thing that was left out has a finding of its own.
        """)
    static let rejects = [
        Example(
            Phrase("Not approved and never reviewed"),
            [
                "plan.md": """
                ---
                kind: plan
                title: ⟦Library continuity plan⟧
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                ---
                """
            ]),
        Example(
            Phrase("Nobody has tried any number"),
            [
                "plan.md": """
                ---
                kind: plan
                title: ⟦Library continuity plan⟧
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                review: {every: 6mo, last: 2026-01-05}
                approved: {by: director, on: 2026-01-05}
                ---
                """,
                "people.md": """
                ---
                kind: people
                people:
                  ada:
                    name: Ada Marsh
                    reach: {mobile: "+44 7700 900001", home: "+44 1632 960001"}
                    private: [home]
                  ben:
                    name: Ben Okoro
                    reach: {mobile: "+44 7700 900002", mail: ben@library.example}
                  cleo:
                    name: Cleo Hart
                    reach: {mobile: "+44 7700 900003", mail: cleo@library.example}
                ---
                """,
            ]),
        Example(
            Phrase("One copy was restored, another never"),
            [
                "plan.md": """
                ---
                kind: plan
                title: ⟦Library continuity plan⟧
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                review: {every: 6mo, last: {on: 2026-01-05, by: press}}
                approved: {by: director, on: 2026-01-05}
                ---
                """,
                "systems.md": ExamplePlan.changing(
                    "systems.md",
                    """
                    mail-server: {title: Mail server, rto: 8h, backup: {at: The safe, restored: 2026-01-05}}
                    website: {title: Website, rto: 4h, backup: {at: The safe}}
                    """),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("Reviewed and approved, by whom and when"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                review: {every: 6mo, last: {on: 2026-01-05, by: press}}
                approved: {by: director, on: 2026-01-05}
                ---
                """
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        // Whoever could not be read was not tried by their absence.
        if !context.plan.unread.kinds.isDisjoint(with: [.plan, .person, .scenario, .drill]) { return }
        let missing = context.missingEvidence
        if missing.isEmpty { return }
        let place = context.plan.info.nameSpan
        // What no other rule tells, thing by thing.
        let alone = missing.unrestored.map { copies(of: [$0]) } + formalities(missing)
        let together = missing.unrestored.isEmpty ? [] : [copies(of: missing.unrestored)]
        var all = told(counts(missing) + together + formalities(missing), at: place)
        all.counted =
            missing.untried.map(StaleContact.finding(ofUntried:))
            + missing.unplayed.map(OverdueDrill.finding(ofUnplayed:))
            + missing.unread.map(UnverifiedObligation.finding(ofUnread:))
            + alone.map { told([$0], at: place) }
        report(all)
    }

    private static func told(_ steps: [Step], at place: Span) -> Finding {
        finding(
            at: place, Phrase("still to be confirmed: {all}", ["all": Phrase.list(steps.map(\.missing))]),
            help: steps.map { Phrase("{done}: {command}", ["done": $0.done, "command": $0.command]) })
    }

    /// What is missing, the command that confirms it, and when to call that.
    private struct Step {
        var missing: Phrase
        var command: Phrase
        var done: Phrase
    }

    /// Of what nobody has begun.
    private static func counts(_ missing: MissingEvidence) -> [Step] {
        var steps: [Step] = []
        func add(_ what: Phrase, _ command: Phrase, _ done: Phrase) {
            steps.append(Step(missing: what, command: command, done: done))
        }
        if !missing.untried.isEmpty {
            let count = missing.untried.count
            add(
                count == 1
                    ? Phrase("the numbers of {quoted} were never tried", ["quoted": missing.untried[0].quoted])
                    : Phrase("the numbers of {count} people were never tried", ["count": count]),
                Phrase(verbatim: "planc confirm numbers"), Phrase("once they answered"))
        }
        if !missing.unplayed.isEmpty {
            let count = missing.unplayed.count
            add(
                count == 1
                    ? Phrase("scenario {quoted} was never exercised", ["quoted": missing.unplayed[0].quoted])
                    : Phrase("{count} scenarios were never exercised", ["count": count]),
                Phrase(verbatim: "planc confirm drill"), Phrase("after each exercise"))
        }
        if !missing.unread.isEmpty {
            let count = missing.unread.count
            add(
                count == 1
                    ? Phrase("nobody has read the text of obligation {quoted}", ["quoted": missing.unread[0].quoted])
                    : Phrase("nobody has read the texts of {count} obligations", ["count": count]),
                Phrase(verbatim: "planc confirm reading"), Phrase("once the law was read"))
        }
        return steps
    }

    private static func copies(of systems: [System]) -> Step {
        let count = systems.count
        return Step(
            missing: count == 1
                ? Phrase("the copy of {quoted} was never restored", ["quoted": systems[0].quoted])
                : Phrase("the copies of {count} systems were never restored", ["count": count]),
            command: Phrase(verbatim: "planc confirm backup"), done: Phrase("once restoring was tried"))
    }

    private static func formalities(_ missing: MissingEvidence) -> [Step] {
        var steps: [Step] = []
        func add(_ what: Phrase, _ command: Phrase, _ done: Phrase) {
            steps.append(Step(missing: what, command: command, done: done))
        }
        if missing.isNeverReviewed {
            add(
                Phrase("the plan was never reviewed"), Phrase(verbatim: "planc confirm review"),
                Phrase("once it was read through"))
        }
        if missing.isNotApproved {
            add(
                Phrase("it is not approved"), Phrase(verbatim: "planc confirm approval"),
                Phrase("once it is approved"))
        }
        return steps
    }
}
