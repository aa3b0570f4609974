/// A file among those that were read, by its place in `SourceSet`.
public struct FileID: Hashable, Comparable, Sendable {
    /// The place in `SourceSet.files`, from 0.
    public var index: Int32

    public init(_ index: Int) { self.index = Int32(index) }

    public static func < (a: FileID, b: FileID) -> Bool { a.index < b.index }
}

/// A stretch of a source: UTF-8 offsets from the start of the file, the end excluded.
///
/// An empty span (`lower == upper`) is a place between two bytes.
public struct Span: Hashable, Sendable {
    public var file: FileID
    /// The first byte, from 0.
    public var lower: Int32
    /// The byte after the last.
    public var upper: Int32

    public init(_ file: FileID, _ lower: Int, _ upper: Int) {
        self.file = file
        self.lower = Int32(lower)
        self.upper = Int32(max(lower, upper))
    }

    /// The same bytes, counted from 0 at the start of the file.
    public var range: Range<Int> { Int(lower)..<Int(upper) }
    public var isEmpty: Bool { lower == upper }

    /// The first place of the span, as an empty span.
    public var start: Span { Span(file, Int(lower), Int(lower)) }

    /// Whether they share a byte.
    public func overlaps(_ other: Span) -> Bool { file == other.file && range.overlaps(other.range) }

    /// The smallest span that holds both; `other` must be of the same file.
    public func union(_ other: Span) -> Span {
        Span(file, Int(min(lower, other.lower)), Int(max(upper, other.upper)))
    }

    /// Whether the other lies within this one, in the same file.
    public func contains(_ other: Span) -> Bool {
        file == other.file && lower <= other.lower && other.upper <= upper
    }
}

/// In the order of the sources: by file, then place.
extension Span: Comparable {
    public static func < (a: Span, b: Span) -> Bool {
        (a.file.index, a.lower, a.upper) < (b.file.index, b.lower, b.upper)
    }
}

/// A value and the place where the author wrote it.
public struct Located<Value: Sendable>: Sendable {
    public var value: Value
    public var span: Span

    public init(_ value: Value, _ span: Span) {
        self.value = value
        self.span = span
    }

    /// Another value at the same place.
    public func map<Other>(_ transform: (Value) -> Other) -> Located<Other> { Located<Other>(transform(value), span) }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
