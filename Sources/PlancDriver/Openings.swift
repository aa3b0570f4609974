import PlancDocument
import PlancLowering
import PlancPDF
import PlancSource

/// How often a pack has to be opened until something is found.
public struct Opening: Sendable, Equatable {
    /// What is looked for: the first four as soon as the pack is in the hand, the others during a step.
    public enum Need: String, CaseIterable, Sendable {
        case firstNumber = "first-number"
        case doNotUse = "do-not-use"
        case firstActions = "first-actions"
        case staffText = "staff-text"
        case number, text, access, value, form
    }

    public var need: Need
    public var scenario: String?
    /// The step during which it is looked for; nil: as soon as the pack is in the hand.
    public var step: String?
    /// What is looked for, in words.
    public var sought: String?
    /// nil: it is in none of the packs at that place.
    public var openings: Int?
    /// The first page of each view on the way, in the pack in which it is found.
    public var pages: [Int]
    /// 2: it is in another pack at the same place.
    public var packs: Int
    /// That pack.
    public var other: String?
    /// Whether the pack is in large print.
    var isLarge = false
    /// The most that a reader under stress is to need: in large print one more.
    public var goal: Int { need.goal + (isLarge ? 1 : 0) }

    /// Whether a reader has to turn too often.
    public var isTooFar: Bool { openings.map { $0 > goal } ?? true }

    fileprivate static func isWorse(_ one: Opening, _ other: Opening) -> Bool {
        (one.openings ?? .max, one.packs) > (other.openings ?? .max, other.packs)
    }
}

extension Opening.Need {
    fileprivate init(_ task: PackUse.Task.Kind) {
        switch task {
        case .number: self = .firstNumber
        case .doNotUse: self = .doNotUse
        case .firstActions: self = .firstActions
        case .staffText: self = .staffText
        }
    }

    fileprivate init(_ kind: StepNeeds.Kind) {
        switch kind {
        case .number: self = .number
        case .text: self = .text
        case .access: self = .access
        case .value: self = .value
        case .form: self = .form
        }
    }

    fileprivate var goal: Int {
        switch self {
        case .firstNumber, .doNotUse: 0
        case .firstActions: 1
        case .staffText, .number, .text, .access, .value, .form: 2
        }
    }
}

/// The worst of each kind in one pack, counted on its finished pages.
public struct PackOpenings: Sendable {
    /// Without extension.
    public var path: String
    /// How many views its pages make; two facing pages are one where the pack is two-sided.
    public var views: Int
    /// By what is looked for when the pack is opened: the first number, what must not be used, the first actions, the text for staff.
    public var cold: [Opening]
    /// By what a step needs: a number, a text, an access, a value, a form.
    public var steps: [Opening]
    /// How many needs of steps were looked for.
    public var searched: Int
}

/// A pack with its pages.
final class TurnedPack {
    let path: String
    let locale: String
    let use: PackUse
    let turning: Turning
    /// How far everything is from each view, as far as it was asked.
    private var memory: [Int: Turning.Reached] = [:]

    init(path: String, locale: String, use: PackUse, pages: [FinishedPage]) {
        (self.path, self.locale) = (path, locale)
        self.use = use
        turning = Turning(pages, tabs: use.tabs, isTwoSided: use.isTwoSided)
    }

    func reached(from view: Int) -> Turning.Reached {
        if let known = memory[view] { return known }
        let reached = turning.reached(from: view)
        memory[view] = reached
        return reached
    }

    fileprivate func pages(_ way: [Int]) -> [Int] { way.compactMap { turning.views[$0].first } }

    /// Whether it lies where another does.
    fileprivate func isBeside(_ other: TurnedPack) -> Bool {
        use.holders.contains { mine in
            other.use.holders.contains { theirs in
                if let system = mine.system, system == theirs.system { return true }
                return mine.place.isEmpty && theirs.place.isEmpty
                    ? mine.role == theirs.role : mine.place.lowercased() == theirs.place.lowercased()
            }
        }
    }
}

/// Counts the openings of all packs whose pages are known.
///
/// - Parameter isPartial: other packs of the plan are not among them.
func countOpenings(
    _ documents: [(lowered: LoweredDocument, pages: [FinishedPage])], isPartial: Bool = false
) -> [PackOpenings] {
    let packs = documents.compactMap { lowered, pages in
        lowered.use.flatMap { use in
            pages.isEmpty
                ? nil : TurnedPack(path: lowered.path, locale: lowered.document.locale, use: use, pages: pages)
        }
    }
    return OpeningsCount(packs: packs, isPartial: isPartial).counted()
}

/// Counts openings over the packs of a plan.
struct OpeningsCount {
    let packs: [TurnedPack]
    /// Whether what is in none of them may be in one that lies there and is not looked at.
    var isPartial = false

