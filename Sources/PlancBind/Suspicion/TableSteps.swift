import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// Finds steps that somebody wrote as the rows of a table: a time, a role, and what is to be done.
struct TableSteps {
    let binding: Binder

    /// A row that is a step.
    private struct Row {
        var words: [Inline]
        /// As a line of a list.
        var written: String
    }

    /// The steps in place of a table, which is reported; nil for a table like any other, and for one that says more than steps.
    func steps(_ table: Table, at span: Span) -> Block? {
        let header = row(table.header.map(\.inlines))
        let rows = table.rows.map { row($0.map(\.inlines)) }
        let found = (header.map { [$0] } ?? []) + rows.compactMap { $0 }
        guard !found.isEmpty else { return nil }
        let isWhole = rows.allSatisfy { $0 != nil }
        report(found, at: span, isWhole: isWhole)
        // A row that is no step would be lost: the table is printed as it is.
        guard isWhole else { return nil }
        let items = found.compactMap { row -> List.Item? in
            guard let first = row.words.first, let last = row.words.last else { return nil }
            let place = first.span.union(last.span)
            return List.Item(task: false, blocks: [Block(.paragraph(row.words), place)], span: place)
        }
        return Block(.list(List(isOrdered: false, start: 1, isTight: true, items: items)), span)
    }

    /// What is to become of a line between pipes that is part of no table.
    enum PipedLine {
        case step([Inline])
        /// The header of steps, and the line below it.
        case header
        /// Part of what says more than steps: it stays as it is.
        case kept
    }

    /// Lines between pipes that are no table and have steps among them, each by its place.
    func rows(_ lines: [StepLine], from first: Int) -> [Int: PipedLine] {
        var result: [Int: PipedLine] = [:]
        var start = first
        while start < lines.count {
            guard Self.isPiped(lines[start].inlines) else {
                start += 1
                continue
            }
            var end = start
            while end < lines.count, Self.isPiped(lines[end].inlines) { end += 1 }
            let rows = lines[start..<end].map { row(Self.cells($0.inlines)) }
            let found = rows.compactMap { $0 }
            if !found.isEmpty, let lower = lines[start].inlines.first?.span,
                let upper = lines[end - 1].inlines.last?.span
            {
                let hasHeader = start + 1 < end && Self.isRule(lines[start + 1].inlines)
                let isWhole = zip(rows.indices, rows).allSatisfy { place, row in
                    row != nil || Self.isRule(lines[start + place].inlines) || place == 0 && hasHeader
                }
                report(found, at: lower.union(upper), isWhole: isWhole)
                for (index, row) in zip(start..<end, rows) {
                    result[index] = isWhole ? row.map { .step($0.words) } ?? .header : .kept
                }
            }
            start = end
        }
        return result
    }

    private func report(_ rows: [Row], at span: Span, isWhole: Bool) {
        let margin = Margin(before: span, in: binding.sources[span.file].bytes)
        let indent = margin.blanks.upper >= span.lower ? String(repeating: " ", count: margin.width) : ""
        let better = rows.map(\.written).joined(separator: "\n" + indent)
        if isWhole { binding.mendedCount += 1 }
        binding.report(MalformedStep.inTable(at: span, better: isWhole ? better : nil))
    }

    private func row(_ cells: [[Inline]]) -> Row? {
        let cells = cells.map(Self.trimmed)
        // `T+5h @lead` in one cell.
        if let both = cells.firstIndex(where: { cell in
            cell.contains { if case .roleMention = $0.content { true } else { false } }
                && NearTime(cell.plainText) != nil
        }) {
            return made([cells[both]] + cells.indices.filter { $0 != both }.map { cells[$0] }, role: nil)
        }
        guard
            let time = cells.firstIndex(where: { cell in
                let words = cell.plainText
                return NearTime(words).map { $0.range.upperBound == words.utf8.count } ?? false
            })
        else { return nil }
        for place in cells.indices where place != time {
            let rest = cells.indices.filter { $0 != time && $0 != place }.map { cells[$0] }
            if cells[place].count == 1, case .roleMention? = cells[place].first?.content {
                return made([cells[time], cells[place]] + rest, role: nil)
            }
            if let id = Form.id(from: cells[place].plainText), binding.declared[.role, id] != nil,
                let first = cells[place].first, let last = cells[place].last
            {
                let mention = Inline(.roleMention(id), first.span.union(last.span))
                return made([cells[time], [mention]] + rest, role: id)
            }
        }
        return nil
    }

    private func made(_ cells: [[Inline]], role: String?) -> Row {
        var words: [Inline] = []
        var written = "- [ ]"
        for (place, cell) in cells.enumerated() {
            guard let first = cell.first, let last = cell.last else { continue }
            let span = first.span.union(last.span)
            if let before = words.last?.span {
                words.append(Inline(.text(" "), Span(before.file, Int(before.upper), Int(before.upper))))
            }
            words += cell
            let name = place == 1 ? role.map { "@" + $0 } : nil
            written += " " + (name ?? binding.sources.text(span))
        }
        return Row(words: words, written: written)
    }

    // MARK: Lines between pipes

    private static func isPiped(_ line: [Inline]) -> Bool {
        guard case .text(let words)? = line.first?.content else { return false }
        return words.drop(while: \.isWhitespace).hasPrefix("|")
    }

    /// `|---|---|`
    private static func isRule(_ line: [Inline]) -> Bool {
        line.plainText.allSatisfy { "|-–—: ".contains($0) }
    }

    private static func cells(_ line: [Inline]) -> [[Inline]] {
        var cells: [[Inline]] = [[]]
        for inline in line {
            guard case .text = inline.content else {
                cells[cells.count - 1].append(inline)
                continue
            }
            var rest = [inline]
            while case .text(let words)? = rest.first?.content, let pipe = words.utf8.firstIndex(of: UInt8(ascii: "|"))
            {
                let (before, after) = StepLine.split(
                    rest, at: words.utf8.distance(from: words.utf8.startIndex, to: pipe))
                cells[cells.count - 1] += before
                cells.append([])
                rest = StepLine.split(after, at: 1).1
            }
            cells[cells.count - 1] += rest
        }
        return cells
    }

    /// A cell without the blanks around its words.
    private static func trimmed(_ cell: [Inline]) -> [Inline] {
        var cell = cell
        if case .text(let words)? = cell.first?.content {
            let blanks = words.utf8.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
            cell = StepLine.split([cell[0]], at: blanks).1 + cell.dropFirst()
        }
        if case .text(let words)? = cell.last?.content, let last = cell.popLast() {
            let blanks = words.utf8.reversed().prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
            cell += StepLine.split([last], at: words.utf8.count - blanks).0
        }
        return cell
    }
}
