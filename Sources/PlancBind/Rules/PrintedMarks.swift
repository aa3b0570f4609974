import PlancDiagnostics
import PlancMarkup
import PlancSource

/// Marks of a text in a value of front matter, which is printed as it is written.
enum PrintedMarks: FormRule {
    static let name = "printed-marks"
    static let severity = Severity.warning
    static let summary = Phrase("marks of Markdown, braces or a comment in a value that is printed as it is written")
    static let why = Phrase(
        """
        The text below the front matter is read: `**` makes it bold, `{{ … }}` is filled in, a comment is for authors alone. A value of the \
        front matter is printed letter by letter. Its reader sees braces where a name should be, and the comment that was meant for \
        nobody else. Only `subject`, `duties` and the `text` of an inject are filled in.
        """)

    static func finding(placeholder span: Span) -> Finding {
        finding(
            at: span, Phrase("these braces are printed as they are: nothing is filled in here"),
            help: [Phrase("write the words themselves, or move the sentence into the text below")])
    }

    static func finding(snippet span: Span) -> Finding {
        finding(
            at: span, Phrase("these braces are printed as they are: only fields are filled in here, and no snippets"),
            help: [Phrase("write the words themselves, or move the sentence into the text below")])
    }

    static func finding(comment span: Span, removing place: Span) -> Finding {
        finding(
            at: span, Phrase("this comment is printed: a value of the front matter has none"),
            help: [Phrase("write it behind '#', on a line of its own")],
            fixes: [Fix(Phrase("remove the comment"), [Fix.Edit(place, "")], isSafe: false)])
    }

    static func finding(strong span: Span, words: String) -> Finding {
        finding(
            at: span, Phrase("'**' is printed as it is: a value of the front matter is not read as Markdown"),
            help: [Phrase("write the words without the marks")], fixes: [Say.replace(span, by: words)])
    }

    static func finding(crossedOut span: Span, words: String) -> Finding {
        finding(
            at: span, Phrase("'~~' is printed as it is: a value of the front matter is not read as Markdown"),
            help: [Phrase("remove what is crossed out, or write the words without the marks")],
            fixes: [Say.replace(span, by: words)])
    }

    /// - Parameter edits: the tags of the value, with what stands in place of each.
    static func finding(tag span: Span, removing edits: [(Span, String)]) -> Finding {
        finding(
            at: span, Phrase("this tag is printed as it is: a value of the front matter is not read as HTML"),
            help: [Phrase("write the words without the tags")],
            fixes: [Fix(Phrase("remove the tags"), edits.map { Fix.Edit($0.0, $0.1) }, isSafe: false)])
    }

    static func finding(sign span: Span) -> Finding {
        finding(
            at: span, Phrase("this is printed as it is: a value of the front matter is not read as HTML"),
            help: [Phrase("write the sign itself")])
    }

    static func finding(link span: Span, words: String) -> Finding {
        finding(
            at: span, Phrase("this link is printed as it is: a value of the front matter is not read as Markdown"),
            help: [Phrase("write the words without the marks, and the link in the text below")],
            fixes: [Say.replace(span, by: words)])
    }

    private static func scenario(_ end: String) -> [String: String?] {
        [
            "scenarios.md": ExamplePlan.changing(
                "scenarios.md",
                """
                flood:
                  title: Flood
                  disables: [mail-server]
                  affects: [readers, staff]
                  activated-by: director
                  ends-when: "\(end)"
                """)
        ]
    }

    private static func roles(_ duties: String) -> [String: String?] {
        ["roles.md": ExamplePlan.changing("roles.md", "guide: {title: Guide, holder: ada, duties: \"\(duties)\"}")]
    }

    static let rejects: [Example] = [
        Example(Phrase("a name in braces"), scenario("⟦{{ role.director.name }}⟧ says so.")),
        Example(Phrase("bold words and a link"), scenario("The cellar is ⟦**dry**⟧, see ⟦[the map](map.md)⟧.")),
        Example(Phrase("tags"), roles("Opens the ⟦<b>⟧front</b> doors.")),
        Example(Phrase("a sign that is spelled out"), roles("Opens the caf⟦&eacute;⟧.")),
        Example(Phrase("a comment"), roles("Opens the doors ⟦<!-- ask Ben for the key -->⟧ at nine.")),
    ]
    static let accepts: [Example] = [
        Example(Phrase("smaller than, and a company"), roles("Calls Smith & Sons; if x < 3, <b@example.org>.")),
        Example(Phrase("words"), scenario("The cellar is dry [measured twice], and 2 ** 3 is 8.")),
        Example(Phrase("what a role does is filled in"), roles("Rings {{ role.press.phone }} first.")),
    ]
}
