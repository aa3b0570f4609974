import PlancLanguages
import PlancModel
import PlancSource

/// What an author may have meant by a value of the wrong form; always well formed, nil when there is no telling.
enum Corrections {
    /// `15 mn` → `15min`, `2 hours` → `2h`, `1h30` → `90min`, `4H` → `4h`.
    static func duration(_ text: String) -> String? {
        var compact = ""
        for character in text.lowercased() where !character.isWhitespace {
            // The point of a word cut short: `30 Min.`
            if character == ".", compact.last?.isLetter ?? false { continue }
            compact += parts[character].map { (compact.last?.isNumber ?? false ? "" : "0") + $0 } ?? String(character)
        }
        if let iso = TimeAmount(notation: compact.uppercased()), compact.hasPrefix("p") { return iso.notation }
        if let minutes = fraction(compact) { return TimeAmount(notation: "\(minutes)min")?.notation }
        var total: (unit: String, amount: TimeAmount)?
        // A number and its unit stay what the author wrote: `24 hours` are `24h`, not a day.
        var asWritten: String?
        var rest = compact[...]
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let count = Int(digits), count <= 999_999 else { return nil }
            rest = rest.dropFirst(digits.count)
            let word = rest.prefix { !$0.isNumber }
            rest = rest.dropFirst(word.count)
            let unit: TimeAmount.Unit
            if word.isEmpty {
                // The minutes of `1h30`.
                guard total?.unit == "h" else { return nil }
                unit = .minutes
            } else {
                guard let known = units[String(word)] else { return nil }
                unit = known
            }
            guard let part = TimeAmount(notation: "\(count)\(unit.rawValue)") else { return nil }
            asWritten = total == nil ? "\(count)\(unit.rawValue)" : nil
            if let before = total {
                let sum = before.amount
                total = (
                    unit.rawValue,
                    TimeAmount(
                        months: sum.months + part.months, businessDays: sum.businessDays + part.businessDays,
                        minutes: sum.minutes + part.minutes)
                )
            } else {
                total = (unit.rawValue, part)
            }
        }
        guard let notation = asWritten ?? total?.amount.notation, TimeAmount(notation: notation) != nil else {
            return nil
        }
        return notation
    }

    /// Parts of one, in hundredths.
    private static let parts: [Character: String] = ["½": ".5", "¼": ".25", "¾": ".75"]

    /// `every 2h`, `each 2 hours`, `every day`, `daily`: what comes again, as the length of time between; nil for a length alone.
    static func rhythm(_ text: String) -> String? {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let known = rhythms.names[words] { return known }
        for lead in rhythms.leads where words.hasPrefix(lead + " ") {
            let rest = String(words.dropFirst(lead.count + 1))
            guard let first = rest.first else { return nil }
            if first.isNumber { return duration(rest) }
            return units[rest].flatMap { rest.count > 1 ? "1" + $0.rawValue : nil }
        }
        return nil
    }

    /// `half an hour`, `within the hour`, `dans les 15 minutes`: a length of time in words; nil for others.
    static func spoken(_ text: String) -> String? {
        let plain = text.lowercased().replacing("’", with: "'").filter { !":,;".contains($0) }
        var words = plain.split(whereSeparator: \.isWhitespace)[...]
        guard (1...8).contains(words.count), words[0].first.map({ $0.isLetter }) ?? false else { return nil }
        while let first = words.first {
            let rest = words.joined(separator: " ")
            if let length = lengths.names[rest] { return length }
            if first.first?.isNumber ?? false { return duration(rest) }
            guard lengths.leads.contains(String(first)) else { return nil }
            words = words.dropFirst()
        }
        return nil
    }

    /// Lengths in words of every language, and the words before them.
    private static let lengths: (names: [String: String], leads: Set<String>) = {
        let all = LanguageRules.all.map { $0.aliases() }
        let names = all.reduce(into: [String: String]()) { names, one in names.merge(one.lengths) { first, _ in first }
        }
        return (names, Set(all.flatMap(\.lengthLeads)))
    }()

    /// Whether a text says "at once" where a length of time belongs: `asap`, `sofort`, `dès que possible`.
    static func isAtOnce(_ text: String) -> Bool {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return atOnce.contains(words.filter { !".!’'".contains($0) })
    }

    private static let atOnce = Set(LanguageRules.all.flatMap { $0.aliases().atOnce })

    /// Words for what comes again, in every language, and those before a length of time.
    private static let rhythms: (names: [String: String], leads: [String]) = {
        let all = LanguageRules.all.map { $0.aliases() }
        let names = all.reduce(into: [String: String]()) { names, one in names.merge(one.rhythms) { first, _ in first }
        }
        return (names, all.flatMap(\.rhythmLeads))
    }()

    /// `0.5h`, `1,5h`, `1/4h`, `0:15`: in minutes, where they are whole.
    private static func fraction(_ text: String) -> Int? {
        guard let sign = text.utf8.firstIndex(where: { ".,:/".utf8.contains($0) }) else { return nil }
        let digits = text.utf8[text.utf8.index(after: sign)...].prefix(while: isDigit)
        guard let first = number(text.utf8[..<sign]), let second = number(digits) else { return nil }
        let unit = String(text[digits.endIndex...])
        switch text.utf8[sign] {
        case UInt8(ascii: ":"): return unit.isEmpty && second < 60 && digits.count == 2 ? first * 60 + second : nil
        case UInt8(ascii: "/"):
            guard units[unit] == .hours, second > 0, first * 60 % second == 0 else { return nil }
            return first * 60 / second
        default:
            let parts = digits.count == 1 ? 10 : 100
            guard units[unit] == .hours, second * 60 % parts == 0 else { return nil }
            return first * 60 + second * 60 / parts
        }
    }

    /// A number of one or two digits.
    private static func number(_ digits: Substring.UTF8View) -> Int? {
        (1...2).contains(digits.count) && digits.allSatisfy(isDigit) ? Int(Substring(digits)) : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static let units: [String: TimeAmount.Unit] = {
        var table: [String: TimeAmount.Unit] = [:]
        for names in LanguageRules.all.map({ $0.aliases().units }) {
            for (notation, words) in names {
                guard let unit = TimeAmount.Unit(rawValue: notation) else { continue }
                for word in words { table[word] = table[word] ?? unit }
            }
        }
        return table
    }()

    /// `90 people`, `-90`, `+90`, `90.0`, `~90`: how many; nil of units of time, since nobody knows here what a number counts, and of
    /// words that make the number a larger one.
    static func count(_ text: String) -> String? {
        text.wholeMatch(of: #/[-–−+~≈]?\s*([1-9][0-9]{0,8})(?:[.,]0+)?\s*(\p{L}{0,20})\.?/#).flatMap {
            let word = $0.2.lowercased()
            return units[word] == nil && !larger.contains(word) ? String($0.1) : nil
        }
    }

    /// `62k` are not 62.
    private static let larger: Set = [
        "k", "t", "tsd", "mille", "thousand", "tausend", "mio", "mln", "million", "millions", "millionen", "mrd",
        "hundred",
        "hundert", "cent", "cents", "dozen", "dutzend", "douzaine", "douzaines",
    ]

    /// `T+15mn`, `t+1h`, `T +15min`, `J-30`, `H+2`, `T+0`.
    static func offset(_ text: String) -> String? {
        let compact = text.filter { !$0.isWhitespace }
        guard let first = compact.first else { return nil }
        let rest = compact.dropFirst()
        if rest == "0" || rest == "+0" || rest == "-0" || rest.isEmpty { return "T0" }
        guard let mark = rest.first else { return nil }
        let sign: String
        switch mark {
        case "+": sign = "+"
        case "-", "−", "–": sign = "-"
        default: return nil
        }
        let amount = String(rest.dropFirst())
        let unit: String
        switch first.uppercased() {
        case "T": return duration(amount.trimmingPunctuation).map { $0.hasPrefix("0") ? "T0" : "T\(sign)\($0)" }
        case "J", "D": unit = "d"
        case "H": unit = "h"
        case "M": unit = "min"
        case "S", "W": unit = "w"
        default: return nil
        }
        guard let value = TimeAmount(notation: amount.trimmingPunctuation + unit) else { return nil }
        return value == .zero ? "T0" : "T\(sign)\(value.notation)"
    }

    /// `21/11/2026`, `2.11.2026`, `2026/11/21`, `2026-1-5`, `20261121`: only where the day cannot be mistaken for the month: full
    /// stops are written where the day comes first.
    static func date(_ text: String) -> String? {
        if let date = WrittenForms.date(text) { return date.description }
        var parts = text.split(whereSeparator: { "/.-–—−\u{2010}\u{2011} \u{A0}".contains($0) }).map(String.init)
        if parts.count == 1, text.utf8.count == 8 {
            parts = [String(text.prefix(4)), String(text.dropFirst(4).prefix(2)), String(text.suffix(2))]
        }
        let numbers = parts.compactMap { Form.integer($0) }
        guard numbers.count == 3, parts.count == 3 else { return nil }
        let date: CalendarDate?
        if parts[0].utf8.count == 4 {
            date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
        } else if parts[2].utf8.count == 4, numbers[0] > 12 || numbers[0] == numbers[1] || text.contains(".") {
            date = CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])
        } else {
            date = nil
        }
        return date?.description
    }

    /// `0612345678` is French in a French plan only. `0033…` and `+33 (0)6…` are corrected.
    /// A number in the form of the plan's own country (`06 39 98 00 01` for `33`) is read as one.
    static func phone(_ text: String, ownCode: String?) -> String? {
        if let scheme = text.prefixMatch(of: #/(?i)tel:\s*/#) {
            let rest = String(text[scheme.range.upperBound...])
            return Form.isPhone(rest) ? rest : phone(rest, ownCode: ownCode)
        }
        // Letters say when or whom to call, and behind them stands another number: an extension, an hour.
        if text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) || endsWithExtension(text) { return nil }
        if let number = WrittenForms.phone(text, ownCode: ownCode) { return number }
        var compact = text.replacing("(0)", with: "")
        if compact.hasPrefix("00") { compact = "+" + compact.dropFirst(2) }
        guard compact.hasPrefix("+") else { return nil }
        let digits = compact.unicodeScalars.filter { ("0"..."9").contains($0) }
        let number = "+" + digits.text
        return Form.isPhone(number) ? number : nil
    }

    /// `+49 30 23125002-12`, `… / 2`: one hyphen, or a slash, before the last few digits of a number that is whole without them.
    private static func endsWithExtension(_ text: String) -> Bool {
        let signs = text.unicodeScalars.filter { "-/\u{2010}\u{2011}\u{2013}".unicodeScalars.contains($0) }
        guard signs.count == 1, let sign = signs.first,
            let place = text.unicodeScalars.lastIndex(of: sign)
        else { return false }
        func digits(_ part: Substring.UnicodeScalarView) -> Int { part.count { ("0"..."9").contains($0) } }
        return digits(text.unicodeScalars[place...]) <= 4 && digits(text.unicodeScalars[..<place]) >= 9
    }

    /// `mailto:name@host.example`, `<name@host.example>`, `name(at)host.example`, `name @host.example.`, `name@host,example`.
    static func email(_ text: String) -> String? {
        var plain = text
        if let scheme = plain.prefixMatch(of: #/(?i)mailto:\s*/#) {
            plain = String(plain[scheme.range.upperBound...].prefix { $0 != "?" })
        }
        for at in ["(at)", "[at]", " at ", "@@"] { plain = plain.replacing(at, with: "@") }
        // `Name <name@host.example>`, `[words](mailto:name@host.example)`
        if let match = plain.firstMatch(of: #/[<(](?:mailto:)?([^<>()\s]+@[^<>()\s]+)[>)]/#) { plain = String(match.1) }
        plain = plain.replacing(#/\s*@\s*/#, with: "@").trimmingPunctuation
        // Of an address among words the address; the words belong elsewhere.
        let words = plain.split(whereSeparator: \.isWhitespace).map { String($0).trimmingPunctuation }
        if words.count > 1 {
            let addresses = words.filter(Form.isEmail)
            return addresses.count == 1 ? addresses[0] : nil
        }
        plain = plain.filter { !"<>[]()".contains($0) }.replacing("..", with: ".").replacing(",", with: ".")
        plain = plain.trimmingPunctuation
        return plain != text && Form.isEmail(plain) ? plain : nil
    }

    static func url(_ text: String) -> String? {
        var plain = text
        if let match = plain.firstMatch(of: #/[<(](https?:[^<>()\s]+)[>)]/#) { plain = String(match.1) }
        if let match = plain.prefixMatch(of: #/(?i)h?t?tps?:?[\/\\]{0,3}/#), plain.lowercased().hasPrefix("ht") {
            plain = String(plain[match.range.upperBound...])
        }
        plain = plain.trimmingPunctuation
        guard !plain.contains("://"), plain.contains("."), !plain.contains("@"), !plain.contains(where: \.isWhitespace)
        else {
            return nil
        }
        let whole = "https://" + plain
        return whole != text && Form.isURL(whole) ? whole : nil
    }

    /// `FR`, `fr_FR`, `fr-fr`, `français`, `eng`, `en-UK`, `en-EN`.
    static func locale(_ text: String) -> String? {
        if let named = Language.tag(named: text) { return named }
        let parts = text.split(whereSeparator: { $0 == "_" || $0 == "-" || $0 == "." })
        guard let language = parts.first?.lowercased() else { return nil }
        return LanguageCodes.meant(language: language, region: parts.count > 1 ? parts[1].uppercased() : nil)?.tag
    }
}

extension String {
    /// Without the punctuation at its end.
    fileprivate var trimmingPunctuation: String {
        var text = self
        while let last = text.last, ":,;.".contains(last) { text.removeLast() }
        return text
    }
}
