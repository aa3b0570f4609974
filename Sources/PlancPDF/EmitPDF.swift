import PlancDocument
import PlancLayout
import PlancSource

/// A document as a tagged PDF 1.7, the same bytes for the same document.
///
/// - Parameters:
///   - path: where the document lies beside the others of its build, without extension (`checklists/rancongiciel`):
///     links to other documents are relative to it. Without a path they are plain text.
///   - pagesElsewhere: of other documents, by path, the pages on which their headings stand.
///   - password: opens the file (AES-256); such a file differs at every run. See `PDFPassword`.
/// - Throws: `PDFError` when the system lacks fonts, or a library fails.
public func emitPDF(
    _ document: Document, path: String? = nil, pagesElsewhere: [String: [String: Int]] = [:], password: String? = nil
) throws(PDFError) -> PDFOutput {
    let typesetter = try TypesetterPool.shared.take()
    defer { TypesetterPool.shared.giveBack(typesetter) }
    let writer = try DocumentWriter(document, typesetter: typesetter, path: path)
    writer.pagesElsewhere = pagesElsewhere
    var output = try writer.write()
    if let password { output.bytes = try encryptPDF(output.bytes, password: password) }
    return output
}

/// Writes pages as the layout gives them, and what refers to them at the end.
final class DocumentWriter {
    let document: Document
    let typesetter: Typesetter
    let path: String?
    let usage: FontUsage
    let pictures = PictureObjects()
    let structure = Structure()
    var file: PDFFile
    var structureWriter = StructureWriter()
    let pageTree: Int
    let resources: Int
    let furniture: Int
    var pages: [Int] = []
    var pageNumbers: [Int] = []
    var anchors: [String: (page: Int, number: Int, y: Double)] = [:]
    /// What the headings say, by their anchors: known when all pages are.
    private var titles: [String: String] = [:]
    /// Pages that name the numbers of other pages wait until those are known.
    var waiting: [Page] = []
    private var finished: [FinishedPage] = []
    var pagesElsewhere: [String: [String: Int]] = [:]

    init(_ document: Document, typesetter: Typesetter, path: String?) throws(PDFError) {
        (self.document, self.typesetter, self.path) = (document, typesetter, path)
        usage = FontUsage(typesetter: typesetter)
        file = try PDFFile()
        pageTree = file.reserve()
        resources = file.reserve()
        furniture = file.reserve()
    }

    func write() throws(PDFError) -> PDFOutput {
        let layout = try Layout(
            document, typesetter: typesetter, structure: structure, linksDocuments: path != nil
        ) { (page: Page) throws(PDFError) in
            try self.take(page)
        }
        for entry in layout.outline where titles[entry.anchor] == nil { titles[entry.anchor] = entry.title }
        for page in waiting { try write(resolved(page)) }
        waiting = []
        try writeNumbers(layout)
        try writeFurniture(layout)
        let shown = try pictures.write(to: &file)
        try file.put(resources, "<</Font<<\(try usage.write(to: &file))>>/XObject<</Fx \(furniture) 0 R\(shown)>>>>")
        try file.put(
            pageTree,
            """
            <</Type/Pages/Count \(pages.count)/MediaBox[0 0 \(PDFValue.number(layout.sheet.pageWidth)) \(PDFValue.number(layout.sheet.pageHeight))]\
            /Resources \(resources) 0 R/Kids[\(pages.map { "\($0) 0 R" }.joined(separator: " "))]>>
            """)
        let tree = try structureWriter.write(structure, to: &file)
        let catalogue = Catalogue(document: document, pageTree: pageTree, structureTree: tree)
        let destinations = anchors.mapValues {
            "[\($0.page) 0 R/XYZ 0 \(PDFValue.number(layout.sheet.pageHeight - $0.y + 8)) null]"
        }
        let (root, info) = try catalogue.write(
            outline: layout.outline.filter { anchors[$0.anchor] != nil }, destinations: destinations, to: &file)
        var done = try PDFFile()
        swap(&done, &file)
        return PDFOutput(
            bytes: try done.finish(root: root, info: info), pageCount: layout.pageCount,
            missingGlyphs: usage.missing, retreats: layout.retreats, parts: parts(layout),
            pages: finished)
    }

