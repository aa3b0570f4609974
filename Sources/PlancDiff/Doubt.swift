import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// What errors of reading on either side leave open: of things in files that could not be read no change is told.
///
/// An error that stands in both states, in a file that is the same in both, hides the same from both: it leaves nothing open.
struct Doubt {
    private var paths: Set<String> = []
    /// The kinds of what stands in those files on the side that could be read: who refers to it may seem to refer to nothing.
    private(set) var kinds: Set<EntityKind> = []

    var isEmpty: Bool { paths.isEmpty }

    init(_ base: PlanState, _ head: PlanState, _ isReading: (String) -> Bool) {
        let (old, new) = (base.filesWithErrors(isReading), head.filesWithErrors(isReading))
        for path in Set(old.keys).union(new.keys) where old[path] != new[path] { paths.insert(path) }
        if paths.isEmpty { return }
        for state in [base, head] {
            for kind in EntityKind.all where kind.isNamed {
                let isHeld = state.plan.entities(of: kind).contains { entity in
                    paths.contains(state.pathInPlan(state.place(of: entity.nameSpan).path))
                }
                if isHeld { kinds.insert(kind) }
            }
        }
    }

    /// Whether the file of a thing, as it is or as it was, could not be read.
    func concerns(
        _ thing: EntityReference, _ comparison: Comparison, _ base: PlanState, _ head: PlanState
    ) -> Bool {
        if paths.isEmpty { return false }
        if thing.kind == .plan {
            let places = [
                head.pathInPlan(head.place(of: head.plan.info.nameSpan).path),
                base.pathInPlan(base.place(of: base.plan.info.nameSpan).path),
            ]
            return places.contains { paths.contains($0) }
        }
        if !thing.kind.isNamed { return true }
        let old = comparison.pairing.oldID(thing.kind, thing.id)
        let places = [
            head.plan.entity(thing.kind, thing.id).map { head.pathInPlan(head.place(of: $0.nameSpan).path) },
            base.plan.entity(thing.kind, old).map { base.pathInPlan(base.place(of: $0.nameSpan).path) },
        ]
        return places.contains { $0.map { paths.contains($0) } ?? false }
    }
}

extension EntityKind {
    /// Not the plan itself or its vocabulary, which may be written in several files.
    fileprivate var isNamed: Bool { self != .plan && self != .vocabulary }
}

extension PlanState {
    /// Files that could not be read whole, with what they hold.
    fileprivate func filesWithErrors(_ isReading: (String) -> Bool) -> [String: [UInt8]] {
        Dictionary(
            unread(isReading).map { (pathInPlan(sources[$0.span.file].path), sources[$0.span.file].bytes) },
            uniquingKeysWith: { first, _ in first })
    }
}
