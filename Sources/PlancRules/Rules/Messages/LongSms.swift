import PlancCompose
import PlancDiagnostics
import PlancModel
import PlancSource
import PlancWords

enum LongSms: Rule {
    static let name = "long-sms"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "a text message of more segments than its channel allows")
    static let why = Phrase(

        """
        Each segment is paid for and may arrive alone, late or in the wrong order. A segment holds 160 \
        characters of the telephone alphabet (GSM-7), or 70 as soon as one character is outside it (UCS-2). \
        Fields are counted with their longest value.
        """)
    static let rejects = [
        Example(
            Phrase("Two segments"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        ⟦The library is flooded and will stay closed until further notice. Please stay at home, keep your books, and do not come to the building for any reason today. News at {{ next-time }}, questions: {{ phone }}.⟧
                        """)
            ]),
        Example(
            Phrase(
                "A variant that one character makes twice as long"),
            [
                "messages/readers-closed.md": """
                ---
                kind: message
                title: "Readers: the library is closed"
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site, text-message]
                owner: director
                ---

                The library is closed.

                # ⟦sms⟧

                The library is flooded and closed today. Keep your books – no fines. News at {{ next-time }}.
                """
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("One segment"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is flooded and closed. Please stay at home. News at {{ next-time }}, questions: {{ phone }}.
                        """)
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        // A text that was not understood has no length yet.
        if context.hasUnknownLengths { return }
        for number in plan.messages.indices {
            let channels = plan.channels(plan.messages[number].channels, type: .sms)
            if channels.isEmpty { continue }
            let message = plan.messages[number]
            if plan.unread.contains(message, ["body"]) { continue }
            var seen = Set<Span>()
            for channel in channels where !plan.isGuessed(channel) {
                for version in message.versions {
                    guard let sent = version.sentText(on: channel), sent.isVariant || plan.isShortOnly(message),
                        sent.isVariant || plan.unfitness(version, of: message, for: channel)?.isStructure != true,
                        seen.insert(sent.place).inserted
                    else { continue }
                    guard let length = plan.length(of: sent.blocks, message, version.body.locale, on: channel),
                        case .segments(let measure) = length.unit, let limit = length.limit, length.isTooLong
                    else { continue }
                    let text = plan.rendering(version.body.locale, .longest, of: message)(sent.blocks).string
                    report(finding(sent.place, channel, text, measure, limit))
                }
            }
        }
    }

    private static func finding(
        _ place: Span, _ channel: Channel, _ text: String, _ measure: SMSMeasure, _ limit: Int
    ) -> Finding {
        let name = channel.quoted
        let (count, units, encoding) = (measure.segments, measure.units, measure.encoding.rawValue)
        var help = [
            Phrase(
                "one segment holds {gsm7} characters of {encoding}: shorten, or raise 'limit' of the channel",
                ["gsm7": measure.encoding == .gsm7 ? 160 : 70, "encoding": encoding]
            )
        ]
        help.insert(contentsOf: alphabetCause(of: text), at: 0)
        return finding(
            at: place,
            Phrase(
                "this text takes {count} segments ({units} characters of {encoding}), {name} allows {limit}",
                ["count": count, "units": units, "encoding": encoding, "name": name, "limit": limit]
            ),
            help: help)
    }
}

extension Unfitness {
    var isStructure: Bool { if case .structure = self { true } else { false } }
}
