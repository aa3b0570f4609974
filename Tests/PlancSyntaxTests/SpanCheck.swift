import PlancMarkup
import PlancSource

@testable import PlancSyntax

/// Whether every span of a body lies where it must: in reading order, in what holds it, its text the source's.
struct SpanCheck {
    private(set) var problem: String?
    private let bytes: [UInt8]

    init(body: String) {
        let text = Array("---\nkind: role\n---\n\(body)".utf8)
        bytes = text.withUnsafeBufferPointer { CharacterScan($0).cleaned($0) }
        let (blocks, misaligned) = bytes.withUnsafeBufferPointer { buffer in
            guard let start = FrontMatterFence(buffer)?.body else { return ([Block](), 0) }
            var reader = BodyReader(bytes: buffer, start: start, id: FileID(0), findings: FindingList())
            return (reader.read(), reader.misalignedLeaves)
        }
        if misaligned > 0 { problem = "a leaf was not found again" }
        check(blocks, within: 0..<bytes.count)
    }

    private mutating func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
        if !holds, problem == nil { problem = what() }
    }

    private mutating func check(_ blocks: [Block], within outer: Range<Int>) {
        var last = outer.lowerBound
        for block in blocks {
            let range = block.span.range
            expect(outer.contains(range), "\(block) leaves \(outer)")
            if case .directive = block.content { continue }
            expect(range.lowerBound >= last, "\(block) begins before \(last)")
            last = range.upperBound
            switch block.content {
            case .paragraph(let inlines), .heading(_, let inlines): check(inlines, within: range)
            case .quote(let inner), .alert(_, let inner): check(inner, within: range)
            case .list(let list):
                for item in list.items {
                    expect(range.contains(item.span.range), "\(item) leaves its list")
                    check(item.blocks, within: item.span.range)
                }
            case .table(let table):
                for cell in table.header + table.rows.joined() {
                    expect(range.contains(cell.span.range), "\(cell) leaves its table")
                    check(cell.inlines, within: cell.span.range)
                }
            default: break
            }
        }
    }

    private mutating func check(_ inlines: [Inline], within outer: Range<Int>) {
        var last = outer.lowerBound
        for inline in inlines {
            let range = inline.span.range
            expect(
                range.lowerBound >= last && range.upperBound <= outer.upperBound,
                "\(inline) leaves \(last)..<\(outer.upperBound)")
            last = range.upperBound
            let source = String(decoding: bytes[range], as: UTF8.self)
            switch inline.content {
            case .emphasis(let children), .strong(let children), .strikethrough(let children):
                check(children, within: range)
            case .link(let link), .image(let link):
                check(link.children, within: range)
                let written = String(decoding: bytes[link.destinationSpan.range], as: UTF8.self)
                let isPlain = !written.contains { "\\&%\n[".contains($0) } && source.contains("(" + written)
                if isPlain, source.hasSuffix(")") {
                    expect(written == link.destination, "\(written) is not \(link.destination)")
                }
            case .text(let text):
                let isPlain = !source.contains { "\\&\t".contains($0) }
                expect(!isPlain || source == text, "\(source.debugDescription) is not \(text.debugDescription)")
            case .code: expect(source.hasPrefix("`") && source.hasSuffix("`"), "\(source) is no code")
            case .placeholder(let placeholder):
                let name = String(decoding: bytes[placeholder.nameSpan.range], as: UTF8.self)
                expect(
                    source.hasPrefix("{{") && source.hasSuffix("}}") && name == placeholder.name,
                    "\(source) is no field")
            case .snippet(let id):
                expect(
                    source.hasPrefix("{{>") && String(decoding: bytes[id.span.range], as: UTF8.self) == id.value,
                    "\(source)")
            case .roleMention(let id): expect(source == "@" + id, "\(source) is not @\(id)")
            case .softBreak, .lineBreak:
                expect(
                    source.contains { $0.isNewline } || source.lowercased().hasPrefix("<br"),
                    "\(source.debugDescription) is no line end")
            }
        }
    }
}

extension Range where Bound == Int {
    func contains(_ other: Range) -> Bool { lowerBound <= other.lowerBound && other.upperBound <= upperBound }
}
