import PlancData
import PlancFiles
import PlancSource

/// The output that a build finds in its place, as its manifest tells it.
public struct OldOutput: Sendable {
    /// SHA-256 of the sources that it was made from.
    var sources: String
    var files: [ManifestEntry]
    /// What it says of each pack.
    var openings: [JSON]

    /// nil when the bytes are no manifest of planc.
    public init?(manifest bytes: [UInt8]) {
        guard let manifest = try? WrittenManifest(reading: bytes) else { return nil }
        sources = manifest.sources
        files = manifest.files
        openings = manifest.openings
    }

    /// What planc wrote, the manifest itself included: its bytes as they were read.
    public func known(manifest bytes: [UInt8], signature: [UInt8]?) -> [KnownFile] {
        var known = files.map { KnownFile(path: $0.path, size: $0.size, sha256: $0.sha256) }
        known.append(KnownFile(path: manifestName, bytes: bytes))
        if let signature, signature.count < 1024, signature.starts(with: "untrusted comment: ".utf8) {
            known.append(KnownFile(path: manifestSignatureName, bytes: signature))
        }
        return known
    }

    /// The same output without the files that are no longer as they were written.
    public mutating func keepOnly(_ unchanged: [KnownFile]) {
        let paths = Set(unchanged.map(\.path))
        files.removeAll { !paths.contains($0.path) }
    }
}
