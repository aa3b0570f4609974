import PlancDocument
import PlancLayout
import PlancPictures
import PlancSource

/// The operators that paint a page, with its marked content.
struct ContentStream {
    private(set) var bytes: [UInt8] = []
    /// The elements whose content this is; the index is the MCID.
    private(set) var owners: [Int32] = []
    private let height: Double
    private let typesetter: Typesetter
    private let usage: FontUsage
    private let pictures: PictureObjects
    /// Element of the open sequence; nil when none is open.
    private var open: Int32?
    private var font = -1
    private var size = -1.0
    private var fill: Drawing.Tone?
    private var stroke: Drawing.Tone?
    private var lineWidth = -1.0
    private var isDashed = false

    /// - Parameters:
    ///   - usage: takes note of the glyphs that are painted.
    ///   - pictures: takes note of the pictures.
    init(height: Double, typesetter: Typesetter, usage: FontUsage, pictures: PictureObjects) {
        self.height = height
        self.typesetter = typesetter
        self.usage = usage
        self.pictures = pictures
        fill = .black
        stroke = .black
    }

    mutating func add(_ mark: Mark) {
        switch mark {
        case .text(let text):
            begin(text.element)
            paint(text)
        case .shape(let shape, let element):
            begin(element)
            paint(shape)
        case .link, .anchor, .footnote, .pageNumber, .landmark: break
        }
    }

    mutating func close() {
        if open != nil { write("EMC\n") }
        open = nil
    }

    mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { bytes += $0 }
    }

    mutating func write(_ text: String) { bytes += text.utf8 }

    private mutating func begin(_ element: Int32) {
        guard open != element else { return }
        close()
        open = element
        if element < 0 {
            write("/Artifact BMC\n")
        } else {
            write("/P<</MCID \(owners.count)>>BDC\n")
            owners.append(element)
        }
    }

    private mutating func numbers(_ values: Double..., operation: StaticString) {
        for value in values {
            PDFValue.append(value, to: &bytes)
            bytes.append(0x20)
        }
        write(operation)
    }

    private mutating func setFill(_ tone: Drawing.Tone) {
        guard fill != tone else { return }
        fill = tone
        let colour = StyleSheet.colour(tone)
        if colour.red == colour.green, colour.green == colour.blue {
            numbers(colour.red, operation: "g\n")
        } else {
            numbers(colour.red, colour.green, colour.blue, operation: "rg\n")
        }
    }

    private mutating func set(_ line: Drawing.Stroke) {
        if stroke != line.tone {
            stroke = line.tone
            let colour = StyleSheet.colour(line.tone)
            if colour.red == colour.green, colour.green == colour.blue {
                numbers(colour.red, operation: "G\n")
            } else {
                numbers(colour.red, colour.green, colour.blue, operation: "RG\n")
            }
        }
        if lineWidth != line.width {
            lineWidth = line.width
            numbers(line.width, operation: "w\n")
        }
        if isDashed != line.isDashed {
            isDashed = line.isDashed
            write(isDashed ? "[3 2.2]0 d\n" : "[]0 d\n")
        }
    }

    // MARK: - Text

    private mutating func paint(_ text: TextMark) {
        guard let first = text.words.first else { return }
        setFill(text.tone)
        let wordFont = typesetter.words[Int(first)].font
        select(wordFont, text.size)
        var x = text.x
        var place = 0
        while place < text.words.count {
            // Words whose glyphs all stand on the line go into one operator.
            var end = place
            var width = 0.0
            while end < text.words.count {
                let word = typesetter.words[Int(text.words[end])]
                guard word.operand != nil, !word.needsText else { break }
                width += word.width
                end += 1
            }
            if end > place {
                write("BT ")
                numbers(x, height - text.baseline, operation: "Td[")
                for index in text.words[place..<end] {
                    usage.use(Int(index))
                    if let operand = typesetter.words[Int(index)].operand { bytes += operand }
                }
                write("]TJ ET\n")
                x += width * text.size / 1000
                place = end
            } else {
                let index = Int(text.words[place])
                usage.use(index)
                paintAlone(typesetter.words[index], x: x, baseline: text.baseline, size: text.size)
                x += typesetter.words[index].width * text.size / 1000
                place += 1
            }
        }
    }

    private mutating func select(_ newFont: Int, _ newSize: Double) {
        guard font != newFont || size != newSize else { return }
        font = newFont
        size = newSize
        write("/F\(usage.number(newFont)) ")
        numbers(newSize, operation: "Tf\n")
    }

    /// A word whose characters are told beside its glyphs, or whose glyphs sit off the line.
    private mutating func paintAlone(_ word: Typesetter.Word, x: Double, baseline: Double, size: Double) {
        write("/Span<</ActualText<FEFF\(PDFValue.utf16(word.text))>>>BDC\n")
        var pen = x
        for glyph in word.glyphs {
            write("BT ")
            numbers(
                pen + Double(glyph.dx) * size / 1000, height - baseline + Double(glyph.dy) * size / 1000,
                operation: "Td<")
            write(hexadecimal(glyph.id, digits: 4))
            write(">Tj ET\n")
            pen += glyph.advance * size / 1000
        }
        write("EMC\n")
    }

    // MARK: - Shapes

    private mutating func paint(_ shape: Mark.Shape) {
        switch shape {
        case .line(let x1, let y1, let x2, let y2, let line):
            set(line)
            numbers(x1, height - y1, operation: "m ")
            numbers(x2, height - y2, operation: "l S\n")
        case .rectangle(let area, let fill, let line, let radius):
            finish(fill, line) { $0.path(area, radius) }
        case .circle(let x, let y, let radius, let fill, let line):
            let area = Mark.Area(x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius)
            finish(fill, line) { $0.path(area, radius) }
        case .polygon(let points, let fill, let line):
            finish(fill, line) { stream in
                for (place, point) in points.enumerated() {
                    stream.numbers(point.x, stream.height - point.y, operation: place == 0 ? "m " : "l ")
                }
                stream.write("h ")
            }
        case .modules(let x, let y, let side, let rows): paintModules(x, y, side, rows)
        case .tickBox(let area):
            write("/Span<</ActualText<FEFF2610>>>BDC\n")
            set(.init(max(area.width * 0.1, 0.9), .black))
            numbers(area.x, height - area.y - area.height, area.width, area.height, operation: "re S\n")
            write("EMC\n")
        case .picture(let picture, let area): paint(picture, area)
        case .watermark(let words, let x, let y, let size, let angle, let width):
            paintWatermark(words, x, y, size, angle, width)
        case .turned(let words, let x, let y, let size, let angle, let width, let tone):
            write("q ")
            turn(angle, x, y)
            let (oldFont, oldSize, oldFill) = (font, self.size, fill)
            // From the middle of the line, which is now where the page begins.
            paint(
                TextMark(
                    words: words.map(Int32.init), x: -width / 2, baseline: height + size * 0.36, width: width,
                    top: height - size / 2, bottom: height + size / 2, size: size, tone: tone,
                    element: Structure.artifact))
            write("Q\n")
            (font, self.size, fill) = (oldFont, oldSize, oldFill)
        }
    }

    private mutating func paint(_ picture: Picture, _ area: Mark.Area) {
        write("q ")
        let bottom = height - area.y - area.height
        for value in picture.matrix(x: area.x, y: bottom, width: area.width, height: area.height) {
            PDFValue.append(value, to: &bytes)
            bytes.append(0x20)
        }
        write("cm/P\(pictures.number(of: picture)) Do Q\n")
    }

    private mutating func finish(_ tone: Drawing.Tone?, _ line: Drawing.Stroke?, _ path: (inout Self) -> Void) {
        if let tone { setFill(tone) }
        if let line { set(line) }
        guard tone != nil || line != nil else { return }
        path(&self)
        write(tone != nil && line != nil ? "B\n" : tone != nil ? "f\n" : "S\n")
    }

    /// A rectangle, its corners rounded with Bézier curves.
    private mutating func path(_ area: Mark.Area, _ radius: Double) {
        let left = area.x
        let bottom = height - area.y - area.height
        let right = left + area.width
        let top = bottom + area.height
        let r = min(radius, area.width / 2, area.height / 2)
        guard r > 0.01 else {
            numbers(left, bottom, area.width, area.height, operation: "re ")
            return
        }
        let k = r * 0.4477
        numbers(left + r, bottom, operation: "m ")
        numbers(right - r, bottom, operation: "l ")
        numbers(right - k, bottom, right, bottom + k, right, bottom + r, operation: "c ")
        numbers(right, top - r, operation: "l ")
        numbers(right, top - k, right - k, top, right - r, top, operation: "c ")
        numbers(left + r, top, operation: "l ")
        numbers(left + k, top, left, top - k, left, top - r, operation: "c ")
        numbers(left, bottom + r, operation: "l ")
        numbers(left, bottom + k, left + k, bottom, left + r, bottom, operation: "c h ")
    }

    private mutating func paintModules(_ x: Double, _ y: Double, _ side: Double, _ rows: [[Bool]]) {
        setFill(.black)
        // Whole runs of dark squares, in a space of one unit a square, so that no seams show.
        write("q ")
        for value in [side, 0, 0, -side, x, height - y] {
            write(Self.precise(value))
        }
        write("cm\n")
        for (row, squares) in rows.enumerated() {
            var start = 0
            while start < squares.count {
                guard squares[start] else {
                    start += 1
                    continue
                }
                var end = start
                while end < squares.count, squares[end] { end += 1 }
                write("\(start) \(row) \(end - start) 1 re\n")
                start = end
            }
        }
        write("f Q\n")
    }

    private static func precise(_ value: Double) -> String {
        let scaled = Int((value * 10000).rounded())
        let digits = String(abs(scaled) % 10000)
        return (scaled < 0 ? "-" : "") + "\(abs(scaled) / 10000)." + String(repeating: "0", count: 4 - digits.count)
            + digits + " "
    }

    private mutating func paintWatermark(
        _ words: [Int], _ x: Double, _ y: Double, _ size: Double, _ angle: Double, _ width: Double
    ) {
        write("q 0.94 g ")
        turn(angle, x, y)
        var pen = -width / 2
        for index in words {
            let word = typesetter.words[index]
            usage.use(index)
            guard let operand = word.operand else { continue }
            write("BT /F\(usage.number(word.font)) ")
            numbers(size, operation: "Tf ")
            numbers(pen, -size * 0.36, operation: "Td[")
            bytes += operand
            write("]TJ ET\n")
            pen += word.width * size / 1000
        }
        write("Q\n")
        font = -1
    }

    /// Moves the place from which all is measured to a point of the page, and turns what follows around it.
    private mutating func turn(_ angle: Double, _ x: Double, _ y: Double) {
        let (sine, cosine) = Self.turn(angle)
        for value in [cosine, sine, -sine, cosine, x, height - y] { write(Self.precise(value)) }
        write("cm\n")
    }

    /// Sine and cosine by their series, so that the bytes do not depend on a library.
    private static func turn(_ degrees: Double) -> (sine: Double, cosine: Double) {
        let angle = degrees * .pi / 180
        var sine = 0.0
        var cosine = 0.0
        var term = 1.0
        for power in 0..<30 {
            switch power % 4 {
            case 0: cosine += term
            case 1: sine += term
            case 2: cosine -= term
            default: sine -= term
            }
            term *= angle / Double(power + 1)
        }
        return (sine, cosine)
    }
}
