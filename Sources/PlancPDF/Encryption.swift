import CSeal

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The same document, opened by a password only (AES-256, ISO 32000-2 revision 6). Two runs differ: the key is drawn by lot.
func encrypt(_ bytes: [UInt8], password: String) throws(PDFError) -> [UInt8] {
    var sealed: UnsafeMutablePointer<UInt8>?
    var count = 0
    var reason = [CChar](repeating: 0, count: 512)
    let status = bytes.withUnsafeBytes { raw in
        seal_pdf(
            raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, password, &sealed, &count, &reason,
            reason.count)
    }
    guard status == 0, let sealed else {
        let text = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        throw PDFError.encryption(String(decoding: text, as: UTF8.self))
    }
    defer { free(sealed) }
    return Array(UnsafeBufferPointer(start: sealed, count: count))
}
