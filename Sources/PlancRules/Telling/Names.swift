import PlancDiagnostics
import PlancModel

extension Entity {
    /// The title in quotes, each language in its own version where there is one.
    var quoted: Phrase {
        func title(_ tag: String) -> String {
            let title = self.title.text(Locale(tag))
            return title.isEmpty ? id : title
        }
        return Phrase(en: "'\(title("en"))'", fr: "«\u{A0}\(title("fr"))\u{A0}»")
    }
}

extension Phrase {
    /// Words of the author's, in quotes.
    static func quoting(_ words: String) -> Phrase { Phrase(en: "'\(words)'", fr: "«\u{A0}\(words)\u{A0}»") }

    /// "a, b and c"; of more than six the first five and how many more.
    static func list(_ names: [Phrase]) -> Phrase {
        var shown = names
        if names.count > 6 {
            let more = names.count - 5
            shown = names.prefix(5) + [Phrase(en: "\(more) others", fr: "\(more) autres")]
        }
        func joined(_ words: [String], _ and: String) -> String {
            guard let last = words.last, words.count > 1 else { return words.first ?? "" }
            return words.dropLast().joined(separator: ", ") + " \(and) " + last
        }
        return Phrase(en: joined(shown.map(\.english), "and"), fr: joined(shown.map(\.french), "et"))
    }

    static func list(_ things: [any Entity]) -> Phrase { list(things.map(\.quoted)) }

    /// `in 'Flood'`, `in 'Flood' and 'Fire'`
    static func inScenarios(_ scenarios: [Scenario]) -> Phrase {
        let names = list(scenarios)
        return Phrase(en: "in \(names.english)", fr: "dans \(names.french)")
    }

    /// A length of time in its two largest units: "1 d 12 h".
    static func duration(minutes: Int) -> Phrase {
        let minutes = abs(minutes)
        let (days, hours, rest) = (minutes / 1440, minutes % 1440 / 60, minutes % 60)
        func told(_ day: String) -> String {
            var parts: [String] = []
            if days > 0 { parts.append("\(days)\u{A0}\(day)") }
            if hours > 0 { parts.append("\(hours)\u{A0}h") }
            if rest > 0, days == 0 { parts.append("\(rest)\u{A0}min") }
            return parts.isEmpty ? "0\u{A0}min" : parts.joined(separator: " ")
        }
        return Phrase(en: told("d"), fr: told("j"))
    }

    static func duration(_ amount: TimeAmount) -> Phrase {
        amount.months != 0 || amount.businessDays != 0
            ? Phrase(verbatim: amount.notation) : duration(minutes: amount.minutes)
    }

    /// A moment as authors write it where it is short, `T+4h`; else in two units, `T+1 d 5 h`.
    static func moment(minutes: Int) -> Phrase {
        if minutes == 0 { return Phrase(verbatim: "T0") }
        let length = duration(minutes: minutes)
        let sign = minutes < 0 ? "T-" : "T+"
        return Phrase(en: sign + length.english, fr: sign + length.french)
    }
}

extension Team {
    var name: Phrase {
        switch self {
        case .executive: Phrase(en: "executive", fr: "direction")
        case .technical: Phrase(en: "technical", fr: "technique")
        case .communication: Phrase(en: "communication", fr: "communication")
        case .legal: Phrase(en: "legal", fr: "juridique")
        case .business: Phrase(en: "business", fr: "métiers")
        case .support: Phrase(en: "support", fr: "assistance")
        }
    }
}
