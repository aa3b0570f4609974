import PlancDiagnostics
import PlancModel

enum WideClassification: Rule {
    static let name = "wide-classification"
    static let group = RuleGroup.confidence
    static let severity = Severity.error
    static let summary = Phrase(
        en: "a message sent on a channel that is wider than its TLP label allows",
        fr: "un message envoyé sur un canal plus large que son étiquette TLP ne le permet")
    static let why = Phrase(
        en: """
            What is said on a website, a network or a hotline is said to everyone: only TLP:CLEAR may go there. What is TLP:RED is for the people \
            in the room or on the line, and is not written into a mailbox. Change the channel, or the label if it is wrong (FIRST, TLP 2.0).
            """,
        fr: """
            Ce qui se dit sur un site, un réseau ou un serveur vocal se dit à tout le monde : seul TLP:CLEAR peut y aller. Ce qui est TLP:RED \
            est pour les gens dans la pièce ou au bout du fil, et ne s’écrit pas dans une messagerie. Changez le canal, ou l’étiquette si elle \
            est fausse (FIRST, TLP 2.0).
            """)
    static let rejects = [
        Example(
            Phrase(en: "TLP:AMBER on the website", fr: "TLP:AMBER sur le site"),
            [
                "messages/readers-closed.md": """
                ---
                kind: message
                title: "Readers: the library is closed"
                audiences: readers
                scenarios: flood
                phase: during
                channels: [text-message, ⟦site⟧]
                owner: press
                classification: TLP:AMBER
                ---

                The library is flooded and closed. News at {{ next-time }}, questions: {{ phone }}.
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(
                en: "TLP:CLEAR on the website, TLP:RED on the telephone",
                fr: "TLP:CLEAR sur le site, TLP:RED au téléphone"),
            [
                "messages/readers-closed.md": """
                ---
                kind: message
                title: "Readers: the library is closed"
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site, text-message]
                owner: press
                classification: TLP:CLEAR
                ---

                The library is flooded and closed. News at {{ next-time }}, questions: {{ phone }}.
                """,
                "messages/board.md": """
                ---
                kind: message
                title: "Staff: what was lost"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [mobile]
                owner: director
                classification: TLP:RED
                ---

                The archive is lost. Say nothing yet. News at {{ next-time }}, questions: {{ phone }}.
                """,
            ])
    ]

    private static let wide: Set<ChannelType> = [.web, .statusPage, .social, .press, .radio, .display, .hotline]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for message in judgement.plan.messages {
            guard let label = message.classification, label.value > .clear else { continue }
            let tooWide = message.channels.filter { reference in
                guard let type = judgement.plan.channels[reference]?.type.value else { return false }
                return wide.contains(type) || (label.value == .red && type != .inPerson && type != .voice)
            }
            guard let first = tooWide.first else { continue }
            let title = message.quoted
            let names = Phrase.list(tooWide.compactMap { judgement.plan.channels[$0] })
            report(
                finding(
                    at: first.span,
                    Phrase(
                        en: "message \(title.english) is \(label.value.rawValue) and leaves by \(names.english)",
                        fr: "le message \(title.french) est \(label.value.rawValue) et part par \(names.french)"),
                    caption: Phrase(en: "wider than the label", fr: "plus large que l’étiquette"),
                    labels: [Label(label.span, Phrase(en: "the label", fr: "l’étiquette"))]
                        + tooWide.dropFirst().map { Label($0.span, Phrase(en: "as wide", fr: "aussi large")) },
                    help: [
                        label.value == .red
                            ? Phrase(
                                en: "tell it in person or by voice, or lower the label",
                                fr: "dites-le de vive voix ou par téléphone, ou abaissez l’étiquette")
                            : Phrase(
                                en: "send it on a channel with known readers, or label it TLP:CLEAR",
                                fr: "envoyez-le par un canal aux lecteurs connus, ou étiquetez-le TLP:CLEAR")
                    ]))
        }
    }
}
