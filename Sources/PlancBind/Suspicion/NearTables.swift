import PlancDiagnostics
import PlancMarkup
import PlancSource

// What almost is a table.

extension NearTexts {
    /// `| Round | Comes |` above `| North | no |`: rows without the line that makes a table of them.
    ///
    /// - Parameter isBelowStep: whether the lines follow the words of a step, with no empty line between.
    func checkTable(_ block: Block, isBelowStep: Bool) {
        guard mayHoldTable(block.span) else { return }
        let rows = Row.all(in: binding.sources.text(block.span), from: Int(block.span.lower))
        guard let place = rows.indices.first(where: { Row.beginsTable(rows, at: $0) }) else { return }
        let end = rows[place...].firstIndex { !$0.isRow && !$0.isRule } ?? rows.endIndex
        // Steps that somebody wrote in a table are reported as steps.
        if isChecklist, rows[place..<end].contains(where: \.hasTime) { return }
        let file = block.span.file
        func span(_ row: Row) -> Span { Span(file, row.lower, row.lower + row.text.utf8.count) }
        let first = rows[place]
        let rule = "|" + String(repeating: " --- |", count: max(1, first.count))
        var edit: Fix.Edit?
        let margin = Margin(before: span(first), in: binding.sources[file].bytes)
        if !isBelowStep, first.isRow, !first.isRule, place + 1 < end, Int(margin.blanks.upper) == first.lower {
            let second = rows[place + 1]
            let indent = String(repeating: " ", count: margin.width)
            edit =
                second.isRule
                ? Fix.Edit(span(second), rule)
                : Fix.Edit(Span(file, Int(span(first).upper), Int(span(first).upper)), "\n" + indent + rule)
        }
        binding.report(MalformedTable.finding(at: span(first), rule: rule, isBelowStep: isBelowStep, edit: edit))
    }

    /// Whether there is a bar in a paragraph, or a corner of a grid: in most there is neither.
    private func mayHoldTable(_ span: Span) -> Bool {
        let bytes = binding.sources[span.file].bytes
        var before: UInt8 = 0
        for byte in bytes[span.range.clamped(to: 0..<bytes.count)] {
            if byte == UInt8(ascii: "|") { return true }
            if before == UInt8(ascii: "+"), byte == UInt8(ascii: "-") || byte == UInt8(ascii: "=") { return true }
            before = byte
        }
        return false
    }

    /// A line of a paragraph that may be one of a table.
    private struct Row {
        /// Without the blanks around it.
        var text: Substring
        /// Where it begins in the source.
        var lower: Int
        /// How many cells it has.
        let count: Int
        /// Whether a bar begins it, and another one follows.
        let isRow: Bool
        /// `|---|---|`, `| == | == |`, `+-----+-----+`
        let isRule: Bool

        init(_ line: Substring, lower: Int) {
            let lead = line.prefix { $0.isWhitespace || $0 == ">" }
            var text = line.dropFirst(lead.count)
            while text.last?.isWhitespace ?? false { text.removeLast() }
            self.text = text
            self.lower = lower + lead.utf8.count
            var bars = 0
            var isEscaped = false
            for character in text {
                if character == "|", !isEscaped { bars += 1 }
                isEscaped = character == "\\" && !isEscaped
            }
            let begins = text.hasPrefix("|")
            isRow = begins && bars > 1
            count = bars + 1 - (begins ? 1 : 0) - (text.hasSuffix("|") && bars > 0 ? 1 : 0)
            isRule =
                text.count > 2 && text.allSatisfy { "|+-–—=_: ".contains($0) }
                && text.contains { "-–—=_".contains($0) } && text.contains { "|+".contains($0) }
        }

        static func all(in text: String, from lower: Int) -> [Row] {
            var rows: [Row] = []
            var place = lower
            for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                rows.append(Row(Substring(line), lower: place))
                place += line.count + 1
            }
            return rows
        }

        static func beginsTable(_ rows: [Row], at place: Int) -> Bool {
            let row = rows[place]
            let next = place + 1 < rows.count ? rows[place + 1] : nil
            if row.isRule { return next?.isRow ?? false }
            guard let next else {
                // A row alone has bars on both sides and in the middle.
                return row.isRow && row.count > 1 && row.text.hasSuffix("|")
            }
            let isUnderlined = next.text.count > 2 && next.text.allSatisfy { "-–—= ".contains($0) }
            return row.isRow ? next.isRow || next.isRule || isUnderlined : row.count > 1 && next.isRule
        }

        /// Whether one of its cells begins with a time of a step.
        var hasTime: Bool {
            text.split(separator: "|").contains { NearTime($0.drop { $0.isWhitespace }) != nil }
        }
    }
}
