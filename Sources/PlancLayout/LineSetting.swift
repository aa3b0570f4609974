import PlancDocument

/// Where the lines of a paragraph stand in their column.
struct LineSetting {
    var x: Double
    var width: Double
    var alignment: Table.Column.Alignment = .left
    var leading: Double

    /// A strip a line, its marks placed.
    func strips(_ paragraph: Paragraph, size: Double, typesetter: Typesetter) -> [Strip] {
        paragraph.lines(width: width, typesetter: typesetter).map { line in
            strip(line, paragraph, size: size, typesetter)
        }
    }

    private func strip(_ line: Line, _ paragraph: Paragraph, size: Double, _ typesetter: Typesetter) -> Strip {
        // Small type takes the leading of small type, also where the column is of a larger one.
        var largest = 0.0
        var hasBlank = false
        var blankRoom = 0.0
        for fragment in line.fragments {
            let style = paragraph.styles[Int(fragment.style)]
            // A raised number needs the line that it is raised from.
            largest = max(largest, style.rise > 0 ? min(style.size + style.rise, size) : style.size)
            guard case .blank(let label, let labelSize) = fragment.kind else { continue }
            hasBlank = true
            // Below it stands what it is for, if that is not said elsewhere.
            if !label.isEmpty { blankRoom = max(blankRoom, labelSize * 1.1) }
        }
        if largest == 0 { largest = size }
        let size = min(size, largest)
        let above = hasBlank ? largest * 0.35 : 0
        let height = largest * leading + above + blankRoom
        // Capitals stand in the middle of the line.
        let baseline = above + largest * leading / 2 + size * 0.36 + (largest - size) * 0.3
        var x = self.x
        let slack = width - line.width
        switch alignment {
        case .left: if paragraph.isRightToLeft { x += slack }
        case .right: x += slack
        case .center: x += slack / 2
        }
        var builder = LineBuilder(typesetter: typesetter, baseline: baseline, height: height, above: above)
        for fragment in line.fragments {
            builder.add(fragment, paragraph.styles[Int(fragment.style)], x: x)
            x += fragment.width
        }
        return Strip(height: height, baseline: baseline, marks: builder.finish())
    }
}

/// Gathers the fragments of a line into marks: neighbours of one style and font are one.
private struct LineBuilder {
    let typesetter: Typesetter
    let baseline: Double
    let height: Double
    let above: Double
    var marks: [Mark] = []
    private var current: TextMark?
    private var currentFont = -1
    private var link: (area: Mark.Area, destination: Run.Destination, title: String, element: Int32)?
    private var backgrounds: [Mark] = []
    private var landmarks: [Landmark] = []

    init(typesetter: Typesetter, baseline: Double, height: Double, above: Double) {
        self.typesetter = typesetter
        self.baseline = baseline
        self.height = height
        self.above = above
    }

