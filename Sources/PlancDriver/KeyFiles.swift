#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes the two files of a pair of keys, which must not be there yet: the secret one for its owner's eyes only.
/// Either both are there afterwards or none.
public func writeKeyPair(
    secret: (path: String, text: String), open: (path: String, text: String)
) throws(WorldError) {
    try makeFolders(Path.folder(secret.path))
    try writeNewFile(Array(secret.text.utf8), to: secret.path, mode: 0o600)
    do throws(WorldError) {
        try writeNewFile(Array(open.text.utf8), to: open.path, mode: 0o644)
    } catch {
        unlink(secret.path)
        throw error
    }
}

/// Writes a file that must not be there, whole or not at all; a link is not followed.
private func writeNewFile(_ bytes: [UInt8], to path: String, mode: mode_t) throws(WorldError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard file >= 0 else { throw lastError(path) }
    var rest = bytes[...]
    var failure: WorldError?
    while failure == nil, !rest.isEmpty {
        let count = rest.withUnsafeBytes { buffer in write(file, buffer.baseAddress, buffer.count) }
        if count < 0 {
            if errno != EINTR { failure = lastError(path) }
        } else {
            rest = rest.dropFirst(count)
        }
    }
    // Keys that are lost with a power cut are lost for good.
    if fsync(file) != 0, errno != EINVAL, failure == nil { failure = lastError(path) }
    if close(file) != 0, failure == nil { failure = lastError(path) }
    if let failure {
        unlink(path)
        throw failure
    }
}
