import PlancDiagnostics
import PlancModel
import PlancSource
import PlancWords

enum UnusableSender: Rule {
    static let name = "unusable-sender"
    static let group = RuleGroup.reach
    static let severity = Severity.warning
    static let summary = Phrase("a sender of text messages that networks do not carry")
    static let why = Phrase(
        """
        Networks carry a name of 11 characters of the telephone alphabet (GSM-7), or a number of 15 figures. What is longer is cut off or \
        refused: the message arrives from a name that nobody knows, or not at all. It turns out when the first one is sent.
        """)

    private static func sender(_ sender: String) -> [String: String?] {
        [
            "channels.md": ExamplePlan.changing(
                "channels.md",
                """
                mail: {title: E-mail, type: email, depends-on: [mail-server], operated-by: press, two-way: true}
                text-message: {title: Text message, type: sms, depends-on: [sms-gateway], operated-by: press, sender: \(sender)}
                site: {title: Website, type: web, depends-on: [website], operated-by: press}
                """)
        ]
    }

    static let rejects = [
        Example(Phrase("A name that is too long"), sender("⟦Riverside Library⟧")),
        Example(Phrase("A letter that is not in the telephone alphabet"), sender("⟦Łódź⟧")),
        Example(Phrase("A number that is too long"), sender("⟦\"+44 7700 900001 900002\"⟧")),
    ]
    static let accepts = [
        Example(Phrase("Eleven characters"), sender("Bücherei-07")),
        Example(Phrase("A number"), sender("\"+44 7700 900 00123\"")),
    ]

    /// 3GPP TS 23.040: ten octets, of which a figure takes a half and a character seven bits; E.164 has fifteen figures.
    private static let longestName = 11
    private static let longestNumber = 15

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for channel in context.plan.channels where channel.type.value == .sms && !context.plan.isGuessed(channel) {
            guard let sender = channel.sender, let fault = fault(of: sender.value) else { continue }
            report(
                finding(
                    at: sender.span, fault,
                    help: [Phrase("write what its readers know you by, in at most 11 letters and figures")]))
        }
    }

    private static func fault(of sender: String) -> Phrase? {
        let figures = sender.count { $0.isNumber }
        if sender.allSatisfy({ $0.isNumber || "+ .-/()".contains($0) }) {
            return figures > longestNumber
                ? Phrase("the sender has {count} figures, networks carry 15", ["count": figures]) : nil
        }
        let measure = smsMeasure(sender)
        if let offender = measure.offenders.first {
            return Phrase(
                "networks do not carry '{character}' in a sender", ["character": String(offender.character)])
        }
        return measure.units > longestName
            ? Phrase("the sender has {count} characters, networks carry 11", ["count": measure.units]) : nil
    }
}
