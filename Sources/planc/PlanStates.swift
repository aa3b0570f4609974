import PlancDiagnostics
import PlancDiff
import PlancDriver
import PlancGit
import PlancModel
import PlancSource

/// One side of a comparison: its plans, each judged as `check` judges it, with what keeps the others from being compared.
struct PlanStates {
    var states: [PlanState] = []
    /// Folders of plans that could not be understood at all, with what is wrong in them.
    var unreadable: [(folder: String, report: Report)] = []

    /// - Parameter folder: the name of a plan's folder in reports: from the root of the repository.
    init(_ loaded: Loaded, asOf day: CalendarDate, folder: (String) -> String, path: (String) -> String) {
        var report = check(loaded, asOf: day)
        report.sources = report.sources.renamed(path)
        for bound in loaded.plans {
            let files = Set(bound.files)
            let findings = report.findings.filter { files.contains($0.span.file) }
            let scope = report.scopes[bound.folder]
            if let plan = bound.plan {
                states.append(
                    PlanState(
                        plan: plan, findings: findings, sources: report.sources, folder: folder(bound.folder),
                        notJudged: scope?.words,
                        silenced: report.silenced.filter { files.contains($0.finding.span.file) },
                        unreadFiles: Set(bound.inventory.filter(\.isLeftUnread).map { path($0.path) }),
                        profiles: scope?.profiles ?? []))
            } else {
                var own = report
                own.findings = findings
                unreadable.append((folder(bound.folder), own))
            }
        }
    }
}

extension PlanState {
    /// Whether it is a plan that had, or has, another folder.
    func isSamePlan(as other: PlanState) -> Bool {
        plan.name == other.plan.name
            || plan.info.title.text(plan.sourceLocale) == other.plan.info.title.text(other.plan.sourceLocale)
            || sharesMostFiles(with: other)
    }
}

/// The files of a revision below folders of the repository, as a world of their own: paths are those of the repository.
func filesOf(_ revision: String, below folders: [String], _ git: Git, today: CalendarDate) async throws(Git.Failure)
    -> MemoryWorld
{
    let root = folders.contains(".") || folders.isEmpty
    let files = try await git.files(at: revision, below: root ? [] : Set(folders).sorted(), upTo: mostBytesRead)
    let bytes = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    return MemoryWorld(bytes, today: today)
}

/// What a check of the same paths said at a revision, by paths of the repository.
///
/// - Parameters:
///   - paths: as they were given.
///   - plans: the folders of the plans that are there now.
func reportOfBase(
    _ revision: String, paths: [String], plans: [String], asOf day: CalendarDate,
    profiles: [ProfileName]?, _ world: some World
) async throws(Git.Failure) -> Report {
    let repository = RepositoryPaths(world)
    let folders = paths.map { containingFolder(of: $0, in: world) }
    let git = Git(folder: folders.first ?? ".")
    let base = try await RevisionRange(since: revision, git).base
    let wanted = Set((folders.filter { paths.contains($0) } + plans).map { repository.path(ofFolder: $0) }).sorted()
    let old = try await filesOf(base, below: wanted, git, today: day)
    var known = wanted.filter { old.kind(of: $0) == .folder }
    if known.count == wanted.count { return check(load(known, in: old), asOf: day, profiles: profiles) }
    // A plan that has no folder of that name there may have had another: one that is gone.
    let all = try await filesOf(base, below: [], git, today: day)
    let now = Set(plans.map { repository.path(ofFolder: $0) })
    let here = folders.first ?? "."
    known += load(["."], in: all).plans.map(\.folder).filter { folder in
        !now.contains(folder) && !known.contains { $0 == "." || $0 == folder || folder.hasPrefix($0 + "/") }
            && !repository.hasFolder(folder, beside: here)
    }
    return check(load(known, in: all), asOf: day, profiles: profiles)
}
