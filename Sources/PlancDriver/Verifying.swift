import PlancData
import PlancDiagnostics
import PlancSource

/// How an output differs from its manifest.
public struct Difference: Sendable, Hashable {
    public enum Kind: String, Sendable { case missing, changed, unexpected }

    public var path: String
    public var kind: Kind
}

/// Compares every file of an output with its manifest: what is missing, what was changed, what does not belong there.
/// nil when the folder holds no manifest that planc wrote.
public func verify(_ folder: String, in world: some World) throws(WorldError) -> [Difference]? {
    let bytes = try world.read(Path.join(folder, "manifest.json"), limit: 1 << 26)
    guard let manifest = OldOutput(manifest: bytes) else { return nil }
    var differences: [Difference] = []
    var known: Set<String> = ["manifest.json"]
    for entry in manifest.files {
        // A manifest that names a path outside its folder is nobody's to follow.
        guard !entry.path.hasPrefix("/"), !entry.path.split(separator: "/").contains("..") else { return nil }
        known.insert(entry.path)
        let path = Path.join(folder, entry.path)
        guard world.kind(of: path) == .file else {
            differences.append(Difference(path: entry.path, kind: .missing))
            continue
        }
        let found = try world.read(path, limit: entry.size + 1)
        if found.count != entry.size || sha256(found) != entry.sha256 {
            differences.append(Difference(path: entry.path, kind: .changed))
        }
    }
    var waiting = [""]
    while let below = waiting.popLast() {
        for entry in try world.entries(of: below.isEmpty ? folder : Path.join(folder, below)) {
            let path = Path.join(below, entry.name)
            if entry.kind == .folder {
                waiting.append(path)
            } else if !known.contains(path) {
                differences.append(Difference(path: path, kind: .unexpected))
            }
        }
    }
    return differences.sorted { precedes($0.path, $1.path) }
}
