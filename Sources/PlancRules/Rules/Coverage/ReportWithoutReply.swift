import PlancDiagnostics
import PlancModel

enum ReportWithoutReply: Rule {
    static let name = "report-without-reply"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "a support team with no reply to a suspected phishing, a false alarm, or a request for help",
        fr:
            "une équipe d’assistance sans réponse à un soupçon d’hameçonnage, à une fausse alerte ou à une demande d’aide"
    )
    static let why = Phrase(
        en: """
            People who report are the best alarm there is, and they stop reporting when nobody answers or the answer is cold. Write the \
            three replies on a quiet day: thank, say what it was, say what to do.
            """,
        fr: """
            Ceux qui signalent sont la meilleure alarme qui soit, et ils cessent de signaler quand personne ne répond ou que la \
            réponse est froide. Écrivez les trois réponses un jour calme : remercier, dire ce que c’était, dire quoi faire.
            """)
    static let rejects = [
        Example(
            Phrase(en: "A help desk without a single reply", fr: "Un guichet d’aide sans une seule réponse"),
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
            Phrase(en: "Three replies are ready", fr: "Trois réponses sont prêtes"),
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

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        guard let role = judgement.plan.roles.first(where: { $0.team?.value == .support }) else { return }
        let answered = Set(judgement.plan.messages.compactMap { $0.inReplyTo?.value })
        let missing = ["phishing", "false-alarm", "tool-help"].filter { !answered.contains($0) }
        if missing.isEmpty { return }
        let name = role.quoted
        let kinds = Phrase.list(missing.map(told))
        report(
            finding(
                at: role.nameSpan,
                Phrase(
                    en: "role \(name.english) has no reply to \(kinds.english)",
                    fr: "le rôle \(name.french) n’a pas de réponse à \(kinds.french)"),
                labels: role.team.map { [Label($0.span, Phrase(en: "answers reports", fr: "répond aux signalements"))] }
                    ?? [],
                help: missing.map {
                    Phrase(
                        en: "write a message with 'in-reply-to: \($0)'",
                        fr: "écrivez un message avec « in-reply-to: \($0) »")
                }))
    }

    private static func told(_ kind: String) -> Phrase {
        switch kind {
        case "phishing": Phrase(en: "a suspected phishing", fr: "un soupçon d’hameçonnage")
        case "false-alarm": Phrase(en: "a false alarm", fr: "une fausse alerte")
        default: Phrase(en: "a request for help", fr: "une demande d’aide")
        }
    }
}
