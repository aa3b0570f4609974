import PlancBind
import PlancDiagnostics
import PlancModel
import PlancSource
import PlancSyntax

/// Every plan at the paths given, read, parsed and bound.
public struct Loaded: Sendable {
    public var sources: SourceSet
    /// In the order of their folders. A plan whose `plan.md` cannot be understood has none.
    public var plans: [BoundFolder] = []
    /// What reading and binding found, of all plans, in no order.
    public var findings: [Finding] = []
    public var problems: [Problem] = []
    /// Every file in the order in which findings are reported: by plan, then path.
    var order: [FileID] = []
    /// What the plans were made of. Nobody needs it any more, but to take ten thousand trees apart takes longer than to
    /// judge them: whoever ends with the process keeps it.
    var remains: [any Sendable] = []

    /// A plan's folder, and the plan bound from its files.
    public struct BoundFolder: Sendable {
        public var folder: String
        public var plan: Plan?
        public var exceptions: [Exception]
        /// The files of the plan, by path.
        public var files: [FileID]
        /// Every file and folder below the plan's, and what planc takes it for; sorted by path.
        public var inventory: [InventoryEntry]
    }
}

/// The most bytes of a file that are worth reading: past it the file is refused anyway.
let readLimit = 1 << 20 + 1

/// Reads, parses (on all cores) and binds the plans at and below the paths.
///
/// - Parameter ids: the numbers of files, for who loads again and again; nil numbers them anew.
public func load(_ paths: [String], in world: some World, ids: FileIDs? = nil) -> Loaded {
    var discovery = discover(paths, in: world)
    discovery.keepSources(in: world)
    for place in discovery.plans.indices { discovery.plans[place].leaveOut(in: world) }
    let wanted = wantedFiles(of: discovery.plans, ids)
    let read = read(wanted, below: discovery.plans.map(\.folder), in: world)
    var loaded = Loaded(
        sources: ids == nil ? SourceSet(read.map(\.source)) : SourceSet(zip(wanted, read).map { ($0.id, $1.source) }))
    loaded.order = wanted.map(\.id)
    loaded.problems = discovery.problems + read.compactMap(\.problem)

    let folders = folders(of: discovery.plans, wanted, read, in: world)
    let sources = loaded.sources
    var bound = parallelMap(folders) { bind($0.parsed, sources: sources, folder: $0.folder, rules: allRules) }
    for place in bound.indices {
        let problems = bound[place].plan?.readPictures(in: world, below: discovery.plans[place].folder)
        loaded.problems += problems ?? []
    }
    loaded.remains = [read, bound]
    for (place, (folder, bound)) in zip(folders, bound).enumerated() {
        let looked = folder.places.map { index in
            let file = wanted[index]
            return LookedInto(
                path: file.relative, file: file.id, parsed: read[index].parsed, isCandidate: file.isCandidate,
                problem: read[index].problem)
        }
        for file in folder.parsed { loaded.findings += settled(file.findings, bound.plan) }
        loaded.findings += bound.findings
        loaded.plans.append(
            Loaded.BoundFolder(
                folder: folder.folder.path, plan: bound.plan, exceptions: bound.plan?.exceptions ?? [],
                files: folder.places.map { wanted[$0].id },
                inventory: inventory(of: discovery.plans[place], looked: looked, pictures: bound.plan?.pictures)))
    }
    loaded.reportWhatIsNoFile(discovery, world)
    return loaded
}

/// In small letters.
private let nearPlanNames: Set = ["plan.md", "plan.markdown", "plan.md.txt", "plan.txt", "plan.yaml", "plan.yml"]

