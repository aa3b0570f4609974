import PlancMarkup
import PlancSource

/// How blocks become text: what stands for fields, snippets and links, and whether the text is read or heard.
public struct Rendering: Sendable {
    /// Whether the text is read or heard.
    public enum Form: Sendable {
        /// Bullets, numbers and line breaks, as in a mail without formatting.
        case text
        /// Sentences: headings and items end in a full stop.
        case speech
    }

    public var form: Form
    /// What stands for `{{ name }}`.
    public var value: @Sendable (Placeholder) -> String
    /// The blocks of `{{> id }}`; nil leaves the snippet out.
    public var snippet: @Sendable (String) -> [Block]?
    /// What stands for a link without words, and for `@role`.
    public var title: @Sendable (EntityReference) -> String

    /// Where links lead.
    public var links: LinkTargets

    public init(
        form: Form = .text, links: LinkTargets = LinkTargets(),
        value: @escaping @Sendable (Placeholder) -> String = { "{{ \($0.name) }}" },
        snippet: @escaping @Sendable (String) -> [Block]? = { _ in nil },
        title: @escaping @Sendable (EntityReference) -> String = { $0.id }
    ) {
        self.form = form
        self.links = links
        self.value = value
        self.snippet = snippet
        self.title = title
    }

    /// The text of blocks, in reading order, each byte with the place it comes from.
    public func callAsFunction(_ blocks: [Block]) -> MappedText {
        var text = MappedText()
        text.reserve(blocks: blocks.count)
        write(blocks, into: &text)
        return text
    }

    /// The same, in the room of the text before: for many texts.
    public func write(_ blocks: [Block], into text: inout MappedText) {
        text.clear()
        var writer = TextWriter(rendering: self)
        swap(&writer.text, &text)
        writer.write(blocks)
        writer.text.trimEnd()
        swap(&writer.text, &text)
    }
}

/// The plain text of blocks.
public func plainText(_ blocks: [Block], _ rendering: Rendering = Rendering()) -> String { rendering(blocks).string }

private struct TextWriter {
    let rendering: Rendering
    var text = MappedText()
    private var indent = ""
    private var isQuotation = false
    /// The snippets that are being put in place, so that a ring of them ends.
    private var open: [String] = []

    init(rendering: Rendering) { self.rendering = rendering }

    private var isSpeech: Bool { rendering.form == .speech }

    private mutating func mark(_ words: String) { text.append(words, kind: .mark, span: nil) }

    /// Begins a block: an empty line before it, or a line break inside a tight list.
    private mutating func begin(isTight: Bool = false) {
        guard let last = text.bytes.last, last != 0x0A else { return }
        text.breakLine(isTight || isSpeech ? 1 : 2)
    }

    private mutating func prefix() {
        if !indent.isEmpty, !isSpeech { mark(indent) }
    }

    mutating func write(_ blocks: [Block], isTight: Bool = false) {
        for block in blocks { write(block, isTight: isTight) }
    }

    private mutating func write(_ block: Block, isTight: Bool) {
        switch block.content {
        case .paragraph(let inlines):
            if inlines.count == 1, case .snippet(let id) = inlines[0].content {
                expand(id.value, isTight: isTight)
                return
            }
            line(inlines, form: isQuotation ? .quotation : .paragraph, isTight: isTight)
        case .heading(_, let inlines):
            line(inlines, form: .heading, isTight: false)
        case .list(let list):
            write(list, isTight: isTight)
        case .quote(let blocks):
            let (outer, wasQuotation) = (indent, isQuotation)
            indent += "> "
            isQuotation = true
            begin(isTight: isTight)
            write(blocks)
            (indent, isQuotation) = (outer, wasQuotation)
        case .alert(_, let blocks): write(blocks, isTight: isTight)
        case .code(_, let code):
            begin(isTight: isTight)
            let start = text.bytes.count
            let body = code.hasSuffix("\n") ? String(code.dropLast()) : code
            text.append(body, kind: .code, span: block.span)
            text.note(.code, from: start)
        case .table(let table):
            begin(isTight: isTight)
            row(table.header)
            for cells in table.rows { row(cells) }
        case .rule:
            begin(isTight: isTight)
            if !isSpeech {
                prefix()
                mark("* * *")
            }
        case .directive:
            break
        }
    }

    private mutating func line(_ inlines: [Inline], form: MappedText.Passage.Form, isTight: Bool) {
        begin(isTight: isTight)
        prefix()
        let start = text.bytes.count
        write(inlines)
        endSentence(from: start)
        text.note(form, from: start)
    }

    /// In speech every line ends like a sentence.
    private mutating func endSentence(from start: Int) {
        guard isSpeech, text.bytes.count > start else { return }
        text.trimEnd()
        let end = text.bytes.count
        // Every sign that ends a sentence is the last character of at most four bytes.
        guard let last = text.text(max(start, end - 4)..<end).last, !".!?:;…»”\"".contains(last) else { return }
        mark(".")
    }

