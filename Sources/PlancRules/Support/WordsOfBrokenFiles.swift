import PlancSource

/// The words of files with errors that could be ids, with their places: looked up instead of searched for, however many things
/// are asked about.
struct WordsOfBrokenFiles: Sendable {
    private var places: [Substring: [(file: FileID, start: Int)]] = [:]

    init(_ files: Set<FileID>, _ sources: SourceSet) {
        for file in files.sorted() where sources.files.indices.contains(Int(file.index)) {
            let bytes = sources[file].bytes
            var start = 0
            while start < bytes.count {
                guard Self.isPart(bytes[start]) else {
                    start += 1
                    continue
                }
                var end = start
                while end < bytes.count, Self.isPart(bytes[end]) { end += 1 }
                // An id may end before a letter of another alphabet no more than after it: the whole run is the word.
                if end - start <= 200 {
                    let word = Substring(String(decoding: bytes[start..<end], as: UTF8.self))
                    places[word, default: []].append((file, start))
                }
                start = end
            }
        }
    }

    /// Whether a word is somewhere at a place that is accepted.
    func contains(_ word: String, where isAccepted: (FileID, Int) -> Bool) -> Bool {
        places[Substring(word)]?.contains { isAccepted($0.file, $0.start) } ?? false
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte >= 0x80
    }
}
