import PlancDiagnostics
import PlancSource

/// Finds `# planc: allow rule: reason` among the comments of a front matter, and what each covers.
///
/// On a line of its own it covers the entry that follows, with all that belongs to it; at the end of a line, that line.
func readYAMLExceptions(
    _ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>, _ id: FileID, root: YAMLNode?, scalars: [Range<Int>],
    _ findings: inout FindingList
) -> [WrittenException] {
    let sign = UInt8(ascii: "#")
    var exceptions: [WrittenException] = []
    var scalar = 0
    var i = bytes.first(sign, from: content.lowerBound)
    while i < content.upperBound {
        guard i == content.lowerBound || bytes[i - 1] == .lineFeed || bytes[i - 1].isBlank else {
            i = bytes.first(sign, from: i + 1)
            continue
        }
        while scalar < scalars.count, scalars[scalar].upperBound <= i { scalar += 1 }
        if scalar < scalars.count, scalars[scalar].contains(i) {
            i = bytes.first(sign, from: i + 1)
            continue
        }
        let end = min(bytes.first(.lineFeed, from: i), content.upperBound)
        let last = bytes.trimmedEnd(of: i..<end)
        let span = Span(id, i, last)
        if let several = readSeveralRules(bytes, i + 1..<last, id) {
            var line = i
            while line > content.lowerBound, bytes[line - 1] != .lineFeed { line -= 1 }
            let indent = String(decoding: bytes[line..<i].prefix(while: \.isBlank), as: UTF8.self)
            let better = several.rules.map { "# planc: allow \($0.value): \(several.reason)" }
            findings.add(MalformedDirective.several(at: span, better: better.joined(separator: "\n" + indent)))
            i = bytes.first(sign, from: end)
            continue
        }
        var directive = readDirective(bytes, i + 1..<last, id)
        if case .unknown? = directive { directive = nil }
        if directive == nil, let near = readNearDirective(bytes, i + 1..<last, id), case .allow = near.directive {
            findings.add(MalformedDirective.finding(at: span, better: "# \(near.written)"))
            directive = near.directive
        }
        if case .allow(let rule, let reason)? = directive {
            if reason.isEmpty {
                findings.add(ExceptionWithoutReason.finding(at: span, rule: rule.value))
            } else {
                var line = i
                while line > content.lowerBound, bytes[line - 1] != .lineFeed { line -= 1 }
                let first = (line..<i).first { !bytes[$0].isBlank }
                let covers = first.map { Span(id, $0, last) } ?? coveredEntry(root, after: last, id)
                exceptions.append(WrittenException(rule: rule, reason: reason, span: span, covers: covers))
            }
        } else if let finding = cutValue(bytes, content, i..<last, id) {
            findings.add(finding)
        }
        i = bytes.first(sign, from: end)
    }
    return exceptions
}

/// A comment without a space after its sign: what comes before it on the line is a value that it cuts, or it is a key.
private func cutValue(
    _ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>, _ comment: Range<Int>, _ id: FileID
) -> Finding? {
    let next = comment.lowerBound + 1
    if next < comment.upperBound, bytes[next].isBlank {
        return cutNumber(bytes, content, comment, id) ?? cutWords(bytes, content, comment, id)
    }
    if next == comment.upperBound { return cutWords(bytes, content, comment, id) }
    guard next < comment.upperBound,
        bytes[next].isAlphanumeric || bytes[next] >= 0x80 || "[{\"'".utf8.contains(bytes[next])
    else { return nil }
    var line = comment.lowerBound
    while line > content.lowerBound, bytes[line - 1] != .lineFeed { line -= 1 }
    guard let first = (line..<comment.lowerBound).first(where: { !bytes[$0].isBlank }) else {
        // A line of its own: `#key: value`.
        var end = next
        while end < comment.upperBound, bytes[end].isLowercase || bytes[end] == .dash { end += 1 }
        guard end > next, end < comment.upperBound, bytes[end] == .colon,
            end + 1 == comment.upperBound || bytes[end + 1].isBlank
        else { return nil }
        let key = String(decoding: bytes[next..<end], as: UTF8.self)
        return CutValue.finding(at: Span(id, comment.lowerBound, end + 1), key: key)
    }
    let words = String(decoding: bytes[comment], as: UTF8.self)
    let span = Span(id, comment.lowerBound, comment.upperBound)
    // The value before it, where it is a plain one.
    guard let value = valueStart(bytes, first..<comment.lowerBound) else {
        return CutValue.finding(at: span, words: words, quoted: nil)
    }
    guard value < comment.lowerBound, !"\"'[]{}|>&*!".utf8.contains(bytes[value]) else {
        // Behind a value in quotes or brackets it can only be a comment, or all of the value.
        if value == comment.lowerBound, "[{\"'".utf8.contains(bytes[next]) {
            return CutValue.finding(at: span, whole: words)
        }
        return value == comment.lowerBound
            ? CutValue.finding(at: span, words: words, quoted: quotedValue(bytes, comment, id)) : nil
    }
    let last = bytes.trimmedEnd(of: value..<comment.lowerBound)
    if bytes[value..<last].starts(with: "http".utf8), !bytes[comment].contains(where: \.isBlank) {
        return CutValue.finding(at: span, ofAddress: words, gap: Span(id, last, comment.lowerBound))
    }
    var whole = value..<comment.upperBound
    if bytes[first..<value].contains(where: { "{[".utf8.contains($0) }),
        let scalar = scalarInBrackets(bytes, around: comment.lowerBound, end: comment.upperBound)
    {
        whole = scalar
    }
    return CutValue.finding(at: span, words: words, quoted: quotedValue(bytes, whole, id))
}