    private mutating func write(_ list: List, isTight: Bool) {
        begin(isTight: isTight)
        var number = list.start
        let outer = indent
        for (i, item) in list.items.enumerated() {
            if i > 0 { begin(isTight: list.isTight) }
            let bullet = list.isOrdered ? "\(number). " : "- "
            number += 1
            if !isSpeech {
                mark(outer + bullet)
            } else if list.isOrdered {
                mark(bullet)
            }
            if let isTicked = item.task, !isSpeech { mark(isTicked ? "[x] " : "[ ] ") }
            // The first line stands after the bullet, the others below it.
            indent = ""
            var isFirst = true
            for block in item.blocks {
                if isFirst, case .paragraph(let inlines) = block.content {
                    let start = text.bytes.count
                    write(inlines)
                    endSentence(from: start)
                    text.note(isQuotation ? .quotation : .item, from: start)
                } else {
                    indent = outer + String(repeating: " ", count: bullet.count)
                    write(block, isTight: list.isTight)
                }
                if case .directive = block.content { continue }
                isFirst = false
            }
        }
        indent = outer
    }

    private mutating func row(_ cells: [Table.Cell]) {
        begin(isTight: true)
        prefix()
        for (i, cell) in cells.enumerated() {
            if i > 0 { mark(isSpeech ? ", " : " | ") }
            let start = text.bytes.count
            write(cell.inlines)
            text.note(.cell, from: start)
        }
        if isSpeech { mark(".") }
    }

    private mutating func expand(_ id: String, isTight: Bool) {
        guard !open.contains(id), open.count < 64, let blocks = rendering.snippet(id) else { return }
        open.append(id)
        write(blocks, isTight: isTight)
        open.removeLast()
    }

    private mutating func write(_ inlines: [Inline]) {
        for inline in inlines { write(inline) }
    }

    private mutating func write(_ inline: Inline) {
        let words: MappedText.Kind = isQuotation ? .quotation : .words
        switch inline.content {
        case .text(let plain):
            write(plain, kind: words, span: inline.span)
        case .code(let code):
            text.append(code, kind: .code, span: inline.span)
        case .emphasis(let children), .strong(let children):
            write(children)
        case .strikethrough(let children):
            if isSpeech { break }
            mark("~~")
            write(children)
            mark("~~")
        case .softBreak:
            text.append(" ", kind: words, span: inline.span)
        case .lineBreak:
            text.append("\n" + (isSpeech ? "" : indent), kind: words, span: inline.span)
        case .placeholder(let placeholder):
            let value = rendering.value(placeholder)
            text.append(value, kind: .value, span: inline.span)
        case .roleMention(let id):
            text.append(rendering.title(EntityReference(.role, id)), kind: .value, span: inline.span)
        case .snippet(let id):
            expandInline(id.value)
        case .link(let link):
            write(link, isImage: false, span: inline.span)
        case .image(let link):
            write(link, isImage: true, span: inline.span)
        }
    }

    /// Spaces one after the other are one, as on pages; each piece between them keeps its own place.
    private mutating func write(_ plain: String, kind: MappedText.Kind, span: Span) {
        guard plain.hasRepeatedSpaces, span.range.count == plain.utf8.count else {
            text.append(plain, kind: kind, span: span)
            return
        }
        for (place, piece) in plain.piecesBetweenSpaces.enumerated() {
            let start = Int(span.lower) + plain.utf8.distance(from: plain.startIndex, to: piece.lowerBound)
            if place > 0 { text.append(" ", kind: kind, span: Span(span.file, start - 1, start)) }
            let end = start + plain[piece].utf8.count
            text.append(String(plain[piece]), kind: kind, span: Span(span.file, start, end))
        }
    }

    private mutating func write(_ link: Link, isImage: Bool, span: Span) {
        let start = text.bytes.count
        if !isImage, let address = link.ownAddress {
            text.append(address, kind: .value, span: link.children[0].span)
            return
        }
        write(link.children)
        if text.bytes.count == start, !isImage, case .entity(let target) = rendering.links[link] {
            text.append(rendering.title(target), kind: .value, span: span)
        }
        guard !isImage, rendering.links[link] == .external, !isSpeech else { return }
        var address = Substring(link.destination)
        for scheme in ["mailto:", "tel:"] where address.hasPrefix(scheme) { address = address.dropFirst(scheme.count) }
        let written = text.text(start..<text.bytes.count)
        guard written != address, written != link.destination else { return }
        mark(written.isEmpty ? "" : " (")
        text.append(String(address), kind: .value, span: link.destinationSpan)
        mark(written.isEmpty ? "" : ")")
    }

    /// A snippet in the middle of a line gives its words, its blocks parted by a space.
    private mutating func expandInline(_ id: String) {
        guard !open.contains(id), open.count < 64, let blocks = rendering.snippet(id) else { return }
        open.append(id)
        var isFirst = true
        blocks.forEachDeep { block in
            let inlines: [Inline]
            switch block.content {
            case .paragraph(let content), .heading(_, let content): inlines = content
            default: return
            }
            if !isFirst { mark(" ") }
            isFirst = false
            write(inlines)
        }
        open.removeLast()
    }
}
