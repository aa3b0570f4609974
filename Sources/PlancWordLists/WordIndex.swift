import PlancSource

/// Whole words that are looked up, of all languages together.
package enum WordIndex: Int, CaseIterable, Sendable {
    /// Small words that one language alone has, each with the place of that language among all.
    case smallWords
    /// Values in which something is still to be written, as `PlainWords` has them: of any kind, of a step, of a person, and what is
    /// to be written in parentheses.
    case placeholders, placeholdersOfSteps, placeholdersOfPersons, placeholderNames

    func words(of languages: [WordsFile]) -> [(word: String, value: Int)] {
        func all(_ source: WordSource) -> [String] { languages.flatMap { $0[source] } }
        var ofAny: [String] {
            ["todo", "tbd", "tbc", "tba", "fixme"] + all(.blanks).filter { $0.hasPrefix("(") } + all(.blankSentences)
                + all(.blankValues)
        }
        return switch self {
        case .smallWords: Self.ownWords(of: languages)
        case .placeholders: Self.plain(ofAny)
        case .placeholdersOfSteps: Self.plain(ofAny + ["n/a"] + all(.blankSteps))
        case .placeholdersOfPersons: Self.plain(ofAny + all(.unnamed))
        case .placeholderNames: Self.plain(all(.blankNames))
        }
    }

    /// By word, the place of the language that it is of; those of several languages are left out.
    private static func ownWords(of languages: [WordsFile]) -> [(word: String, value: Int)] {
        var places: [String: Int] = [:]
        var shared: Set<String> = []
        for (place, language) in languages.enumerated() {
            for word in language[.functionWords] where places.updateValue(place, forKey: word) != nil {
                shared.insert(word)
            }
        }
        return places.filter { !shared.contains($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func plain(_ words: [String]) -> [(word: String, value: Int)] {
        Set(words.compactMap { PlainWords.of($0[...]) }).sorted().map { ($0, 0) }
    }
}
