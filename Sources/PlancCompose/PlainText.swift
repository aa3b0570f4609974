import PlancMarkup

/// Composed blocks as text without marks: paragraphs parted by a blank line (by a line break when `isCompact`), a heading on the
/// line above what it heads.
public func plainText(_ blocks: [Block], isCompact: Bool, field: (String) -> String) -> String {
    var text = ""
    var follows = false
    for block in blocks {
        let words = plainText(block, isCompact: isCompact, field: field)
        if words.isEmpty { continue }
        if !text.isEmpty { text += follows || isCompact ? "\n" : "\n\n" }
        text += words
        if case .heading = block.content { follows = true } else { follows = false }
    }
    return text
}

private func plainText(_ block: Block, isCompact: Bool, field: (String) -> String) -> String {
    switch block.content {
    case .paragraph(let inlines), .heading(_, let inlines): return plainText(inlines, field: field)
    case .list(let list):
        return list.items.enumerated().map { place, item in
            let mark = list.isOrdered ? "\(list.start + place). " : "- "
            return mark + indented(plainText(item.blocks, isCompact: true, field: field), by: mark.count)
        }.joined(separator: "\n")
    case .quote(let blocks):
        return plainText(blocks, isCompact: isCompact, field: field).split(separator: "\n", omittingEmptySubsequences: false)
            .map { "> " + $0 }.joined(separator: "\n")
    case .code(_, let text): return String(text.reversed().drop { $0.isNewline }.reversed())
    case .table(let table):
        return ([table.header] + table.rows).map { row in
            row.map { plainText($0.inlines, field: field) }.joined(separator: " | ")
        }.joined(separator: "\n")
    case .rule: return isCompact ? "" : "----"
    case .directive: return ""
    }
}

/// Composed inlines as text without marks; a link to a page is followed by its address.
public func plainText(_ inlines: [Inline], field: (String) -> String) -> String {
    var text = ""
    for inline in inlines {
        switch inline.content {
        case .text(let words), .code(let words): text += words
        case .emphasis(let children), .strong(let children): text += plainText(children, field: field)
        case .softBreak: text += " "
        case .lineBreak: text += "\n"
        case .placeholder(let placeholder): text += field(placeholder.name)
        case .link(let link):
            let words = plainText(link.children, field: field)
            text += words
            if link.target == .external, let address = readable(link.destination), !words.contains(address) {
                text += words.isEmpty ? address : " (\(address))"
            }
        case .image(let image): text += plainText(image.children, field: field)
        case .snippet, .roleMention: break
        }
    }
    return text
}

/// An address as people type it: without `mailto:` and `tel:`.
private func readable(_ destination: String) -> String? {
    for scheme in ["mailto:", "tel:"] where destination.hasPrefix(scheme) {
        return String(destination.dropFirst(scheme.count))
    }
    return destination.isEmpty ? nil : destination
}

private func indented(_ text: String, by width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { line, words in
        line == 0 || words.isEmpty ? String(words) : String(repeating: " ", count: width) + words
    }.joined(separator: "\n")
}
