import PlancSource

/// Why a manifest is none that planc wrote.
public enum ManifestFault: Error, Sendable, Hashable {
    /// No JSON, or JSON of another form: somebody else's `manifest.json`.
    case foreign
    /// A path that leads out of the folder, is given twice, or is written as planc writes none.
    case path(String)
    /// A size or a checksum that no file has.
    case entry(String)
}

/// A manifest as it is found with an output, which somebody may have changed.
public struct WrittenManifest: Sendable {
    /// SHA-256 of the sources that the output was made from.
    public let sources: String
    /// In the order of paths; no path twice, none that leads out of the folder.
    public let files: [ManifestEntry]
    /// Whether it is as planc writes it, to the byte, with the checksum that belongs to it.
    public let isUnchanged: Bool
    /// Of each pack, how often it has to be opened until something is found.
    public let openings: [JSON]

    /// The largest manifest and the largest file that are believed, in bytes.
    public static let largestManifest = 1 << 26
    /// The largest size, in bytes, that an entry may give for a file.
    public static let largestFile = 1 << 40

    public init(reading bytes: [UInt8]) throws(ManifestFault) {
        guard let json = try? JSON(reading: bytes), case .object(var members) = json,
            let sources = json["sources"]?["sha256"]?.string, json["plan"]?["name"]?.string != nil,
            json["planc"]?.string != nil, case .array(let entries)? = json["files"]
        else { throw .foreign }
        self.sources = sources
        var files: [ManifestEntry] = []
        files.reserveCapacity(entries.count)
        for entry in entries {
            guard let path = entry["path"]?.string else { throw .foreign }
            guard Self.mayName(path) else { throw .path(path) }
            if let last = files.last, !precedes(last.path, path) { throw .path(path) }
            guard let size = entry["size"]?.int, (0...Self.largestFile).contains(size),
                let hash = entry["sha256"]?.string, Self.isHash(hash), entry.keys.count == 3
            else { throw .entry(path) }
            files.append(ManifestEntry(path: path, size: size, sha256: hash))
        }
        self.files = files
        if case .array(let openings)? = json["openings"] { self.openings = openings } else { openings = [] }
        let known: Set<String> = ["plan", "sources", "planc", "revision", "openings", "files", "checksum"]
        let last = members.popLast()
        isUnchanged =
            json.keys.allSatisfy(known.contains) && last?.key == "checksum"
            && withChecksum(.object(members)) == bytes
    }

    /// Whether planc writes a file of this path: below the folder, its parts named, no control character.
    private static func mayName(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { $0 != "" && $0 != "." && $0 != ".." }
            && path.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\" }
            && path != manifestName && path != manifestSignatureName
    }

    private static func isHash(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
