import PlancLanguages
import PlancModel
import PlancScan
import PlancSource
import PlancWords

/// The days (`14 mars`, `March 14`, `4/12/2026`, ISO) and clock times (`18 h 30`, `6 pm`, `18:30`) in a text, but for opening hours
/// (`8 h à 20 h`), times of every day, durations and what is quoted.
///
/// `months`: how the language of the text writes days; where planc does not know it, only days in ISO's form are found.
func literalDates(in text: MappedText, months: DaysInText?) -> [Range<Int>] {
    guard mayHaveDate(text.bytes, 0..<text.bytes.count) else { return [] }
    var found: [Range<Int>] = []
    for passage in text.passages where passage.form != .code && passage.form != .quotation {
        guard mayHaveDate(text.bytes, passage.range) else { continue }
        let words = tokens(of: text, in: passage.range)
        found += days(words, months) + times(words)
    }
    if found.isEmpty { return [] }
    let quoted = quotations(in: text)
    return found.filter { range in
        text.kind(at: range.lowerBound) == .words && !quoted.contains { $0.overlaps(range) }
    }.sorted { $0.lowerBound < $1.lowerBound }
}

/// Days and times have a word that begins with a digit; most texts have none. A digit counts that stands at the beginning,
/// or after what is neither letter, digit nor hyphen: a little wide, what it lets through is looked at word by word.
private func mayHaveDate(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
        func opensWord(_ i: Int) -> Bool {
            guard isDigit(bytes[i]) else { return false }
            if i == range.lowerBound { return true }
            let before = bytes[i - 1]
            return before >= 0x80 || before < 0x40 && before != 0x2D && !isDigit(before)
        }
        var i = range.lowerBound
        while i + 8 <= range.upperBound {
            if EightBytes(bytes, at: i).mayHaveDigit, (i..<i + 8).contains(where: opensWord) { return true }
            i += 8
        }
        return (i..<range.upperBound).contains(where: opensWord)
    }
}

private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

/// A word without the punctuation around it.
private struct Token {
    var range: Range<Int>
    var text: String
    var hasDigitFirst: Bool
    /// A full stop, comma or the like follows.
    var isClosed: Bool
    /// What follows is one full stop.
    var isClosedByStop: Bool

    /// Behind a number it may be the stop of a day: `16. März`.
    var endsSentence: Bool { isClosedByStop && !hasDigitFirst }
}

private func tokens(of text: MappedText, in range: Range<Int>) -> [Token] {
    var found: [Token] = []
    var start: Int?
    let bytes = text.bytes
    func close(_ end: Int) {
        guard let lower = start else { return }
        start = nil
        var (first, last) = (lower, end)
        while first < last, [0x28, 0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x3F].contains(bytes[first]) { first += 1 }
        while last > first, [0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x3F].contains(bytes[last - 1]) { last -= 1 }
        guard first < last else { return }
        found.append(
            Token(
                range: first..<last, text: text.text(first..<last), hasDigitFirst: isDigit(bytes[first]),
                isClosed: last < end, isClosedByStop: last + 1 == end && bytes[last] == 0x2E))
    }
    var i = range.lowerBound
    while i < range.upperBound {
        let width: Int
        if bytes[i] == 0x20 || bytes[i] == 0x0A {
            width = 1
        } else if bytes[i] == 0xC2, i + 1 < range.upperBound, bytes[i + 1] == 0xA0 {
            width = 2
        } else if bytes[i] == 0xE2, i + 2 < range.upperBound, bytes[i + 1] == 0x80, bytes[i + 2] == 0xAF {
            width = 3
        } else {
            if start == nil { start = i }
            i += 1
            continue
        }
        close(i)
        i += width
    }
    close(range.upperBound)
    return found
}

private func days(_ words: [Token], _ language: DaysInText?) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for (i, word) in words.enumerated() {
        if word.hasDigitFirst {
            let opens = i > 0 && language.map { $0.words.dayWords.contains(words[i - 1].text.lowercased()) } ?? false
            let hasStop = word.isClosed && language?.words.dayHasStop ?? false
            if isISODate(word.text) || NumericDay(word.text, hasStop: hasStop).map({ $0.hasYear || opens }) ?? false {
                found.append(word.range)
            }
        }
        guard let language, i + 1 < words.count, !word.isClosed || language.words.dayHasStop && word.isClosedByStop
        else { continue }
        let next = words[i + 1]
        if word.hasDigitFirst, isDay(word.text), language.isMonth(next.text) {
            found.append(word.range.lowerBound..<next.range.upperBound)
        } else if language.words.monthMayComeFirst, next.hasDigitFirst, isDay(next.text), language.isMonth(word.text),
            !(i > 0 && isDay(words[i - 1].text))
        {
            found.append(word.range.lowerBound..<next.range.upperBound)
        }
    }
    return found
}

private func isISODate(_ word: String) -> Bool {
    if word.utf8.count != 10 { return false }
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts.map(\.utf8.count) == [4, 2, 2] && parts.allSatisfy { Int($0) != nil }
}

private func isDay(_ word: String) -> Bool {
    let digits = word.utf8.prefix(while: isDigit)
    guard let day = Int(Substring(digits)), (1...31).contains(day) else { return false }
    return dayEndings.contains(String(word[digits.endIndex...]))
}

private let dayEndings = Set([""] + LanguageRules.all.flatMap(\.dates.dayEndings))

/// How one language writes days in texts.
struct DaysInText: Sendable {
    let words: DateWords
    private let months: Set<String>

