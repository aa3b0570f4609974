import PlancDiagnostics
import PlancSource

/// Words that almost are a link: in a step, the message would not be sent by it.
enum MalformedLink: FormRule {
    static let name = "malformed-link"
    static let summary = Phrase(
        "words that are almost, but not quite, written as a link")
    static let why = Phrase(

        """
        A link is written '[words](path.md)', without a space between the brackets. In a step, a link says \
        which message is sent: with a bracket missing it is printed as it stands, and nobody is asked to \
        send anything.
        """)

    /// - Parameter better: the link as it should be written, where that is known.
    static func finding(at span: Span, better: String?) -> Finding {
        found(
            span,
            Phrase(
                "this looks like a link, and is not written as one"),
            caption: better.map(Say.didYouMean),
            help: [
                Phrase(
                    "write '[words](path.md)', with nothing between ']' and '('")
            ],
            fixes: better.map { [Say.replace(span, by: $0)] } ?? [])
    }

    /// Words in brackets that lead nowhere.
    ///
    /// - Parameter better: the link to what the words name, where that is known.
    static func withoutPath(at span: Span, better: String?) -> Finding {
        var finding = found(
            span,
            Phrase(
                "words in brackets are a link only when '(path.md)' follows"),
            help: [
                Phrase(
                    "add the path of the message or list, or remove the brackets; '\\[' stands for a bracket as such"
                )
            ],
            fixes: better.map { [Say.replace(span, by: $0)] } ?? [])
        finding.caption = better.map(Say.didYouMean)
        finding.severity = .warning
        return finding
    }

    /// `[^1]` without its note.
    static func footnote(at span: Span, _ mark: String) -> Finding {
        var finding = found(
            span,
            Phrase("this footnote has no note, so its mark is printed as it stands"),
            help: [Phrase("write the note on a line of its own: '{mark}: …'", ["mark": mark])])
        finding.severity = .warning
        return finding
    }

    private static func list(_ step: String) -> [String: String?] {
        [
            "checklists/flood-more.md":
                "---\nkind: checklist\ntitle: More\nscenarios: flood\nphase: during\n---\n\n" + step
        ]
    }

    static let rejects = [
        Example(
            Phrase("a space between the brackets"),
            list("- [ ] T+30min @director ⟦[Tell the staff] (../messages/staff-closed.md)⟧\n")),
        Example(
            Phrase("a bracket is missing"),
            list("- [ ] T+30min @director ⟦[Tell the staff](../messages/staff-closed.md⟧\n")),
    ]
    static let accepts = [
        Example(
            Phrase("a link"),
            list("- [ ] T+30min @director [Tell the staff](../messages/staff-closed.md)\n"))
    ]
}
