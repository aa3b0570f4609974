import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource
import PlancWords

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
            Phrase(en: "Headings and a list do not fit a text message", fr: "Des titres et une liste ne tiennent pas dans un SMS"),
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
            Phrase(en: "A page for the website, a line for text messages", fr: "Une page pour le site, une ligne pour les SMS"),
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
        for message in plan.messages {
            // The translations must have the variants of their source (`uneven-translation`).
            guard let version = message.versions.first else { continue }
            for reference in message.channels {
                guard let channel = plan.channels[reference], let reason = obstacle(version, channel, plan) else { continue }
                // A heading that nearly names the channel is the cause, and is told as such (`unknown-channel`).
                if hasHeadingLike(channel, version) { continue }
                let (name, title) = (channel.quoted, message.quoted)
                report(
                    finding(
                        at: reference.span,
                        Phrase(
                            en: "message \(title.english) has no text fit for channel \(name.english)",
                            fr: "le message \(title.french) n’a pas de texte qui convienne au canal \(name.french)"),
                        caption: reason,
                        help: [
                            Phrase(
                                en: "write a text of its own under a heading '# \(channel.type.value.rawValue)' or '# \(channel.id)'",
                                fr: "écrivez-lui un texte sous un titre « # \(channel.type.value.rawValue) » ou « # \(channel.id) »")
                        ]))
            }
        }
    }

    /// Why the text that a channel would get does not fit it; nil when it does. A variant is taken as written for it.
    private static func obstacle(_ version: Message.Version, _ channel: Channel, _ plan: Plan) -> Phrase? {
        if let variant = version.variant(for: channel), !isBlank(variant.blocks) { return nil }
        if isBlank(version.common) { return Phrase(en: "no text for it", fr: "aucun texte pour lui") }
        let type = channel.type.value
        if type == .sms, version.common.contains(where: hasStructure) {
            return Phrase(
                en: "the common text has headings, lists or tables", fr: "le texte commun a des titres, des listes ou des tableaux")
        }
        switch type {
        case .sms:
            let limit = channel.limit?.value ?? 1
            let segments = smsMeasure(text(version.common, plan)).segments
            return segments <= limit ? nil : tooLong(segments, limit, Phrase(en: "parts", fr: "parties"))
        case .voice, .hotline:
            let limit = channel.limit?.value ?? 60
            let seconds = speechSeconds(text(version.common, plan))
            return seconds <= limit ? nil : tooLong(seconds, limit, Phrase(en: "seconds", fr: "secondes"))
        case .social:
            let network = PostLimit.named(in: "\(channel.id) \(channel.title.text(plan.sourceLocale))")
            let limit = channel.limit?.value ?? network.limit
            let length = network.length(text(version.common, plan))
            return length <= limit ? nil : tooLong(length, limit, Phrase(en: "characters", fr: "caractères"))
        default: return nil
        }
    }

    private static func tooLong(_ length: Int, _ limit: Int, _ unit: Phrase) -> Phrase {
        Phrase(
            en: "the common text takes \(length) \(unit.english) of \(limit)",
            fr: "le texte commun prend \(length) \(unit.french) sur \(limit)")
    }

    private static func isBlank(_ blocks: [Block]) -> Bool {
        blocks.allSatisfy { if case .directive = $0.content { true } else { false } }
    }

    private static func hasStructure(_ block: Block) -> Bool {
        switch block.content {
        case .heading, .list, .table: true
        default: false
        }
    }

    /// With the longest value of each field.
    private static func text(_ blocks: [Block], _ plan: Plan) -> String {
        let locale = plan.sourceLocale
        return plainText(
            blocks,
            Rendering(
                value: { placeholder in
                    guard let field = plan.fields[placeholder.name] else { return "{{ \(placeholder.name) }}" }
                    let longest = field.longest.text(locale)
                    return longest.isEmpty ? field.example.text(locale) : longest
                },
                snippet: { plan.snippets[$0]?.version(locale)?.body.blocks }))
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
