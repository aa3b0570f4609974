import PlancDocument

/// A document on pages. Pages are given away one by one as they are finished; what is the same on every page and
/// what is known only at the end stands here.
public struct Layout {
    public let sheet: StyleSheet
    public let structure: Structure
    /// How many pages the document has.
    public let pageCount: Int
    /// Painted on every page, beneath its marks.
    public let furniture: [Mark]
    private let numbering: Furniture

    /// The mark that says "page x of y".
    public func pageNumber(_ number: Int) -> Mark? { numbering.number(number, of: pageCount) }

    /// Headings in their order, for bookmarks.
    public let outline: [(level: Int, title: String, anchor: String)]

    /// What the front leaf says of facts that it had no room for, in words for its reader; empty when all are on it.
    public let retreats: [String]
    /// Whether the front leaf flows over its pages all the same.
    public let leafOverflows: Bool

    /// Lays a document out.
    ///
    /// - Parameters:
    ///   - linksDocuments: links to other documents lead there; else they are plain words.
    ///   - finish: takes each page, in order. Marks of `pageNumber` in it are resolved by the caller when all pages
    ///     are known.
    public init<Failure: Error>(
        _ document: Document, typesetter: Typesetter, structure: Structure, linksDocuments: Bool = false,
        finish: @escaping (Page) throws(Failure) -> Void
    ) throws(Failure) {
        let setup = PageSetup(document, typesetter, structure, linksDocuments: linksDocuments)
        let (sheet, furniture, column) = (setup.sheet, setup.furniture, setup.column)
        let edge = document.edge.map { EdgeTabs($0, sheet: sheet, typesetter: typesetter) }
        var part: Edge.Tab?
        var hasParts = false
        var pages = setup.paginator { (page: Page) throws(Failure) in
            var page = page
            part = edge?.tab(of: page, after: part)
            hasParts = hasParts || part != nil
            page.marks += furniture.running(page.path)
            page.marks += edge?.marks(part, on: page.number, isBehind: part == nil && hasParts) ?? []
            try finish(page)
        }
        let fit = setup.copyFit
        var opening = document.leaf == nil ? Self.title(document, setup.flows[0], column) : []
        var retreats: [String] = []
        var leafOverflows = false
        var start = 0
        for place in 0...document.blocks.count {
            let isEnd = place == document.blocks.count
            if !isEnd { guard case .pageBreak = document.blocks[place] else { continue } }
            if start == 0, let leaf = document.leaf {
                let laid = setup.leafFit.lay(leaf, column)
                for (number, strips) in laid.pages.enumerated() {
                    if number > 0 { try pages.add(.pageBreak) }
                    for strip in strips { try pages.add(strip) }
                }
                (retreats, leafOverflows) = (laid.retreats, laid.overflows)
                start = 1
            }
            try fit.lay(document.blocks[start..<place], after: opening) { (strips: [Strip]) throws(Failure) in
                for strip in strips { try pages.add(strip) }
            }
            if !isEnd { try pages.add(.pageBreak) }
            opening = []
            start = place + 1
            guard let edge, start < document.blocks.count,
                edge.needsNotes(before: document.blocks[start], on: pages.number)
            else { continue }
            for strip in setup.flows[0].strips(edge.notes(after: part, room: setup.contentHeight), column) {
                try pages.add(strip)
            }
            try pages.add(.pageBreak)
        }
        pageCount = try pages.end()
        self.sheet = sheet
        self.structure = structure
        self.furniture = furniture.marks
        numbering = furniture
        outline = setup.headings.map { (max($0.level, 1), $0.runs.plainText, $0.anchor) }
        (self.retreats, self.leafOverflows) = (retreats, leafOverflows)
    }

    private static func title(_ document: Document, _ flow: Flow, _ column: Column) -> [Strip] {
        let sheet = flow.sheet
        var result: [Strip] = []
        if !document.title.isEmpty {
            let element = flow.structure.addHeading(1, below: column.parent)
            result = flow.text(
                [.text(document.title)], size: sheet.title, face: .bold, leading: 1.2, column, element: element)
            for place in result.indices { result[place].keepsWithNext = true }
        }
        if !document.purpose.isEmpty {
            let element = flow.structure.add(.paragraph, below: column.parent)
            var strips = flow.text(document.purpose, size: sheet.lead, column, element: element)
            strips.first(space: sheet.step * 0.5)
            result += strips
        }
        return result
    }
}

extension Document {
    /// The leaf that it begins with.
    var leaf: FrontLeaf? { if case .leaf(let leaf)? = blocks.first { leaf } else { nil } }

    /// Whether it has an index of its parts: then its pages say which they belong to, and links say on which page they end.
    var hasChapters: Bool { leaf != nil || blocks.contains(where: \.isContents) }
}

extension Block {
    /// The contents, or what holds them on one page.
    var isContents: Bool {
        switch self {
        case .contents: true
        case .together(let inner): inner.contains(where: \.isContents)
        default: false
        }
    }
}
