import PlancDocument

extension Flow {
    /// The columns of a checklist: tick · when · who · what · done at. Columns that nothing fills are left out.
    struct StepGrid {
        var tick: Column
        var time: Column?
        var who: Column?
        var what: Column
        var done: Column?
        var whole: Column
        var whoIsBelow = false
    }

    func steps(_ list: StepList, _ column: Column) -> [Strip] {
        guard !list.steps.isEmpty else { return [] }
        var title: [Strip] = []
        // The heading above names the list, or the first part of it, already.
        let isNamed = list.title == section.title || list.title.hasPrefix(section.title + " 1/")
        if !isNamed, !list.title.isEmpty {
            let element = structure.add(.paragraph, below: column.parent)
            let isPart = !section.title.isEmpty && list.title.hasPrefix(section.title)
            title = text(
                [.text(list.title)], size: sheet.headings[isPart ? 3 : 1], face: .bold, leading: 1.25, column,
                element: element)
            for place in title.indices { title[place].keepsWithNext = true }
        }
        let element = structure.add(.table, below: column.parent, [.summary(list.title)])
        let grid = stepGrid(list, column)
        var rows: [Strip] = []
        for step in list.steps {
            let start = rows.count
            append(step, isSub: false, grid, element, to: &rows)
            guard !step.substeps.isEmpty else { continue }
            // Where its own steps go on over the page, the step is said again.
            var own = Array(rows[start...])
            own.enclose(in: Continuation(title: "", header: goingOn(step, grid)))
            rows.replaceSubrange(start..., with: own)
        }
        var result = stepHeader(grid, element) + rows
        result.enclose(in: Continuation(title: list.title, header: stepHeader(grid, Structure.artifact)))
        if !title.isEmpty { result[0].space = sheet.step * 0.5 }
        return title + result
    }

    private func stepGrid(_ list: StepList, _ column: Column) -> StepGrid {
        func all(_ steps: [StepRow]) -> [StepRow] { steps.flatMap { [$0] + all($0.substeps) } }
        let steps = all(list.steps)
        let gap = sheet.step * 1.2
        func width(_ text: String, _ face: Typesetter.Face, _ size: Double) -> Double {
            typesetter.width(InlineBuilder.clean(text), face) * size / 1000
        }
        let stacks = stacks(column)
        let doneWidth =
            column.width < column.size * 16
            ? -gap : min(max(sheet.doneWidth, width(words.doneAt, .bold, headerSize(column)) + 2), column.width * 0.25)
        var x = column.x + sheet.step * 0.8
        let right = column.x + column.width
        func take(_ width: Double) -> Column {
            defer { x += width + gap }
            return Column(x: x, width: width, size: column.size, parent: column.parent)
        }
        let tick = take(sheet.tickBox)
        var time: Column?
        var who: Column?
        if !stacks {
            let times = steps.map { step in
                let rhythm = step.rhythm.map { width($0, .regular, min(column.size, sheet.small)) } ?? 0
                return max(width(step.time, .bold, column.size), min(rhythm, column.width * 0.11))
            }
            if let widest = times.max(), widest > 0 {
                // Lists that follow each other keep to the same columns, whatever their times.
                let usual = max(
                    width("T+55\u{A0}min", .bold, column.size), width(words.when, .bold, headerSize(column)))
                time = take(min(max(widest, usual) + 1, column.width * 0.18))
            }
            let names = steps.map {
                inline.paragraph($0.who, size: column.size, element: Structure.artifact, structure: structure)
            }
            if !list.whoIsBelow, let widest = names.map(\.naturalWidth).max(), widest > 0 {
                // Names may wrap; a number to dial, or a long word, stays whole.
                let whole = names.map(\.minimalWidth).max() ?? 0
                let wish = max(widest, width(words.who, .bold, headerSize(column)))
                who = take(min(wish, max(column.width * 0.17, whole), column.width * 0.26) + 1)
            }
        }
        let done = Column(x: right - doneWidth, width: doneWidth, size: column.size, parent: column.parent)
        let what = Column(x: x, width: max(done.x - gap - x, 20), size: column.size, parent: column.parent)
        return StepGrid(
            tick: tick, time: time, who: who, what: what, done: doneWidth > 0 ? done : nil, whole: column,
            whoIsBelow: list.whoIsBelow && !stacks)
    }

