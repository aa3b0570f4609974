/// A sentence of a text, in UTF-8 offsets of it.
public struct Sentence: Hashable, Sendable {
    public var range: Range<Int>
    public var words: Int
}

/// The sentences of running text: a paragraph or an item ends one, a full stop does not after an abbreviation, inside a
/// number, or before a small letter. Headings, code, cells and block quotes are left out.
public func sentences(in text: MappedText) -> [Sentence] {
    var found: [Sentence] = []
    for passage in text.passages where passage.form == .paragraph || passage.form == .item {
        found += sentences(in: text.bytes, passage.range)
    }
    return found
}

private func sentences(in bytes: [UInt8], _ range: Range<Int>) -> [Sentence] {
    var found: [Sentence] = []
    var start = range.lowerBound
    func close(_ end: Int) {
        var lower = start
        while lower < end, bytes[lower] == 0x20 || bytes[lower] == 0x0A { lower += 1 }
        var upper = end
        while upper > lower, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x0A { upper -= 1 }
        var words = 0
        bytes.forEachWord(in: lower..<upper) { _ in words += 1 }
        if words > 0 { found.append(Sentence(range: lower..<upper, words: words)) }
        start = end
    }
    var i = range.lowerBound
    while i < range.upperBound {
        let byte = bytes[i]
        let isEllipsis = byte == 0xE2 && i + 2 < range.upperBound && bytes[i + 1] == 0x80 && bytes[i + 2] == 0xA6
        guard byte == 0x2E || byte == 0x21 || byte == 0x3F || isEllipsis else {
            i += 1
            continue
        }
        var end = i + (isEllipsis ? 3 : 1)
        // Closing marks belong to the sentence: ."  .)  .»
        while end < range.upperBound, [0x2E, 0x21, 0x3F, 0x22, 0x29].contains(bytes[end]) { end += 1 }
        end = pastGuillemet(bytes, end, in: range)
        if endsSentence(bytes, at: i, after: end, in: range) { close(end) }
        i = end
    }
    close(range.upperBound)
    return found
}

/// The place after a closing guillemet or curly mark that follows, with the space before it.
private func pastGuillemet(_ bytes: [UInt8], _ place: Int, in range: Range<Int>) -> Int {
    var next = place
    while next < range.upperBound, bytes[next] == 0x20 { next += 1 }
    if next + 1 < range.upperBound, bytes[next] == 0xC2, bytes[next + 1] == 0xA0 { next += 2 }
    if next + 2 < range.upperBound, bytes[next] == 0xE2, bytes[next + 1] == 0x80, bytes[next + 2] == 0xAF { next += 3 }
    if next + 1 < range.upperBound, bytes[next] == 0xC2, bytes[next + 1] == 0xBB { return next + 2 }
    if place + 2 < range.upperBound, bytes[place] == 0xE2, bytes[place + 1] == 0x80, bytes[place + 2] == 0x9D { return place + 3 }
    return place
}

/// Whether the sign at `place` ends a sentence, given that what follows begins at `after`.
private func endsSentence(_ bytes: [UInt8], at place: Int, after: Int, in range: Range<Int>) -> Bool {
    if after >= range.upperBound { return true }
    var next = after
    // A space must follow, or a no-break space before a closing guillemet.
    var hasSpace = false
    while next < range.upperBound {
        if bytes[next] == 0x20 || bytes[next] == 0x0A {
            hasSpace = true
            next += 1
        } else if bytes[next] == 0xC2, next + 1 < range.upperBound, bytes[next + 1] == 0xA0 {
            hasSpace = true
            next += 2
        } else {
            break
        }
    }
    guard hasSpace else { return false }
    guard next < range.upperBound else { return true }
    if (0x61...0x7A).contains(bytes[next]) { return false }
    guard bytes[place] == 0x2E else { return true }
    var lower = place
    while lower > range.lowerBound, isLetterByte(bytes[lower - 1]) || bytes[lower - 1] == 0x2E { lower -= 1 }
    let word = String(decoding: bytes[lower..<place], as: UTF8.self)
    // One letter and a full stop is somebody's initial.
    if word.count == 1, word.first?.isUppercase == true { return false }
    return !abbreviations.contains(word.lowercased())
}

private func isLetterByte(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) }

private let abbreviations: Set<String> = [
    "m", "mm", "mme", "mlle", "dr", "pr", "me", "st", "ste", "av", "bd", "art", "al", "cf", "ex", "p", "pp", "no", "n", "tél",
    "tel", "env", "réf", "ref", "mr", "mrs", "ms", "prof", "inc", "ltd", "co", "corp", "vs", "e.g", "i.e", "eg", "ie", "approx",
    "dept", "ext", "fig", "vol", "u.s", "u.k", "a.m", "p.m", "sr", "jr",
]
