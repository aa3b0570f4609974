import PlancDocument
import PlancLibraries

/// A document as a PDF file.
public struct PDFOutput: Sendable {
    /// The whole file, in bytes.
    public var bytes: [UInt8]
    /// How many pages it has.
    public var pageCount: Int
    /// Characters that no font of the system has, each with the word that needs it; its name is printed instead, in brackets.
    public var missingGlyphs: [MissingGlyph]
    /// What the front leaf says of facts that it had no room for.
    public var retreats: [String] = []
    /// Its parts in their order, each with the pages from where it begins to where the next does.
    public var parts: [(title: String, pages: Int)] = []
    /// What is found on each page, and where it leads.
    public var pages: [FinishedPage] = []
}

/// A page as somebody who turns pages uses it.
public struct FinishedPage: Sendable {
    public var landmarks: Set<Landmark> = []
    /// The headings that begin on it.
    public var anchors: [String] = []
    /// The headings whose page is printed on it.
    public var references: Set<String> = []
    /// The same in other documents.
    public var elsewhere: [(document: String, anchor: String)] = []

    public init() {}
}

extension [FinishedPage] {
    /// The page of each heading, from 1.
    public var pageOfHeadings: [String: Int] {
        var result: [String: Int] = [:]
        for (place, page) in enumerated() {
            for name in page.anchors where result[name] == nil { result[name] = place + 1 }
        }
        return result
    }
}

/// A character that no font has, and the word that it is in.
public struct MissingGlyph: Sendable, Equatable {
    public var text: String
    public var character: Character
}

/// Why a PDF cannot be made or read.
public enum PDFError: Error, Sendable, Equatable {
    /// What planc makes PDF files with is not there.
    case missingLibrary(MissingLibrary)
    /// The system has no fonts that Pango can use.
    case noFonts
    /// The named font cannot be embedded.
    case font(String)
    /// zlib's status.
    case compression(Int)
    /// What libqpdf says.
    case encryption(String)
    /// A finished file cannot be read back, from this byte on.
    case unreadable(Int)
    /// The password would not open the file everywhere.
    case password(PasswordFault)
}
