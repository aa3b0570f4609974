import CCmark
import PlancDiagnostics
import PlancMarkup
import PlancSource

/// Turns cmark's inlines of one leaf into inlines with exact spans.
///
/// cmark's own columns are wrong after escapes, in nested emphasis and past line ends, so its nodes and the text are
/// walked side by side: each node says what the text must hold next.
struct InlineReader: ~Copyable {
    static let depthLimit = 100

    let id: FileID
    let definitions: Definitions
    var findings: FindingList
    /// What among the inlines leads elsewhere.
    var mentions = StackBuffer<Mention>()
    /// How many of these are links.
    private(set) var linkCount: Int32 = 0
    /// Leaves that were not found in the source.
    private(set) var misalignedLeaves = 0
    /// Where the destinations of the definitions stand that links lead by.
    private(set) var usedDefinitions: Set<Int32> = []

    /// The current leaf, and its text.
    private(set) var leaf: LeafText
    private(set) var text: UnsafeBufferPointer<UInt8>
    /// The next byte of the text that no inline has yet.
    var at = 0
    private var literalSkip = 0
    /// Up to where `{{` has been complained about.
    var complainedUntil = 0
    /// Up to where the path of a file has been looked at.
    var pathUntil = 0
    /// False when a node was not found in the text: from there on inlines have the span of the leaf.
    private(set) var isAligned = true
    /// What the body may hold that cmark does not read, and whether it was given a masked text.
    private var mayHaveAddresses = false
    private var mayHaveTildes = false
    private(set) var isMasked = false
    /// How many links are open.
    private var openLinks = 0
    /// The pieces of HTML in the leaf, comments among them, as ranges of its text.
    private(set) var html: [Range<Int>] = []
    /// What has been read of the leaf and of what is open in it.
    private var inlines = StackBuffer<Inline>()
    private var frames = StackBuffer<Frame>()

    private struct Frame {
        var node: CommonMark.Node
        var start: Int
        /// How many inlines stand before it; nil where it leaves no inline of its own.
        var before: Int?
    }

    init(id: FileID, definitions: Definitions, findings: FindingList) {
        self.id = id
        self.definitions = definitions
        self.findings = findings
        text = UnsafeBufferPointer(start: nil, count: 0)
        leaf = LeafText(text, 0..<0)
    }

    mutating func expects(_ mask: ForgeMask) {
        mayHaveAddresses = mask.hasAddresses
        mayHaveTildes = mask.hasTildes
        isMasked = mask.bytes != nil
    }

    /// Whether addresses in the text become links here.
    var linksAddresses: Bool { mayHaveAddresses && openLinks == 0 && isAligned }

    @inline(__always)
    func span(_ lower: Int, _ upper: Int) -> Span {
        guard isAligned else { return Span(id, leaf.source(leaf.first), leaf.end) }
        let range = leaf.range(lower, upper)
        return Span(id, range.lowerBound, range.upperBound)
    }

    mutating func add(_ content: consuming Inline.Content, _ span: Span) { inlines.append(Inline(content, span)) }

    /// The inlines of a leaf's node, in order.
    mutating func read(_ node: CommonMark.Node, _ leaf: LeafText) -> [Inline] {
        begin(leaf)
        readChildren(of: node)
        if !isAligned { misalignedLeaves += 1 }
        return taken(from: 0)
    }

    /// Takes the inlines above a mark away, what is crossed out among them found.
    private mutating func taken(from mark: Int) -> [Inline] {
        let taken = inlines.array(from: mark)
        return mayHaveTildes ? Strikethrough.read(taken) : taken
    }

    /// The inlines of a leaf that says nothing but itself to CommonMark.
    mutating func readPlain(_ leaf: LeafText) -> [Inline] {
        begin(leaf)
        readText(UnsafeBufferPointer(rebasing: text[at...]), isPlain: false)
        return taken(from: 0)
    }

