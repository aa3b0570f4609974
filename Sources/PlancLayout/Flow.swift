import PlancDocument

/// Where blocks flow: a column of the page, the size of its running text, and the element that they are part of.
struct Column {
    var x: Double
    var width: Double
    var size: Double
    var parent: Int32
    /// Already apart from the actions: notes in it need no rule of their own.
    var isAside = false
    /// Words that are sent or read aloud, or carried: addresses stand behind their links, not at the foot of the page.
    var keepsAddresses = false

    /// Narrower, but never so narrow that words are no longer words: deep lists stop moving to the right.
    func indented(by indent: Double, right: Double = 0) -> Column {
        let room = max(width - size * 7, 0)
        let share = indent + right > room ? room / (indent + right) : 1
        return Column(
            x: x + indent * share, width: width - (indent + right) * share, size: size, parent: parent,
            isAside: isAside, keepsAddresses: keepsAddresses)
    }

    /// What is left beside something `width` wide on the left; nil when words would not fit there any more, and have
    /// to stand below it.
    func beside(_ width: Double) -> Column? {
        let rest = self.width - width
        return rest < size * 5
            ? nil
            : Column(
                x: x + width, width: rest, size: size, parent: parent, isAside: isAside, keepsAddresses: keepsAddresses)
    }

    func below(_ parent: Int32) -> Column {
        Column(x: x, width: width, size: size, parent: parent, isAside: isAside, keepsAddresses: keepsAddresses)
    }
}

/// Turns blocks into strips.
struct Flow {
    let typesetter: Typesetter
    let sheet: StyleSheet
    let structure: Structure
    let words: Document.Words
    /// All headings of the document, for its contents.
    let headings: [HeadingEntry]
    let anchors: Set<String>
    let linksDocuments: Bool
    /// The most that one page takes below what it repeats from the page before; and all that a page takes.
    let pageRoom: Double
    let fullRoom: Double
    /// What a page takes more when nothing goes on from the page before.
    let repeatedRoom: Double
    let footnotes: Footnotes
    /// What stands before a page's number; nil where links inside the document do not tell their page.
    let pageWord: String?
    /// The heading above what is being laid out: it names a table that goes on.
    let section = Section()

    final class Section {
        var title = ""
    }

    struct HeadingEntry {
        var level: Int
        var runs: [Run]
        var anchor: String
    }

    var inline: InlineBuilder {
        InlineBuilder(
            typesetter: typesetter, sheet: sheet, anchors: anchors, linksDocuments: linksDocuments,
            footnotes: footnotes, pageWord: pageWord)
    }

    func strips(_ blocks: [Block], _ column: Column) -> [Strip] {
        var result: [Strip] = []
        for (place, block) in blocks.enumerated() {
            append(block, before: place + 1 < blocks.count ? blocks[place + 1] : nil, column, to: &result)
        }
        return result
    }

    /// `next` is the block below: words that lead to it stay with it, and an end never stands on a page by itself.
    func append(_ block: Block, before next: Block?, _ column: Column, to result: inout [Strip]) {
        var strips = self.strips(block, column)
        guard let last = strips.indices.last else { return }
        strips[0].space = max(strips[0].space, space(above: block))
        if case .end? = next, strips[last].isSpare {
            // Rows of a form give way to the end below them.
            let room = room(for: next, column)
            for place in strips.indices where strips[place].isSpare { strips[place].roomBelow = room }
        } else if !strips[last].isPageBreak, block.leads(to: next) {
            strips[last].keepsWithNext = true
        }
        result += strips
    }

    /// What a block takes of the page on which another stands.
    private func room(for block: Block?, _ column: Column) -> Double {
        block.map { strips($0, column.below(Structure.artifact)).height + space(above: $0) } ?? 0
    }

