import PlancDocument

/// What stands on every page, so that a page torn out still says what it belongs to: above, the plan, the
/// watermark's word and the TLP label; below, the document, version, date, revision, copy and the page's number.
struct Furniture {
    let flow: Flow
    let document: Document
    /// Marks that are the same on every page.
    private(set) var marks: [Mark] = []
    private(set) var contentTop = 0.0
    private(set) var contentBottom = 0.0
    private var footBaseline = 0.0
    /// Where the running head tells the chapter, in a document that has chapters.
    private var runningTop: Double?

    init(flow: Flow, document: Document) {
        self.flow = flow
        self.document = document
        if let watermark = document.watermark, !watermark.isEmpty { marks += self.watermark(watermark) }
        let head = self.head()
        let foot = self.foot()
        marks += head.marks + foot.marks
        contentTop = head.edge + flow.sheet.step * 2.5
        if hasChapters { runningTop = head.edge - 4.5 - flow.sheet.furniture * 1.25 }
        contentBottom = foot.edge - flow.sheet.step * 1.5
        footBaseline = foot.baseline
    }

    private var sheet: StyleSheet { flow.sheet }

    private var hasChapters: Bool { document.hasChapters }

    /// "Checklists · Ransomware · During the crisis": the chapter of a page, as far as it fits on a line.
    func running(_ path: [String]) -> [Mark] {
        guard let runningTop else { return [] }
        var parts: [String] = []
        for title in path {
            // "Crisis lead · Crisis lead – Fire" says it twice.
            if let last = parts.last, title.hasPrefix(last) { parts.removeLast() }
            parts.append(title)
        }
        func width(_ text: String) -> Double {
            flow.typesetter.width(InlineBuilder.clean(text), .bold) * sheet.furniture / 1000
        }
        func isTooLong(_ parts: [String]) -> Bool {
            let text = parts.joined(separator: " · ")
            return width(text) > sheet.contentWidth || ShortTitle.readsAsSentence(text)
        }
        // What lies between a scenario and the message or stage on the page goes first; then words of the last title.
        while parts.count > 3, isTooLong(parts) { parts.remove(at: parts.count - 2) }
        // A chapter's name that is a phrase itself gives way to what it holds, but for what a tab on the edge names: without its digit
        // the page would be of any scenario.
        if parts.count == 2, isTooLong(parts), document.edge == nil, parts[0].split(separator: " ").count > 3 {
            parts.removeFirst()
        }
        // A title is never cut: parts of the path go first, then its type gives way.
        while parts.count > 1, isTooLong(parts) { parts.removeLast() }
        guard let first = parts.first else { return [] }
        let text = parts.count == 1 ? first : parts.joined(separator: " · ")
        let size = min(sheet.furniture, sheet.furniture * sheet.contentWidth / max(width(text), 1))
        var marks = flow.text(
            [.text(text, .strong)], size: size, leading: 1.25, column(sheet.marginLeft, sheet.contentWidth + 1),
            element: Structure.artifact
        ).merged().marks
        for place in marks.indices { marks[place].move(down: runningTop) }
        return marks
    }

    private func column(_ x: Double, _ width: Double) -> Column {
        Column(x: x, width: width, size: sheet.furniture, parent: Structure.artifact)
    }

    private func lines(_ runs: [Run], _ alignment: Table.Column.Alignment, _ column: Column) -> [Strip] {
        flow.text(runs, size: sheet.furniture, alignment: alignment, leading: 1.25, column, element: Structure.artifact)
    }

