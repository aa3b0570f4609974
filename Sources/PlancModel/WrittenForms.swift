import PlancLanguages
import PlancSource

/// Dates, times and numbers as planc prints them and as people write them, read back into the forms of the plan language.
public enum WrittenForms {
    /// The digits of a number with their `+`, as dialling wants them; nil for what is no number in E.164.
    public static func e164(_ text: String) -> String? {
        var digits = ""
        for (place, character) in text.utf8.enumerated() {
            switch character {
            case UInt8(ascii: "+") where place == 0: digits = "+"
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.unicodeScalars.append(Unicode.Scalar(character))
            case UInt8(ascii: " "): continue
            default: return nil
            }
        }
        let count = digits.utf8.count
        return digits.first == "+" && (8...16).contains(count) ? digits : nil
    }

    /// `2026-11-21` from `21 novembre 2026`, `samedi 21 novembre 2026`, `1er mars 2026`, `21 November 2026`, `November 21, 2026`,
    /// `21. November 2026`, or from itself; nil for anything else. Numbers alone (`3/4/2026`) are read nowhere the same and are not taken.
    public static func date(_ text: String) -> CalendarDate? {
        let plain = text.trimmed
        if let date = CalendarDate(iso: plain) { return date }
        var words = plain.lowercased().split { $0.isWhitespace || $0 == "," || $0 == "." }.map(String.init)
        if words.count == 4, weekdays.contains(words[0]) { words.removeFirst() }
        guard words.count == 3, let year = Int(words[2]), words[2].utf8.count == 4 else { return nil }
        let (first, second) = (words[0], words[1])
        if let month = months[second], let day = day(first) { return CalendarDate(year: year, month: month, day: day) }
        if let month = months[first], let day = day(second) { return CalendarDate(year: year, month: month, day: day) }
        return nil
    }

    /// `18:30` from `18 h 30`, `18h30`, `18 h`, `18.30 Uhr`, `6.30 pm`, `6 pm`, `noon`, `midi`, or from itself; nil for anything else.
    public static func time(_ text: String) -> String? {
        var plain = text.trimmed.lowercased().filter { !$0.isWhitespace }
        if noon.contains(plain) { return "12:00" }
        if midnight.contains(plain) { return "00:00" }
        // `18 Uhr 30` is `18h30`; behind `18.30` and `18:30` the word adds nothing.
        for word in hourWords where plain.contains(word) {
            let isWhole = plain.contains(":") || plain.contains(".")
            plain = plain.replacing(word, with: isWhole ? "" : "h")
        }
        var afternoon: Bool?
        for (mark, isAfternoon) in [("a.m.", false), ("p.m.", true), ("am", false), ("pm", true)]
        where plain.hasSuffix(mark) {
            plain = String(plain.dropLast(mark.count))
            afternoon = isAfternoon
            break
        }
        let parts = plain.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" || $0 == "." }
        guard parts.count == 2 || (parts.count == 1 && afternoon != nil),
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), (1...2).contains(parts[0].count),
            var hour = Int(parts[0])
        else { return nil }
        // `18h` is whole; `18:` and `18.` are not.
        let minutes = parts.count == 2 ? String(parts[1]) : ""
        guard minutes.count == 2 || (minutes.isEmpty && (plain.hasSuffix("h") || parts.count == 1)),
            let minute = Int(minutes.isEmpty ? "0" : minutes)
        else { return nil }
        if let afternoon {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (afternoon ? 12 : 0)
        }
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    /// `2026-11-21T18:30` from a date and a time, parted by `T`, a space, `à` or `at`; nil for anything else.
    public static func dateTime(_ text: String) -> String? {
        let plain = text.trimmed
        for mark in dateMarks {
            for range in plain.ranges(of: mark) {
                if let date = date(String(plain[..<range.lowerBound])),
                    let time = time(String(plain[range.upperBound...]))
                {
                    return "\(date)T\(time)"
                }
            }
        }
        for place in plain.indices where plain[place].isWhitespace {
            if let date = date(String(plain[..<place])), let time = time(String(plain[plain.index(after: place)...])) {
                return "\(date)T\(time)"
            }
        }
        return nil
    }

    /// The calling code of the country that a plan's numbers are written in: from its time zone, else the region of its first
    /// locale, else the language where one country is meant by it.
    public static func callingCode(timezone: String, locale: Locale) -> String? {
        if let code = codeByZone[timezone] { return code }
        guard timezone.isEmpty else { return nil }
        let region = locale.tag.split(separator: "-").dropFirst().last.map(String.init)
        return region.flatMap { codeByRegion[$0] } ?? ownCountry(locale.tag)
    }

