import PlancLanguages
import PlancPhrases
import PlancSource

extension PhraseTable {
    /// The phrases and statements of a language (`phrases.txt` and `statements.txt` of its folder) but those that ask to answer; none for
    /// a language that has no such files.
    public static func of(_ language: some StringProtocol) -> PhraseTable { built("phrases", language) }

    /// The phrases of a language that ask to answer on the same way.
    public static func replies(in language: some StringProtocol) -> PhraseTable { built("replies", language) }

    /// What titles of fields and words of steps say in a language.
    public static func ofPlan(in language: some StringProtocol) -> PhraseTable { built("plan", language) }

    /// What the words of a promise are read for in a language: numbers, units of time, whole lengths.
    public static func lengths(in language: some StringProtocol) -> PhraseTable { built("lengths", language) }

    private static func built(_ name: String, _ tag: some StringProtocol) -> PhraseTable {
        guard let language = Language(tag), let packed = language.packed(name) else {
            return PhraseTable(PhraseBook(language: tag, text: ""))
        }
        return PhraseTable(language: language.tag, packed)
    }
}
