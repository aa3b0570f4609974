import PlancMarkup
import PlancSource
import PlancSyntax

/// The things of a plan by the names that people know them by, for references that say a title where an id belongs: `Text message`
/// for `text`, `Anne Le Goff` for `alg`. A name of two things is none.
struct NamedThings: Sendable {
    private var ids: [EntityReference: String] = [:]
    private var shared: Set<EntityReference> = []
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
        }
        for name in shared { ids[name] = nil }
    }

    private mutating func add(_ text: String, _ thing: EntityReference) {
        guard text.utf8.count < 200, let id = Form.id(from: text) else { return }
        if thing.kind == .person { for part in id.split(separator: "-") { partsOfNames.insert(String(part)) } }
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
