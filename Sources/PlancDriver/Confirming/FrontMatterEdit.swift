import PlancSource
import PlancSyntax

/// Puts a value under a key of a front matter, everything else kept to the byte.
struct FrontMatterEdit {
    var bytes: [UInt8]

    /// The bytes with `value` (YAML in one line) at the end of `path`; keys that are missing are written.
    /// nil where the front matter cannot take it in place: nothing is written then.
    func setting(_ path: [String], to value: String) -> [UInt8]? {
        let parsed = parse(SourceFile(path: "", bytes: bytes), id: FileID(0))
        guard parsed.isFrontMatterWhole, let root = parsed.frontMatter else { return nil }
        let expected = Tree(root).setting(path[...], to: tree(of: value))
        func isExpected(_ candidate: [UInt8]) -> Bool {
            let after = parse(SourceFile(path: "", bytes: candidate), id: FileID(0))
            guard after.isFrontMatterWhole, let changed = after.frontMatter else { return false }
            return Tree(changed) == expected
        }
        if let inPlace = settingMembers(of: path, in: root, to: value), isExpected(inPlace) { return inPlace }
        return candidates(path[...], value, in: root, end: Int(parsed.frontMatterSpan.upper)).first(where: isExpected)
    }

    /// Of a map that is there, each value alone: what stands beside them, such as comments, stays. nil where there is none.
    private func settingMembers(of path: [String], in root: YAMLNode, to value: String) -> [UInt8]? {
        var node = root
        for key in path {
            guard let inner = node.entries?.first(where: { $0.key.value == key })?.value else { return nil }
            node = inner
        }
        guard let old = node.entries, !old.isEmpty else { return nil }
        let text = Array("---\nvalue: \(value)\n---\n".utf8)
        let new = parse(SourceFile(path: "", bytes: text), id: FileID(0)).frontMatter?["value"]?.entries ?? []
        var edit = self
        for member in new {
            let written = String(decoding: text[member.value.span.range.clamped(to: text.indices)], as: UTF8.self)
            guard let bytes = edit.setting(path + [member.key.value], to: written) else { return nil }
            edit.bytes = bytes
        }
        return edit.bytes
    }

    /// The ways to write it, the best first.
    private func candidates(_ path: ArraySlice<String>, _ value: String, in node: YAMLNode, end: Int) -> [[UInt8]] {
        guard let key = path.first, let entries = node.entries else { return [] }
        if let entry = entries.first(where: { $0.key.value == key }) {
            if path.count > 1, !entry.value.isAbsent {
                return candidates(path.dropFirst(), value, in: entry.value, end: end)
            }
            let written = nested(path.dropFirst(), value)
            if entry.value.isAbsent {
                // After the colon, with one space.
                let colon = Int(entry.key.span.upper)
                guard let place = bytes[colon...].firstIndex(of: UInt8(ascii: ":")) else { return [] }
                return [replacing(place + 1..<place + 1, by: " " + written)]
            }
            return [replacing(contentRange(of: entry.value), by: written)]
        }
        let line = "\(key): \(nested(path.dropFirst(), value))"
        if isFlow(node) {
            guard let close = bytes[..<Int(node.span.upper)].lastIndex(of: UInt8(ascii: "}")) else { return [] }
            var place = close
            while place > 0, bytes[place - 1] <= 0x20 { place -= 1 }
            return [replacing(place..<place, by: (entries.isEmpty ? "" : ", ") + line)]
        }
        guard let first = entries.first, let last = entries.last else { return [] }
        let margin = String(repeating: " ", count: column(of: Int(first.key.span.lower)))
        let lineEnd = isCRLF ? "\r\n" : "\n"
        // Below the last entry; where that does not read back (what follows belongs to it), above the first one.
        let below = lineStart(after: Int(contentRange(of: last.value).upperBound))
        let above = lineStart(of: Int(first.key.span.lower))
        return [below, above].map { replacing($0..<$0, by: margin + line + lineEnd) }
    }

    /// `{last: value}` for what is left of a path.
    private func nested(_ path: ArraySlice<String>, _ value: String) -> String {
        path.reversed().reduce(value) { "{\($1): \($0)}" }
    }

    /// A value without the white space after it.
    private func contentRange(of node: YAMLNode) -> Range<Int> {
        var range = node.span.range.clamped(to: bytes.indices)
        while !range.isEmpty, bytes[range.upperBound - 1] <= 0x20 { range = range.lowerBound..<range.upperBound - 1 }
        return range
    }

    private func isFlow(_ node: YAMLNode) -> Bool {
        let range = node.span.range
        return range.lowerBound < bytes.count && bytes[range.lowerBound] == UInt8(ascii: "{")
    }

    private var isCRLF: Bool {
        bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 > 0 && bytes[$0 - 1] == UInt8(ascii: "\r") } ?? false
    }

    private func lineStart(of place: Int) -> Int {
        (bytes[..<place].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    }

    private func lineStart(after place: Int) -> Int {
        (bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
    }

    private func column(of place: Int) -> Int { place - lineStart(of: place) }

    private func replacing(_ range: Range<Int>, by text: String) -> [UInt8] {
        var changed = bytes
        changed.replaceSubrange(range, with: Array(text.utf8))
        return changed
    }

    private func tree(of value: String) -> Tree {
        let source = SourceFile(path: "", bytes: Array("---\nvalue: \(value)\n---\n".utf8))
        return parse(source, id: FileID(0)).frontMatter?["value"].map(Tree.init) ?? .scalar("")
    }
}

/// A front matter without its places, to compare what two texts say.
private indirect enum Tree: Equatable {
    case scalar(String)
    case list([Tree])
    case map([Pair])

    struct Pair: Equatable {
        var key: String
        var value: Tree
    }

    init(_ node: YAMLNode) {
        switch node.content {
        case .scalar(let text, _): self = .scalar(text)
        case .sequence(let items): self = .list(items.map(Tree.init))
        case .mapping(let entries): self = .map(entries.map { Pair(key: $0.key.value, value: Tree($0.value)) })
        }
    }

    /// The same with another value at the end of a path; keys are compared whatever their order.
    func setting(_ path: ArraySlice<String>, to value: Tree) -> Tree {
        guard let key = path.first else { return value }
        var pairs: [Pair] = []
        if case .map(let old) = self { pairs = old }
        let inner = pairs.first { $0.key == key }?.value ?? .map([])
        let new = inner.setting(path.dropFirst(), to: value)
        if let place = pairs.firstIndex(where: { $0.key == key }) {
            pairs[place].value = new
        } else {
            pairs.append(Pair(key: key, value: new))
        }
        return .map(pairs)
    }

    static func == (a: Tree, b: Tree) -> Bool {
        switch (a, b) {
        case (.scalar(let a), .scalar(let b)): a == b
        case (.list(let a), .list(let b)): a == b
        case (.map(let a), .map(let b)):
            a.count == b.count && a.sorted { $0.key < $1.key } == b.sorted { $0.key < $1.key }
        default: false
        }
    }
}
