import FoundationEssentials
import PlancData

/// The output that a build finds in its place, as its manifest tells it.
struct OldOutput: Sendable {
    /// SHA-256 of the sources that it was made from.
    var sources: String
    var files: [ManifestEntry]

    /// nil when the bytes are no manifest of planc.
    init?(manifest bytes: [UInt8]) {
        guard let manifest = try? JSONDecoder().decode(WrittenManifest.self, from: Data(bytes)) else { return nil }
        sources = manifest.sources.sha256
        files = manifest.files.map { ManifestEntry(path: $0.path, size: $0.size, sha256: $0.sha256) }
    }
}

private struct WrittenManifest: Decodable {
    struct Sources: Decodable {
        var sha256: String
    }

    struct File: Decodable {
        var path: String
        var size: Int
        var sha256: String
    }

    var sources: Sources
    var files: [File]
}