    private func parts(_ layout: Layout) -> [(title: String, pages: Int)] {
        let begun = layout.outline.filter { $0.level == 1 }.compactMap { entry in
            anchors[entry.anchor].map { (title: entry.title, page: $0.number) }
        }
        return begun.enumerated().map { place, part in
            let end = place + 1 < begun.count ? begun[place + 1].page : layout.pageCount + 1
            return (part.title, end - part.page)
        }
    }

    private func take(_ page: Page) throws(PDFError) {
        pages.append(file.reserve())
        pageNumbers.append(file.reserve())
        var found = FinishedPage()
        for mark in page.marks {
            switch mark {
            case .anchor(let name, let y):
                found.anchors.append(name)
                if anchors[name] == nil { anchors[name] = (pages[page.number - 1], page.number, y) }
            case .pageNumber(let number, _):
                if let document = number.document {
                    found.elsewhere.append((document, number.anchor))
                } else {
                    found.references.insert(number.anchor)
                }
            case .landmark(let landmark): found.landmarks.insert(landmark)
            default: break
            }
        }
        finished.append(found)
        if found.references.isEmpty, found.elsewhere.isEmpty { try write(page) } else { waiting.append(page) }
    }

    private func resolved(_ page: Page) -> Page {
        var result = page
        for place in page.marks.indices {
            // Moved already, where another number stands before it on its line.
            guard case .pageNumber(let number, let element) = result.marks[place] else { continue }
            let page =
                number.document.map { pagesElsewhere[$0]?[number.anchor] } ?? anchors[number.anchor]?.number
            let words = typesetter.shape(page.map(String.init) ?? "–", number.face)
            let width = words.reduce(0) { $0 + typesetter.words[$1].width } * number.size / 1000
            result.marks[place] = .text(
                TextMark(
                    words: words.map(Int32.init), x: number.endsThere ? number.x - width : number.x,
                    baseline: number.baseline,
                    width: width, top: number.baseline - number.size, bottom: number.baseline + number.size * 0.3,
                    size: number.size,
                    tone: .black, element: element))
            if number.room > width + 0.1 { close(number.room - width, behind: number, in: &result) }
        }
        return result
    }

    /// Moves what stands directly behind a page's number on its line up to it: words, their links, the numbers of other pages.
    private func close(_ gap: Double, behind number: Mark.PageNumber, in page: inout Page) {
        let start = number.x + number.room
        var end = start
        var moved = Set<Int>()
        while let place = page.marks.indices.first(where: { place in
            guard !moved.contains(place), let (x, _, baseline) = Self.place(page.marks[place]) else { return false }
            return abs(x - end) < 0.05 && abs(baseline - number.baseline) < 0.05
        }), let (x, width, _) = Self.place(page.marks[place]) {
            moved.insert(place)
            end = x + width
            page.marks[place].move(right: -gap)
        }
        for place in page.marks.indices {
            guard case .link(let area, _, _, _) = page.marks[place] else { continue }
            let isOnLine = area.y < number.baseline && area.y + area.height > number.baseline
            if isOnLine, area.x > start - 0.05, area.x < end { page.marks[place].move(right: -gap) }
        }
    }

    /// Where words, or the number of a page, stand on their line.
    private static func place(_ mark: Mark) -> (x: Double, width: Double, baseline: Double)? {
        switch mark {
        case .text(let text): (text.x, text.width, text.baseline)
        case .pageNumber(let number, _) where !number.endsThere: (number.x, number.room, number.baseline)
        default: nil
        }
    }

