import ArgumentParser
import PlancDiagnostics
import PlancDriver

struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        _superCommandName: Planc.name,
        abstract: said("List every rule, one line each."))

    enum Format: String, CaseIterable, ExpressibleByArgument { case human, json }

    @Option(help: .said("How the list is shown: human or json."))
    var format: Format = .human
    @OptionGroup var language: LanguageOption

    func run() {
        switch format {
        case .human: Terminal.write(ruleList(rulesInOrder, language: language.value))
        case .json: Terminal.write(ruleListJSON(rulesInOrder, language: language.value).bytes())
        }
    }
}
