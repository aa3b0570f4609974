import PlancLanguages
import PlancScan

/// A sentence of a text, in UTF-8 offsets of it.
public struct Sentence: Hashable, Sendable {
    /// Its bytes in the text (UTF-8), counted from 0, without the spaces around it.
    public var range: Range<Int>
    /// How many words it has.
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
            if WordScan.mostWords(bytes, in: passage.range) <= least { continue }
            forEachSentence(bytes, passage.range) { range in
                if WordScan.mostWords(bytes, in: range) <= least { return }
                var words = 0
                forEachWord(bytes, in: range) { _ in words += 1 }
                if words <= least { return }
                let lower = bytes[range].firstIndex { !isBreak($0) } ?? range.upperBound
                let upper = (bytes[lower..<range.upperBound].lastIndex { !isBreak($0) } ?? lower - 1) + 1
                found.append(Sentence(range: lower..<upper, words: words))
            }
        }
    }
    return found
}

extension MappedText.Passage {
    /// Running text, that is read in sentences.
    var isRunning: Bool { form == .paragraph || form == .item }
}

private func isBreak(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

/// Every sentence of a passage, with the spaces around it; those that have no word too.
@inline(__always)
func forEachSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ visit: (Range<Int>) -> Void) {
    var (start, i) = (range.lowerBound, range.lowerBound)
    while let stop = nextStop(bytes, from: i, to: range.upperBound) {
        i = stop + (bytes[stop] == 0xE2 ? 3 : 1)
        // Closing marks belong to the sentence: ."  .)  .»
        while i < range.upperBound, isClosingMark(bytes[i]) { i += 1 }
        i = pastGuillemet(bytes, i, in: range)
        if endsSentence(bytes, at: stop, after: i, in: range) {
            visit(start..<i)
            start = i
        }
    }
    if start < range.upperBound { visit(start..<range.upperBound) }
}

/// The next sign that may end a sentence; nil when there is none.
@inline(__always)
private func nextStop(_ bytes: UnsafeBufferPointer<UInt8>, from place: Int, to limit: Int) -> Int? {
    var i = place
    while i < limit {
        if i + 8 <= bytes.count {
            let marks = ByteMarks.stops(ByteMarks.load(bytes, i))
            if marks.isEmpty {
                i += 8
                continue
            }
            i += marks.first
            if i >= limit { return nil }
        }
        switch bytes[i] {
        case 0x2E, 0x21, 0x3F: return i
        case 0xE2 where i + 2 < limit && bytes[i + 1] == 0x80 && bytes[i + 2] == 0xA6: return i
        default: i += 1
        }
    }
    return nil
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
    if place + 2 < range.upperBound, bytes[place] == 0xE2, bytes[place + 1] == 0x80, bytes[place + 2] == 0x9D {
        return place + 3
    }
    return place
}

/// Whether the sign at `place` ends a sentence, given that what follows begins at `after`.
private func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int, after: Int, in range: Range<Int>) -> Bool
{
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
    if letters.count > 1, first < 0x80, letters[letters.startIndex + 1] < 0x80, letters.count > longestAbbreviation {
        return false
    }
    if letters.count <= 8, letters.allSatisfy({ $0 < 0x80 }) {
        if letters.count == 1, (0x41...0x5A).contains(first) { return true }
        // A full stop has the bit that makes a letter small.
        return plainAbbreviations[letters.count].contains(letters.reduce(0) { $0 << 8 | UInt64($1 | 0x20) })
    }
    let word = String(decoding: letters, as: UTF8.self)
    if word.count == 1, word.first?.isUppercase == true { return true }
    return abbreviations.contains(word.lowercased())
}

/// In bytes, however its accents are written.
private let longestAbbreviation = 6

private let abbreviations = Set(LanguageRules.all.flatMap(\.abbreviations))

/// Those in ASCII, their bytes as one number, by how many bytes they have: eight at most.
private let plainAbbreviations: [[UInt64]] = (0...8).map { count in
    abbreviations.filter { $0.utf8.count == count && $0.utf8.allSatisfy { $0 < 0x80 } }.sorted().map {
        $0.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
