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