/// Where the value of a line begins, behind the dashes of items and its key; nil where the line goes on from the one above.
private func valueStart(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int? {
    var value = line.lowerBound
    var isItem = false
    while value + 1 < line.upperBound, bytes[value] == .dash, bytes[value + 1].isBlank {
        isItem = true
        value += 1
        while value < line.upperBound, bytes[value].isBlank { value += 1 }
    }
    var colon = value
    while colon + 1 < line.upperBound, !(bytes[colon] == .colon && bytes[colon + 1].isBlank) { colon += 1 }
    guard colon + 1 < line.upperBound else { return isItem ? value : nil }
    value = colon + 1
    while value < line.upperBound, bytes[value].isBlank { value += 1 }
    return value
}

/// `sheet # (in the safe)`, `batch # {{ batch }}`: what stands behind the sign is no comment, as nobody begins one so.
private func cutWords(
    _ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>, _ comment: Range<Int>, _ id: FileID
) -> Finding? {
    let words = bytes[comment.lowerBound + 1..<comment.upperBound].trimmedText
    var line = comment.lowerBound
    while line > content.lowerBound, bytes[line - 1] != .lineFeed { line -= 1 }
    guard let first = (line..<comment.lowerBound).first(where: { !bytes[$0].isBlank }) else { return nil }
    let span = Span(id, comment.lowerBound, comment.upperBound)
    let written = String(decoding: bytes[comment], as: UTF8.self)
    if bytes[first..<comment.lowerBound].allSatisfy({ $0 == .dash || $0.isBlank }) {
        return words.hasPrefix("- ") ? CutValue.finding(at: span, words: written, quoted: nil) : nil
    }
    let begins =
        words.isEmpty || words.hasPrefix("(") || words.hasPrefix("\"") || words.contains("{{")
        || words.lowercased().hasPrefix("n°")
    guard begins, let value = valueStart(bytes, first..<comment.lowerBound), value < comment.lowerBound,
        !"\"'[]{}|>&*!".utf8.contains(bytes[value]),
        !bytes[first..<comment.lowerBound].contains(where: { "\"{}[]".utf8.contains($0) })
    else { return nil }
    let edit = quotedValue(bytes, value..<comment.upperBound, id)
    return CutValue.finding(at: span, noComment: written, quoted: words.isEmpty ? nil : edit)
}

/// `contract # 4711`, `sheet # 3 in the safe`: a comment like any other, unless it begins with a number and stands behind words.
private func cutNumber(
    _ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>, _ comment: Range<Int>, _ id: FileID
) -> Finding? {
    var digit = comment.lowerBound + 1
    while digit < comment.upperBound, bytes[digit].isBlank { digit += 1 }
    var end = digit
    while end < comment.upperBound, bytes[end].isDigit { end += 1 }
    guard end > digit, end == comment.upperBound || !bytes[end].isAlphanumeric && bytes[end] < 0x80 else { return nil }
    var line = comment.lowerBound
    while line > content.lowerBound, bytes[line - 1] != .lineFeed { line -= 1 }
    guard let first = (line..<comment.lowerBound).first(where: { !bytes[$0].isBlank }) else { return nil }
    let start = valueStart(bytes, first..<comment.lowerBound)
    let value = start ?? first
    var last = comment.lowerBound
    while last > value, bytes[last - 1].isBlank { last -= 1 }
    // Words in no quotes: two at least, but for a title; the last of letters, or cut short like `No.`
    guard value < last, !"\"'[]{}|>&*!-".utf8.contains(bytes[value]),
        bytes[value..<last].contains(where: \.isBlank) || isTitle(bytes[first..<value]),
        bytes[last - 1].isLetter || bytes[last - 1] >= 0x80 || endsCutShort(bytes[value..<last]),
        !bytes[value..<last].contains(where: { "\"{}[]".utf8.contains($0) })
    else { return nil }
    let words = String(decoding: bytes[comment], as: UTF8.self)
    return CutValue.finding(
        at: Span(id, comment.lowerBound, comment.upperBound), number: words,
        quoted: start.map { quotedValue(bytes, $0..<comment.upperBound, id) })
}

/// Whether a key is one whose value is a name of something, or says where it is: `title: Sheet # 3`, `contract: Policy # 4471`.
private func isTitle(_ key: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let keys = [
        "title:", "name:", "short:", "subject:", "contract:", "access:", "at:", "what:", "organisation:", "authority:",
        "law:",
    ]
    return keys.contains { key.starts(with: $0.utf8) }
}

/// Whether words end as `No.`, `Nr.` and `num.` do, and not as a sentence.
private func endsCutShort(_ words: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard words.last == UInt8(ascii: ".") else { return false }
    let letters = words.dropLast().reversed().prefix { $0.isLetter || $0 >= 0x80 }
    return letters.count <= 4 && letters.last.map { $0 | 0x20 } == UInt8(ascii: "n")
}

/// A plain value between double quotes.
func quotedValue(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ id: FileID) -> Fix.Edit {
    let text = String(decoding: bytes[range], as: UTF8.self)
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return Fix.Edit(Span(id, range.lowerBound, range.upperBound), "\"" + escaped + "\"")
}

/// The first entry or item that begins after an offset, whole; an empty span where none does.
private func coveredEntry(_ root: YAMLNode?, after offset: Int, _ id: FileID) -> Span {
    var node = root
    while let current = node {
        node = nil
        switch current.content {
        case .scalar: break
        case .mapping(let entries):
            for entry in entries {
                let whole = entry.key.span.union(entry.value.span)
                if whole.lower >= offset { return whole }
                if whole.upper > offset {
                    node = entry.value
                    break
                }
            }
        case .sequence(let items):
            for item in items {
                if item.span.lower >= offset { return item.span }
                if item.span.upper > offset {
                    node = item
                    break
                }
            }
        }
    }
    return Span(id, offset, offset)
}