    private func strips(_ block: Block, _ column: Column) -> [Strip] {
        switch block {
        case .heading(let level, let runs, let anchor): heading(level, runs, anchor, column)
        case .paragraph(let runs, let style): paragraph(runs, style, column)
        case .list(let list): self.list(list, column)
        case .table(let table): self.table(table, column)
        case .steps(let list): steps(list, column)
        case .facts(let facts): self.facts(facts, column)
        case .callout(let callout): self.callout(callout, column)
        case .message(let message): self.message(message, column)
        case .cards(let cards): self.cards(cards, column)
        case .drawing(let drawing): self.drawing(drawing, column)
        case .figure(let figure): self.figure(figure, column)
        case .qrCode(let payload, let caption): qrCode(payload, caption, column)
        case .writingLines(let count): writingLines(count, column)
        case .contents(let depth): contents(depth, column)
        case .together(let blocks): together(blocks, column)
        case .pageBreak: [.pageBreak]
        case .end(let runs): end(runs, column)
        case .verbatim(let text): verbatim(text, column)
        case .quote(let blocks): quote(blocks, column)
        case .rule: rule(column)
        case .stress(let blocks): self.strips(blocks, stressed(column))
        case .leaf(let leaf): self.strips(leaf.whole, column)
        }
    }

    /// A column of type for reading under stress.
    private func stressed(_ column: Column) -> Column {
        var column = column
        column.size = max(column.size, sheet.stress)
        return column
    }

    private func space(above block: Block) -> Double {
        switch block {
        case .heading(let level, _, _): sheet.step * [4, 3, 2.4, 2][min(max(level, 1), 4) - 1]
        case .paragraph, .list, .quote, .rule: sheet.step
        case .together(let blocks), .stress(let blocks): blocks.first.map(space(above:)) ?? 0
        case .leaf: 0
        case .pageBreak: 0
        default: sheet.step * 1.5
        }
    }

    // MARK: - Text

    /// Lines as strips, never parted so that one line stands alone.
    func text(
        _ runs: [Run], size: Double, face: Typesetter.Face = .regular, tone: Drawing.Tone = .black,
        alignment: Table.Column.Alignment = .left, leading: Double? = nil, _ column: Column, element: Int32
    ) -> [Strip] {
        let paragraph = inline.paragraph(
            runs, size: size, face: face, tone: tone, element: element, structure: structure,
            addresses: column.keepsAddresses ? .beside : .footnotes)
        return text(paragraph, size: size, alignment: alignment, leading: leading, column)
    }

    func text(
        _ paragraph: Paragraph, size: Double, alignment: Table.Column.Alignment = .left, leading: Double? = nil,
        _ column: Column
    ) -> [Strip] {
        guard !paragraph.isEmpty else { return [] }
        let setting = LineSetting(
            x: column.x, width: column.width, alignment: alignment, leading: leading ?? sheet.leading(of: size))
        var strips = setting.strips(paragraph, size: size, typesetter: typesetter)
        if strips.count <= 3 {
            for place in strips.indices.dropLast() { strips[place].keepsWithNext = true }
        } else {
            strips[0].keepsWithNext = true
            strips[strips.count - 2].keepsWithNext = true
        }
        return strips
    }

    private func heading(_ level: Int, _ runs: [Run], _ anchor: String, _ column: Column) -> [Strip] {
        let element = structure.addHeading(level + 1, below: column.parent)
        // The front leaf begins with the title of the whole.
        let own = level < 1 ? sheet.title : sheet.headings[min(level, sheet.headings.count) - 1]
        let size = max(own, column.size)
        var strips = text(runs, size: size, face: .bold, leading: 1.25, column, element: element)
        guard !strips.isEmpty else { return [] }
        if level == 1 {
            strips[0] = strips[0].padded(top: sheet.step * 0.7)
            strips[0].ruleAbove = .shape(
                .line(x1: column.x, y1: 0, x2: column.x + column.width, y2: 0, .init(1.4, .black)),
                element: Structure.artifact)
        }
        section.title = runs.plainText
        strips[0].marks.append(.anchor(anchor, y: 0))
        for place in strips.indices {
            strips[place].keepsWithNext = true
            strips[place].heading = (level, section.title)
        }
        return strips
    }

    private func paragraph(_ runs: [Run], _ style: Block.ParagraphStyle, _ column: Column) -> [Strip] {
        guard !runs.isEmpty else { return [] }
        let element = structure.add(.paragraph, below: column.parent)
        switch style {
        case .body: return text(runs, size: column.size, column, element: element)
        case .lead: return text(runs, size: max(sheet.lead, column.size), column, element: element)
        case .small: return text(runs, size: min(sheet.small, column.size), tone: .dark, column, element: element)
        case .note:
            // Notes stand apart from actions: smaller, behind a thin rule.
            if column.isAside { return text(runs, size: column.size, column, element: element) }
            let size = (column.size + sheet.small) / 2
            var strips = text(runs, size: size, tone: .black, column.indented(by: sheet.step * 1.5), element: element)
            strips.bar(x: column.x + sheet.step * 0.5, width: 0.8, tone: .middle)
            return strips
        }
    }