    /// Time and role above the action: in large type, and where there is no room for columns of their own.
    private func stacks(_ column: Column) -> Bool { sheet.stacksSteps || column.width < column.size * 30 }

    private func headerSize(_ column: Column) -> Double { min(sheet.small, column.size * 0.9) }

    private func stepHeader(_ grid: StepGrid, _ parent: Int32) -> [Strip] {
        let row = structure.add(.row, below: parent)
        func title(_ words: String, _ column: Column) -> [Strip] {
            text(
                [.text(words)], size: headerSize(column), face: .bold, leading: 1.2, column,
                element: structure.add(.header, below: row, [.columnScope]))
        }
        var cells: [[Strip]] = [title("", grid.tick)]
        if let time = grid.time { cells.append(title(words.when, time)) }
        if let who = grid.who { cells.append(title(words.who, who)) }
        cells.append(title(words.what, grid.what))
        if let done = grid.done { cells.append(title(words.doneAt, done)) }
        var strips = self.row(cells, padding: sheet.step * 0.3)
        for place in strips.indices { strips[place].keepsWithNext = true }
        strips.rule(grid.whole, 1.1, .black)
        return strips
    }

    /// A step in short, above those of its own steps that are on the next page: when, and what.
    private func goingOn(_ step: StepRow, _ grid: StepGrid) -> [Strip] {
        let artifact = Structure.artifact
        var cells: [[Strip]] = []
        var runs = step.text
        if let time = grid.time {
            cells.append(self.time(step, time.below(artifact)))
        } else if !step.time.isEmpty {
            runs.insert(.text(step.time + " · ", [.strong, .time]), at: 0)
        }
        cells.append(text(runs, size: grid.what.size, grid.what.below(artifact), element: artifact))
        var strips = row(cells, padding: sheet.step * 0.4)
        for place in strips.indices { strips[place].keepsWithNext = true }
        strips.rule(grid.whole, 0.5, .middle)
        return strips
    }

    private func append(_ step: StepRow, isSub: Bool, _ grid: StepGrid, _ table: Int32, to rows: inout [Strip]) {
        let row = structure.add(.row, below: table)
        let tickCell = structure.add(.cell, below: row)
        let lineHeight = grid.what.size * sheet.leading
        var cells: [[Strip]] = []
        let (what, isBelowBox) = whatColumn(grid, isSub: isSub)
        let box = isSub ? Column(x: grid.what.x, width: sheet.tickBox, size: what.size, parent: row) : grid.tick
        cells.append([tick(step, box.x, lineHeight, tickCell)])
        if let time = grid.time { cells.append(self.time(step, time.below(structure.add(.cell, below: row)))) }
        if let who = grid.who {
            cells.append(text(step.who, size: who.size, who, element: structure.add(.cell, below: row)))
        }
        // What stands before the first sub-step is part of the row; what comes later has rows of its own, in its order.
        let first = step.parts.firstIndex { if case .step = $0 { true } else { false } } ?? step.parts.count
        let action = action(
            step, step.parts[..<first], stacks: stacks(grid.whole),
            whoIsBelow: grid.whoIsBelow ? grid.whole.x + grid.whole.width - what.x : nil,
            what.below(structure.add(.cell, below: row)))
        cells.append((isBelowBox ? [Strip(height: lineHeight, keepsWithNext: true)] : []) + action)
        if let done = grid.done {
            cells.append([doneBlank(done, lineHeight)])
            _ = structure.add(.cell, below: row)
        }
        var strips = self.row(
            cells, padding: sheet.step * (grid.whoIsBelow ? 0.55 : 0.75), minimum: lineHeight + sheet.step * 2)
        if step.isDecision { strips.bar(x: grid.whole.x, width: 3, tone: .accent) }
        strips.rule(grid.whole, 0.5, .middle)
        rows += strips
        var rest = step.parts[first...]
        while let part = rest.first {
            if case .step(let substep) = part {
                append(substep, isSub: true, grid, table, to: &rows)
                rest.removeFirst()
                continue
            }
            let end = rest.firstIndex { if case .step = $0 { true } else { false } } ?? rest.endIndex
            append(rest[..<end], isSub: isSub, grid, table, to: &rows)
            rest = rest[end...]
        }
    }

    /// Where the words of a step stand: those of a sub-step beside its box, or below it where there is no room.
    private func whatColumn(_ grid: StepGrid, isSub: Bool) -> (Column, isBelowBox: Bool) {
        guard isSub else { return (grid.what, false) }
        return grid.what.beside(sheet.tickBox + sheet.step).map { ($0, false) } ?? (grid.what, true)
    }

