import PlancDiagnostics

/// What the argument parser says by itself – the frame of its help, and its errors – in the language that planc speaks.
enum ParserWords {
    /// Whole phrases of help pages.
    private static let frame: [(english: String, french: String)] = [
        ("OVERVIEW: ", "EN BREF : "), ("USAGE: ", "USAGE : "), ("Usage: ", "usage : "), ("Help:  ", "aide : "),
        ("ARGUMENTS:", "ARGUMENTS :"),
        ("OPTIONS:", "OPTIONS :"), ("SUBCOMMANDS:", "COMMANDES :"), ("<subcommand>", "<commande>"),
        ("Show the version.", "Afficher la version."), ("Show help information.", "Afficher cette aide."),
        ("Show subcommand help information.", "Afficher l’aide d’une commande."),
        ("(default: ", "(par défaut : "), ("(values: ", "(valeurs : "), (" for detailed help.", " pour le détail."),
        ("  See '", "  Voir « planc"),
    ]

    /// Errors: the fixed pieces, with a `*` for what the user wrote.
    private static let errors: [(english: [String], french: [String])] = [
        (
            ["Unknown option '", "'. Did you mean '", "'?"],
            ["option inconnue « ", " » ; vouliez-vous dire « ", " » ?"]
        ),
        (["Unknown option '", "'"], ["option inconnue « ", " »"]),
        (["Missing value for '", "'"], ["il manque une valeur à « ", " »"]),
        (
            ["The option '", "' does not take any value, but '", "' was specified."],
            ["l’option « ", " » ne prend pas de valeur ; « ", " » est de trop"]
        ),
        (["Unexpected argument '", "'"], ["argument de trop : « ", " »"]),
        (["", " unexpected arguments: '", "'"], ["", " arguments de trop : « ", " »"]),
        (["Missing expected argument '", "'"], ["il manque l’argument « ", " »"]),
        (["Missing one of: '", "'"], ["il manque l’un de ceux-ci : « ", " »"]),
        (
            ["The value '", "' is invalid for '", "'. Please provide one of ", "."],
            ["la valeur « ", " » ne convient pas à « ", " » ; choisissez parmi ", ""]
        ),
        (
            ["The value '", "' is invalid for '", "'. Please provide one of the following:\n", ""],
            ["la valeur « ", " » ne convient pas à « ", " » ; choisissez parmi :\n", ""]
        ),
        (["The value '", "' is invalid for '", "': ", ""], ["la valeur « ", " » ne convient pas à « ", " » : ", ""]),
        (["The value '", "' is invalid for '", "'"], ["la valeur « ", " » ne convient pas à « ", " »"]),
        (["Missing required subcommand."], ["dites quelle commande"]),
        (["Invalid option: ", ""], ["option impossible : ", ""]),
        (
            ["Value to be set with flag '", "' had already been set with flag '", "'"],
            ["« ", " » contredit « ", " », donné avant"]
        ),
    ]

    /// A help page of the parser's, its frame in the language.
    static func help(_ page: String, _ language: Language) -> String {
        guard language == .french else { return page }
        var out = page
        for (english, french) in frame where english != "  See '" { out = out.replacing(english, with: french) }
        return closing(of: out)
    }

    /// `  See 'planc help <subcommand>' …`: quotes too.
    private static func closing(of page: String) -> String {
        page.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard line.hasPrefix("  See '"), let end = line.lastIndex(of: "'") else { return String(line) }
            let command = line[line.index(line.startIndex, offsetBy: 7)..<end]
            return "  Voir « \(command) »" + line[line.index(after: end)...]
        }.joined(separator: "\n")
    }

    /// An error of the parser's, without "Error: "; another's text as it is.
    static func error(_ text: String, _ language: Language) -> String {
        guard language == .french else { return text }
        for (english, french) in errors {
            guard let parts = parts(of: text, between: english) else { continue }
            var out = french[0]
            for (place, part) in parts.enumerated() {
                out += quotesInside(part, french: french[place]) + french[place + 1]
            }
            return out
        }
        return text
    }

    /// `'a', 'b' or 'c'` among values.
    private static func quotesInside(_ part: String, french before: String) -> String {
        guard before.hasSuffix("parmi ") else { return part }
        return part.replacing("' or '", with: "’ ou ‘").replacing("' and '", with: "’ ou ‘").replacing("'", with: "")
            .replacing("’", with: "").replacing("‘", with: "")
    }

    /// What stands between the fixed pieces of a sentence; nil when it is another sentence.
    private static func parts(of text: String, between pieces: [String]) -> [String]? {
        guard let first = pieces.first, text.hasPrefix(first) else { return nil }
        if pieces.count == 1 { return text == first ? [] : nil }
        var rest = text.dropFirst(first.count)
        var parts: [String] = []
        for (place, piece) in pieces.dropFirst().enumerated() {
            let isLast = place == pieces.count - 2
            if isLast {
                guard rest.hasSuffix(piece) else { return nil }
                parts.append(String(rest.dropLast(piece.count)))
            } else {
                guard let range = rest.firstRange(of: piece) else { return nil }
                parts.append(String(rest[..<range.lowerBound]))
                rest = rest[range.upperBound...]
            }
        }
        return parts
    }
}
