import PlancDiagnostics
import PlancMarkup
import PlancSchema
import PlancSource
import PlancSyntax

/// A word that is nowhere else, and where it was put.
struct Marker: Sendable {
    var word: String
    /// The file, and the offset in it as the plan was before.
    var path: String
    var offset: Int
    /// What it stands in: `people.job`, `paragraph`, `between blocks`.
    var place: String
    var isInBody: Bool
    /// Of a message, which of its texts: they are printed in the order of channels.
    var part = 0
}

/// A plan with a marker at every place where the language lets text stand.
struct MarkedPlan {
    private(set) var plan: SubjectPlan
    private(set) var markers: [Marker] = []

    init(_ plan: SubjectPlan, bodies: Bool = true, values: Bool = true) {
        self.plan = plan
        for path in plan.sources {
            let bytes = plan.files[path] ?? []
            let parsed = parse(SourceFile(path: path, bytes: bytes), id: FileID(0))
            guard parsed.isSource, let kind = parsed.frontMatter?["kind"]?.scalar?.value, let schema = Schema[kind]
            else {
                continue
            }
            let heads = kind == "message" ? parsed.blocks.compactMap(\.variantStart) : []
            var places: [(offset: Int, text: String, place: String, isInBody: Bool)] = []
            if values, let entries = parsed.frontMatter?.entries {
                let isTranslation = path.split(separator: ".").count > 2 && parsed.frontMatter?["translates"] != nil
                mark(entries, isTranslation ? Schema.translationKeys : schema.keys, kind, bytes) { offset, place in
                    places.append((offset, " #", place, false))
                }
            }
            if bodies {
                var reader = BodyMarks(bytes: bytes, isMessage: kind == "message")
                reader.read(parsed.blocks, isTop: true)
                if parsed.bodySpan.range.lowerBound == bytes.count || parsed.blocks.isEmpty {
                    reader.places.append((bytes.count, "\n\n#\n", "the only paragraph"))
                }
                places += reader.places.map { ($0.offset, $0.text, $0.place, true) }
            }
            var text: [UInt8] = []
            var end = 0
            for place in places.sorted(by: { $0.offset < $1.offset }) {
                let word = Self.word(markers.count)
                markers.append(
                    Marker(
                        word: word, path: path, offset: place.offset, place: place.place, isInBody: place.isInBody,
                        part: heads.count { $0 < place.offset }))
                text += bytes[end..<place.offset] + place.text.replacing("#", with: word).utf8
                end = place.offset
            }
            self.plan.files[path] = text + bytes[end...]
        }
    }

    /// `qabcq`: letters alone, so that no formatter of numbers or times touches it.
    private static func word(_ number: Int) -> String {
        var letters = ""
        var rest = number
        for _ in 0..<4 {
            letters.append(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(rest % 16))))
            rest /= 16
        }
        return "qx" + letters + "xq"
    }
}

/// Calls `visit` with the end of each text in a front matter.
private func mark(
    _ entries: [YAMLNode.Entry], _ keys: [KeySchema], _ path: String, _ bytes: [UInt8],
    _ visit: (Int, String) -> Void
) {
    for entry in entries {
        guard let key = keys.first(where: { $0.name == entry.key.value }) else { continue }
        mark(entry.value, key.form, "\(path).\(key.name)", bytes, visit)
    }
}

private func mark(
    _ node: YAMLNode, _ form: ValueForm, _ path: String, _ bytes: [UInt8], _ visit: (Int, String) -> Void
) {
    switch form {
    case .text, .localizedText, .sentence:
        if let entries = node.entries {
            for entry in entries { mark(entry.value, .text, path, bytes, visit) }
            return
        }
        guard case .scalar(let text, let isQuoted) = node.content, !text.isEmpty else { return }
        let end = Int(node.span.upper)
        let last = bytes[end - 1]
        if !isQuoted { return visit(end, path) }
        if last == UInt8(ascii: "\"") || last == UInt8(ascii: "'") { visit(end - 1, path) }
    case .list(let element):
        guard let list = node.list else { return }
        for node in list { mark(node, element, path, bytes, visit) }
    case .map(_, let value):
        for entry in node.entries ?? [] { mark(entry.value, value, path, bytes, visit) }
    case .record(let keys): mark(node.entries ?? [], keys, path, bytes, visit)
    default: break
    }
}

extension Block {
    /// Where a heading that opens a variant of a message begins.
    fileprivate var variantStart: Int? {
        if case .heading(1, _) = content { Int(span.lower) } else { nil }
    }
}

extension YAMLNode {
    /// One value alone stands for a list of one.
    fileprivate var list: [YAMLNode]? {
        switch content {
        case .sequence(let nodes): nodes
        default: [self]
        }
    }
}

/// Where a word can be put in a body: at the end of every text, and between the blocks.
private struct BodyMarks {
    let bytes: [UInt8]
    let isMessage: Bool
    var places: [(offset: Int, text: String, place: String)] = []

    mutating func read(_ blocks: [Block], isTop: Bool) {
        for block in blocks {
            switch block.content {
            case .paragraph(let inlines): leaf(inlines, "paragraph")
            case .heading(let level, let inlines):
                if !isMessage || level > 1 { leaf(inlines, "heading") }
            case .list(let list): for item in list.items { read(item.blocks, isTop: false) }
            case .quote(let blocks), .alert(_, let blocks): read(blocks, isTop: false)
            case .table(let table):
                for cell in table.header { leaf(cell.inlines, "table header") }
                for row in table.rows { for cell in row { leaf(cell.inlines, "table cell") } }
            case .code(_, let text):
                let start = Int(block.span.lower)
                if let line = bytes[start...].firstIndex(of: 0x0A), !text.isEmpty, bytes[start] == UInt8(ascii: "`") {
                    places.append((line + 1, "#\n", "code"))
                }
            case .rule, .directive: break
            }
            // Before a block that begins a line of its own.
            if isTop, case .directive = block.content { continue }
            if isTop { places.append((Int(block.span.lower), "#\n\n", "between blocks")) }
        }
        if isTop, !blocks.isEmpty { places.append((bytes.count, "\n\n#\n", "after all blocks")) }
    }

    private mutating func leaf(_ inlines: [Inline], _ place: String) {
        var end: Int?
        for inline in inlines {
            switch inline.content {
            // A text that is in the source as it is.
            case .text(let words) where words.utf8.count == inline.span.range.count && !words.isEmpty:
                end = Int(inline.span.upper)
                while let last = end, last > 0, bytes[last - 1] == 0x20 { end = last - 1 }
            default: break
            }
        }
        if let end { places.append((end, " #", place)) }
    }
}
