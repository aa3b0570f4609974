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
        for (list, agenda) in agendas.enumerated() {
            // Before the first time that is told: with it, or at T0 when none is.
            var latest = agenda.steps.lazy.compactMap(\.minutes).first ?? 0
            starts.append(latest)
            for step in agenda.steps {
                latest = step.minutes ?? latest
                if let others = opens(step.step, agendas, besides: list) { opened[steps.count] = others }
                keys.append(Key(minutes: latest, phase: Self.rank(step.phase), list: list, place: steps.count))
                steps.append(step)
            }
        }
        // Places decide last, so the order of one checklist's steps at one time is as written.
        keys.sort { $0.order < $1.order }
        if !opened.isEmpty { putOpenersFirst() }
    }

    private func opens(_ step: Step, _ agendas: [FlattenedChecklist], besides own: Int) -> [Int]? {
        let links = step.branches.isEmpty ? step.links : step.links + step.branchLinks
        let lists = links.filter { $0.target.kind == .checklist }.compactMap { link in
            agendas.firstIndex { $0.checklist == link.target.id }
        }.filter { $0 != own }
        return lists.isEmpty ? nil : lists
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
                for list in opened[key.place] ?? [] where lists.contains(list) {
                    openers[list, default: []].insert(key.list)
                }
            }
            if !openers.isEmpty {
                let places = Self.order(lists, openers, starts)
                keys[start..<end].sort { (places[$0.list] ?? 0, $0.place) < (places[$1.list] ?? 0, $1.place) }
            }
            start = end
        }
    }

    /// The place of each list, no opener after what it opens; of lists that open each other, the one that began first is first.
    private static func order(_ lists: [Int], _ openers: [Int: Set<Int>], _ starts: [Int]) -> [Int: Int] {
        var left = lists
        var places: [Int: Int] = [:]
        while let any = left.min(by: { (starts[$0], $0) < (starts[$1], $1) }) {
            let next = left.first { (openers[$0] ?? []).isDisjoint(with: left) } ?? any
            places[next] = places.count
            left.removeAll { $0 == next }
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
