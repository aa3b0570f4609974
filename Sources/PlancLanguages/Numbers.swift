extension Language {
    /// 180,000 in English, 180 000 in French: the separator is that of the language's `1,000`.
    public func number(_ value: Int) -> String {
        if value.magnitude < 1000 { return value < 0 ? "−\(value.magnitude)" : String(value) }
        let sample = Phrase("1,000", context: "number").text(self)
        let separator = String(sample.dropFirst().dropLast(3))
        var digits = Substring(String(value.magnitude))
        var groups: [Substring] = []
        while digits.count > 3 {
            groups.insert(digits.suffix(3), at: 0)
            digits = digits.dropLast(3)
        }
        groups.insert(digits, at: 0)
        return (value < 0 ? "−" : "") + groups.joined(separator: separator)
    }
}
