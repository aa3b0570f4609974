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
    i = Int(word.span.upper)
    switch word.value {
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
    default: return .unknown(word)
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
