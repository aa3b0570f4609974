import PlancDiagnostics
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource

// Times and rhythms among the words of a step's head, as people say them: `bis T+5h`, `T+5-6h`, `@lead every day Listen`.

extension StepHead {
    /// `by T+5h`, `T+5h to 6h`: a time with words around it that no time has, reported as one; its end.
    mutating func readTimeInWords(_ word: Range<Int>, _ text: WrittenText) -> Int? {
        guard offset == nil, !hasUnreadTime, mayLeadToTime(word, text) else { return nil }
        let start = word.lowerBound
        let written = text.rest(from: start)
        let lead = Self.lead(of: written)
        let time = written.dropFirst(lead.count)
        guard let near = NearTime(time) else { return nil }
        let behind = String(Substring(time.utf8.dropFirst(near.range.upperBound)))
        let range = Self.range(behind)
        guard range != nil || !lead.isEmpty else { return nil }
        let length = lead.utf8.count + near.range.upperBound + (range?.length ?? 0)
        // Behind a role, and where no role follows, they are words of a sentence: "From T+5h the line is open".
        guard range != nil || hasMention || text.pastGaps(start + length) == text.bytes.count else { return nil }
        let lacksUnit = near.core.count > 2 && near.core.dropFirst(2).allSatisfy { $0.isNumber }
        let meaning = near.core + (lacksUnit ? range?.unit ?? "" : "")
        let place = text.located(start..<start + length)
        if range != nil {
            // The first of the two is what the plan goes on with; which of them is meant, the author knows.
            binding.report(MalformedOffset.range(place))
            let meant = Corrections.offset(meaning).flatMap { Offset(notation: $0) }
            offset = meant.map { Located($0, place.span) }
            hasUnreadTime = true
        } else {
            let opens = lead.lowercased().split { !$0.isLetter }.contains { Self.openings.contains(String($0)) }
            readOffset(place, meaning: meaning, canBeWritten: !opens)
        }
        return start + length
    }

    /// `T+2h every 2h until T+12h @voice`: a second time with words before it, reported; its end.
    mutating func readSecondTime(_ word: Range<Int>, _ text: WrittenText) -> Int? {
        guard offset != nil, !hasMention, rest.count > 1, rest[rest.startIndex + 1].isMention else { return nil }
        let written = text.rest(from: word.lowerBound)
        let lead = Self.lead(of: written)
        guard !lead.isEmpty, let near = NearTime(written.dropFirst(lead.count)) else { return nil }
        let end = word.lowerBound + lead.utf8.count + near.range.upperBound
        guard text.pastGaps(end) == text.bytes.count else { return nil }
        let place = text.located(word.lowerBound..<end)
        binding.report(
            rhythm == nil ? MalformedOffset.finding(second: place) : MalformedOffset.finding(endOfRhythm: place))
        hasUnreadTime = true
        return end
    }

    /// `within the hour @lead`, `Dans l’heure : @lead`: a length of time in words before the first role, reported; its end.
    mutating func readTimeSpoken(_ start: Int, _ text: WrittenText) -> Int? {
        guard offset == nil, !hasUnreadTime, !hasMention, text.bytes.count - start <= 40, rest.count > 1,
            rest[rest.startIndex + 1].isMention
        else { return nil }
        let words = text.rest(from: start)
        guard words.first?.isLetter ?? false else { return nil }
        let kept = words.prefix(words.count - words.reversed().prefix { $0.isWhitespace || ":,;".contains($0) }.count)
        guard let length = Corrections.spoken(String(kept)) else { return nil }
        readOffset(text.located(start..<start + kept.utf8.count), meaning: "T+" + length)
        return text.bytes.count
    }

    /// Whether a word may be a time, or one that leads to it: most are neither.
    private func mayLeadToTime(_ word: Range<Int>, _ text: WrittenText) -> Bool {
        guard let first = text.bytes[word].first, word.count <= (first == UInt8(ascii: "T") ? 32 : 12) else {
            return false
        }
        if first == UInt8(ascii: "T") {
            // `T+10min `, and nothing else before the role.
            let isWhole = text.pastGaps(word.upperBound) == text.bytes.count
            return !(isWhole && text.bytes[word].dropFirst(2).allSatisfy { $0.isLetterOrDigit })
        }
        // Behind a role, words begin with a capital letter.
        if hasMention, (0x41...0x5A).contains(first) { return false }
        return text.bytes[word.upperBound...].prefix(24).contains(UInt8(ascii: "T")) || !first.isLetterOrDigit
    }

