import CSeal
import PlancLibraries

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The same document, opened by a password only (AES-256, ISO 32000-2 revision 6). Two runs differ: the key is drawn by lot.
/// The lock is tried before the document is given away: it opens with the password, and not without.
public func encryptPDF(_ bytes: [UInt8], password: String) throws(PDFError) -> [UInt8] {
    if let missing = LateLibrary.locks.missing { throw PDFError.missingLibrary(missing) }
    let key: PDFPassword
    do { key = try PDFPassword(password) } catch { throw PDFError.password(error) }
    var locked: UnsafeMutablePointer<UInt8>?
    var count = 0
    var reason = [CChar](repeating: 0, count: 512)
    let status = bytes.withUnsafeBytes { raw in
        encrypt_pdf(
            raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, key.text, &locked, &count, &reason,
            reason.count)
    }
    guard status == 0, let locked else { throw PDFError.encryption(text(reason)) }
    defer { free(locked) }
    let result = Array(UnsafeBufferPointer(start: locked, count: count))
    guard canOpen(result, password: key.text, &reason) else {
        throw PDFError.encryption("the password does not open it: " + text(reason))
    }
    guard !canOpen(result, password: "", &reason) else { throw PDFError.encryption("it opens without a password") }
    return result
}

/// Whether a PDF opens with a password, by libqpdf; `reason` says why not.
private func canOpen(_ bytes: [UInt8], password: String, _ reason: inout [CChar]) -> Bool {
    bytes.withUnsafeBytes { raw in
        open_pdf(
            raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, password, &reason, reason.count) == 0
    }
}

private func text(_ reason: [CChar]) -> String {
    String(decoding: reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
