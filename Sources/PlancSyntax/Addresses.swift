import PlancMarkup
import PlancSource

/// Addresses that stand in a text without marks, as the forges link them (GFM 6.9): `www.…`, `https://…`, `a@b.example`.
extension InlineReader {
    /// Adds a stretch of the leaf's text, its addresses as links.
    mutating func addText(_ range: Range<Int>) {
        var start = range.lowerBound
        var i = start
        while i < range.upperBound {
            guard let (place, scheme) = address(at: i, in: start..<range.upperBound) else {
                i += 1
                continue
            }
            if place.lowerBound > start { addWords(start..<place.lowerBound) }
            let words = String(decoding: text[place], as: UTF8.self)
            let target = span(place.lowerBound, place.upperBound)
            let link = Link(
                destination: scheme + words, destinationSpan: target, children: [Inline(.text(words), target)],
                number: linkCount)
            mention(link)
            add(.link(link), target)
            start = place.upperBound
            i = start
        }
        if start < range.upperBound { addWords(start..<range.upperBound) }
    }

    private mutating func addWords(_ range: Range<Int>) {
        add(
            .text(String(decoding: text[range], as: UTF8.self)), span(range.lowerBound, range.upperBound))
    }

    /// The address whose telling sign is at a place, and what its link begins with.
    private func address(at place: Int, in range: Range<Int>) -> (Range<Int>, String)? {
        switch text[place] {
        case .colon: return webAddress(at: place, in: range).map { ($0, "") }
        case UInt8(ascii: "w"), UInt8(ascii: "W"): return bareWebAddress(at: place, in: range).map { ($0, "http://") }
        case .at: return mailAddress(at: place, in: range).map { ($0, "mailto:") }
        default: return nil
        }
    }

    private func webAddress(at colon: Int, in range: Range<Int>) -> Range<Int>? {
        guard continues(text, colon, range.upperBound, "://") else { return nil }
        var start = colon
        while start > range.lowerBound, text[start - 1].isLetter { start -= 1 }
        let scheme = String(decoding: text[start..<colon], as: UTF8.self).lowercased()
        guard ["http", "https", "ftp"].contains(scheme) else { return nil }
        return end(ofDomainAt: colon + 3, in: range, needsDot: false).map { start..<$0 }
    }

    private func bareWebAddress(at start: Int, in range: Range<Int>) -> Range<Int>? {
        guard start + 4 < range.upperBound, text[start + 3] == UInt8(ascii: "."),
            (0..<3).allSatisfy({ text[start + $0] | 0x20 == UInt8(ascii: "w") })
        else { return nil }
        if start > 0 {
            let before = text[start - 1]
            guard before.isWhitespace || [0x2A, 0x5F, 0x7E, 0x28].contains(before) else { return nil }
        }
        guard let end = end(ofDomainAt: start, in: range, needsDot: true), end > start + 4 else { return nil }
        return start..<end
    }

    private func end(ofDomainAt start: Int, in range: Range<Int>, needsDot: Bool) -> Int? {
        var i = start
        var dots = 0
        var underscores = [0, 0]
        while i < range.upperBound {
            let byte = text[i]
            if byte == UInt8(ascii: "_") {
                underscores[1] += 1
            } else if byte == UInt8(ascii: ".") {
                dots += 1
                underscores = [underscores[1], 0]
            } else if !byte.isAlphanumeric, byte != .dash, byte < 0x80 {
                break
            }
            i += 1
        }
        guard i > start, text[start].isAlphanumeric || text[start] >= 0x80, dots > 0 || !needsDot,
            underscores == [0, 0] || dots > 10
        else { return nil }
        while i < range.upperBound, !text[i].isWhitespace, text[i] != UInt8(ascii: "<") { i += 1 }
        let end = trimmedEnd(of: start..<i)
        return end > start ? end : nil
    }

    /// What ends a sentence, and brackets that were not opened, are no part of an address.
    private func trimmedEnd(of range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound {
            let last = text[end - 1]
            if "?!.,:*_~'\"".utf8.contains(last) {
                end -= 1
            } else if last == UInt8(ascii: ")") {
                let opened = text[range.lowerBound..<end].count { $0 == UInt8(ascii: "(") }
                let closed = text[range.lowerBound..<end].count { $0 == UInt8(ascii: ")") }
                if closed <= opened { return end }
                end -= 1
            } else if end - range.lowerBound >= 2,
                [[0xC2, 0xBB], [0xE2, 0x80, 0x9D], [0xE2, 0x80, 0x99], [0xE2, 0x80, 0xA6], [0xC2, 0xA0]].contains(
                    where: { text[..<end].suffix($0.count).elementsEqual($0) })
            {
                // A closing quotation mark, an ellipsis, a no-break space: `isLead` bytes of UTF-8 begin above 0xC0.
                end -= 1
                while text[end] < 0xC0 { end -= 1 }
            } else {
                return end
            }
        }
        return end
    }

    private func mailAddress(at sign: Int, in range: Range<Int>) -> Range<Int>? {
        var start = sign
        while start > range.lowerBound {
            let byte = text[start - 1]
            guard byte.isAlphanumeric || "+-_.".utf8.contains(byte) else { break }
            start -= 1
        }
        var end = sign + 1
        var dots = 0
        while end < range.upperBound {
            let byte = text[end]
            if byte == UInt8(ascii: ".") {
                guard end + 1 < range.upperBound, text[end + 1].isAlphanumeric else { break }
                dots += 1
            } else if !byte.isAlphanumeric, byte != .dash, byte != UInt8(ascii: "_") {
                break
            }
            end += 1
        }
        guard start < sign, end > sign + 1, dots > 0, text[end - 1].isAlphanumeric,
            end == range.upperBound || text[end] != .at
        else { return nil }
        return start..<end
    }
}
