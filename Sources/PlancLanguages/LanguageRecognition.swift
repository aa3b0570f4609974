/// In which language words are written, by the small words that only one has.
public struct LanguageRecognition: Sendable {
    /// How many words there are, and how many of them are a language's own.
    public private(set) var words = 0
    public private(set) var own: [Language: Int] = [:]

    public init() {}

    /// Counts the words of a text.
    public mutating func read(_ text: String) {
        var word = ""
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic {
                word.unicodeScalars.append(scalar)
            } else if !word.isEmpty {
                count(word)
                word = ""
            }
        }
        if !word.isEmpty { count(word) }
    }

    private mutating func count(_ word: String) {
        words += 1
        // Longer ones are nobody's small words.
        guard word.utf8.count <= 10, let language = Self.languages[word.lowercased()] else { return }
        own[language, default: 0] += 1
    }

    /// The one language whose words are there; nil where there are those of several, or none.
    public var only: Language? { own.count == 1 ? own.first?.key : nil }

    /// The language that hardly a word speaks against: for texts of a sentence or more.
    public var clear: Language? {
        guard let most = own.max(by: { $0.value < $1.value }), most.value >= (own.count == 1 ? 3 : 4),
            most.value * 6 >= words
        else { return nil }
        return own.allSatisfy { $0.key == most.key || $0.value * 5 <= most.value } ? most.key : nil
    }

    private static let languages: [String: Language] = {
        var languages: [String: Language] = [:]
        var shared: Set<String> = []
        for language in Language.all {
            for word in language.rules.functionWords {
                if languages.updateValue(language, forKey: word) != nil { shared.insert(word) }
            }
        }
        for word in shared { languages[word] = nil }
        return languages
    }()
}
