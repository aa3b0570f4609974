import PlancDocument

/// What a tab says: its mark, upright, and beside it the name of its part, turned, with the tops of its letters to the edge of the page.
///
/// The mark is what everything else refers to: it gives way least. The name is all there or not at all, by the width that it has in
/// its type: the beginning of one may name something else.
struct TabWords {
    private let tab: Edge.Tab
    private let band: Mark.Area
    private let isLeft: Bool
    private let sheet: StyleSheet
    private let typesetter: Typesetter

    /// Words of one line, with their width in thousandths of their size.
    private struct Line {
        var words: [Int]
        var width: Double
    }

    /// What a line takes across, with accents and room to the mark, as a share of its size.
    private static let thickness = 1.2
    /// Between a name and the ends of its tab.
    private static let inset = 2.0

    /// - Parameter band: the part of the tab in which it says something.
    init(_ tab: Edge.Tab, in band: Mark.Area, isLeft: Bool, sheet: StyleSheet, typesetter: Typesetter) {
        (self.tab, self.band, self.isLeft) = (tab, band, isLeft)
        (self.sheet, self.typesetter) = (sheet, typesetter)
    }

    private var tone: Drawing.Tone { tab.isSolid ? .white : .black }

    private func line(_ text: String) -> Line {
        let words = Array(typesetter.shape(InlineBuilder.clean(text), .bold))
        return Line(words: words, width: words.reduce(0) { $0 + typesetter.words[$1].width })
    }

    /// The name in the largest type that fits and leaves the mark its size; beside the smallest, the mark may be smaller by a quarter.
    private func name(beside mark: Line, _ size: Double) -> (line: Line, size: Double)? {
        let line = line(tab.title)
        guard line.width > 0 else { return nil }
        let longest = (band.height - 2 * Self.inset) * 1000 / line.width
        let largest = min(longest, sheet.body, (band.width - mark.width * size / 1000) / Self.thickness)
        let least = max(sheet.furniture, largest)
        let left = band.width - least * Self.thickness
        return least <= longest && left >= mark.width * size * 0.75 / 1000 ? (line, least) : nil
    }

    var marks: [Mark] {
        let mark = line(tab.label)
        let size = min(sheet.tab, band.height / 1.2, mark.width > 0 ? band.width * 1000 / mark.width : sheet.tab)
        let middle = band.y + band.height / 2
        guard let name = name(beside: mark, size) else {
            return [text(mark, size, x: band.x + (band.width - mark.width * size / 1000) / 2, middle)]
        }
        let across = name.size * Self.thickness
        let fitting = min(size, (band.width - across) * 1000 / mark.width)
        let width = mark.width * fitting / 1000
        let free = (band.width - across - width) / 2
        let nameX = isLeft ? band.x + band.width - free - across / 2 : band.x + free + across / 2
        let turned = Mark.Shape.turned(
            words: name.line.words, x: nameX, y: middle, size: name.size, angle: isLeft ? 90 : -90,
            width: name.line.width * name.size / 1000, tone)
        return [
            text(mark, fitting, x: isLeft ? band.x + free : band.x + band.width - free - width, middle),
            .shape(turned, element: Structure.artifact),
        ]
    }

    private func text(_ line: Line, _ size: Double, x: Double, _ middle: Double) -> Mark {
        .text(
            TextMark(
                words: line.words.map(Int32.init), x: x, baseline: middle + size * 0.36,
                width: line.width * size / 1000, top: band.y, bottom: band.y + band.height, size: size, tone: tone,
                element: Structure.artifact))
    }
}
