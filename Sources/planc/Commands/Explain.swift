import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancSource

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: said(
            "Explain a rule: what it finds, why it is there, what it rejects and accepts."),
        discussion: said("Without a name, the list of rules."))

    @Argument(
        help: .said("The name of a rule, as findings show it."),
        completion: .custom { _, _, _ in allRules.map { $0.name } })
    var rule: String?
    @OptionGroup var language: LanguageOption

    func run() throws {
        guard let rule else {
            Terminal.write(ruleList(allRules, language: language.value))
            return
        }
        guard let description = allRules.first(where: { $0.name == rule }) else {
            let near = nearestName(to: rule, among: allRules.map { $0.name })
            throw ValidationError(
                Phrase("there is no rule '{rule}'{suggestion}", ["rule": rule, "suggestion": didYouMean(near)])
                    .text(language.value))
        }
        Terminal.write(rulePage(description, language: language.value))
    }
}
