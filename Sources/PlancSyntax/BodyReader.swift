import CCmark
import PlancDiagnostics
import PlancMarkup
import PlancSource

/// Turns cmark's tree of a body into blocks with exact spans.
///
/// cmark says where blocks begin and on which line they end; what it does not say exactly (the ends of containers,
/// every inline) is found in the source beside its tree.
struct BodyReader: ~Copyable {
    static let depthLimit = 100

    /// The whole file; NUL bytes are gone from it.
    let bytes: UnsafeBufferPointer<UInt8>
    let id: FileID
    let lines: LineTable
    var exceptions: [WrittenException] = []
    /// What is open around the current block.
    var containers: Containers
    /// Comments to planc met inside the current leaf.
    var directives: [Block] = []
    /// Exceptions that wait for the block that follows them: their place in `exceptions`.
    var openExceptions: [Int] = []
    var inlineReader: InlineReader
    /// What has been read of what is open: the blocks of containers, the items of lists.
    private var blocks = StackBuffer<Block>()
    private var items = StackBuffer<List.Item>()
    /// The bytes of a task's box at the start of the next paragraph.
    private var boxLength = 0
    private var hasReportedDepth = false
    /// What leaves take of the source, in order, where definitions of links may be among it.
    private(set) var taken: [Range<Int>] = []
    /// The footnotes met so far.
    private var footnotes = Footnotes()
    private var mask = ForgeMask(UnsafeBufferPointer(start: nil, count: 0))
    /// Where the table of lines and the texts of leaves lie.
    private let scratch: Scratch

    /// `start` is the offset of the body's first byte.
    init(bytes: UnsafeBufferPointer<UInt8>, start: Int, id: FileID, findings: FindingList) {
        scratch = Scratch()
        self.bytes = bytes
        self.id = id
        lines = LineTable(bytes, from: start)
        containers = Containers(lines: lines)
        inlineReader = InlineReader(id: id, definitions: Definitions(bytes, lines, id), findings: findings)
    }

    var findings: [Finding] { inlineReader.findings.findings }
    /// Leaves whose inlines could not be found again in the source: none, as far as tests know.
    var misalignedLeaves: Int { inlineReader.misalignedLeaves }

    mutating func read() -> [Block] {
        let start = lines.start(0)
        guard start < bytes.count else { return [] }
        let body = UnsafeBufferPointer(rebasing: bytes[start...])
        mask = ForgeMask(body)
        inlineReader.expects(mask)
        var blocks: [Block] = []
        if let masked = mask.bytes {
            masked.withUnsafeBufferPointer { blocks = read(CommonMark($0)) }
        } else {
            blocks = read(CommonMark(body))
        }
        cover(blocks)
        reportUnusedDefinitions()
        if footnotes.isEmpty { return blocks }
        blocks = footnotes.placed(in: blocks)
        for finding in footnotes.findings { report(finding) }
        return blocks
    }

    private mutating func read(_ document: borrowing CommonMark) -> [Block] { readBlocks(in: document.root) }

    /// What in the body leads elsewhere, once it is read.
    mutating func takeMentions() -> [Mention] { inlineReader.mentions.array(from: 0) }

    mutating func report(_ finding: Finding) { inlineReader.findings.add(finding) }

    mutating func add(_ content: consuming Block.Content, _ span: Span) { blocks.append(Block(content, span)) }

    func span(_ lower: Int, _ upper: Int) -> Span { Span(id, lower, upper) }

    // MARK: Containers

    private mutating func readBlocks(in parent: CommonMark.Node) -> [Block] {
        let mark = blocks.count
        var child = cmark_node_first_child(parent)
        while let node = child {
            readBlock(node)
            addDirectives()
            child = cmark_node_next(node)
        }
        return blocks.array(from: mark)
    }

    /// Adds the comments to planc of a leaf after its block.
    mutating func addDirectives() {
        if directives.isEmpty { return }
        for directive in directives { blocks.append(directive) }
        directives.removeAll()
    }

