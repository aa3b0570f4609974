import PlancSource

/// An address or a telephone number in a text that leads nowhere as it is typed, and what is meant.
public struct MistypedAddress {
    /// UTF-8 offsets.
    public var range: Range<Int>
    public var better: String
}

/// `https:// example.org`, `www.example .org`, `desk @example.org`, `01632 96O 100` with a letter for a figure, in order.
public func mistypedAddresses(in bytes: [UInt8]) -> [MistypedAddress] {
    let scan = AddressScan(bytes: bytes)
    var found: [MistypedAddress] = []
    var i = 0
    while i < bytes.count {
        if let one = scan.mistyped(at: i), one.range.lowerBound >= found.last?.range.upperBound ?? 0 {
            found.append(one)
            i = max(i + 1, one.range.upperBound)
        } else {
            i += 1
        }
    }
    return found
}

private struct AddressScan {
    let bytes: [UInt8]

    func mistyped(at i: Int) -> MistypedAddress? {
        switch bytes[i] {
        case UInt8(ascii: "h"), UInt8(ascii: "H"): return isStart(i) ? scheme(i) : nil
        case UInt8(ascii: "w"), UInt8(ascii: "W"): return isStart(i) ? page(i) : nil
        case UInt8(ascii: "@"): return mail(i)
        case UInt8(ascii: "O"), UInt8(ascii: "o"), UInt8(ascii: "l"), UInt8(ascii: "I"): return number(i)
        default: return nil
        }
    }

    /// `https:// `, `http:/`, `https//`, `htps://`
    private func scheme(_ start: Int) -> MistypedAddress? {
        var i = start
        while i < bytes.count, i < start + 8, isLetter(bytes[i]) { i += 1 }
        let word = String(decoding: bytes[start..<i], as: UTF8.self).lowercased()
        let isKnown = word == "http" || word == "https"
        guard isKnown || Self.misspelled.contains(word) else { return nil }
        let signs = i
        while i < bytes.count, i < signs + 5, ":/".utf8.contains(bytes[i]) { i += 1 }
        let written = bytes[signs..<i]
        let isRight = written.elementsEqual("://".utf8)
        var end = i
        while end < bytes.count, end < i + 2, bytes[end] == 0x20 { end += 1 }
        guard written.contains(UInt8(ascii: "/")), !isKnown || !isRight || end > i, end < bytes.count,
            isWord(bytes[end]), hasHost(end)
        else { return nil }
        return MistypedAddress(range: start..<end, better: word.hasSuffix("s") || !isKnown ? "https://" : "http://")
    }

    private static let misspelled: Set = [
        "htps", "htpps", "htttp", "htttps", "hhttp", "hhttps", "hhtps", "hhtp", "htpp", "htp", "httsp", "httpp",
        "httpps",
    ]

    /// `www .example.org`, `www.example .org`
    private func page(_ start: Int) -> MistypedAddress? {
        guard start + 4 < bytes.count, bytes[start...].prefix(3).allSatisfy({ $0 | 0x20 == UInt8(ascii: "w") }) else {
            return nil
        }
        var i = start + 3
        var better = "www"
        var blanks = 0
        var dots = 0
        while i < bytes.count, i < start + 80 {
            if bytes[i] == 0x20 {
                let isBeforeDot = i + 2 < bytes.count && bytes[i + 1] == UInt8(ascii: ".") && isLetter(bytes[i + 2])
                guard
                    isBeforeDot
                        || bytes[i - 1] == UInt8(ascii: ".") && dots == 1 && i + 1 < bytes.count && isWord(bytes[i + 1])
                else { break }
                blanks += 1
            } else if bytes[i] == UInt8(ascii: ".") {
                guard i + 1 < bytes.count, isWord(bytes[i + 1]) || bytes[i + 1] == 0x20 && dots == 0 else { break }
                dots += 1
                better += "."
            } else if isHost(bytes[i]) {
                better.unicodeScalars.append(Unicode.Scalar(bytes[i]))
            } else {
                break
            }
            i += 1
        }
        return blanks > 0 && dots > 1 ? MistypedAddress(range: start..<i, better: better) : nil
    }

