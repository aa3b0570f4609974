import PlancData
import PlancDiagnostics
import PlancSigning
import PlancSource

/// How an output differs from its manifest.
public struct Difference: Sendable, Hashable {
    /// How a file is other than the manifest says.
    public enum Kind: String, Sendable, CaseIterable {
        case missing, changed
        /// A file or folder that the manifest does not name.
        case unexpected
        /// A link, a folder or a device where a file belongs.
        case notAFile
        /// A signature that should be there, or that is not in its form.
        case unsigned, badSignature
        /// The signature is another key's.
        case otherKey
    }

    public var path: String
    public var kind: Kind
}

/// What `verify` found out.
public struct Verification: Sendable {
    /// In the order of paths; empty when the output is as planc wrote it.
    public var differences: [Difference] = []
    public var signature = SignatureState.none

    /// What is known of the manifest's signature.
    public enum SignatureState: Sendable, Hashable {
        case none
        /// There is one, by a key of this name; without the key nobody knows whether it holds.
        case unchecked(key: String)
        /// The key signed this manifest. `seconds` since 1970, and whom it says it was by.
        case valid(key: String, seconds: Int?, by: String?)
        case invalid
    }
}

/// Why an output cannot be compared with its manifest.
public enum VerifyError: Error, Sendable {
    case world(WorldError)
    case manifest(ManifestFault)
}

/// Compares everything in an output's folder with its manifest: what is missing, changed, does not belong there, or is a link;
/// with a key the manifest with its signature too. No link is followed, but the folder's own.
public func verify(
    _ folder: String, key: PublicKey? = nil, in world: some World
) throws(VerifyError) -> Verification {
    let bytes: [UInt8]
    let manifest: WrittenManifest
    do throws(WorldError) {
        bytes = try world.read(Path.join(folder, manifestName), limit: WrittenManifest.largestManifest + 1)
    } catch { throw .world(error) }
    do throws(ManifestFault) {
        guard bytes.count <= WrittenManifest.largestManifest else { throw .foreign }
        manifest = try WrittenManifest(reading: bytes)
    } catch { throw .manifest(error) }
    let found = try entries(below: folder, in: world)
    var verification = Verification()
    func add(_ path: String, _ kind: Difference.Kind) {
        verification.differences.append(Difference(path: path, kind: kind))
    }
    if found[manifestName] != .file { add(manifestName, .notAFile) }
    if !manifest.isUnchanged { add(manifestName, .changed) }

    var known: Set<String> = [manifestName]
    for entry in manifest.files {
        known.insert(entry.path)
        var above = entry.path
        while let slash = above.lastIndex(of: "/") {
            above = String(above[..<slash])
            known.insert(above)
        }
        switch found[entry.path] {
        case nil: add(entry.path, .missing)
        case .file?:
            // A path through a link would lead elsewhere; such a path was not met while looking through the folder.
            if try !isSame(Path.join(folder, entry.path), entry, in: world) { add(entry.path, .changed) }
        default: add(entry.path, .notAFile)
        }
    }
    if let kind = found[manifestSignatureName] {
        known.insert(manifestSignatureName)
        if kind != .file {
            add(manifestSignatureName, .notAFile)
        } else {
            try check(&verification, Path.join(folder, manifestSignatureName), bytes, key, in: world)
        }
    } else if key != nil {
        add(manifestSignatureName, .unsigned)
    }
    for path in found.keys where !known.contains(path) { add(path, .unexpected) }
    verification.differences.sort {
        $0.path == $1.path ? $0.kind.rawValue < $1.kind.rawValue : precedes($0.path, $1.path)
    }
    return verification
}

/// Everything below a folder by its path from there, links as links.
private func entries(
    below folder: String, in world: some World
) throws(VerifyError) -> [String: WorldEntry.Kind] {
    var found: [String: WorldEntry.Kind] = [:]
    var waiting = [""]
    do throws(WorldError) {
        while let below = waiting.popLast() {
            for entry in try world.entries(of: below.isEmpty ? folder : Path.join(folder, below)) {
                let path = below.isEmpty ? entry.name : below + "/" + entry.name
                found[path] = entry.kind
                if entry.kind == .folder { waiting.append(path) }
            }
        }
    } catch { throw .world(error) }
    return found
}

private func isSame(_ path: String, _ entry: ManifestEntry, in world: some World) throws(VerifyError) -> Bool {
    do throws(WorldError) {
        let bytes = try world.read(path, limit: entry.size + 1)
        return bytes.count == entry.size && sha256(bytes) == entry.sha256
    } catch { throw .world(error) }
}

private func check(
    _ verification: inout Verification, _ path: String, _ manifest: [UInt8], _ key: PublicKey?, in world: some World
) throws(VerifyError) {
    let bytes: [UInt8]
    do throws(WorldError) { bytes = try world.read(path, limit: 65_536) } catch { throw .world(error) }
    let name = manifestSignatureName
    guard let text = String(validating: bytes, as: UTF8.self), let signature = try? Signature(reading: text),
        signature.text.utf8.elementsEqual(bytes)
    else {
        verification.differences.append(Difference(path: name, kind: .badSignature))
        verification.signature = .invalid
        return
    }
    guard let key else {
        verification.signature = .unchecked(key: signature.keyID.description)
        return
    }
    guard signature.keyID == key.id else {
        verification.differences.append(Difference(path: name, kind: .otherKey))
        verification.signature = .invalid
        return
    }
    guard signature.isValid(for: manifest, key) else {
        verification.differences.append(Difference(path: name, kind: .badSignature))
        verification.signature = .invalid
        return
    }
    verification.signature = .valid(
        key: key.id.description, seconds: signature.said("timestamp").flatMap { Int($0) }, by: signature.said("by"))
}
