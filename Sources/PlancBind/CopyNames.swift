import PlancLanguages

/// Names that people give to copies of files, and to the folders where they keep them.
enum CopyNames {
    /// Whether a path looks like that of a copy: a word for it, or a year, in one of its parts.
    static func isCopy(_ path: String) -> Bool {
        path.utf8.split(whereSeparator: { !isOfWord($0) }).contains { word in
            if word.count == 4, word.allSatisfy({ (0x30...0x39).contains($0) }) {
                return word.starts(with: "19".utf8) || word.starts(with: "20".utf8)
            }
            return word.count > 2 && words.contains(String(decoding: word, as: UTF8.self).lowercased())
        }
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    private static let words = Set(
        ["bak", "bkp", "orig", "tmp", "archive", "archives", "archived", "archiv"]
            + LanguageRules.all.flatMap { $0.aliases().backupEndings })
}
