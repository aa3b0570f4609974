import PlancDiagnostics
import PlancModel

enum ReportWithoutReply: Rule {
    static let name = "report-without-reply"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        "a support team with no reply to a suspected phishing, a false alarm, or a request for help"
    )
    static let why = Phrase(

        """
        People who report are the best alarm there is, and they stop reporting when nobody answers or the \
        answer is cold. Write the three replies on a quiet day: thank, say what it was, say what to do.
        """)
    static let rejects = [
        Example(
            Phrase("A help desk without a single reply"),
            [
                "more-roles.md": """
                ---
                kind: roles
                roles:
                  ⟦help-desk⟧: {title: Help desk, holder: cleo, deputies: [ben], team: support}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase("Three replies are ready"),
            [
                "more-roles.md": """
                ---
                kind: roles
                roles:
                  help-desk: {title: Help desk, holder: cleo, deputies: [ben], team: support}
                ---
                """,
                "messages/reply-phishing.md": """
                ---
                kind: message
                title: It was a fraud
                audiences: staff
                scenarios: all
                phase: during
                channels: [mail]
                owner: help-desk
                subject: Thank you for your report
                in-reply-to: phishing
                ---

                Thank you. It was a fraud: delete it. Your questions: {{ phone }}.
                """,
                "messages/reply-false-alarm.md": """
                ---
                kind: message
                title: It was genuine
                audiences: staff
                scenarios: all
                phase: during
                channels: [mail]
                owner: help-desk
                subject: Thank you for your report
                in-reply-to: false-alarm
                ---

                Thank you for asking. The message is genuine. Your questions: {{ phone }}.
                """,
                "messages/reply-help.md": """
                ---
                kind: message
                title: We will call you
                audiences: staff
                scenarios: all
                phase: during
                channels: [mail]
                owner: help-desk
                subject: We will call you
                in-reply-to: tool-help
                ---

                We will call you at {{ next-time }}. Your questions: {{ phone }}.
                """,
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        guard let role = context.plan.roles.first(where: { $0.team?.value == .support }) else { return }
        if context.plan.unread.kinds.contains(.message) { return }
        let answered = Set(context.plan.messages.compactMap { $0.inReplyTo?.value })
        let missing = ["phishing", "false-alarm", "tool-help"].filter { !answered.contains($0) }
        if missing.isEmpty { return }
        let name = role.quoted
        let kinds = Phrase.list(missing.map(told))
        report(
            finding(
                at: role.nameSpan,
                Phrase(
                    "role {name} has no reply to {kinds}", ["name": name, "kinds": kinds]),
                labels: role.team.map { [Label($0.span, Phrase("answers reports"))] }
                    ?? [],
                help: missing.map {
                    Phrase(
                        "write a message with 'in-reply-to: {name}'", ["name": $0])
                }))
    }

    private static func told(_ kind: String) -> Phrase {
        switch kind {
        case "phishing": Phrase("a suspected phishing")
        case "false-alarm": Phrase("a false alarm")
        default: Phrase("a request for help")
        }
    }
}
