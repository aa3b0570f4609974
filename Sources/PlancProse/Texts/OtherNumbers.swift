import PlancLanguages

/// Numbers that are written as a telephone's and are none: a part of a bank account's, or the number of a customer, a device, a file.
enum OtherNumbers {
    /// Whether digits behind these words belong to one.
    static func follow(_ words: Substring) -> Bool {
        let near = words.suffix(60).split(whereSeparator: \.isWhitespace)
        guard words.last?.isWhitespace ?? false else { return false }
        return areOfAnAccount(near) || areOfAThing(near)
    }

    /// `DE89 3704`, before `0044 0532 0130 00`.
    private static func areOfAnAccount(_ groups: [Substring]) -> Bool {
        for group in groups.reversed() {
            let letters = Array(group.utf8)
            guard letters.allSatisfy({ isDigit($0) || (0x41...0x5A).contains($0) }) else { return false }
            if letters.count >= 4, !letters[..<2].contains(where: isDigit), letters[2..<4].allSatisfy(isDigit) {
                return true
            }
        }
        return false
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// `Inventar-Nr.`, `customer number`, `numéro de contrat`, before digits.
    private static func areOfAThing(_ words: [Substring]) -> Bool {
        var near: [String] = []
        for word in words.suffix(3).reversed() {
            let plain = String(word).folded.trimmed
            // What another clause names has nothing to do with it.
            if let last = word.last, ",;)!?".contains(last) { break }
            if word.last == ".", !names.contains(where: plain.hasSuffix), !references.contains(plain) { break }
            near.append(plain)
        }
        guard let last = near.first else { return false }
        if references.contains(last) { return true }
        if things.contains(where: last.hasPrefix), names.contains(where: { last.hasSuffix($0) && last != $0 }) {
            return true
        }
        return near.contains(where: names.contains) && near.contains(where: things.contains)
    }

    private static let things = set(\.numbered)
    private static let names = set(\.numberNames)
    private static let references = set(\.references)

    private static func set(_ words: (MessageWords) -> [String]) -> Set<String> {
        Set(LanguageRules.all.flatMap { words($0.messages) })
    }
}

extension String {
    /// Without the signs at its ends.
    fileprivate var trimmed: String {
        let signs: Set<Character> = [".", ":", "#", "(", "-", "–"]
        var words = self[...]
        while let first = words.first, signs.contains(first) { words = words.dropFirst() }
        while let last = words.last, signs.contains(last) { words = words.dropLast() }
        return String(words)
    }
}
