import PlancSource

/// The words of sources that could be ids: small letters, digits and hyphens. Gathered once, when an id is not well formed.
struct IDWords {
    private var words: Set<String> = []

    init(_ sources: SourceSet) {
        for file in sources.files {
            for word in file.bytes.split(whereSeparator: { !Self.isPart($0) }) where word.count <= 64 {
                words.insert(String(decoding: word, as: UTF8.self))
            }
        }
    }

    func contains(_ word: String) -> Bool { words.contains(word) }

    private static func isPart(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
}

extension DeclarationPass {
    /// The id that one which is not well formed was meant as. Of the two ways to close a gap in it, a hyphen or nothing, the one
    /// that is written elsewhere.
    func meantID(_ written: String) -> String? {
        guard let id = Form.id(from: written) else { return nil }
        guard written.contains(where: \.isWhitespace), let joined = Form.id(from: written.filter { !$0.isWhitespace }),
            idWords.contains(joined), !idWords.contains(id)
        else { return id }
        return joined
    }
}
