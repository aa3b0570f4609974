import PlancSource

/// Turns spans into lines and columns; a file's line index is made when it is first asked for.
public struct Locator {
    public let sources: SourceSet
    private var indices: [FileID: LineIndex] = [:]

    public init(_ sources: SourceSet) { self.sources = sources }

    /// The lines of a file, counted once.
    public mutating func lines(of file: FileID) -> LineIndex {
        if let index = indices[file] { return index }
        let index = LineIndex(sources[file])
        indices[file] = index
        return index
    }

    /// The path of the file that a place is in.
    public func path(of span: Span) -> String { sources[span.file].path }

    /// 1-based, columns in characters, the end excluded.
    public mutating func range(of span: Span) -> (start: (line: Int, column: Int), end: (line: Int, column: Int)) {
        let index = lines(of: span.file)
        return (index.position(at: Int(span.lower)), index.position(at: Int(span.upper)))
    }
}