    /// A short line in the middle of the column.
    private func rule(_ column: Column) -> [Strip] {
        let inset = column.width * 0.3
        let line = Mark.shape(
            .line(
                x1: column.x + inset, y1: sheet.step, x2: column.x + column.width - inset, y2: sheet.step,
                .init(0.8, .middle)), element: Structure.artifact)
        return [Strip(height: sheet.step * 2, marks: [line])]
    }

    private func list(_ content: List, _ column: Column) -> [Strip] {
        let isOrdered = content.isOrdered
        let list = structure.add(.list, below: column.parent, [.numbering(isOrdered: isOrdered)])
        func sign(_ place: Int, _ box: Bool?) -> [Run] {
            let number = isOrdered ? "\(content.start + place)." : ""
            guard let box else { return [.text(isOrdered ? number : "•")] }
            return (isOrdered ? [.text(number + "\u{A0}")] : []) + [box ? .text("☒") : Run(.tick)]
        }
        let widest =
            content.items.enumerated().map {
                typesetter.width(sign($0.offset, $0.element.box).plainText, .regular)
            }.max() ?? 0
        let indent = widest * column.size / 1000 + sheet.step * 1.4
        var result: [Strip] = []
        for (place, part) in content.items.enumerated() {
            let blocks = part.blocks
            let item = structure.add(.item, below: list)
            let label = structure.add(.label, below: item)
            let body = structure.add(.itemBody, below: item)
            let sign = text(
                sign(place, part.box), size: column.size, alignment: isOrdered ? .right : .left,
                Column(x: column.x + sheet.step * 0.4, width: indent - sheet.step, size: column.size, parent: item),
                element: label)
            var inner = cell(blocks, (column.beside(indent) ?? column).below(body))
            if inner.isEmpty || column.beside(indent) == nil {
                inner.insert(Strip(height: column.size * sheet.leading, keepsWithNext: !inner.isEmpty), at: 0)
            }
            inner[0].marks.insert(contentsOf: sign.first?.marks ?? [], at: 0)
            inner[0].height = max(inner[0].height, sign.first?.height ?? 0)
            inner[0].space = place == 0 ? 0 : sheet.step * 0.5
            result += inner
        }
        return result
    }

    /// Blocks in a cell or an item: a lone paragraph is its content, without an element of its own.
    func cell(
        _ blocks: [Block], _ column: Column, alignment: Table.Column.Alignment = .left, face: Typesetter.Face = .regular
    ) -> [Strip] {
        if blocks.count == 1, case .paragraph(let runs, .body) = blocks[0] {
            // Where a part is strong, the rest is not.
            let face = face == .bold && runs.contains { $0.style.contains(.strong) } ? .regular : face
            return text(runs, size: column.size, face: face, alignment: alignment, column, element: column.parent)
        }
        return strips(blocks, column)
    }

    private func quote(_ blocks: [Block], _ column: Column) -> [Strip] {
        let element = structure.add(.quote, below: column.parent)
        var strips = self.strips(blocks, column.indented(by: sheet.step * 2.5).below(element))
        strips.absorbSpaces()
        strips.bar(x: column.x + sheet.step, width: 1.6, tone: .light)
        return strips
    }

