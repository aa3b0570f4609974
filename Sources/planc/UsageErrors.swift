import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancSource

/// What a person reads who called planc wrongly: what is wrong, and the usage of the very command.
enum UsageErrors {
    /// A word that is no command, before the parser sees it.
    static func unknownCommand(in arguments: [String]) -> String? {
        let asked = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
        guard let word = asked.first, !word.hasPrefix("-"), word != "help" else { return nil }
        let names = Planc.configuration.subcommands.map { $0.configuration.commandName ?? "" }
        if names.contains(word) { return nil }
        let near =
            nearestName(to: word, among: names + ["help"])
            ?? LanguageRules.all.lazy.compactMap { $0.commands[word.lowercased()] }.first
        return said(
            "there is no command '{word}'{suggestion}", ["word": visible(word), "suggestion": didYouMean(near)])
            + "\n" + said("commands: ") + names.joined(separator: ", ") + "\n"
    }

    /// Options whose value is a text, which may be none: `--revision "$CI_COMMIT_SHORT_SHA"`.
    private static let textOptions: Set = ["--revision", "--found", "--title", "--name"]

    /// An argument of no characters, as an empty variable of a script gives it: it names no file and no folder.
    static func emptyArgument(in arguments: [String]) -> String? {
        // What is completed may be empty still.
        if arguments.first?.hasPrefix("---completion") == true { return nil }
        for (place, word) in arguments.enumerated() {
            if word.isEmpty {
                let before = place > 0 ? arguments[place - 1] : "planc"
                if textOptions.contains(before) { continue }
                return said("the argument after '{word}' is empty", ["word": visible(before)]) + "\n"
            }
            if word.hasPrefix("--"), word.hasSuffix("="), word.dropLast().allSatisfy({ $0 != "=" }),
                !textOptions.contains(String(word.dropLast()))
            {
                return said("the argument after '{word}' is empty", ["word": visible(word)]) + "\n"
            }
        }
        return nil
    }

    /// The error in one sentence, then the usage of the command that was wrong. `command` is known once it runs.
    static func text(of error: any Error, command: (any ParsableCommand.Type)?) -> String {
        let language = Speech.language
        let full = Planc.fullMessage(for: error)
        let message = ParserWords.error(Planc.message(for: error), language)
        var usage = full.split(separator: "\n", omittingEmptySubsequences: false).drop {
            !$0.hasPrefix("Usage:") && !$0.hasPrefix("Help:")
        }.joined(separator: "\n")
        if let command {
            let name = command.configuration.commandName ?? ""
            usage = "Usage: " + Planc.usageString(for: command) + "\n  See 'planc \(name) --help' for more information."
        }
        let lines = ParserWords.help(usage, language).replacing(
            "for more information.", with: said("for more information."))
        return "planc: \(message)\n\(hint(error, language))\(lines)\n"
    }

    /// The value that is meant, of those that the parser itself lists in its message; `suggested` of `--fix=sugested`.
    private static func nearValue(_ message: String) -> String? {
        let parts = message.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
        if message.hasPrefix("The option '--fix' does not take any value"), parts.count > 3 {
            return meantName(parts[3], among: ["safe", "suggested"]).map { "--fix=" + $0 }
        }
        guard message.hasPrefix("The value '"), message.contains("Please provide one of"), parts.count > 3 else {
            return nil
        }
        // Some stand in quotes, and many on lines of their own.
        let quoted = parts.enumerated().filter { $0.offset > 4 && $0.offset % 2 == 1 }.map(\.element)
        let lines = message.split(separator: "\n").filter { $0.hasPrefix("  - ") }.map { String($0.dropFirst(4)) }
        return meantName(parts[1], among: quoted + lines)
    }

    /// A value that is nearly one; or `planc diff A B Plans`: other commands take the folder of the plans there.
    private static func hint(_ error: any Error, _ language: Language) -> String {
        let arguments = CommandLine.arguments.dropFirst()
        let message = Planc.message(for: error)
        if let near = nearValue(message) {
            return Phrase("did you mean '{name}'?", ["name": near]).text(language) + "\n"
        }
        guard arguments.first == "diff", message.hasPrefix("Unexpected argument '"), message.hasSuffix("'") else {
            return ""
        }
        let folder = message.dropFirst("Unexpected argument '".count).dropLast()
        let phrase = Phrase(
            "the folder of the plans is an option of diff: --path {folder}", ["folder": visible(String(folder))])
        return phrase.text(language) + "\n"
    }
}
