import PlancPhrases
import PlancSource
import PlancWords

/// When the next news is promised.
public enum PromisedNews: Sendable, Equatable {
    /// At a time that is filled in, or that the clock says, or after a length that cannot be read.
    case later
    case within(minutes: Int)
    case every(minutes: Int)

    /// - Parameters:
    ///   - group: `every`, `within`, `at a time`: the same in `statements.txt` of every language.
    ///   - words: those that promise, with the length.
    init?(group: String, words: String, _ lengths: inout LengthReader) {
        switch group {
        case "every": self = lengths.minutes(in: words).map { .every(minutes: $0) } ?? .later
        case "within": self = lengths.minutes(in: words).map { .within(minutes: $0) } ?? .later
        case "at a time": self = .later
        default: return nil
        }
    }
}

/// Reads lengths of time in the words of one language, in digits and in words: "every 4 hours", "twice a day", "in three days".
struct LengthReader: Sendable {
    private let language: String
    /// Made when there is something to read.
    private var reader: PhraseReader?

    init(_ language: some StringProtocol) { self.language = String(language) }

    /// The last length that the words say; nil when none has a number.
    mutating func minutes(in words: String) -> Int? {
        if reader == nil { reader = PhraseReader(.lengths(in: language)) }
        let text = MappedText(words, at: Span(FileID(0), 0, words.utf8.count))
        let found = parts(of: text)
        guard let last = found.lastIndex(where: { $0.family != .number }), let minutes = Int(found[last].name) else {
            return nil
        }
        if found[last].family == .length { return minutes }
        guard last > 0, found[last - 1].family == .number else { return nil }
        let (number, unit) = (found[last - 1], found[last])
        // "Two full hours", but not "2 people every day".
        let between = text.text(number.range.upperBound..<unit.range.lowerBound).split { $0.isWhitespace || $0 == "-" }
        guard between.count < 2, let count = Int(number.name) ?? Int(text.text(number.range)), count > 0 else {
            return nil
        }
        return min(count, 10_000) * minutes
    }

    private struct Part {
        var family: PhraseFamily
        var name: String
        var range: Range<Int>
    }

    /// In the order of the words; of those that overlap, the longest: "twice a day" has no "day" in it.
    private mutating func parts(of text: MappedText) -> [Part] {
        guard var reader else { return [] }
        var parts: [Part] = []
        for match in reader.matches(in: text).sorted(by: { $0.range.count > $1.range.count })
        where !parts.contains(where: { $0.range.overlaps(match.range) }) {
            let group = reader.groups[match.group]
            parts.append(Part(family: group.family, name: group.name, range: match.range))
        }
        self.reader = reader
        return parts.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
