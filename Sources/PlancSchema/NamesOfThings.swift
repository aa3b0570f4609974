import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension ThingNames {
    /// What the things of plans are called.
    public init(_ plans: [Plan]) {
        self.init()
        for plan in plans { add(plan) }
    }

    /// Adds what the things of a plan are called.
    ///
    /// - Parameter newID: the id that a thing has in the state that this one is compared with; the same by default.
    public mutating func add(_ plan: Plan, newID: (EntityKind, String) -> String = { $1 }) {
        var files: Set<FileID> = [plan.info.nameSpan.file]
        // Words that several things have stand for all of them.
        var marks: [String: Set<String>] = [:]
        var names: [String: String] = [:]
        func add(_ words: String, _ mark: String, _ name: String) {
            if words.isEmpty { return }
            marks[words, default: []].insert(mark)
            names[words] = name
        }
        for version in plan.info.title.versions { add(version.text.value, "plan", version.text.value) }
        for kind in EntityKind.all where kind.hasID {
            for thing in plan.entities(of: kind) {
                files.insert(thing.nameSpan.file)
                let mark = "\(kind.rawValue):\(newID(kind, thing.id))"
                let name = thing.title.versions.first?.text.value ?? thing.id
                for version in thing.title.versions { add(version.text.value, mark, name) }
                add(thing.id, mark, name)
            }
        }
        for text in plan.translatedTexts { files.formUnion(text.bodies.map(\.file)) }
        self.add(
            files,
            Dictionary(
                marks.map { words, marks in
                    (words, Thing(mark: marks.sorted().joined(separator: " "), name: names[words] ?? words))
                }, uniquingKeysWith: { first, _ in first }))
    }
}
