/// A pattern for paths from a plan's folder, as in `exclude` of `plan.md`: `*` is any part of a name, `?` one character of it,
/// `**` any folders. What names a folder is for everything below it.
public struct PathPattern: Sendable, Hashable {
    private var parts: [[Unicode.Scalar]]

    public init(_ text: String) {
        parts = text.split(separator: "/").map { Array($0.unicodeScalars) }.filter { $0 != ["."] }
    }

    /// Whether the path, or a folder that it is in, is meant.
    public func matches(_ path: String) -> Bool {
        let names = path.split(separator: "/").map { Array($0.unicodeScalars) }
        return !parts.isEmpty && matches(names)
    }

    /// Goes along the names with every place of the pattern that can have been reached, so that no pattern takes long.
    private func matches(_ names: [[Unicode.Scalar]]) -> Bool {
        var reached = closure([0])
        for name in names {
            var next: Set<Int> = []
            for place in reached where place < parts.count {
                if parts[place] == ["*", "*"] {
                    next.insert(place)
                    if place + 1 == parts.count { next.insert(place + 1) }
                } else if Self.name(name, matches: parts[place]) {
                    next.insert(place + 1)
                }
            }
            reached = closure(next)
            if reached.contains(parts.count) { return true }
        }
        return false
    }

    /// With the places behind each `**`, which may stand for no folder.
    private func closure(_ places: Set<Int>) -> Set<Int> {
        var all = places
        for place in parts.indices where all.contains(place) && parts[place] == ["*", "*"] && place + 1 < parts.count {
            all.insert(place + 1)
        }
        return all
    }

    private static func name(_ name: [Unicode.Scalar], matches pattern: [Unicode.Scalar]) -> Bool {
        var (i, j) = (0, 0)
        var star: (pattern: Int, name: Int)?
        while i < name.count {
            if j < pattern.count, pattern[j] == "*" {
                star = (j, i)
                j += 1
            } else if j < pattern.count, pattern[j] == "?" || pattern[j] == name[i] {
                i += 1
                j += 1
            } else if let last = star {
                star = (last.pattern, last.name + 1)
                (i, j) = (last.name + 1, last.pattern + 1)
            } else {
                return false
            }
        }
        return pattern[j...].allSatisfy { $0 == "*" }
    }
}
