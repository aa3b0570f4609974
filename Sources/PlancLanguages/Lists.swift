import PlancSource

/// The word before the last item of a list.
public enum ListWord: Hashable, Sendable {
    case and, or
    /// Commas alone.
    case none
}

extension Phrase {
    /// "a, b and c"; with semicolons where an item holds a comma or such a word itself.
    public static func list(_ items: [Phrase], _ word: ListWord = .and) -> Phrase {
        items.count == 1 ? items[0] : Phrase(content: .list(items, word))
    }

    /// The same of words that are the same in every language.
    public static func list(_ items: [String], _ word: ListWord = .and) -> Phrase {
        list(items.map { Phrase(verbatim: $0) }, word)
    }

    /// "a; b": clauses side by side.
    public static func clauses(_ items: [Phrase]) -> Phrase {
        items.count == 1 ? items[0] : Phrase(joining: items, separator: .semicolon)
    }

    public static let semicolon = Phrase("; ", context: "list")
}

extension Language {
    /// The one way in which items are put in a row.
    public func list(_ items: [String], _ word: ListWord = .and) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let separator = separator(items)
        if word == .none || separator != ", " { return items.joined(separator: separator) }
        return items.dropLast().joined(separator: separator) + (word == .and ? and : or) + last
    }

    /// A comma, or a semicolon between names that hold a comma, an "and" or an "or" themselves.
    public func separator(_ items: [String]) -> String {
        let (and, or) = (and, or)
        let joins = items.contains { $0.contains(",") || $0.contains(and) || $0.contains(or) }
        return joins ? Phrase.semicolon.text(self) : ", "
    }

    private var and: String { Phrase(" and ", context: "list").text(self) }
    private var or: String { Phrase(" or ", context: "list").text(self) }
}
