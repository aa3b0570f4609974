import PlancModel

/// The steps of several checklists by time. At one time, the phases come in their order, then a checklist that opens another before
/// that one, then checklists by id, and their steps as written. A step without a time stands after the step above it.
struct MergedSteps {
    /// Steps are large: their keys are sorted.
    private struct Key {
        var minutes: Int
        var phase: Int
        /// The place of its checklist, by id.
        var list: Int
        var place: Int

        var order: (Int, Int, Int, Int) { (minutes, phase, list, place) }
    }

    private var keys: [Key] = []
    private var steps: [PlannedStep] = []
    /// By a step's place, the checklists that it links to.
    private var opened: [Int: [Int]] = [:]
    /// When each checklist begins.
    private var starts: [Int] = []

    static func all(_ agendas: [FlattenedChecklist]) -> (steps: [PlannedStep], hours: [Int]) {
        let merged = MergedSteps(agendas.sorted { $0.checklist < $1.checklist })
        return (merged.keys.map { merged.steps[$0.place] }, merged.keys.map(\.minutes))
    }

    private init(_ agendas: [FlattenedChecklist]) {
        let lists = Dictionary(
            agendas.enumerated().map { ($0.element.checklist, $0.offset) }, uniquingKeysWith: { first, _ in first })
        for (list, agenda) in agendas.enumerated() {
            // Before the first time that is told: with it, or at T0 when none is.
            var latest = agenda.steps.lazy.compactMap(\.minutes).first ?? 0
            starts.append(latest)
            for step in agenda.steps {
                latest = step.minutes ?? latest
                let others = Self.opens(step.step, lists, besides: list)
                if !others.isEmpty { opened[steps.count] = others }
                keys.append(Key(minutes: latest, phase: Self.rank(step.phase), list: list, place: steps.count))
                steps.append(step)
            }
        }
        // Places decide last, so the order of one checklist's steps at one time is as written.
        keys.sort { $0.order < $1.order }
        if !opened.isEmpty { putOpenersFirst() }
    }

    /// The checklists that a step links to, of those that are merged.
    private static func opens(_ step: Step, _ places: [String: Int], besides own: Int) -> [Int] {
        let links = step.branches.isEmpty ? step.links : step.links + step.branchLinks
        return links.filter { $0.target.kind == .checklist }.compactMap { places[$0.target.id] }.filter { $0 != own }
    }

    /// Among the steps of one time, whoever reads down the page opens a list before he reads its steps.
    private mutating func putOpenersFirst() {
        var start = 0
        while start < keys.count {
            let first = keys[start]
            let end = keys[start...].firstIndex { ($0.minutes, $0.phase) != (first.minutes, first.phase) } ?? keys.count
            let lists = Array(Set(keys[start..<end].map(\.list))).sorted()
            var openers: [Int: Set<Int>] = [:]
            for key in keys[start..<end] {
                // A list that began before runs already.
                for list in opened[key.place] ?? [] where starts[key.list] <= starts[list] {
                    openers[list, default: []].insert(key.list)
                }
            }
            if !openers.isEmpty {
                let places = Self.order(lists, openers)
                keys[start..<end].sort { (places[$0.list] ?? 0, $0.place) < (places[$1.list] ?? 0, $1.place) }
            }
            start = end
        }
    }

    /// The place of each list: after those that open it, which stand right before it; of lists that open each other, any first.
    private static func order(_ lists: [Int], _ openers: [Int: Set<Int>]) -> [Int: Int] {
        let here = Set(lists)
        var places: [Int: Int] = [:]
        var seen: Set<Int> = []
        for list in lists where !seen.contains(list) {
            seen.insert(list)
            // Lists on the way, each with those of its openers that are still to be placed.
            var way = [(list: list, openers: (openers[list] ?? []).sorted())]
            while let last = way.last {
                if let opener = last.openers.last {
                    way[way.count - 1].openers.removeLast()
                    guard here.contains(opener), seen.insert(opener).inserted else { continue }
                    way.append((opener, (openers[opener] ?? []).sorted()))
                } else {
                    places[last.list] = places.count
                    way.removeLast()
                }
            }
        }
        return places
    }

    private static func rank(_ phase: Phase) -> Int {
        switch phase {
        case .before: 0
        case .during: 1
        case .after: 2
        }
    }
}
