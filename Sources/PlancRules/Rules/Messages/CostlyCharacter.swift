import PlancCompose
import PlancDiagnostics
import PlancModel
import PlancSource
import PlancWords

enum CostlyCharacter: Rule {
    static let name = "costly-character"
    static let group = RuleGroup.messages
    static let severity = Severity.note
    static let summary = Phrase(
        "a character that doubles the price of a text message")
    static let why = Phrase(

        """
        One character outside the telephone alphabet (GSM-7) switches the whole message to another coding, \
        with 70 characters a segment in place of 160. Curly apostrophes, guillemets, dashes and some \
        accents do that; each has a plain twin.
        """)
    static let rejects = [
        Example(
            Phrase("A curly apostrophe"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "The library is closed. Please don⟦’⟧t come. Questions: {{ phone }}.")
            ])
    ]
    static let accepts = [
        Example(
            Phrase("A straight apostrophe"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: "The library is closed. Please don't come. Questions: {{ phone }}.")
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        var seen = Set<Span>()
        // What was never filled in will not be sent as it stands.
        let blanks = context.texts.blanks.map(\.span)
        for number in plan.messages.indices {
            let channels = plan.channels(plan.messages[number].channels, type: .sms)
            if channels.isEmpty { continue }
            let message = plan.messages[number]
            for channel in channels {
                for version in message.versions {
                    guard let sent = version.sentText(on: channel),
                        sent.isVariant || plan.unfitness(version, of: message, for: channel) == nil
                            || plan.isShortOnly(message)
                    else { continue }
                    let text = plan.rendering(version.body.locale, .longest, of: message)(sent.blocks)
                    var told = Set<Character>()
                    let offenders = smsMeasure(text.string).offenders
                    for offender in offenders where !told.contains(offender.character) {
                        guard let span = text.span(of: offender.range), !blanks.contains(where: { $0.contains(span) })
                        else { continue }
                        told.insert(offender.character)
                        if !seen.insert(span).inserted { continue }
                        let alike = offenders.filter { $0.twin == offender.twin && text.isWritten($0) }
                        let places = Set(alike.compactMap { text.span(of: $0.range) }.filter { $0.file == span.file })
                        report(finding(offender, span, isWritten: text.isWritten(offender), places.sorted()))
                    }
                }
            }
        }
    }

    /// - Parameter alike: where the text has this character or another with the same twin: of two quotation marks both are
    ///   replaced, and of many dots all.
    private static func finding(
        _ offender: SMSMeasure.Offender, _ span: Span, isWritten: Bool, _ alike: [Span]
    ) -> Finding {
        let shown =
            offender.character.isWhitespace
            ? Phrase("a special space") : .quoting(String(offender.character))
        var fixes: [Fix] = []
        var help: [Phrase] = []
        if let twin = offender.twin {
            let plain = twin == " " ? Phrase("a plain space") : .quoting(twin)
            help = [Phrase("write {plain}", ["plain": plain])]
            if isWritten {
                let title = Phrase("write {plain}", ["plain": plain])
                fixes = [Fix(title, alike.map { Fix.Edit($0, twin) }, isSafe: false)]
            }
        }
        let place = isWritten ? Phrase(verbatim: "") : Phrase(" in the value")
        return finding(
            at: span,
            Phrase(
                "{shown}{place} is not in the telephone alphabet: a segment then holds 70 characters, not 160",
                ["shown": shown, "place": place]
            ),
            help: help, fixes: fixes)
    }
}

extension SMSMeasure.Offender {
    /// Its bytes in the text.
    fileprivate var range: Range<Int> { offset..<offset + character.utf8.count }
}

extension MappedText {
    /// Whether an author wrote it, and no value brings it.
    fileprivate func isWritten(_ offender: SMSMeasure.Offender) -> Bool { kind(at: offender.offset) == .words }
}
