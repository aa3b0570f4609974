import PlancDiagnostics
import PlancMarkup
import PlancSource

/// Numbers of a list that are printed otherwise: a list counts its items by itself, from its first number on.
extension BodyReader {
    private struct Marker {
        var number: Int
        /// With the sign behind it.
        var text: String
        var span: Span
        /// Whether a time, a role or a box follows: steps in a numbered list are reported as steps.
        var isBeforeStep: Bool
    }

    mutating func checkNumbers(_ list: List) {
        guard list.items.count > 1 else { return }
        var markers: [Marker] = []
        for item in list.items {
            if let marker = marker(of: item) { markers.append(marker) }
        }
        guard markers.count == list.items.count, let first = markers.first?.number else { return }
        // All ones are the habit of those who let the list do the counting.
        if first < 2, markers.allSatisfy({ $0.number == first }) { return }
        guard let place = markers.indices.first(where: { markers[$0].number != first + $0 }),
            !markers.contains(where: \.isBeforeStep)
        else { return }
        let marker = markers[place]
        report(
            UnprintedText.number(
                marker.text, at: marker.span, printed: "\(first + place)\(marker.text.suffix(1))",
                asWords: markers.map { Fix.Edit($0.span, "- \($0.text.dropLast())\\\($0.text.suffix(1))") }))
    }

    private func marker(of item: List.Item) -> Marker? {
        let lower = Int(item.span.lower)
        var end = lower
        while end < bytes.count, bytes[end].isDigit { end += 1 }
        guard end > lower, end < bytes.count, let number = Int(String(decoding: bytes[lower..<end], as: UTF8.self))
        else { return nil }
        var words = end + 1
        while words < bytes.count, bytes[words].isBlank { words += 1 }
        return Marker(
            number: number, text: String(decoding: bytes[lower...end], as: UTF8.self), span: span(lower, end + 1),
            isBeforeStep: item.task != nil || isStep(at: words))
    }

    private func isStep(at offset: Int) -> Bool {
        guard offset + 1 < bytes.count else { return false }
        if bytes[offset] == UInt8(ascii: "@") || bytes[offset] == UInt8(ascii: "[") { return true }
        return bytes[offset] == UInt8(ascii: "T") && "+-0".utf8.contains(bytes[offset + 1])
    }
}
