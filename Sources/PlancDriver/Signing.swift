import PlancData
import PlancDiagnostics
import PlancModel
import PlancSigning
import PlancSource

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Signs the manifest of an output: with which key, in whose name, and when.
public struct ManifestSigner: Sendable {
    public var key: SecretKey
    /// Whom the signature says it is by; nil says nothing.
    public var name: String?
    /// Seconds since 1970.
    public var seconds: Int

    public init(key: SecretKey, name: String?, seconds: Int = secondsNow()) {
        (self.key, self.name, self.seconds) = (key, name, seconds)
    }

    func signature(of manifest: [UInt8]) throws(SigningError) -> OutputFile {
        let signature = try Signature(
            of: manifest, with: key,
            trustedComment: Signature.comment(seconds: seconds, file: manifestName, by: name))
        return OutputFile(path: manifestSignatureName, bytes: Array(signature.text.utf8))
    }
}

/// The time, or the one that the environment sets for builds that are to be repeated (reproducible-builds.org).
public func secondsNow() -> Int {
    if let fixed = getenv("SOURCE_DATE_EPOCH"), let seconds = Int(String(cString: fixed)), seconds >= 0 {
        return seconds
    }
    return time(nil)
}

/// `2026-11-21 18:30 UTC`.
public func momentText(seconds: Int) -> String {
    guard (0..<253_402_300_800).contains(seconds) else { return "\(seconds)" }
    func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
    let time = seconds % 86_400
    return "\(CalendarDate(dayNumber: seconds / 86_400)) \(two(time / 3600)):\(two(time / 60 % 60)) UTC"
}

/// The name that planc wrote into the comment of a secret key; nil for a comment of another form.
public func signerName(in comment: String) -> String? {
    let ending = ", secret key "
    guard let place = comment.firstRange(of: ending) else { return nil }
    let name = comment[..<place.lowerBound]
    return name.isEmpty ? nil : String(name)
}

/// The comment of a new key's file.
public func keyComment(name: String?, kind: String, id: String) -> String {
    (name.map { $0 + ", " } ?? "planc ") + "\(kind) key \(id)"
}

extension SigningError {
    /// Why a key or a signature cannot be used.
    public var phrase: Phrase {
        switch self {
        case .malformed(let line):
            Phrase(
                "line {line} is not what a key or signature of minisign has there", ["line": line])
        case .unknownAlgorithm(let name):
            Phrase(
                "a key or signature of the kind '{name}' cannot be read: only Ed25519 of minisign can", ["name": name])
        case .passwordNeeded:
            Phrase(
                "the key is encrypted and needs a password")
        case .wrongPassword:
            Phrase(
                "the password does not open the key, or the key is damaged")
        case .notEnoughMemory:
            Phrase(
                "there is not enough memory for the key's password (minisign's keys need 1 GB)")
        case .badComment:
            Phrase(
                "the name has a control character, or is too long")
        case .noLibrary: Phrase("libsodium does not start")
        }
    }
}
