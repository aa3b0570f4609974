import CSodium

/// libsodium, started once.
let libraryIsReady: Bool = sodium_init() >= 0

/// nil for what is not base 64, and for other than `count` bytes.
func bytes(base64 text: Substring, count: Int) -> [UInt8]? {
    var result = [UInt8](repeating: 0, count: count)
    var length = 0
    let status = Array(text.utf8).withUnsafeBytes { raw in
        sodium_base642bin(
            &result, result.count, raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, nil, &length, nil,
            Int32(sodium_base64_VARIANT_ORIGINAL))
    }
    return status == 0 && length == count ? result : nil
}

/// `count` bytes drawn by lot.
func randomBytes(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
}

/// BLAKE2b of some length, at most 64 bytes.
func blake2b(_ bytes: [UInt8], count: Int) -> [UInt8] {
    var hash = [UInt8](repeating: 0, count: count)
    crypto_generichash(&hash, count, bytes, UInt64(bytes.count), nil, 0)
    return hash
}

/// Overwrites a secret; unlike an assignment it is never left out.
func wipe(_ secret: inout [UInt8]) {
    secret.withUnsafeMutableBytes { raw in
        if let base = raw.baseAddress { sodium_memzero(base, raw.count) }
    }
}

/// The lines of a key or a signature; a carriage return before a line's end is no part of it.
func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
        // "\r\n" is one Character.
        line.split(separator: "\r\n", omittingEmptySubsequences: false)
    }.map { $0.hasSuffix("\r") ? $0.dropLast() : $0 }
}
