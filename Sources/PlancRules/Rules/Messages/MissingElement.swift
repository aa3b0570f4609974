import PlancDiagnostics
import PlancModel
import PlancProse

enum MissingElement: Rule {
    static let name = "missing-element"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "what the reader needs to know and the message does not say")
    static let why = Phrase(

        """
        Readers of a crisis message ask the same things: what happened, what you do not know yet, what you \
        do, what they can do, when they will hear more and whom to ask. What is missing they make up, or \
        ask the press. What is asked depends on the phase and the audience; an obligation adds what its law \
        asks. A message says it under a heading or behind a label in bold or in capitals, through a field or \
        a snippet that covers it, or where a mark says so; a heading with nothing under it says nothing. A translation says what its source says where it \
        has the same part.
        """)
    static let rejects = [
        Example(
            Phrase(
                "Readers are not told what they can do"),
            [
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md",
                    """
                    title: ⟦Where our news will be⟧
                    subject: News
                    """, text: "Your questions: {{ phone }}.")
            ]),
        Example(
            Phrase("The heading is there, and nothing under it"),
            [
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md",
                    """
                    title: ⟦Where our news will be⟧
                    subject: News
                    """,
                    text: """
                        ## What you can do

                        ## Your questions

                        Call {{ phone }}.
                        """)
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("A heading and a field tell it"),
            [
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md", "subject: News",
                    text: """
                        ## What you can do

                        Look at our website. Your questions: {{ phone }}.
                        """)
            ]),
        Example(
            Phrase("A label tells it"),
            [
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md", "subject: News",
                    text: """
                        **What you can do:** look at our website.

                        CONTACT: {{ phone }}.
                        """)
            ]),
        Example(
            Phrase("A mark tells it"),
            [
                "messages/ready.md": ExamplePlan.changing(
                    "messages/ready.md", "subject: News",
                    text: """
                        Look at our website. Your questions: {{ phone }}.

                        <!-- planc: covers advice -->
                        """)
            ]),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        var reader = ElementReader(plan)
        for (number, message) in plan.messages.enumerated() {
            guard let version = message.versions.first, !context.mayTellMore(message), !isUnwritten(version.body) else {
                continue
            }
            let told = context.elementsTold[number]
            for asked in plan.elementsAsked(of: message) where !asked.isTold(by: told) {
                // A reply without thanks is a cold reply.
                if message.inReplyTo != nil, asked.element == .thanks { continue }
                report(finding(message, asked, version, plan))
            }
            for translation in message.versions.dropFirst() {
                if context.brokenFiles.contains(translation.body.file) || !translation.body.isPrinted { continue }
                let here = reader.elementsTold(by: translation, of: message)
                for asked in plan.elementsAsked(of: message) where asked.isTold(by: told) && !asked.isTold(by: here) {
                    report(finding(message, asked, translation, plan, isTranslation: true))
                }
            }
        }
    }

    /// Whether nothing but a blank stands for the text, which is told as such.
    private static func isUnwritten(_ body: Body) -> Bool {
        guard body.blocks.count == 1, case .paragraph(let words)? = body.blocks.first?.content else { return false }
        return Placeholders.isTask(words.plainText)
    }

    private static func finding(
        _ message: Message, _ asked: RequiredElement, _ version: Message.Version, _ plan: Plan,
        isTranslation: Bool = false
    ) -> Finding {
        let element = asked.element
        let locale = version.body.locale
        let (name, missed) = (message.quoted, element.missed)
        var whom = Phrase(verbatim: "")
        if let audience = asked.audience {
            let reader = plan.audiences[audience].quoted
            whom = Phrase(" (for {reader})", ["reader": reader])
        } else if let obligation = asked.obligation {
            let duty = plan.obligations[obligation].quoted
            whom = Phrase(" (asked by {duty})", ["duty": duty])
        }
        let sentence = element.sentence(locale)
        return finding(
            at: isTranslation ? version.nameSpan : message.nameSpan,
            isTranslation
                ? Phrase(
                    "the {language} text of message {name} does not {missed}{whom}",
                    ["language": locale.title, "name": name, "missed": missed, "whom": whom])
                : Phrase("message {name} does not {missed}{whom}", ["name": name, "missed": missed, "whom": whom]),
            help: [
                Phrase(
                    "a sentence to start from: '{sentence}'", ["sentence": sentence]),
                element.howTold,
            ])
    }
}
