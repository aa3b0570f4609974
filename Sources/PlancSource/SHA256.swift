import CSodium

/// SHA-256, by libsodium.
package struct SHA256: ~Copyable {
    private var state = crypto_hash_sha256_state()

    package init() { crypto_hash_sha256_init(&state) }

    /// Takes further bytes into the digest.
    package mutating func add(_ bytes: some Sequence<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { buffer in
            _ = crypto_hash_sha256_update(&state, buffer.baseAddress, UInt64(buffer.count))
        }
        if done == nil {
            let copy = Array(bytes)
            crypto_hash_sha256_update(&state, copy, UInt64(copy.count))
        }
    }

    /// The digest, 32 bytes.
    package consuming func digest() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256_final(&state, &digest)
        return digest
    }

    /// The digest in hexadecimal, 64 digits.
    package consuming func hexadecimal() -> String { PlancSource.hexadecimal(digest()) }
}

/// The SHA-256 of bytes in hexadecimal, 64 digits.
package func sha256(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.add(bytes)
    return hash.hexadecimal()
}
