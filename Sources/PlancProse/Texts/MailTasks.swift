import PlancMarkup
import PlancModel
import PlancSource
import PlancWords

/// Finds steps that are done by e-mail without naming a channel: "Send an e-mail to all customers".
public struct MailTasks {
    private let locale: Locale
    private var reader: PlanWordReader
    /// By where the step is written: it is the same in all scenarios.
    private var known: [Span: Span?] = [:]

    public init(_ locale: Locale) {
        self.locale = locale
        reader = PlanWordReader(locale)
    }

    /// The first words of a step that say so; nil where none do, where they warn of it, and where a link or a placeholder tells what
    /// is sent and by which channel.
    public mutating func place(in step: Step) -> Span? {
        if let known = known[step.span] { return known }
        let place = place(in: step.text)
        known[step.span] = place
        return place
    }

    private mutating func place(in inlines: [Inline]) -> Span? {
        for inline in inlines {
            guard case .text(let text) = inline.content else { return nil }
            guard text.utf8.count < 1_000, Self.mayNameMail(text), !isWarning(text, locale),
                let range = reader.mail(in: text)
            else { continue }
            guard inline.span.range.count == text.utf8.count else { return inline.span }
            let lower = Int(inline.span.lower)
            return Span(inline.span.file, lower + range.lowerBound, lower + range.upperBound)
        }
        return nil
    }

    /// Whether a text has one of the letters that all words for it share: most steps have none and are not read.
    private static func mayNameMail(_ text: String) -> Bool {
        ["mail", "Mail", "MAIL", "ourriel", "OURRIEL", "mél", "Mél", "MÉL"].contains { text.contains($0) }
    }
}
