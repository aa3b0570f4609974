import PlancDocument

/// A document on pages. Pages are given away one by one as they are finished; what is the same on every page and
/// what is known only at the end stands here.
public struct Layout {
    public let sheet: StyleSheet
    public let structure: Structure
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
        var sheet = StyleSheet(paper: document.paper, isLargePrint: document.isLargePrint)
        sheet.stress = max(sheet.body, typesetter.stressSize)
        if document.leaf != nil { sheet = sheet.ofPack() }
        let entries = Self.headings(document.blocks)
        let anchors = Set(entries.map(\.anchor))
        // Room for what a continued page repeats above its first strip; a header that is higher is not repeated.
        let repeated = sheet.body * 8
        let footnotes = Footnotes()
        let pageWord = document.hasChapters ? document.words.pageShort : nil
        func flow(_ room: Double, _ full: Double, _ sheet: StyleSheet, pageWord: String?) -> Flow {
            Flow(
                typesetter: typesetter, sheet: sheet, structure: structure, words: document.words, headings: entries,
                anchors: anchors, linksDocuments: linksDocuments, pageRoom: room, fullRoom: full,
                repeatedRoom: repeated, footnotes: footnotes, pageWord: pageWord)
        }
        let furniture = Furniture(
            flow: flow(sheet.pageHeight, sheet.pageHeight, sheet, pageWord: pageWord), document: document)
        let noteSize = sheet.small
        let noteHeight = noteSize * 1.6
        let contentHeight = furniture.contentBottom - furniture.contentTop
        let flows = [1, 0.82, 0.66].map {
            flow(contentHeight - repeated, contentHeight, $0 == 1 ? sheet : sheet.closer($0), pageWord: pageWord)
        }
        // Pages stand in a column of their own on the front leaf: no link there says its page as well.
        let leafFit = LeafFit(
            wide: flow(contentHeight, contentHeight, sheet, pageWord: nil),
            close: flow(contentHeight, contentHeight, sheet.withCloserBlocks(), pageWord: nil), room: contentHeight)
        let body = flows[0]
        for flow in flows { flow.section.title = document.title }
        let column = Column(x: sheet.marginLeft, width: sheet.contentWidth, size: sheet.body, parent: Structure.root)
        let artifact = column.below(Structure.artifact)
        let continued: ([Continuation]) -> [Strip] = { continuations in
            var result: [Strip] = []
            let title = continuations.first { !$0.title.isEmpty }?.title
            let words = document.words.continued
            let name = title.map { ShortTitle.fitting($0, after: words) } ?? ""
            let text = name.isEmpty ? words : name + " – " + words
            let strips = body.text(
                [.text(text)], size: title == nil ? noteSize : sheet.body, face: .bold, leading: 1.3, artifact,
                element: Structure.artifact)
            result.append(strips.merged().padded(bottom: 2))
            for continuation in continuations where result.height + continuation.header.height <= repeated {
                result += continuation.header.map(Self.unbound)
            }
            return result
        }
        func paginator<E: Error>(isTrial: Bool = false, _ finish: @escaping (Page) throws(E) -> Void) -> Paginator<E> {
            Paginator<E>(
                sheet: sheet, top: furniture.contentTop, bottom: furniture.contentBottom, noteHeight: noteHeight,
                continues: { y in
                    var strip = body.text(
                        [.text(document.words.continues + " ▸")], size: noteSize, face: .bold, alignment: .right,
                        leading: 1.3, artifact,
                        element: Structure.artifact
                    ).merged()
                    for place in strip.marks.indices { strip.marks[place].move(down: y + 2) }
                    return strip.marks
                },
                continued: continued,
                footnotes: .init(
                    gap: body.footnoteGap, isUsed: { !footnotes.addresses.isEmpty }, height: body.footnoteHeight,
                    lay: { number, parent, page in
                        if isTrial { return Strip(height: body.footnoteHeight(number)) }
                        return body.footnote(
                            number, parent: parent, identifier: Self.footnoteAnchor(number, page: page))
                    },
                    anchor: Self.footnoteAnchor,
                    rule: { y in
                        .shape(
                            .line(
                                x1: sheet.marginLeft, y1: y, x2: sheet.marginLeft + sheet.contentWidth * 0.25, y2: y,
                                .init(0.6, .black)),
                            element: Structure.artifact)
                    }),
                finish: finish)
        }
        let edge = document.edge.map { EdgeTabs($0, sheet: sheet, typesetter: typesetter) }
        var part: Edge.Tab?
        var hasParts = false
        var pages = paginator { (page: Page) throws(Failure) in
            var page = page
            part = edge?.tab(of: page, after: part)
            hasParts = hasParts || part != nil
            page.marks += furniture.running(page.path)
            page.marks += edge?.marks(part, on: page.number, isBehind: part == nil && hasParts) ?? []
            try finish(page)
        }
        let fit = CopyFit(flows: flows, column: column, room: contentHeight) { strips in
            var trial = paginator(isTrial: true) { (_: Page) in }
            for var strip in strips {
                strip.marks.removeAll { !$0.isFootnote }
                trial.add(strip)
            }
            return (trial.end(), trial.fill)
        }
        var opening = document.leaf == nil ? Self.title(document, body, column) : []
        var retreats: [String] = []
        var leafOverflows = false
        var start = 0
        for place in 0...document.blocks.count {
            let isEnd = place == document.blocks.count
            if !isEnd { guard case .pageBreak = document.blocks[place] else { continue } }
            if start == 0, let leaf = document.leaf {
                let laid = leafFit.lay(leaf, column)
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
            for strip in body.strips(edge.notes(after: part, room: contentHeight), column) { try pages.add(strip) }
            try pages.add(.pageBreak)
        }
        pageCount = try pages.end()
        self.sheet = sheet
        self.structure = structure
        self.furniture = furniture.marks
        numbering = furniture
        outline = entries.map { (max($0.level, 1), $0.runs.plainText, $0.anchor) }
        (self.retreats, self.leafOverflows) = (retreats, leafOverflows)
    }

    private static func footnoteAnchor(_ number: Int, page: Int) -> String { "footnote-\(number)-page-\(page)" }

    private static func unbound(_ strip: Strip) -> Strip {
        var result = strip
        result.marks.removeAll(where: \.isFootnote)
        result.continuations = []
        result.ends = 0
        return result
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

    private static func headings(_ blocks: [Block]) -> [Flow.HeadingEntry] {
        var result: [Flow.HeadingEntry] = []
        for block in blocks {
            switch block {
            case .heading(let level, let runs, let anchor):
                if !runs.plainText.isEmpty { result.append(.init(level: level, runs: runs, anchor: anchor)) }
            case .together(let inner), .quote(let inner), .stress(let inner): result += headings(inner)
            case .leaf(let leaf): result += headings(leaf.whole)
            case .callout(let callout): result += headings(callout.blocks)
            default: break
            }
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
