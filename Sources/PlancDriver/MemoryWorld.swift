import PlancModel
import PlancSource

/// Files that exist in memory alone: tests, examples, a revision of a repository.
public struct MemoryWorld: World {
    /// By path, the bytes of each file.
    public var files: [String: [UInt8]]
    public var today: CalendarDate
    private let names: [String: [WorldEntry]]

    /// Paths are relative to the working folder or begin at the root, with `/` between parts.
    public init(_ files: [String: [UInt8]], today: CalendarDate) {
        self.files = files
        self.today = today
        var folders: [String: [String: WorldEntry.Kind]] = [".": [:]]
        for path in files.keys {
            var child = path
            var kind = WorldEntry.Kind.file
            while true {
                let parent = Path.folder(child)
                folders[parent, default: [:]][Path.name(child)] = kind
                if parent == "." || parent == "/" { break }
                child = parent
                kind = .folder
            }
        }
        names = folders.mapValues { entries in
            entries.map { WorldEntry(name: $0.key, kind: $0.value) }
                .sorted { precedes($0.name, $1.name) }
        }
    }

    public func entries(of folder: String) throws(WorldError) -> [WorldEntry] {
        guard let entries = names[Path.normalized(folder)] else { throw WorldError(folder, .missing) }
        return entries
    }

    public func kind(of path: String) -> WorldEntry.Kind? {
        let path = Path.normalized(path)
        return files[path] != nil ? .file : names[path] != nil ? .folder : nil
    }

    public func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8] {
        guard let bytes = files[Path.normalized(path)] else { throw WorldError(path, .missing) }
        return Array(bytes.prefix(limit))
    }

    public func realPath(_ path: String) -> String? {
        let path = Path.normalized(path)
        return kind(of: path) == nil ? nil : "/" + path
    }
}
