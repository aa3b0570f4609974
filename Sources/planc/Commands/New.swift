import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancFiles
import PlancMarkup
import PlancSource
import PlancStarters

struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        _superCommandName: Planc.name,
        abstract: said(
            "Begin a new thing in a plan: a file of its own, or an entry in its registry."),
        discussion: said(

            """
            Keys that must be there are filled in, references with the plan's first role, channel, audience or \
            scenario: change them. 'TODO' stands where only you know what belongs there, and planc check tells it until \
            it is filled in. The rest of a registry stays as it is, byte for byte.
            """))

    @Argument(
        help: .said(
            "A kind: {kinds}.", ["kinds": KindArgument.kinds.map(\.rawValue).joined(separator: ", ")]),
        completion: .list(KindArgument.kinds.map(\.rawValue)), transform: KindArgument.init(given:))
    var kind: KindArgument
    @Argument(
        help: .said(
            "Its id: small letters, digits and single hyphens."), completion: .custom { _, _, _ in [] })
    var id: String
    @Argument(
        help: .said("The plan's folder, or anything in it."),
        completion: .directory)
    var path = "."
    @Option(
        help: .said(
            "What people call it (default: made from the id)."))
    var title: String?
    @OptionGroup var language: LanguageOption

    func run() throws {
        let language = language.value
        let world = DiskWorld()
        let loaded = load([path], in: world)
        reportProblems(loaded.problems, language: language)
        guard loaded.problems.isEmpty else { throw ExitStatus.couldNotRun.thrown }
        let folders = loaded.plans.filter { $0.plan != nil }
        guard let folder = folders.first, let plan = folder.plan else {
            noPlan([path], language: language)
            throw ExitStatus.couldNotRun.thrown
        }
        guard folders.count == 1 else {
            throw ValidationError(
                Phrase("several plans in '{path}': name one", ["path": visible(path)]).text(language))
        }
        let thing = NewThing(kind: kind.kind, id: id, title: title, today: world.today)
        do {
            let made = try thing.make(in: folder, of: plan, sources: loaded.sources, world: world)
            try Files().write(made.bytes, to: made.path, before: made.before, makingFolders: true)
            Terminal.write("\(visible(made.path))\n")
        } catch let fault as NewThing.Fault {
            throw ValidationError(fault.phrase(id).text(language))
        } catch let error as FileError {
            reportProblems([Problem(error)], language: language)
            throw ExitStatus.couldNotRun.thrown
        }
    }
}

extension NewThing.Fault {
    func phrase(_ id: String) -> Phrase {
        let id = visible(id)
        return switch self {
        case .malformedID(let likely):
            Phrase(
                "'{id}' is no id: small letters, digits and single hyphens, such as first-message", ["id": id]
            ) + (likely.map { .semicolon + Phrase("did you mean '{name}'?", ["name": $0]) } ?? Phrase(verbatim: ""))
        case .reserved(.contactSheet):
            Phrase("scenario '{id}' would have the same file as planc’s own 'contacts/{id}'", ["id": id])
        case .reserved(.device): Phrase("Windows cannot open a file called '{id}'", ["id": id])
        case .reserved(.plan):
            Phrase("a file called 'plan.md' makes its folder a plan of its own: give another id")
        case .taken(let path):
            Phrase(
                "'{id}' is there already, in {path}", ["id": id, "path": visible(path)])
        case .needs(let kind):
            Phrase(
                "the plan has no {noun} yet: begin with 'planc new {kind} ID'",
                ["noun": kind.noun, "kind": kind.rawValue])
        case .occupied(let path):
            Phrase(
                "{path} is there already and is something else", ["path": visible(path)])
        case .cannotAppend(let path):
            Phrase(
                "the entries of {path} are not written one below the other: add '{id}' by hand",
                ["path": visible(path), "id": id]
            )
        }
    }
}