    func counted() -> [PackOpenings] {
        var steps: [[Opening]] = packs.map { _ in [] }
        var searched = packs.map { _ in 0 }
        var asked: [String: Set<Landmark>] = [:]
        for (locale, step) in packs.flatMap({ pack in pack.use.steps.map { (pack.locale, $0) } }) {
            // Every pack of a language has the same steps.
            guard let name = step.places.first, asked[locale, default: []].insert(name).inserted else { continue }
            for role in step.roles {
                let own = holding(step, role, locale)
                for need in step.needs where need.role != role {
                    let found = own.compactMap { place in
                        opening(need, of: step, in: packs[place]).map { (place, $0) }
                    }
                    // The best copy that the role can take.
                    guard let best = found.min(by: { Opening.isWorse($1.1, $0.1) }) else { continue }
                    if isPartial, best.1.openings == nil { continue }
                    steps[best.0].append(best.1)
                    searched[best.0] += 1
                }
            }
        }
        return packs.enumerated().map { place, pack in
            PackOpenings(
                path: pack.path, views: pack.turning.views.count, cold: cold(pack),
                steps: Opening.Need.allCases.compactMap { Self.worst(steps[place], $0) },
                searched: searched[place])
        }
    }

    private static func worst(_ openings: [Opening], _ need: Opening.Need) -> Opening? {
        openings.filter { $0.need == need }.reduce(nil) { worst, one in
            worst.map { Opening.isWorse(one, $0) ? one : $0 } ?? one
        }
    }

    /// The packs from which a role does a step: its own copies that have it, else those that hold everybody's lists.
    private func holding(_ step: StepNeeds, _ role: String, _ locale: String) -> [Int] {
        let having = packs.indices.filter { place in
            packs[place].locale == locale && !packs[place].use.steps.isEmpty
                && step.places.contains { !packs[place].turning.places($0).isEmpty }
        }
        let own = having.filter { place in packs[place].use.holders.contains { $0.role == role } }
        return own.isEmpty ? having.filter { packs[$0].use.isFull && !packs[$0].use.holders.isEmpty } : own
    }

    private func cold(_ pack: TurnedPack) -> [Opening] {
        let reached = pack.reached(from: 0)
        let all = pack.use.tasks.map { task -> Opening in
            let nearest = reached.nearest(pack.turning.places(task.landmark))
            return Opening(
                need: Opening.Need(task.kind), scenario: task.scenario,
                openings: nearest.flatMap { reached.openings[$0] },
                pages: nearest.map { pack.pages(reached.way(to: $0)) } ?? [], packs: 1,
                isLarge: pack.use.isLargePrint)
        }
        return Opening.Need.allCases.compactMap { Self.worst(all, $0) }
    }

    /// The way from the step to what it needs, from wherever the step stands in the pack; nil where it is not to be there.
    private func opening(_ need: StepNeeds.Need, of step: StepNeeds, in pack: TurnedPack) -> Opening? {
        let starts = step.places.lazy.map { pack.turning.places($0) }.first { !$0.isEmpty } ?? []
        let targets = pack.turning.places(need.landmark)
        if need.kind == .number, targets.isEmpty, pack.use.withholdsNumbers { return nil }
        var worst: Opening?
        for start in starts {
            let reached = pack.reached(from: start)
            var one = Opening(
                need: Opening.Need(need.kind), scenario: step.scenarioTitle, step: step.title, sought: need.title,
                openings: nil, pages: [], packs: 1, isLarge: pack.use.isLargePrint)
            if let nearest = reached.nearest(targets) {
                one.openings = reached.openings[nearest]
                one.pages = pack.pages(reached.way(to: nearest))
            } else if let found = beside(pack, need, from: reached) {
                (one.openings, one.pages, one.packs, one.other) = (found.openings, found.pages, 2, found.path)
            }
            if worst.map({ Opening.isWorse(one, $0) }) ?? true { worst = one }
        }
        return worst
    }

    /// The nearest in another pack at the same place. To take it is one opening: it is open at its leaf, or at a page that the pack
    /// at hand says.
    private func beside(
        _ pack: TurnedPack, _ need: StepNeeds.Need, from reached: Turning.Reached
    ) -> (path: String, openings: Int, pages: [Int])? {
        typealias Found = (path: String, openings: Int, pages: [Int])
        // Words are looked for in the reader's language, a number or an access in any.
        let isOfWords = need.kind == .text || need.kind == .value
        let others = packs.filter { other in
            other.path != pack.path && other.isBeside(pack) && (!isOfWords || other.locale == pack.locale)
        }
        let found = others.flatMap { other -> [Found] in
            let said = pack.turning.elsewhere.compactMap { way -> (before: Int, at: Int)? in
                guard other.path == "\(pack.locale)/\(way.document)", let view = other.turning.anchors[way.anchor],
                    let before = reached.openings[way.view]
                else { return nil }
                return (before, view)
            }
            return ([(before: 0, at: 0)] + said).compactMap { entry -> Found? in
                let inside = other.reached(from: entry.at)
                guard let nearest = inside.nearest(other.turning.places(need.landmark)) else { return nil }
                let way = inside.way(to: nearest)
                return (other.path, entry.before + way.count, other.pages(way))
            }
        }
        return found.min { $0.openings < $1.openings }
    }
}

extension PackOpenings {
    /// As the manifest has it.
    var json: JSON {
        .object([
            "pack": .string(path), "views": .int(views), "needs": .int(searched),
            "worst": .array((cold + steps).map(\.json)),
        ])
    }
}

extension Opening {
    fileprivate var json: JSON {
        .object([
            "need": .string(need.rawValue), "openings": openings.map { .int($0) }, "goal": .int(goal),
            "scenario": scenario.map { .string($0) }, "step": step.map { .string($0) },
            "sought": sought.map { .string($0) }, "pages": .array(pages.map { .int($0) }),
            "packs": packs > 1 ? .int(packs) : nil, "other": other.map { .string($0) },
        ])
    }
}
