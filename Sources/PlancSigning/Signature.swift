import CSodium
import PlancSource

/// A signature in minisign's format (https://jedisct1.github.io/minisign/#signature-format).
///
/// Four lines: a comment that nothing vouches for; base 64 of `ED`, the key's name and the signature of the BLAKE2b-512 of the
/// file; the trusted comment; and the signature of the signature and the trusted comment together.
public struct Signature: Sendable, Hashable {
    public let keyID: KeyID
    /// Text that is signed along: `timestamp:…`, `file:…`, `by:…`, parted by tabs.
    public let trustedComment: String
    let untrustedComment: String
    /// Whether the BLAKE2b of the file was signed (`ED`), not the file (`Ed`, the old form).
    let isPrehashed: Bool
    let signature: [UInt8]
    let globalSignature: [UInt8]

    /// Signs bytes. What the trusted comment says is signed with them.
    public init(
        of bytes: [UInt8], with key: SecretKey, trustedComment: String,
        untrustedComment: String = "signature from minisign secret key"
    ) throws(SigningError) {
        // A tab parts the pieces of a trusted comment.
        guard trustedComment.utf8.count <= 8000,
            trustedComment.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F || $0 == "\t" })
        else { throw .badComment }
        self.untrustedComment = try checked(comment: untrustedComment)
        self.trustedComment = trustedComment
        keyID = key.publicKey.id
        isPrehashed = true
        signature = Self.sign(blake2b(bytes, count: 64), key)
        globalSignature = Self.sign(signature + Array(trustedComment.utf8), key)
    }

    private static func sign(_ bytes: [UInt8], _ key: SecretKey) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
        crypto_sign_detached(&signature, nil, bytes, UInt64(bytes.count), key.secret)
        return signature
    }

    /// The file beside what is signed, `NAME.minisig`.
    public var text: String {
        """
        untrusted comment: \(untrustedComment)
        \(base64(Array((isPrehashed ? "ED" : "Ed").utf8) + keyID.bytes + signature))
        trusted comment: \(trustedComment)
        \(base64(globalSignature))

        """
    }

    /// Reads a signature of minisign or planc.
    public init(reading text: String) throws(SigningError) {
        let all = lines(of: text)
        func line(_ number: Int, after opening: String) throws(SigningError) -> String {
            guard number < all.count, all[number].hasPrefix(opening) else { throw .malformed(line: number + 1) }
            return String(all[number].dropFirst(opening.count))
        }
        untrustedComment = try line(0, after: "untrusted comment: ")
        guard all.count > 1, let bytes = bytes(base64: all[1], count: 74) else { throw .malformed(line: 2) }
        switch String(decoding: bytes[0..<2], as: UTF8.self) {
        case "ED": isPrehashed = true
        case "Ed": isPrehashed = false
        case let other: throw .unknownAlgorithm(other)
        }
        keyID = KeyID(bytes: Array(bytes[2..<10]))
        signature = Array(bytes[10...])
        trustedComment = try line(2, after: "trusted comment: ")
        guard all.count > 3, let global = PlancSigning.bytes(base64: all[3], count: 64) else {
            throw .malformed(line: 4)
        }
        // Nothing may come after what is signed.
        guard all.count == 4 || all.count == 5 && all[4].isEmpty else { throw .malformed(line: 5) }
        globalSignature = global
    }

    /// Whether the key signed these bytes, and the trusted comment with them.
    public func isValid(for bytes: [UInt8], _ key: PublicKey) -> Bool {
        guard libraryIsReady, key.id == keyID else { return false }
        let signed = isPrehashed ? blake2b(bytes, count: 64) : bytes
        let whole = signature + Array(trustedComment.utf8)
        return crypto_sign_verify_detached(signature, signed, UInt64(signed.count), key.key) == 0
            && crypto_sign_verify_detached(globalSignature, whole, UInt64(whole.count), key.key) == 0
    }

    /// A piece of the trusted comment: what comes after `name:`.
    public func said(_ name: String) -> String? {
        for piece in trustedComment.split(separator: "\t") where piece.hasPrefix(name + ":") {
            return String(piece.dropFirst(name.count + 1))
        }
        return nil
    }

    /// The comment of a signature as planc makes it: when (seconds since 1970), what, and by whom.
    public static func comment(seconds: Int, file: String, by name: String?) -> String {
        let clean = name.map { name in
            String(String.UnicodeScalarView(name.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
        }
        return "timestamp:\(seconds)\tfile:\(file)\thashed" + (clean.map { "\tby:\($0)" } ?? "")
    }
}
