import ArgumentParser
import PlancDiagnostics
import PlancDiff
import PlancDriver
import PlancGit
import PlancModel
import PlancSource

struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        _superCommandName: Planc.name,
        abstract: said(
            "Show what changes between two git revisions or folders: findings, people, deadlines, pages."),
        discussion: said(

            """
            BASE and HEAD are git revisions, or folders when both exist on the disk. Without HEAD, the working \
            folder. BASE..HEAD compares two revisions, BASE...HEAD compares HEAD with where it left BASE, as \
            git does. Both plans are checked and every document of both is composed: 'nothing changes' means \
            that no page, no data and no finding differs. Private numbers are masked.
            """))

    enum Format: String, CaseIterable, ExpressibleByArgument { case markdown, text, json, html }

    @Argument(
        help: .said("The older state: a git revision or a folder."))
    var base: String
    @Argument(
        help: .said(
            "The newer state: a git revision or a folder (default: the files as they are)."))
    var head: String?
    @Option(help: .said("The folder of the plans, for git revisions."))
    var path = "."
    @Option(
        help: .said(
            "markdown (for a pull request), text, json or html."))
    var format: Format = .text
    @Option(
        help: .said(
            "Write into this file instead of the standard output."))
    var output: String?
    @Flag(help: .said("Write private numbers out."))
    var showPrivate = false
    @Flag(help: .said("As text: every line, also of long parts."))
    var all = false
    @Flag(help: .said("Exit with 1 when something changed."))
    var exitCode = false
    @OptionGroup var date: DateOption
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let language = language.value
        let sides: (old: PlanStates, new: PlanStates)
        do {
            sides = try await states()
        } catch let failure as Git.Failure {
            Terminal.writeError("planc: \(failure.phrase.text(language))\n")
            throw ExitStatus.couldNotRun.thrown
        }
        let diffs = planDiffs(sides.old, sides.new, language, showsPrivate: showPrivate)
        try write(diffs, language)
        keepUntilExit(sides.old)
        keepUntilExit(sides.new)
        if exitCode, diffs.contains(where: { !$0.diff.isEmpty }) { throw ExitStatus.findings.thrown }
    }

    private func states() async throws -> (PlanStates, PlanStates) {
        let world = DiskWorld()
        let day = date.asOf ?? world.today
        if world.kind(of: base) == .folder {
            guard let head, world.kind(of: head) == .folder else {
                throw ValidationError(
                    said("BASE is a folder: HEAD must be a folder too"))
            }
            return (try folderStates(base, day, world), try folderStates(head, day, world))
        }
        return try await revisionStates(day, world)
    }

    private func revisionStates(_ day: CalendarDate, _ world: DiskWorld) async throws -> (PlanStates, PlanStates) {
        // Of a path inside a plan the plan.
        let place = planFolder(holding: path, in: world) ?? path
        let isThere = world.kind(of: place) == .folder
        // A folder that is not there now may be there in the revisions: its path is taken from where planc runs.
        let git = Git(folder: isThere ? place : containingFolder(ofMissing: place, in: world))
        let folder =
            isThere
            ? RepositoryPaths(world).path(ofFolder: place)
            : try await repositoryPath(ofMissing: place, git)
        let range = try await RevisionRange(base, head, git)
        // Git reads while the other side is read and judged.
        async let older = filesOf(range.base, below: [folder], git, today: day)
        guard let head = range.head else {
            if !isThere {
                throw ValidationError(
                    Phrase(
                        "--path {path}: there is no such folder here; name one that is, or give a second revision",
                        ["path": visible(path)]
                    ).text(language.value))
            }
            var files = RepositoryPaths(world)
            let folders = files
            let new = PlanStates(
                try withoutProblems(load([place], in: world)), asOf: day, folder: folders.path(ofFolder:),
                path: { files.path(of: $0) })
            let old = try judged(try await older, folder, day)
            let root = try await git.root()
            let before = try await withFormerFolders(old, new, range.base, git, day) {
                world.kind(of: Path.join(Path.join(root, $0), "plan.md")) == .file
            }
            return (before, new)
        }
        async let newer = filesOf(head, below: [folder], git, today: day)
        let old = try judged(try await older, folder, day)
        let new = try judged(try await newer, folder, day)
        if old.states.isEmpty, new.states.isEmpty, old.unreadable.isEmpty, new.unreadable.isEmpty, !isThere {
            throw ValidationError(
                Phrase(
                    "--path {path}: neither revision has a plan there; paths are from the folder in which planc runs",
                    ["path": visible(path)]
                ).text(language.value))
        }
        func holdsPlan(_ folder: String, _ revision: String) async throws -> Bool {
            try await !filesOf(revision, below: [Path.join(folder, "plan.md")], git, today: day).files.isEmpty
        }
        let before = try await withFormerFolders(old, new, range.base, git, day) { try await holdsPlan($0, head) }
        // A folder that the newer revision does not have may have another name in it.
        let after = try await withFormerFolders(new, before, head, git, day) { try await holdsPlan($0, range.base) }
        return (before, after)
    }

    /// The states of one side, with those that are elsewhere in its revision and are plans of the other side by another folder.
    private func withFormerFolders(
        _ states: PlanStates, _ others: PlanStates, _ revision: String, _ git: Git, _ day: CalendarDate,
        isInOther: (String) async throws -> Bool
    ) async throws -> PlanStates {
        let lone = others.states.filter { other in
            !states.states.contains { $0.folder == other.folder || $0.isSamePlan(as: other) }
                && !states.unreadable.contains { $0.folder == other.folder }
        }
        if lone.isEmpty { return states }
        let whole = try judged(try await filesOf(revision, below: ["."], git, today: day), ".", day)
        var found = states
        for state in whole.states where lone.contains(where: { $0.isSamePlan(as: state) }) {
            // A plan that is still in its folder is another one, however like it the new one is.
            if states.states.contains(where: { $0.folder == state.folder }) { continue }
            if try await !isInOther(state.folder) { found.states.append(state) }
        }
        return found
    }

    /// The path from the root of the repository of a folder that is not on the disk.
    private func repositoryPath(ofMissing path: String, _ git: Git) async throws -> String {
        let above = containingFolder(ofMissing: path, in: DiskWorld())
        let known = RepositoryPaths(DiskWorld()).path(ofFolder: above)
        let below = pathBelow(above, path)
        return known == "." ? below : known + "/" + below
    }

    /// Of a folder that is compared with another: paths are those from the folder.
    private func folderStates(_ folder: String, _ day: CalendarDate, _ world: DiskWorld) throws -> PlanStates {
        PlanStates(
            try withoutProblems(load([folder], in: world)), asOf: day,
            folder: { pathBelow(folder, $0) }, path: { pathBelow(folder, $0) })
    }

    private func judged(_ world: MemoryWorld, _ folder: String, _ day: CalendarDate) throws -> PlanStates {
        // A folder that the revision does not have holds no plans.
        let paths = world.kind(of: folder) == nil ? [] : [folder]
        return PlanStates(
            try withoutProblems(load(paths, in: world)), asOf: day, folder: { $0.isEmpty ? "." : $0 }, path: { $0 })
    }

    private func withoutProblems(_ loaded: Loaded) throws -> Loaded {
        reportProblems(loaded.problems, language: language.value)
        if !loaded.problems.isEmpty { throw ExitStatus.couldNotRun.thrown }
        return loaded
    }

    /// The address of a line in the forge; of folders nobody knows what they are there.
    private func link(_ place: SourcePlace) -> String? {
        DiskWorld().kind(of: base) == .folder ? nil : Forge().link(place)
    }

    private func write(_ diffs: [(plan: String, diff: PlanDiff)], _ language: Language) throws {
        let bytes: [UInt8] =
            switch format {
            case .markdown: Array(PlanDiff.markdown(diffs, language: language, link: link).utf8)
            case .text:
                Array(
                    diffs.map { $0.diff.text(plan: $0.plan, language: language, isWhole: all) }
                        .joined(separator: "\n").utf8)
            case .json:
                JSON.object([
                    "version": 2, "plans": .array(diffs.map { $0.diff.json(plan: $0.plan, language: language) }),
                ]).bytes()
            case .html: Array(PlanDiff.html(diffs, language: language).utf8)
            }
        try deliver(bytes, to: output)
    }
}
