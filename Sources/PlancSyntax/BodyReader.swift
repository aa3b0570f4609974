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
    var findings: FindingList
    var exceptions: [WrittenException] = []
    /// What in the body leads elsewhere.
    var mentions: [Mention] = []
    /// The containers that are open around the current block.
    var containers: [Container] = []
    /// The text of the current leaf; kept for its capacity.
    var leaf = LeafText()
    /// Comments to planc met inside the current leaf.
    var directives: [Block] = []
    /// The link definitions of the body.
    let definitions: Definitions
    /// Leaves whose inlines could not be found again in the source: none, as far as tests know.
    var misalignedLeaves = 0
    /// Exceptions that wait for the block that follows them: their place in `exceptions`.
    var openExceptions: [Int] = []
    private var hasReportedDepth = false

    /// `start` is the offset of the body's first byte.
    init(bytes: UnsafeBufferPointer<UInt8>, start: Int, id: FileID, findings: FindingList) {
        self.bytes = bytes
        self.id = id
        self.findings = findings
        lines = LineTable(bytes, from: start)
        definitions = Definitions(bytes, lines, id)
    }

    mutating func read() -> [Block] {
        let start = lines.start(0)
        guard start < bytes.count else { return [] }
        let document = CommonMark(UnsafeBufferPointer(rebasing: bytes[start...]))
        let blocks = readBlocks(in: document.root)
        cover(blocks)
        return blocks
    }

    func span(_ lower: Int, _ upper: Int) -> Span { Span(id, lower, upper) }

    /// The offset at which cmark says that a block begins.
    func start(of node: CommonMark.Node) -> Int {
        let line = Int(cmark_node_get_start_line(node)) - 1
        let offset = lines.start(line) + max(0, Int(cmark_node_get_start_column(node)) - 1)
        return min(offset, lines.end(line))
    }

    // MARK: Containers

    private mutating func readBlocks(in parent: CommonMark.Node) -> [Block] {
        var blocks: [Block] = []
        var child = cmark_node_first_child(parent)
        while let node = child {
            readBlock(node, into: &blocks)
            if !directives.isEmpty {
                blocks += directives
                directives.removeAll()
            }
            child = cmark_node_next(node)
        }
        return blocks
    }

    private mutating func readBlock(_ node: CommonMark.Node, into blocks: inout [Block]) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH: blocks += readParagraph(node)
        case CMARK_NODE_HEADING: blocks.append(readHeading(node))
        case CMARK_NODE_LIST: readList(node, into: &blocks)
        case CMARK_NODE_BLOCK_QUOTE:
            let lower = start(of: node)
            guard mayDescend(at: lower) else { return }
            containers.append(containerOfQuote(line: lines.line(at: lower), offset: lower))
            let children = readBlocks(in: node)
            containers.removeLast()
            let end = lines.trimmedEnd(lines.line(at: lower), from: lower)
            blocks.append(Block(.quote(children), span(lower, endOf(children) ?? end)))
        case CMARK_NODE_CODE_BLOCK: blocks.append(readCode(node))
        case CMARK_NODE_HTML_BLOCK: blocks += readHTML(node)
        case CMARK_NODE_THEMATIC_BREAK:
            let lower = start(of: node)
            blocks.append(Block(.rule, span(lower, lines.trimmedEnd(lines.line(at: lower), from: lower))))
        default: break
        }
    }

    /// Where the last of the blocks ends: a comment inside a paragraph follows it and ends before it.
    private func endOf(_ blocks: [Block]) -> Int? {
        var upper: Int32?
        for block in blocks.reversed() {
            upper = max(upper ?? 0, block.span.upper)
            guard case .directive = block.content else { break }
        }
        return upper.map(Int.init)
    }

    /// False past the limit, which is reported once: what lies deeper is not read.
    private mutating func mayDescend(at offset: Int) -> Bool {
        if containers.count < Self.depthLimit { return true }
        if !hasReportedDepth { findings.add(NestingTooDeep.body(at: span(offset, offset + 1))) }
        hasReportedDepth = true
        return false
    }

    private mutating func readList(_ node: CommonMark.Node, into blocks: inout [Block]) {
        let lower = start(of: node)
        guard mayDescend(at: lower) else { return }
        var items: [List.Item] = []
        var upper = lower
        var child = cmark_node_first_child(node)
        while let itemNode = child {
            let item = readItem(itemNode)
            upper = max(upper, Int(item.span.upper))
            items.append(item)
            child = cmark_node_next(itemNode)
        }
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        let list = List(
            isOrdered: isOrdered, start: isOrdered ? Int(cmark_node_get_list_start(node)) : 1,
            isTight: cmark_node_get_list_tight(node) != 0, items: items)
        blocks.append(Block(.list(list), span(lower, upper)))
    }

    private mutating func readItem(_ node: CommonMark.Node) -> List.Item {
        let lower = start(of: node)
        let line = lines.line(at: lower)
        let container = containerOfItem(line: line, offset: lower)
        containers.append(container)
        let task = taskBox(of: node)
        leaf.skipped = task == nil ? 0 : 3
        let blocks = readBlocks(in: node)
        leaf.skipped = 0
        containers.removeLast()
        let end = endOf(blocks) ?? min(container.afterMarker, lines.trimmedEnd(line, from: lower))
        return List.Item(task: task, blocks: blocks, span: span(lower, max(end, lower)))
    }

    /// Whether the item's first paragraph begins with `[ ]` or `[x]` and a blank.
    private func taskBox(of node: CommonMark.Node) -> Bool? {
        guard let first = cmark_node_first_child(node), cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH,
            let text = cmark_node_first_child(first), cmark_node_get_type(text) == CMARK_NODE_TEXT
        else { return nil }
        let at = start(of: first)
        guard at + 3 < bytes.count, bytes[at] == UInt8(ascii: "["), bytes[at + 2] == UInt8(ascii: "]"),
            bytes[at + 3].isBlank
        else { return nil }
        // The paragraph must go on on the same line: a box alone is text.
        guard lines.trimmedEnd(lines.line(at: at), from: at) > at + 3 else { return nil }
        switch bytes[at + 1] {
        case .space, .tab: return false
        case UInt8(ascii: "x"), UInt8(ascii: "X"): return true
        default: return nil
        }
    }

    // MARK: Leaves

    private mutating func readHeading(_ node: CommonMark.Node) -> Block {
        let lower = start(of: node)
        let line = lines.line(at: lower)
        let level = Int(cmark_node_get_heading_level(node))
        var text = lower
        while text < lines.end(line), text - lower < 7, bytes[text] == UInt8(ascii: "#") { text += 1 }
        let isATX = text > lower && text - lower < 7 && (text == lines.end(line) || bytes[text].isBlank)
        if isATX {
            while text < lines.end(line), bytes[text].isBlank { text += 1 }
            leaf.clear()
            leaf.append(bytes, text..<lines.end(line))
            return heading(node, level: level, at: span(lower, lines.trimmedEnd(line, from: lower)))
        }
        // Underlined: cmark's last line is the underline or, when the heading ended with the beginning of another
        // block, the line of that block.
        var last = min(Int(cmark_node_get_end_line(node)) - 1, lines.count - 1)
        if last > line + 1, !isUnderline(last) || lineAfter(node) == last { last -= 1 }
        fillLeaf(from: lower, line: line, last: max(line, last - 1))
        leaf.skipDefinitions()
        let first = leaf.source(leaf.first)
        return heading(node, level: level, at: span(first, lines.trimmedEnd(last, from: first)))
    }

    private mutating func heading(_ node: CommonMark.Node, level: Int, at place: Span) -> Block {
        let text = readInlines(node, leaf)
        readInlineHTML(text.html, in: leaf, within: .whole(place))
        return Block(.heading(level: level, text.inlines), place)
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
        let text = text(ofLine: line)
        let lower = text.start
        let upper = lines.trimmedEnd(line, from: lower)
        guard lower < upper, !text.isLazy, text.indent < 4, bytes[lower] == UInt8(ascii: "=") || bytes[lower] == .dash
        else { return false }
        return (lower..<upper).allSatisfy { bytes[$0] == bytes[lower] }
    }

    private mutating func readParagraph(_ node: CommonMark.Node) -> [Block] {
        let lower = start(of: node)
        let line = lines.line(at: lower)
        let last = max(line, min(Int(cmark_node_get_end_line(node)) - 1, lines.count - 1))
        let skipped = leaf.skipped
        leaf.skipped = 0
        fillLeaf(from: lower, line: line, last: last)
        if skipped > 0 { leaf.skipBox(skipped) } else { leaf.skipDefinitions() }
        if last > line, let blocks = readTable() { return blocks }
        let text = readInlines(node, leaf)
        let place = span(leaf.source(leaf.first), leaf.end)
        readInlineHTML(text.html, in: leaf, within: .paragraph(place))
        return text.inlines.isEmpty ? [] : [Block(.paragraph(text.inlines), place)]
    }

    private func readCode(_ node: CommonMark.Node) -> Block {
        let lower = start(of: node)
        let line = lines.line(at: lower)
        let text = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
        let count = text.utf8.count { $0 == .lineFeed }
        let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
        let fence = lower < bytes.count ? bytes[lower] : 0
        guard fence == UInt8(ascii: "`") || fence == UInt8(ascii: "~"), continuesFence(lower, fence) >= 3,
            indent(of: lower, line: line) < 4
        else {
            let last = min(line + max(count, 1) - 1, lines.count - 1)
            return Block(.code(language: "", text: text), span(lower, lines.trimmedEnd(last, from: lower)))
        }
        // The closing fence stands after as many lines as the text has, if it stands at all.
        var last = line + count
        if last + 1 < lines.count {
            let next = self.text(ofLine: last + 1)
            let width = continuesFence(next.start, fence)
            let isClosing = !next.isLazy && next.indent < 4 && width >= continuesFence(lower, fence)
            if isClosing, next.start + width == lines.trimmedEnd(last + 1, from: next.start) { last += 1 }
        }
        last = min(last, lines.count - 1)
        let language = info.split(separator: " ", maxSplits: 1).first.map(String.init) ?? ""
        return Block(.code(language: language, text: text), span(lower, lines.trimmedEnd(last, from: lower)))
    }

    private func continuesFence(_ offset: Int, _ fence: UInt8) -> Int {
        var i = offset
        while i < bytes.count, bytes[i] == fence { i += 1 }
        return i - offset
    }

    /// Takes the text of a paragraph's lines into `leaf`.
    mutating func fillLeaf(from lower: Int, line: Int, last: Int) {
        leaf.clear()
        leaf.append(bytes, lower..<lines.end(line))
        guard last > line else { return }
        for next in line + 1...last {
            leaf.appendLineEnd(at: lines.end(next - 1))
            let text = text(ofLine: next)
            // cmark leaves a lazy line its blanks.
            if text.isLazy, text.tabRest > 0 { leaf.appendBlanks(text.tabRest, at: text.blanks) }
            let start = text.isLazy ? text.blanks + (text.tabRest > 0 ? 1 : 0) : text.start
            leaf.append(bytes, start..<lines.end(next))
        }
    }

    /// Reads the inlines of a node of cmark beside their text; HTML among them as ranges of that text.
    mutating func readInlines(_ node: CommonMark.Node, _ leaf: LeafText) -> (inlines: [Inline], html: [Range<Int>]) {
        leaf.bytes.withUnsafeBufferPointer { text in
            var reader = InlineReader(leaf, text, id: id, definitions: definitions, findings: findings)
            let inlines = reader.read(node)
            findings = reader.findings
            mentions += reader.mentions
            if !reader.isAligned { misalignedLeaves += 1 }
            return (inlines, reader.html)
        }
    }
}
