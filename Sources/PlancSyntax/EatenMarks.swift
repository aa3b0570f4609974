import PlancDiagnostics
import PlancSource

// Marks that Markdown takes for itself, and that belong to what is written: the asterisks of a password, the backslashes
// of a path.

extension InlineReader {
    /// `*21*999#`, `30*40*20`, `a*b*c`: asterisks among digits, or within a word, are part of it and no marks.
    mutating func checkAsterisks(from start: Int, width: Int) {
        guard isAligned, byte(start) == UInt8(ascii: "*") else { return }
        func isOfNumber(_ offset: Int) -> Bool { byte(offset).isDigit || byte(offset) == UInt8(ascii: "#") }
        func isOfWord(_ offset: Int) -> Bool { byte(offset).isAlphanumeric || isLatin(offset) }
        let isNumber =
            isOfNumber(start - 1) && isOfNumber(start + width) || isOfNumber(at - width - 1) && isOfNumber(at)
        let isWord =
            width == 1 && [start - 1, start + 1, at - 2, at].allSatisfy(isOfWord)
        guard isNumber || isWord || width == 1 && isServiceCode(start + 1..<at - 1) else { return }
        findings.add(
            UnprintedText.asterisks(
                at: span(start, at), opening: span(start, start + width), closing: span(at - width, at),
                isNumber: isNumber))
    }

    /// `*21*`, `*#21#*`: a code of the telephone network, alone. `*112*` is a number that stands out.
    private func isServiceCode(_ inside: Range<Int>) -> Bool {
        guard !inside.isEmpty, inside.count <= 5,
            inside.allSatisfy({ byte($0).isDigit || byte($0) == UInt8(ascii: "#") })
        else { return false }
        return inside.contains { byte($0) == UInt8(ascii: "#") }
            || Self.forwardingCodes.contains(String(decoding: text[inside], as: UTF8.self))
    }

    /// Forwards of calls in every network: all of them, those nobody takes, when not reached, when busy.
    private static let forwardingCodes: Set<String> = ["21", "61", "62", "67", "002", "004"]

    /// `__init__`, `./__main__.py`, `__K2start9__`: underscores of the name of a file or of a password, which make it bold instead.
    mutating func checkUnderscores(from start: Int, width: Int) {
        let inside = start + width..<at - width
        guard isAligned, byte(start) == UInt8(ascii: "_"), !inside.isEmpty,
            inside.allSatisfy({ byte($0).isAlphanumeric || byte($0) == UInt8(ascii: "_") })
        else { return }
        let hasPath =
            byte(start - 1) == UInt8(ascii: "/") && byte(at) == UInt8(ascii: "/") || byte(start - 1) == .backslash
            || byte(at) == UInt8(ascii: ".") && byte(at + 1).isAlphanumeric
        let hasLetters = inside.contains { byte($0).isLetter }
        // `_H1N1_` is a word that stands out.
        let isMixed =
            inside.contains { byte($0) == UInt8(ascii: "_") }
            || inside.count >= 6 && inside.contains { byte($0).isDigit }
        let isOfProgram =
            width == 2 && Self.namesOfPrograms.contains(String(decoding: text[inside], as: UTF8.self).lowercased())
        guard hasLetters, hasPath || isMixed || isOfProgram else { return }
        findings.add(
            UnprintedText.underscores(
                at: span(start, at), opening: span(start, start + width), closing: span(at - width, at)))
    }

    /// Names that programs write with two underscores on both sides, and that are no words of a language.
    private static let namesOfPrograms: Set<String> = [
        "dict", "dirname", "filename", "init", "macosx", "mocks", "proto", "pycache", "repr", "str",
    ]

    /// Whether a byte is one of the two of a letter such as `é`, `ß` or `Ü`.
    private func isLatin(_ offset: Int) -> Bool {
        byte(offset) == 0xC3 || byte(offset) >= 0x80 && byte(offset - 1) == 0xC3
    }

    /// `C:\plan\_new`, `\\server\files`: the backslashes of a path of Windows before another sign are not printed.
    ///
    /// - Parameter place: where a backslash is read as an escape.
    mutating func checkPath(at place: Int) {
        guard place >= pathUntil, isAligned else { return }
        var first = place
        while first > leaf.first, !text[first - 1].isWhitespace { first -= 1 }
        var end = place
        while end < text.count, !text[end].isWhitespace { end += 1 }
        pathUntil = end
        while first < place, "(\"'".utf8.contains(text[first]) || text[first] >= 0x80 { first += 1 }
        let isShare =
            byte(first) == .backslash && byte(first + 1) == .backslash && byte(first + 2).isAlphanumeric
        let isDrive = byte(first).isLetter && byte(first + 1) == .colon && byte(first + 2) == .backslash
        guard isShare || isDrive else { return }
        var edits: [Fix.Edit] = []
        var i = isShare ? first + 2 : first
        if isShare { edits.append(Fix.Edit(span(first, first), "\\\\")) }
        while i + 1 < end {
            guard text[i] == .backslash else {
                i += 1
                continue
            }
            if text[i + 1].isPunctuation, text[i + 1] != .backslash { edits.append(Fix.Edit(span(i, i), "\\")) }
            i += text[i + 1].isPunctuation ? 2 : 1
        }
        if edits.isEmpty { return }
        while end > first, ".,;:!?)".utf8.contains(text[end - 1]) { end -= 1 }
        findings.add(UnprintedText.backslashes(at: span(first, end), edits))
    }
}
