import PlancDiagnostics
import PlancModel
import PlancSource

enum StaleConfirmation: Rule {
    static let name = "stale-confirmation"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        "something that changed after it was confirmed")
    static let why = Phrase(

        """
        A number that was tried in March and changed in April is a number that nobody tried. `planc \
        confirm` stamps what it confirms; when the numbers, the deadline of a law or the approved plan are \
        no longer what was before those who confirmed them, the date beside them is misleading. Look again, \
        and run `planc confirm` again. A bare date has no stamp and is not checked.
        """)
    static let rejects = [
        Example(
            Phrase("Another number since the call"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ada:
                      name: Ada Marsh
                      reach: {mobile: "+44 7700 900001", home: "+44 1632 960099"}
                      private: [home]
                      verified: {on: 2026-01-05, by: press, of: ⟦2b7a31c4ddee⟧}
                    """)
            ]),
        Example(
            Phrase("The plan was changed after it was approved"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [en]
                owner: director
                review: {every: 6mo, last: 2026-01-05}
                approved: {by: director, on: 2026-01-05, of: ⟦0123456789ab⟧}
                ---
                """
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("The numbers are those that were tried"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ada:
                      name: Ada Marsh
                      reach: {mobile: "+44 7700 900001", home: "+44 1632 960001"}
                      private: [home]
                      verified: {on: 2026-01-05, by: press, of: f2a3f925e124}
                    """)
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        for person in plan.people where person.hasNumbersChanged {
            guard let verified = person.verified, let stamp = verified.of else { continue }
            let name = person.quoted
            report(
                finding(
                    at: stamp.span,
                    Phrase(
                        "the name or numbers of {name} changed after they were tried on {verified}",
                        ["name": name, "verified": verified.value]),
                    labels: person.reach.first.map {
                        [Label($0.value.span, Phrase("as they are now"))]
                    } ?? [],
                    help: [again("numbers \(person.id)", Phrase("call them"))]))
        }
        for obligation in context.carriedObligations where !obligation.isBuiltIn && obligation.hasReadingChanged {
            guard let verified = obligation.verified, let stamp = verified.of else { continue }
            let name = obligation.quoted
            report(
                finding(
                    at: stamp.span,
                    Phrase(
                        "obligation {name} changed after its text was read on {verified}",
                        ["name": name, "verified": verified.value]),
                    help: [again("reading \(obligation.id)", Phrase("read the source"))]))
        }
        if plan.hasChangedSinceApproval, let approved = plan.info.approved, let stamp = approved.of {
            let on = approved.on.map { "\($0.value)" } ?? "?"
            report(
                finding(
                    at: stamp.span,
                    Phrase(
                        "the plan changed after it was approved on {on}", ["on": on]),
                    help: [again("approval", Phrase("have it approved"))]))
        }
    }

    private static func again(_ what: String, _ act: Phrase) -> Phrase {
        Phrase(
            "{act} again, then: planc confirm {what}", ["act": act, "what": what])
    }
}
