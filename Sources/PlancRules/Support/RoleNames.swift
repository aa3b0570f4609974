import PlancLanguages
import PlancModel
import PlancProse

/// Roles by what people call them in a text: a title, or the name of who holds one role alone.
struct RoleNames: Sendable {
    struct Found {
        var role: String
        /// In bytes, of what precedes it no article.
        var range: Range<Int>
        /// Whether nothing but articles stands before it.
        var isFirst: Bool
    }

    private var names = WordedNames<String>()

    init(_ plan: Plan) {
        var roles: [String: [String]] = [:]
        for role in plan.roles { if let holder = role.holder { roles[holder.id, default: []].append(role.id) } }
        for role in plan.roles { for title in role.title.versions { add(title.text.value, role.id) } }
        for person in plan.people {
            guard let held = roles[person.id], held.count == 1 else { continue }
            for name in person.title.versions where name.text.value.contains(" ") { add(name.text.value, held[0]) }
        }
    }

    private mutating func add(_ name: String, _ role: String) {
        names.add(NamedWord.all(in: name), role)
    }

    /// The first of them in a text.
    func first(in text: String) -> Found? {
        if names.isEmpty { return nil }
        let words = NamedWord.all(in: text)
        var isFirst = true
        for (place, word) in words.enumerated() {
            if let name = names.found(at: place, in: words), let role = name.things.first {
                let last = words[place + name.count - 1]
                return Found(role: role, range: word.range.lowerBound..<last.range.upperBound, isFirst: isFirst)
            }
            if !Self.articles.contains(word.small) { isFirst = false }
        }
        return nil
    }

    private static let articles = Set(LanguageRules.all.flatMap(\.use.articles))
}