    private mutating func begin(_ leaf: LeafText) {
        self.leaf = leaf
        text = leaf.bytes
        at = leaf.first
        literalSkip = leaf.literalSkip
        complainedUntil = 0
        pathUntil = 0
        isAligned = true
        openLinks = 0
        if !html.isEmpty { html = [] }
    }

    private mutating func readChildren(of leafNode: CommonMark.Node) {
        var next = cmark_node_first_child(leafNode)
        while true {
            guard let node = next else {
                guard let frame = frames.popLast() else { return }
                close(frame)
                next = cmark_node_next(frame.node)
                continue
            }
            let type = cmark_node_get_type(node)
            switch type {
            case CMARK_NODE_TEXT:
                let literal = Literal(node).bytes
                let skip = min(literalSkip, literal.count)
                literalSkip = 0
                readText(UnsafeBufferPointer(rebasing: literal[skip...]), isPlain: false)
            case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE:
                if type == CMARK_NODE_LINK, readAutolink(node) { break }
                // Past the limit the marks are passed over, and what they hold stays where it is.
                frames.append(
                    Frame(node: node, start: at, before: frames.count < Self.depthLimit ? inlines.count : nil))
                open(type)
                next = cmark_node_first_child(node)
                continue
            case CMARK_NODE_CODE: readCode(node)
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: readBreak(isHard: type == CMARK_NODE_LINEBREAK)
            case CMARK_NODE_HTML_INLINE:
                let count = Literal(node).bytes.count
                expect(at + count <= text.count && text[at] == UInt8(ascii: "<"))
                if isAligned, isLineBreak(UnsafeBufferPointer(rebasing: text[at..<at + count])) {
                    add(.lineBreak, span(at, at + count))
                    at += count
                    // The end of the line says the same again.
                    if let after = cmark_node_next(node), cmark_node_get_type(after) == CMARK_NODE_SOFTBREAK {
                        skipBreak()
                        next = cmark_node_next(after)
                        continue
                    }
                    break
                }
                if isAligned { html.append(at..<at + count) }
                at += count
            default: break
            }
            next = cmark_node_next(node)
        }
    }

    mutating func expect(_ holds: Bool) {
        if !holds { isAligned = false }
    }

