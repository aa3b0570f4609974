import PlancDocument

extension Flow {
    /// Cells side by side: one strip, or several when they are taller than a page. Their first lines stand on one
    /// height; `padding` is left above and below.
    func row(_ cells: [[Strip]], padding: Double, minimum: Double = 0) -> [Strip] {
        var cells = cells
        let baselines = cells.map { $0.first?.baseline }
        let lowest = baselines.compactMap { $0 }.max() ?? 0
        for (place, baseline) in baselines.enumerated() {
            if let baseline, lowest - baseline > 0.05 {
                cells[place][0] = cells[place][0].padded(top: lowest - baseline)
            }
        }
        let height = (cells.map(\.height).max() ?? 0) + 2 * padding
        if max(height, minimum) + footnoteRoom(cells.flatMap { $0 }) <= pageRoom * 0.92 {
            var result = Strip(height: max(height, minimum))
            for cell in cells where !cell.isEmpty {
                for var mark in cell.merged().marks {
                    mark.move(down: padding)
                    result.marks.append(mark)
                }
            }
            return [result]
        }
        // Taller than a page: slices that run across all cells.
        let queues = cells.map { cell -> [Strip] in
            var strips = cell
            strips.absorbSpaces()
            return strips
        }
        var result: [Strip] = []
        for slice in 0..<(queues.map(\.count).max() ?? 0) {
            var strip = Strip(height: 0)
            for queue in queues where slice < queue.count {
                strip.height = max(strip.height, queue[slice].height)
                strip.marks += queue[slice].marks
                strip.keepsWithNext = strip.keepsWithNext || queue[slice].keepsWithNext
            }
            result.append(strip)
        }
        result.padEnds(padding)
        return result
    }

    func table(_ table: Table, _ column: Column) -> [Strip] {
        guard !table.columns.isEmpty else { return [] }
        if column.width / Double(table.columns.count) < column.size * 3.2 { return cramped(table, column) }
        let tags = TableTags(table)
        let element = structure.add(
            tags.table, below: column.parent, tags.isTable && !table.summary.isEmpty ? [.summary(table.summary)] : [])
        let padding = sheet.step * 0.5
        let gap = sheet.step * 0.75
        let (size, widths) = TableMeasure.fitting(table, in: self, size: column.size, total: column.width, gap: gap)
        let grid = TableGrid(
            table: table, tags: tags, column: column, size: size, widths: widths, gap: gap, padding: padding)
        let header = header(grid, element)
        var body: [Strip] = []
        var head: Table.Row?
        var group: [Strip] = []
        // Where a group goes on over the page, its head is said again.
        func endGroup() {
            if let head { group.enclose(in: Continuation(title: "", header: groupRow(head, grid, Structure.artifact))) }
            body += group
            group = []
        }
        for row in table.rows {
            if row.isGroup {
                endGroup()
                head = row
            }
            let rowElement = structure.add(tags.row, below: element)
            var strips = row.isGroup ? groupRow(row, grid, rowElement) : tableRow(row, grid, rowElement)
            strips.rule(column, 0.5, .middle)
            group += strips
        }
        endGroup()
        body += blankRows(table.blankRows, grid.edges, column, isForm: table.rows.isEmpty)
        guard !body.isEmpty else { return header }
        var result = header + body
        result.enclose(in: Continuation(title: section.title, header: self.header(grid, Structure.artifact)))
        return result
    }

    /// The titles of the columns; nothing when none has one.
    private func header(_ grid: TableGrid, _ parent: Int32) -> [Strip] {
        let columns = grid.table.columns
        guard columns.contains(where: { !$0.title.isEmpty }) else { return [] }
        let row = structure.add(.row, below: parent)
        let cells = columns.enumerated().map { place, column in
            text(
                column.title, size: grid.size * 0.94, face: .bold, alignment: column.alignment, leading: 1.2,
                grid.inner(place, row), element: structure.add(.header, below: row, [.columnScope]))
        }
        var strips = self.row(cells, padding: grid.padding)
        for place in strips.indices { strips[place].keepsWithNext = true }
        strips.rule(grid.column, 1.1, .black)
        return strips
    }

