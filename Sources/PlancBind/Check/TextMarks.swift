/// What braces in a text that is filled in are, each with its place.
enum BraceMark {
    case field(Range<Int>)
    case snippet(Range<Int>)
    case malformed(Range<Int>)
    case open(Range<Int>)
    case stray(Range<Int>)
}

/// Marks in the bytes of a value, as it stands in its file.
struct TextMarks {
    let bytes: ArraySlice<UInt8>

    /// The braces of a text that is filled in, one after the other.
    func fields() -> [BraceMark] {
        let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
        var found: [BraceMark] = []
        var i = bytes.startIndex
        while i + 1 < bytes.endIndex {
            guard bytes[i] == bytes[i + 1], bytes[i] == open || bytes[i] == close else {
                i += 1
                continue
            }
            if bytes[i] == close {
                let end = bytes[i...].firstIndex { $0 != close } ?? bytes.endIndex
                found.append(.stray(i..<end))
                i = end
                continue
            }
            let start = i
            i += 2
            while i + 1 < bytes.endIndex, bytes[i] != UInt8(ascii: "\n"),
                !(bytes[i] == bytes[i + 1] && (bytes[i] == open || bytes[i] == close))
            { i += 1 }
            guard i + 1 < bytes.endIndex, bytes[i] == close, bytes[i + 1] == close else {
                found.append(.open(start..<start + 2))
                continue
            }
            i += 2
            found.append(field(start..<i))
            if i < bytes.endIndex, bytes[i] == close {
                let end = bytes[i...].firstIndex { $0 != close } ?? bytes.endIndex
                found.append(.stray(i..<end))
                i = end
            }
        }
        return found
    }

    private func field(_ whole: Range<Int>) -> BraceMark {
        var name = whole.lowerBound + 2..<whole.upperBound - 2
        if bytes[name].first == UInt8(ascii: ">") { return .snippet(whole) }
        while let first = bytes[name].first, first == UInt8(ascii: " ") { name = name.dropFirst() }
        while let last = bytes[name].last, last == UInt8(ascii: " ") { name = name.dropLast() }
        return !name.isEmpty && bytes[name].allSatisfy(Self.isOfName) ? .field(name) : .malformed(whole)
    }

    /// `**words**`, without a space inside the marks.
    func strong() -> Range<Int>? {
        var place = bytes.startIndex
        while let whole = between("**", "**", from: place) {
            let inside = bytes[whole.lowerBound + 2..<whole.upperBound - 2]
            if let first = inside.first, let last = inside.last, first > 0x20, last > 0x20, first != UInt8(ascii: "*") {
                return whole
            }
            place = whole.upperBound - 2
        }
        return nil
    }

    /// `~~words~~`, without a space inside the marks.
    func crossedOut() -> Range<Int>? {
        guard let whole = between("~~", "~~"), whole.count > 4, bytes[whole.lowerBound + 2] > 0x20,
            bytes[whole.upperBound - 3] > 0x20, bytes[whole.lowerBound + 2] != UInt8(ascii: "~")
        else { return nil }
        return whole
    }

    /// `<b>`, `</b>`, `<br/>`: tags of HTML, and whether each parts what is around it.
    func tags() -> [(whole: Range<Int>, breaksLine: Bool)] {
        var found: [(whole: Range<Int>, breaksLine: Bool)] = []
        var place = bytes.startIndex
        while let lower = position(of: "<", from: place) {
            place = lower + 1
            guard let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) else { break }
            let inside = bytes[place..<end].drop { $0 == UInt8(ascii: "/") }
            let name = String(decoding: inside.prefix { Self.isOfName($0 | 0x20) }, as: UTF8.self).lowercased()
            let rest = inside.dropFirst(name.utf8.count).first
            guard let breaksLine = Self.tagNames[name], rest == nil || rest == 0x20 || rest == UInt8(ascii: "/") else {
                continue
            }
            found.append((lower..<end + 1, breaksLine))
            place = end + 1
        }
        return found
    }

    private static let tagNames: [String: Bool] = {
        let within = ["b", "i", "u", "s", "em", "strong", "a", "span", "font", "sup", "sub", "small", "big", "code"]
        let apart = ["br", "p", "div", "li", "ul", "ol", "hr", "h1", "h2", "h3", "td", "tr"]
        return Dictionary(uniqueKeysWithValues: within.map { ($0, false) } + apart.map { ($0, true) })
    }()

    /// `&eacute;`, `&#233;`: a sign that is spelled out.
    func spelledSign() -> Range<Int>? {
        var place = bytes.startIndex
        while let lower = position(of: "&", from: place) {
            place = lower + 1
            let name = bytes[place...].prefix { $0 == UInt8(ascii: "#") || Self.isOfName($0 | 0x20) }
            if (2...10).contains(name.count), name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: ";")
            {
                return lower..<name.endIndex + 1
            }
        }
        return nil
    }

    /// `[words](where)`
    func link() -> (whole: Range<Int>, words: Range<Int>)? {
        guard let middle = position(of: "](", from: bytes.startIndex),
            let start = bytes[..<middle].lastIndex(of: UInt8(ascii: "[")), start + 1 < middle,
            let end = bytes[middle...].firstIndex(of: UInt8(ascii: ")")), end > middle + 2,
            !bytes[middle + 2..<end].contains(where: { $0 <= 0x20 })
        else { return nil }
        return (start..<end + 1, start + 1..<middle)
    }

    /// From one mark to the other after it.
    func between(_ open: String, _ close: String, from start: Int? = nil) -> Range<Int>? {
        guard let lower = position(of: open, from: start ?? bytes.startIndex),
            let upper = position(of: close, from: lower + open.utf8.count)
        else { return nil }
        return lower..<upper + close.utf8.count
    }

    private func position(of mark: String, from start: Int) -> Int? {
        let wanted = Array(mark.utf8)
        var place = start
        while place + wanted.count <= bytes.endIndex {
            if bytes[place..<place + wanted.count].elementsEqual(wanted) { return place }
            place += 1
        }
        return nil
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }
}
