import PlancDocument
import PlancSource

/// One page for a screen: all of the document in one file that asks the network for nothing.
/// - Parameter path: where the page lies, without extension, from the build's folder or the locale's
///   (`fr/checklists/rancongiciel`); links to other documents are made relative to it. A page outside of any folder has no way home.
public func emitHTML(_ document: Document, path: String) -> [UInt8] {
    let place = PagePlace(path: path, locale: document.locale)
    let shell = PageShell(
        locale: document.locale, title: document.title, classification: document.classification,
        watermark: document.watermark, stamp: document.stamp, paper: document.paper,
        isLargePrint: document.isLargePrint,
        words: PageShell.Words(pageOf: document.words.pageOf, home: document.words.home, skip: document.words.skip),
        home: place.home, assets: .document, hasFigures: document.blocks.holdFigures)
    return shell.page { out in
        var writer = DocumentWriter(out: out, document: document, place: place)
        writer.writeDocument()
        out = writer.out
    }
}

/// Writes the blocks of one document.
struct DocumentWriter {
    var out: HTMLWriter
    let document: Document
    let place: PagePlace
    let headings: [Heading]
    /// Ids made here begin with `~`, which anchors do not.
    private var lastID = 0
    /// The ids of the headings so far.
    private var taken: Set<String> = []
    /// The level of the heading before, so that none is skipped.
    private var level = 1

    struct Heading {
        var level: Int
        var runs: [Run]
        var anchor: String
    }

    init(out: HTMLWriter, document: Document, place: PagePlace) {
        self.out = out
        self.document = document
        self.place = place
        headings = document.blocks.flatMap(Self.headings)
    }

    private static func headings(in block: Block) -> [Heading] {
        switch block {
        case .heading(let level, let runs, let anchor): [Heading(level: level, runs: runs, anchor: anchor)]
        case .together(let blocks), .stress(let blocks): blocks.flatMap(headings)
        case .leaf(let leaf): leaf.whole.flatMap(headings)
        default: []
        }
    }

    /// The name itself where it stands for the first time in the page, else one that nothing has yet.
    private mutating func uniqueID(_ name: String) -> String {
        var id = name
        var number = 1
        while !taken.insert(id).inserted {
            number += 1
            id = "\(name)-\(number)"
        }
        return id
    }

    mutating func newID() -> String {
        lastID += 1
        return "~\(lastID)"
    }

    mutating func writeDocument() {
        out.element("h1", document.title)
        out.raw("\n")
        if !document.purpose.isEmpty {
            out.raw("<p class=\"purpose\">")
            runs(document.purpose)
            out.raw("</p>\n")
        }
        if headings.count > 3 { jump() }
        blocks(document.blocks)
        out.raw("<p class=\"tools\"><button type=\"button\" data-do=\"print\" hidden>")
        out.text(document.words.print)
        out.raw("</button></p>\n")
        out.raw("<p class=\"hidden\" role=\"status\" id=\"~status\"")
        out.attribute("data-copied", document.words.copied.isEmpty ? "✓" : document.words.copied)
        out.raw("></p>\n")
    }

    mutating func blocks(_ blocks: [Block], in setting: Setting = .flow) {
        for block in blocks { self.block(block, in: setting) }
    }

    /// The content of an item or a cell: a lone plain paragraph stands without its tag.
    mutating func content(_ blocks: [Block], in setting: Setting = .flow) {
        if blocks.count == 1, case .paragraph(let runs, .body) = blocks[0] {
            self.runs(runs, in: setting)
        } else {
            self.blocks(blocks, in: setting)
        }
    }

