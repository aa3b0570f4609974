import PlancLanguages
import PlancMarkup
import PlancSource
import PlancSyntax

/// The things of a plan by the names that people know them by, for references that say a title where an id belongs: `Text message`
/// for `text`, `Anne Le Goff` for `alg`. A name of two things is none.
struct NamedThings: Sendable {
    private var ids: [EntityReference: String] = [:]
    private var shared: Set<EntityReference> = []
    /// People by what is theirs beside their names: their last name alone, and what they are.
    private var people: [String: String] = [:]
    private var peopleOfMany: Set<String> = []
    /// The parts of the names of people, as ids.
    private var partsOfNames: Set<String> = []
    /// Roles with a name that begins with their id and goes on.
    private var rolesWithMore: Set<String> = []

    init(_ items: [Item]) {
        for item in items where item.isKept && item.reference.kind.hasID {
            for key in ["title", "short", "name"] {
                guard let node = item.entries[key] else { continue }
                let texts = node.scalar.map { [$0] } ?? (node.entries ?? []).compactMap(\.value.scalar)
                for text in texts { add(text.value, item.reference) }
            }
            guard item.reference.kind == .person, let job = item.entries["job"] else { continue }
            for text in job.scalar.map({ [$0] }) ?? (job.entries ?? []).compactMap(\.value.scalar) {
                if let name = Form.id(from: text.value) { add(person: item.reference.id, as: name) }
            }
        }
        for name in shared { ids[name] = nil }
        for name in peopleOfMany { people[name] = nil }
    }

    private mutating func add(person id: String, as name: String) {
        if let known = people[name], known != id { peopleOfMany.insert(name) }
        people[name] = id
    }

    /// The one person of a last name, or who is that, with or without a form of address: `Bernard`, `Mr Bernard`, `Head of press`.
    func person(_ words: String) -> String? {
        let name = Form.id(from: words).flatMap { people[$0] ?? ids[EntityReference(.person, $0)] }
        if name != nil { return name }
        let parts = words.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, Self.titles.contains(parts[0].lowercased().filter { $0 != "." }) else { return nil }
        return person(String(parts[1]))
    }

    private static let titles = Set(
        LanguageRules.all.flatMap(\.nameTitles).map { $0.filter { $0 != "." } } + ["m", "mme", "herr", "frau"])

    private mutating func add(_ text: String, _ thing: EntityReference) {
        guard text.utf8.count < 200, let id = Form.id(from: text) else { return }
        if thing.kind == .person {
            let parts = id.split(separator: "-").map(String.init)
            partsOfNames.formUnion(parts)
            if parts.count > 1 { add(person: thing.id, as: parts[parts.count - 1]) }
        }
        if thing.kind == .role, id.hasPrefix(thing.id + "-") { rolesWithMore.insert(thing.id) }
        let name = EntityReference(thing.kind, id)
        if let known = ids[name], known != thing.id { shared.insert(name) }
        ids[name] = thing.id
    }

    /// Whether a word, as an id, is part of the name of somebody in the plan.
    func isPartOfName(_ word: String) -> Bool { partsOfNames.contains(word) }

    /// Whether a role has a name that begins with its id and goes on: `Press officer` of `press`.
    func hasMore(_ role: String) -> Bool { rolesWithMore.contains(role) }

    /// The id of the one thing of this name, however its capitals, accents and spaces are written.
    func id(_ name: String, _ kind: EntityKind) -> String? {
        Form.id(from: name).flatMap { ids[EntityReference(kind, $0)] }
    }
}
