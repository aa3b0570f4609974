/// The bytes of a registry with the lines of an entry after its last one; everything else stays as it is, byte for byte.
/// nil where the entries are not one below the other.
package func appended(_ entry: [String], to bytes: [UInt8], key: String) -> [UInt8]? {
    let isCRLF = bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 > 0 && bytes[$0 - 1] == UInt8(ascii: "\r") } ?? false
    var start = 0
    var isInside = false
    var indent: Int?
    var end: Int?
    var isFirst = true
    while start < bytes.count {
        let next = (bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
        var line = bytes[start..<next]
        while let last = line.last,
            last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") || last == UInt8(ascii: " ")
        { line.removeLast() }
        let spaces = line.prefix { $0 == UInt8(ascii: " ") }.count
        let content = line.dropFirst(spaces)
        if !isFirst, line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8) { break }
        if spaces == 0, let first = content.first, first != UInt8(ascii: "#") {
            isInside = line.elementsEqual("\(key):".utf8)
            if isInside { end = next }
        } else if isInside, !content.isEmpty {
            if indent == nil, content.first != UInt8(ascii: "#") { indent = spaces }
            if spaces > 0 { end = next }
        }
        isFirst = false
        start = next
    }
    guard let end, let indent, indent > 0 else { return nil }
    let lineEnd = isCRLF ? "\r\n" : "\n"
    let margin = String(repeating: " ", count: indent)
    let text = entry.map { margin + $0 + lineEnd }.joined()
    return Array(bytes[..<end]) + Array(text.utf8) + Array(bytes[end...])
}
