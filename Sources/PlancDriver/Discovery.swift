import PlancDiagnostics
import PlancLanguages
import PlancSource
import PlancSyntax

/// A plan's folder before anything in it is read.
struct PlanSources: Sendable {
    /// As people know it: the path given, or found below it.
    var folder: String
    /// Paths of `.md` files relative to the folder, sorted by their UTF-8.
    var files: [String] = []
    /// Other files whose names are near enough to `….md` to be looked into: `people.markdown`, `people.MD`, `people.txt`.
    var candidates: [String] = []
    /// What is not looked into at all, and why.
    var leftOut: [(path: String, reason: LeftOut)] = []
    /// Everything else that a link may lead to, folders included, relative to the folder.
    var otherPaths: Set<String> = []
    /// Symbolic links that lead out of the folder, or nowhere.
    var leaving: Set<String> = []
    /// Files that `exclude` in `plan.md` leaves out.
    var excluded: Set<String> = []
}

/// Why something below a plan's folder is not read.
public enum LeftOut: String, Sendable, Hashable {
    /// Its name begins with a dot.
    case hidden
    /// A folder of another program's.
    case otherProgram = "other-program"
    /// A folder with a `plan.md` of its own.
    case otherPlan = "other-plan"
    /// A link: what it leads to is read under its own name.
    case link
    /// A link out of the plan's folder, or to nothing.
    case leavingLink = "leaving-link"
    /// A Markdown file that neither has front matter nor looks as if it should.
    case withoutFrontMatter = "without-front-matter"
    /// A file that `exclude` in `plan.md` leaves out.
    case excluded
    /// A document of a word processor beside the plan's own files.
    case document
    /// A copy that an editor or a person keeps beside its original.
    case backup
    /// A file of another form: an image, a table, a document.
    case otherForm = "other-form"
}

/// What was found at the paths given.
struct Discovery: Sendable {
    var plans: [PlanSources] = []
    /// Paths with no `plan.md` in them or above.
    var withoutPlan: [String] = []
    /// Files that would make a plan of a folder of another one's sources, and the folder of that one.
    var plansAmongSources: [(path: String, outer: String)] = []
    var problems: [Problem] = []
}

extension Problem {
    public init(_ error: WorldError) {
        self.init(path: error.path, message: error.reason.words)
    }
}

extension WorldError.Reason {
    fileprivate var words: Phrase {
        switch self {
        case .missing: Phrase("there is no such file or folder")
        case .denied: Phrase("permission denied")
        case .notUTF8Name: Phrase("a name in this folder is not UTF-8")
        case .isFolder: Phrase("this is not a plain file")
        case .noSpace: Phrase("the disk is full")
        case .other(let number): Phrase("the system refuses (error {number})", ["number": number])
        }
    }
}

/// The most files a plan may have.
let planFileLimit = 100_000

/// Finds the plans at and below the paths given; for a path inside a plan, that plan.
func discover(_ paths: [String], in world: some World) -> Discovery {
    var discovery = Discovery()
    var walk = Walk(world: world)
    var roots: [String] = []
    for given in paths {
        let path = Path.normalized(given)
        switch world.kind(of: path) {
        case nil:
            walk.problems.append(Problem(WorldError(given, .missing)))
        case .folder:
            let below = planFolders(below: path, &walk)
            if !below.isEmpty {
                roots += below
            } else if let above = planFolder(above: path, in: world) {
                roots.append(above)
            } else {
                discovery.withoutPlan.append(given)
            }
        default:
            if let above = planFolder(above: Path.folder(path), in: world) {
                roots.append(above)
            } else {
                discovery.withoutPlan.append(given)
            }
        }
    }
    var seen: Set<String> = []
    for root in roots where seen.insert(world.realPath(root) ?? root).inserted {
        discovery.plans.append(sources(of: root, &walk))
    }
    discovery.problems = walk.problems
    discovery.plans.sort { precedes($0.folder, $1.folder) }
    return discovery
}

/// Folders that nobody keeps plans in.
private func isPassedOver(_ name: String) -> Bool { name.hasPrefix(".") || name == "node_modules" }