    /// Of a tag without a region.
    private static func ownCountry(_ tag: String) -> String? {
        tag.contains("-") ? nil : Language(tag)?.rules.callingCode
    }

    private static let codeByZone: [String: String] = [
        "Europe/Berlin": "49", "Europe/Vienna": "43", "Europe/Paris": "33", "Europe/London": "44",
        "Europe/Brussels": "32", "Europe/Zurich": "41",
        "Europe/Luxembourg": "352", "Europe/Monaco": "377", "Europe/Dublin": "353", "America/New_York": "1",
        "America/Chicago": "1", "America/Denver": "1", "America/Los_Angeles": "1", "America/Toronto": "1",
        "America/Montreal": "1", "America/Vancouver": "1",
    ]
    private static let codeByRegion: [String: String] = [
        "FR": "33", "GB": "44", "BE": "32", "CH": "41", "LU": "352", "MC": "377", "IE": "353", "US": "1", "CA": "1",
        "DE": "49", "AT": "43",
    ]

    /// The number in E.164 from how people of the country with this calling code write it: `06 39 98 00 01` for `33`. Also
    /// `0033…` and `+33 (0)6…`. nil for anything else.
    public static func phone(_ text: String, ownCode: String?) -> String? {
        if !mayBeNumber(text) { return nil }
        var compact = withoutGaps(text.trimmed.replacing("(0)", with: ""))
        if compact.hasPrefix("00") {
            compact = "+" + compact.dropFirst(2)
        } else if compact.first?.isNumber ?? false, let ownCode, let length = nationalLengths[ownCode] {
            let trunk = trunks[ownCode]
            if let trunk {
                guard compact.hasPrefix(trunk) else { return nil }
                compact = String(compact.dropFirst(trunk.count))
            }
            guard length.contains(compact.count) else { return nil }
            compact = "+" + ownCode + compact
        }
        let digits = compact.dropFirst()
        guard compact.first == "+", (7...15).contains(digits.count), digits.first != "0",
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return compact
    }

    /// Without spaces and what parts the digits of a number.
    private static func withoutGaps(_ text: String) -> String {
        var compact = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", ".", "-", "/", "(", ")", "\u{2011}", "\u{2013}": continue
            default: if !scalar.properties.isWhitespace { compact.unicodeScalars.append(scalar) }
            }
        }
        return compact
    }

    /// Signs of a number, as many as it needs, and no letter.
    private static func mayBeNumber(_ text: String) -> Bool {
        var digits = 0
        for byte in text.utf8 {
            if (0x30...0x39).contains(byte) { digits += 1 }
            if (0x61...0x7A).contains(byte | 0x20) { return false }
        }
        return digits >= 4
    }

    /// What goes before a number inside the country.
    private static let trunks = ["33": "0", "44": "0", "32": "0", "41": "0", "353": "0", "49": "0", "43": "0"]
    /// How many digits a national number has without that.
    private static let nationalLengths: [String: ClosedRange<Int>] = [
        "33": 9...9, "44": 9...10, "32": 8...9, "41": 9...9, "353": 7...9, "49": 6...11, "43": 4...12, "352": 6...9,
        "377": 8...9,
        "1": 10...10,
    ]

    private static func day(_ word: String) -> Int? {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard dayEndings.contains(String(word.dropFirst(digits.count))) else { return nil }
        return Int(digits)
    }

    private static let dates = LanguageRules.all.map(\.dates)
    private static let dayEndings = Set([""] + dates.flatMap(\.dayEndings))
    private static let noon = Set(dates.flatMap(\.noon))
    private static let midnight = Set(dates.flatMap(\.midnight))
    private static let hourWords = dates.flatMap(\.hourWords)
    /// Between a date and a time.
    private static let dateMarks = dates.flatMap(\.at).flatMap { [" \($0) ", "\u{A0}\($0) "] } + ["T", ", "]
    private static let weekdays = Set(dates.flatMap(\.weekdays))

    private static let months: [String: Int] = {
        var table: [String: Int] = [:]
        for language in Language.all {
            for month in 1...12 { table[CalendarDate.monthName(month).text(language).lowercased()] = month }
            for (name, month) in language.rules.dates.spellings { table[name] = month }
        }
        return table
    }()
}

extension String {
    fileprivate var trimmed: String {
        var view = self[...]
        while let first = view.first, first.isWhitespace { view = view.dropFirst() }
        while let last = view.last, last.isWhitespace { view = view.dropLast() }
        return String(view)
    }
}