    /// A line across all columns, above the rows that belong together.
    ///
    /// Not a header: alone in its row, it would head nothing that a listener's program can find.
    private func groupRow(_ row: Table.Row, _ grid: TableGrid, _ parent: Int32) -> [Strip] {
        let isTable = grid.tags.isTable
        let element = structure.add(
            grid.tags.cell, below: parent, isTable ? [.columnSpan(grid.table.columns.count)] : [])
        let across = Column(
            x: grid.column.x + grid.gap, width: grid.column.width - 2 * grid.gap, size: grid.size, parent: element,
            keepsAddresses: grid.column.keepsAddresses)
        var strips = self.row([cell(row.cells.first ?? [], across, face: .bold)], padding: grid.padding)
        strips.background(grid.column, .pale)
        for place in strips.indices { strips[place].keepsWithNext = true }
        return strips
    }

    private func tableRow(_ row: Table.Row, _ grid: TableGrid, _ parent: Int32) -> [Strip] {
        let columns = grid.table.columns
        let cells = columns.indices.map { place -> [Strip] in
            let isName = place == 0 && grid.table.hasRowHeaders
            let isHeader = place == 0 && grid.tags.namesRows
            var element = structure.add(
                isHeader ? .header : grid.tags.cell, below: parent, isHeader ? [.rowScope] : [])
            guard place < row.cells.count else { return [] }
            let blocks = row.cells[place]
            if !grid.tags.isTable, blocks.count == 1, case .paragraph = blocks[0] {
                element = structure.add(.paragraph, below: element)
            }
            return cell(
                blocks, grid.inner(place, element), alignment: columns[place].alignment,
                face: isName ? .bold : .regular)
        }
        return self.row(cells, padding: grid.padding, minimum: grid.size * sheet.leading + 2 * grid.padding)
    }

    /// A table in a place too narrow for its columns: each cell below the title of its column.
    private func cramped(_ table: Table, _ column: Column) -> [Strip] {
        var result: [Strip] = []
        for row in table.rows {
            var blocks: [Block] = []
            for (place, cell) in row.cells.enumerated() {
                if !row.isGroup, place < table.columns.count, !table.columns[place].title.isEmpty {
                    blocks.append(
                        .paragraph(table.columns[place].title.map { $0.adding(.strong) }, .body))
                }
                blocks += cell
            }
            var strips = self.strips(blocks, column)
            strips.absorbSpaces()
            strips.padEnds(sheet.step * 0.5)
            strips.rule(column, 0.5, .middle)
            result += strips
        }
        return result
    }

    /// Empty rows to write in, with the columns ruled; nothing to listen to. A form that is nothing else ends with its page.
    private func blankRows(_ count: Int, _ edges: [Double], _ column: Column, isForm: Bool) -> [Strip] {
        (0..<max(0, min(count, 1000))).map { place in
            var strips = [Strip(height: sheet.writingHeight)]
            strips.rule(column, 0.5, .middle)
            for edge in edges.dropFirst().dropLast() {
                strips[0].marks.append(
                    .shape(
                        .line(x1: edge, y1: 0, x2: edge, y2: sheet.writingHeight, .init(0.5, .light)),
                        element: Structure.artifact))
            }
            strips[0].isSpare = isForm && place >= 5
            return strips[0]
        }
    }

    func facts(_ facts: [Fact], _ column: Column) -> [Strip] {
        guard !facts.isEmpty else { return [] }
        let list = structure.add(.list, below: column.parent)
        let gap = sheet.step * 1.5
        let natural =
            facts.map { typesetter.width(InlineBuilder.clean($0.label), .bold) * column.size / 1000 }.max() ?? 0
        let labelWidth = min(natural + 1, column.width * 0.34)
        var result: [Strip] = []
        for fact in facts {
            let item = structure.add(.item, below: list)
            let beside = column.beside(labelWidth + gap)
            let label = text(
                [.text(fact.label)], size: column.size, face: .bold,
                beside == nil ? column : Column(x: column.x, width: labelWidth, size: column.size, parent: item),
                element: structure.add(.label, below: item))
            let value = text(
                fact.value, size: column.size, beside ?? column, element: structure.add(.itemBody, below: item))
            var strips = row(
                beside == nil ? [label + value] : [label, value], padding: sheet.step * 0.35,
                minimum: column.size * sheet.leading)
            strips.rule(column, 0.4, .light)
            result += strips
        }
        // Few facts stay on one page: one of them alone tells nothing. In large print few take more of it.
        if result.height <= pageRoom * (sheet.stacksSteps ? 0.7 : 0.5) {
            for place in result.indices.dropLast() { result[place].keepsWithNext = true }
        }
        return result
    }
}

