import PlancDiagnostics
import PlancModel

enum StaleContact: Rule {
    static let name = "stale-contact"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "a person in a role whose numbers were not tried for 90 days, or never")
    static let why = Phrase(

        """
        People change numbers, and a plan does not notice until it is needed. Call every number, record it \
        with `planc confirm numbers`. `review: {contacts: 90d}` in plan.md sets another period.
        """)
    static let rejects = [
        Example(
            Phrase("Tried last summer, and never tried"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ⟦ada⟧:
                      name: Ada Marsh
                      reach: {mobile: "+44 7700 900001", home: "+44 1632 960001"}
                      verified: 2025-07-01
                    ⟦ben⟧:
                      name: Ben Okoro
                      reach: {mobile: "+44 7700 900002", mail: ben@library.example}
                    """)
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Tried exactly 90 days ago"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ada:
                      name: Ada Marsh
                      reach: {mobile: "+44 7700 900001", home: "+44 1632 960001"}
                      verified: 2025-10-17
                    """)
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        let period = plan.info.review.contacts.value
        // Where nobody has tried any number yet, one finding says so for all.
        if !context.missingEvidence.untried.isEmpty { return }
        for person in context.peopleInRoles {
            if let verified = person.verified, verified.value.adding(period) >= context.asOf { continue }
            guard let verified = person.verified else {
                if !plan.unread.contains(person, ["verified"]) { report(finding(ofUntried: person)) }
                continue
            }
            let age = context.asOf.dayNumber - verified.value.dayNumber
            report(
                finding(
                    at: person.nameSpan,
                    Phrase(
                        "the numbers of {name} were last tried {age} days ago", ["name": person.quoted, "age": age]),
                    labels: [Label(verified.span, Phrase("tried on this day"))],
                    help: [help(person)]))
        }
    }

    static func finding(ofUntried person: Person) -> Finding {
        finding(
            at: person.nameSpan,
            Phrase("nobody ever tried the numbers of {name}", ["name": person.quoted]),
            caption: Phrase("no 'verified'"), help: [help(person)])
    }

    private static func help(_ person: Person) -> Phrase {
        Phrase("call every number, then: planc confirm numbers {id}", ["id": person.id])
    }
}
