import PlancDiagnostics
import PlancModel

enum PrivateWithoutAddress: Rule {
    static let name = "private-without-address"
    static let group = RuleGroup.confidence
    static let severity = Severity.warning
    static let summary = Phrase("a channel that is private for a person who has no address on it")
    static let why = Phrase(
        """
        `private` keeps an address of a person from everybody who does not need it. Where it names another \
        channel than the one that was meant, the home number is printed in every pack, and whoever wrote the \
        line believes that it is not.
        """)
    static let rejects = [
        Example(
            Phrase("the mail is private, and the home number was meant"),
            [
                "people.md": ExamplePlan.files["people.md"]!.replacing(
                    "private: [home]", with: "private: [⟦mail⟧]")
            ])
    ]
    static let accepts = [
        Example(
            Phrase("an address that is there"),
            ["people.md": ExamplePlan.files["people.md"]!])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for person in context.plan.people where !context.plan.unread.contains(.person, person.id, ["reach"]) {
            let reached = person.reach.map(\.channel.id)
            for channel in person.privateChannels where !reached.contains(channel.id) {
                report(
                    finding(
                        at: channel.span,
                        Phrase(
                            "{name} has no address on '{channel}' that could be private",
                            ["name": person.quoted, "channel": channel.id]),
                        labels: [Label(person.nameSpan, Phrase("the addresses of this person are for everyone"))],
                        help: [Phrase("name a channel of 'reach', or remove it from 'private'")]))
            }
        }
    }
}
