extension TimeAmount {
    /// The units that authors write after a number, `15min` to `4bd`.
    public enum Unit: String, CaseIterable, Sendable {
        case minutes = "min"
        case hours = "h"
        case days = "d"
        case weeks = "w"
        case months = "mo"
        case years = "y"
        case businessDays = "bd"

        init?(bytes: ArraySlice<UInt8>) {
            guard let unit = Self.allCases.first(where: { bytes.elementsEqual($0.rawValue.utf8) }) else { return nil }
            self = unit
        }

        func amount(_ count: Int) -> TimeAmount {
            switch self {
            case .minutes: TimeAmount(minutes: count)
            case .hours: TimeAmount(minutes: count * 60)
            case .days: TimeAmount(minutes: count * 1440)
            case .weeks: TimeAmount(minutes: count * 10_080)
            case .months: TimeAmount(months: count)
            case .years: TimeAmount(months: count * 12)
            case .businessDays: TimeAmount(businessDays: count)
            }
        }
    }

    /// From `15min`, `4h`, `3d`, `2w`, `6mo`, `1y`, `4bd` or ISO 8601 down to minutes (`PT4H`, `P1M`, `P1DT12H`);
    /// nil for anything else. A number has at most six digits.
    public init?(notation text: some StringProtocol) {
        self.init(bytes: Array(text.utf8)[...])
    }

    init?(bytes: ArraySlice<UInt8>) {
        guard let first = bytes.first else { return nil }
        if first == UInt8(ascii: "P") {
            guard let amount = Self.iso(bytes.dropFirst()) else { return nil }
            self = amount
            return
        }
        var rest = bytes
        guard let count = Self.number(&rest), let unit = Unit(bytes: rest) else { return nil }
        self = unit.amount(count)
    }

    /// As authors write it: the largest unit that holds it whole, or ISO 8601 where one unit cannot.
    public var notation: String {
        switch (months != 0, businessDays != 0, minutes != 0) {
        case (false, false, false): "0min"
        case (true, false, false): months % 12 == 0 ? "\(months / 12)y" : "\(months)mo"
        case (false, true, false): "\(businessDays)bd"
        case (false, false, true):
            switch minutes {
            case _ where minutes % 10_080 == 0: "\(minutes / 10_080)w"
            case _ where minutes % 1440 == 0: "\(minutes / 1440)d"
            case _ where minutes % 60 == 0: "\(minutes / 60)h"
            default: "\(minutes)min"
            }
        default:
            // Only ISO durations mix units, and they know no business days.
            "P\(months)M\(minutes / 1440)DT\(minutes % 1440)M"
        }
    }

    private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        var value = 0
        var digits = 0
        while let byte = bytes.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            digits += 1
            guard digits <= 6 else { return nil }
            bytes.removeFirst()
        }
        return digits == 0 ? nil : value
    }

    /// What follows `P`: `nY nM nW nD` then `T nH nM`, each at most once, in this order, at least one.
    private static func iso(_ bytes: ArraySlice<UInt8>) -> TimeAmount? {
        let dates: [(UInt8, Unit)] = [
            (UInt8(ascii: "Y"), .years), (UInt8(ascii: "M"), .months), (UInt8(ascii: "W"), .weeks),
            (UInt8(ascii: "D"), .days),
        ]
        let times: [(UInt8, Unit)] = [(UInt8(ascii: "H"), .hours), (UInt8(ascii: "M"), .minutes)]
        var rest = bytes
        var sum = TimeAmount.zero
        var found = false
        var units = dates[...]
        var inTime = false
        while let byte = rest.first {
            if byte == UInt8(ascii: "T"), !inTime {
                inTime = true
                found = false
                units = times[...]
                rest.removeFirst()
                continue
            }
            guard let count = number(&rest), let letter = rest.popFirst(),
                let place = units.firstIndex(where: { $0.0 == letter })
            else { return nil }
            let part = units[place].1.amount(count)
            sum.months += part.months
            sum.minutes += part.minutes
            units = units[(place + 1)...]
            found = true
        }
        return found ? sum : nil
    }
}

extension Offset {
    /// From `T0`, `T+15min`, `T-30d`; nil for anything else.
    public init?(notation text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 2, bytes[0] == UInt8(ascii: "T") else { return nil }
        switch bytes[1] {
        case UInt8(ascii: "0") where bytes.count == 2: self = .activation
        case UInt8(ascii: "+"):
            guard let amount = TimeAmount(bytes: bytes[2...]) else { return nil }
            self.init(amount)
        case UInt8(ascii: "-"):
            guard let amount = TimeAmount(bytes: bytes[2...]) else { return nil }
            self.init(amount.negated)
        default: return nil
        }
    }

    /// As authors write it.
    public var notation: String {
        if amount == .zero { return "T0" }
        return amount.isNegative ? "T-\(amount.negated.notation)" : "T+\(amount.notation)"
    }
}

extension TimeAmount {
    /// The same length, back in time.
    public var negated: TimeAmount { TimeAmount(months: -months, businessDays: -businessDays, minutes: -minutes) }
}
