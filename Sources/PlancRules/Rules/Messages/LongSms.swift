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
        en: "a text message of more segments than its channel allows",
        fr: "un SMS de plus de segments que son canal n’en permet")
    static let why = Phrase(
        en: """
            Each segment is paid for and may arrive alone, late or in the wrong order. A segment holds 160 \
            characters of the telephone alphabet (GSM-7), or 70 as soon as one character is outside it \
            (UCS-2). Fields are counted with their longest value.
            """,
        fr: """
            Chaque segment se paie et peut arriver seul, en retard ou dans le désordre. Un segment contient \
            160 caractères de l’alphabet des téléphones (GSM-7), ou 70 dès qu’un caractère n’en est pas \
            (UCS-2). Les champs sont comptés avec leur valeur la plus longue.
            """)
    static let rejects = [
        Example(
            Phrase(en: "Two segments", fr: "Deux segments"),
            [
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                ⟦The library is flooded and will stay closed until further notice. Please stay at home, keep your books, and do not come to the building for any reason today. News at {{ next-time }}, questions: {{ phone }}.⟧
                """
            ]),
        Example(
            Phrase(
                en: "A variant that one character makes twice as long",
                fr: "Une variante qu’un seul caractère allonge du double"),
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
            Phrase(en: "One segment", fr: "Un segment"),
            [
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                The library is flooded and closed. Please stay at home. News at {{ next-time }}, questions: {{ phone }}.
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        // A text that was not understood has no length yet.
        for number in plan.messages.indices {
            let channels = plan.channels(plan.messages[number].channels, type: .sms)
            if channels.isEmpty { continue }
            let message = plan.messages[number]
            if plan.unread.contains(message, ["body"]) { continue }
            var seen = Set<Span>()
            for channel in channels {
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
                en:
                    "one segment holds \(measure.encoding == .gsm7 ? 160 : 70) characters of \(encoding): shorten, or raise 'limit' of the channel",
                fr:
                    "un segment contient \(measure.encoding == .gsm7 ? 160 : 70) caractères de \(encoding) : abrégez, ou relevez «\u{A0}limit\u{A0}» du canal"
            )
        ]
        if let first = measure.offenders.first {
            let twin =
                first.twin.map { Phrase(en: ", write '\($0)'", fr: ", écrivez «\u{A0}\($0)\u{A0}»") }
                ?? Phrase(verbatim: "")
            help.insert(
                Phrase(
                    en:
                        "'\(first.character)' is not in the telephone alphabet and makes every character count double\(twin.english)",
                    fr:
                        "«\u{A0}\(first.character)\u{A0}» n’est pas dans l’alphabet des téléphones et fait compter double chaque caractère\(twin.french)"
                ),
                at: 0)
        }
        return finding(
            at: place,
            Phrase(
                en:
                    "this text takes \(count) segments (\(units) characters of \(encoding)), \(name.english) allows \(limit)",
                fr:
                    "ce texte prend \(count) segments (\(units) caractères de \(encoding)), \(name.french) en permet \(limit)"
            ),
            help: help)
    }
}

extension Unfitness {
    var isStructure: Bool { if case .structure = self { true } else { false } }
}
