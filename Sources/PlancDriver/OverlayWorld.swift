import PlancModel
import PlancSource

/// Texts that are not saved yet, laid over the files of another world: what an editor shows instead of what the disk holds.
///
/// A text at the path of a file stands in its place; at another path it is a file of its own, in folders that need not exist.
public struct OverlayWorld<Base: World>: World {
    private let base: Base
    private let unsaved: MemoryWorld

    /// - Parameter unsaved: bytes by path, as the base's paths are written: relative to the working folder, `/` between parts.
    public init(_ unsaved: [String: [UInt8]], over base: Base) {
        self.base = base
        self.unsaved = MemoryWorld(
            Dictionary(
                unsaved.map { (Path.normalized($0.key), $0.value) }, uniquingKeysWith: { first, _ in first }),
            today: base.today)
    }

    public var today: CalendarDate { base.today }

    public func entries(of folder: String) throws(WorldError) -> [WorldEntry] {
        guard let more = try? unsaved.entries(of: folder) else { return try base.entries(of: folder) }
        var entries: [WorldEntry]
        do {
            entries = try base.entries(of: folder)
        } catch  where error.reason == .missing && !more.isEmpty {
            return more
        }
        // What is there already keeps its kind: a link that leads to a file, say.
        let names = Set(entries.map(\.name))
        entries += more.filter { !names.contains($0.name) }
        return entries.sorted { precedes($0.name, $1.name) }
    }

    public func kind(of path: String) -> WorldEntry.Kind? {
        if unsaved.kind(of: path) == .file { return .file }
        return base.kind(of: path) ?? unsaved.kind(of: path)
    }

    public func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8] {
        unsaved.kind(of: path) == .file ? try unsaved.read(path, limit: limit) : try base.read(path, limit: limit)
    }

    public func realPath(_ path: String) -> String? {
        if let real = base.realPath(path) { return real }
        // A new file lies in the folder that it is to be saved in, wherever that is.
        guard unsaved.kind(of: path) != nil else { return nil }
        let path = Path.normalized(path)
        return path == "." ? nil : realPath(Path.folder(path)).map { Path.join($0, Path.name(path)) }
    }
}