    func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < text.count ? text[offset] : 0 }

    // MARK: Leaves

    private mutating func readCode(_ node: CommonMark.Node) {
        let start = at
        let literal = isMasked ? ForgeMask.restored(Literal(node).string) : Literal(node).string
        var width = 0
        while byte(start + width) == UInt8(ascii: "`") { width += 1 }
        expect(width > 0)
        var i = start + width
        while i < text.count {
            var run = 0
            while byte(i + run) == UInt8(ascii: "`") { run += 1 }
            if run == width {
                at = i + run
                return add(.code(literal), span(start, at))
            }
            i += max(run, 1)
        }
        expect(false)
        add(.code(literal), span(start, start))
    }

    private mutating func readBreak(isHard: Bool) {
        let start = at
        skipBreak()
        add(isHard ? .lineBreak : .softBreak, span(start, at))
    }

    private mutating func skipBreak() {
        let isEscaped = byte(at) == .backslash
        if isEscaped { at += 1 }
        while byte(at).isBlank { at += 1 }
        expect(byte(at) == .lineFeed)
        at += 1
        // Blanks are left only on lazy lines; after a backslash cmark counts them among the text.
        while !isEscaped, byte(at).isBlank { at += 1 }
    }

    // MARK: What holds other inlines

    private mutating func open(_ type: cmark_node_type) {
        switch type {
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG: passDelimiter(type)
        case CMARK_NODE_IMAGE:
            expect(byte(at) == UInt8(ascii: "!") && byte(at + 1) == UInt8(ascii: "["))
            at += 2
        default:
            openLinks += 1
            expect(byte(at) == UInt8(ascii: "["))
            at += 1
        }
    }

    private mutating func close(_ frame: Frame) {
        let children = frame.before.map { taken(from: $0) } ?? []
        let content: Inline.Content
        let type = cmark_node_get_type(frame.node)
        switch type {
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG:
            passDelimiter(type)
            checkAsterisks(from: frame.start, width: type == CMARK_NODE_EMPH ? 1 : 2)
            checkUnderscores(from: frame.start, width: type == CMARK_NODE_EMPH ? 1 : 2)
            content = type == CMARK_NODE_EMPH ? .emphasis(children) : .strong(children)
        default:
            let isImage = type == CMARK_NODE_IMAGE
            if !isImage { openLinks -= 1 }
            let destination = readLinkTail(textStart: frame.start + (isImage ? 2 : 1))
            let title = Literal(title: frame.node)
            if !title.bytes.isEmpty, !isImage {
                findings.add(UnprintedText.linkTitle(at: span(frame.start, at), words: title.string.wordCount))
            }
            let link = Link(
                destination: decodedDestination(frame.node), destinationSpan: destination,
                title: title.bytes.isEmpty || !isImage ? nil : restored(title), children: children, number: linkCount)
            if frame.before != nil { mention(link, picture: isImage ? span(frame.start, at) : nil) }
            content = isImage ? .image(link) : .link(link)
        }
        if frame.before != nil { add(content, span(frame.start, at)) }
    }

    /// `picture`: the whole of it, when that is what the link is.
    mutating func mention(_ link: Link, picture: Span? = nil) {
        mentions.append(picture.map { .image(link, $0) } ?? .link(link))
        linkCount += 1
    }

    private mutating func passDelimiter(_ type: cmark_node_type) {
        let isMark = byte(at) == UInt8(ascii: "*") || byte(at) == UInt8(ascii: "_")
        if type == CMARK_NODE_EMPH {
            expect(isMark)
            at += 1
        } else {
            expect(isMark && byte(at) == byte(at + 1))
            at += 2
        }
    }

    /// Passes over `](destination "title")`, `][label]`, `][]` or `]`, and gives the place of the destination.
    private mutating func readLinkTail(textStart: Int) -> Span {
        let close = at
        expect(byte(at) == UInt8(ascii: "]"))
        at += 1
        let scanner = LinkScanner(text)
        if let tail = scanner.inlineTail(at: at) {
            at = tail.end
            return span(tail.destination.lowerBound, tail.destination.upperBound)
        }
        var label = min(textStart, close)..<close
        if let written = scanner.label(at: at) {
            at = written.end
            if !written.inside.isEmpty { label = written.inside }
        }
        let name = UnsafeBufferPointer(rebasing: text[label.clamped(to: 0..<text.count)])
        guard let definition = definitions[name] else { return span(label.lowerBound, label.upperBound) }
        usedDefinitions.insert(definition.lower)
        return definition
    }

    /// `<https://…>` and `<name@host>`: links whose text is their destination.
    private mutating func readAutolink(_ node: CommonMark.Node) -> Bool {
        guard byte(at) == UInt8(ascii: "<"), isAligned else { return false }
        let start = at
        at += 1
        let mark = inlines.count
        var child = cmark_node_first_child(node)
        while let part = child {
            if cmark_node_get_type(part) == CMARK_NODE_TEXT { readText(Literal(part).bytes, isPlain: true) }
            child = cmark_node_next(part)
        }
        expect(byte(at) == UInt8(ascii: ">"))
        let destination = span(start + 1, at)
        at += 1
        let link = Link(
            destination: Literal(url: node).string, destinationSpan: destination, children: inlines.array(from: mark),
            number: linkCount)
        add(.link(link), span(start, at))
        mention(link)
        return true
    }

    private func restored(_ text: Literal) -> String { isMasked ? ForgeMask.restored(text.string) : text.string }

    private func decodedDestination(_ node: CommonMark.Node) -> String {
        let path = percentDecodedPath(Literal(url: node).bytes)
        return isMasked ? ForgeMask.restored(path) : path
    }
}
