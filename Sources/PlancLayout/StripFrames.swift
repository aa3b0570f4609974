import PlancDocument

extension Strip {
    func padded(top: Double = 0, bottom: Double = 0) -> Strip {
        var result = self
        result.height += top + bottom
        result.baseline = baseline.map { $0 + top }
        for place in result.marks.indices { result.marks[place].move(down: top) }
        return result
    }

    var lastBaseline: Double? {
        marks.reversed().lazy.compactMap { if case .text(let mark) = $0 { mark.baseline } else { nil } }.max()
    }

    /// Where the last line of text ends.
    var rightmost: Double? {
        guard let baseline = lastBaseline else { return nil }
        return marks.compactMap { mark in
            if case .text(let text) = mark, text.baseline == baseline { text.x + text.width } else { nil }
        }.max()
    }
}

extension [Strip] {
    mutating func padEnds(_ room: Double) {
        guard !isEmpty else { return }
        self[0] = self[0].padded(top: room)
        self[count - 1] = self[count - 1].padded(bottom: room)
    }

    /// A vertical rule beside all strips, without gaps.
    mutating func bar(x: Double, width: Double, tone: Drawing.Tone) {
        absorbSpaces()
        for place in indices {
            let area = Mark.Area(x: x, y: 0, width: width, height: self[place].height)
            self[place].marks.insert(
                .shape(.rectangle(area, fill: tone, stroke: nil, radius: 0), element: Structure.artifact), at: 0)
        }
    }

    mutating func background(_ column: Column, _ tone: Drawing.Tone) {
        bar(x: column.x, width: column.width, tone: tone)
    }

    /// Lines around all strips, `inset` from their top and bottom; open at a page break.
    mutating func frame(_ column: Column, width: Double, tone: Drawing.Tone = .black, inset: Double = 0) {
        absorbSpaces()
        let half = width / 2
        let left = column.x + half
        let right = column.x + column.width - half
        for place in indices {
            let height = self[place].height
            let top = place == 0 ? inset : 0
            let bottom = place == count - 1 ? height - inset : height
            var lines: [(Double, Double, Double, Double)] = [(left, top, left, bottom), (right, top, right, bottom)]
            if place == 0 { lines.append((column.x, top + half, column.x + column.width, top + half)) }
            if place == count - 1 { lines.append((column.x, bottom - half, column.x + column.width, bottom - half)) }
            for line in lines {
                self[place].marks.append(
                    .shape(
                        .line(x1: line.0, y1: line.1, x2: line.2, y2: line.3, .init(width, tone)),
                        element: Structure.artifact))
            }
        }
    }
}