    private mutating func block(_ block: Block, in setting: Setting) {
        switch block {
        case .heading(let wanted, let runs, let anchor): heading(wanted, runs, anchor)
        case .paragraph(let runs, let style): paragraph(runs, style, in: setting)
        case .list(let list): self.list(list, in: setting)
        case .table(let table): self.table(table)
        case .steps(let list): steps(list)
        case .facts(let facts): self.facts(facts)
        case .callout(let callout): self.callout(callout, in: setting)
        case .message(let message): self.message(message)
        case .cards(let cards): self.cards(cards)
        case .drawing(let drawing):
            let id = newID()
            write(drawing, id: id, to: &out)
        case .figure(let figure): self.figure(figure)
        case .qrCode(let payload, let caption): qrCode(payload, caption)
        case .writingLines(let count):
            out.raw("<div class=\"writing\" aria-hidden=\"true\">")
            for _ in 0..<max(0, count) { out.raw("<div></div>") }
            out.raw("</div>\n")
        case .contents(let depth):
            let following = headings.drop { $0.anchor != nextAnchor }.filter { $0.level <= depth }
            contents(following[...])
        case .together(let blocks):
            out.raw("<div class=\"together\">\n")
            self.blocks(blocks, in: setting)
            out.raw("</div>\n")
        case .pageBreak: out.raw("<div class=\"page-break\"></div>\n")
        case .end(let runs):
            out.raw("<p class=\"end\">")
            self.runs(runs)
            out.raw("</p>\n")
        case .verbatim(let words):
            // A first line feed inside `pre` would be dropped.
            out.raw("<pre>\n")
            out.text(words)
            out.raw("</pre>\n")
        case .quote(let blocks):
            out.raw("<blockquote>\n")
            self.blocks(blocks, in: setting)
            out.raw("</blockquote>\n")
        case .rule: out.raw("<hr>\n")
        case .stress(let blocks):
            out.raw("<div class=\"stress\">\n")
            self.blocks(blocks, in: setting)
            out.raw("</div>\n")
        case .leaf(let leaf):
            out.raw("<div class=\"leaf\">\n")
            self.blocks(leaf.whole, in: setting)
            out.raw("</div>\n")
        }
    }

    private mutating func list(_ list: List, in setting: Setting) {
        list.isOrdered ? out.raw("<ol") : out.raw("<ul")
        if list.isOrdered, list.start != 1 { out.attribute("start", list.start) }
        if list.items.contains(where: { $0.box != nil }) { out.raw(" class=\"boxes\"") }
        out.raw(">\n")
        for item in list.items {
            out.raw("<li>")
            switch item.box {
            case true?: out.raw("<span class=\"box\">☒</span> ")
            case false?: out.raw("<span class=\"box\">☐</span> ")
            case nil: break
            }
            content(item.blocks, in: setting)
            out.raw("</li>\n")
        }
        list.isOrdered ? out.raw("</ol>\n") : out.raw("</ul>\n")
    }

    /// The anchor of the first heading that is not written yet.
    private var nextAnchor: String? { written < headings.count ? headings[written].anchor : nil }
    private var written = 0

    private mutating func heading(_ wanted: Int, _ words: [Run], _ anchor: String) {
        if nextAnchor == anchor { written += 1 }
        let id = uniqueID(anchorName(anchor))
        level = min(max(wanted, 1) + 1, level + 1, 6)
        let tag = "h\(level)".utf8
        out.raw("<")
        out.raw(verbatim: tag)
        out.attribute("id", id)
        out.raw(">")
        runs(words)
        out.raw("</")
        out.raw(verbatim: tag)
        out.raw(">\n")
    }

    private mutating func paragraph(_ words: [Run], _ style: Block.ParagraphStyle, in setting: Setting) {
        switch style {
        case .body: out.raw("<p>")
        case .lead: out.raw("<p class=\"lead\">")
        case .note: out.raw("<p class=\"note\">")
        case .small: out.raw("<p class=\"small\">")
        }
        runs(words, in: setting)
        out.raw("</p>\n")
    }

    /// The contents always at hand, at the foot of the screen: as deep as a thumb can still find its way.
    private mutating func jump() {
        let depth = (1...6).last { depth in headings.count { $0.level <= depth } <= 100 } ?? 1
        out.raw("<details class=\"jump\"><summary><span class=\"word\">")
        out.text(document.words.contents)
        out.raw("</span><span class=\"here\" aria-hidden=\"true\"></span></summary>\n")
        contents(headings.filter { $0.level <= depth }[...], top: document.title)
        out.raw("</details>\n")
    }

    /// - Parameter top: what the link to the top of the page says; nil for none.
    private mutating func contents(_ headings: ArraySlice<Heading>, top: String? = nil) {
        guard !headings.isEmpty else { return }
        out.raw("<nav")
        out.attribute("aria-label", document.words.contents)
        out.raw("><ul class=\"contents\">\n")
        if let top {
            out.raw("<li><a class=\"top\" href=\"#~main\">")
            out.text(top)
            out.raw("</a></li>\n")
        }
        for heading in headings {
            out.raw("<li")
            out.attribute("data-level", heading.level)
            out.raw("><a")
            out.attribute("href", "#" + percentEncoded(anchorName(heading.anchor)))
            out.raw(">")
            out.text(heading.runs.plainText)
            out.raw("</a></li>\n")
        }
        out.raw("</ul></nav>\n")
    }
}
