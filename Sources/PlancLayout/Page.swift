import PlancDocument
import PlancPictures

/// A page that is laid out: marks in the order of painting. Coordinates are in points from the top left corner.
public struct Page: Sendable {
    /// From 1.
    public var number: Int
    /// Of the paper, in points.
    public var width: Double
    /// Of the paper, in points.
    public var height: Double
    public var marks: [Mark]
    /// The headings under which its first words stand, from the highest.
    public var path: [String]

    public init(number: Int, width: Double, height: Double, marks: [Mark], path: [String] = []) {
        (self.number, self.width, self.height, self.marks, self.path) = (number, width, height, marks, path)
    }
}

/// Something on a page, and the element of the structure whose content it is (`Structure.artifact`: none).
public enum Mark: Sendable {
    case text(TextMark)
    case shape(Shape, element: Int32)
    /// An area that leads somewhere.
    case link(Area, Run.Destination, title: String, element: Int32)
    case anchor(String, y: Double)
    /// Where the text refers to a footnote; becomes a link to it when the page is known. `link` is the element of the
    /// reference, `parent` the one that takes the note.
    case footnote(Area, number: Int, link: Int32, parent: Int32)
    /// The number of the page on which an anchor stands, set from `x` on, or so that it ends there.
    case pageNumber(PageNumber, element: Int32)
    /// Something that is found on the page; nothing is painted.
    case landmark(Landmark)

    /// The number of a page to come, set when that page is known. Distances are in points.
    public struct PageNumber: Sendable {
        public var anchor: String
        /// The document that it stands in, by its path; nil: this one.
        public var document: String?
        /// Where the number begins, or ends if `endsThere`: points from the left edge.
        public var x: Double
        public var endsThere: Bool
        /// The line that its digits stand on, in points from the top.
        public var baseline: Double
        /// Type size, in points.
        public var size: Double
        public var face: Typesetter.Face
        /// Width kept for it: what follows on the line moves up to a shorter number. 0: nothing follows.
        public var room = 0.0
    }

    /// A rectangle on a page, in points from the top left corner.
    public struct Area: Sendable, Equatable {
        /// The left edge, in points from that of the page.
        public var x: Double
        /// The top, in points from that of the page.
        public var y: Double
        /// To the right edge, in points.
        public var width: Double
        /// Down to the bottom, in points.
        public var height: Double

        public init(x: Double, y: Double, width: Double, height: Double) {
            (self.x, self.y, self.width, self.height) = (x, y, width, height)
        }
    }

    /// What is drawn, in points from the top left corner of the page.
    public enum Shape: Sendable {
        case line(x1: Double, y1: Double, x2: Double, y2: Double, Drawing.Stroke)
        case rectangle(Area, fill: Drawing.Tone?, stroke: Drawing.Stroke?, radius: Double)
        case circle(x: Double, y: Double, radius: Double, fill: Drawing.Tone?, stroke: Drawing.Stroke?)
        case polygon([Drawing.Point], fill: Drawing.Tone?, stroke: Drawing.Stroke?)
        /// Squares of equal size on a grid, row by row: a QR code.
        case modules(x: Double, y: Double, side: Double, rows: [[Bool]])
        /// Text that stands beneath everything, turned by an angle in degrees around its middle.
        case watermark(words: [Int], x: Double, y: Double, size: Double, angle: Double, width: Double)
        /// Words on one line, turned by an angle in degrees around the middle of the line.
        case turned(words: [Int], x: Double, y: Double, size: Double, angle: Double, width: Double, Drawing.Tone)
        /// An empty box to tick, that reads as ☐.
        case tickBox(Area)
        case picture(Picture, Area)
    }
}

/// Words in one font and size on one line.
public struct TextMark: Sendable {
    /// Indices into the typesetter's words, from left to right.
    public var words: [Int32]
    /// Where the first word begins, in points from the left edge.
    public var x: Double
    /// The line that the letters stand on, in points from the top.
    public var baseline: Double
    /// Of all the words together, in points.
    public var width: Double
    /// The line on which it stands: what it may fill from top to bottom.
    public var top: Double
    /// The end of what the line may fill, in points from the top.
    public var bottom: Double
    /// Type size, in points.
    public var size: Double
    public var tone: Drawing.Tone
    /// Whose content it is: the place in `Structure.elements`, from 0; `Structure.artifact` for none.
    public var element: Int32

    public init(
        words: [Int32], x: Double, baseline: Double, width: Double, top: Double, bottom: Double, size: Double,
        tone: Drawing.Tone, element: Int32
    ) {
        (self.words, self.x, self.baseline, self.width) = (words, x, baseline, width)
        (self.top, self.bottom, self.size, self.tone, self.element) = (top, bottom, size, tone, element)
    }
}

extension Mark {
    /// Along its line; shapes stay.
    public mutating func move(right dx: Double) {
        switch self {
        case .text(var mark):
            mark.x += dx
            self = .text(mark)
        case .link(var area, let destination, let title, let element):
            area.x += dx
            self = .link(area, destination, title: title, element: element)
        case .pageNumber(var number, let element):
            number.x += dx
            self = .pageNumber(number, element: element)
        case .shape, .anchor, .footnote, .landmark: break
        }
    }

    mutating func move(down dy: Double) {
        switch self {
        case .text(var mark):
            mark.baseline += dy
            mark.top += dy
            mark.bottom += dy
            self = .text(mark)
        case .shape(var shape, let element):
            shape.move(down: dy)
            self = .shape(shape, element: element)
        case .link(var area, let destination, let title, let element):
            area.y += dy
            self = .link(area, destination, title: title, element: element)
        case .anchor(let name, let y): self = .anchor(name, y: y + dy)
        case .footnote(var area, let number, let link, let parent):
            area.y += dy
            self = .footnote(area, number: number, link: link, parent: parent)
        case .pageNumber(var number, let element):
            number.baseline += dy
            self = .pageNumber(number, element: element)
        case .landmark: break
        }
    }
}

extension Mark.Shape {
    mutating func move(down dy: Double) {
        switch self {
        case .line(let x1, let y1, let x2, let y2, let stroke):
            self = .line(x1: x1, y1: y1 + dy, x2: x2, y2: y2 + dy, stroke)
        case .rectangle(var area, let fill, let stroke, let radius):
            area.y += dy
            self = .rectangle(area, fill: fill, stroke: stroke, radius: radius)
        case .circle(let x, let y, let radius, let fill, let stroke):
            self = .circle(x: x, y: y + dy, radius: radius, fill: fill, stroke: stroke)
        case .polygon(let points, let fill, let stroke):
            self = .polygon(points.map { .init($0.x, $0.y + dy) }, fill: fill, stroke: stroke)
        case .modules(let x, let y, let side, let rows): self = .modules(x: x, y: y + dy, side: side, rows: rows)
        case .watermark(let words, let x, let y, let size, let angle, let width):
            self = .watermark(words: words, x: x, y: y + dy, size: size, angle: angle, width: width)
        case .turned(let words, let x, let y, let size, let angle, let width, let tone):
            self = .turned(words: words, x: x, y: y + dy, size: size, angle: angle, width: width, tone)
        case .tickBox(var area):
            area.y += dy
            self = .tickBox(area)
        case .picture(let picture, var area):
            area.y += dy
            self = .picture(picture, area)
        }
    }
}
