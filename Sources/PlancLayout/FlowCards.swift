import PlancDocument

extension Flow {
    /// Cards two by two, edge to edge, with marks where to cut: eight on a page. Above them, a card with two sides takes
    /// both places, with a dashed line where to fold: the order of the lowering, which tells it first.
    func cards(_ cards: [Card], _ column: Column) -> [Strip] {
        let width = sheet.cardWidth
        let height = sheet.cardHeight
        let left = (sheet.pageWidth - 2 * width) / 2
        var result: [Strip] = []
        for card in cards where card.back != nil {
            for sides in folded(card) {
                var strip = Strip(height: height, space: sheet.step * 3)
                strip.marks = cutMarks(x: left, width: 2 * width, height: height, sides: [true, false])
                let fold = left + width
                strip.marks.append(
                    .shape(
                        .line(x1: fold, y1: 0, x2: fold, y2: height, .init(0.6, .dark, isDashed: true)),
                        element: Structure.artifact))
                strip.marks += print(sides.front, x: left, column.parent)
                if let back = sides.back { strip.marks += print(back, x: fold, column.parent) }
                result.append(strip)
            }
        }
        var faces = cards.filter { $0.back == nil }.flatMap { face($0) }
        let own = faces.count
        // No card stands alone: the place beside the last is for one more of the first.
        if own > 1, own % 2 == 1 { faces.append(faces[0]) }
        for start in stride(from: 0, to: faces.count, by: 2) {
            var strip = Strip(height: height, space: start == 0 && !result.isEmpty ? sheet.step * 3 : 0)
            for place in start..<min(start + 2, faces.count) {
                let x = left + Double(place - start) * width
                strip.marks += cutMarks(x: x, width: width, height: height, sides: [place == start])
                strip.marks += print(faces[place], x: x, place < own ? column.parent : Structure.artifact)
            }
            result.append(strip)
        }
        return result
    }

    /// The edges of a card; `sides`: where ticks for the blade stand, true for left.
    private func cutMarks(x: Double, width: Double, height: Double, sides: [Bool]) -> [Mark] {
        let cut = Drawing.Stroke(0.5, .light)
        var marks: [Mark] = [
            .shape(
                .rectangle(.init(x: x, y: 0, width: width, height: height), fill: nil, stroke: cut, radius: 0),
                element: Structure.artifact)
        ]
        // Outside the grid, for the blade.
        let reach = 9.0
        for isLeft in sides {
            let outer = isLeft ? x - 3 : x + width + 3
            for y in [0, height] {
                marks.append(
                    .shape(
                        .line(x1: outer, y1: y, x2: isLeft ? outer - reach : outer + reach, y2: y, .init(0.8, .black)),
                        element: Structure.artifact))
            }
        }
        return marks
    }

    /// Front and back of a folded card, each as large as its lines let it be. Lines that find no room on a side go on the
    /// same side of another card.
    private func folded(_ card: Card) -> [(front: CardFace, back: CardFace?)] {
        guard let back = card.back else { return [] }
        let fronts = face(Card(title: card.title, lines: card.lines, footer: card.footer))
        let backs = face(Card(title: back.title, lines: back.lines, footer: card.footer))
        let blank = CardFace(
            card: Card(title: card.title, lines: [], footer: card.footer), size: fronts.last?.size ?? 7.5)
        return (0..<max(fronts.count, backs.count)).map { place in
            (place < fronts.count ? fronts[place] : blank, place < backs.count ? backs[place] : nil)
        }
    }

    /// A card whose lines all fit, as large as they can be; what never fits goes on a card of its own.
    private struct CardFace {
        var card: Card
        var size: Double
    }

    private var inset: Double { 10 }

    private func face(_ card: Card) -> [CardFace] {
        for size in [9.5, 9, 8.5, 8, 7.5] where height(card, size) <= sheet.cardHeight {
            return [CardFace(card: card, size: size)]
        }
        guard card.lines.count > 1 else { return [CardFace(card: cut(card), size: 7.5)] }
        var first = card
        var rest = card
        var count = card.lines.count - 1
        repeat {
            first.lines = Array(card.lines[..<count])
            count -= 1
        } while count > 0 && height(first, 7.5) > sheet.cardHeight
        rest.lines = Array(card.lines[first.lines.count...])
        if !rest.title.hasSuffix("(\(words.continued))") { rest.title += " (\(words.continued))" }
        return [CardFace(card: height(first, 7.5) > sheet.cardHeight ? cut(first) : first, size: 7.5)] + face(rest)
    }

    /// One line so long that no card holds it: as much of it as fits, with an ellipsis.
    private func cut(_ card: Card) -> Card {
        var result = card
        var text = (card.lines.first ?? []).plainText
        result.title = String(card.title.prefix(40))
        result.footer = String(card.footer.prefix(60))
        while text.count > 8 {
            result.lines = [[.text(text + "…")]]
            if height(result, 7.5) <= sheet.cardHeight { break }
            text = String(text.prefix(text.count * 3 / 4))
        }
        return result
    }

    private func parts(_ card: Card, _ size: Double, x: Double, _ parent: Int32) -> (top: [Strip], foot: [Strip]) {
        let inner = Column(
            x: x + inset, width: sheet.cardWidth - 2 * inset, size: size, parent: parent, keepsAddresses: true)
        let isPrinted = parent >= 0
        let section = structure.add(.section, below: parent)
        func element(_ tag: Structure.Tag, below parent: Int32) -> Int32 {
            isPrinted ? structure.add(tag, below: parent) : parent
        }
        var top = text(
            [.text(card.title)], size: size + 1.5, face: .bold, leading: 1.2, inner,
            element: element(.paragraph, below: section))
        if let last = top.indices.last { top[last] = top[last].padded(bottom: 2) }
        top.rule(inner, 1, .black)
        for (place, line) in card.lines.enumerated() {
            var strips = text(line, size: size, leading: 1.22, inner, element: element(.paragraph, below: section))
            strips.first(space: place == 0 ? 3 : 1.2)
            top += strips
        }
        let foot =
            card.footer.isEmpty
            ? []
            : text(
                [.text(card.footer)], size: max(size - 1.5, 7.5), tone: .dark, leading: 1.15, inner,
                element: element(.paragraph, below: section))
        return (top, foot)
    }

    private func height(_ card: Card, _ size: Double) -> Double {
        let parts = parts(card, size, x: 0, Structure.artifact)
        return inset * 1.6 + parts.top.height + (parts.foot.isEmpty ? 0 : parts.foot.height + 3)
    }

    private func print(_ face: CardFace, x: Double, _ parent: Int32) -> [Mark] {
        let parts = parts(face.card, face.size, x: x, parent)
        var marks: [Mark] = []
        for var mark in parts.top.merged().marks {
            mark.move(down: inset * 0.8)
            marks.append(mark)
        }
        let foot = parts.foot.merged()
        for var mark in foot.marks {
            mark.move(down: sheet.cardHeight - inset * 0.8 - foot.height)
            marks.append(mark)
        }
        return marks
    }
}