    init(_ language: Language) {
        let words = language.rules.dates
        let names = (1...12).map { CalendarDate.monthName($0).text(language) } + words.shortMonths
        // Other spellings are kept small; written with a capital they are the same month.
        let others = words.spellings.keys.map {
            words.monthsHaveCapitals ? $0.prefix(1).uppercased() + $0.dropFirst() : $0
        }
        self.words = words
        months = Set(names + others)
    }

    func isMonth(_ word: String) -> Bool { months.contains(words.monthsHaveCapitals ? word : word.lowercased()) }
}

private struct ClockTime {
    var words: Range<Int>
    var range: Range<Int>
    /// With minutes, am or pm it is a clock time wherever it stands; without, it may be a duration.
    var isCertain: Bool
}

/// What stands between two ends of opening hours, and what stands before a clock time.
private let between = Set(["-", "–"] + LanguageRules.all.flatMap(\.dates.rangeWords))
private let before = Set(LanguageRules.all.flatMap(\.dates.timeWords))
/// What stands behind an hour: `14 h`, `14 Uhr`.
private let hourWords = Set(["h"] + LanguageRules.all.flatMap(\.dates.hourWords))

private func times(_ words: [Token]) -> [Range<Int>] {
    var clocks: [ClockTime] = []
    var i = 0
    while i < words.count {
        if let clock = clock(words, at: i) {
            clocks.append(clock)
            i = clock.words.upperBound
        } else {
            i += 1
        }
    }
    var found: [Range<Int>] = []
    for (place, clock) in clocks.enumerated() {
        func isRange(_ a: ClockTime, _ b: ClockTime) -> Bool {
            b.words.lowerBound == a.words.upperBound + 1
                && between.contains(words[a.words.upperBound].text.lowercased())
        }
        if place > 0, isRange(clocks[place - 1], clock) { continue }
        if place + 1 < clocks.count, isRange(clock, clocks[place + 1]) { continue }
        // `9 bis 14 Uhr`: the first hour without its word.
        let first = clock.words.lowerBound - 2
        if first >= 0, between.contains(words[first + 1].text.lowercased()),
            isHour(Substring(words[first].text), most: 24)
        {
            continue
        }
        let after = clock.words.upperBound
        if after < words.count, words[after].text.hasPrefix("/") { continue }
        if isOfEveryDay(clock, words) { continue }
        let word = clock.words.lowerBound > 0 ? words[clock.words.lowerBound - 1].text.lowercased() : ""
        if clock.isCertain || before.contains(word) { found.append(clock.range) }
    }
    return found
}

private let everyDay = LanguageRules.all.flatMap { $0.dates.everyDay.map(\.folded) }

/// Whether a clock time comes back: "every day at 17:00", "visiting hours end at 7 pm". On the day it is right, too.
private func isOfEveryDay(_ clock: ClockTime, _ words: [Token]) -> Bool {
    // So many words around it are near.
    let near = 12
    var (lower, upper) = (clock.words.lowerBound, clock.words.upperBound)
    while lower > 0, clock.words.lowerBound - lower < near, !words[lower - 1].endsSentence { lower -= 1 }
    while upper < words.count, upper - clock.words.upperBound < near, !words[upper - 1].endsSentence { upper += 1 }
    let sentence = words[lower..<upper].map(\.text).joined(separator: " ").folded
    return everyDay.contains { sentence.hasWords($0) }
}

/// `18:30` `18h30` `18h` `18 h 30` `18 h` `14 Uhr` `14.30 Uhr` `6pm` `6 pm` `6.30 pm`
private func clock(_ words: [Token], at i: Int) -> ClockTime? {
    guard words[i].hasDigitFirst else { return nil }
    // A number of more than two digits is no hour.
    if words[i].text.utf8.count > 2, words[i].text.utf8.allSatisfy(isDigit) { return nil }
    let text = words[i].text.lowercased()
    func made(_ count: Int, _ isCertain: Bool) -> ClockTime {
        ClockTime(
            words: i..<i + count, range: words[i].range.lowerBound..<words[i + count - 1].range.upperBound,
            isCertain: isCertain)
    }
    func following(_ offset: Int) -> String? {
        i + offset < words.count && !words[i + offset - 1].isClosed ? words[i + offset].text.lowercased() : nil
    }
    for suffix in ["pm", "am"] where text.hasSuffix(suffix) && isHour(text.dropLast(2), most: 12) {
        return made(1, true)
    }
    if isHour(Substring(text), most: 12), let next = following(1), ["am", "pm", "a.m", "p.m"].contains(next) {
        return made(2, true)
    }
    for sign in [Character(":"), "h"] {
        let parts = text.split(separator: sign, omittingEmptySubsequences: false)
        guard parts.count == 2, isHour(parts[0], most: 24), !parts[0].contains(".") else { continue }
        if parts[1].isEmpty { return sign == "h" ? made(1, false) : nil }
        if parts[1].utf8.count == 2, let minutes = Int(parts[1]), minutes < 60 { return made(1, true) }
    }
    if isHour(Substring(text), most: 24), let next = following(1), hourWords.contains(next) {
        // `14.30 Uhr`
        if text.contains(".") { return made(2, true) }
        if let minutes = following(2), minutes.utf8.count == 2, let value = Int(minutes), value < 60 {
            return made(3, true)
        }
        return made(2, false)
    }
    return nil
}

/// `6`, `18`, `6.30`, `6:30`
private func isHour(_ text: Substring, most: Int) -> Bool {
    let parts = text.split(whereSeparator: { $0 == "." || $0 == ":" })
    guard let first = parts.first, first.utf8.count <= 2, let hour = Int(first), hour <= most, parts.count <= 2 else {
        return false
    }
    return parts.count == 1 || parts[1].utf8.count == 2 && (Int(parts[1]).map { $0 < 60 } ?? false)
}
