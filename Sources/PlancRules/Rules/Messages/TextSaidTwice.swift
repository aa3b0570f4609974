import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

enum TextSaidTwice: Rule {
    static let name = "text-said-twice"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "a text that says all its facts a second time, where the heading of a channel may be missing")
    static let why = Phrase(
        """
        A text for the radio without its heading '# radio' is the last paragraph of the website and of the e-mail: they say everything \
        twice, and the radio is read all of it, which takes minutes. Put the heading back, or say it once.
        """)

    private static func text(_ heading: String, _ twice: (String) -> String) -> [String: String?] {
        [
            "fields.md": ExamplePlan.changing(
                "fields.md",
                """
                street: {title: Street, type: text, example: Mill Lane, longest: Long Water Lane}
                next-time: {title: Time of the next update, type: time, example: "18:30", longest: "18:30", covers: next-update}
                phone: {title: Number for questions, type: phone, example: "+44 1632 960100", longest: "+44 1632 960100", covers: contact}
                """),
            "more-channels.md": """
            ---
            kind: channels
            channels:
              gazette: {title: Riverside FM, type: radio, depends-on: [website], operated-by: press}
            ---
            """,
            "messages/staff-closed.md": ExamplePlan.changing(
                "messages/staff-closed.md", "channels: [mail, gazette]\nsubject: The library is closed",
                text: """
                    The library at {{ street }} is closed. Stay at home. News at {{ next-time }}, questions: {{ phone }}.

                    \(heading)\(twice("Do not come to {{ street }}. Listen again at {{ next-time }} or call {{ phone }}."))
                    """),
        ]
    }

    static let rejects = [
        Example(Phrase("The heading '# radio' is gone"), text("") { "⟦\($0)⟧" })
    ]
    static let accepts = [
        Example(Phrase("A text for the radio"), text("# radio\n\n") { $0 })
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        for message in plan.messages where !plan.unread.contains(message, ["body", "channels"]) {
            // What a translation lacks is told by comparing it.
            guard let version = message.versions.first else { continue }
            let channels = message.channels.compactMap { plan.channels[$0] }.filter {
                isSpoken($0.type.value) && version.variant(for: $0) == nil
            }
            if channels.isEmpty { continue }
            let texts = [version.common] + version.variants.map(\.blocks)
            guard let (place, fields) = texts.lazy.compactMap(repetition).first,
                let channel = channels.first(where: { plan.unfitness(version, of: message, for: $0) == nil })
            else { continue }
            report(
                finding(
                    at: place,
                    Phrase(
                        "this text says {fields} for the second time, and {channel} has no text of its own",
                        ["fields": Phrase.few(fields.map { Phrase.quoting($0) }), "channel": channel.quoted]),
                    help: [
                        Phrase(
                            "if it is the text for {channel}, put the heading '# {type}' above it",
                            ["channel": channel.quoted, "type": channel.type.value.rawValue])
                    ]))
        }
    }

    private static func isSpoken(_ type: ChannelType) -> Bool {
        type.isShort || [.voice, .hotline, .radio, .display].contains(type)
    }

    /// The first paragraph with three fields or more that the text above it has all said, and these.
    private static func repetition(in blocks: [Block]) -> (place: Span, fields: [String])? {
        var said: Set<String> = []
        for block in blocks {
            var fields: [String] = []
            [block].forEachInline { inline in
                guard case .placeholder(let placeholder) = inline.content, !fields.contains(placeholder.name) else {
                    return
                }
                fields.append(placeholder.name)
            }
            if case .paragraph = block.content, fields.count > 2, fields.allSatisfy(said.contains) {
                return (block.span, fields)
            }
            said.formUnion(fields)
        }
        return nil
    }
}
