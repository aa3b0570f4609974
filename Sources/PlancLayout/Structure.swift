/// What the parts of a document are, for those who listen to it: the tree of tags of a PDF.
///
/// An element has either elements below it or content on pages, never both, so that the order of the tree is the
/// order of reading.
public final class Structure {
    /// The standard structure types of PDF (ISO 32000-2, 14.8.4) that planc uses.
    public enum Tag: String, Sendable {
        case document = "Document"
        case h1 = "H1"
        case h2 = "H2"
        case h3 = "H3"
        case h4 = "H4"
        case h5 = "H5"
        case h6 = "H6"
        case paragraph = "P"
        case span = "Span"
        case link = "Link"
        case code = "Code"
        case quote = "BlockQuote"
        case section = "Sect"
        case division = "Div"
        case list = "L"
        case item = "LI"
        case label = "Lbl"
        case itemBody = "LBody"
        case table = "Table"
        case row = "TR"
        case header = "TH"
        case cell = "TD"
        case figure = "Figure"
        case contents = "TOC"
        case contentsItem = "TOCI"
        /// A mark in the text that leads to a note, and the note.
        case reference = "Reference"
        case note = "Note"

        /// The tag of a heading; PDF knows six levels.
        fileprivate static func heading(_ level: Int) -> Tag {
            [.h1, .h2, .h3, .h4, .h5, .h6][min(max(level, 1), 6) - 1]
        }
    }

    /// What a reading program needs to know of an element beside its tag.
    public enum Note: Sendable, Equatable {
        case alternative(String)
        case columnScope
        case rowScope
        case columnSpan(Int)
        case summary(String)
        case numbering(isOrdered: Bool)
        /// Unique in the document: PDF/UA wants one for each note.
        case identifier(String)
    }

    /// A node of the tree. Its relations are indices into `elements`; -1 is none.
    public struct Element: Sendable {
        public var tag: Tag
        /// The place in `elements` of the one that holds it.
        public var parent: Int32
        /// The place in `elements` of the first that it holds.
        public var firstChild: Int32 = -1
        /// The place in `elements` of the next below the same parent.
        public var nextSibling: Int32 = -1
        fileprivate var lastChild: Int32 = -1
    }

    /// The first is the document.
    public private(set) var elements: ContiguousArray<Element> = [Element(tag: .document, parent: -1)]
    /// By the index of the element.
    public private(set) var notes: [Int32: [Note]] = [:]

    /// The index of the document.
    public static let root: Int32 = 0
    /// Not part of the document: rules, running heads, what is repeated.
    public static let artifact: Int32 = -1

    private var lastHeading = 0

    public init() {}

    /// A new element, the last below `parent`; an artifact below an artifact.
    public func add(_ tag: Tag, below parent: Int32, _ notes: [Note] = []) -> Int32 {
        guard parent >= 0 else { return Self.artifact }
        let id = Int32(elements.count)
        elements.append(Element(tag: tag, parent: parent))
        let last = elements[Int(parent)].lastChild
        if last < 0 { elements[Int(parent)].firstChild = id } else { elements[Int(last)].nextSibling = id }
        elements[Int(parent)].lastChild = id
        if !notes.isEmpty { self.notes[id] = notes }
        return id
    }

    /// What has been told so far: `undo` forgets what was added since below the document itself.
    struct Mark {
        fileprivate let count: Int
        fileprivate let last: Int32
        fileprivate let lastHeading: Int
    }

    var mark: Mark { Mark(count: elements.count, last: elements[0].lastChild, lastHeading: lastHeading) }

    func undo(to mark: Mark) {
        for id in mark.count..<elements.count { notes[Int32(id)] = nil }
        elements.removeLast(elements.count - mark.count)
        elements[0].lastChild = mark.last
        if mark.last < 0 { elements[0].firstChild = -1 } else { elements[Int(mark.last)].nextSibling = -1 }
        lastHeading = mark.lastHeading
    }

    /// A heading that is at most one level below the one before it: listeners would look for the level left out.
    public func addHeading(_ level: Int, below parent: Int32) -> Int32 {
        guard parent >= 0 else { return Self.artifact }
        lastHeading = min(max(level, 1), lastHeading + 1)
        return add(.heading(lastHeading), below: parent)
    }

    /// The tags from the document down to an element, for a readable dump.
    public func path(_ element: Int32) -> String {
        guard element >= 0 else { return "artifact" }
        var parts: [String] = []
        var here = element
        while here > 0 {
            parts.append(elements[Int(here)].tag.rawValue)
            here = elements[Int(here)].parent
        }
        return parts.reversed().joined(separator: "/")
    }
}
