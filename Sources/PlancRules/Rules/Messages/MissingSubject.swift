import PlancDiagnostics
import PlancModel

enum MissingSubject: Rule {
    static let name = "missing-subject"
    static let group = RuleGroup.messages
    static let severity = Severity.error
    static let summary = Phrase(
        "a message for e-mail without a subject")
    static let why = Phrase(

        """
        An e-mail without a subject looks like a fraud, and filters treat it as one. The subject is also \
        all that most people read.
        """)
    static let rejects = [
        Example(
            Phrase("E-mail without a subject"),
            [
                "messages/ready.md": """
                ---
                kind: message
                title: ⟦Where our news will be⟧
                audiences: readers
                scenarios: all
                phase: before
                channels: [mail]
                owner: director
                ---

                Look at our website.
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase("A subject that says what it is about"),
            [
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md",
                    """
                    audiences: readers
                    owner: director
                    """, text: "Look at our website.")
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        for number in plan.messages.indices {
            if !plan.messages[number].subject.isEmpty, plan.messages[number].versions.count < 2 { continue }
            let message = plan.messages[number]
            guard let channel = message.channels.first(where: { plan.channels[$0]?.type.value == .email }) else {
                continue
            }
            let (name, through) = (message.quoted, plan.channels[channel]?.quoted ?? Phrase(verbatim: channel.id))
            let label = Label(channel.span, Phrase("goes by e-mail"))
            if message.subject.isEmpty {
                if plan.unread.contains(message, ["subject"]) { continue }
                report(
                    finding(
                        at: message.nameSpan,
                        Phrase(
                            "message {name} goes out by {through} and has no subject",
                            ["name": name, "through": through]),
                        caption: Phrase("add 'subject'"), labels: [label],
                        help: [
                            Phrase(
                                "add 'subject:' with the fact in at most 60 characters")
                        ]))
                continue
            }
            for version in message.versions.dropFirst() {
                let locale = version.body.locale
                let isSaid = message.subject.versions.contains {
                    $0.locale == nil || $0.locale?.language == locale.language
                }
                if isSaid { continue }
                report(
                    finding(
                        at: version.nameSpan,
                        Phrase(
                            "the {language} text of {name} has no subject",
                            ["language": locale.title, "name": name]),
                        caption: Phrase("add 'subject'")))
            }
        }
    }
}
