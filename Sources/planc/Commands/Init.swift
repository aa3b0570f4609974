import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancFiles
import PlancModel
import PlancSource
import PlancStarters

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        _superCommandName: Planc.name,
        abstract: said("Write a small whole plan to start from."),
        discussion: said(

            """
            On a terminal planc asks for what is not given; elsewhere it takes the folder's name, the language \
            of the environment and the trade 'office'. The people and numbers in it are invented: replace them. \
            Nothing in it is approved, tried or exercised: planc confirm records that once it is done.
            """))

    @Argument(
        help: .said(
            "The folder of the new plan: one that is not there yet, or is empty."), completion: .directory)
    var folder: String
    @Option(help: .said("The name of the organisation."))
    var name: String?
    @Option(
        help: .said(
            "The languages of the plan, the first one first: {languages}.",
            ["languages": Self.tags], takesList: true),
        completion: .list(Self.choices))
    var locale: [Names] = []
    @Option(
        help: .said(
            "What the organisation does: {allCases}.",
            ["allCases": Trade.allCases.map(\.rawValue).joined(separator: ", ")]))
    var trade: Trade?
    @OptionGroup var language: LanguageOption
    @OptionGroup var quiet: QuietOption

    /// The languages that the plan to start from exists in, each alone and in pairs.
    private static let choices: [String] = {
        let tags = StarterPlan.languages.map(\.tag)
        return tags + tags.flatMap { first in tags.filter { $0 != first }.map { "\(first),\($0)" } }
    }()
    private static var tags: Phrase { Phrase.list(StarterPlan.languages.map(\.tag)) }

    func run() throws {
        let spoken = language.value
        let world = DiskWorld()
        let plan = StarterPlan(
            name: try organisation(spoken, world), locales: try locales(spoken), trade: try chosenTrade(spoken),
            today: world.today)
        let files = plan.files
        do {
            // The last file is the one that makes a plan of the folder.
            try Files().writeNewFolder(
                files.filter { $0.path != "plan.md" } + files.filter { $0.path == "plan.md" }, at: folder)
        } catch  where error.path == folder && error.reason == .exists {
            throw ValidationError(
                Phrase("'{folder}' is there and is not an empty folder", ["folder": visible(folder)]).text(spoken))
        } catch {
            reportProblems([Problem(error)], language: spoken)
            throw ExitStatus.couldNotRun.thrown
        }
        quiet.say(
            Phrase("{count} files written. Next:\n", ["count": files.count]).text(spoken))
        quiet.say("  planc check \(shellWord(folder))\n  planc build \(shellWord(folder))\n")
    }

    private func organisation(_ language: Language, _ world: DiskWorld) throws -> String {
        func read(_ given: String) throws -> String {
            let name = oneLine(given)
            guard !name.isEmpty, name.utf8.count <= 200 else {
                throw ValidationError(
                    Phrase("the name must be between 1 and 200 bytes of visible text").text(language))
            }
            return name
        }
        if let name { return try read(name) }
        let folder = folderName(world)
        return try ask(Phrase("Name of the organisation").text(language), default: folder, read) ?? read(folder)
    }

    private func folderName(_ world: DiskWorld) -> String {
        let path = world.realPath(folder) ?? folder
        return path.split(separator: "/").last.map(String.init) ?? "Plan"
    }

    private func locales(_ language: Language) throws -> [Locale] {
        let own = language.tag
        func read(_ names: [String]) throws -> [Locale] {
            var locales: [Locale] = []
            for name in names {
                guard let known = StarterPlan.languages.first(where: { $0.tag == oneLine(name) }) else {
                    throw ValidationError(
                        Phrase(
                            "the plan to start from exists in {languages}, not in '{name}'",
                            ["languages": Self.tags, "name": visible(name)]
                        ).text(language))
                }
                if !locales.contains(known) { locales.append(known) }
            }
            guard !locales.isEmpty else {
                throw ValidationError(
                    Phrase("give a language, or several parted by commas: {languages}", ["languages": Self.tags])
                        .text(language))
            }
            return locales
        }
        if let given = locale.given { return try read(given) }
        let question =
            Phrase("Languages of the plan, parted by commas ({languages})", ["languages": Self.tags]).text(language)
        return try ask(question, default: own) { try read($0.split(separator: ",").map(String.init)) } ?? read([own])
    }

    private func chosenTrade(_ language: Language) throws -> Trade {
        if let trade { return trade }
        let choices = Trade.allCases.map { "\($0.rawValue) (\($0.title.text(language)))" }.joined(separator: ", ")
        let question = (Phrase("Trade: ").text(language)) + choices
        return try ask(question, default: Trade.office.rawValue) { answer in
            let word = oneLine(answer).lowercased()
            let known = Trade.allCases.first { $0.rawValue == word || $0.title.text(language).lowercased() == word }
            guard let known else {
                throw ValidationError(
                    Phrase("unknown trade '{word}'", ["word": visible(word)]).text(language))
            }
            return known
        } ?? .office
    }

    /// The answer of whoever sits at the terminal, the default for an empty one; asked for again as long as it cannot be read. nil when
    /// nobody can be asked.
    private func ask<Answer>(
        _ question: String, default value: String, _ read: (String) throws -> Answer
    ) throws -> Answer? {
        guard Terminal.isInteractive else { return nil }
        while true {
            Terminal.writeError("\(question) [\(visible(value))]: ")
            let line = readLine()
            do {
                return try read(line.flatMap { oneLine($0).isEmpty ? nil : $0 } ?? value)
            } catch let error as ValidationError where line != nil {
                Terminal.writeError("\(error.message)\n")
            }
        }
    }
}

extension Trade: ExpressibleByArgument {}
