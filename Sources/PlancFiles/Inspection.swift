import PlancSource

/// What is in an output folder before it is replaced, told apart by what the files hold.
struct Inspection {
    /// Files that may be replaced or removed, as they are now.
    private(set) var own: [KnownFile] = []
    /// Their status when they were looked at.
    private(set) var seen: [String: FileStatus] = [:]
    /// What planc did not write and does not need the place of: a folder stands for all that is in it.
    private(set) var foreign: [String] = []
    /// What planc did not write, or did not write so, where new files have to go.
    private(set) var conflicts: [String] = []
    /// Something in it says that planc wrote here before.
    private(set) var isOutput = false

    /// Files that are not as planc wrote them, to be asked for.
    private var changed: [(file: KnownFile, status: FileStatus, isNeeded: Bool)] = []
    private let known: [String: KnownFile]
    private let needed: [String: KnownFile]
    private let neededFiles: Set<String>
    private let neededFolders: [String: String]
    private let ownFolders: Set<String>

    /// `known`: what a manifest says that planc wrote; nil where there is none. `isHeld` says of changed files which ones
    /// somebody else (git) can give back.
    init(
        of folder: OpenFile, known: [KnownFile]?, new: [KnownFile], isHeld: ([String]) -> Set<String>, _ files: Files
    ) throws(SystemError) {
        self.known = Dictionary((known ?? []).map { ($0.path, $0) }) { first, _ in first }
        needed = Dictionary(new.map { ($0.path, $0) }) { first, _ in first }
        neededFiles = Set(new.map { PortablePaths.folded($0.path) })
        let folders = foldersAbove(new.map(\.path))
        neededFolders = Dictionary(folders.map { (PortablePaths.folded($0), $0) }) { first, _ in first }
        ownFolders = folders.union(foldersAbove((known ?? []).map(\.path)))
        isOutput = known != nil
        try look(into: folder, "", files)
        settle(isHeld)
    }

    private mutating func look(into folder: OpenFile, _ prefix: String, _ files: Files) throws(SystemError) {
        for name in try files.system.entries(of: folder).sorted(by: { $0.description < $1.description }) {
            let path = prefix + name.description
            guard let status = try files.system.status(of: name, in: folder) else { continue }
            let folded = PortablePaths.folded(path)
            switch status.kind {
            case .folder where neededFiles.contains(folded): conflicts.append(path)
            case .folder where neededFolders[folded].map({ !$0.utf8.elementsEqual(path.utf8) }) ?? false:
                conflicts.append(path)
            case .folder where ownFolders.contains(path):
                try look(into: try files.system.openFolder(name, in: folder), path + "/", files)
            case .file:
                try look(at: name, path, folded, status, in: folder, files)
            default:
                if neededFiles.contains(folded) || neededFolders[folded] != nil {
                    conflicts.append(path)
                } else {
                    foreign.append(path)
                }
            }
        }
    }

    private mutating func look(
        at name: EntryName, _ path: String, _ folded: String, _ status: FileStatus, in folder: OpenFile, _ files: Files
    ) throws(SystemError) {
        guard known[path] != nil || needed[path] != nil else {
            if neededFiles.contains(folded) || neededFolders[folded] != nil {
                conflicts.append(path)
            } else {
                foreign.append(path)
            }
            return
        }
        let file = KnownFile(path: path, bytes: try files.contents(of: name, in: folder))
        if file == known[path] || file == needed[path] {
            if file == needed[path] { isOutput = true }
            own.append(file)
            seen[path] = status
        } else {
            changed.append((file, status, needed[path] != nil))
        }
    }

    private mutating func settle(_ isHeld: ([String]) -> Set<String>) {
        if changed.isEmpty { return }
        let held = isHeld(changed.map(\.file.path))
        for (file, status, isNeeded) in changed {
            // A manifest that is not planc's is never replaced, whoever holds it.
            if held.contains(file.path), known[file.path] != nil || file.path.contains("/") || isOutput {
                own.append(file)
                seen[file.path] = status
                if file.path.contains("/") { isOutput = true }
            } else if isNeeded {
                conflicts.append(file.path)
            } else {
                foreign.append(file.path)
            }
        }
    }
}

/// What systems put into any folder by themselves, and what keeps an empty folder in git: not worth a word.
func isLitter(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return [
        ".DS_Store", "Thumbs.db", "ehthumbs.db", "desktop.ini", ".directory", ".gitkeep", ".gitignore",
        ".gitattributes", ".localized", ".Spotlight-V100", ".Trashes", ".fseventsd",
    ].contains(name) || name.hasPrefix("._") || name.hasPrefix(".nfs")
}
