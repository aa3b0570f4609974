import PlancDiagnostics
import PlancModel
import PlancSource

extension RuleContext {
    /// A change that adds a key beside a value of a map, on a line of its own or within braces, as the map is written.
    ///
    /// - Returns: nil where the source is not at hand.
    func adding(_ text: String, after value: Span, _ title: Phrase) -> Fix? {
        guard Int(value.file.index) < sources.files.count else { return nil }
        let bytes = sources[value.file].bytes
        let end = Int(value.lower) + value.range.count
        var next = end
        while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
        let isBlock = next >= bytes.count || bytes[next] == UInt8(ascii: "\n") || bytes[next] == UInt8(ascii: "\r")
        let place = Span(value.file, end, end)
        if !isBlock { return Fix(title, [Fix.Edit(place, ", " + text)], isSafe: false) }
        guard let indent = indent(of: Int(value.lower), bytes) else { return nil }
        return Fix(title, [Fix.Edit(place, "\n" + indent + text)], isSafe: false)
    }

    /// A change that adds a key on a line of its own above the one that a value belongs to.
    func adding(_ text: String, above key: String, of value: Span, _ title: Phrase) -> Fix? {
        guard Int(value.file.index) < sources.files.count else { return nil }
        let bytes = sources[value.file].bytes
        var start = Int(value.lower)
        // The key stands on this line, or on one above a list.
        for _ in 0..<200 {
            while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
            guard let indent = indent(of: start, bytes) else { return nil }
            let rest = bytes[(start + indent.utf8.count)...]
            if rest.starts(with: (key + ":").utf8) {
                let place = Span(value.file, start, start)
                return Fix(title, [Fix.Edit(place, indent + text + "\n")], isSafe: false)
            }
            if start == 0 { return nil }
            start -= 1
        }
        return nil
    }

    /// The white space at the begin of a line.
    private func indent(of place: Int, _ bytes: [UInt8]) -> String? {
        var start = min(place, bytes.count)
        while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return String(decoding: bytes[start...].prefix { $0 == UInt8(ascii: " ") }, as: UTF8.self)
    }
}
