import PlancLanguages
import PlancModel
import PlancProse

/// Roles by what people call them in a text: a title, or the name of who holds one role alone.
struct RoleNames {
    struct Found {
        var role: String
        /// In bytes, of what precedes it no article.
        var range: Range<Int>
        /// Whether nothing but articles stands before it.
        var isFirst: Bool
    }

    private var names: [String: [(words: [String], role: String)]] = [:]

    init(_ plan: Plan) {
        var roles: [String: [String]] = [:]
        for role in plan.roles { if let holder = role.holder { roles[holder.id, default: []].append(role.id) } }
        for role in plan.roles { for title in role.title.versions { add(title.text.value, role.id) } }
        for person in plan.people {
            guard let held = roles[person.id], held.count == 1 else { continue }
            for name in person.title.versions where name.text.value.contains(" ") { add(name.text.value, held[0]) }
        }
        for first in names.keys { names[first]?.sort { $0.words.count > $1.words.count } }
    }

    private mutating func add(_ name: String, _ role: String) {
        let words = NamedWord.all(in: name).map(\.small)
        if let first = words.first { names[first, default: []].append((words, role)) }
    }

    /// The first of them in a text.
    func first(in text: String) -> Found? {
        if names.isEmpty { return nil }
        let words = NamedWord.all(in: text)
        var isFirst = true
        for (place, word) in words.enumerated() {
            for name in names[word.small] ?? [] where words.count - place >= name.words.count {
                let end = place + name.words.count
                guard zip(name.words, words[place..<end]).allSatisfy({ $0 == $1.small }) else { continue }
                return Found(
                    role: name.role, range: word.range.lowerBound..<words[end - 1].range.upperBound, isFirst: isFirst)
            }
            if !Self.articles.contains(word.small) { isFirst = false }
        }
        return nil
    }

    private static let articles = Set(LanguageRules.all.flatMap(\.use.articles))
}
