import PlancLanguages
import PlancPhrases
import PlancSource

extension PhraseTable {
    /// The phrases of a language (`phrases.txt` of its folder) but those that ask to answer; none for a language that has no such file.
    public static func of(_ language: some StringProtocol) -> PhraseTable { built("phrases", language) }

    /// The phrases of a language that ask to answer on the same way.
    public static func replies(in language: some StringProtocol) -> PhraseTable { built("replies", language) }

    private static func built(_ name: String, _ tag: some StringProtocol) -> PhraseTable {
        guard let language = Language(tag), let packed = language.packed(name) else {
            return PhraseTable(PhraseBook(language: tag, text: ""))
        }
        return PhraseTable(language: language.tag, packed)
    }
}