extension [Strip] {
    /// A rule under the last strip.
    mutating func rule(_ column: Column, _ width: Double, _ tone: Drawing.Tone) {
        guard let last = indices.last else { return }
        let y = self[last].height - width / 2
        self[last].marks.append(
            .shape(
                .line(x1: column.x, y1: y, x2: column.x + column.width, y2: y, .init(width, tone)),
                element: Structure.artifact))
    }
}

/// Where the columns of a table are on the page.
private struct TableGrid {
    let table: Table
    let tags: TableTags
    /// The place that the whole table has.
    let column: Column
    /// In points, as the others: of its type; between two columns; above and below each cell.
    let size: Double
    let widths: [Double]
    let gap: Double
    let padding: Double
    /// The left of each column, and the right of the last.
    let edges: [Double]

    init(
        table: Table, tags: TableTags, column: Column, size: Double, widths: [Double], gap: Double, padding: Double
    ) {
        (self.table, self.tags, self.column, self.size) = (table, tags, column, size)
        (self.widths, self.gap, self.padding) = (widths, gap, padding)
        var edges = [column.x]
        for width in widths { edges.append(edges[edges.count - 1] + width) }
        self.edges = edges
    }

    /// The inside of the cell in a column, below an element of the structure.
    func inner(_ place: Int, _ parent: Int32) -> Column {
        Column(
            x: edges[place] + (place == 0 ? 0 : gap), width: max(widths[place] - (place == 0 ? gap : 2 * gap), 4),
            size: size, parent: parent, keepsAddresses: column.keepsAddresses)
    }
}

/// How a table is told to those who listen to it. Without any header it is things side by side, not a table.
private struct TableTags {
    let isTable: Bool
    /// The first cell of each row heads it. In a table of a row or two, or of two columns, headers would outnumber what
    /// they head: the titles of the columns are enough there.
    let namesRows: Bool

    init(_ table: Table) {
        let hasTitles = table.columns.contains { !$0.title.isEmpty }
        let rows = table.rows.count { !$0.isGroup }
        let columns = table.columns.count
        namesRows = table.hasRowHeaders && (!hasTitles || rows * (columns - 1) >= rows + columns)
        isTable = hasTitles || namesRows
    }

    var table: Structure.Tag { isTable ? .table : .division }
    var row: Structure.Tag { isTable ? .row : .division }
    var cell: Structure.Tag { isTable ? .cell : .division }
}

/// Widths of columns from what stands in them.
struct TableMeasure {
    let flow: Flow
    let size: Double

    /// The size at which the longest words fit side by side, not below 70 %, and the widths of the columns at it. Large
    /// print gives more before columns of two words a line.
    static func fitting(_ table: Table, in flow: Flow, size: Double, total: Double, gap: Double) -> (
        size: Double, widths: [Double]
    ) {
        var scale = table.columns.count > 6 ? 0.88 : 1
        while true {
            let measure = TableMeasure(flow: flow, size: size * scale)
            let (least, natural) = measure.wishes(table, gap: gap)
            let room = flow.sheet.stacksSteps && natural.reduce(0, +) > total ? total * 0.8 : total
            if scale <= 0.72 || least.reduce(0, +) <= room {
                return (
                    size * scale, share(total, least: least, natural: natural, weights: table.columns.map(\.weight))
                )
            }
            scale -= 0.06
        }
    }

