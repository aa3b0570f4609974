import PlancDiagnostics
import PlancSource

public enum CutValue: RuleDescription {
    public static let name = "cut-value"
    public static let group = RuleGroup.reading
    public static let severity = Severity.warning
    public static let summary = Phrase(
        "a `#` cuts a value short, or turns a key into a comment")
    public static let why = Phrase(

        """
        In front matter, a `#` after a space begins a comment: of `title: Building #3, staff` only \
        "Building" is read, and a line that begins with `#` is not read at all. Put a value that holds a \
        `#` between double quotes. If a comment is meant, put a space after the `#`.
        """)
    public static let rejects = [
        Example(
            Phrase("a number sign in a title"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide, building ⟦#3, staff⟧\nholder: ada\n---\n"]),
        Example(
            Phrase("a number behind its sign"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide of building ⟦# 3⟧\nholder: ada\n---\n"]),
        Example(
            Phrase("the number of a contract"),
            ["people.md": "---\nkind: people\npeople:\n  ada:\n    name: Ada\n    contract: Policy ⟦# 4471⟧\n---\n"]),
        Example(
            Phrase("a key that is a comment"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n⟦#deputies:⟧ [ben]\n---\n"]),
    ]
    public static let accepts = [
        Example(
            Phrase("a value in quotes, and comments"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: \"Guide, building #3\" # the new one\n# deputies: see the rota\nholder: ada\n---\n"
            ])
    ]

    /// - Parameter quoted: the value in quotes, and the place of what it replaces.
    static func finding(at span: Span, words: String, quoted: Fix.Edit?) -> Finding {
        make(
            at: span,
            Phrase(
                "the value ends before '{words}': '#' begins a comment", ["words": words]),
            caption: Phrase("not read", context: "CutValue"),
            help: [
                Phrase(
                    "put the whole value in double quotes; for a comment, put a space after '#'"
                )
            ],
            fixes: quoted.map {
                [
                    Fix(
                        Phrase("put the value in quotes"), [$0],
                        isSafe: false)
                ]
            } ?? [])
    }

    /// `contract # 4711`: a number behind words that seems to belong to them.
    static func finding(at span: Span, number words: String, quoted: Fix.Edit?) -> Finding {
        var finding = finding(at: span, words: words, quoted: quoted)
        finding.help = [Phrase("put the whole value in double quotes; a comment begins with a word, not with a number")]
        return finding
    }

    /// `sheet # (in the safe)`: what nobody begins a comment with.
    static func finding(at span: Span, noComment words: String, quoted: Fix.Edit?) -> Finding {
        var finding = finding(at: span, words: words, quoted: quoted)
        finding.help = [Phrase("put the value in double quotes")]
        return finding
    }

    /// `https://example.org/news #top`: a part of an address.
    static func finding(at span: Span, ofAddress words: String, gap: Span) -> Finding {
        make(
            at: span, Phrase("the value ends before '{words}': '#' begins a comment", ["words": words]),
            caption: Phrase("not read", context: "CutValue"),
            help: [Phrase("remove the space before it; if it is meant as a comment, put a space after '#'")],
            fixes: [Fix(Phrase("remove the space"), [Fix.Edit(gap, "")], isSafe: false)])
    }

    /// `depends-on: #[tool]`: the whole of a list, a map or a value in quotes.
    static func finding(at span: Span, whole words: String) -> Finding {
        make(
            at: span,
            Phrase("the value ends before '{words}': '#' begins a comment", ["words": words]),
            caption: Phrase("not read", context: "CutValue"),
            help: [Phrase("remove the '#'; if it is meant as a comment, put a space after it")],
            fixes: [removal(of: span)])
    }

    /// Takes the `#` at the beginning of a place away.
    private static func removal(of span: Span) -> Fix {
        Fix(
            Phrase("remove the '#'"), [Fix.Edit(Span(span.file, Int(span.lower), Int(span.lower) + 1), "")],
            isSafe: false)
    }

    static func finding(at span: Span, key: String) -> Finding {
        make(
            at: span,
            Phrase(
                "this line is a comment, so '{key}' is not read", ["key": key]),
            help: [
                Phrase(
                    "remove the '#'; if it is meant as a comment, put a space after it")
            ],
            fixes: [removal(of: span)])
    }
}
