import PlancDocument
import PlancPictures

extension Flow {
    /// A picture in its column: made smaller when it is wider than the column or higher than a page.
    func drawing(_ drawing: Drawing, _ column: Column) -> [Strip] {
        guard drawing.width > 0, drawing.height > 0 else { return [] }
        var title: [Strip] = []
        // The heading above may name it already: "Timeline – Ransomware" below "Ransomware".
        if !drawing.title.isEmpty, section.title.isEmpty || !drawing.title.hasSuffix(section.title) {
            title = text(
                [.text(drawing.title)], size: column.size, face: .bold, column,
                element: structure.add(.paragraph, below: column.parent))
            for place in title.indices { title[place].keepsWithNext = true }
        }
        let figure = structure.add(.figure, below: column.parent, [.alternative(drawing.alternative)])
        let room = max((pageRoom + repeatedRoom) * 0.92 - title.height, 40)
        let scale = min(1, column.width / drawing.width, room / drawing.height)
        var marks: [Mark] = []
        for shape in drawing.shapes { marks += self.marks(shape, scale, column.x, figure) }
        return title + [Strip(height: drawing.height * scale, space: sheet.step * 0.5, marks: marks)]
    }

    private func marks(_ shape: Drawing.Shape, _ scale: Double, _ left: Double, _ element: Int32) -> [Mark] {
        func point(_ point: Drawing.Point) -> Drawing.Point { .init(left + point.x * scale, point.y * scale) }
        func stroke(_ stroke: Drawing.Stroke?) -> Drawing.Stroke? {
            stroke.map { .init(max($0.width * scale, 0.3), $0.tone, isDashed: $0.isDashed) }
        }
        switch shape {
        case .line(let from, let to, let line):
            let (a, b) = (point(from), point(to))
            return [.shape(.line(x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke(line) ?? line), element: element)]
        case .rectangle(let origin, let width, let height, let fill, let line, let radius):
            let corner = point(origin)
            let area = Mark.Area(x: corner.x, y: corner.y, width: width * scale, height: height * scale)
            return [
                .shape(.rectangle(area, fill: fill, stroke: stroke(line), radius: radius * scale), element: element)
            ]
        case .circle(let center, let radius, let fill, let line):
            let middle = point(center)
            return [
                .shape(
                    .circle(x: middle.x, y: middle.y, radius: radius * scale, fill: fill, stroke: stroke(line)),
                    element: element)
            ]
        case .polygon(let points, let fill, let line):
            return points.isEmpty
                ? [] : [.shape(.polygon(points.map(point), fill: fill, stroke: stroke(line)), element: element)]
        case .text(let words, let at, let size, let anchor, let isStrong, let maxWidth, let tone):
            return label(
                words, point(at), size: size * scale, anchor, isStrong ? .bold : .regular, maxWidth.map { $0 * scale },
                tone, element)
        }
    }

    /// Text on one line: smaller when it is too wide (down to 70 %, and not below 7 points), then on several lines about the same
    /// place. Nothing is cut: a word that is wider than its place by itself is set smaller still.
    private func label(
        _ words: String, _ at: Drawing.Point, size: Double, _ anchor: Drawing.Anchor, _ face: Typesetter.Face,
        _ limit: Double?,
        _ tone: Drawing.Tone, _ element: Int32
    ) -> [Mark] {
        let text = InlineBuilder.clean(words)
        guard let limit, limit > 0, typesetter.width(text, face) * size / 1000 > limit else {
            return labelLine(text, at, size: size, anchor, face, tone, element)
        }
        let width = typesetter.width(text, face) * size / 1000
        let smaller = max(size * limit / width, size * 0.7, min(size, 7))
        let lines = Drawing.lines(text) { typesetter.width($0, face) * smaller / 1000 <= limit + 0.01 }
        return lines.enumerated().flatMap { place, line -> [Mark] in
            let width = typesetter.width(line, face) * smaller / 1000
            let down = smaller * 1.15 * (Double(place) - Double(lines.count - 1) / 2)
            return labelLine(
                line, .init(at.x, at.y + down), size: smaller * min(1, limit / max(width, 0.01)), anchor, face, tone,
                element)
        }
    }

    private func labelLine(
        _ words: String, _ at: Drawing.Point, size: Double, _ anchor: Drawing.Anchor, _ face: Typesetter.Face,
        _ tone: Drawing.Tone, _ element: Int32
    ) -> [Mark] {
        let paragraph = inline.paragraph(
            [.text(words)], size: size, face: face, tone: tone, element: element, structure: structure, addresses: .none
        )
        let width = paragraph.naturalWidth
        let x =
            switch anchor {
            case .start: at.x
            case .middle: at.x - width / 2
            case .end: at.x - width
            }
        guard
            let line = LineSetting(x: x, width: width + 1, leading: 1).strips(
                paragraph, size: size, typesetter: typesetter
            ).first
        else { return [] }
        let baseline = line.lastBaseline ?? 0
        return line.marks.map { mark in
            var moved = mark
            moved.move(down: at.y - baseline)
            return moved
        }
    }

    /// A QR code with its quiet zone, and under it the words that it stands for.
    func qrCode(_ payload: String, _ caption: [Run], _ column: Column) -> [Strip] {
        let side = sheet.qrSide
        var result: [Strip] = []
        if let rows = QRSymbol.rows(payload) {
            let figure = structure.add(
                .figure, below: column.parent,
                [.alternative(caption.isEmpty ? payload : caption.plainText + " – " + payload)])
            let module = side / Double(rows.count)
            // Four squares of white around it, as the standard asks; codes side by side stand on one height, whatever they hold.
            let white = side * 4 / 21
            let quiet = Mark.Area(
                x: column.x - 4 * module, y: -4 * module, width: side + 8 * module, height: side + 8 * module)
            let strip = Strip(
                height: side,
                marks: [
                    .shape(.rectangle(quiet, fill: .white, stroke: nil, radius: 0), element: Structure.artifact),
                    .shape(.modules(x: column.x, y: 0, side: module, rows: rows), element: figure),
                ], keepsWithNext: true)
            result.append(strip.padded(top: white - sheet.step, bottom: white))
        }
        let runs = caption.isEmpty ? [Run.text(payload, .code)] : caption
        var lines = text(runs, size: column.size, column, element: structure.add(.paragraph, below: column.parent))
        lines.first(space: 0)
        return result + lines
    }
}
