/// The words of a text that carry its sense, by their stems, for telling whether two texts speak of the same thing.
public struct ContentWords: Sendable {
    private let language: PhraseLanguage

    public init(language tag: some StringProtocol) { language = PhraseLanguage(tag) }

    /// The stems of the words of four letters and more; of all words where none is as long.
    public func stems(of text: String) -> Set<String> {
        let words = language.words(of: text).map { language.fold($0) }
        let long = words.filter { $0.utf8.count > 3 }
        return Set((long.isEmpty ? words : long).map(language.stem))
    }
}