    private func verbatim(_ text: String, _ column: Column) -> [Strip] {
        let element = structure.add(.paragraph, below: column.parent)
        var runs: [Run] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if !runs.isEmpty { runs.append(Run(.lineBreak)) }
            let kept = line.map { $0 == " " ? "\u{A0}" : $0 == "\t" ? "\u{A0}\u{A0}" : String($0) }.joined()
            runs.append(.text(kept.isEmpty ? "\u{A0}" : kept))
        }
        let inner = column.indented(by: sheet.step, right: sheet.step)
        var strips = self.text(runs, size: column.size * 0.88, face: .fixed, inner, element: element)
        strips.padEnds(sheet.step * 0.7)
        strips.background(column, .pale)
        return strips
    }

    private func together(_ blocks: [Block], _ column: Column) -> [Strip] {
        var strips = self.strips(blocks, column)
        guard strips.height <= fullRoom, !strips.contains(where: \.isPageBreak) else { return strips }
        for place in strips.indices.dropLast() { strips[place].keepsWithNext = true }
        return strips
    }

    private func end(_ runs: [Run], _ column: Column) -> [Strip] {
        let element = structure.add(.paragraph, below: column.parent)
        let paragraph = inline.paragraph(runs, size: sheet.body, face: .bold, element: element, structure: structure)
        var strips = text(
            paragraph, size: sheet.body, alignment: .center, column.indented(by: sheet.step * 4, right: sheet.step * 4))
        guard strips.count == 1 else { return strips }
        let half = min(paragraph.naturalWidth, column.width) / 2 + sheet.step
        let middle = column.x + column.width / 2
        let y = strips[0].height / 2
        for (from, to) in [(column.x, middle - half), (middle + half, column.x + column.width)] where to > from {
            strips[0].marks.append(
                .shape(.line(x1: from, y1: y, x2: to, y2: y, .init(1, .black)), element: Structure.artifact))
        }
        return strips
    }

    private func writingLines(_ count: Int, _ column: Column) -> [Strip] {
        let y = sheet.writingHeight - 1
        let line = Mark.shape(
            .line(x1: column.x, y1: y, x2: column.x + column.width, y2: y, .init(0.6, .middle)),
            element: Structure.artifact)
        let count = max(0, min(count, 1000))
        // A few lines stay on one page.
        return (0..<count).map {
            Strip(height: sheet.writingHeight, marks: [line], keepsWithNext: count <= 8 && $0 < count - 1)
        }
    }

    private func contents(_ depth: Int, _ column: Column) -> [Strip] {
        let shown = headings.filter { (1...max(depth, 1)).contains($0.level) }
        guard !shown.isEmpty else { return [] }
        let title = structure.addHeading(2, below: column.parent)
        var result = text(
            [.text(words.contents)], size: sheet.headings[0], face: .bold, leading: 1.25, column, element: title)
        for place in result.indices {
            result[place].keepsWithNext = true
            result[place].heading = (1, words.contents)
        }
        let list = structure.add(.contents, below: column.parent)
        let numberWidth = typesetter.width("0000", .regular) * column.size / 1000
        let highest = shown.map(\.level).min() ?? 1
        for entry in shown {
            let item = structure.add(.contentsItem, below: list)
            let link = structure.add(.link, below: item)
            let face: Typesetter.Face = entry.level == highest ? .bold : .regular
            let plain = entry.runs.map { Run($0.content, $0.style) }
            let inner = column.indented(
                by: Double(entry.level - highest) * sheet.step * 2.5, right: numberWidth + sheet.step)
            var lines = text(plain, size: column.size, face: face, inner, element: link)
            guard !lines.isEmpty else { continue }
            var last = lines.count - 1
            if lines.count > 1 {
                lines = [lines.merged()]
                last = 0
            }
            let baseline = lines[last].lastBaseline ?? column.size
            let end = lines[last].rightmost ?? inner.x
            let right = column.x + column.width
            if right - numberWidth - end > sheet.step * 2 {
                lines[last].marks.append(
                    .shape(
                        .line(
                            x1: end + sheet.step, y1: baseline - 1, x2: right - numberWidth, y2: baseline - 1,
                            .init(0.6, .middle, isDashed: true)), element: Structure.artifact))
            }
            lines[last].marks.append(
                .pageNumber(
                    .init(
                        anchor: entry.anchor, x: right, endsThere: true, baseline: baseline, size: column.size,
                        face: face),
                    element: link))
            lines[last].marks.append(
                .link(
                    Mark.Area(x: inner.x, y: 0, width: right - inner.x, height: lines[last].height),
                    .anchor(entry.anchor),
                    title: plain.plainText, element: link))
            lines[0].space = entry.level == highest ? sheet.step * 0.8 : sheet.step * 0.2
            result += lines
        }
        return result
    }
}
