import PlancDiagnostics

/// What the argument parser says by itself – the frame of its help, and its errors – in the language that planc speaks.
enum ParserWords {
    /// Whole phrases of help pages.
    private static let frame = [
        Phrase("OVERVIEW: "), Phrase("USAGE: "), Phrase("Usage: "), Phrase("Help:  "), Phrase("ARGUMENTS:"),
        Phrase("OPTIONS:"), Phrase("SUBCOMMANDS:"), Phrase("<subcommand>"), Phrase("Show the version."),
        Phrase("Show help information."), Phrase("Show subcommand help information."),
        Phrase(" for detailed help."),
    ]

    /// What stands before the values and the default of an option: the line may break behind it.
    private static let marks = [Phrase("(default: ", context: "option"), Phrase("(values: ", context: "option")]

    /// Errors, the longer ones before those that they begin like.
    private static let errors = [
        Phrase("Unknown option '{option}'. Did you mean '{near}'?"),
        Phrase("Unknown option '{option}'"),
        Phrase("Missing value for '{option}'"),
        Phrase("The option '{option}' does not take any value, but '{value}' was specified."),
        Phrase("Unexpected argument '{argument}'"),
        Phrase("{count} unexpected arguments: '{arguments}'"),
        Phrase("Missing expected argument '{argument}'"),
        Phrase("Missing one of: '{options}'"),
        Phrase("The value '{value}' is invalid for '{option}'. Please provide one of {choices}."),
        Phrase("The value '{value}' is invalid for '{option}'. Please provide one of the following:\n{lines}"),
        Phrase("The value '{value}' is invalid for '{option}': {reason}"),
        Phrase("The value '{value}' is invalid for '{option}'"),
        Phrase("Missing required subcommand."),
        Phrase("Invalid option: {option}"),
        Phrase("Value to be set with flag '{flag}' had already been set with flag '{other}'"),
    ]

    /// A help page of the parser's, its frame in the language.
    static func help(_ page: String, _ language: Language) -> String {
        guard language != .english else { return page }
        var out = page
        for phrase in frame { out = out.replacing(phrase.english, with: phrase.text(language)) }
        // Behind the values the default has no bracket of its own.
        var parts = out.split(separator: "default:", omittingEmptySubsequences: false).map(String.init)
        let inner = marks[0].text(language).dropFirst().trimmedEnd
        for place in parts.indices.dropLast() {
            parts[place] += parts[place].trimmedEnd.hasSuffix(";") ? inner : "default:"
        }
        out = parts.joined()
        for phrase in marks { out = out.replacing(phrase.english.trimmedEnd, with: phrase.text(language).trimmedEnd) }
        return closing(of: out, language)
    }

    /// `  See 'planc help <subcommand>' …`
    private static func closing(of page: String, _ language: Language) -> String {
        page.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard line.hasPrefix("  See '"), let end = line.lastIndex(of: "'") else { return String(line) }
            let command = line[line.index(line.startIndex, offsetBy: 7)..<end]
            return Phrase("  See '{command}'", ["command": command]).text(language) + line[line.index(after: end)...]
        }.joined(separator: "\n")
    }

    /// An error of the parser's, without "Error: "; another's text as it is.
    static func error(_ text: String, _ language: Language) -> String {
        guard language != .english else { return text }
        for phrase in errors {
            guard let parts = phrase.parts(in: text) else { continue }
            return phrase.with(
                parts.map { name, value in
                    (name, name == "choices" ? choices(value) : value) as (String, any PhrasePart)
                }
            ).text(language)
        }
        return text
    }

    /// `'a', 'b' or 'c'` as a list.
    private static func choices(_ words: String) -> Phrase {
        let names = words.split(separator: "'", omittingEmptySubsequences: false).enumerated()
        return Phrase.list(names.filter { $0.offset % 2 == 1 }.map { String($0.element) }, .or)
    }
}

extension StringProtocol {
    /// Without the spaces and line breaks at its end.
    fileprivate var trimmedEnd: String {
        var rest = self[...]
        while rest.last == " " || rest.last == "\n" { rest = rest.dropLast() }
        return String(rest)
    }
}
