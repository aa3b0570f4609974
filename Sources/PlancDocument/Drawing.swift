/// A simple picture: a chart, a tree, a map. Coordinates are in points, from the top left.
/// It must be readable in grey, and `alternative` says in words all that it shows, a sentence a line.
public struct Drawing: Sendable, Equatable {
    /// From the left edge to the right, in points.
    public var width: Double
    /// From the top to the bottom, in points.
    public var height: Double
    public var title: String
    public var alternative: String
    public var shapes: [Shape]

    public init(width: Double, height: Double, title: String, alternative: String, shapes: [Shape]) {
        self.width = width
        self.height = height
        self.title = title
        self.alternative = alternative
        self.shapes = shapes
    }

    /// One part of the drawing; distances are in points.
    public enum Shape: Sendable, Equatable {
        case line(Point, Point, Stroke)
        case rectangle(origin: Point, width: Double, height: Double, fill: Tone?, stroke: Stroke?, radius: Double)
        case circle(center: Point, radius: Double, fill: Tone?, stroke: Stroke?)
        case polygon([Point], fill: Tone?, stroke: Stroke?)
        /// Text on one line, never wider than `maxWidth`: it is made smaller, then set on several lines about its place, never cut.
        case text(String, at: Point, size: Double, anchor: Anchor, isStrong: Bool, maxWidth: Double?, tone: Tone)
    }

    /// The words of a text on lines that fit; a word that does not by itself has a line of its own.
    public static func lines(_ text: String, fits: (String) -> Bool) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, fits(last + " " + word) {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.isEmpty ? [""] : lines
    }

    /// A place on the drawing, in points from the top left.
    public struct Point: Sendable, Equatable {
        /// Points from the left edge.
        public var x: Double
        /// Points from the top, downwards.
        public var y: Double

        public init(_ x: Double, _ y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// Which end of a text is at its point.
    public enum Anchor: Sendable, Equatable { case start, middle, end }

    /// Greys that stay apart on paper, and one accent.
    public enum Tone: Sendable, Equatable { case black, dark, middle, light, pale, white, accent }

    /// A line: its width in points, and its tone.
    public struct Stroke: Sendable, Equatable {
        /// How thick the line is, in points.
        public var width: Double
        public var tone: Tone
        public var isDashed: Bool

        public init(_ width: Double, _ tone: Tone = .black, isDashed: Bool = false) {
            self.width = width
            self.tone = tone
            self.isDashed = isDashed
        }
    }
}
