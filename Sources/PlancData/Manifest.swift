import PlancModel
import PlancSource

/// A file of an output as its manifest names it.
public struct ManifestEntry: Sendable {
    /// From the plan's output folder.
    public var path: String
    /// In bytes.
    public var size: Int
    /// 64 hexadecimal digits.
    public var sha256: String

    public init(path: String, size: Int, sha256: String) {
        self.path = path
        self.size = size
        self.sha256 = sha256
    }

    public init(path: String, bytes: [UInt8]) {
        self.init(path: path, size: bytes.count, sha256: PlancSource.sha256(bytes))
    }
}

/// The names of an output's manifest and of its signature.
public let manifestName = "manifest.json"
public let manifestSignatureName = "manifest.json.minisig"

/// What an output consists of: every file with its size and SHA-256, in the order of paths; what it was made from, and by what.
///
/// The last member, `checksum`, is the SHA-256 of the manifest without it, as it would be written: any byte of a manifest that
/// somebody changes shows. Who means to deceive can make it anew; against them there is the signature (`--sign`).
///
/// - Parameter openings: of each pack, how often it has to be opened until something is found.
public func manifest(
    plan: Plan, version: String, revision: String?, files: [ManifestEntry], openings: [JSON] = []
) -> [UInt8] {
    let entries = files.sorted { precedes($0.path, $1.path) }.map { file in
        JSON.object(["path": .string(file.path), "size": .int(file.size), "sha256": .string(file.sha256)])
    }
    return withChecksum(
        .object([
            "plan": .object([
                "name": .string(plan.name), "title": localized(plan.info.title),
                "version": .string(plan.info.version.value),
                "date": plan.info.date.map { .string($0.description) },
            ]),
            "sources": .object(["sha256": .string(plan.sourcesHash)]),
            "planc": .string(version),
            "revision": revision.map { .string($0) },
            "openings": openings.isEmpty ? nil : .array(openings),
            "files": .array(entries),
        ]))
}

/// An object's bytes with the checksum of them as its last member.
package func withChecksum(_ manifest: JSON) -> [UInt8] {
    guard case .object(let members) = manifest else { return manifest.bytes() }
    return JSON.object(members + [JSON.Member("checksum", .string(sha256(manifest.bytes())))]).bytes()
}
