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
        abstract: "Tell what changed in meaning between two git revisions or folders.",
        discussion: """
            BASE and HEAD are git revisions, or folders when both exist on the disk. Without HEAD, the working folder. \
            What did not change is not said; private numbers are masked.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case markdown, text, json, html }

    @Argument(help: "The older state: a git revision or a folder.")
    var base: String
    @Argument(help: "The newer state: a git revision or a folder (default: the files as they are).")
    var head: String?
    @Option(help: "The folder of the plans, for git revisions.")
    var path = "."
    @Option(help: "markdown (for a pull request), text, json or html.")
    var format: Format = .text
    @Option(help: "Write into this file instead of the standard output.")
    var output: String?
    @Flag(help: "Write private numbers out.")
    var showPrivate = false
    @Flag(help: "Exit with 1 when something changed.")
    var exitCode = false
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let language = language.value
        let (old, new): (Loaded, Loaded)
        do {
            (old, new) = try await states()
        } catch let failure as Git.Failure {
            Terminal.complain("planc: \(visible(failure.message))\n")
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
                throw ValidationError("BASE is a folder: HEAD must be a folder too")
            }
            return (load([base], in: world), load([head], in: world))
        }
        let git = Git(folder: path)
        let prefix = try await git.prefix()
        let old = try await loaded(base, git, prefix, world.today)
        guard let head else { return (old, load([path], in: world)) }
        return (old, try await loaded(head, git, prefix, world.today))
    }

    private func loaded(_ revision: String, _ git: Git, _ prefix: String, _ today: CalendarDate) async throws -> Loaded
    {
        let files = try await git.files(at: revision, below: prefix)
        let world = MemoryWorld(
            Dictionary(
                files.map { (String($0.path.dropFirst(prefix.count)), $0.bytes) },
                uniquingKeysWith: { first, _ in first }),
            today: today)
        return load(["."], in: world)
    }

    /// Plans with the same folder below the paths given belong together; one plan on each side does too.
    private func diffs(_ old: Loaded, _ new: Loaded, _ language: Language) -> [(plan: String, diff: PlanDiff)] {
        let (before, after) = (old.plans.compactMap(\.plan), new.plans.compactMap(\.plan))
        if before.count == 1, after.count == 1 {
            return [(after[0].info.title.text(Locale(language.rawValue)), diff(before[0], after[0]))]
        }
        var result: [(plan: String, diff: PlanDiff)] = []
        for plan in after {
            guard let was = before.first(where: { $0.name == plan.name }) else {
                result.append((plan.info.title.text(Locale(language.rawValue)), PlanDiff(added: plan)))
                continue
            }
            result.append((plan.info.title.text(Locale(language.rawValue)), diff(was, plan)))
        }
        for plan in before where !after.contains(where: { $0.name == plan.name }) {
            result.append((plan.info.title.text(Locale(language.rawValue)), PlanDiff(removed: plan)))
        }
        return result
    }

    private func diff(_ old: Plan, _ new: Plan) -> PlanDiff {
        PlanDiff(from: old, to: new, showsPrivateNumbers: showPrivate)
    }

    private func write(_ diffs: [(plan: String, diff: PlanDiff)], _ language: Language) throws {
        let bytes: [UInt8] =
            switch format {
            case .markdown:
                Array(diffs.map { $0.diff.markdown(plan: $0.plan, language: language) }.joined(separator: "\n").utf8)
            case .text:
                Array(diffs.map { $0.diff.text(plan: $0.plan, language: language) }.joined(separator: "\n").utf8)
            case .json: JSON.array(diffs.map { $0.diff.json(plan: $0.plan, language: language) }).bytes()
            case .html: Array(PlanDiff.html(diffs, language: language).utf8)
            }
        try deliver(bytes, to: output)
    }
}
