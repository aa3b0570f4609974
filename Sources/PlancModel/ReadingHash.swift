import PlancMarkup
import PlancSource

/// A text as it is read, as bytes that a hash is made of: its words, what is emphasised, and its parts, each after a sign of its own.
///
/// How it is written has no part in it: where lines end, which sign begins an item, empty lines, comments. Nor has what the ids of a
/// plan are: where a link inside the plan leads, whose name stands for a placeholder, whom a mention names. To rename or move a file
/// makes no translation old; that translations lead to the same things, `uneven-translation` asks.
struct ReadText {
    private(set) var bytes: [UInt8] = []

    /// Signs of parts: bytes that stand in no text.
    private enum Sign: UInt8 {
        case end = 1
        case paragraph, heading, list, orderedList, item, task, quote, box, code, table, row, cell, rule
        case emphasis, strong, crossedOut, link, picture, lineBreak, field, snippet, role
    }

    init(_ blocks: [Block]) { add(blocks) }

    private mutating func add(_ sign: Sign) { bytes.append(sign.rawValue) }

    private mutating func end() {
        if bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        add(.end)
    }

    /// White space of any length is one space, and none after a sign.
    private mutating func add(words: String) {
        for byte in words.utf8 {
            if byte == UInt8(ascii: " ") || (9...13).contains(byte) {
                if let last = bytes.last, last > UInt8(ascii: " ") { bytes.append(UInt8(ascii: " ")) }
            } else {
                bytes.append(byte)
            }
        }
    }

    private mutating func add(_ blocks: [Block]) { for block in blocks { add(block) } }

    private mutating func add(_ block: Block) {
        switch block.content {
        case .paragraph(let inlines):
            add(.paragraph)
            add(inlines)
        case .heading(let level, let inlines):
            add(.heading)
            add(words: String(level))
            add(inlines)
        case .list(let list):
            add(list.isOrdered ? .orderedList : .list)
            if list.isOrdered { add(words: String(list.start)) }
            for item in list.items {
                add(item.task == nil ? .item : .task)
                add(item.blocks)
            }
        case .quote(let blocks):
            add(.quote)
            add(blocks)
        case .alert(let alert, let blocks):
            add(.box)
            add(words: alert.rawValue)
            add(blocks)
        case .code(language: _, let text):
            add(.code)
            bytes += Array(text.utf8)
        case .table(let table):
            add(.table)
            for row in [table.header] + table.rows {
                add(.row)
                for cell in row {
                    add(.cell)
                    add(cell.inlines)
                }
            }
        case .rule: add(.rule)
        case .directive: return
        }
        end()
    }

    private mutating func add(_ inlines: [Inline]) { for inline in inlines { add(inline) } }

    private mutating func add(_ inline: Inline) {
        func around(_ sign: Sign, _ children: [Inline]) {
            add(sign)
            add(children)
            add(.end)
        }
        switch inline.content {
        case .text(let words): add(words: words)
        case .code(let words): add(words: words)
        case .emphasis(let children): around(.emphasis, children)
        case .strong(let children): around(.strong, children)
        case .strikethrough(let children): around(.crossedOut, children)
        case .link(let link):
            around(.link, link.children)
            if link.leadsOutside { add(words: link.destination) }
        case .image(let link):
            around(.picture, link.children)
            add(words: link.title ?? "")
        case .softBreak: add(words: " ")
        case .lineBreak: add(.lineBreak)
        case .placeholder(let placeholder):
            add(.field)
            add(words: Self.withoutID(placeholder.name))
        case .snippet(let id):
            add(.snippet)
            add(words: id.value)
        case .roleMention: add(.role)
        }
    }

    /// `role..phone` of `role.press.phone`; the name of a field as it is.
    private static func withoutID(_ name: String) -> String {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 ? "\(parts[0])..\(parts[2])" : name
    }
}

extension Link {
    /// Whether it names a scheme: `https:`, `mailto:`, `tel:`.
    fileprivate var leadsOutside: Bool {
        destination.prefix { $0 != "/" && $0 != "#" && $0 != "?" }.contains(":")
    }
}
