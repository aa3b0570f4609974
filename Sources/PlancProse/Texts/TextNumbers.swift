import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource

/// A number in a text, without the signs between its thousands, and where it stands.
struct TextNumber {
    var digits: String
    var span: Span
}

/// The numbers of one text that the other does not have, in figures or in words.
///
/// Figures are the same in every language but for the signs between thousands, hours after noon, and small numbers, which are
/// written out in one text and not in the other. Telephone numbers are left aside: they may differ by country.
func numbersApart(
    _ a: [Inline], _ b: [Inline], _ locales: [Locale]
) -> (missing: [TextNumber], added: [TextNumber]) {
    let (x, y) = (numbers(in: a), numbers(in: b))
    if x.isEmpty, y.isEmpty { return ([], []) }
    let (own, others) = (Set(x.map(\.digits)), Set(y.map(\.digits)))
    if own == others { return ([], []) }
    // Where number words are not known, a small number may be one of them.
    let least = locales.allSatisfy { Language(String($0.language))?.rules.numberWords.isEmpty == false } ? 2 : 21
    func apart(_ all: [TextNumber], _ taken: Set<String>, words: [Inline]) -> [TextNumber] {
        let left = all.filter { !taken.contains($0.digits) && (Int($0.digits) ?? .max) >= least }
        if left.isEmpty { return [] }
        let spelled = spelledNumbers(in: words.plainText)
        var seen: Set<String> = []
        return left.filter { number in
            guard seen.insert(number.digits).inserted else { return false }
            guard let value = Int(number.digits) else { return true }
            if spelled.contains(value) { return false }
            if (21...99).contains(value), spelled.contains(value / 10 * 10), spelled.contains(value % 10) {
                return false
            }
            // 18 h 30 is 6.30 pm.
            if (13...23).contains(value), taken.contains(String(value - 12)) { return false }
            return !((1...11).contains(value) && taken.contains(String(value + 12)))
        }
    }
    return (apart(x, others, words: b), apart(y, own, words: a))
}

/// Where the numbers of a value of the front matter part in two languages; nil where they are the same.
public func numbersApart(
    _ source: LocalizedText.Version, _ translation: LocalizedText.Version, _ locales: [Locale]
) -> Unevenness? {
    let texts = [source, translation].map { version in
        [Inline(.text(version.text.value), version.text.wordSpan)]
    }
    return unevenNumbers(texts[0], texts[1], source.text.span, translation.text.span, locales)
}

/// The values of the number words in a text, in any language.
private func spelledNumbers(in text: String) -> Set<Int> {
    var found: Set<Int> = []
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
        for words in numberWords { if let value = words[String(word)] { found.insert(value) } }
    }
    return found
}

private let numberWords = LanguageRules.all.map(\.numberWords)

private func numbers(in inlines: [Inline]) -> [TextNumber] {
    var found: [TextNumber] = []
    inlines.forEachDeep { inline in
        guard case .text(let words) = inline.content else { return }
        let bytes = Array(words.utf8)
        let isAsWritten = inline.span.range.count == bytes.count
        var scan = NumberScan(bytes)
        scan.read { digits, range in
            let span =
                isAsWritten
                ? Span(
                    inline.span.file, Int(inline.span.lower) + range.lowerBound,
                    Int(inline.span.lower) + range.upperBound)
                : inline.span
            found.append(TextNumber(digits: digits, span: span))
        }
    }
    return found
}

/// Reads the numbers of a text.
private struct NumberScan {
    private let bytes: [UInt8]
    private var i = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func read(_ visit: (String, Range<Int>) -> Void) {
        while i < bytes.count {
            guard isDigit(i) else {
                i += 1
                continue
            }
            if let end = endOfTelephoneNumber(from: i) ?? endOfDate(from: i, visit) {
                i = end
                continue
            }
            let start = i
            var digits = digits(from: i)
            i += digits.count
            if digits.count <= 3, digits.first != UInt8(ascii: "0") {
                while let group = thousands(at: i) {
                    digits += bytes[group]
                    i = group.upperBound
                }
            }
            let plain = digits.drop { $0 == UInt8(ascii: "0") }
            // 08:00 is 8 h.
            if !plain.isEmpty { visit(String(decoding: plain, as: UTF8.self), start..<i) }
        }
    }

    private func isDigit(_ i: Int) -> Bool { bytes.indices.contains(i) && (0x30...0x39).contains(bytes[i]) }

    private func digits(from start: Int) -> ArraySlice<UInt8> { bytes[start...].prefix { (0x30...0x39).contains($0) } }

    /// Three digits behind a sign between thousands.
    private func thousands(at start: Int) -> Range<Int>? {
        for sign in Self.signs where bytes[start...].starts(with: sign) {
            let group = digits(from: start + sign.count)
            return group.count == 3 ? group.startIndex..<group.endIndex : nil
        }
        return nil
    }

    /// Signs between thousands.
    private static let signs = [" ", ",", ".", "'", "’", "\u{A0}", "\u{202F}", "\u{2009}"].map { Array($0.utf8) }

    /// `+44 1632 960001`, `01 99 00 00 02`.
    private func endOfTelephoneNumber(from start: Int) -> Int? {
        let isWhole = start > 0 && bytes[start - 1] == UInt8(ascii: "+") && (start < 2 || !isLetter(start - 2))
        guard isWhole || bytes[start] == UInt8(ascii: "0") else { return nil }
        var (end, count, place) = (start, 0, start)
        while place < bytes.count {
            if isDigit(place) {
                (count, place) = (count + 1, place + 1)
                end = place
            } else if let sign = Self.joints.first(where: bytes[place...].starts), isDigit(place + sign.count) {
                place += sign.count
            } else {
                break
            }
        }
        return count >= (isWhole ? 7 : 8) ? end : nil
    }

    /// A letter before a plus, as in `T+30`.
    private func isLetter(_ i: Int) -> Bool { (bytes[i] | 0x20) >= 0x61 && (bytes[i] | 0x20) <= 0x7A }

    /// Signs inside telephone numbers.
    private static let joints = [" ", ".", "-", "/", "\u{A0}", "\u{202F}"].map { Array($0.utf8) }

    /// `2026-11-21`, `21.11.2026`: the month may be a word in the other text.
    private func endOfDate(from start: Int, _ visit: (String, Range<Int>) -> Void) -> Int? {
        var parts: [ArraySlice<UInt8>] = []
        var place = start
        for number in 0..<3 {
            if number > 0 {
                guard place < bytes.count, [0x2D, 0x2E, 0x2F].contains(bytes[place]) else { return nil }
                place += 1
            }
            let part = digits(from: place)
            if part.isEmpty { return nil }
            parts.append(part)
            place += part.count
        }
        let counts = parts.map(\.count)
        guard counts == [4, 2, 2] || counts[2] == 4 && counts[0] <= 2 && counts[1] <= 2 else { return nil }
        let year = counts[0] == 4 ? parts[0] : parts[2]
        visit(String(decoding: year, as: UTF8.self), year.startIndex..<year.endIndex)
        return place
    }
}
