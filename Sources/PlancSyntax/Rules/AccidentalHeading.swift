import PlancDiagnostics
import PlancSource

public enum AccidentalHeading: RuleDescription {
    public static let name = "accidental-heading"
    public static let group = RuleGroup.reading
    public static let severity = Severity.warning
    public static let summary = Phrase(
        "a line of dashes makes a heading of the sentence above it")
    public static let why = Phrase(

        """
        Three dashes below a paragraph underline it: it becomes a heading, and in a checklist a stage of \
        its own. A line across the page needs an empty line above it. One below the words of a step, of dashes \
        or of equals signs, takes the step away: a heading has no box, no time and nobody who does it. planc \
        reads the step on, and asks you to delete the line.
        """)
    public static let rejects = [
        Example(
            Phrase("a rule below a sentence"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\n⟦Shows the way out.⟧\n---\nComes last.\n"
            ]),
        Example(
            Phrase("dashes below a step"),
            [
                "checklists/flood-more.md":
                    "---\nkind: checklist\ntitle: More\nscenarios: flood\nphase: during\n---\n\n"
                    + "- [ ] T0 @caretaker Close the main tap\n  ⟦---⟧\n"
            ]),
    ]
    public static let accepts = [
        Example(
            Phrase("an empty line between them"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nShows the way out.\n\n---\n\nComes last.\n"
            ]),
        Example(
            Phrase("an underlined title"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nOn the way out\n--------------\n\nComes last.\n"
            ]),
    ]

    /// Whether words under which dashes stand are a sentence rather than a title.
    static func isSentence(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let last = words.last else { return false }
        return words.count > 100 || ".,;:!)".utf8.contains(last)
    }

    /// A line of dashes or equals signs below the words of an item with a box.
    ///
    /// - Parameter end: where the words end.
    static func finding(ofItem underline: Span, after end: Span) -> Finding {
        var finding = finding(
            at: underline, Phrase("this line makes a heading of the step above it"),
            help: [Phrase("delete the line; a line across the page needs an empty line above it")])
        finding.severity = .error
        finding.fixes = [
            Fix(
                Phrase("delete the line"), [Fix.Edit(Span(end.file, Int(end.lower), Int(underline.upper)), "")],
                isSafe: false)
        ]
        return finding
    }

    /// `underline`: where its line of dashes begins.
    static func finding(at span: Span, underline: Span) -> Finding {
        var finding = finding(
            at: span,
            Phrase(
                "the dashes below make a heading of this sentence"),
            help: [
                Phrase(
                    "put an empty line before the dashes, or remove them")
            ])
        finding.fixes = [
            Fix(
                Phrase("put an empty line before the dashes"),
                [Fix.Edit(underline, "\n")], isSafe: false)
        ]
        return finding
    }
}