/// Whether a file that does not end in `.md` may have been meant to: for its ending, or for want of one.
private func isNearSource(_ name: String) -> Bool {
    guard let dot = name.lastIndex(where: { $0 == "." || $0 == "," || $0 == "_" }) else {
        return name.utf8.count <= 200
    }
    let ending = name[name.index(after: dot)...].lowercased()
    if nearEndings.contains(ending) { return true }
    return name[dot] != "."
        || ending.unicodeScalars.count <= 4
            && editDistance(Array(ending.unicodeScalars), ["m", "d"], atMost: 1) <= 1
}

/// Of other forms of Markdown, of texts, and of what a front matter is written in.
private let nearEndings: Set = [
    "markdown", "mdown", "mkdn", "mdwn", "mdtxt", "mdtext", "mdx", "text", "txt", "doc", "rtf", "yaml", "yml", "json",
    "html", "htm", "adoc", "rst", "org",
]

/// Of which file one is a copy as editors and people keep them, by its name: `fire.md.old`, `fire.md~`.
private func original(ofBackup name: String) -> String? {
    if name.hasSuffix(".md~") { return String(name.dropLast()) }
    guard let dot = name.lastIndex(of: "."), name[..<dot].hasSuffix(".md") else { return nil }
    return backupEndings.contains(name[dot...].dropFirst().lowercased()) ? String(name[..<dot]) : nil
}

private let backupEndings = Set(
    ["bak", "bkp", "orig", "tmp", "off"] + LanguageRules.all.flatMap { $0.aliases().backupEndings })

/// The nearest folder with a `plan.md`, the given one included.
func planFolder(above path: String, in world: some World) -> String? {
    var folder = path
    for _ in 0..<64 {
        if world.kind(of: Path.join(folder, "plan.md")) == .file { return folder }
        if folder == "/" { return nil }
        // Above the working folder the way goes on by `..`.
        let parent =
            folder == "." || folder.hasSuffix("..") ? Path.join(folder == "." ? "" : folder, "..") : Path.folder(folder)
        if let real = world.realPath(parent), real == world.realPath(folder) { return nil }
        if world.kind(of: parent) == nil { return nil }
        folder = parent
    }
    return nil
}

/// Every folder with a `plan.md`, the given one included.
private func planFolders(below path: String, _ walk: inout Walk<some World>) -> [String] {
    var found: [String] = []
    var waiting = [path]
    while !waiting.isEmpty {
        let folders = waiting
        waiting.removeAll()
        walk.read(folders)
        for folder in folders {
            guard let entries = walk.entries(of: folder) else { continue }
            if entries.contains(where: { $0.name == "plan.md" && ($0.kind == .file || $0.kind == .link) }) {
                found.append(folder)
            }
            for entry in entries where entry.kind == .folder && !isPassedOver(entry.name) {
                waiting.append(Path.join(folder, entry.name))
            }
        }
    }
    return found
}

/// A way through folders, each of which is read once.
private struct Walk<Outside: World> {
    let world: Outside
    var problems: [Problem] = []
    private var known: [String: Result<[WorldEntry], WorldError>] = [:]

    init(world: Outside) { self.world = world }

    /// What a folder holds; nil, and a problem, when it cannot be read.
    mutating func entries(of folder: String) -> [WorldEntry]? {
        if known[folder] == nil { read([folder]) }
        switch known[folder] {
        case .success(let entries)?: return entries
        case .failure(let error)?:
            let problem = Problem(error)
            if !problems.contains(problem) { problems.append(problem) }
            return nil
        case nil: return nil
        }
    }

    /// Reads folders side by side.
    mutating func read(_ folders: [String]) {
        let world = world
        let found = parallelMap(folders) { folder in
            do throws(WorldError) {
                return Result<[WorldEntry], WorldError>.success(try world.entries(of: folder))
            } catch {
                return .failure(error)
            }
        }
        for (folder, entries) in zip(folders, found) { known[folder] = entries }
    }
}

