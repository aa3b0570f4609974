/// A sentence of a text, in UTF-8 offsets of it.
public struct Sentence: Hashable, Sendable {
    public var range: Range<Int>
    public var words: Int
}

/// The sentences of running text: a paragraph or an item ends one, a full stop does not after an abbreviation, inside a
/// number, or before a small letter. Headings, code, cells and block quotes are left out.
///
/// Those of more than `least` words: all, when it is 0.
public func sentences(in text: MappedText, longerThan least: Int = 0) -> [Sentence] {
    var found: [Sentence] = []
    text.bytes.withUnsafeBufferPointer { bytes in
        for passage in text.passages where passage.isRunning {
            forEachSentence(bytes, passage.range, word: { _ in }, sentence: { range, words in
                if words <= least { return }
                let lower = bytes[range].firstIndex { !isBreak($0) } ?? range.upperBound
                let upper = (bytes[lower..<range.upperBound].lastIndex { !isBreak($0) } ?? lower - 1) + 1
                found.append(Sentence(range: lower..<upper, words: words))
            })
        }
    }
    return found
}

extension MappedText.Passage {
    /// Running text, that is read in sentences.
    var isRunning: Bool { form == .paragraph || form == .item }
}

private func isBreak(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

/// Every word of a passage and, after its words, every sentence that has one: its range, with the spaces around it, and
/// how many words it has.
@inline(__always)
func forEachSentence(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, word: (Range<Int>) -> Void,
    sentence: (Range<Int>, _ words: Int) -> Void
) {
    WordScan.over(bytes, range) { scan in
        var (start, words) = (range.lowerBound, 0)
        func count(_ range: Range<Int>) {
            words += 1
            word(range)
        }
        func close(_ end: Int) {
            if words > 0 { sentence(start..<end, words) }
            (start, words) = (end, 0)
        }
        var i = range.lowerBound
        while true {
            i = scan.read(from: i, to: range.upperBound, stops: true, count)
            guard i < range.upperBound else { break }
            var end = i + (bytes[i] == 0xE2 ? 3 : 1)
            // Closing marks belong to the sentence: ."  .)  .»
            while end < range.upperBound, isClosingMark(bytes[end]) { end += 1 }
            end = pastGuillemet(bytes, end, in: range)
            let stop = i
            i = scan.read(from: i, to: end, stops: false, count)
            if endsSentence(bytes, at: stop, after: end, in: range) {
                scan.close(end, count)
                close(end)
            }
        }
        scan.close(range.upperBound, count)
        close(range.upperBound)
    }
}

/// A stop, an exclamation or question mark, a straight quotation mark or a bracket.
private func isClosingMark(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x22 || byte == 0x29
}

/// The place after a closing guillemet or curly mark that follows, with the space before it.
private func pastGuillemet(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, in range: Range<Int>) -> Int {
    var next = place
    while next < range.upperBound, bytes[next] == 0x20 { next += 1 }
    if next + 1 < range.upperBound, bytes[next] == 0xC2, bytes[next + 1] == 0xA0 { next += 2 }
    if next + 2 < range.upperBound, bytes[next] == 0xE2, bytes[next + 1] == 0x80, bytes[next + 2] == 0xAF { next += 3 }
    if next + 1 < range.upperBound, bytes[next] == 0xC2, bytes[next + 1] == 0xBB { return next + 2 }
    if place + 2 < range.upperBound, bytes[place] == 0xE2, bytes[place + 1] == 0x80, bytes[place + 2] == 0x9D { return place + 3 }
    return place
}

/// Whether the sign at `place` ends a sentence, given that what follows begins at `after`.
private func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int, after: Int, in range: Range<Int>) -> Bool {
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
    return !isShortened(bytes[lower..<place])
}

private func isLetterByte(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) }

/// Whether the letters before a full stop are an abbreviation, or somebody's initial.
private func isShortened(_ letters: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = letters.first else { return false }
    if letters.count > 1, first < 0x80, letters[letters.startIndex + 1] < 0x80, letters.count > longestAbbreviation { return false }
    if letters.count <= 8, letters.allSatisfy({ $0 < 0x80 }) {
        if letters.count == 1, (0x41...0x5A).contains(first) { return true }
        // A full stop has the bit that makes a letter small.
        return plainAbbreviations.contains(letters.reduce(0) { $0 << 8 | UInt64($1 | 0x20) })
    }
    let word = String(decoding: letters, as: UTF8.self)
    if word.count == 1, word.first?.isUppercase == true { return true }
    return abbreviations.contains(word.lowercased())
}

/// In bytes, however its accents are written.
private let longestAbbreviation = 6

private let abbreviations: Set<String> = [
    "m", "mm", "mme", "mlle", "dr", "pr", "me", "st", "ste", "av", "bd", "art", "al", "cf", "ex", "p", "pp", "no", "n", "tél",
    "tel", "env", "réf", "ref", "mr", "mrs", "ms", "prof", "inc", "ltd", "co", "corp", "vs", "e.g", "i.e", "eg", "ie", "approx",
    "dept", "ext", "fig", "vol", "u.s", "u.k", "a.m", "p.m", "sr", "jr",
]

/// Those in ASCII, their bytes as one number.
private let plainAbbreviations: [UInt64] = abbreviations.filter { $0.utf8.allSatisfy { $0 < 0x80 } }.sorted().map {
    $0.utf8.reduce(0) { $0 << 8 | UInt64($1) }
}
