import ArgumentParser
import PlancDiagnostics
import PlancDiff
import PlancDriver
import PlancGit
import PlancJSON
import PlancModel
import PlancSource

struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
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
    @Flag(help: .said("Exit with 1 when something changed."))
    var exitCode = false
    @OptionGroup var date: DateOption
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let language = language.value
        let (old, new): (Loaded, Loaded)
        do {
            (old, new) = try await states()
        } catch let failure as Git.Failure {
            Terminal.complain("planc: \(failure.phrase.text(language))\n")
            throw ExitStatus.couldNotRun.thrown
        }
        let problems = old.problems + new.problems
        complain(problems, language: language)
        if !problems.isEmpty { throw ExitStatus.couldNotRun.thrown }
        let diffs = diffs(old, new, language)
        try write(diffs, language)
        if exitCode, diffs.contains(where: { !$0.diff.isEmpty }) { throw ExitStatus.findings.thrown }
    }

    private func states() async throws -> (Loaded, Loaded) {
        let world = DiskWorld()
        if world.kind(of: base) == .folder {
            guard let head, world.kind(of: head) == .folder else {
                throw ValidationError(
                    said("BASE is a folder: HEAD must be a folder too"))
            }
            return (load([base], in: world), load([head], in: world))
        }
        let git = Git(folder: path)
        let prefix = try await git.prefix()
        let range = try await RevisionRange(base, head, git)
        let old = try await loaded(range.base, git, prefix, world.today)
        guard let head = range.head else { return (old, load([path], in: world)) }
        return (old, try await loaded(head, git, prefix, world.today))
    }

    private func loaded(_ revision: String, _ git: Git, _ prefix: String, _ today: CalendarDate) async throws -> Loaded
    {
        let files = try await git.files(at: revision, below: prefix)
        return load(["."], in: MemoryWorld(files.relative(to: prefix), today: today))
    }

    /// Plans with the same folder below the paths given belong together; one plan on each side does too.
    private func diffs(_ old: Loaded, _ new: Loaded, _ language: Language) -> [(plan: String, diff: PlanDiff)] {
        let day = date.asOf ?? DiskWorld().today
        let (before, after) = (planStates(old, asOf: day), planStates(new, asOf: day))
        func name(_ state: PlanState) -> String {
            let title = state.plan.info.title.text(Locale(language.rawValue))
            return state.folder == "." ? title : "\(state.folder): \(title)"
        }
        if before.count == 1, after.count == 1 {
            return [(name(after[0]), diff(before[0], after[0]))]
        }
        var result: [(plan: String, diff: PlanDiff)] = []
        for state in after {
            let was = before.first { $0.plan.name == state.plan.name }
            result.append((name(state), was.map { diff($0, state) } ?? PlanDiff(added: state)))
        }
        for state in before where !after.contains(where: { $0.plan.name == state.plan.name }) {
            result.append((name(state), PlanDiff(removed: state)))
        }
        return result
    }

    private func diff(_ old: PlanState, _ new: PlanState) -> PlanDiff {
        PlanDiff(from: old, to: new, isReading: isRuleOfReading, showsPrivateNumbers: showPrivate)
    }

    private func write(_ diffs: [(plan: String, diff: PlanDiff)], _ language: Language) throws {
        let bytes: [UInt8] =
            switch format {
            case .markdown: Array(PlanDiff.markdown(diffs, language: language, link: Forge().link).utf8)
            case .text:
                Array(diffs.map { $0.diff.text(plan: $0.plan, language: language) }.joined(separator: "\n").utf8)
            case .json:
                JSON.object([
                    "version": 2, "plans": .array(diffs.map { $0.diff.json(plan: $0.plan, language: language) }),
                ]).bytes()
            case .html: Array(PlanDiff.html(diffs, language: language).utf8)
            }
        try deliver(bytes, to: output)
    }
}