    /// `desk @example.org`, `desk@ example.org`
    private func mail(_ at: Int) -> MistypedAddress? {
        let isBlankBefore = at > 1 && bytes[at - 1] == 0x20 && isWord(bytes[at - 2])
        let isBlankAfter = at + 1 < bytes.count && bytes[at + 1] == 0x20
        guard isBlankBefore != isBlankAfter, isBlankBefore || at > 0 && isWord(bytes[at - 1]) else { return nil }
        var first = isBlankBefore ? at - 1 : at
        let nameEnd = first
        while first > 0, isName(bytes[first - 1]) { first -= 1 }
        let host = at + (isBlankAfter ? 2 : 1)
        guard first < nameEnd, host < bytes.count, isWord(bytes[host]), hasHost(host) else { return nil }
        let end = endOfHost(host)
        let name = String(decoding: bytes[first..<nameEnd], as: UTF8.self)
        return MistypedAddress(
            range: first..<end, better: name + "@" + String(decoding: bytes[host..<end], as: UTF8.self))
    }

    /// `01 99 00 00 1O`: a letter for a figure, in what is a telephone number otherwise.
    private func number(_ place: Int) -> MistypedAddress? {
        func isDigit(_ i: Int) -> Bool { i >= 0 && i < bytes.count && (0x30...0x39).contains(bytes[i]) }
        guard isDigit(place - 1) || isDigit(place + 1) else { return nil }
        func isOfNumber(_ i: Int) -> Bool {
            guard i >= 0, i < bytes.count else { return false }
            if isDigit(i) { return true }
            if "OolI".utf8.contains(bytes[i]) { return isDigit(i - 1) || isDigit(i + 1) }
            return " .-/".utf8.contains(bytes[i]) && (isDigit(i - 1) || isDigit(i + 1))
        }
        var first = place
        while isOfNumber(first - 1) { first -= 1 }
        var end = place + 1
        while isOfNumber(end) { end += 1 }
        while first < end, !isDigit(first), !"OolI".utf8.contains(bytes[first]) { first += 1 }
        while end > first, !isDigit(end - 1), !"OolI".utf8.contains(bytes[end - 1]) { end -= 1 }
        let digits = bytes[first..<end].count { (0x30...0x39).contains($0) }
        let letters = bytes[first..<end].count { "OolI".utf8.contains($0) }
        guard digits >= 7, letters <= 2, first == 0 || !isWord(bytes[first - 1]),
            end == bytes.count || !isWord(bytes[end])
        else { return nil }
        let better = bytes[first..<end].map { byte -> UInt8 in
            switch byte {
            case UInt8(ascii: "O"), UInt8(ascii: "o"): 0x30
            case UInt8(ascii: "l"), UInt8(ascii: "I"): 0x31
            default: byte
            }
        }
        return MistypedAddress(range: first..<end, better: String(decoding: better, as: UTF8.self))
    }

    /// Whether a name with a dot and at least two letters behind it begins at a place.
    private func hasHost(_ start: Int) -> Bool {
        let host = bytes[start..<endOfHost(start)]
        guard let dot = host.lastIndex(of: UInt8(ascii: ".")), dot > start else { return false }
        return host.endIndex - dot > 2 && host[(dot + 1)...].allSatisfy(isLetter)
    }

    private func endOfHost(_ start: Int) -> Int {
        var end = start
        while end < bytes.count, isHost(bytes[end]) || bytes[end] == UInt8(ascii: ".") { end += 1 }
        while end > start, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        return end
    }

    private func isStart(_ i: Int) -> Bool { i == 0 || !isWord(bytes[i - 1]) && bytes[i - 1] != UInt8(ascii: "/") }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) || byte >= 0x80 }

    private func isHost(_ byte: UInt8) -> Bool { byte < 0x80 && isWord(byte) || byte == UInt8(ascii: "-") }

    private func isName(_ byte: UInt8) -> Bool { isHost(byte) || "._+".utf8.contains(byte) }
}