    /// What belongs to a step and stands after a step of it: a row without a box.
    private func append(
        _ parts: ArraySlice<StepRow.Part>, isSub: Bool, _ grid: StepGrid, _ table: Int32, to rows: inout [Strip]
    ) {
        let row = structure.add(.row, below: table)
        var cells: [[Strip]] = []
        for _ in [grid.tick, grid.time, grid.who].compactMap(\.self) { _ = structure.add(.cell, below: row) }
        let column = whatColumn(grid, isSub: isSub).0.below(structure.add(.cell, below: row))
        cells.append(self.parts(parts, column))
        if grid.done != nil { _ = structure.add(.cell, below: row) }
        var strips = self.row(cells, padding: sheet.step * 0.75)
        strips.rule(grid.whole, 0.5, .middle)
        rows += strips
    }

    /// A box to tick, or ticked already; a diamond where something is to be decided.
    private func tick(_ step: StepRow, _ x: Double, _ lineHeight: Double, _ element: Int32) -> Strip {
        let side = sheet.tickBox
        let y = (lineHeight - side) / 2
        guard step.isDecision else {
            var marks: [Mark] = [
                .shape(.tickBox(Mark.Area(x: x, y: y, width: side, height: side)), element: element)
            ]
            if step.isTicked {
                let (left, right, top, bottom) = (x + side * 0.2, x + side * 0.8, y + side * 0.2, y + side * 0.8)
                for (from, to) in [(top, bottom), (bottom, top)] {
                    marks.append(
                        .shape(
                            .line(x1: left, y1: from, x2: right, y2: to, .init(1, .black)),
                            element: Structure.artifact))
                }
            }
            return Strip(height: lineHeight, baseline: baseline(lineHeight), marks: marks)
        }
        return Strip(
            height: lineHeight, baseline: baseline(lineHeight),
            marks: sign("?", .diamond, x: x, y: y, side: side, element: element))
    }

    /// Where text stands in a line of that height.
    private func baseline(_ lineHeight: Double) -> Double { lineHeight / 2 + lineHeight / sheet.leading * 0.36 }

    private func time(_ step: StepRow, _ column: Column) -> [Strip] {
        var runs: [Run] = []
        if !step.time.isEmpty { runs.append(.text(step.time, [.strong, .time])) }
        if let rhythm = step.rhythm {
            if !runs.isEmpty { runs.append(Run(.lineBreak)) }
            runs.append(.text(rhythm, .small))
        }
        return text(runs, size: column.size, column, element: column.parent)
    }

    /// What is done: the action, what stands against it, and what belongs to it, up to the first of its own steps.
    ///
    /// - Parameter whoIsBelow: the width of the line below the action, which runs on beneath the room for the time.
    private func action(
        _ step: StepRow, _ parts: ArraySlice<StepRow.Part>, stacks: Bool, whoIsBelow: Double?, _ column: Column
    ) -> [Strip] {
        let cell = column.parent
        var result: [Strip] = []
        if stacks, !step.time.isEmpty || !step.who.isEmpty || step.rhythm != nil {
            var runs: [Run] = step.time.isEmpty ? [] : [.text(step.time, [.strong, .time])]
            if let rhythm = step.rhythm { runs.append(.text((runs.isEmpty ? "" : " · ") + rhythm)) }
            if !step.who.isEmpty {
                runs +=
                    (runs.isEmpty ? [] : [.text(" · ")])
                    + step.who.map { $0.adding(.strong) }
            }
            result += text(runs, size: column.size * 0.92, column, element: structure.add(.paragraph, below: cell))
            if let last = result.indices.last { result[last].keepsWithNext = true }
        }
        result += text(
            step.text, size: column.size, face: step.isDecision ? .bold : .regular, column,
            element: structure.add(.paragraph, below: cell))
        var parts = parts
        if let width = whoIsBelow {
            // Short remarks run on behind who does it: their place is below the action, not a line each.
            let remarks = step.warnings.isEmpty ? parts.prefix { Self.remark($0) != nil } : []
            parts = parts.dropFirst(remarks.count)
            let below = ([Self.inOneLine(step.who)] + remarks.compactMap(Self.remark)).filter { !$0.isEmpty }
            let runs = Array(below.joined(separator: [.text(" · ")]))
            if !runs.isEmpty {
                if let last = result.indices.last { result[last].keepsWithNext = true }
                var wide = column
                wide.width = max(column.width, width)
                result += text(
                    runs, size: max(column.size * 0.86, (sheet.body + sheet.small) / 2), wide,
                    element: structure.add(.paragraph, below: cell))
            }
        }
        for warning in step.warnings {
            var strips = signed("!", .triangle, warning, face: .bold, column, structure.add(.paragraph, below: cell))
            strips.first(space: sheet.step * 0.5)
            result += strips
        }
        return result + self.parts(parts, column)
    }

