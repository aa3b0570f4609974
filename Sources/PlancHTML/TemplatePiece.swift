/// A template as its text and the names in `{{ … }}`.
enum TemplatePiece: Equatable {
    case text(String)
    case field(String)

    /// As it was written, but for the spaces beside a name.
    var source: String {
        switch self {
        case .text(let text): text
        case .field(let name): "{{ \(name) }}"
        }
    }
}

func pieces(of template: String) -> [TemplatePiece] {
    let utf8 = Array(template.utf8)
    var pieces: [TemplatePiece] = []
    var start = 0
    var index = 0
    func isName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
            || (0x30...0x39).contains(byte)
            || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    func text(to end: Int) {
        if start < end { pieces.append(.text(String(decoding: utf8[start..<end], as: UTF8.self))) }
    }
    while index + 1 < utf8.count {
        guard utf8[index] == UInt8(ascii: "{"), utf8[index + 1] == UInt8(ascii: "{") else {
            index += 1
            continue
        }
        var nameStart = index + 2
        while nameStart < utf8.count, utf8[nameStart] == UInt8(ascii: " ") { nameStart += 1 }
        var nameEnd = nameStart
        while nameEnd < utf8.count, isName(utf8[nameEnd]) { nameEnd += 1 }
        var end = nameEnd
        while end < utf8.count, utf8[end] == UInt8(ascii: " ") { end += 1 }
        guard nameEnd > nameStart, end + 1 < utf8.count, utf8[end] == UInt8(ascii: "}"),
            utf8[end + 1] == UInt8(ascii: "}")
        else {
            index += 1
            continue
        }
        text(to: index)
        pieces.append(.field(String(decoding: utf8[nameStart..<nameEnd], as: UTF8.self)))
        index = end + 2
        start = index
    }
    text(to: utf8.count)
    return pieces
}
