import ArgumentParser
import PlancDiagnostics

/// The language that planc speaks in this run. It is known before arguments are parsed, so that help and the parser's own errors
/// are in it too.
enum Speech {
    /// What `--lang` asks for, else what the environment says.
    static let language = asked(in: CommandLine.arguments) ?? Terminal.language

    private static func asked(in arguments: [String]) -> Language? {
        var language: Language?
        for (place, argument) in arguments.enumerated() {
            if argument == "--" { break }
            if argument.hasPrefix("--lang=") {
                language = Language(rawValue: String(argument.dropFirst("--lang=".count))) ?? language
            } else if argument == "--lang", arguments.indices.contains(place + 1) {
                language = Language(rawValue: arguments[place + 1]) ?? language
            }
        }
        return language
    }
}

/// One sentence of the command line, in the language that planc speaks.
func said(_ english: Phrase.Template, _ parts: KeyValuePairs<String, any PhrasePart> = [:]) -> String {
    Phrase(english, parts).text(Speech.language)
}

extension ArgumentHelp {
    /// - Parameter takesList: the option is a `ListedOption`: how several values are given is said as well.
    static func said(
        _ english: Phrase.Template, _ parts: KeyValuePairs<String, any PhrasePart> = [:], takesList: Bool = false
    ) -> ArgumentHelp {
        var words = Phrase(english, parts).text(Speech.language)
        if takesList {
            let several = Phrase("Several are parted by commas, or the option is given again.")
            words += " " + several.text(Speech.language)
        }
        return ArgumentHelp(words)
    }
}
