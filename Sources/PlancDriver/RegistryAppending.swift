/// The bytes of a registry with the lines of an entry after its last one; everything else stays as it is, byte for byte. Of a registry
/// that has none yet, below its key, which is written where it is missing.
/// nil where the entries are not one below the other.
package func appended(_ entry: [String], to bytes: [UInt8], key: String) -> [UInt8]? {
    let lineEnd = isCRLF(bytes) ? "\r\n" : "\n"
    func lines(_ indent: Int) -> [UInt8] {
        let margin = String(repeating: " ", count: indent)
        return Array(entry.map { margin + $0 + lineEnd }.joined().utf8)
    }
    guard let place = RegistryPlace(bytes, key: key) else { return nil }
    switch place {
    case .below(let end, let indent): return bytes[..<end] + lines(indent) + bytes[end...]
    case .emptied(let nothing, let end):
        return bytes[..<nothing.lowerBound] + bytes[nothing.upperBound..<end] + lines(defaultIndent) + bytes[end...]
    case .missing(let end):
        return bytes[..<end] + Array("\(key):\(lineEnd)".utf8) + lines(defaultIndent) + bytes[end...]
    }
}

private let defaultIndent = 2

private func isCRLF(_ bytes: [UInt8]) -> Bool {
    bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 > 0 && bytes[$0 - 1] == UInt8(ascii: "\r") } ?? false
}

/// Where an entry can be added to a registry.
private enum RegistryPlace {
    /// Where the last entry ends, and how far the entries are indented.
    case below(Int, indent: Int)
    /// What says that there is no entry, such as `{}`, and where the lines below the key end.
    case emptied(Range<Int>, end: Int)
    /// The registry's own key is missing: where the front matter ends.
    case missing(Int)

    /// What stands for nothing behind a key.
    private static let nothings = ["{}", "[]", "~", "null", "\"\"", "''"]

    init?(_ bytes: [UInt8], key: String) {
        var start = 0
        var isInside = false
        var indent: Int?
        var end: Int?
        var closing: Int?
        var nothing: Range<Int>?
        var hasOtherKey = false
        var isFirst = true
        while start < bytes.count {
            let next = (bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
            var line = bytes[start..<next]
            while let last = line.last,
                last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") || last == UInt8(ascii: " ")
            { line.removeLast() }
            let spaces = line.prefix { $0 == UInt8(ascii: " ") }.count
            let content = line.dropFirst(spaces)
            if !isFirst, line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8) {
                closing = start
                break
            }
            if spaces == 0, let first = content.first, first != UInt8(ascii: "#") {
                isInside = line.starts(with: "\(key):".utf8)
                // What stands under another key may be meant as the registry's entries.
                if !isInside, !isFirst, !line.starts(with: "kind:".utf8) { hasOtherKey = true }
                if isInside {
                    guard let found = Self.nothing(in: line.dropFirst(key.utf8.count + 1)) else { return nil }
                    nothing = found
                    end = next
                }
            } else if isInside, !content.isEmpty {
                if indent == nil, content.first != UInt8(ascii: "#") { indent = spaces }
                if spaces > 0 { end = next }
            }
            isFirst = false
            start = next
        }
        guard let end, let nothing else {
            guard let closing, !hasOtherKey else { return nil }
            self = .missing(closing)
            return
        }
        if let indent {
            guard indent > 0, nothing.isEmpty else { return nil }
            self = .below(end, indent: indent)
        } else {
            self = .emptied(nothing, end: end)
        }
    }

    /// What stands behind the key for nothing, a comment left alone; nil where something stands there.
    private static func nothing(in rest: ArraySlice<UInt8>) -> Range<Int>? {
        let spaces = rest.prefix { $0 == UInt8(ascii: " ") }.count
        let value = rest.dropFirst(spaces)
        if value.isEmpty || value.first == UInt8(ascii: "#") && spaces > 0 {
            return rest.startIndex..<rest.startIndex
        }
        for word in nothings where spaces > 0 && value.starts(with: word.utf8) {
            let after = value.dropFirst(word.utf8.count)
            if after.isEmpty || after.first == UInt8(ascii: " ") {
                let comment = after.drop { $0 == UInt8(ascii: " ") }
                guard comment.isEmpty || comment.first == UInt8(ascii: "#") else { return nil }
                return rest.startIndex..<value.startIndex + word.utf8.count
            }
        }
        return nil
    }
}
