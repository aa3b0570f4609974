import PlancMarkup
import PlancSchema
import PlancSyntax

extension [KeySchema] {
    /// Whether a key that is none of these is an entry of the same registry that was indented too far: it is an id, and holds such keys
    /// itself, or nothing.
    func holdsEntry(_ entry: YAMLNode.Entry, of kind: EntityKind) -> Bool {
        guard kind.hasID, Form.isID(entry.key.value), place(of: entry.key.value) == nil else { return false }
        if entry.value.isAbsent { return true }
        return entry.value.entries?.first.map { place(of: $0.key.value) != nil } ?? false
    }
}

/// An entry of a registry, with those of its keys that stand beside it because they were not indented far enough.
struct GatheredEntry {
    var entry: YAMLNode.Entry
    var misplaced: [YAMLNode.Entry] = []

    /// The keys under its id, and those beside it.
    var keys: [YAMLNode.Entry] { (entry.value.entries ?? []) + misplaced }

    /// The entries of a registry in their order: a value that is no map, under the name of a key, belongs to the entry above that has no
    /// such key.
    static func all(_ entries: [YAMLNode.Entry], _ keys: [KeySchema]) -> [GatheredEntry] {
        var gathered: [GatheredEntry] = []
        for entry in entries {
            if let last = gathered.last, last.entry.value.entries != nil, entry.value.entries == nil,
                !entry.value.isAbsent,
                keys.place(of: entry.key.value) != nil, last.keys.place(of: entry.key.value) == nil
            {
                gathered[gathered.count - 1].misplaced.append(entry)
            } else {
                gathered.append(GatheredEntry(entry: entry))
            }
        }
        return gathered
    }
}
