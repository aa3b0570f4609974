import PlancDiagnostics
import PlancMarkup
import PlancSource

@testable import PlancSyntax

/// A parsed text with what it was parsed from.
struct Reading {
    let source: SourceFile
    let file: ParsedFile

    init(bytes: [UInt8]) {
        source = SourceFile(path: "test.md", bytes: bytes)
        file = parse(source, id: FileID(0))
    }

    init(_ text: String) { self.init(bytes: Array(text.utf8)) }

    /// A body below a front matter of one line.
    init(body: String) { self.init("---\nkind: role\n---\n" + body) }

    func text(_ span: Span) -> String { source.text(span.range) }

    /// The texts that the findings of a rule stand at.
    func places(_ rule: any RuleDescription.Type) -> [String] {
        file.findings.filter { $0.rule == rule.name }.map { text($0.span) }
    }

    var inlines: [Inline] {
        var all: [Inline] = []
        file.blocks.forEachInline { all.append($0) }
        return all
    }
}

/// A text with `⟦…⟧` taken out, and the ranges they enclosed.
struct MarkedText {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []

    /// With `hasEscapes`, `\x{E9}` is a byte.
    init(_ text: String, hasEscapes: Bool = false) {
        var open = 0
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "⟦": open = bytes.count
            case "⟧": ranges.append(open..<bytes.count)
            case "\\" where hasEscapes && rest.starts(with: "x{".unicodeScalars):
                let digits = rest.dropFirst(2).prefix { $0 != "}" }
                bytes.append(UInt8(String(String.UnicodeScalarView(digits)), radix: 16) ?? 0)
                rest = rest.dropFirst(digits.count + 3)
            default: bytes += Array(String(scalar).utf8)
            }
        }
    }
}

/// The shape of blocks in a short form of their own: what tests compare.
enum Shape {
    static func of(_ blocks: [Block]) -> String { blocks.map(of).joined(separator: " ") }

    static func of(_ block: Block) -> String {
        switch block.content {
        case .paragraph(let inlines): "p(\(of(inlines)))"
        case .heading(let level, let inlines): "h\(level)(\(of(inlines)))"
        case .list(let list):
            (list.isOrdered ? "ol\(list.start)" : "ul") + (list.isTight ? "" : "~") + "("
                + list.items.map { item in
                    let box = item.task.map { $0 ? "[x]" : "[ ]" } ?? ""
                    return "li\(box)(\(of(item.blocks)))"
                }.joined(separator: " ") + ")"
        case .quote(let blocks): "quote(\(of(blocks)))"
        case .alert(let alert, let blocks): "\(alert.rawValue)(\(of(blocks)))"
        case .code(let language, let text): "code(\(language)|\(text))"
        case .table(let table):
            "table(" + table.alignments.map { String($0.rawValue.prefix(1)) }.joined() + "; "
                + ([table.header] + table.rows).map { row in row.map { of($0.inlines) }.joined(separator: " | ") }
                .joined(separator: " / ") + ")"
        case .rule: "rule"
        case .directive(let directive):
            switch directive {
            case .covers(let elements): "covers(\(elements.map(\.value).joined(separator: ",")))"
            case .allow(let rule, let reason): "allow(\(rule.value): \(reason))"
            case .unknown(let word): "unknown(\(word.value))"
            }
        }
    }

    static func of(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline.content {
            case .text(let text): text
            case .code(let text): "`\(text)`"
            case .emphasis(let children): "<i>\(of(children))</i>"
            case .strong(let children): "<b>\(of(children))</b>"
            case .strikethrough(let children): "<s>\(of(children))</s>"
            case .link(let link): "<a \(link.destination)>\(of(link.children))</a>"
            case .image(let link): "<img \(link.destination)>\(of(link.children))</img>"
            case .softBreak: "⏎"
            case .lineBreak: "↵"
            case .placeholder(let placeholder): "{\(placeholder.name)}"
            case .snippet(let id): "{>\(id.value)}"
            case .roleMention(let id): "@(\(id))"
            }
        }.joined()
    }
}
