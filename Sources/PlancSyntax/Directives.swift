import PlancMarkup
import PlancSource

/// What a comment says to planc; nil for the comments that are not addressed to it.
///
/// `range` is the inside of the comment.
func readDirective(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ id: FileID) -> Directive? {
    let end = range.upperBound
    var i = skipWhitespace(bytes, range.lowerBound, end)
    guard continues(bytes, i, end, "planc:") else { return nil }
    i = skipWhitespace(bytes, i + 6, end)
    let word = nextWord(bytes, i, end, id)
    return readOrder(word.value, bytes, Int(word.span.upper)..<end, id) ?? .unknown(word)
}

/// `<!-- plan: covers advice -->`, `<!-- planc allow rule: reason -->`: what almost says something to planc, and how it should
/// be written inside the marks of the comment; nil for a note to authors.
func readNearDirective(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ id: FileID
) -> (directive: Directive, written: String)? {
    // `<!--- … --->`
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isWhitespace || bytes[start] == .dash { start += 1 }
    while start < end, bytes[end - 1].isWhitespace || bytes[end - 1] == .dash { end -= 1 }
    let name = letters(bytes, start, end)
    guard (4...7).contains(name.count), isNear(bytes[name], "planc") else { return nil }
    // Signs and spaces between the name and what it is told.
    var i = name.upperBound
    while i < end, i < name.upperBound + 6, !bytes[i].isLetter { i += 1 }
    let verb = letters(bytes, i, end)
    guard verb.count >= 4, let meant = ["covers", "allow"].first(where: { isNear(bytes[verb], $0) }),
        let directive = readOrder(meant, bytes, verb.upperBound..<end, id)
    else { return nil }
    let words = bytes[verb.upperBound..<end].trimmedText
    guard case .allow(var rule, let reason) = directive else { return (directive, "planc: \(meant) \(words)") }
    // Names of rules are small.
    rule.value = rule.value.lowercased()
    return (.allow(rule: rule, reason: reason), "planc: allow \(rule.value)\(words.dropFirst(rule.value.count))")
}

/// `planc: allow jargon, hard-to-read: reason`: the rules that one comment names, where there are several, and the reason; nil for
/// one, and for anything else.
func readSeveralRules(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ id: FileID
) -> (rules: [Located<String>], reason: String)? {
    let end = range.upperBound
    var i = skipWhitespace(bytes, range.lowerBound, end)
    guard continues(bytes, i, end, "planc:") else { return nil }
    i = skipWhitespace(bytes, i + 6, end)
    guard continues(bytes, i, end, "allow") else { return nil }
    i = skipWhitespace(bytes, i + 5, end)
    var rules: [Located<String>] = []
    while i < end, bytes[i] != .colon {
        let start = i
        while i < end, bytes[i].isLowercase || bytes[i] == .dash { i += 1 }
        guard i > start else { return nil }
        rules.append(Located(String(decoding: bytes[start..<i], as: UTF8.self), Span(id, start, i)))
        i = skipWhitespace(bytes, i, end)
        while i < end, bytes[i] == UInt8(ascii: ",") || bytes[i] == UInt8(ascii: "&") {
            i = skipWhitespace(bytes, i + 1, end)
        }
    }
    guard rules.count > 1, i < end, rules.count < 9 else { return nil }
    // `and`, in any language: no rule has so short a name.
    rules.removeAll { $0.value.utf8.count < 4 }
    let reason = bytes[i + 1..<end].trimmedText
    return rules.count > 1 && !reason.isEmpty ? (rules, reason) : nil
}

/// The letters at a place.
private func letters(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Range<Int> {
    var i = start
    while i < end, bytes[i].isLetter { i += 1 }
    return start..<i
}

/// Whether a word is another, or one character away from it, in small letters or capitals.
private func isNear(_ word: Slice<UnsafeBufferPointer<UInt8>>, _ other: String) -> Bool {
    guard word.count <= 8 else { return false }
    let written = String(decoding: word, as: UTF8.self).lowercased()
    return editDistance(Array(written.unicodeScalars), Array(other.unicodeScalars), atMost: 1) <= 1
}

/// What follows the word `covers` or `allow`; nil for another word.
private func readOrder(
    _ word: String, _ bytes: UnsafeBufferPointer<UInt8>, _ rest: Range<Int>, _ id: FileID
) -> Directive? {
    let end = rest.upperBound
    var i = rest.lowerBound
    switch word {
    case "covers":
        var elements: [Located<String>] = []
        while true {
            i = skipWhitespace(bytes, i, end)
            while i < end, bytes[i] == UInt8(ascii: ",") { i = skipWhitespace(bytes, i + 1, end) }
            guard i < end else { return .covers(elements) }
            elements.append(nextWord(bytes, i, end, id))
            i = Int(elements[elements.count - 1].span.upper)
        }
    case "allow":
        i = skipWhitespace(bytes, i, end)
        var upper = i
        while upper < end, bytes[upper] != .colon, !bytes[upper].isWhitespace { upper += 1 }
        let rule = Located(String(decoding: bytes[i..<upper], as: UTF8.self), Span(id, i, upper))
        i = skipWhitespace(bytes, upper, end)
        guard i < end, bytes[i] == .colon else { return .allow(rule: rule, reason: "") }
        return .allow(rule: rule, reason: bytes[i + 1..<end].trimmedText)
    default: return nil
    }
}

private func skipWhitespace(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end, bytes[i].isWhitespace { i += 1 }
    return i
}

private func nextWord(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ id: FileID) -> Located<String> {
    var i = start
    while i < end, !bytes[i].isWhitespace, bytes[i] != UInt8(ascii: ",") { i += 1 }
    return Located(String(decoding: bytes[start..<i], as: UTF8.self), Span(id, start, i))
}
