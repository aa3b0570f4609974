import PlancModel

/// Times, dates and numbers as readers write them. Numbers never part from their units at the end of a line.
extension Words {
    /// `T+1 h 30`, `T0`, `T−30 j`.
    func offset(_ offset: Offset) -> String {
        let amount = offset.amount
        if amount == .zero { return "T0" }
        let isNegative = amount.isNegative
        let size =
            isNegative
            ? TimeAmount(months: -amount.months, businessDays: -amount.businessDays, minutes: -amount.minutes) : amount
        return (isNegative ? "T−" : "T+") + short(size)
    }

    /// Minutes from T0.
    func offset(minutes: Int) -> String { offset(Offset(TimeAmount(minutes: minutes))) }

    /// `1 h 30`, `3 j`, `2 mois`: for tables.
    func short(_ amount: TimeAmount) -> String {
        var parts: [String] = []
        if amount.months != 0 { parts.append(months(amount.months)) }
        if amount.businessDays != 0 { parts.append(businessDays(amount.businessDays)) }
        parts += clock(amount.minutes, day: say("d", "j"), days: say("d", "j"))
        return parts.isEmpty ? say("0 min", "0 min") : parts.joined(separator: "\u{A0}")
    }

    /// `1 h 30`, `3 jours`, `2 mois`: in sentences.
    func duration(_ amount: TimeAmount) -> String {
        var parts: [String] = []
        if amount.months != 0 { parts.append(months(amount.months)) }
        if amount.businessDays != 0 { parts.append(businessDays(amount.businessDays)) }
        parts += clock(amount.minutes, day: say("day", "jour"), days: say("days", "jours"))
        return parts.isEmpty ? say("0 min", "0 min") : parts.joined(separator: "\u{A0}")
    }

    /// The law counts short deadlines in hours: 24 h, 72 h.
    func limit(_ amount: TimeAmount) -> String {
        guard amount.months == 0, amount.businessDays == 0, (1440...5760).contains(amount.minutes),
            amount.minutes % 60 == 0
        else { return duration(amount) }
        return "\(amount.minutes / 60)\u{A0}h"
    }

    /// "every 30 min", "every day"; French agrees in gender and says one as "chaque".
    func every(_ amount: TimeAmount) -> String {
        let text = duration(amount)
        if amount.months == 1, amount.minutes == 0 { return say("every month", "chaque mois") }
        if amount.months == 12, amount.minutes == 0 { return say("every year", "chaque année") }
        if amount.months == 0, amount.minutes == 1440 { return say("every day", "chaque jour") }
        let isFeminine = amount.months == 0 && amount.businessDays == 0 && amount.minutes % 1440 != 0
        return say("every \(text)", isFeminine ? "toutes les \(text)" : "tous les \(text)")
    }

    private func months(_ count: Int) -> String {
        if count % 12 == 0 {
            let years = count / 12
            return say("\(years)\u{A0}year\(years > 1 ? "s" : "")", "\(years)\u{A0}an\(years > 1 ? "s" : "")")
        }
        return say("\(count)\u{A0}month\(count > 1 ? "s" : "")", "\(count)\u{A0}mois")
    }

    private func businessDays(_ count: Int) -> String {
        say(
            "\(count)\u{A0}business day\(count > 1 ? "s" : "")",
            "\(count)\u{A0}jour\(count > 1 ? "s ouvrés" : " ouvré")")
    }

    /// Up to three days in hours unless they are whole days.
    private func clock(_ minutes: Int, day: String, days: String) -> [String] {
        if minutes == 0 { return [] }
        let (hours, rest) = (minutes / 60, minutes % 60)
        if minutes % 1440 == 0 {
            let count = minutes / 1440
            return ["\(count)\u{A0}\(count > 1 ? days : day)"]
        }
        if hours > 72 {
            let count = minutes / 1440
            return ["\(count)\u{A0}\(count > 1 ? days : day)"] + clock(minutes % 1440, day: day, days: days)
        }
        if hours == 0 { return ["\(rest)\u{A0}min"] }
        return rest == 0 ? ["\(hours)\u{A0}h"] : ["\(hours)\u{A0}h\u{A0}" + (rest < 10 ? "0" : "") + "\(rest)"]
    }

    /// `21 novembre 2026`.
    func date(_ date: CalendarDate) -> String {
        let french = [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
            "décembre",
        ]
        let english = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        let day = isFrench && date.day == 1 ? "1er" : "\(date.day)"
        return "\(day)\u{A0}\((isFrench ? french : english)[date.month - 1]) \(date.year)"
    }

    /// A time of day or a moment in ISO 8601 (`18:30`, `2026-11-21T18:30`) in the reader's form; other text as it is.
    func time(_ text: String) -> String {
        let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
        if parts.count == 2, let day = CalendarDate(iso: parts[0]), let hour = clockTime(parts[1]) {
            return date(day) + say(" at ", " à ") + hour
        }
        if parts.count == 1 {
            if let hour = clockTime(parts[0]) { return hour }
            if let day = CalendarDate(iso: parts[0]) { return date(day) }
        }
        return text
    }

    private func clockTime(_ text: Substring) -> String? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0].utf8.count <= 2, let hour = Int(parts[0]),
            let minute = Int(parts[1].prefix(2)),
            (0...24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        let minutes = minute < 10 ? "0\(minute)" : "\(minute)"
        return isFrench
            ? "\(hour)\u{A0}h" + (minute == 0 ? "" : "\u{A0}\(minutes)") : "\(hour < 10 ? "0" : "")\(hour):\(minutes)"
    }

    /// 180 000, 180,000.
    func number(_ value: Int) -> String {
        var digits = String(value.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits = String(digits.dropLast(3))
        }
        groups.insert(digits, at: 0)
        return (value < 0 ? "−" : "") + groups.joined(separator: isFrench ? "\u{A0}" : ",")
    }

    /// "customers, staff and the press".
    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        if separator(items) != ", " { return items.joined(separator: separator(items)) }
        return items.dropLast().joined(separator: ", ") + say(" and ", " et ") + last
    }

    /// A comma, or a semicolon between names that hold a comma or an "and" themselves.
    func separator(_ items: [String]) -> String {
        let joins = items.contains {
            $0.contains(",") || $0.contains(say(" and ", " et ")) || $0.contains(say(" or ", " ou "))
        }
        return joins ? semicolon : ", "
    }
}
