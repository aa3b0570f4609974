import PlancDocument
import PlancSource

extension TextPage {
    /// The lines of blocks at a width of their own, to be set side by side.
    func cell(width: Int, _ body: (inout TextPage) -> Void) -> [String] {
        var page = TextPage(words: words, width: max(1, width))
        page.headings = headings
        body(&page)
        return page.lines
    }

    mutating func table(_ table: Table) {
        // Codes stand side by side to be scanned; in text each is a line.
        if table.rows.allSatisfy({ $0.cells.allSatisfy { $0.allSatisfy(\.isCode) } }), !table.rows.isEmpty {
            for row in table.rows { for cell in row.cells { blocks(cell) } }
            return
        }
        guard let widths = widths(of: table) else { return records(table) }
        var rows: [[[String]]] = [zip(table.columns, widths).map { wrap(plain($0.title), to: $1) }]
        rows += table.rows.filter { !$0.isGroup }.map { cells($0, widths) }
        // Rows of several lines need air between them to be told apart.
        let isTall = rows.dropFirst().contains { row in row.contains { $0.count > 1 } }
        if table.columns.contains(where: { !$0.title.isEmpty }) {
            draw(rows[0], widths, table.columns)
            line(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
        }
        var next = 1
        for (place, row) in table.rows.enumerated() {
            if row.isGroup {
                if place > 0 { blank() }
                for block in row.cells.first ?? [] { blocks([block]) }
                continue
            }
            if isTall, place > 0, !table.rows[place - 1].isGroup { blank() }
            draw(rows[next], widths, table.columns)
            next += 1
        }
        for _ in 0..<max(table.blankRows, 0) {
            line("")
            line(widths.map { String(repeating: "_", count: $0) }.joined(separator: "  "))
        }
    }

    private func cells(_ row: Table.Row, _ widths: [Int]) -> [[String]] {
        widths.indices.map { column in
            guard row.cells.indices.contains(column) else { return [] }
            return cell(width: widths[column]) { page in page.blocks(row.cells[column]) }
        }
    }

    private mutating func draw(_ cells: [[String]], _ widths: [Int], _ columns: [Table.Column]) {
        for place in 0..<(cells.map(\.count).max() ?? 0) {
            line(
                widths.indices.map { column in
                    let text = place < cells[column].count ? cells[column][place] : ""
                    let free = max(0, widths[column] - displayWidth(of: text))
                    switch columns[column].alignment {
                    case .left: return text + String(repeating: " ", count: free)
                    case .right: return String(repeating: " ", count: free) + text
                    case .center:
                        return String(repeating: " ", count: free / 2) + text
                            + String(repeating: " ", count: free - free / 2)
                    }
                }.joined(separator: "  "))
        }
    }

    /// As wide as the content while it fits, else each column at least its longest word and the rest by what it wants;
    /// nil when not even the words fit.
    private func widths(of table: Table) -> [Int]? {
        let count = table.columns.count
        if count == 0 { return nil }
        var least = [Int](repeating: 1, count: count)
        var most = [Int](repeating: 1, count: count)
        func see(_ text: String, _ column: Int) {
            for line in text.split(separator: "\n") {
                most[column] = max(most[column], displayWidth(of: line))
                for word in line.split(separator: " ") { least[column] = max(least[column], displayWidth(of: word)) }
            }
        }
        for (column, title) in table.columns.enumerated() { see(plain(title.title), column) }
        for row in table.rows where !row.isGroup {
            for (column, blocks) in row.cells.prefix(count).enumerated() { see(text(blocks), column) }
        }
        let free = room - 2 * (count - 1)
        // A long word is cut before a column goes: the longest first.
        while least.reduce(0, +) > free, let widest = least.indices.max(by: { least[$0] < least[$1] }),
            least[widest] > 8
        {
            least[widest] -= 1
        }
        guard least.reduce(0, +) <= free else { return nil }
        if table.blankRows > 0 { most = most.map { max($0, free / count) } }
        var widths = least
        // What is left goes where the lines are most broken.
        for _ in 0..<max(0, free - least.reduce(0, +)) {
            let hungry = widths.indices.filter { widths[$0] < most[$0] }
            guard let next = hungry.max(by: { most[$0] * widths[$1] < most[$1] * widths[$0] }) else { break }
            widths[next] += 1
        }
        return widths
    }

    /// The words of a cell, a line for each line it has.
    private func text(_ blocks: [Block]) -> String {
        blocks.map { block in
            switch block {
            case .paragraph(let runs, _), .heading(_, let runs, _), .end(let runs): plain(runs)
            case .list(let list): self.text(list)
            case .quote(let inner), .together(let inner): text(inner)
            case .verbatim(let words): words
            case .figure(let figure):
                "[\(figure.alternative)]" + (figure.caption.isEmpty ? "" : "\n" + plain(figure.caption))
            default: ""
            }
        }.joined(separator: "\n")
    }

    private func text(_ list: List) -> String {
        list.items.enumerated().map { place, item in
            let box = item.box.map { $0 ? "[x] " : "[ ] " }
            let mark = list.isOrdered ? "\(list.start + place). " : box == nil ? "- " : ""
            return mark + (box ?? "") + text(item.blocks)
        }.joined(separator: "\n")
    }

    /// A table that is too narrow for its columns: each row as a list of what its columns say.
    private mutating func records(_ table: Table) {
        for (place, row) in table.rows.enumerated() {
            if place > 0 { blank() }
            for (column, blocks) in row.cells.enumerated() {
                if !row.isGroup, table.columns.indices.contains(column) {
                    wrapped("\(plain(table.columns[column].title)):")
                    indented("  ") { $0.blocks(blocks) }
                } else {
                    self.blocks(blocks)
                }
            }
        }
    }
}

extension Block {
    fileprivate var isCode: Bool { if case .qrCode = self { true } else { false } }
}
