import PlancDiagnostics
import PlancLanguages
import PlancSource

public enum TypographicQuotes: RuleDescription {
    public static let name = "typographic-quotes"
    public static let group = RuleGroup.reading
    public static let severity = Severity.warning
    public static let summary = Phrase("a value between the quotation marks of a word processor")
    public static let why = Phrase(
        """
        In front matter a value stands between straight quotation marks (`"…"`) or between none. Those that a word processor puts are characters \
        like any other: they would be printed in titles, and a kind or a name of a role between them would be none at all. planc reads the value \
        without them. Where they are meant, put straight ones around the whole.
        """)
    public static let rejects = [
        Example(
            Phrase("English ones"),
            ["roles/guide.md": "---\nkind: role\ntitle: ⟦“Guide”⟧\nholder: ada\n---\n"]),
        Example(
            Phrase("French ones, in a list"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\ndeputies: [⟦« ben »⟧]\n---\n"]),
        Example(
            Phrase("German ones, closed with a straight one"),
            ["roles/guide.md": "---\nkind: role\ntitle: ⟦„Guide\"⟧\nholder: ada\n---\n"]),
    ]
    public static let accepts = [
        Example(
            Phrase("A value that begins with a quotation and goes on, and what somebody says"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: “Guide” of the day\nduties: \"“Follow”\"\nholder: ada\n---\n",
                "roles/caller.md": "---\nkind: role\ntitle: “I clicked”\nholder: ben\n---\n",
            ])
    ]

    /// - Parameter isOneLine: whether the value is on one line, so that it can be put in quotes where it is.
    static func finding(at span: Span, inner: String, isOneLine: Bool) -> Finding {
        finding(
            at: span, Phrase("these quotation marks are part of the value"),
            help: [Phrase("write straight ones, '\"…\"', or none")],
            fixes: isOneLine
                ? [Fix(Phrase("write straight quotation marks"), [Fix.Edit(span, quoted(inner))], isSafe: true)] : [])
    }

    private static func quoted(_ text: String) -> String {
        if !text.contains("\""), !text.contains("\\") { return "\"\(text)\"" }
        return "'\(text.replacing("'", with: "''"))'"
    }
}

/// What is between typographic quotation marks that enclose the whole of a value; nil where they do not, or where one of them is inside.
func betweenTypographicQuotes(_ value: String) -> String? {
    let scalars = Array(value.unicodeScalars)
    guard let first = scalars.first, first.value >= 0x80, let closing = closingQuotes[first], let last = scalars.last,
        scalars.count > 2, closing.contains(last)
    else { return nil }
    let inside = scalars[1..<scalars.count - 1]
    let marks = closing + [first]
    let isBroken = inside.indices.contains { place in
        guard marks.contains(inside[place]) else { return false }
        // An apostrophe.
        let isBetweenLetters =
            place > 1 && place < scalars.count - 2 && scalars[place - 1].properties.isAlphabetic
            && scalars[place + 1].properties.isAlphabetic
        return !(apostrophes.contains(inside[place]) && isBetweenLetters)
    }
    if isBroken { return nil }
    var text = inside
    while let space = text.first, space.properties.isWhitespace { text.removeFirst() }
    while let space = text.last, space.properties.isWhitespace { text.removeLast() }
    var inner = String.UnicodeScalarView()
    inner.append(contentsOf: text)
    return text.isEmpty || isSpoken(String(inner)) ? nil : String(inner)
}

/// « J'ai cliqué », “We cannot log in”: what somebody says is meant as a quotation.
private func isSpoken(_ words: String) -> Bool {
    let parts = words.lowercased().split { $0.isWhitespace || "'’".contains($0) }
    return parts.count > 1 && speakers.contains(parts[0])
}

/// Of all languages: front matter is read before anybody knows which it is written in.
private let speakers = Set(LanguageRules.all.flatMap(\.speakers).map { Substring($0) })

private let apostrophes: [Unicode.Scalar] = ["’", "‘", "'"]

/// By what opens a quotation in some language, what closes it there, and what people type for it.
private let closingQuotes: [Unicode.Scalar: [Unicode.Scalar]] = [
    "«": ["»"], "»": ["«", "»"], "‹": ["›"], "›": ["‹", "›"],
    "“": ["”", "“", "\"", "″"], "”": ["”", "“", "\""], "„": ["“", "”", "‟", "\""], "‟": ["”", "\""],
    "‘": ["’", "‘", "'"], "’": ["’", "'"], "‚": ["‘", "’", "'"], "″": ["″", "\""], "＂": ["＂"],
]
