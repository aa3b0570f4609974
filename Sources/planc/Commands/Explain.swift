import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancSource

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        _superCommandName: Planc.name,
        abstract: said(
            "Explain a rule: what it finds, why it is there, what it rejects and accepts."),
        discussion: said(
            """
            Without a name, the list of rules. With --profile, what that profile asks for; and with the folder of a plan beside \
            it, what of that the plan shows, what is missing and where, and what no document shows, with a box to tick.
            """))

    enum Format: String, CaseIterable, ExpressibleByArgument { case human, json }

    @Argument(
        help: .said("The name of a rule, as findings show it; with --profile, the folder of a plan."),
        completion: .custom { _, _, _ in allRules.map { $0.name } })
    var rule: String?
    @Option(
        name: .customLong("profile"),
        help: .said(
            "Explain a profile: {names}; may be given several times.",
            ["names": ProfileName.allCases.map(\.rawValue).joined(separator: ", ")]),
        completion: .list(ProfileName.allCases.map(\.rawValue)))
    var profiles: [String] = []
    @Option(help: .said("How a plan's table is shown: human or json."))
    var format: Format = .human
    @OptionGroup var date: DateOption
    @OptionGroup var language: LanguageOption

    func validate() throws {
        for profile in profiles { try checkProfile(profile) }
    }

    func run() throws {
        let names = profiles.compactMap { ProfileName(rawValue: $0) }
        if !names.isEmpty { return try explain(names) }
        guard let rule else {
            Terminal.write(ruleList(rulesInOrder, language: language.value))
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

    /// A profile alone, or what of it a plan shows.
    private func explain(_ names: [ProfileName]) throws {
        guard let path = rule else {
            Terminal.write(profilePage(names, language: language.value))
            return
        }
        let world = DiskWorld()
        let loaded = load([path], in: world)
        reportProblems(loaded.problems, language: language.value)
        let reports = profileReports(loaded, names, asOf: date.asOf ?? world.today)
        switch format {
        case .human: Terminal.write(reports.map { $0.text(language.value) }.joined(separator: "\n"))
        case .json:
            let json = JSON.object([
                "version": 1, "profiles": .strings(profiles), "plans": .array(reports.map { $0.json(language.value) }),
            ])
            Terminal.write(json.bytes())
        }
        keepUntilExit(loaded)
        if !loaded.problems.isEmpty || reports.isEmpty {
            if reports.isEmpty { noPlan([path], language: language.value) }
            throw ExitStatus.couldNotRun.thrown
        }
    }
}
