import PlancFiles

/// Writes the two files of a pair of keys, which must not be there yet: the secret one for its owner's eyes only.
/// Either both are there afterwards or none.
public func writeKeyPair(
    secret: (path: String, text: String), open: (path: String, text: String)
) throws(FileError) {
    try Files().writeNewFiles([
        (secret.path, Array(secret.text.utf8), 0o600), (open.path, Array(open.text.utf8), 0o644),
    ])
}