    /// Of each column: the widest piece that is not cut, and its content on one line.
    private func wishes(_ table: Table, gap: Double) -> (least: [Double], natural: [Double]) {
        let count = table.columns.count
        var least = [Double](repeating: size, count: count)
        var natural = least
        func take(_ runs: [Run], _ place: Int, face: Typesetter.Face, scale: Double = 1) {
            let paragraph = flow.inline.paragraph(
                runs, size: size * scale, face: face, element: Structure.artifact, structure: flow.structure)
            least[place] = max(least[place], paragraph.minimalWidth(blank: size * 6) + 1)
            natural[place] = max(natural[place], paragraph.naturalWidth + 1)
        }
        for (place, column) in table.columns.enumerated() { take(column.title, place, face: .bold, scale: 0.94) }
        for row in table.rows where !row.isGroup {
            for (place, cell) in row.cells.prefix(count).enumerated() {
                let face: Typesetter.Face = place == 0 && table.hasRowHeaders ? .bold : .regular
                for block in cell { measure(block) { take($0, place, face: face) } }
            }
        }
        for place in 0..<count {
            let room = place == 0 ? gap : 2 * gap
            least[place] += room
            natural[place] += room
        }
        return (least, natural)
    }

    /// The runs of a block that stand on lines of their own.
    private func measure(_ block: Block, _ take: ([Run]) -> Void) {
        switch block {
        case .paragraph(let runs, _), .heading(_, let runs, _), .end(let runs): take(runs)
        case .list(let list):
            for item in list.items {
                for inner in item.blocks { measure(inner) { take([.text("00.  ")] + $0) } }
            }
        case .together(let blocks), .quote(let blocks): for inner in blocks { measure(inner, take) }
        case .facts(let facts): for fact in facts { take([.text(fact.label + "   ", .strong)] + fact.value) }
        case .verbatim(let text): take([.text(text, .code)])
        case .callout(let callout):
            take(callout.title)
            for inner in callout.blocks { measure(inner, take) }
        default: take([.text("mmmmmmmmmmmmmmmm")])
        }
    }

    /// Columns of weight 0 are as wide as their content; the others share what is left by weight, but none is
    /// narrower than its longest word while there is room, and none wider than its content while others lack room.
    static func share(_ total: Double, least: [Double], natural: [Double], weights: [Double]) -> [Double] {
        let count = least.count
        let leastSum = least.reduce(0, +)
        let naturalSum = natural.reduce(0, +)
        if leastSum >= total {  // Not even the longest words fit: all give in proportion, and words are cut.
            let floor = total / Double(count) * 0.5
            let capped = least.map { min($0, total * 0.5) }
            let free = total - floor * Double(count)
            let wanted = capped.map { max($0 - floor, 0.01) }
            let sum = wanted.reduce(0, +)
            return wanted.map { floor + free * $0 / sum }
        }
        if naturalSum <= total {
            let weightSum = weights.reduce(0, +)
            let spare = total - naturalSum
            return natural.indices.map {
                natural[$0] + spare * (weightSum > 0 ? weights[$0] / weightSum : natural[$0] / naturalSum)
            }
        }
        var result = least
        var free = total - leastSum
        // First what columns of weight 0 want, as far as half of the room goes; then the others by weight.
        for place in 0..<count where weights[place] == 0 {
            let wish = min(natural[place] - least[place], free * 0.5)
            result[place] += wish
            free -= wish
        }
        var open = (0..<count).filter { weights[$0] > 0 && natural[$0] > result[$0] }
        while free > 0.01, !open.isEmpty {
            let weightSum = open.reduce(0) { $0 + weights[$1] * (natural[$1] - least[$1]).squareRoot() }
            guard weightSum > 0 else { break }
            var given = 0.0
            for place in open {
                let part = free * weights[place] * (natural[place] - least[place]).squareRoot() / weightSum
                let taken = min(part, natural[place] - result[place])
                result[place] += taken
                given += taken
            }
            free -= given
            open.removeAll { natural[$0] - result[$0] < 0.01 }
            if given < 0.01 { break }
        }
        if free > 0.01 { for place in 0..<count { result[place] += free / Double(count) } }
        return result
    }
}