    private mutating func readBlock(_ node: CommonMark.Node) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH: readParagraph(node)
        case CMARK_NODE_HEADING: readHeading(node)
        case CMARK_NODE_LIST: readList(node)
        case CMARK_NODE_BLOCK_QUOTE:
            let (lower, line) = lines.start(of: node)
            guard mayDescend(at: lower) else { return }
            containers.enterQuote(line: line, offset: lower)
            let children = readBlocks(in: node)
            containers.leave()
            let place = span(lower, Self.endOf(children) ?? lines.trimmedEnd(line, from: lower))
            checkGreater(lower, children)
            add(Self.alert(children) ?? .quote(children), place)
        case CMARK_NODE_CODE_BLOCK: readCode(node)
        case CMARK_NODE_HTML_BLOCK:
            let (lower, line) = lines.start(of: node)
            let count = Literal(node).bytes.count { $0 == .lineFeed }
            take(lower, lines.end(min(line + max(count, 1) - 1, lines.count - 1)))
            readHTML(node)
        case CMARK_NODE_THEMATIC_BREAK:
            let (lower, line) = lines.start(of: node)
            add(.rule, span(lower, lines.trimmedEnd(line, from: lower)))
        default: break
        }
    }

    /// A quotation whose first line is `[!WARNING]` or the like.
    private static func alert(_ blocks: [Block]) -> Block.Content? {
        guard case .paragraph(let inlines)? = blocks.first?.content, case .text(let mark)? = inlines.first?.content,
            mark.hasPrefix("[!"), mark.hasSuffix("]"),
            let alert = Alert(rawValue: mark.dropFirst(2).dropLast().lowercased())
        else { return nil }
        var inner = blocks
        inner.removeFirst()
        var rest = inlines.dropFirst()
        if let next = rest.popFirst() {
            guard case .softBreak = next.content else { return nil }
            if let first = rest.first, let last = rest.last {
                inner.insert(Block(.paragraph(Array(rest)), first.span.union(last.span)), at: 0)
            }
        }
        return .alert(alert, inner)
    }

    /// Where the last of the blocks ends: a comment inside a paragraph follows it and ends before it.
    private static func endOf(_ blocks: [Block]) -> Int? {
        var upper: Int32?
        for index in blocks.indices.reversed() {
            upper = max(upper ?? 0, blocks[index].span.upper)
            guard case .directive = blocks[index].content else { break }
        }
        return upper.map(Int.init)
    }

    /// False past the limit, which is reported once: what lies deeper is not read.
    private mutating func mayDescend(at offset: Int) -> Bool {
        if containers.count < Self.depthLimit { return true }
        if !hasReportedDepth { report(NestingTooDeep.body(at: span(offset, offset + 1))) }
        hasReportedDepth = true
        return false
    }

    private mutating func readList(_ node: CommonMark.Node) {
        let (lower, _) = lines.start(of: node)
        guard mayDescend(at: lower) else { return }
        let mark = items.count
        var upper = lower
        var child = cmark_node_first_child(node)
        while let itemNode = child {
            upper = max(upper, readItem(itemNode))
            child = cmark_node_next(itemNode)
        }
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        let list = List(
            isOrdered: isOrdered, start: isOrdered ? Int(cmark_node_get_list_start(node)) : 1,
            isTight: cmark_node_get_list_tight(node) != 0, items: items.array(from: mark))
        if isOrdered { checkNumbers(list) } else { checkSign(list) }
        add(.list(list), span(lower, upper))
    }

    /// Reads an item of a list; gives where it ends.
    private mutating func readItem(_ node: CommonMark.Node) -> Int {
        let (lower, line) = lines.start(of: node)
        let afterMarker = containers.enterItem(line: line, offset: lower)
        let task = Self.taskBox(of: node, bytes, lines)
        boxLength = task == nil ? 0 : 3
        let blocks = readBlocks(in: node)
        boxLength = 0
        containers.leave()
        let end = Self.endOf(blocks) ?? min(afterMarker, lines.trimmedEnd(line, from: lower))
        let upper = max(end, lower)
        items.append(List.Item(task: task, blocks: blocks, span: span(lower, upper)))
        return upper
    }

    /// Whether the item's first paragraph begins with `[ ]` or `[x]` and a blank. A line below that underlines it makes no
    /// heading of it.
    private static func taskBox(
        of node: CommonMark.Node, _ bytes: UnsafeBufferPointer<UInt8>, _ lines: LineTable
    ) -> Bool? {
        guard let first = cmark_node_first_child(node),
            cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH || cmark_node_get_type(first) == CMARK_NODE_HEADING,
            let text = cmark_node_first_child(first), cmark_node_get_type(text) == CMARK_NODE_TEXT
        else { return nil }
        let (at, line) = lines.start(of: first)
        guard at + 3 < bytes.count, bytes[at] == UInt8(ascii: "["), bytes[at + 2] == UInt8(ascii: "]"),
            bytes[at + 3].isBlank
        else { return nil }
        // The paragraph must go on on the same line: a box alone is text.
        guard lines.trimmedEnd(line, from: at) > at + 3 else { return nil }
        switch bytes[at + 1] {
        case .space, .tab: return false
        case UInt8(ascii: "x"), UInt8(ascii: "X"): return true
        default: return nil
        }
    }

    // MARK: Leaves

    /// Remembers that a part of the source is text, a sample of code or HTML, and so no definition.
    private mutating func take(_ lower: Int, _ upper: Int) {
        if !inlineReader.definitions.written.isEmpty, lower < upper { taken.append(lower..<upper) }
    }

    private mutating func readHeading(_ node: CommonMark.Node) {
        let (lower, line) = lines.start(of: node)
        let level = Int(cmark_node_get_heading_level(node))
        let lineEnd = lines.end(line)
        var text = lower
        while text < lineEnd, text - lower < 7, bytes[text] == UInt8(ascii: "#") { text += 1 }
        let isATX = text > lower && text - lower < 7 && (text == lineEnd || bytes[text].isBlank)
        if isATX {
            while text < lineEnd, bytes[text].isBlank { text += 1 }
            let place = span(lower, bytes.trimmedEnd(of: lower..<lineEnd))
            return addHeading(node, LeafText(bytes, text..<lineEnd), level: level, at: place)
        }
        // Underlined: cmark's last line is the underline or, when the heading ended with the beginning of another
        // block, the line of that block.
        var last = min(Int(cmark_node_get_end_line(node)) - 1, lines.count - 1)
        if last > line + 1, !isUnderline(last) || lineAfter(node) == last { last -= 1 }
        var leaf = containers.leafText(from: lower, line: line, last: max(line, last - 1))
        if boxLength > 0 { return readUnderlinedTask(node, leaf, underline: last) }
        leaf.skipDefinitions()
        let first = leaf.source(leaf.first)
        let place = span(first, lines.trimmedEnd(last, from: first))
        let underline = containers.text(ofLine: last).start
        if level == 2, bytes[underline] == .dash {
            let end = max(first, lines.trimmedEnd(last - 1, from: first))
            if last > line + 1 || AccidentalHeading.isSentence(UnsafeBufferPointer(rebasing: bytes[first..<end])) {
                report(AccidentalHeading.finding(at: span(first, end), underline: span(underline, underline)))
            }
        }
        addHeading(node, leaf, level: level, at: place)
    }

    /// An item with a box and a line of dashes or equals signs below its words: it stays an item, and the line is reported.
    private mutating func readUnderlinedTask(_ node: CommonMark.Node, _ text: LeafText, underline: Int) {
        var leaf = text
        leaf.skipBox(boxLength)
        boxLength = 0
        let lower = containers.text(ofLine: underline).start
        let place = span(lower, lines.trimmedEnd(underline, from: lower))
        report(AccidentalHeading.finding(ofItem: place, after: span(leaf.end, leaf.end)))
        let inlines = inlineReader.read(node, leaf)
        let words = span(leaf.source(leaf.first), leaf.end)
        readInlineHTML(in: leaf, within: .paragraph(words))
        add(.paragraph(inlines), words)
    }

    private mutating func addHeading(_ node: CommonMark.Node, _ leaf: LeafText, level: Int, at place: Span) {
        take(leaf.source(leaf.first), leaf.end)
        let inlines = inlineReader.read(node, leaf)
        readInlineHTML(in: leaf, within: .whole(place))
        add(.heading(level: level, inlines), place)
    }

    /// The line on which the next block of the body begins, in this container or after it.
    private func lineAfter(_ node: CommonMark.Node) -> Int? {
        var current: CommonMark.Node? = node
        while let block = current {
            if let next = cmark_node_next(block) { return Int(cmark_node_get_start_line(next)) - 1 }
            current = cmark_node_parent(block)
        }
        return nil
    }

    /// Whether a line, after what its containers take, is a row of `=` or `-`.
    private func isUnderline(_ line: Int) -> Bool {
        guard line < lines.count else { return false }
        let text = containers.text(ofLine: line)
        let lower = text.start
        let upper = lines.trimmedEnd(line, from: lower)
        guard lower < upper, !text.isLazy, text.indent < 4, bytes[lower] == UInt8(ascii: "=") || bytes[lower] == .dash
        else { return false }
        return (lower..<upper).allSatisfy { bytes[$0] == bytes[lower] }
    }

    private mutating func readParagraph(_ node: CommonMark.Node) {
        let (lower, line) = lines.start(of: node)
        let last = max(line, min(Int(cmark_node_get_end_line(node)) - 1, lines.count - 1))
        var leaf = containers.leafText(from: lower, line: line, last: last)
        if boxLength > 0 { leaf.skipBox(boxLength) } else { leaf.skipDefinitions() }
        boxLength = 0
        take(leaf.source(leaf.first), leaf.end)
        if last > line, readTable(leaf) { return }
        var inlines = inlineReader.read(node, leaf)
        let place = span(leaf.source(leaf.first), leaf.end)
        readInlineHTML(in: leaf, within: .paragraph(place))
        if mask.hasFootnotes { inlines = footnotes.take(from: inlines) }
        if !inlines.isEmpty { add(.paragraph(inlines), place) }
    }

    private mutating func readCode(_ node: CommonMark.Node) {
        let (lower, line) = lines.start(of: node)
        let text = cmark_node_get_literal(node).map { restored(String(cString: $0)) } ?? ""
        let count = text.utf8.count { $0 == .lineFeed }
        let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
        let fence = lower < bytes.count ? bytes[lower] : 0
        guard fence == UInt8(ascii: "`") || fence == UInt8(ascii: "~"), continuesFence(lower, fence) >= 3,
            containers.indent(of: lower, line: line) < 4
        else {
            let last = min(line + max(count, 1) - 1, lines.count - 1)
            take(lower, lines.end(last))
            return add(.code(language: "", text: text), span(lower, lines.trimmedEnd(last, from: lower)))
        }
        // The closing fence stands after as many lines as the text has, if it stands at all.
        var last = line + count
        if last + 1 < lines.count {
            let next = containers.text(ofLine: last + 1)
            let width = continuesFence(next.start, fence)
            let isClosing = !next.isLazy && next.indent < 4 && width >= continuesFence(lower, fence)
            if isClosing, next.start + width == lines.trimmedEnd(last + 1, from: next.start) { last += 1 }
        }
        last = min(last, lines.count - 1)
        take(lower, lines.end(last))
        let language = info.split(separator: " ", maxSplits: 1).first.map(String.init) ?? ""
        // A language is one word; more of them were to be read, and so was one with no code behind it.
        if language.utf8.count < info.utf8.count || count == 0 && !info.isEmpty {
            let start = lower + continuesFence(lower, fence)
            let end = lines.trimmedEnd(line, from: start)
            report(UnprintedText.fence(at: Span(id, start, end), words: info.split(separator: " ").count))
        }
        add(.code(language: language, text: text), span(lower, lines.trimmedEnd(last, from: lower)))
    }

    /// A text of cmark with what was masked put back.
    private func restored(_ text: String) -> String { mask.bytes == nil ? text : ForgeMask.restored(text) }

    private func continuesFence(_ offset: Int, _ fence: UInt8) -> Int {
        var i = offset
        while i < bytes.count, bytes[i] == fence { i += 1 }
        return i - offset
    }
}
