/// Paths as a forge knows them: from the root of the repository, wherever planc runs and however a path was given.
public struct RepositoryPaths<Place: World> {
    private let world: Place
    /// Of folders, with a slash at the end; empty at the root; nil where there is no repository.
    private var prefixes: [String: String?] = [:]

    public init(_ world: Place) { self.world = world }

    /// The path from the root of the repository that holds the file; the path as it was where no repository does.
    public mutating func path(of file: String) -> String {
        let folder = Path.folder(file)
        let prefix: String?
        if let known = prefixes[folder] {
            prefix = known
        } else {
            prefix = self.prefix(of: folder)
            prefixes[folder] = .some(prefix)
        }
        return prefix.map { $0 + Path.name(file) } ?? file
    }

    /// The path of a folder from the root of its repository, `.` for the root itself; as it was where no repository holds it.
    public func path(ofFolder folder: String) -> String {
        guard let prefix = prefix(of: folder.isEmpty ? "." : folder) else { return folder }
        return prefix.isEmpty ? "." : String(prefix.dropLast())
    }

    /// Whether a folder, by its path from the root, is in the repository that holds another one.
    public func hasFolder(_ path: String, beside folder: String) -> Bool {
        guard let real = world.realPath(folder.isEmpty ? "." : folder), let root = root(above: real) else {
            return false
        }
        return world.kind(of: Path.join(root, path)) == .folder
    }

    private func prefix(of folder: String) -> String? {
        guard let real = world.realPath(folder), let root = root(above: real) else { return nil }
        let below = Path.relative(real, to: root)
        return below == real ? "" : below + "/"
    }

    private func root(above folder: String) -> String? {
        var root = folder
        // A file `.git` marks the root of a worktree or a submodule.
        while world.kind(of: Path.join(root, ".git")) == nil {
            if root == "/" || root == "." { return nil }
            root = Path.folder(root)
        }
        return root
    }
}

/// A folder itself; the folder of anything else.
public func containingFolder(of path: String, in world: some World) -> String {
    world.kind(of: path) == .folder ? path : Path.folder(path)
}

/// The nearest folder above a path that is there.
public func containingFolder(ofMissing path: String, in world: some World) -> String {
    var folder = Path.normalized(path)
    while world.kind(of: folder) != .folder {
        let above = Path.folder(folder)
        if above == folder || above.isEmpty { return "." }
        folder = above
    }
    return folder
}

/// The folder of the plan that a path is inside of; nil of a folder that plans are below, or that no plan holds.
public func planFolder(holding path: String, in world: some World) -> String? {
    let folder = containingFolder(of: path, in: world)
    guard world.kind(of: folder) == .folder, let above = planFolder(above: folder, in: world), above != folder else {
        return nil
    }
    let plans = discover([folder], in: world).plans.map(\.folder)
    guard plans.count == 1, let plan = plans.first, let real = world.realPath(plan),
        let inside = world.realPath(folder), inside.hasPrefix(real + "/")
    else { return nil }
    return plan
}

extension Report {
    /// The same report with the paths of the repository, for what is read outside the working folder.
    public func inRepository(_ world: some World) -> Report {
        var paths = RepositoryPaths(world)
        var report = self
        report.sources = sources.renamed { paths.path(of: $0) }
        return report
    }
}

/// The path of a plan's folder from a folder that holds it; `.` for the folder itself.
public func pathBelow(_ folder: String, _ path: String) -> String {
    let (folder, path) = (Path.normalized(folder), Path.normalized(path))
    return path == folder ? "." : Path.relative(path, to: folder)
}
