/// The bytes of one file. (A class only to spare its copies.)
public final class SourceFile: Sendable {
    /// The path as people know it: relative to the working folder, `/` between parts.
    public let path: String
    /// The whole file, as read (a byte-order mark at the start included).
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The text of a range, with what is not UTF-8 replaced by U+FFFD.
    public func text(_ range: Range<Int>) -> String {
        let safe = range.clamped(to: 0..<bytes.count)
        return String(decoding: bytes[safe], as: UTF8.self)
    }
}

/// The offsets at which the lines of a text begin; made once for a file that is talked about.
public struct LineIndex: Sendable {
    /// Offsets of line starts; the first is 0.
    public let starts: [Int]
    private let file: SourceFile
    /// Of lines that are very long: places in them where characters begin, with the columns, in order.
    private let columns: [Int: [(offset: Int, column: Int)]]
    private static let longLine = 4_096

    public init(_ file: SourceFile) {
        self.file = file
        var starts = [0]
        file.bytes.withUnsafeBufferPointer { bytes in
            for i in bytes.indices where bytes[i] == UInt8(ascii: "\n") { starts.append(i + 1) }
        }
        self.starts = starts
        var columns: [Int: [(offset: Int, column: Int)]] = [:]
        for line in starts.indices {
            let end = line + 1 < starts.count ? starts[line + 1] : file.bytes.count
            if end - starts[line] > Self.longLine { columns[line] = Self.columns(of: file, starts[line]..<end) }
        }
        self.columns = columns
    }

    /// A place and its column in each kilobyte or so of a line: between two ASCII characters, where no character goes on.
    private static func columns(of file: SourceFile, _ line: Range<Int>) -> [(offset: Int, column: Int)] {
        var places = [(offset: line.lowerBound, column: 1)]
        for offset in line.dropFirst() where offset - places[places.count - 1].offset >= longLine / 4 {
            guard file.bytes[offset - 1] < 0x80, file.bytes[offset] < 0x80, file.bytes[offset] != UInt8(ascii: "\n")
            else { continue }
            let last = places[places.count - 1]
            places.append((offset, last.column + file.text(last.offset..<offset).count))
        }
        return places
    }

    /// The number of the line (from 0) that holds an offset.
    public func line(at offset: Int) -> Int {
        max(0, starts.partitioningIndex { $0 <= offset } - 1)
    }

    /// Line and column, both from 1; the column counts characters (Unicode scalars joined as people see them).
    public func position(at offset: Int) -> (line: Int, column: Int) {
        let clamped = min(max(offset, 0), file.bytes.count)
        let line = line(at: clamped)
        guard let places = columns[line] else { return (line + 1, file.text(starts[line]..<clamped).count + 1) }
        let near = places[max(0, places.partitioningIndex { $0.offset <= clamped } - 1)]
        return (line + 1, near.column + file.text(near.offset..<clamped).count)
    }

    /// The text of a line (from 0) without its line ending.
    public func text(line: Int) -> String { file.text(range(line: line)) }

    /// The range of a line (from 0) without its line ending.
    public func range(line: Int) -> Range<Int> {
        let start = starts[line]
        var end = line + 1 < starts.count ? starts[line + 1] - 1 : file.bytes.count
        if end > start, file.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<max(start, end)
    }
}

/// All files of a run, by `FileID`. (A number that no file of the run has stands for an empty one.)
public struct SourceSet: Sendable {
    public private(set) var files: [SourceFile]

    public init(_ files: [SourceFile] = []) { self.files = files }

    /// Files under numbers of their own, which need not follow each other.
    public init(_ files: [(id: FileID, file: SourceFile)]) {
        let count = files.map { Int($0.id.index) + 1 }.max() ?? 0
        let none = SourceFile(path: "", bytes: [])
        self.files = Array(repeating: none, count: count)
        for (id, file) in files { self.files[Int(id.index)] = file }
    }

    /// The file of an id.
    public subscript(id: FileID) -> SourceFile { files[Int(id.index)] }

    /// Adds a file, and gives its id.
    @discardableResult
    public mutating func add(_ file: SourceFile) -> FileID {
        files.append(file)
        return FileID(files.count - 1)
    }

    /// What is written at a place.
    public func text(_ span: Span) -> String { self[span.file].text(span.range) }

    /// The same files under other paths.
    public func renamed(_ path: (String) -> String) -> SourceSet {
        SourceSet(files.map { SourceFile(path: path($0.path), bytes: $0.bytes) })
    }
}
