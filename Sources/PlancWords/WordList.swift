/// What words do to a reader's trust.
public enum WordKind: String, CaseIterable, Sendable {
    case minimising, blaming, jargon, defensive
    /// A time that is none: "as soon as possible".
    case vague
    /// An apology with a condition.
    case apology
    /// A promise or a decision that nobody can make in a crisis.
    case promise
    /// A categorical statement of fact, which needs somebody who confirmed it.
    case claim
}

/// Words to avoid, and what to write instead.
public struct WordEntry: Sendable {
    /// As in `FR-MIN-02`; the first two letters are the language of the words.
    public var id: String
    public var kind: WordKind
    /// Worth a remark, not a warning.
    public var isRemark: Bool
    /// In the dialect of `WordPattern`.
    public var pattern: String
    /// What to write instead, said in English and in French; words to copy stay in the entry's own language.
    public var english: String
    public var french: String
    /// A sentence that has the words.
    public var example: String

    public var language: String { id.hasPrefix("FR") ? "fr" : "en" }
}

/// The entries that planc knows, in the order of their ids.
public enum WordList {
    public static let entries: [WordEntry] = read(PackageResources.words_tsv)

    public static func entries(in language: some StringProtocol) -> [WordEntry] {
        entries.filter { $0.language == language }
    }

    private static func read(_ bytes: [UInt8]) -> [WordEntry] {
        bytes.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line in
            let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            guard cells.count == 7, let kind = WordKind(rawValue: cells[1]) else { return nil }
            return WordEntry(
                id: cells[0], kind: kind, isRemark: cells[2] == "note", pattern: cells[3], english: cells[4],
                french: cells[5], example: cells[6])
        }
    }
}
