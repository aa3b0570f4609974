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
        whoever copies it gets an error. In a crisis readers take an address that does not work for a forged message.
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
            ])
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
            ])
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
    }
}
