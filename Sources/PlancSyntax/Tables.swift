import CCmark
import PlancMarkup
import PlancSource

/// GitHub's pipe tables (GFM 4.10): cmark gives a paragraph, whose lines are looked at again.
extension BodyReader {
    /// A part of a leaf that becomes a leaf of its own.
    private struct Part {
        let leaf: LeafText
        /// Whether it says nothing but itself to CommonMark, so that cmark need not see it.
        var isPlain = false
    }

    /// The HTML among the inlines of a part.
    private struct PartHTML {
        let pieces: [Range<Int>]
        let leaf: LeafText
        let row: Span
    }

    /// Reads a paragraph as a table, after the paragraph before it if there is one; false when it is no table.
    mutating func readTable(_ leaf: LeafText) -> Bool {
        guard leaf.literalSkip == 0, leaf.bytes.first(.dash, from: 0) < leaf.bytes.count,
            let table = TableText(leaf.bytes, from: leaf.first)
        else { return false }
        var parts: [Part] = []
        parts.reserveCapacity(table.cells.count + 1)
        if let before = table.before { parts.append(Part(leaf: leaf.part(before))) }
        for cell in table.cells where !cell.isEmpty {
            let plain = leaf.plainPart(cell)
            parts.append(Part(leaf: plain ?? leaf.part(cell, isCell: true), isPlain: plain != nil))
        }
        let text = text(of: parts)
        if text.isEmpty {
            addTable(table, of: leaf, parts, nil)
        } else {
            text.withUnsafeBufferPointer {
                let document = CommonMark($0)
                addTable(table, of: leaf, parts, cmark_node_first_child(document.root))
            }
        }
        return true
    }

    /// The parts that cmark must see, as one document of a paragraph each.
    ///
    /// A no-break space before each keeps it a paragraph whatever it begins with, and is the beginning of a line where
    /// emphasis is concerned; four blanks keep its other lines in it.
    private mutating func text(of parts: [Part]) -> [UInt8] {
        var text: [UInt8] = []
        for part in parts where !part.isPlain {
            let bytes = part.leaf.bytes
            var start = 0
            while case let end = bytes.first(.lineFeed, from: start), end < bytes.count {
                text += bytes[start...end]
                text += [.space, .space, .space, .space]
                start = end + 1
            }
            text += bytes[start...]
            text += [.lineFeed, .lineFeed]
        }
        if text.isEmpty { return text }
        if inlineReader.isMasked { ForgeMask.maskComments(&text) }
        text += inlineReader.definitions.source
        return text
    }

    /// Adds a table whose parts are read one by one, those that cmark has seen from its first paragraph on.
    private mutating func addTable(
        _ table: TableText, of leaf: LeafText, _ parts: [Part], _ first: CommonMark.Node?
    ) {
        var paragraph = first
        var next = 0
        var before: (inlines: [Inline], html: [Range<Int>]) = ([], [])
        if table.before != nil {
            before = (read(parts[0], &paragraph), inlineReader.html)
            next = 1
        }
        // All inlines are read before any HTML among them.
        var html: [PartHTML] = []
        var rows: [[Table.Cell]] = []
        rows.reserveCapacity(table.rows.count - 1)
        var header: [Table.Cell] = []
        for (index, row) in table.rows.enumerated() {
            let line = trimmed(leaf.range(row.line.lowerBound, row.line.upperBound))
            var cells: [Table.Cell] = []
            cells.reserveCapacity(table.alignments.count)
            for cell in table.cells[row.cells] {
                if cell.isEmpty {
                    let offset = leaf.source(cell.lowerBound)
                    cells.append(Table.Cell([], span(offset, offset)))
                    continue
                }
                let part = parts[next]
                next += 1
                cells.append(Table.Cell(read(part, &paragraph), place(of: part.leaf)))
                if !inlineReader.html.isEmpty {
                    html.append(PartHTML(pieces: inlineReader.html, leaf: part.leaf, row: line))
                }
            }
            while cells.count < table.alignments.count {
                cells.append(Table.Cell([], span(Int(line.upper), Int(line.upper))))
            }
            if index == 0 { header = cells } else { rows.append(cells) }
        }

        if table.before != nil {
            let place = place(of: parts[0].leaf)
            add(.paragraph(before.inlines), place)
            readInlineHTML(before.html, in: parts[0].leaf, within: .paragraph(place))
            addDirectives()
        }
        for part in html { readInlineHTML(part.pieces, in: part.leaf, within: .whole(part.row)) }
        for extra in table.extras {
            let place = leaf.range(extra.lowerBound, extra.upperBound)
            let words = String(decoding: bytes[place], as: UTF8.self)
            // A comment is for authors.
            if words.hasPrefix("<!--") { continue }
            report(UnprintedText.cell(at: span(place.lowerBound, place.upperBound), words: words.wordCount))
        }
        let whole = trimmed(leaf.range(table.rows[0].line.lowerBound, leaf.bytes.count))
        add(.table(Table(alignments: table.alignments, header: header, rows: rows)), whole)
    }

    private mutating func read(_ part: Part, _ paragraph: inout CommonMark.Node?) -> [Inline] {
        guard !part.isPlain, let node = paragraph else { return inlineReader.readPlain(part.leaf) }
        paragraph = cmark_node_next(node)
        return inlineReader.read(node, part.leaf)
    }

    private func place(of part: LeafText) -> Span { Span(id, part.source(part.first), part.end) }

    private func trimmed(_ range: Range<Int>) -> Span { Span(id, range.lowerBound, bytes.trimmedEnd(of: range)) }
}
