import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancMarkup
import PlancSchema
import PlancSource

struct List: RecallableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        _superCommandName: Planc.name,
        abstract: said(
            "List the things of one kind in plans, or their files."))

    enum Format: String, CaseIterable, ExpressibleByArgument { case human, json }

    @Argument(
        help: .said(
            "A kind: {names}; or files: every file below the plan, and what planc takes it for.",
            ["names": KindArgument.names.joined(separator: ", ")]
        ),
        completion: .list(KindArgument.names + ["files"]), transform: ListArgument.init(given:))
    var kind: ListArgument
    @OptionGroup var paths: PathArguments
    @Option(help: .said("How the list is shown: human or json."))
    var format: Format = .human
    @Flag(help: .said("The obligations of planc’s own library, without a plan."))
    var library = false
    @OptionGroup var language: LanguageOption
    @OptionGroup var cache: CacheOption

    func validate() throws {
        if library, kind.kind != .obligation {
            throw ValidationError(said("the library holds obligations: planc list obligation --library"))
        }
    }

    func run() throws {
        if library {
            guard let library = LibraryPlan(language.value) else { throw ExitStatus.couldNotRun.thrown }
            write(PlancDriver.list(.obligation, in: library.plan, sources: library.sources))
            return
        }
        let loaded = load(paths.paths, in: Recalling.world)
        reportProblems(loaded.problems, language: language.value)
        if let kind = kind.kind { write(kind, of: loaded) } else { writeFiles(of: loaded) }
        keepUntilExit(loaded)
        if !loaded.problems.isEmpty || loaded.plans.isEmpty {
            if loaded.plans.isEmpty { noPlan(paths.paths, language: language.value) }
            throw ExitStatus.couldNotRun.thrown
        }
    }

    /// Every file and folder of the plans, and what planc takes it for.
    private func writeFiles(of loaded: Loaded) {
        let entries = loaded.plans.flatMap(\.inventory)
        switch format {
        case .json: Terminal.write(contract(entries.map(\.json)))
        case .human:
            let width = min(60, entries.map { displayWidth(of: visible($0.path)) }.max() ?? 0)
            for entry in entries {
                let path = visible(entry.path)
                let gap = String(repeating: " ", count: max(0, width - displayWidth(of: path)))
                Terminal.write("\(path)\(gap)  \(visible(entry.words.text(language.value)))\n")
            }
        }
    }

    /// What is listed, for programs: see `list.schema.json`.
    private func contract(_ items: [JSON]) -> [UInt8] { JSON.object(["version": 1, "items": .array(items)]).bytes() }

    private func write(_ kind: EntityKind, of loaded: Loaded) {
        write(loaded.plans.compactMap(\.plan).flatMap { list(kind, in: $0, sources: loaded.sources) })
    }

    private func write(_ items: [ListedEntity]) {
        switch format {
        case .json: Terminal.write(contract(items.map(\.json)))
        case .human:
            let width = items.map { displayWidth(of: $0.id) }.max() ?? 0
            let titleWidth = min(48, items.map { displayWidth(of: visible($0.title)) }.max() ?? 0)
            for item in items {
                let id = item.id + String(repeating: " ", count: width - displayWidth(of: item.id))
                let title = visible(item.title)
                let gap = String(repeating: " ", count: max(0, titleWidth - displayWidth(of: title)))
                Terminal.write("\(id)  \(title)\(gap)  \(visible(item.path)):\(item.line)\n")
            }
        }
    }
}

/// What `planc list` lists: the things of a kind, or files.
struct ListArgument {
    /// nil for `files`.
    var kind: EntityKind?

    init(given argument: String) throws {
        if argument == "files" { return }
        guard let named = KindArgument(argument) else { throw notOneOf(argument, KindArgument.names + ["files"]) }
        kind = named.kind
    }
}

/// A kind in the singular or the plural.
struct KindArgument {
    var kind: EntityKind

    static let kinds = EntityKind.allCases.filter(\.hasID)
    static let names = kinds.map(\.registryKey)

    /// Of something new: one of its kind.
    init(given argument: String) throws {
        guard let known = Self(argument) else { throw notOneOf(argument, Self.kinds.map(\.rawValue)) }
        self = known
    }

    init?(_ argument: String) {
        // Also as people call it in their language.
        let meant = PlancDriver.kind(named: argument)
        guard
            let kind = Self.kinds.first(where: { $0.rawValue == argument || $0.registryKey == argument || $0 == meant })
        else { return nil }
        self.kind = kind
    }
}

/// Says that no plan was found.
func noPlan(_ paths: [String], language: Language) {
    let names = paths.map { visible($0) }.joined(separator: ", ")
    Terminal.writeError(
        Phrase(
            "planc: no plan in {names}: there is no plan.md\n", ["names": names]
        ).text(language))
}