    /// The words and signs before a time, with the spaces behind them; empty where something else is written.
    private static func lead(of text: String) -> Substring {
        var rest = text[...]
        for _ in 0..<4 {
            if let sign = rest.first, "~≈≤≥<>".contains(sign) {
                rest = rest.dropFirst().drop { $0.isWhitespace }
                continue
            }
            let word = rest.prefix { !$0.isWhitespace && $0 != "'" && $0 != "’" }
            guard leads.contains(word.lowercased()) else { break }
            rest = rest.dropFirst(word.count).drop { $0.isWhitespace || $0 == "'" || $0 == "’" }
        }
        return text[..<rest.startIndex]
    }

    /// `-6h`, `to T+6h` behind a time: how many bytes it takes, and its unit; nil for words.
    private static func range(_ text: String) -> (length: Int, unit: String)? {
        var rest = text.drop { $0.isWhitespace }
        let word = rest.prefix { $0.isLetter || "-–—/…→>".contains($0) }
        let sign = word.first.map { $0.isLetter } ?? true ? word : word.prefix { !$0.isLetter }
        guard sign.first.map({ !$0.isLetter }) ?? false || ranges.contains(sign.lowercased()) else { return nil }
        rest = rest.dropFirst(sign.count).drop { $0.isWhitespace }
        if let near = NearTime(rest), near.core.hasPrefix("T") {
            let end = Substring(rest.utf8.dropFirst(near.range.upperBound)).startIndex
            return (text[..<end].utf8.count, String(near.core.drop { !$0.isNumber }.drop { $0.isNumber }))
        }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        let unit = rest.dropFirst(digits.count).drop { $0.isWhitespace }.prefix { $0.isLetter }
        guard !digits.isEmpty, !unit.isEmpty, Corrections.duration("\(digits)\(unit)") != nil else { return nil }
        return (text[..<unit.endIndex].utf8.count, String(unit))
    }

    /// Whether a word, small, leads to a time: `by`, `until`.
    static func isTimeLead(_ word: String) -> Bool { leads.contains(word) || ranges.contains(word) }

    private static let openings = Set(LanguageRules.all.flatMap { $0.aliases().timeOpenings })
    private static let leads = Set(LanguageRules.all.flatMap { $0.aliases().timeLeads })
    private static let ranges = Set(LanguageRules.all.flatMap { $0.aliases().timeRanges })

    /// `@lead every day Listen`: a rhythm at the start of the words, reported; its end.
    mutating func readRhythmInWords(_ start: Int, _ text: WrittenText) -> Int? {
        // Words begin with a capital letter.
        guard let first = text.bytes[start...].first, (0x61...0x7A).contains(first) || first >= 0x80 else { return nil }
        var end = start
        var found: (end: Int, amount: String)?
        for count in 1...4 where text.pastGaps(end) < text.bytes.count {
            let word = text.word(at: text.pastGaps(end))
            end = word.upperBound
            let words = text.located(start..<end).value
            if count == 1, !Self.rhythmStarts.contains(words.lowercased()) { return nil }
            guard TimeAmount(notation: String(words.trimmingPrefix("every "))) == nil,
                let amount = Corrections.rhythm(words)
            else { continue }
            // "a daily call"
            if count == 1, !text.rest(from: text.pastGaps(end)).startsWithCapital { continue }
            found = (end, amount)
        }
        guard let found else { return nil }
        let written = text.located(start..<found.end)
        binding.report(MalformedStep.rhythm(written, amount: found.amount))
        rhythm = TimeAmount(notation: found.amount).map { Located($0, written.span) }
        return found.end
    }

    /// Makes the words of all languages, where nobody has asked for them yet.
    static func prepare() { _ = (leads, openings, ranges, rhythmStarts) }

    /// The first words of all rhythms.
    private static let rhythmStarts: Set<String> = {
        let all = LanguageRules.all.map { $0.aliases() }
        let leads = all.flatMap(\.rhythmLeads).compactMap { $0.split(separator: " ").first.map(String.init) }
        let names = all.flatMap(\.rhythms.keys).compactMap { $0.split(separator: " ").first.map(String.init) }
        return Set(leads + names)
    }()
}

extension String {
    /// Whether the words of a step may begin here.
    var startsWithCapital: Bool { first.map { $0.isUppercase } ?? false }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool { (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20) }
}
