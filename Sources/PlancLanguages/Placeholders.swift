import PlancSource
import PlancWordLists

/// Values in which something is still to be written: `TODO`, `???`, `noch offen`, `[name]`.
public enum Placeholders {
    /// Whether all of a value stands for something that was never filled in.
    public static func isAll(of value: String) -> Bool { reads(value, .placeholders) }

    /// Whether what should be the name or the job of a person says that there is none yet.
    public static func isAll(ofPerson value: String) -> Bool { reads(value, .placeholdersOfPersons) }

    /// Whether all of what should be a step says that there is none, or none yet: `TBD`, `–`, `deleted`. Brackets and lines are
    /// filled in by hand.
    public static func isAll(ofStep words: String) -> Bool {
        let trimmed = words.trimmingPrefix { $0.isWhitespace }
        if let first = trimmed.first, "[_<{".contains(first) { return false }
        if !trimmed.isEmpty, trimmed.allSatisfy({ "-–—./ ".contains($0) }) { return true }
        return reads(words, .placeholdersOfSteps)
    }

    /// Whether a text of any length is a note to whoever is to write it: `TODO: what has happened`.
    public static func isTask(_ words: String) -> Bool { beginsWithTask(words.trimmingPrefix { $0.isWhitespace }) }

    private static func reads(_ value: String, _ phrases: WordIndex) -> Bool {
        let bytes = value.utf8
        if bytes.count > 80 || bytes.isEmpty { return false }
        var words = value[...]
        while let first = words.first, first.isWhitespace { words.removeFirst() }
        while let last = words.last, last.isWhitespace { words.removeLast() }
        guard let first = words.first, let last = words.last else { return false }
        if isBracketed(words, first, last) || isSigns(words) { return true }
        if beginsWithTask(words) { return true }
        if words.utf8.count > 40 { return false }
        guard let plain = PlainWords.of(words) else { return false }
        return phrases.contains(plain) || first == "(" && last == ")" && WordIndex.placeholderNames.contains(plain)
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
}