private func sources(of root: String, _ walk: inout Walk<some World>) -> PlanSources {
    let world = walk.world
    let realRoot = world.realPath(root) ?? root
    var folders: [(path: String, entries: [WorldEntry])] = []
    var leftOut: [(path: String, reason: LeftOut)] = []
    var waiting = [""]
    while let folder = waiting.popLast() {
        guard let entries = walk.entries(of: folder.isEmpty ? root : Path.join(root, folder)) else { continue }
        if !folder.isEmpty, entries.contains(where: { $0.name == "plan.md" && $0.kind == .file }) {
            leftOut.append((folder, .otherPlan))
            continue
        }
        folders.append((folder, entries))
        for entry in entries where entry.kind == .folder {
            let path = Path.join(folder, entry.name)
            if isPassedOver(entry.name) {
                let reason = entry.name.hasPrefix(".") ? LeftOut.hidden : .otherProgram
                leftOut.append((path, reason))
                leftOut += sourcesPassedOver(in: path, of: root, world).map { ($0, reason) }
            } else {
                waiting.append(path)
            }
        }
    }
    // In this order the files of all folders stand nearly as they shall.
    folders.sort { precedes($0.path, $1.path) }
    var plan = PlanSources(folder: root)
    for paths in parallelMap(
        folders, transform: { FolderPaths(of: $0.entries, in: $0.path, of: root, realRoot, world) })
    {
        plan.files += paths.files
        plan.candidates += paths.candidates
        leftOut += paths.leftOut
        plan.otherPaths.formUnion(paths.others)
        plan.leaving.formUnion(paths.leaving)
    }
    plan.files.sort { precedes($0, $1) }
    plan.candidates.sort { precedes($0, $1) }
    plan.leftOut = leftOut
    if plan.files.count > planFileLimit {
        plan.files.removeSubrange(planFileLimit...)
        walk.problems.append(
            Problem(
                path: root,
                message: Phrase(
                    "more than {planFileLimit} files in one plan", ["planFileLimit": planFileLimit])))
    }
    return plan
}

/// The sources that lie in a folder that nobody keeps plans in: somebody moved them there, or unpacked them in the wrong place.
private func sourcesPassedOver(in folder: String, of root: String, _ world: some World) -> [String] {
    guard let entries = try? world.entries(of: Path.join(root, folder)) else { return [] }
    return entries.compactMap { entry in
        guard entry.kind == .file, entry.name.hasSuffix(".md") else { return nil }
        let path = Path.join(folder, entry.name)
        guard let bytes = try? world.read(Path.join(root, path), limit: readLimit), looksLikeSource(bytes) else {
            return nil
        }
        return path
    }
}

private func isDocument(_ name: String) -> Bool {
    ["docx", "odt", "pages", "dotx"].contains(name.split(separator: ".").last?.lowercased() ?? "")
}

/// What lies in one folder of a plan, by paths from the plan's folder.
private struct FolderPaths: Sendable {
    var files: [String] = []
    var candidates: [String] = []
    var leftOut: [(path: String, reason: LeftOut)] = []
    var others: [String] = []
    var leaving: [String] = []

    init(of entries: [WorldEntry], in folder: String, of root: String, _ realRoot: String, _ world: some World) {
        let names = Set(entries.lazy.filter { $0.kind == .file && $0.name.hasSuffix(".md") }.map(\.name))
        let holdsSources = !folder.isEmpty && !names.isEmpty
        for entry in entries {
            let path = Path.join(folder, entry.name)
            switch entry.kind {
            case .file where entry.name.hasSuffix(".md") && !entry.name.hasPrefix("."): files.append(path)
            case .file:
                others.append(path)
                if entry.name.hasPrefix(".") {
                    leftOut.append((path, .hidden))
                } else if let original = original(ofBackup: entry.name) {
                    // Beside its original no other file misses it.
                    if names.contains(original) { leftOut.append((path, .backup)) } else { candidates.append(path) }
                } else if isNearSource(entry.name) {
                    candidates.append(path)
                } else {
                    leftOut.append((path, holdsSources && isDocument(entry.name) ? .document : .otherForm))
                }
            case .folder: others.append(path)
            case .other:
                others.append(path)
                leftOut.append((path, .otherForm))
            case .link:
                // A link that stays inside is another name of something that is read under its own.
                let real = world.realPath(Path.join(root, path))
                if let real, real == realRoot || real.hasPrefix(realRoot + "/") {
                    others.append(path)
                    leftOut.append((path, .link))
                } else {
                    leaving.append(path)
                    leftOut.append((path, .leavingLink))
                }
            }
        }
    }
}
