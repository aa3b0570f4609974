import PlancDiagnostics
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource

enum RepeatedUnit: Rule {
    static let name = "repeated-unit"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase("a unit behind a field whose value ends with it already")
    static let why = Phrase(
        """
        The time of a field is written out in the language of the message, `18.30 Uhr` or `18 h 30`, and a \
        value such as `1200 euros` \
        is printed as it was typed. A unit that the text says once more stands there twice: "at 18.30 Uhr Uhr". \
        Readers take it for a \
        message that nobody has read before it was sent.
        """)
    static let rejects = [
        Example(
            Phrase("a unit that the value has, and a word behind a time"),
            [
                "fields.md": ExamplePlan.changing(
                    "fields.md",
                    """
                    price: {title: Price, type: text, example: 20 euros, longest: 2000 euros}
                    phone: {title: Number for questions, type: phone, example: "+44 1632 960100", longest: "+44 1632 960100", covers: contact}
                    """),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is flooded and closed. Stay at home. A taxi costs **{{ price }}** ⟦euros⟧. News at \
                        {{ next-time }} ⟦hours⟧, questions: {{ phone }}.
                        """),
            ])
    ]
    static let accepts = [
        Example(
            Phrase("other words behind a time"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is flooded and closed. Stay at home. News at {{ next-time }} here, \
                        questions: {{ phone }} (24 hours).
                        """)
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        func check(_ body: Body) {
            body.blocks.forEachLine { inlines, _ in
                var field: String?
                inlines.forEachDeep { inline in
                    switch inline.content {
                    case .placeholder(let placeholder): field = placeholder.name
                    case .text(let words):
                        guard let name = field else { return }
                        field = nil
                        if let known = plan.fields[name],
                            let place = unit(words, inline.span, behind: known, body.locale)
                        {
                            report(finding(at: place.unit, removing: place.whole))
                        }
                    case .strong, .emphasis: break
                    default: field = nil
                    }
                }
            }
        }
        for message in plan.messages { for version in message.content.versions { check(version.body) } }
        for snippet in plan.snippets { for version in snippet.versions { check(version.body) } }
    }

    private static func finding(at unit: Span, removing place: Span) -> Finding {
        finding(
            at: unit, Phrase("the value of this field ends with it already: it would be printed twice"),
            help: [Phrase("remove it")], fixes: [Fix(Phrase("remove it"), [Fix.Edit(place, "")], isSafe: false)])
    }

    /// The unit that a text begins with, alone and with the blank before it, if the value of a field ends with it.
    private static func unit(
        _ text: String, _ span: Span, behind field: Field, _ locale: Locale
    ) -> (unit: Span, whole: Span)? {
        guard span.range.count == text.utf8.count, let first = text.first, first.isWhitespace || first.isLetter
        else { return nil }
        let blanks = text.prefix { $0.isWhitespace }
        let rest = text.dropFirst(blanks.count)
        var word = rest.prefix { $0.isLetter || "’'€%$£".contains($0) }
        while let last = word.last, "’'".contains(last) { word.removeLast() }
        if word.isEmpty { return nil }
        let plain = word.lowercased().replacing("’", with: "'")
        guard units(of: field, locale).contains(plain) else { return nil }
        let lower = Int(span.lower)
        let end = lower + blanks.utf8.count + word.utf8.count
        return (Span(span.file, lower + blanks.utf8.count, end), Span(span.file, lower, end))
    }

    /// What the values of a field end with, small.
    private static func units(of field: Field, _ locale: Locale) -> [String] {
        switch field.type.value {
        case .time, .datetime: return Language(String(locale.language))?.rules.dates.clockWords ?? []
        case .text, .number, .choice:
            return field.example.versions.compactMap { version in
                let words = version.text.value.split(whereSeparator: \.isWhitespace)
                guard words.count > 1, let last = words.last, words[words.count - 2].last?.isNumber ?? false,
                    !last.contains(where: \.isNumber)
                else { return nil }
                return last.lowercased()
            }
        case .date, .phone, .url: return []
        }
    }
}
