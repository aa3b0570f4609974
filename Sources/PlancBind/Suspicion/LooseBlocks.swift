import PlancDiagnostics
import PlancMarkup
import PlancSource

/// Finds what stands at the margin below a step: an item without a box among steps, a paragraph, a table. It is printed under the step
/// above, on the sheet of whoever does that one alone, and nothing says which of both its author wanted.
struct LooseBlocks {
    private let binding: Binder
    /// Where something is told already, in order: what is almost a step says so itself.
    private let told: [UInt32]

    /// - Parameter file: the one that the blocks stand in.
    init(binding: Binder, file: FileID) {
        self.binding = binding
        told = binding.found.findings.filter { $0.span.file == file }.map { UInt32($0.span.lower) }.sorted()
    }

    /// - Parameter step: the one above it; nil when something else stands between.
    func check(_ block: Block, below step: List.Item?) {
        if case .rule = block.content { return }
        // "Then:" says nothing that a sheet would lack.
        if case .paragraph(let words) = block.content, words.plainText.trimmingSpaces.hasSuffix(":"),
            words.plainText.split(whereSeparator: \.isWhitespace).count <= 3
        {
            return
        }
        // "Take with you:" and what.
        if case .paragraph(let words)? = step?.blocks.last?.content, words.plainText.trimmingSpaces.hasSuffix(":") {
            return
        }
        let start = Span(block.span.file, Int(block.span.lower), Int(block.span.lower))
        guard Margin(before: start, in: binding.sources[start.file].bytes).width == 0 else { return }
        if isTold(block.span) || Self.isNumber(binding.sources.text(block.span)) { return }
        let items: [Span]? = if case .list(let list) = block.content { list.items.map(\.span) } else { nil }
        let lines = items ?? [block.span]
        let areWhole = lines.allSatisfy { !binding.sources.text($0).contains("\n") }
        let edits = lines.map { Fix.Edit(Span($0.file, Int($0.lower), Int($0.lower)), "  ") }
        binding.report(MalformedStep.loose(at: block.span, isItem: items != nil, edits: areWhole ? edits : []))
    }

    private func isTold(_ span: Span) -> Bool {
        let first = told.partitioningIndex { $0 < UInt32(span.lower) }
        return first < told.count && told[first] < UInt32(span.upper)
    }

    /// `- 18 °C`, `- 10 %`, `+ 3 people`: `unprinted-text` tells of their signs.
    private static func isNumber(_ item: String) -> Bool {
        guard let sign = item.first, "+-".contains(sign) else { return false }
        let words = item.dropFirst().drop(while: \.isWhitespace)
        let number = words.prefix { $0.isNumber || ".,".contains($0) }
        if number.isEmpty { return false }
        let unit = words.dropFirst(number.count).first { !$0.isWhitespace }
        return sign == "+" || unit == "°" || unit == "%"
    }
}
