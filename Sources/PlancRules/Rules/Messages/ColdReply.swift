import PlancDiagnostics
import PlancModel

enum ColdReply: Rule {
    static let name = "cold-reply"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "a reply to a report that does not thank, or blames",
        fr: "une réponse à un signalement qui ne remercie pas, ou qui fait un reproche")
    static let why = Phrase(
        en: """
            Whoever reports something strange is an ally, all the more when it was a false alarm. A dry \
            answer teaches everybody to keep quiet the next time. Thank first, give the verdict, and say \
            that it was right to ask.
            """,
        fr: """
            Qui signale quelque chose d’étrange est un allié, surtout quand l’alerte était fausse. Une \
            réponse sèche apprend à tous à se taire la prochaine fois. Remerciez d’abord, donnez le verdict, \
            et dites que c’était bien de demander.
            """)
    static let rejects = [
        Example(
            Phrase(en: "No word of thanks", fr: "Pas un mot de remerciement"),
            [
                "messages/staff-closed.md": """
                ---
                kind: message
                title: ⟦"Reply: false alarm"⟧
                audiences: staff
                scenarios: flood
                phase: during
                channels: [mail]
                owner: director
                in-reply-to: false-alarm
                ---

                We have checked: this message is safe.
                """
            ]),
        Example(
            Phrase(en: "Thanks, and a reproach", fr: "Un merci, et un reproche"),
            [
                "messages/staff-closed.md": """
                ---
                kind: message
                title: ⟦"Reply: false alarm"⟧
                audiences: staff
                scenarios: flood
                phase: during
                channels: [mail]
                owner: director
                in-reply-to: false-alarm
                ---

                Thanks, but it was nothing.
                """
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "Thanks first", fr: "Merci d’abord"),
            [
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Reply: false alarm"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [mail]
                owner: director
                in-reply-to: false-alarm
                ---

                Thank you for having told us. We have checked: this message is safe, and you were right to ask.
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        let texts = judgement.texts
        var elements = ElementReader(plan)
        for (number, message) in plan.messages.enumerated() {
            guard let kind = message.inReplyTo else { continue }
            let name = message.quoted
            let label = Label(
                kind.span, Phrase(en: "somebody has reported something", fr: "quelqu’un a signalé quelque chose"))
            let reproaches = texts.words.filter {
                $0.verdict == .blaming && texts.written[$0.text].messages.contains(number)
            }
            if let first = reproaches.first {
                report(
                    finding(
                        at: message.nameSpan,
                        Phrase(
                            en: "the reply \(name.english) blames whoever reported",
                            fr: "la réponse \(name.french) fait un reproche à qui a signalé"),
                        labels: [Label(first.span, Phrase(en: "the reproach", fr: "le reproche"))]))
                continue
            }
            // Whoever asks for help with a tool has reported nothing.
            if kind.value == "tool-help" || elements.elementsTold(by: message).contains(.thanks) { continue }
            if texts.thanks.contains(where: { texts.written[$0].messages.contains(number) }) { continue }
            report(
                finding(
                    at: message.nameSpan,
                    Phrase(
                        en: "the reply \(name.english) does not thank for the report",
                        fr: "la réponse \(name.french) ne remercie pas du signalement"),
                    labels: [label],
                    help: [
                        Phrase(
                            en: "a sentence to start from: '\(Element.thanks.sentence(plan.sourceLocale))'",
                            fr:
                                "une phrase pour commencer : «\u{A0}\(Element.thanks.sentence(plan.sourceLocale))\u{A0}»"
                        )
                    ]))
        }
    }

    /// Whether a text that is folded thanks.
    static func thanks(_ text: String) -> Bool {
        ["thank", "thanks", "thank you", "merci", "remercions", "remercie"].contains { text.hasWords($0) }
    }
}
