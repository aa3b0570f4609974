import PlancDiagnostics
import PlancSource

public enum MalformedDirective: RuleDescription {
    public static let name = "malformed-directive"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase("a comment that almost, but not quite, says something to planc")
    public static let why = Phrase(

        """
        A comment that begins with `planc:` tells planc what a text covers, or allows a finding. With another \
        word in front, or with the dashes of a word processor, it is a note that planc does not read – or even \
        text that is printed. planc reads it as what it looks like and asks you to write it as one.
        """)
    public static let rejects = [
        Example(
            Phrase("a letter too few, and no colon"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nShows the way out.\n\n"
                    + "⟦<!-- plan: allow hard-to-read: quoted -->⟧\n\n⟦<!-- planc covers advice -->⟧\n"
            ])
    ]
    public static let accepts = [
        Example(
            Phrase("a note to other authors"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nShows the way out.\n\n"
                    + "<!-- plan of the building: see the cover of the binder -->\n"
            ])
    ]

    /// An exception that is nearly written as one, with what it would be.
    public static func finding(at span: Span, better: String) -> Finding {
        make(
            at: span,
            Phrase("this looks like a comment to planc, and is not written as one"),
            caption: Phrase("did you mean '{better}'?", ["better": better]),
            help: [Phrase("a comment to planc begins with '<!-- planc:' and ends with '-->'")],
            fixes: [Fix(Phrase("write '{better}'", ["better": better]), [Fix.Edit(span, better)], isSafe: false)])
    }

    /// `planc: allow jargon, hard-to-read: reason`
    static func several(at span: Span, better: String) -> Finding {
        make(
            at: span, Phrase("a comment to planc allows one rule"), help: [Phrase("write a comment for each rule")],
            fixes: [Fix(Phrase("write a comment for each rule"), [Fix.Edit(span, better)], isSafe: false)])
    }

    /// A note for authors that is nearly written as a comment.
    public static func note(at span: Span, better: String?) -> Finding {
        make(
            at: span,
            Phrase("this looks like a note for authors, and is not written as a comment: it is printed and sent"),
            caption: better.map { Phrase("did you mean '{better}'?", ["better": $0]) },
            help: [Phrase("a comment begins with '<!--' and ends with '-->'")],
            fixes: better.map {
                [Fix(Phrase("write '{better}'", ["better": $0]), [Fix.Edit(span, $0)], isSafe: false)]
            } ?? [])
    }
}
