/// A language that planc speaks to its users.
public enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case french = "fr"
}

/// One thing to say, in both languages, told at one place.
public struct Phrase: Hashable, Sendable {
    public var english: String
    public var french: String

    public init(en english: String, fr french: String) {
        self.english = english
        self.french = french
    }

    /// A text that is the same in every language: a name, a path, a piece of source.
    public init(verbatim text: String) { self.init(en: text, fr: text) }

    public func text(_ language: Language) -> String {
        switch language {
        case .english: english
        case .french: french
        }
    }
}
