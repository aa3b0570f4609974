import PlancLanguages
import PlancSource

extension PhraseBook {
    /// Each is read when the first text of its language is.
    private static let byLanguage = Dictionary(
        uniqueKeysWithValues: Language.all.map { language in
            let book = Lazily {
                let text = language.file("phrases.txt").map { String(decoding: $0, as: UTF8.self) } ?? ""
                return PhraseBook(language: language.tag, text: text)
            }
            return (language, book)
        })

    /// The book of a language (`phrases.txt` of its folder); one without phrases for a language that has none.
    public static func of(_ language: some StringProtocol) -> PhraseBook {
        Language(language).flatMap { byLanguage[$0]?.value } ?? PhraseBook(language: language, text: "")
    }

    /// The phrases of one family alone.
    public func only(_ family: PhraseFamily) -> PhraseBook { keeping { $0 == family } }

    /// The phrases of all families but these.
    public func except(_ families: Set<PhraseFamily>) -> PhraseBook { keeping { !families.contains($0) } }

    private func keeping(_ isKept: (PhraseFamily) -> Bool) -> PhraseBook {
        var book = self
        book.entries = entries.filter { isKept(groups[$0.group].family) }
        return book
    }
}
