import PlancDiagnostics
import PlancModel
import PlancProse
import PlancSource

enum MistypedAddress: Rule {
    static let name = "mistyped-address"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase("an address or a telephone number in a message that leads nowhere as it is typed")
    static let why = Phrase(
        """
        A space in the middle of an address, a slash too few or the letter O for a zero: the telephone makes no \
        link of it, and \
        whoever copies it gets an error. In a crisis readers take an address that does not work for a forged message. A letter too few in \
        the name of one's own house sends them to a stranger, who may have bought it for that.
        """)
    static let rejects = [
        Example(
            Phrase("a space, a slash too few, and a letter for a figure"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is flooded and closed. Stay at home. News at {{ next-time }} on ⟦https:// \
                        ⟧library.example or \
                        ⟦www.library .example⟧, questions to ⟦desk @library.example⟧, ⟦01632 96O 100⟧.
                        """)
            ]),
        Example(
            Phrase("the name of one's own house with a letter too few"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is flooded and closed. Stay at home. News at {{ next-time }} on www.⟦libary.example⟧.
                        """)
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("addresses, and figures beside letters"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is flooded and closed. Stay at home. News at {{ next-time }} on \
                        https://library.example, www.library.example \
                        and @library, questions to desk@library.example. Boil H2O; room 12 or 14.
                        """)
            ]),
        Example(
            Phrase("other houses, and parts of one's own"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is flooded and closed. Stay at home. News at {{ next-time }} on https://status.library.example, \
                        help at https://council.example and library.test.
                        """)
            ]),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for (passage, better) in context.texts.mistypedAddresses {
            let isShort = better.hasSuffix("://")
            report(
                finding(
                    at: passage.span, Phrase("this leads nowhere as it is typed"),
                    caption: Phrase("did you mean '{better}'?", ["better": isShort ? better + "…" : better]),
                    fixes: [
                        Fix(
                            Phrase("write '{better}'", ["better": better]), [Fix.Edit(passage.span, better)],
                            isSafe: false)
                    ]))
        }
        let unread = context.plan.unread.kinds
        if unread.contains(.channel) || unread.contains(.person) || unread.contains(.audience) { return }
        for slip in AlmostOurHost.all(context.pointers) { report(finding(slip)) }
    }

    private static func finding(_ slip: AlmostOurHost) -> Finding {
        let better = slip.meant.domain
        return finding(
            at: slip.written[0].span,
            Phrase(
                "'{written}' is almost '{domain}', and another house",
                ["written": slip.written[0].domain, "domain": better]),
            caption: Phrase("did you mean '{better}'?", ["better": better]),
            labels: slip.written.dropFirst().prefix(5).map { Label($0.span, Phrase("here too")) }
                + [Label(slip.meant.span, Phrase("the plan has this address"))],
            fixes: [
                Fix(
                    Phrase("write '{better}'", ["better": better]), slip.written.map { Fix.Edit($0.span, better) },
                    isSafe: false)
            ])
    }
}
