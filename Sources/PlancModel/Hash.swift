import CSodium

/// SHA-256, by libsodium.
struct Hash: ~Copyable {
    private var state = crypto_hash_sha256_state()

    init() { crypto_hash_sha256_init(&state) }

    mutating func add(_ bytes: some Sequence<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { buffer in
            _ = crypto_hash_sha256_update(&state, buffer.baseAddress, UInt64(buffer.count))
        }
        if done == nil {
            let copy = Array(bytes)
            crypto_hash_sha256_update(&state, copy, UInt64(copy.count))
        }
    }

    /// The digest in hexadecimal, 64 digits.
    consuming func hexadecimal() -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256_final(&state, &digest)
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in digest {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// What a translation is stamped with: the first 12 hexadecimal digits of the SHA-256 of title, subject and body, each
    /// ended by a NUL byte, line endings as LF. Neither keys nor other files have a part in it.
    static func content(title: String, subject: String, body: ArraySlice<UInt8>) -> String {
        var hash = Hash()
        hash.add(title.utf8)
        hash.add([0])
        hash.add(subject.utf8)
        hash.add([0])
        if body.contains(UInt8(ascii: "\r")) {
            var lines: [UInt8] = []
            lines.reserveCapacity(body.count)
            for (index, byte) in zip(body.indices, body) {
                if byte == UInt8(ascii: "\r"), index + 1 < body.endIndex, body[index + 1] == UInt8(ascii: "\n") {
                    continue
                }
                lines.append(byte)
            }
            hash.add(lines)
        } else {
            hash.add(body)
        }
        hash.add([0])
        return String(hash.hexadecimal().prefix(12))
    }
}
