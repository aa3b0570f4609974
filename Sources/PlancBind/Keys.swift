import PlancSchema
import PlancSyntax

// Looked up in place: the values beside them are not copied on the way.

extension [YAMLNode.Entry] {
    /// Where a key stands among the entries of a map; the first when it stands there twice.
    func place(of key: String) -> Int? {
        for place in indices where self[place].key.value == key { return place }
        return nil
    }

    /// What a key says; nil when it is not there.
    subscript(key: String) -> YAMLNode? { place(of: key).map { self[$0].value } }
}

extension YAMLNode {
    /// Whether it says that there is nothing, by no map of its own: nothing at all, `~`, `[]`.
    var holdsNothing: Bool {
        switch content {
        case .scalar(let text, let isQuoted):
            isBlank || !isQuoted && ["~", "null", "Null", "NULL"].contains(text)
        case .sequence(let nodes): nodes.isEmpty
        case .mapping: false
        }
    }

    /// The values of a list; a value alone stands for a list of one, nothing for none.
    var list: [YAMLNode] {
        if case .sequence(let nodes) = content {
            return nodes.contains(where: \.isAbsent) ? nodes.filter { !$0.isAbsent } : nodes
        }
        return isAbsent ? [] : [self]
    }
}
