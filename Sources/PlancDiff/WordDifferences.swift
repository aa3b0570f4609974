import PlancSource

/// Words of a line that stand in for others.
struct WordDifference: Hashable {
    var old: String
    var new: String

    /// Whether it is the same value wherever it is met: a name, a telephone number.
    var isTelling: Bool { max(old.utf8.count, new.utf8.count) >= 6 }
}

/// The words of two lines that differ, without those around them but the other digits of a number.
func wordDifferences(_ old: String, _ new: String) -> [WordDifference] {
    let (before, after) = (old.split(separator: " "), new.split(separator: " "))
    func isDigits(_ word: Substring) -> Bool {
        word.contains { $0.isNumber } && word.allSatisfy { $0.isNumber || "+-./(),;:".contains($0) }
    }
    var ranges: [(old: Range<Int>, new: Range<Int>)] = []
    for hunk in SequenceComparison(before, after).hunks {
        if let last = ranges.last, before[last.old.upperBound..<hunk.old.lowerBound].allSatisfy(isDigits) {
            ranges[ranges.count - 1] = (
                last.old.lowerBound..<hunk.old.upperBound, last.new.lowerBound..<hunk.new.upperBound
            )
        } else {
            ranges.append((hunk.old, hunk.new))
        }
    }
    return ranges.map { range in
        var (start, end) = (0, 0)
        let parts = (before[range.old] + after[range.new])
        if parts.contains(where: isDigits) {
            while start < range.old.lowerBound, start < range.new.lowerBound,
                isDigits(before[range.old.lowerBound - start - 1]),
                start == 0 || !before[range.old.lowerBound - start].hasPrefix("+")
            {
                start += 1
            }
            while range.old.upperBound + end < before.count, range.new.upperBound + end < after.count,
                isDigits(before[range.old.upperBound + end]), !before[range.old.upperBound + end].hasPrefix("+")
            {
                end += 1
            }
        }
        func words(_ all: [Substring], _ range: Range<Int>) -> String {
            all[range.lowerBound - start..<range.upperBound + end].joined(separator: " ")
        }
        let (was, now) = (words(before, range.old), words(after, range.new))
        let (bareWas, bareNow) = (withoutMarks(was), withoutMarks(now))
        return bareWas == bareNow ? WordDifference(old: was, new: now) : WordDifference(old: bareWas, new: bareNow)
    }
}

/// Without the marks of a sentence at both ends.
private func withoutMarks(_ text: String) -> String {
    let marks: Set<Character> = [".", ",", ";", ":", "!", "?", "(", ")", "«", "»", "“", "”", "„", "\"", "|"]
    var text = text[...]
    while let first = text.first, marks.contains(first) || first == " " { text.removeFirst() }
    while let last = text.last, marks.contains(last) || last == " " { text.removeLast() }
    return String(text)
}
