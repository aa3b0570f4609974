import PlancDiagnostics
import PlancSource

public enum UnprintedText: RuleDescription {
    public static let name = "unprinted-text"
    public static let group = RuleGroup.reading
    public static let severity = Severity.warning
    public static let summary = Phrase(
        "text that the forge hides from its readers, and planc does not print")
    public static let why = Phrase(

        """
        Whoever wrote the words counts on somebody reading them. A footnote that nothing calls and the \
        title of a link are shown by no forge, or only under the pointer of a mouse, and are on no page. \
        Neither are the definition of a link that no link leads by, as `[Hotline]: 0800-123456` is one, cells \
        beyond the last column of a table, the asterisks around a part of a number or within a word, \
        the underscores of the name of a file, backslashes in the path of a file, a `>`, `+` or `-` that begins a line and belongs to the number \
        behind it, and \
        numbers of a list that do not follow each other.
        """)
    public static let rejects = [
        Example(
            Phrase("words on the line that opens a block of code"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\n```⟦ Call 999 first⟧\ncode\n```\n"]),
        Example(
            Phrase("a footnote that nothing calls"),
            [
                "roles/guide.md": """
                ---
                kind: role
                title: Guide
                holder: ada
                ---
                Call the insurer first.

                ⟦[^1]: Contract 4711, at night too.⟧

                """
            ]),
        Example(
            Phrase("the title of a link"),
            [
                "roles/guide.md": """
                ---
                kind: role
                title: Guide
                holder: ada
                ---
                See ⟦[the map](https://map.example "the yellow one")⟧ first.

                """
            ]),
        Example(
            Phrase("the definition of a link that no link uses"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nCall first.\n\n"
                    + "⟦[Landlord]: 0800-123456 \"at night too\"⟧\n⟦[Fire]: 112⟧\n"
            ]),
        Example(
            Phrase("a cell beyond the last column"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\n| Door | Open |\n| --- | --- |\n"
                    + "| East | no | ⟦call the porter⟧ |\n"
            ]),
        Example(
            Phrase("the asterisks of a number to dial"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nTo forward the calls, dial ⟦*21*⟧999#.\n"
            ]),
        Example(
            Phrase("the asterisks of a code that stands alone, and the underscores of the name of a file"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nDial ⟦*21*⟧ and the number, then open "
                    + "web/⟦__init__⟧.py with ⟦_K2_start_⟧.\n"
            ]),
        Example(
            Phrase("the asterisks of a password, and the backslashes of a path"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nType a⟦*b*⟧c, then open ⟦C:\\plan\\_new⟧ "
                    + "or ⟦\\\\server\\plan⟧.\n"
            ]),
        Example(
            Phrase("a sign of arithmetic at the beginning of a line"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\n⟦>⟧ 4 h: call the office.\n\n⟦-⟧ 18 °C: alarm.\n\n"
                    + "⟦+⟧ 3 people: call ben.\n"
            ]),
        Example(
            Phrase("numbers that a list does not print"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\n3. October: closed\n⟦5.⟧ October: open again\n"
            ]),
    ]
    public static let accepts = [
        Example(
            Phrase("a comment: the note for authors"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\n<!-- ask Ada about the contract -->\n\nCall first.\n"
            ]),
        Example(
            Phrase("a definition that a link leads by, and one in a sample of code"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nSee [the map].\n\n[the map]: https://map.example\n\n"
                    + "```\n[Fire]: 112\n```\n"
            ]),
        Example(
            Phrase("a part of a word in bold, paths with their backslashes, and lists of numbers"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nun**locked** *here*, _call_ *112*, __always__, "
                    + "see C:\\plan\\new, C:\\\\plan\\\\_new.\n\n"
                    + "- 3 keys\n\nThen:\n\n- 4 °C: fridge\n- 18 °C: hall\n\n> Call first.\n"
            ]),
    ]

    static func footnote(at span: Span, words: Int) -> Finding {
        finding(
            at: span,
            Phrase(
                "nothing calls this footnote, so this is on no page: {count, plural, one {# word} other {# words}}",
                ["count": words]),
            help: [
                Phrase(
                    "call it in the text, or make it a comment: <!-- … -->")
            ])
    }

    /// `| North | no | call 999 |` below a header of two columns.
    static func cell(at span: Span, words: Int) -> Finding {
        finding(
            at: span,
            Phrase(
                "the header of this table has no column for it, so this is on no page: {count, plural, one {# word} other {# words}}",
                ["count": words]),
            help: [Phrase("give the header as many cells as the rows; a '|' within a cell is written '\\|'")])
    }

    /// `[Hotline]: 0800-123456` that no link leads by.
    static func definition(at span: Span, words: Int, asWords edits: [Fix.Edit]) -> Finding {
        finding(
            at: span,
            Phrase(
                "nothing refers to this definition of a link, so this is on no page: {count, plural, one {# word} other {# words}}",
                ["count": words]),
            help: [Phrase("remove the brackets, or make it a comment: <!-- … -->")],
            fixes: [Fix(Phrase("remove the brackets"), edits, isSafe: false)])
    }

    /// `C:\plan\_new`, `\\server\plan`
    static func backslashes(at span: Span, _ edits: [Fix.Edit]) -> Finding {
        finding(
            at: span, Phrase("a backslash before another sign is not printed: this path is printed without it"),
            help: [Phrase("write two of them")],
            fixes: [Fix(Phrase("write two of them"), edits, isSafe: false)])
    }

    /// `> 4 h`, `- 18 °C`, `+ 3 people`
    static func sign(_ sign: String, at span: Span, _ edit: Fix.Edit) -> Finding {
        finding(
            at: span,
            sign == ">"
                ? Phrase("'>' makes a quotation of this line, and is not printed")
                : Phrase("'{sign}' makes a list of this line, and is not printed as a sign", ["sign": sign]),
            help: [Phrase("if it belongs to the number, write '{example}'", ["example": edit.replacement])],
            fixes: [Fix(Phrase("write '{better}'", ["better": edit.replacement]), [edit], isSafe: false)])
    }

    /// `*21*999#`, `a*b*c`: an error in a number, for another one is printed.
    static func asterisks(at span: Span, opening: Span, closing: Span, isNumber: Bool) -> Finding {
        let marks = String(repeating: "\\*", count: opening.range.count)
        var finding = finding(
            at: span, Phrase("these asterisks are read as emphasis, and are not printed"),
            help: [Phrase("write a backslash before each: '\\*'")],
            fixes: [
                Fix(
                    Phrase("write a backslash before each"), [Fix.Edit(opening, marks), Fix.Edit(closing, marks)],
                    isSafe: false)
            ])
        if isNumber { finding.severity = .error }
        return finding
    }

    /// `__init__`, `_K2_start_`
    static func underscores(at span: Span, opening: Span, closing: Span) -> Finding {
        let marks = String(repeating: "\\_", count: opening.range.count)
        return finding(
            at: span, Phrase("these underscores are read as emphasis, and are not printed"),
            help: [Phrase("write a backslash before each: '\\_'")],
            fixes: [
                Fix(
                    Phrase("write a backslash before each"), [Fix.Edit(opening, marks), Fix.Edit(closing, marks)],
                    isSafe: false)
            ])
    }

    /// `5.` behind `3.` in a list, which numbers its items by itself.
    static func number(_ written: String, at span: Span, printed: String, asWords edits: [Fix.Edit]) -> Finding {
        finding(
            at: span,
            Phrase(
                "a list numbers its items one after the other: '{written}' is printed as '{printed}'",
                ["written": written, "printed": printed]),
            help: [
                Phrase(
                    "number the items in order, or write the numbers as words, as in '{example}'",
                    ["example": "- " + written.dropLast() + "\\" + written.suffix(1) + " …"])
            ],
            fixes: [Fix(Phrase("write the numbers as words"), edits, isSafe: false)])
    }

    /// ` ``` Call 999 first`: the line that opens a block of code has room for the name of a language alone.
    static func fence(at span: Span, words: Int) -> Finding {
        finding(
            at: span,
            Phrase(
                "what stands behind the sign of a block of code is not printed: {count, plural, one {# word} other {# words}}",
                ["count": words]),
            help: [Phrase("begin a new line behind the sign")],
            fixes: [
                Fix(
                    Phrase("begin a new line"), [Fix.Edit(Span(span.file, Int(span.lower), Int(span.lower)), "\n")],
                    isSafe: false)
            ])
    }

    static func linkTitle(at span: Span, words: Int) -> Finding {
        finding(
            at: span,
            Phrase(
                "the title of a link is not printed: {count, plural, one {# word} other {# words}}", ["count": words]),
            help: [Phrase("write them in the text")])
    }
}
