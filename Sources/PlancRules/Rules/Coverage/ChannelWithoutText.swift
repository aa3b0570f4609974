import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

enum ChannelWithoutText: Rule {
    static let name = "channel-without-text"
    static let group = RuleGroup.coverage
    static let severity = Severity.error
    static let summary = Phrase(
        en: "a message that names a channel and has no text fit for it",
        fr: "un message qui nomme un canal et n’a pas de texte qui lui convienne")
    static let why = Phrase(
        en: """
            The plan promises a text message, and on the day somebody has to make one of a page with headings while the telephone \
            rings. Write the text for each channel now: a level-1 heading with the channel's id or type opens its own text.
            """,
        fr: """
            Le plan promet un SMS, et le jour venu quelqu’un doit en tirer un d’une page à titres pendant que le téléphone sonne. \
            Écrivez dès maintenant le texte de chaque canal : un titre de niveau 1 avec l’identifiant ou le type du canal ouvre \
            son propre texte.
            """)
    static let rejects = [
        Example(
            Phrase(
                en: "Headings and a list do not fit a text message",
                fr: "Des titres et une liste ne tiennent pas dans un SMS"),
            [
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [mail, ⟦text-message⟧]
                owner: director
                subject: The library is closed
                ---

                ## What you can do

                - Please stay at home.
                - News at {{ next-time }}, questions: {{ phone }}.
                """
            ]),
        Example(
            Phrase(en: "Only the website has a text", fr: "Seul le site a un texte"),
            [
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: [staff, readers]
                scenarios: flood
                phase: during
                channels: [site, ⟦text-message⟧]
                owner: director
                ---

                # web

                The library is flooded and closed. News at {{ next-time }}, questions: {{ phone }}.
                """
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(
                en: "A page for the website, a line for text messages",
                fr: "Une page pour le site, une ligne pour les SMS"),
            [
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [mail, text-message]
                owner: director
                subject: The library is closed
                ---

                ## What you can do

                - Please stay at home.
                - News at {{ next-time }}, questions: {{ phone }}.

                # sms

                The library is closed. Please stay at home. News at {{ next-time }}, questions: {{ phone }}.
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        let isShort = plan.channels.map { $0.type.value.isShort }
        for number in plan.messages.indices {
            // A text is fit for every channel that shows it whole.
            if plan.messages[number].hasCommonText,
                plan.messages[number].channels.allSatisfy({
                    plan.channels.index(of: $0.id).map { !isShort[$0] } ?? true
                })
            {
                continue
            }
            let message = plan.messages[number]
            // The translations must have the variants of their source (`uneven-translation`).
            guard let version = message.versions.first else { continue }
            let isShortOnly = plan.isShortOnly(message)
            for reference in message.channels {
                guard let channel = plan.channels[reference],
                    let unfitness = plan.unfitness(version, of: message, for: channel)
                else {
                    continue
                }
                // A heading that nearly names the channel is the cause, and is told as such (`unknown-channel`).
                if hasHeadingLike(channel, version) { continue }
                // A text for short channels alone is meant for this one: `long-sms` and `long-post` speak of its length.
                if case .tooLong = unfitness, isShortOnly, [.sms, .social].contains(channel.type.value) { continue }
                report(finding(message, channel, reference, unfitness))
            }
        }
    }

    private static func finding(
        _ message: Message, _ channel: Channel, _ reference: Reference, _ unfitness: Unfitness
    ) -> Finding {
        let (name, title) = (channel.quoted, message.quoted)
        return finding(
            at: reference.span,
            Phrase(
                en: "message \(title.english) has no text fit for channel \(name.english)",
                fr: "le message \(title.french) n’a pas de texte qui convienne au canal \(name.french)"),
            caption: reason(unfitness),
            help: [
                Phrase(
                    en:
                        "write a text of its own under a heading '# \(channel.type.value.rawValue)' or '# \(channel.id)'",
                    fr: "écrivez-lui un texte sous un titre « # \(channel.type.value.rawValue) » ou « # \(channel.id) »"
                )
            ])
    }

    private static func reason(_ unfitness: Unfitness) -> Phrase {
        switch unfitness {
        case .noText: Phrase(en: "no text for it", fr: "aucun texte pour lui")
        case .structure:
            Phrase(
                en: "the common text has headings, lists or tables",
                fr: "le texte commun a des titres, des listes ou des tableaux")
        case .tooLong(let length, let limit):
            Phrase(
                en: "the common text takes \(length.english) of \(limit)",
                fr: "le texte commun prend \(length.french) sur \(limit)")
        }
    }

    private static func hasHeadingLike(_ channel: Channel, _ version: Message.Version) -> Bool {
        let names = [channel.id, channel.type.value.rawValue]
        return version.body.blocks.contains { block in
            guard case .heading(level: 1, let inlines) = block.content else { return false }
            let words = inlines.plainText
            return !names.contains(words) && nearestName(to: words, among: names) != nil
        }
    }
}
