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
        if case .allow(let rule, let reason)? = readDirective(bytes, i + 1..<last, id) {
            if reason.isEmpty {
                findings.add(ExceptionWithoutReason.finding(at: span, rule: rule.value))
            } else {
                var line = i
                while line > content.lowerBound, bytes[line - 1] != .lineFeed { line -= 1 }
                let first = (line..<i).first { !bytes[$0].isBlank }
                let covers = first.map { Span(id, $0, last) } ?? coveredEntry(root, after: last, id)
                exceptions.append(WrittenException(rule: rule, reason: reason, span: span, covers: covers))
            }
        }
        i = bytes.first(sign, from: end)
    }
    return exceptions
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
