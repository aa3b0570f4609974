/// A day in digits, as in `4/12/2026`, `04.12.26` or `4/12`.
public struct NumericDay: Sendable, Equatable {
    private let first: Int
    private let second: Int
    /// What is between the numbers.
    private let sign: Character
    public let hasYear: Bool

    /// nil for what is no day: a fraction, a version, a time.
    ///
    /// - Parameter hasStop: a full stop follows, and in the language of the text days have one: `3.12.`.
    public init?(_ word: String, hasStop: Bool = false) {
        guard word.utf8.count <= 10, let sign = word.first(where: { !$0.isNumber }), "/.-".contains(sign) else {
            return nil
        }
        let parts = word.split(separator: sign, omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }),
            parts[0].count <= 2, parts[1].count <= 2, let first = Int(parts[0]), let second = Int(parts[1]),
            (1...31).contains(first), (1...31).contains(second), min(first, second) <= 12
        else { return nil }
        // `1.2.10` is a version: only a slash goes with a short year.
        if parts.count == 3, parts[2].count != 4, parts[2].count != 2 || sign == "." && parts[1].count != 2 {
            return nil
        }
        // `3-4` and `2.5` are numbers, and `24/7` is every hour of every day.
        if parts.count == 2, sign != "/" || word == "24/7", sign != "." || !hasStop { return nil }
        (self.first, self.second, self.sign, hasYear) = (first, second, sign, parts.count == 3)
    }

    /// Whether some readers take the first number for the day and others for the month.
    public var isAmbiguous: Bool { sign == "/" && first <= 12 && second <= 12 && first != second }
}
