/// Why a key or a signature cannot be used.
public enum SigningError: Error, Sendable, Hashable {
    /// The text is no key, or no signature, in minisign's format; `line` counts from 1.
    case malformed(line: Int)
    /// A key or a signature of a kind that is unknown here, named by its two letters.
    case unknownAlgorithm(String)
    /// A secret key that is encrypted, and no password was given.
    case passwordNeeded
    /// The password does not open the secret key, or the key is damaged.
    case wrongPassword
    /// The memory that the key's password asks for cannot be had.
    case notEnoughMemory
    /// A comment has a control character or is longer than minisign reads.
    case badComment
    /// libsodium does not start.
    case noLibrary
}
