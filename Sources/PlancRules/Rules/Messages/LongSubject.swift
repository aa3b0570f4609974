import PlancCompose
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancWords

enum LongSubject: Rule {
    static let name = "long-subject"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "a subject that is cut on a phone")
    static let why = Phrase(

        """
        Telephones show about 60 characters of a subject, and the fact must be among them. Fields are \
        counted with their longest value.
        """)
    static let rejects = [
        Example(
            Phrase("74 characters"),
            [
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md",
                    """
                    audiences: readers
                    owner: director
                    subject: ⟦Important information about where to find us if the library has to close⟧
                    """, text: "Look at our website.")
            ])
    ]
    static let accepts = [
        Example(
            Phrase("The fact first, and short"),
            [
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md",
                    """
                    audiences: readers
                    owner: director
                    """, text: "Look at our website.")
            ]),
        Example(
            Phrase("A subject that no e-mail takes"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    "subject: Important information about where to find us if the library has to close")
            ]),
    ]

    /// What most telephones show.
    static let limit = 60

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if context.hasUnknownLengths { return }
        for message in plan.messages {
            // A subject that no e-mail takes is on no page, as `text-on-no-page` says.
            let channels = message.channels.compactMap { plan.channels[$0] }
            if !channels.isEmpty, channels.count == message.channels.count,
                !channels.contains(where: { $0.type.value == .email })
            {
                continue
            }
            for version in message.subject.versions {
                // Most are short and have no field.
                let subject = version.text.value.utf8
                if subject.count <= limit, !subject.contains(UInt8(ascii: "{")) { continue }
                let locale = version.locale ?? plan.sourceLocale
                let inlines = Composer(plan: plan, locale: locale).text(LocalizedText([version]))
                let text = plan.rendering(locale, .longest, of: message)([Block(.paragraph(inlines), version.text.span)]
                )
                let length = text.string.count
                guard length > limit else { continue }
                report(
                    finding(
                        at: version.text.span,
                        Phrase(
                            "the subject has {length} characters, a telephone shows {limit}",
                            ["length": length, "limit": limit]),
                        help: [
                            Phrase(
                                "begin with the fact and leave the rest to the text")
                        ]))
            }
        }
    }
}