    private func head() -> (marks: [Mark], edge: Double) {
        let right = sheet.marginLeft + sheet.contentWidth
        var labelWidth = 0.0
        var marks: [Mark] = []
        let pad = 4.0
        var height = sheet.furniture * 1.25
        if let label = document.classification, !label.isEmpty {
            let natural = flow.typesetter.width(InlineBuilder.clean(label), .bold) * sheet.furniture / 1000
            labelWidth = min(natural + 2 * pad + 1, sheet.contentWidth * 0.4)
            var box = lines([.text(label, .strong)], .center, column(right - labelWidth + pad, labelWidth - 2 * pad))
                .merged()
            height = max(height, box.height)
            box.marks.append(
                .shape(
                    .rectangle(
                        .init(x: right - labelWidth, y: -2, width: labelWidth, height: box.height + 4), fill: nil,
                        stroke: .init(1, .black), radius: 0),
                    element: Structure.artifact))
            marks += box.marks
        }
        let middleWidth =
            document.watermark.map { word in
                min(
                    flow.typesetter.width(InlineBuilder.clean(word), .bold) * sheet.furniture / 1000 + 2,
                    sheet.contentWidth * 0.24)
            } ?? 0
        let leftWidth = sheet.contentWidth - labelWidth - middleWidth - 2 * sheet.step
        let stamp = document.stamp
        let name = [stamp.organisation, stamp.plan].filter { !$0.isEmpty }.joined(separator: " · ")
        let left = lines([.text(name, hasChapters ? [] : .strong)], .left, column(sheet.marginLeft, max(leftWidth, 60)))
            .merged()
        marks += left.marks
        height = max(height, left.height)
        if let word = document.watermark {
            let middle = lines(
                [.text(word, .strong)], .center, column(sheet.marginLeft + leftWidth + sheet.step, middleWidth)
            ).merged()
            marks += middle.marks
            height = max(height, middle.height)
        }
        let top = sheet.marginTop
        if hasChapters { height = max(height + 2, sheet.furniture * 1.25 + 4) + sheet.furniture * 1.25 }
        let edge = top + height + 4.5
        for place in marks.indices { marks[place].move(down: top) }
        marks.append(rule(edge, 0.8))
        return (marks, edge)
    }

    private func rule(_ y: Double, _ width: Double) -> Mark {
        .shape(
            .line(x1: sheet.marginLeft, y1: y, x2: sheet.marginLeft + sheet.contentWidth, y2: y, .init(width, .black)),
            element: Structure.artifact)
    }

    private func foot() -> (marks: [Mark], edge: Double, baseline: Double) {
        let numberWidth =
            flow.typesetter.width(pageText(8888, of: 8888), .bold) * sheet.furniture / 1000 + sheet.step * 2
        let stamp = document.stamp
        let parts = [stamp.version, stamp.date, stamp.revision ?? "", stamp.copy ?? ""].filter { !$0.isEmpty }
            .map { String($0.map { $0 == " " ? "\u{A0}" : $0 }) }
        let runs: [Run] = [.text(document.title, .strong), .text(([""] + parts).joined(separator: " · "))]
        let block = lines(runs, .left, column(sheet.marginLeft, sheet.contentWidth - numberWidth)).merged()
        let top = sheet.pageHeight - sheet.marginBottom - max(block.height, sheet.furniture * 1.25)
        var marks = block.marks
        for place in marks.indices { marks[place].move(down: top) }
        let edge = top - 3.5
        marks.append(rule(edge, 0.8))
        return (marks, edge, top + sheet.furniture * (1.25 / 2 + 0.36))
    }

    /// Pale enough that text on it reads as on white, and told in the running head as well.
    private func watermark(_ word: String) -> [Mark] {
        let text = InlineBuilder.clean(word)
        let words = flow.typesetter.shape(text, .bold).map { $0 }
        let natural = words.reduce(0) { $0 + flow.typesetter.words[$1].width } / 1000
        guard natural > 0 else { return [] }
        let size = min(sheet.pageWidth * 0.92 / natural, 130)
        return [
            .shape(
                .watermark(
                    words: words, x: sheet.pageWidth / 2, y: sheet.pageHeight / 2, size: size, angle: 52,
                    width: natural * size),
                element: Structure.artifact)
        ]
    }

    func pageText(_ number: Int, of total: Int) -> String {
        var result = ""
        var rest = flow.words.pageOf[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            let tail = rest[open...]
            if tail.hasPrefix("{0}") {
                result += String(number)
            } else if tail.hasPrefix("{1}") {
                result += String(total)
            } else {
                result += "{"
                rest = tail.dropFirst()
                continue
            }
            rest = tail.dropFirst(3)
        }
        return result + rest
    }

    /// The page's number, when the number of all pages is known.
    func number(_ number: Int, of total: Int) -> Mark? {
        let words = flow.typesetter.shape(InlineBuilder.clean(pageText(number, of: total)), .bold)
        let width = words.reduce(0) { $0 + flow.typesetter.words[$1].width } * sheet.furniture / 1000
        guard !words.isEmpty else { return nil }
        return .text(
            TextMark(
                words: words.map(Int32.init), x: sheet.marginLeft + sheet.contentWidth - width, baseline: footBaseline,
                width: width,
                top: footBaseline - sheet.furniture, bottom: footBaseline + sheet.furniture * 0.3,
                size: sheet.furniture,
                tone: .black, element: Structure.artifact))
    }
}
