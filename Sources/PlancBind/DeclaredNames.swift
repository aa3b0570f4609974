import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// What things are called and where they are, as it is asked for in reading others.
extension DeclaredSources {
    /// The numbers of sources by their paths.
    var numbersByPath: [String: Int] {
        var sourceByPath: [String: Int] = [:]
        sourceByPath.reserveCapacity(sources.count)
        for (index, source) in sources.enumerated() { sourceByPath[source.path] = index }
        // Links to a file whose name is not quite right are not wrong as well.
        for (index, source) in sources.enumerated() where source.isMisnamed {
            let stem = Form.isID(source.stem) ? source.stem : Form.id(from: source.plainStem) ?? source.stem
            let suffix = source.suffix.map { ".\($0.tag)" } ?? ""
            let folder = source.folder.isEmpty ? "" : source.folder + "/"
            for path in [folder + stem + suffix + ".md", folder + stem + ".md"] where sourceByPath[path] == nil {
                sourceByPath[path] = index
            }
        }
        return sourceByPath
    }

    /// The facts that the plan or one of its scenarios states.
    var statedFacts: Set<String> {
        let stating = items.filter { $0.reference.kind == .scenario }.map(\.entries)
        let ofPlan = planSource.map { [sources[$0].entries] } ?? []
        return Set((stating + ofPlan).flatMap { $0["facts"]?.entries ?? [] }.map(\.key.value))
    }

    /// The role of each person who holds one, and one only.
    var rolesOfHolders: [String: String] {
        let held = items.filter { $0.isKept && $0.reference.kind == .role }.compactMap { item in
            item.entries["holder"]?.scalar.map { (holder: $0.value, role: item.reference.id) }
        }
        return Dictionary(grouping: held, by: \.holder).filter { $0.value.count == 1 }.mapValues { $0[0].role }
    }

    /// The headings that the plan's vocabulary has for elements of a message, small.
    var ownHeadings: [String] {
        let elements = sources.filter { $0.kind.entity == .vocabulary }.flatMap { $0["headings"]?.entries ?? [] }
        return elements.flatMap(\.value.list).compactMap { $0.scalar?.value.lowercased().replacing("’", with: "'") }
    }
}
