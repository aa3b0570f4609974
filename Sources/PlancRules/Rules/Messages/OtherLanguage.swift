import PlancDiagnostics
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancProse
import PlancSource

enum OtherLanguage: Rule {
    static let name = "other-language"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase("a paragraph in another language than the text it is in")
    static let why = Phrase(
        """
        A paragraph that was pasted from another text is sent as it is, to readers who do not understand it, and nobody notices before \
        they do. planc recognises the languages that it knows by their small words, in paragraphs and steps of a sentence or more. A text \
        that is written in two languages throughout is left alone.
        """)
    private static let french =
        "Nous avons découvert ce matin que la cave est sous l’eau, et nous travaillons pour vous avec les pompiers."
    static let rejects = [
        Example(
            Phrase("French in an English message"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is flooded and closed. We do not know for how long yet. Please stay at home.

                        ⟦\(french)⟧

                        The evening class is put off, and the reading room of the old school is open to all of you from Monday.

                        News at {{ next-time }}, on our website. Questions: {{ phone }}.
                        """)
            ]),
        Example(
            Phrase("German in an English step"),
            [
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Switch off the power in the basement
                        - [ ] ⟦T+20min @press Rufen Sie die Nachbarn an und sagen Sie ihnen, dass der Keller nicht mit Strom versorgt wird⟧
                        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
                        - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                        - [ ] T+2h @caretaker Look at the river with the people of the bridge, and tell the director how high it is
                        """)
            ]),
        Example(
            Phrase("A sentence that was left when the others were translated"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "locales: [en, fr]"),
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is flooded and closed, and we do not know for how long. Please stay at home with your families. ⟦Nous vous dirons demain où travailler et comment.⟧ News at {{ next-time }}. Questions: {{ phone }}.
                        """),
                "messages/staff-closed.fr.md": """
                ---
                kind: message
                title: "Personnel : la bibliothèque est fermée"
                ---

                La bibliothèque est inondée et fermée, et nous ne savons pas pour combien de temps. Restez chez vous avec vos familles. Nous vous dirons demain où travailler et comment. Nouvelles : {{ next-time }}. Questions : {{ phone }}.
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("A message in two languages"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is flooded and closed. We do not know for how long yet. Please stay at home. News at {{ next-time }}. Questions: {{ phone }}.

                        La bibliothèque est inondée et fermée. Nous ne savons pas pour combien de temps. Restez chez vous. Nouvelles : {{ next-time }}. Questions : {{ phone }}.
                        """)
            ]),
        Example(
            Phrase("Names and a quotation"),
            [
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    text: """
                        The library is flooded and closed. We do not know for how long yet. Please stay at home. The film “La vie est à nous” is put off. News at {{ next-time }}. Questions: {{ phone }}.
                        """)
            ]),
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        // Which languages the plan has was not understood, and has been reported.
        let unread = context.plan.unread
        if unread.kinds.contains(.plan)
            || unread.keys.contains(where: { $0.key.kind == .plan && $0.value.contains("locales") })
        {
            return
        }
        for text in context.plan.translatedTexts {
            for body in text.bodies where !context.brokenFiles.contains(body.file) {
                guard let own = Language(body.locale.language) else { continue }
                var words = (all: 0, others: 0)
                var others: [(span: Span, language: Language)] = []
                eachPassage(of: body.blocks) { inlines in
                    guard let first = inlines.first, let last = inlines.last else { return }
                    var recognised = LanguageRecognition()
                    for inline in inlines { recognised.read(inline) }
                    words.all += recognised.words
                    guard let language = recognised.clear, language != own else {
                        if recognised.hasOther(than: own) {
                            others += sentences(in: inlines, not: own, context.plan.locales)
                        }
                        return
                    }
                    words.others += recognised.words
                    others.append((first.span.union(last.span), language))
                }
                // About half of a text in another language is meant.
                if words.others * 5 >= words.all * 2, words.others * 4 <= words.all * 3 { continue }
                for (span, language) in others.prefix(3) { report(finding(at: span, language, own)) }
            }
        }
    }

    /// Sentences in another language of the plan, which were left when the others were translated; quotations are none.
    private static func sentences(
        in inlines: [Inline], not own: Language, _ locales: [Locale]
    ) -> [(span: Span, language: Language)] {
        PlancProse.sentences(in: inlines).compactMap { sentence in
            guard let span = sentence.span, !sentence.isQuoted else { return nil }
            var recognised = LanguageRecognition()
            recognised.read(sentence.words)
            guard let language = recognised.clear, language != own,
                locales.contains(where: { $0.language == language.tag })
            else { return nil }
            return (span, language)
        }
    }

    private static func finding(at span: Span, _ language: Language, _ own: Language) -> Finding {
        finding(
            at: span,
            Phrase(
                "this is in {other}, and the text around it is in {own}",
                ["other": Language.name(of: language.tag), "own": Language.name(of: own.tag)]),
            help: [Phrase("translate it, or move it to the file of its language")])
    }

    private static func eachPassage(of blocks: [Block], _ read: ([Inline]) -> Void) {
        for block in blocks {
            switch block.content {
            case .paragraph(let inlines): read(inlines)
            case .list(let list): for item in list.items { eachPassage(of: item.blocks, read) }
            case .alert(_, let children): eachPassage(of: children, read)
            case .table(let table): for row in table.rows { for cell in row { read(cell.inlines) } }
            default: break
            }
        }
    }
}

extension LanguageRecognition {
    /// Counts the words of an inline; code, names of fields and crossed-out words are no text.
    fileprivate mutating func read(_ inline: Inline) {
        switch inline.content {
        case .text(let words): read(words)
        case .emphasis(let children), .strong(let children): for child in children { read(child) }
        case .link(let link): for child in link.children { read(child) }
        default: break
        }
    }
}
