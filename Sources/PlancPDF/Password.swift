import CPango
import PlancLibraries

/// Why a password would not open what is encrypted with it, in every program and on every keyboard.
public enum PasswordFault: Error, Sendable, Hashable {
    case empty
    case notUTF8
    /// A line feed or carriage return, a zero byte, another control character.
    case control(UInt32)
    /// A space before the first or after the last character.
    case spaceAtEnd
    /// More than 127 bytes in UTF-8, all that counts (ISO 32000-2, 7.6.4.3.3).
    case tooLong(bytes: Int)
    /// A character that nobody sees, or that programs replace or refuse (SASLprep, RFC 4013).
    case character(UInt32)
    /// Letters written from the right together with others.
    case bothDirections
    /// What knows the forms of letters is not there.
    case missingLibrary(MissingLibrary)
}

/// A password as the standard wants it: the bytes that every program makes of what a person types.
///
/// Programs prepare what is typed by SASLprep, some of them not at all. So what SASLprep would change, but for composing
/// letters with their accents, is refused: then all of them make the same bytes of it.
public struct PDFPassword: Sendable {
    /// In Normalization Form C.
    public let text: String

    public init(_ bytes: [UInt8]) throws(PasswordFault) {
        guard let written = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        try self.init(written)
    }

    public init(_ written: String) throws(PasswordFault) {
        if written.isEmpty { throw .empty }
        if let missing = LateLibrary.typesetting.missing { throw .missingLibrary(missing) }
        for scalar in written.unicodeScalars where scalar.properties.generalCategory == .control {
            throw .control(scalar.value)
        }
        if written.first == " " || written.last == " " { throw .spaceAtEnd }
        let composed = normalized(written, G_NORMALIZE_NFC)
        for scalar in composed.unicodeScalars {
            if scalar == " " { continue }
            switch scalar.properties.generalCategory {
            case .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator:
                throw .character(scalar.value)
            default: break
            }
            // SASLprep knows Unicode 3.2, of whose later planes only rare letters are in use.
            if scalar.value > 0xFFFF || scalar.properties.isDefaultIgnorableCodePoint {
                throw .character(scalar.value)
            }
            let alone = String(scalar)
            if !normalized(alone, G_NORMALIZE_NFKC).utf8.elementsEqual(normalized(alone, G_NORMALIZE_NFC).utf8) {
                throw .character(scalar.value)
            }
        }
        let scalars = Array(composed.unicodeScalars)
        let fromRight = scalars.map(isFromRight)
        if fromRight.contains(true) {
            let others = scalars.indices.contains { !fromRight[$0] && scalars[$0].properties.isAlphabetic }
            guard !others, fromRight.first == true, fromRight.last == true else { throw .bothDirections }
        }
        let count = composed.utf8.count
        guard count <= 127 else { throw .tooLong(bytes: count) }
        text = composed
    }
}

private func normalized(_ text: String, _ form: GNormalizeMode) -> String {
    guard let result = g_utf8_normalize(text, -1, form) else { return text }
    defer { g_free(result) }
    return String(cString: result)
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and what is near them.
private func isFromRight(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: scalar.properties.isAlphabetic
    default: false
    }
}
