import PlancDiagnostics
import PlancModel
import PlancProse
import PlancSource

enum FixedField: Rule {
    static let name = "fixed-field"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase("a blank to fill in by hand whose value is known today")
    static let why = Phrase(

        """
        On the day, somebody types every field of a message, or writes it on the printed page: each is a \
        minute lost and a chance to mistype a number that hundreds of people will call. What the plan knows \
        – the address of a channel, the organisation's name – and what can have one value only is printed \
        by planc: write `{{ channel.ID.address }}`, `{{ plan.organisation }}`, or the words themselves.
        """)
    static let rejects = [
        Example(
            Phrase("the number of a channel, and a choice of one"),
            [
                "desk.md": """
                ---
                kind: channels
                channels:
                  desk:
                    title: Reading desk
                    type: voice
                    depends-on: [landline]
                    operated-by: press
                    address: "+44 1632 960100"
                ---
                """,
                "fields.md": ExamplePlan.changing(
                    "fields.md",
                    """
                    ⟦phone⟧: {title: Number for questions, type: phone, example: "+44 1632 960100", longest: "+44 1632 960100", covers: contact}
                    ⟦branch⟧: {title: Branch, type: choice, choices: [Riverside], example: Riverside}
                    """),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        {{ branch }} is flooded and closed. Stay at home. News at {{ next-time }}, questions: {{ phone }}.
                        """),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("a number that is decided on the day"),
            [
                "desk.md": """
                ---
                kind: channels
                channels:
                  desk:
                    title: Reading desk
                    type: voice
                    depends-on: [landline]
                    operated-by: press
                    address: "+44 1632 960177"
                ---
                """,
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is closed. Stay at home. Questions: {{ channel.desk.address }}, at night {{ phone }}. News at {{ next-time }}.
                        """),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if plan.unread.kinds.contains(.channel) { return }
        let reader = context.pointers
        for field in plan.fields where field.value.isEmpty {
            if field.type.value == .choice, field.choices.count == 1 {
                report(
                    finding(
                        at: field.nameSpan,
                        Phrase("field {name} offers one choice only", ["name": field.quoted]),
                        help: [Phrase("write the words themselves in the texts, or add a second choice")]))
                continue
            }
            guard let value = onlyValue(of: field, reader) else { continue }
            let known: (Phrase, String)
            if let id = reader.channelsByAddress[value.key]?.first, let channel = plan.channels[id] {
                known = (Phrase("the address of channel {name}", ["name": channel.quoted]), "channel.\(id).address")
            } else if value.words == plan.info.organisation.text(plan.sourceLocale) {
                known = (Phrase("the organisation's name"), "plan.organisation")
            } else {
                continue
            }
            report(
                finding(
                    at: field.nameSpan,
                    Phrase(
                        "field {name} is filled in by hand, and its value is {what}",
                        ["name": field.quoted, "what": known.0]),
                    help: [
                        Phrase(
                            "write '{{ {placeholder} }}' in the texts, and planc fills it in", ["placeholder": known.1])
                    ]))
        }
    }

    /// The one value that a field has by its example and the longest value to expect; nil where there are two.
    private static func onlyValue(of field: Field, _ reader: PointerReader) -> (words: String, key: String)? {
        let written = (field.example.versions + field.longest.versions).map(\.text.value).filter { !$0.isEmpty }
        guard let first = written.first else { return nil }
        let key = reader.key(first)
        return written.allSatisfy { reader.key($0) == key } ? (first, key) : nil
    }
}