    private func write(_ page: Page) throws(PDFError) {
        let id = pages[page.number - 1]
        var content = ContentStream(height: page.height, typesetter: typesetter, usage: usage, pictures: pictures)
        // Saved and restored: the page's number, a stream of its own, starts from a known state.
        content.write("/Artifact BMC/Fx Do EMC q\n")
        for mark in page.marks { content.add(mark) }
        content.close()
        content.write("Q\n")
        let stream = file.reserve()
        try file.putStream(stream, "", content.bytes)
        let key = structureWriter.page(id, owners: content.owners)
        var annotations = ""
        for mark in page.marks {
            guard case .link(let area, let destination, let title, let element) = mark else { continue }
            let annotation = file.reserve()
            let parent = structureWriter.annotation(annotation, page: id, element: element)
            let bottom = page.height - area.y - area.height
            let box = [area.x, bottom, area.x + area.width, bottom + area.height].map(PDFValue.number).joined(
                separator: " ")
            try file.put(
                annotation,
                """
                <</Type/Annot/Subtype/Link/Rect[\(box)]/Border[0 0 0]/F 4/StructParent \(parent)/P \(id) 0 R\
                /Contents\(PDFValue.text(description(destination, title)))\(action(destination))>>
                """)
            annotations += "\(annotation) 0 R "
        }
        try file.put(
            id,
            """
            <</Type/Page/Parent \(pageTree) 0 R/Contents[\(stream) 0 R \(pageNumbers[page.number - 1]) 0 R]/StructParents \(key)/Tabs/S\
            \(annotations.isEmpty ? "" : "/Annots[\(annotations)]")>>
            """)
    }

    /// What is read out for a link: its words; of the number of a page, the heading that it leads to, or the page.
    private func description(_ destination: Run.Destination, _ title: String) -> String {
        func page(_ number: Int?) -> String? { number.map { document.words.pageShort + String($0) } }
        switch destination {
        case .uri(let address): return title.isEmpty || title == address ? address : "\(title) (\(address))"
        case .anchor(let name):
            if !title.isEmpty { return title }
            return titles[name] ?? page(anchors[name]?.number) ?? document.title
        case .document(let path, let anchor):
            if !title.isEmpty { return title }
            return anchor.flatMap { page(pagesElsewhere[path]?[$0]) } ?? path
        }
    }

    private func action(_ destination: Run.Destination) -> String {
        switch destination {
        case .uri(let address): return "/A<</S/URI/URI\(PDFValue.bytes(Self.ascii(address)))>>"
        case .anchor(let name): return "/Dest\(PDFValue.bytes(name))"
        case .document(let target, let anchor):
            let file = Self.relative(target, from: path ?? "") + ".pdf"
            let place = anchor.map { "/D\(PDFValue.bytes($0))" } ?? "/D[0/Fit]"
            return
                "/A<</S/GoToR/F<</Type/Filespec/F\(PDFValue.text(Self.ascii(file)))/UF\(PDFValue.text(file))>>\(place)>>"
        }
    }

    /// An address in the characters of a URI (RFC 3986); others as percent signs and hexadecimal.
    static func ascii(_ address: String) -> String {
        percentEncoded(address) { byte in
            byte > 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x3C && byte != 0x3E && byte != 0x5C
        }
    }

    static func relative(_ target: String, from source: String) -> String {
        var wanted = target.split(separator: "/")
        var here = source.split(separator: "/").dropLast()
        while let first = wanted.first, first == here.first, wanted.count > 1 {
            wanted.removeFirst()
            here.removeFirst()
        }
        return String(repeating: "../", count: here.count) + wanted.joined(separator: "/")
    }

    private func writeNumbers(_ layout: Layout) throws(PDFError) {
        for (place, id) in pageNumbers.enumerated() {
            var content = ContentStream(
                height: layout.sheet.pageHeight, typesetter: typesetter, usage: usage, pictures: pictures)
            if let mark = layout.pageNumber(place + 1) { content.add(mark) }
            content.close()
            try file.putStream(id, "", content.bytes, isCompressed: false)
        }
    }

    private func writeFurniture(_ layout: Layout) throws(PDFError) {
        var content = ContentStream(
            height: layout.sheet.pageHeight, typesetter: typesetter, usage: usage, pictures: pictures)
        for mark in layout.furniture { content.add(mark) }
        content.close()
        try file.putStream(
            furniture,
            "/Type/XObject/Subtype/Form/BBox[0 0 \(PDFValue.number(layout.sheet.pageWidth)) \(PDFValue.number(layout.sheet.pageHeight))]/Resources \(resources) 0 R",
            content.bytes)
    }
}