extension Loaded {
    /// Folders without a plan, links that lead out of one, and plans among the sources of others: findings at files that no plan has.
    fileprivate mutating func reportWhatIsNoFile(_ discovery: Discovery, _ world: some World) {
        func add(_ path: String) -> Span {
            let file = sources.add(SourceFile(path: path, bytes: []))
            order.append(file)
            return Span(file, 0, 0)
        }
        for path in discovery.withoutPlan {
            let names = (try? world.entries(of: path))?.filter { $0.kind == .file }.map(\.name) ?? []
            let near = names.sorted().first { nearPlanNames.contains($0.lowercased()) }
            findings.append(MissingPlan.finding(path: path, near: near, at: add(path)))
        }
        for (path, outer) in discovery.plansAmongSources {
            guard let info = plans.first(where: { $0.folder == outer })?.plan?.info else { continue }
            let bytes = (try? world.read(path, limit: readLimit)) ?? []
            let file = sources.add(SourceFile(path: path, bytes: bytes))
            order.append(file)
            findings.append(planAmongSources(Span(file, 0, min(3, bytes.count)), folder: Path.folder(path), of: info))
        }
        for plan in discovery.plans {
            for link in plan.leaving.sorted() {
                findings.append(symbolicLinkOutsidePlan(link, at: add(Path.join(plan.folder, link))))
            }
        }
    }
}

/// The files to read, plan by plan. Names that are near enough to be read, if what is in the file is a source, stand
/// after the others.
private func wantedFiles(of plans: [PlanSources], _ ids: FileIDs?) -> [WantedFile] {
    var wanted: [WantedFile] = []
    wanted.reserveCapacity(plans.reduce(0) { $0 + $1.files.count })
    for (index, plan) in plans.enumerated() {
        for (files, isCandidate) in [(plan.files, false), (plan.candidates, true)] {
            for file in files {
                wanted.append(
                    WantedFile(
                        plan: index, relative: file, isCandidate: isCandidate,
                        id: ids?.id(of: Path.join(plan.folder, file)) ?? FileID(wanted.count)))
            }
        }
    }
    return wanted
}

/// Reads and parses files, on all cores.
private func read(_ wanted: [WantedFile], below folders: [String], in world: some World) -> [ReadFile] {
    parallelMap(wanted) { (file: WantedFile) -> ReadFile in
        let path = Path.join(folders[file.plan], file.relative)
        do {
            let source = SourceFile(path: path, bytes: try world.read(path, limit: readLimit))
            if file.isCandidate, !looksLikeSource(source.bytes) {
                return ReadFile(source: SourceFile(path: path, bytes: []), parsed: nil, problem: nil)
            }
            return ReadFile(source: source, parsed: parse(source, id: file.id), problem: nil)
        } catch {
            let problem = file.isCandidate ? nil : (error as? WorldError).map(Problem.init)
            return ReadFile(source: SourceFile(path: path, bytes: []), parsed: nil, problem: problem)
        }
    }
}

/// What each plan is bound from; `places` are those of its files among all that are wanted.
private func folders(
    of plans: [PlanSources], _ wanted: [WantedFile], _ read: [ReadFile], in world: some World
) -> [(folder: PlanFolder, parsed: [ParsedFile], places: Range<Int>)] {
    var next = 0
    return plans.map { plan in
        let places = next..<next + plan.files.count + plan.candidates.count
        next = places.upperBound
        let files = places.filter { !wanted[$0].isCandidate || read[$0].parsed != nil }
            .map { (path: wanted[$0].relative, id: wanted[$0].id) }
            .sorted { precedes($0.path, $1.path) }
        let folder = PlanFolder(
            path: plan.folder == "." ? "" : plan.folder,
            name: Path.name(plan.folder == "." ? world.realPath(".") ?? "plan" : plan.folder),
            files: files, otherPaths: plan.otherPaths, leaving: plan.leaving, excluded: plan.excluded)
        return (folder, places.compactMap { read[$0].parsed }, places)
    }
}

private struct WantedFile: Sendable {
    var plan: Int
    var relative: String
    /// Read only if it holds a source: its name is not one of a source.
    var isCandidate: Bool
    var id: FileID
}

private struct ReadFile: Sendable {
    var source: SourceFile
    var parsed: ParsedFile?
    var problem: Problem?
}

/// What was found in one file, as it is with the whole plan.
private func settled(_ findings: [Finding], _ plan: Plan?) -> [Finding] {
    findings.map { finding in
        MalformedPlaceholder.settled(finding) { name, isSnippet in
            isSnippet ? plan?.snippets[name] != nil : plan?.fields[name] != nil
        }
    }
}
