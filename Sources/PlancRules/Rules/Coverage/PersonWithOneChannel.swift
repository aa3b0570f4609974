import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel

enum PersonWithOneChannel: Rule {
    static let name = "person-with-one-channel"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "a holder or deputy who can be reached in one way only, or in ways that all fail together")
    static let why = Phrase(

        """
        A dead battery, a full mailbox or one operator's outage is enough to lose that person, and \
        everything that waits for them. Ask for a second way that does not depend on the same system: a \
        landline, a private address, a neighbour's number.
        """)
    static let rejects = [
        Example(
            Phrase("One way, and two ways on one network"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ⟦ada⟧:
                      name: Ada Marsh
                      reach: {home: "+44 1632 960001"}
                      verified: 2026-01-05
                    ⟦ben⟧:
                      name: Ben Okoro
                      reach: {mobile: "+44 7700 900002", second-mobile: "+44 7700 900012"}
                      verified: 2026-01-05
                    """),
                "more-channels.md": """
                ---
                kind: channels
                channels:
                  second-mobile: {title: Second mobile phone, type: voice, depends-on: [mobile-network], operated-by: director}
                ---
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase("A mobile phone and a landline"),
            [
                "people.md": ExamplePlan.changing(
                    "people.md",
                    """
                    ada:
                      name: Ada Marsh
                      reach: {mobile: "+44 7700 900001", home: "+44 1632 960001"}
                      verified: 2026-01-05
                    ben:
                      name: Ben Okoro
                      reach: {mobile: "+44 7700 900002", home: "+44 1632 960002"}
                      verified: 2026-01-05
                    cleo:
                      name: Cleo Hart
                      reach: {mobile: "+44 7700 900003", home: "+44 1632 960003"}
                      verified: 2026-01-05
                    """)
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        let needed = Set(plan.roles.flatMap { $0.people.map(\.id) })
        for person in plan.people where needed.contains(person.id) {
            let name = person.quoted
            let ways = Set(person.reach.map(\.channel.id))
            let help = Phrase(
                "add a way under 'reach' that does not depend on the same system")
            if plan.unread.contains(person, ["reach"]) { continue }
            if ways.count < 2 {
                report(
                    finding(
                        at: person.nameSpan,
                        Phrase(
                            "{name} can be reached in {isEmpty, select, true {no way} other {one way only}}",
                            ["name": name, "isEmpty": ways.isEmpty]
                        ),
                        labels: person.reach.prefix(1).map {
                            Label($0.channel.span, Phrase("the only way"))
                        },
                        help: [help]))
                continue
            }
            let cuts = context.analyses.cuts.cuts(of: EntityReference(.person, person.id))
            guard let system = cuts.lazy.compactMap({ $0.first }).first.flatMap({ plan.systems[$0] }) else { continue }
            let cause = system.quoted
            report(
                finding(
                    at: person.nameSpan,
                    Phrase(
                        "all ways to reach {name} fail with {cause}", ["name": name, "cause": cause]),
                    labels: [
                        Label(system.nameSpan, Phrase("carries all of them"))
                    ], help: [help]))
        }
    }
}
