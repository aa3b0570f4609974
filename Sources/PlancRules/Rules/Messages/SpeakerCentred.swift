import PlancDiagnostics
import PlancModel
import PlancProse
import PlancWords

enum SpeakerCentred: Rule {
    static let name = "speaker-centred"
    static let group = RuleGroup.messages
    static let severity = Severity.note
    static let summary = Phrase(
        "a message about the sender's feelings and losses, or that says 'we' far more than 'you'")
    static let why = Phrase(

        """
        Readers look for themselves in the text: what it means for me, what I can do. A text about the \
        company answers questions that they did not ask.
        """)
    static let rejects = [
        Example(
            Phrase("We, we, we"),
            [
                "messages/readers-closed.md": """
                ---
                kind: message
                title: ⟦"Readers: the library is closed"⟧
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site]
                owner: press
                ---

                We have closed our library. Our building is flooded, our staff are safe, and we have called our insurer. We are pumping out our basement and we are drying our shelves.
                """
            ]),
        Example(
            Phrase("Our feelings"),
            [
                "messages/readers-closed.md": """
                ---
                kind: message
                title: "Readers: the library is closed"
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site]
                owner: press
                ---

                ⟦We are devastated by⟧ the flood. Your loans run on until the end of the month.
                """
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("We and you"),
            [
                "messages/readers-closed.md": """
                ---
                kind: message
                title: "Readers: the library is closed"
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site]
                owner: press
                ---

                We have closed our library. Our building is flooded. You can keep your books, and you will pay no fine. We will write to you. Look at our website for your loans.
                """
            ])
    ]

    /// A short text has room for little else; and the most that a good message says 'we' is four times as often as 'you' (17 to 4, the
    /// first message to customers of the example under a cyber attack, in English, where orders to the reader have no 'you').
    private static func isCentredOnSpeaker(_ measured: TextMeasures) -> Bool {
        measured.we >= 6 && measured.we > 5 * measured.you
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        reportWords(
            context, .speaker, message: { Phrase("{words} is about you, not about the reader", ["words": $0]) },
            report: report)
        let plan = context.plan
        for (number, measures) in context.measures.enumerated()
        where measures.contains(where: isCentredOnSpeaker) {
            let message = plan.messages[number]
            // The press, investors and authorities are told, not spoken to.
            let types = message.audiences.compactMap { plan.audiences[$0]?.type.value }
            guard types.contains(where: { [.customers, .public, .employees, .partners].contains($0) }) else { continue }
            for (version, measured) in zip(message.versions, measures) {
                let (we, you) = (measured.we, measured.you)
                guard isCentredOnSpeaker(measured) else { continue }
                let name = message.quoted
                report(
                    finding(
                        at: version.nameSpan,
                        Phrase(
                            "message {message} says 'we' {we} times and 'you' {you, plural, =0 {never} one {once} other {# times}}",
                            ["message": name, "we": we, "you": you]),
                        help: [
                            Phrase(
                                "say what it means for the reader and what they can do")
                        ]))
            }
        }
    }
}
