import PlancDocument

/// What all pages of a document have in common: their sizes, their running heads, and the flows that set text on them.
struct PageSetup {
    let document: Document
    let sheet: StyleSheet
    let headings: [Flow.HeadingEntry]
    let furniture: Furniture
    /// From the widest to the closest; the first sets the body.
    let flows: [Flow]
    let leafFit: LeafFit
    let column: Column
    /// Height of a page's content, in points.
    let contentHeight: Double
    /// Room for what a continued page repeats above its first strip, in points; a header that is higher is not repeated.
    private let repeated: Double
    private let footnotes: Footnotes

    init(_ document: Document, _ typesetter: Typesetter, _ structure: Structure, linksDocuments: Bool) {
        var sheet = StyleSheet(paper: document.paper, isLargePrint: document.isLargePrint)
        sheet.stress = max(sheet.body, typesetter.stressSize)
        if document.leaf != nil { sheet = sheet.ofPack() }
        let headings = Self.headings(document.blocks)
        let anchors = Set(headings.map(\.anchor))
        let repeated = sheet.body * 8
        let footnotes = Footnotes()
        func flow(_ room: Double, _ full: Double, _ sheet: StyleSheet, pageWord: String?) -> Flow {
            Flow(
                typesetter: typesetter, sheet: sheet, structure: structure, words: document.words, headings: headings,
                anchors: anchors, linksDocuments: linksDocuments, pageRoom: room, fullRoom: full,
                repeatedRoom: repeated, footnotes: footnotes, pageWord: pageWord)
        }
        let pageWord = document.hasChapters ? document.words.pageShort : nil
        let furniture = Furniture(
            flow: flow(sheet.pageHeight, sheet.pageHeight, sheet, pageWord: pageWord), document: document)
        let contentHeight = furniture.contentBottom - furniture.contentTop
        flows = [1, 0.82, 0.66].map {
            flow(contentHeight - repeated, contentHeight, $0 == 1 ? sheet : sheet.closer($0), pageWord: pageWord)
        }
        // Pages stand in a column of their own on the front leaf: no link there says its page as well.
        leafFit = LeafFit(
            wide: flow(contentHeight, contentHeight, sheet, pageWord: nil),
            close: flow(contentHeight, contentHeight, sheet.withCloserBlocks(), pageWord: nil), room: contentHeight)
        for flow in flows { flow.section.title = document.title }
        column = Column(x: sheet.marginLeft, width: sheet.contentWidth, size: sheet.body, parent: Structure.root)
        (self.document, self.sheet, self.headings, self.furniture) = (document, sheet, headings, furniture)
        (self.contentHeight, self.repeated, self.footnotes) = (contentHeight, repeated, footnotes)
    }

    /// Puts strips on pages.
    ///
    /// - Parameter isTrial: only the number of pages is wanted: footnotes take their room and are not set.
    func paginator<Failure: Error>(
        isTrial: Bool = false, _ finish: @escaping (Page) throws(Failure) -> Void
    ) -> Paginator<Failure> {
        Paginator<Failure>(
            sheet: sheet, top: furniture.contentTop, bottom: furniture.contentBottom, noteHeight: sheet.small * 1.6,
            continues: continues(at:), continued: continued, footnotes: footnoteRoom(isTrial: isTrial),
            finish: finish)
    }

    /// Sets what stands between two page breaks closer where that saves a page.
    var copyFit: CopyFit {
        CopyFit(flows: flows, column: column, room: contentHeight) { strips in
            var trial = paginator(isTrial: true) { (_: Page) in }
            for var strip in strips {
                strip.marks.removeAll { !$0.isFootnote }
                trial.add(strip)
            }
            return (trial.end(), trial.fill)
        }
    }

    // MARK: What a page that goes on says

    private func continues(at y: Double) -> [Mark] {
        var strip = flows[0].text(
            [.text(document.words.continues + " ▸")], size: sheet.small, face: .bold, alignment: .right, leading: 1.3,
            column.below(Structure.artifact), element: Structure.artifact
        ).merged()
        for place in strip.marks.indices { strip.marks[place].move(down: y + 2) }
        return strip.marks
    }

    private func continued(_ continuations: [Continuation]) -> [Strip] {
        var result: [Strip] = []
        let title = continuations.first { !$0.title.isEmpty }?.title
        let words = document.words.continued
        let name = title.map { ShortTitle.fitting($0, after: words) } ?? ""
        // A stage whose first steps stand elsewhere says so already.
        let text = name.isEmpty ? words : name.contains("(\(words))") ? name : name + " – " + words
        let strips = flows[0].text(
            [.text(text)], size: title == nil ? sheet.small : sheet.body, face: .bold, leading: 1.3,
            column.below(Structure.artifact), element: Structure.artifact)
        result.append(strips.merged().padded(bottom: 2))
        for continuation in continuations where result.height + continuation.header.height <= repeated {
            result += continuation.header.map(Self.unbound)
        }
        return result
    }

    private static func unbound(_ strip: Strip) -> Strip {
        var result = strip
        // What is repeated is no place of its own: nothing leads there or from there.
        result.marks.removeAll { mark in
            switch mark {
            case .footnote, .link, .anchor, .landmark: true
            case .text, .shape, .pageNumber: false
            }
        }
        result.continuations = []
        result.ends = 0
        return result
    }

    // MARK: Footnotes

    private func footnoteRoom<Failure: Error>(isTrial: Bool) -> Paginator<Failure>.FootnoteRoom {
        let (body, sheet, footnotes) = (flows[0], sheet, footnotes)
        return .init(
            gap: body.footnoteGap, isUsed: { !footnotes.addresses.isEmpty }, height: body.footnoteHeight,
            lay: { number, parent, page in
                if isTrial { return Strip(height: body.footnoteHeight(number)) }
                return body.footnote(number, parent: parent, identifier: Self.footnoteAnchor(number, page: page))
            },
            anchor: Self.footnoteAnchor,
            rule: { y in
                .shape(
                    .line(
                        x1: sheet.marginLeft, y1: y, x2: sheet.marginLeft + sheet.contentWidth * 0.25, y2: y,
                        .init(0.6, .black)),
                    element: Structure.artifact)
            })
    }

    private static func footnoteAnchor(_ number: Int, page: Int) -> String { "footnote-\(number)-page-\(page)" }

    // MARK: Headings

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
