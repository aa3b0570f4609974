import PlancDiagnostics
import PlancModel
import PlancProse

enum UnmatchedClaim: Rule {
    static let name = "unmatched-claim"
    static let group = RuleGroup.messages
    static let severity = Severity.note
    static let summary = Phrase("a confirmed claim that the text of the message does not make")
    static let why = Phrase(

        """
        Somebody vouches for one statement, not for all that a message says. The claim names its sentence by \
        its words: most of them are in it, and only that sentence counts as confirmed. A claim that no \
        sentence makes names none; planc then takes the whole message as confirmed, and nobody sees that \
        another statement was never checked.
        """)
    static let rejects = [
        Example(
            Phrase("The text says something else"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    """
                    confirmed:
                      - {claim: ⟦the catalogue is complete⟧, by: director, at: 2026-01-05 14:00}
                    """, text: "No data was stolen. Questions: {{ phone }}.")
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The sentence that was confirmed"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    """
                    confirmed:
                      - {claim: no data was stolen, by: director, at: 2026-01-05 14:00}
                    """, text: "No data was stolen, the police say. Questions: {{ phone }}.")
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        for message in plan.messages where !message.confirmed.isEmpty {
            for version in message.versions where !context.brokenFiles.contains(version.body.file) {
                let locale = version.body.locale
                for claim in ConfirmedClaims(plan, locale).unmade(in: message) {
                    report(finding(claim, locale, message))
                }
            }
        }
    }

    private static func finding(_ claim: ConfirmedClaims.Claim, _ locale: Locale, _ message: Message) -> Finding {
        let tag = locale.tag
        return finding(
            at: claim.text.span,
            Phrase(
                "no sentence of the {language} text of message {message} makes this claim",
                ["language": locale.title, "message": message.quoted]),
            help: [
                claim.isOfLanguage
                    ? Phrase("write the claim in the words of the sentence that was confirmed")
                    : Phrase(
                        "write it for each language: 'claim: {open}{tag}: …{close}'",
                        [
                            "open": "{", "tag": tag, "close": "}",
                        ]),
                Phrase("until then the whole text counts as confirmed"),
            ])
    }
}
