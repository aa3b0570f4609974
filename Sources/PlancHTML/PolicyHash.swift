import PlancSource

/// The source expression of a Content-Security-Policy for a piece of inline code: `'sha256-…'` (CSP 3, hash-source).
func policyHash(of code: [UInt8]) -> String {
    var hash = SHA256()
    hash.add(code)
    return "'sha256-\(base64(hash.digest()))'"
}
