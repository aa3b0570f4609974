import PlancLanguages

/// Lengths of time, moments and dates as readers read them: the one place that words them, for findings, comparisons and pages
/// in every language. Numbers never part from their units at the end of a line.
extension TimeAmount {
    /// `1 h 30`, `3 days`, `2 months`: in sentences.
    public var phrase: Phrase {
        parts { Phrase("{count, plural, one {#\u{A0}day} other {#\u{A0}days}}", ["count": $0]) }
    }

    /// `1 h 30`, `3 d`, `2 months`: in tables.
    public var short: Phrase { parts { Phrase("{count}\u{A0}d", ["count": $0], context: "days, short") } }

    /// The law counts short deadlines in hours: 24 h, 72 h.
    public var legal: Phrase {
        guard months == 0, businessDays == 0, (1440...5760).contains(minutes), minutes % 60 == 0 else { return phrase }
        return Self.clock(minutes)
    }

    /// "every 30 min", "every day".
    public var rhythm: Phrase {
        switch (months, businessDays, minutes) {
        case (1..., 0, 0) where months % 12 == 0:
            Phrase("every {count, plural, =1 {year} other {# years}}", ["count": months / 12])
        case (1..., 0, 0): Phrase("every {count, plural, =1 {month} other {# months}}", ["count": months])
        case (0, 1..., 0):
            Phrase("every {count, plural, =1 {business day} other {# business days}}", ["count": businessDays])
        case (0, 0, 1...) where minutes % 1440 == 0:
            Phrase("every {count, plural, =1 {day} other {# days}}", ["count": minutes / 1440])
        case (0, 0, _): Phrase("every {time}", ["time": phrase], context: "hours or minutes")
        default: Phrase("every {time}", ["time": phrase], context: "months or days")
        }
    }

    private func parts(days: (Int) -> Phrase) -> Phrase {
        var parts: [Phrase] = []
        if months % 12 == 0, months != 0 {
            parts.append(Phrase("{count, plural, one {#\u{A0}year} other {#\u{A0}years}}", ["count": months / 12]))
        } else if months != 0 {
            parts.append(Phrase("{count, plural, one {#\u{A0}month} other {#\u{A0}months}}", ["count": months]))
        }
        if businessDays != 0 {
            parts.append(
                Phrase(
                    "{count, plural, one {#\u{A0}business day} other {#\u{A0}business days}}",
                    ["count": businessDays]))
        }
        // Up to three days in hours unless they are whole days.
        var rest = minutes
        if rest != 0, rest % 1440 == 0 || rest / 60 > 72 {
            parts.append(days(rest / 1440))
            rest %= 1440
        }
        if rest != 0 || parts.isEmpty { parts.append(Self.clock(rest)) }
        return parts.count == 1 ? parts[0] : Phrase(joining: parts, separator: Phrase(verbatim: "\u{A0}"))
    }

    /// `45 min`, `4 h`, `1 h 30`.
    fileprivate static func clock(_ minutes: Int) -> Phrase {
        let (hours, rest) = (minutes / 60, minutes % 60)
        if hours == 0 { return Phrase("{count}\u{A0}min", ["count": rest]) }
        if rest == 0 { return Phrase("{count}\u{A0}h", ["count": hours]) }
        return Phrase(
            "{hours}\u{A0}h\u{A0}{minutes}", ["hours": hours, "minutes": (rest < 10 ? "0" : "") + String(rest)])
    }
}

extension Offset {
    /// `T+1 h 30`, `T0`, `T−30 d`.
    public var phrase: Phrase {
        if amount == .zero { return Phrase(verbatim: "T0") }
        let size =
            amount.isNegative
            ? TimeAmount(months: -amount.months, businessDays: -amount.businessDays, minutes: -amount.minutes) : amount
        // T+25 h and T+48 h: times below three days are on one scale.
        let isInHours = size.months == 0 && size.businessDays == 0 && (1440..<4320).contains(size.minutes)
        return Phrase(verbatim: amount.isNegative ? "T−" : "T+")
            + (isInHours ? TimeAmount.clock(size.minutes) : size.short)
    }
}

extension CalendarDate {
    /// `21 November 2026`.
    public var phrase: Phrase {
        Phrase(
            "{day}\u{A0}{month} {year}", ["day": day, "month": Self.months[month - 1], "year": String(year)],
            context: "date")
    }

    /// The name of a month, 1 to 12.
    public static func monthName(_ month: Int) -> Phrase { months[month - 1] }

    private static let months = [
        Phrase("January", context: "month"), Phrase("February", context: "month"), Phrase("March", context: "month"),
        Phrase("April", context: "month"), Phrase("May", context: "month"), Phrase("June", context: "month"),
        Phrase("July", context: "month"), Phrase("August", context: "month"), Phrase("September", context: "month"),
        Phrase("October", context: "month"), Phrase("November", context: "month"), Phrase("December", context: "month"),
    ]
}

/// A time of day, `18:30`.
public struct ClockTime: Hashable, Sendable {
    /// Hours since midnight, 0 to 24.
    public let hour: Int
    /// Minutes past the hour, 0 to 59.
    public let minute: Int

    /// From ISO 8601 (`18:30`, `18:30:00`); nil for anything else.
    public init?(iso text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0].utf8.count <= 2, let hour = Int(parts[0]),
            let minute = Int(parts[1].prefix(2)),
            (0...24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        self.hour = hour
        self.minute = minute
    }

    /// `18:30`, `18 h 30`.
    public var phrase: Phrase {
        func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return Phrase(
            "{hour}:{minute}",
            ["hour": padded(hour), "minute": padded(minute), "hours": hour, "minutes": minute], context: "time of day")
    }
}

extension Language {
    /// A time of day or a moment in ISO 8601 (`18:30`, `2026-11-21T18:30`) in the reader's form; other text as it is.
    public func moment(_ text: String) -> String {
        let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
        if parts.count == 2, let day = CalendarDate(iso: parts[0]), let time = ClockTime(iso: parts[1]) {
            return Phrase("{date} at {time}", ["date": day.phrase, "time": time.phrase]).text(self)
        }
        if parts.count == 1 {
            if let time = ClockTime(iso: parts[0]) { return time.phrase.text(self) }
            if let day = CalendarDate(iso: parts[0]) { return day.phrase.text(self) }
        }
        return text
    }
}
