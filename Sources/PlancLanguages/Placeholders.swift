import PlancSource

/// Values in which something is still to be written: `TODO`, `???`, `noch offen`, `[name]`.
public enum Placeholders {
    /// Whether all of a value stands for something that was never filled in.
    public static func isAll(of value: String) -> Bool { reads(value, phrases) }

    /// Whether what should be the name or the job of a person says that there is none yet.
    public static func isAll(ofPerson value: String) -> Bool { reads(value, phrasesOfPersons) }

    /// Whether all of what should be a step says that there is none, or none yet: `TBD`, `–`, `deleted`. Brackets and lines are
    /// filled in by hand.
    public static func isAll(ofStep words: String) -> Bool {
        let trimmed = words.trimmingPrefix { $0.isWhitespace }
        if let first = trimmed.first, "[_<{".contains(first) { return false }
        if !trimmed.isEmpty, trimmed.allSatisfy({ "-–—./ ".contains($0) }) { return true }
        return reads(words, phrasesOfSteps)
    }

    /// Whether a text of any length is a note to whoever is to write it: `TODO: what has happened`.
    public static func isTask(_ words: String) -> Bool { beginsWithTask(words.trimmingPrefix { $0.isWhitespace }) }

    private static func reads(_ value: String, _ phrases: Set<String>) -> Bool {
        let bytes = value.utf8
        if bytes.count > 80 || bytes.isEmpty { return false }
        var words = value[...]
        while let first = words.first, first.isWhitespace { words.removeFirst() }
        while let last = words.last, last.isWhitespace { words.removeLast() }
        guard let first = words.first, let last = words.last else { return false }
        if isBracketed(words, first, last) || isSigns(words) { return true }
        if beginsWithTask(words) { return true }
        if words.utf8.count > 40 { return false }
        guard let plain = plain(words) else { return false }
        return phrases.contains(plain) || first == "(" && last == ")" && names.contains(plain)
    }

    /// `[name]`, `<name>`, `{name}`: words between brackets that are no address, field or comment.
    private static func isBracketed(_ words: Substring, _ first: Character, _ last: Character) -> Bool {
        let closing: Character
        switch first {
        case "[": closing = "]"
        case "<": closing = ">"
        case "{": closing = "}"
        default: return false
        }
        let inside = words.dropFirst().dropLast()
        guard last == closing, let second = inside.first, second != "!", second != first else { return false }
        return inside.contains(where: \.isLetter) && !inside.contains { "@<>[]{}/".contains($0) }
    }

    /// `???`, `…`, `____`, `xxx`: nothing but signs that are written where something belongs. A dash says that there is nothing.
    private static func isSigns(_ words: Substring) -> Bool {
        if words.utf8.allSatisfy({ "xX".utf8.contains($0) }) { return words.utf8.count > 1 }
        if words.utf8.allSatisfy({ "xX./ ".utf8.contains($0) }) { return words.contains("xx") || words.contains("XX") }
        return words.allSatisfy { "?._… ".contains($0) } && words.utf8.count > (words.contains("?") ? 0 : 2)
    }

    /// `TODO: …`, `FIXME ask Anne`, `Lorem ipsum …`.
    private static func beginsWithTask(_ words: Substring) -> Bool {
        for task in ["TODO", "FIXME", "TBD", "TBC", "Lorem ipsum"] where words.hasPrefix(task) {
            guard let next = words.dropFirst(task.count).first else { return true }
            // `TBD by the judge` says who will.
            let doer = words.dropFirst(task.count).split { $0.isWhitespace }.first
            if task.hasPrefix("TB"), doer.map({ doers.contains(String($0)) }) ?? false { return false }
            if !next.isLetter, !next.isNumber { return true }
        }
        return words == "DRAFT" || words == "ENTWURF" || words == "BROUILLON"
    }

    /// Words before whoever will write something.
    public static let doers: Set = ["by", "par", "durch", "von"]

    /// Small letters without accents, single spaces, nothing around them; nil of what is no words.
    private static func plain(_ words: Substring) -> String? {
        if words.utf8.allSatisfy({ $0 < 0x80 }) { return plainASCII(words) }
        var result = ""
        var isGap = false
        for scalar in words.lowercased().unicodeScalars {
            let letter = PlainLetters.plain(scalar) ?? (isLetter(scalar) ? String(scalar) : nil)
            if let letter {
                if isGap, !result.isEmpty { result += " " }
                isGap = false
                result += letter
            } else if !"\u{300}\u{301}\u{302}\u{308}\u{327}".unicodeScalars.contains(scalar) {
                isGap = true
            }
        }
        return result.isEmpty ? nil : result
    }

    private static func plainASCII(_ words: Substring) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(words.utf8.count)
        var isGap = false
        for byte in words.utf8 {
            let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            guard (0x61...0x7A).contains(small) || (0x30...0x39).contains(small) else {
                isGap = true
                continue
            }
            if isGap, !result.isEmpty { result.append(UInt8(ascii: " ")) }
            isGap = false
            result.append(small)
        }
        return result.isEmpty ? nil : String(decoding: result, as: UTF8.self)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }

    private static let phrases: Set<String> = {
        let everywhere = ["todo", "tbd", "tbc", "tba", "fixme"]
        let words = LanguageRules.all.map(\.messages)
        let bracketed = words.flatMap(\.blanks).filter { $0.hasPrefix("(") }
        return Set(
            (everywhere + bracketed + words.flatMap { $0.blankSentences + $0.blankValues }).compactMap {
                plain($0[...])
            })
    }()
    private static let phrasesOfSteps = phrases.union(
        (["n/a"] + LanguageRules.all.flatMap(\.messages.blankSteps)).compactMap { plain($0[...]) })
    private static let names = Set(LanguageRules.all.flatMap(\.messages.blankNames).compactMap { plain($0[...]) })
    private static let phrasesOfPersons = phrases.union(
        LanguageRules.all.flatMap(\.unnamed).compactMap { plain($0[...]) })
}
