import CLate
import CSeal

/// A library of the system that few commands need: it is opened when something needs it first, not at every start.
public enum LateLibrary: CaseIterable, Sendable {
    /// Pango and HarfBuzz, with what they need: words become glyphs of fonts.
    case typesetting
    /// libqrencode: QR codes.
    case codes
    /// libpng: what is in pictures.
    case pictures
    /// libqpdf: encrypted PDF files.
    case locks

    /// What keeps the library from being used; nil once it is open.
    public var missing: MissingLibrary? {
        let missing =
            switch self {
            case .typesetting: late_missing_file(late_typesetting)
            case .codes: late_missing_file(late_codes)
            case .pictures: late_missing_file(late_pictures)
            case .locks: seal_missing_file()
            }
        guard let file = missing else { return nil }
        return MissingLibrary(file: String(cString: file), package: package)
    }

    /// Whether this process needed one of them that is missing; libqpdf aside, which is for packs alone.
    public static var wasAnyMissing: Bool { late_was_any_missing() != 0 }

    private var package: String {
        #if os(Linux)
            switch self {
            case .typesetting: "libpangoft2-1.0-0 libharfbuzz-subset0"
            case .codes: "libqrencode4"
            case .pictures: "libpng16-16"
            case .locks: "libqpdf29"
            }
        #else
            switch self {
            case .typesetting: "pango harfbuzz"
            case .codes: "qrencode"
            case .pictures: "libpng"
            case .locks: "qpdf"
            }
        #endif
    }
}

/// A library that is not installed, or too old for what is asked of it.
public struct MissingLibrary: Error, Sendable, Hashable {
    /// As the system names it: `libqrencode.so.4`.
    public var file: String
    /// What to install, by its names in Debian, or in Homebrew on macOS.
    public var package: String
}
