import PlancDiagnostics
import PlancModel
import PlancSchema
import PlancSource

/// What binding needs to know of the folder that a plan lies in.
public struct PlanFolder: Sendable {
    /// As people know it, relative to the working folder; empty for the working folder itself.
    public var path: String
    /// The last part of the path: what the plan's output is called.
    public var name: String
    /// Every `.md` file of the plan, with or without front matter, by its path from the folder, sorted.
    public var files: [(path: String, id: FileID)]
    /// Other files, and folders, that exist below the folder: what links may lead to.
    public var otherPaths: Set<String>
    /// Symbolic links below the folder that lead out of it.
    public var leaving: Set<String>
    /// Files that `exclude` leaves out of the plan.
    public var excluded: Set<String>

    public init(
        path: String, name: String, files: [(path: String, id: FileID)], otherPaths: Set<String> = [],
        leaving: Set<String> = [], excluded: Set<String> = []
    ) {
        self.path = path
        self.name = name
        self.files = files
        self.otherPaths = otherPaths
        self.leaving = leaving
        self.excluded = excluded
    }

    /// Whether one of the `.md` files has this path.
    func holds(_ path: String) -> Bool {
        let place = files.partitioningIndex { precedes($0.path, path) }
        return place < files.count && files[place].path == path
    }
}

/// A plan, and all that binding had to say about it.
public struct BoundPlan: Sendable {
    /// nil when `plan.md` could not be read as a plan.
    public var plan: Plan?
    /// By path, then place. What parsing found is not among them.
    public var findings: [Finding]
    /// What it was made of: to give all of that back takes time, and whoever ends with the process need not.
    let remains: RetainedStorage

    /// (Nobody looks into it.)
    struct RetainedStorage: Sendable {
        let facts: Facts
    }
}

/// `link-outside-plan` for a symbolic link that leads out of the plan, told by whoever listed the folder; `span` is the start of
/// its file.
public func symbolicLinkOutsidePlan(_ path: String, at span: Span) -> Finding {
    LinkOutsidePlan.finding(path, at: span, byLink: path)
}

/// `duplicate-id` for a plan in a folder of another one, of which it is a copy; told by whoever read both.
public func planInsidePlan(_ info: PlanInfo, folder: String, around: PlanInfo, in outer: String) -> Finding {
    DuplicateID.finding(planInside: info.nameSpan, folder: folder, around: outer, first: around.nameSpan)
}

/// `duplicate-id` for a plan's file in a folder of another one's sources, which stay with that one; told by whoever read both.
public func planAmongSources(_ span: Span, folder: String, of info: PlanInfo) -> Finding {
    DuplicateID.finding(planAmongSources: span, folder: folder, first: info.nameSpan)
}

/// Everything in a plan's folder that a link may lead to, for those that lead nowhere.
struct PathIndex: Sendable {
    /// By the last part of the path, sorted.
    let byName: [String: [String]]
    /// By all but the last part, sorted.
    let byFolder: [String: [String]]
    /// All of them, sorted.
    let all: [String]

    init(_ folder: PlanFolder) {
        all = (folder.files.map(\.path) + folder.otherPaths).sorted()
        byName = Dictionary(grouping: all) { path in path.split(separator: "/").last.map(String.init) ?? path }
        byFolder = Dictionary(grouping: all) { path in path.split(separator: "/").dropLast().joined(separator: "/") }
    }
}
