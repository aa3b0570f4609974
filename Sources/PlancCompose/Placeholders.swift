import PlancMarkup
import PlancSource

/// A plain text cut at its `{{ names }}`. What is no name between braces stays text.
func placeholders(in text: String, at span: Span) -> [Inline] {
    let bytes = Array(text.utf8)
    var inlines: [Inline] = []
    var start = 0
    var place = 0
    func add(_ range: Range<Int>) {
        if !range.isEmpty { inlines.append(Inline(.text(String(decoding: bytes[range], as: UTF8.self)), span)) }
    }
    while place + 1 < bytes.count {
        guard bytes[place] == UInt8(ascii: "{"), bytes[place + 1] == UInt8(ascii: "{"),
            let end = closing(in: bytes, from: place + 2)
        else {
            place += 1
            continue
        }
        let name = String(decoding: bytes[place + 2..<end], as: UTF8.self).filter { $0 != " " }
        add(start..<place)
        inlines.append(Inline(.placeholder(Placeholder(name: name, nameSpan: span)), span))
        place = end + 2
        start = place
    }
    add(start..<bytes.count)
    return inlines
}

/// The place of `}}` after a name, nil when there is none or what stands before it is no name.
private func closing(in bytes: [UInt8], from start: Int) -> Int? {
    var place = start
    var hasName = false
    while place + 1 < bytes.count {
        switch bytes[place] {
        case UInt8(ascii: "}"): return hasName && bytes[place + 1] == UInt8(ascii: "}") ? place : nil
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            hasName = true
        case UInt8(ascii: " "): break
        default: return nil
        }
        place += 1
    }
    return nil
}
