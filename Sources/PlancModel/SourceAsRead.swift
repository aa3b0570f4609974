/// A source as it is read, for stamps: without comments, empty lines, spaces at the ends of lines and what `planc confirm` and `planc
/// translate` record in it; nil of a file of drills.
func sourceAsRead(_ bytes: [UInt8]) -> [UInt8]? {
    let bytes = bytes.contains(0x0D) ? bytes.filter { $0 != 0x0D } : bytes
    guard bytes.starts(with: "---\n".utf8) else { return asRead(bytes[...], withComments: false) }
    var front: [UInt8] = []
    var reader = FrontMatterAsRead()
    var start = 0
    while start < bytes.count {
        let end = (bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
        let line = bytes[start..<end].trimmingSpacesAtEnd
        start = end
        if !front.isEmpty, line.elementsEqual("---".utf8) { break }
        let read = reader.read(line)
        if read.isEmpty { continue }
        front += read
        front.append(UInt8(ascii: "\n"))
    }
    guard let kept = withoutRecords(front + Array("---\n".utf8)) else { return nil }
    return kept + withoutLastBreaks(asRead(bytes[start...], withComments: false))
}

/// Without the two spaces that break a line where none follows it in its paragraph.
private func withoutLastBreaks(_ text: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(text.count)
    for (place, byte) in text.enumerated() {
        if byte == UInt8(ascii: "\n"), place + 1 == text.count || text[place + 1] == byte {
            while kept.last == UInt8(ascii: " ") { kept.removeLast() }
        }
        kept.append(byte)
    }
    return kept
}

/// Takes the comments out of a front matter, line by line; texts between quotation marks and blocks stay as they are.
private struct FrontMatterAsRead {
    /// The mark that ends the text that is open.
    private var quote: UInt8?
    /// How far the key is indented whose block of text is open.
    private var block: Int?

    mutating func read(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let indent = line.prefix { $0 == UInt8(ascii: " ") }.count
        if let block {
            if line.isEmpty || indent > block { return line }
            self.block = nil
        }
        let end = comment(in: line) ?? line.endIndex
        let read = line[..<end].trimmingSpacesAtEnd
        if quote == nil, Self.opensBlock(read) { block = indent }
        return read
    }

    /// Where the comment of a line begins; nil where it has none.
    private mutating func comment(in line: ArraySlice<UInt8>) -> Int? {
        var place = line.startIndex
        // The last sign before a place, and whether there is a space behind it.
        var before = UInt8(ascii: ",")
        var isSpaced = true
        while place < line.endIndex {
            let byte = line[place]
            if let open = quote {
                let isEscape = byte == UInt8(ascii: "\\") && open == UInt8(ascii: "\"")
                let isDoubled =
                    byte == UInt8(ascii: "'") && open == byte
                    && line.dropFirst(place + 1 - line.startIndex).first == byte
                if isEscape || isDoubled {
                    place += 1
                } else if byte == open {
                    quote = nil
                }
            } else if byte == UInt8(ascii: "#"), isSpaced {
                return place
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), opensValue(before, isSpaced) {
                quote = byte
            }
            isSpaced = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
            if !isSpaced { before = byte }
            place += 1
        }
        return nil
    }

    /// Whether a value begins behind a sign: what stands inside a word opens no quotation.
    private func opensValue(_ sign: UInt8, _ isSpaced: Bool) -> Bool {
        "[{,".utf8.contains(sign) || isSpaced && ":-".utf8.contains(sign)
    }

    /// `key: |`, `key: >-`: the text stands in the lines below.
    private static func opensBlock(_ line: ArraySlice<UInt8>) -> Bool {
        var rest = line
        while let last = rest.last, "+-0123456789".utf8.contains(last) { rest.removeLast() }
        guard let sign = rest.popLast(), sign == UInt8(ascii: "|") || sign == UInt8(ascii: ">") else { return false }
        guard let space = rest.popLast(), space == UInt8(ascii: " ") else { return false }
        let before = rest.trimmingSpacesAtEnd.last
        return before == UInt8(ascii: ":") || before == UInt8(ascii: "-")
    }
}

extension ArraySlice<UInt8> {
    fileprivate var trimmingSpacesAtEnd: ArraySlice<UInt8> {
        var line = self
        while let last = line.last, last <= 0x20 { line.removeLast() }
        return line
    }
}
