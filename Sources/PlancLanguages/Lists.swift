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

    /// "a, b and c"; of more than six the first five are said, and how many more there are. It knows them all.
    public static func few(_ items: [Phrase]) -> Phrase {
        items.count == 1 ? items[0] : Phrase(content: .list(items, .and, most: 6))
    }

    /// The same of words that are the same in every language.
    public static func list(_ items: [String], _ word: ListWord = .and) -> Phrase {
        list(items.map { Phrase(verbatim: $0) }, word)
    }

    /// "a; b": clauses side by side.
    public static func clauses(_ items: [Phrase]) -> Phrase {
        items.count == 1 ? items[0] : Phrase(joining: items, separator: .semicolon)
    }

    /// The same of each thing that is listed (a, b *and* c) alone; none where nothing is, or where several lists are.
    public var eachListed: [Phrase] {
        /// `rebuilt` makes the whole again with one of its phrases in the place of another.
        func each(_ phrases: [Phrase?], _ rebuilt: (Int, Phrase) -> Phrase) -> [Phrase] {
            let lists = phrases.enumerated().map { ($0.offset, $0.element?.eachListed ?? []) }.filter { !$0.1.isEmpty }
            guard lists.count == 1 else { return [] }
            return lists[0].1.map { rebuilt(lists[0].0, $0) }
        }
        switch content {
        case .list(let items, .and, _): return items.count > 1 ? items : []
        case .template(let english, let context, let parts):
            return each(parts.map(\.part.said)) { place, phrase in
                var parts = parts
                parts[place].part = .phrase(phrase)
                return Phrase(content: .template(english, context: context, parts: parts))
            }
        case .joined(let phrases, let separator):
            return each(phrases) { place, phrase in
                var phrases = phrases
                phrases[place] = phrase
                return Phrase(joining: phrases, separator: separator)
            }
        case .verbatim, .versions, .list: return []
        }
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