    mutating func add(_ fragment: Fragment, _ style: InlineStyle, x: Double) {
        switch fragment.kind {
        case .word(let word), .space(let word): addWord(word, fragment.width, style, x)
        case .blank(let label, let labelSize):
            flush()
            marks.append(
                .shape(
                    .line(x1: x, y1: baseline + 2, x2: x + fragment.width - 1.5, y2: baseline + 2, .init(0.7, .black)),
                    element: Structure.artifact))
            marks.append(
                .text(
                    TextMark(
                        words: label, x: x + 0.5, baseline: baseline + 2 + labelSize * 0.95,
                        width: label.reduce(0) { $0 + typesetter.words[Int($1)].width } * labelSize / 1000,
                        top: baseline + 2, bottom: height, size: labelSize, tone: .dark, element: style.element)))
        case .tick:
            flush()
            let side = fragment.width * 0.9
            let area = Mark.Area(x: x, y: baseline - side + style.size * 0.06, width: side, height: side)
            marks.append(.shape(.tickBox(area), element: style.element))
        case .page(let anchor, let document, let endsThere):
            flush()
            marks.append(
                .pageNumber(
                    .init(
                        anchor: anchor, document: document, x: endsThere ? x + fragment.width : x, endsThere: endsThere,
                        baseline: baseline,
                        size: style.size, face: style.face, room: endsThere ? 0 : fragment.width),
                    element: style.element))
        case .tab(let label): addTab(label, fragment.width, style, x)
        case .lineBreak: break
        }
        if let note = style.footnote {
            let area = Mark.Area(
                x: x, y: baseline - style.rise - style.size * 0.9, width: fragment.width, height: style.size * 1.1)
            backgrounds.append(.footnote(area, number: note.number, link: style.element, parent: note.parent))
        }
        if style.isStruck {
            let y = baseline - style.size * 0.26
            backgrounds.append(
                .shape(
                    .line(x1: x, y1: y, x2: x + fragment.width, y2: y, .init(0.9, .black)), element: Structure.artifact)
            )
        }
        for landmark in style.landmarks where !landmarks.contains(landmark) { landmarks.append(landmark) }
        addLink(fragment, style, x)
    }

    /// A digit in the middle of its frame, and the frame on the middle of the line.
    private mutating func addTab(_ label: [Int32], _ width: Double, _ style: InlineStyle, _ x: Double) {
        flush()
        let side = style.size * InlineBuilder.tabSide
        let middle = baseline - style.size * 0.36
        let natural = label.reduce(0) { $0 + typesetter.words[Int($1)].width } * style.size / 1000
        let area = Mark.Area(x: x + 0.6, y: middle - side / 2, width: width - 1.2, height: side)
        marks.append(
            .shape(.rectangle(area, fill: nil, stroke: .init(1.2, .black), radius: 0), element: Structure.artifact))
        marks.append(
            .text(
                TextMark(
                    words: label, x: x + (width - natural) / 2, baseline: baseline, width: natural, top: above,
                    bottom: height, size: style.size, tone: .black, element: style.element)))
    }

    private mutating func addWord(_ word: Int32, _ width: Double, _ style: InlineStyle, _ x: Double) {
        let font = typesetter.words[Int(word)].font
        if style.isField {
            let area = Mark.Area(x: x, y: baseline - style.size * 0.95, width: width, height: style.size * 1.22)
            marks.insert(
                .shape(.rectangle(area, fill: .pale, stroke: nil, radius: 0), element: Structure.artifact), at: 0)
        }
        if current != nil, currentFont == font, current?.size == style.size, current?.element == style.element,
            current?.tone == style.tone
        {
            current?.words.append(word)
            current?.width += width
        } else {
            flush()
            currentFont = font
            current = TextMark(
                words: [word], x: x, baseline: baseline - style.rise, width: width, top: above, bottom: height,
                size: style.size,
                tone: style.tone, element: style.element)
        }
    }

    private mutating func addLink(_ fragment: Fragment, _ style: InlineStyle, _ x: Double) {
        if let open = link, style.link == open.destination, style.element == open.element {
            let end = max(open.area.x + open.area.width, x + fragment.width)
            link?.area.x = min(open.area.x, x)
            link?.area.width = end - min(open.area.x, x)
            return
        }
        closeLink()
        guard let destination = style.link, !fragment.isSpace else { return }
        let area = Mark.Area(x: x, y: above, width: fragment.width, height: height - above)
        link = (area, destination, style.linkTitle, style.element)
    }

    private mutating func closeLink() {
        guard let open = link else { return }
        backgrounds.append(.link(open.area, open.destination, title: open.title, element: open.element))
        link = nil
    }

    private mutating func flush() {
        if let mark = current { marks.append(.text(mark)) }
        current = nil
    }

    mutating func finish() -> [Mark] {
        flush()
        closeLink()
        return marks + backgrounds + landmarks.map { .landmark($0) }
    }
}
