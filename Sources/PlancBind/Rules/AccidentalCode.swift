import PlancDiagnostics
import PlancSource

/// A text that is sent and that Markdown takes for a sample of code.
enum AccidentalCode: FormRule {
    static let name = "accidental-code"
    static let summary = Phrase("a paragraph or a field of a message that is read as a sample of code")
    static let why = Phrase(
        """
        Four spaces or a tab before a paragraph, as a word processor indents its first line, make a sample of code of it, \
        and so do backticks. In code nothing is filled in: readers would get `{{ next-time }}`, braces and all, \
        or a paragraph that is set like a program.
        """)

    static func finding(at span: Span, isFenced: Bool, replacing place: Span, by better: String) -> Finding {
        found(
            span,
            isFenced
                ? Phrase("these marks make a sample of code of the text, in which no field is filled in")
                : Phrase("the blanks before this paragraph make a sample of code of it"),
            help: [isFenced ? Phrase("remove the marks") : Phrase("remove the spaces")],
            fixes: [
                Fix(
                    isFenced ? Phrase("remove the marks") : Phrase("remove the spaces"), [Fix.Edit(place, better)],
                    isSafe: false)
            ])
    }

    /// `{{ next-time }}` between backticks.
    static func backticks(at span: Span, by better: String) -> Finding {
        found(
            span, Phrase("between backticks no field is filled in: the braces would be sent as they stand"),
            help: [Phrase("remove the backticks")],
            fixes: [Fix(Phrase("remove the backticks"), [Fix.Edit(span, better)], isSafe: false)])
    }

    private static func message(_ text: String) -> [String: String?] {
        [
            "messages/extra.md":
                "---\nkind: message\ntitle: Extra\naudiences: staff\nscenarios: flood\nphase: after\n"
                + "channels: [text-message]\nowner: director\n---\n\n" + text
        ]
    }

    static let rejects = [
        Example(
            Phrase("a first line that is indented"),
            message("Thank you all.\n\n    ⟦Questions: {{ phone }}.⟧\n")),
        Example(
            Phrase("a field in a text that is printed"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\n\nAt night:\n\n    ⟦Call {{ phone }}.⟧\n"
            ]),
        Example(
            Phrase("a field between backticks"), message("Thank you all. Questions: ⟦`{{ phone }}`⟧.\n")),
        Example(
            Phrase("a field between fences"), message("Thank you all.\n\n⟦```\nQuestions: {{ phone }}.\n```⟧\n")),
    ]
    static let accepts = [
        Example(Phrase("words between backticks"), message("Thank you all. Open `planc`. Questions: {{ phone }}.\n"))
    ]
}