    /// What stands below a step, when it is words alone.
    private static func remark(_ part: StepRow.Part) -> [Run]? {
        guard case .detail(let blocks) = part else { return nil }
        var pieces: [[Run]] = []
        for block in blocks {
            switch block {
            case .paragraph(let runs, _): pieces.append(runs)
            case .list(let list):
                guard !list.isOrdered else { return nil }
                for item in list.items {
                    guard item.box == nil, item.blocks.count == 1, case .paragraph(let runs, _)? = item.blocks.first
                    else {
                        return nil
                    }
                    pieces.append(runs)
                }
            default: return nil
            }
        }
        return Array(pieces.joined(separator: [.text(" · ")]))
    }

    /// Role, name and number one after the other; an empty line between two roles begins a new one.
    private static func inOneLine(_ who: [Run]) -> [Run] {
        var result: [Run] = []
        var place = 0
        while place < who.count {
            guard who[place].content == .lineBreak else {
                result.append(who[place])
                place += 1
                continue
            }
            let end = who[place...].firstIndex { $0.content != .lineBreak } ?? who.count
            result.append(end - place > 1 ? Run(.lineBreak) : .text(" · "))
            place = end
        }
        return result
    }

    /// Branches, and apart from them what is known about a step.
    private func parts(_ parts: ArraySlice<StepRow.Part>, _ column: Column) -> [Strip] {
        var result: [Strip] = []
        var known: [Block] = []
        func addKnown() {
            guard !known.isEmpty else { return }
            let inner = Column(
                x: column.x, width: column.width, size: (column.size + sheet.small) / 2, parent: column.parent,
                isAside: true)
            var strips = self.strips(known, inner.indented(by: sheet.step * 1.5))
            strips.bar(x: column.x + sheet.step * 0.4, width: 0.8, tone: .middle)
            strips.first(space: sheet.step * 0.6)
            result += strips
            known = []
        }
        for part in parts {
            switch part {
            case .detail(let blocks): known += blocks
            case .branch(let branch):
                addKnown()
                result += self.branch(branch, column)
            case .step: break
            }
        }
        addKnown()
        return result
    }

    private func branch(_ branch: StepRow.Branch, _ column: Column) -> [Strip] {
        let element = structure.add(.paragraph, below: column.parent)
        let reach = column.size * 0.36
        // The sign stays clear of the words, however close the blocks are.
        let inner = column.indented(by: max(sheet.step * 2.2, reach * 1.5 + sheet.step))
        let label = branch.label + (branch.text.isEmpty ? "" : words.colon)
        var strips = text([.text(label, .strong)] + branch.text, size: column.size, inner, element: element)
        guard !strips.isEmpty else { return [] }
        let middle = strips[0].height / 2
        let left = column.x + sheet.step * 0.4
        strips[0].marks.append(
            .shape(
                .polygon(
                    [.init(left, middle - reach), .init(left + reach * 1.5, middle), .init(left, middle + reach)],
                    fill: .accent, stroke: nil),
                element: Structure.artifact))
        if !branch.detail.isEmpty {
            strips += self.strips(branch.detail, inner.below(column.parent))
        }
        strips.first(space: sheet.step * 0.6)
        return strips
    }

    private func doneBlank(_ column: Column, _ lineHeight: Double) -> Strip {
        let y = lineHeight * 0.95
        let line = Mark.shape(
            .line(x1: column.x, y1: y, x2: column.x + column.width, y2: y, .init(0.6, .dark)),
            element: Structure.artifact)
        return Strip(height: lineHeight, baseline: baseline(lineHeight), marks: [line])
    }
}

extension [Strip] {
    mutating func first(space: Double) {
        if !isEmpty { self[0].space = space }
    }
}
