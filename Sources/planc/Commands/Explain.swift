import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancSource

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: said(
            "Explain a rule: what it finds, why it is there, what it rejects and accepts.",
            "Expliquer une règle : ce qu’elle trouve, pourquoi, ce qu’elle refuse et accepte."),
        discussion: said("Without a name, the list of rules.", "Sans nom, la liste des règles."))

    @Argument(
        help: .said("The name of a rule, as findings show it.", "Le nom d’une règle, tel qu’un constat le montre."),
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
