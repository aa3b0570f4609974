import PlancLanguages

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
    /// As in `FR-MIN-02`.
    public var id: String
    public var kind: WordKind
    /// Worth a remark, not a warning.
    public var isRemark: Bool
    /// In the dialect of `WordPattern`.
    public var pattern: String
    /// What to write instead; words to copy stay in the entry's own language.
    public var advice: Phrase
    /// A sentence that has the words.
    public var example: String
}

/// The entries that planc knows: the `words.tsv` of each language's folder.
public enum WordList {
    private static let byLanguage: [Language: [WordEntry]] = Dictionary(
        uniqueKeysWithValues: Language.all.map { ($0, $0.file("words.tsv").map(read) ?? []) })

    /// By language, in the order of their ids.
    public static let entries: [WordEntry] = Language.all.flatMap { byLanguage[$0] ?? [] }

    public static func entries(in language: some StringProtocol) -> [WordEntry] {
        Language(language).flatMap { byLanguage[$0] } ?? []
    }

    private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> [WordEntry] {
        bytes.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line in
            let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            guard cells.count == 7, let kind = WordKind(rawValue: cells[1]) else { return nil }
            return WordEntry(
                id: cells[0], kind: kind, isRemark: cells[2] == "note", pattern: cells[3],
                advice: Phrase(term: cells[4], ["words": cells[5]], context: "advice"), example: cells[6])
        }
    }
}
