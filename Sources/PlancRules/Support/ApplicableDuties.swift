import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema

/// Duties that apply in a scenario by what the plan states, and that it does not list.
struct MissingDuties: Sendable {
    struct StageStatus: Sendable {
        var id: String
        var title: Phrase
        /// The facts, stated as true, by which it applies.
        var facts: [String]
        /// Whether the plan has it: of its own, or from the library.
        var isInPlan: Bool
    }

    /// By the ids of scenarios.
    private(set) var byScenario: [String: [StageStatus]] = [:]

    init(_ plan: Plan, asOf: CalendarDate) {
        let own = plan.obligations.filter { !$0.when.isEmpty && $0.isLaw(on: asOf) }
        let places = Self.jurisdictions(of: plan)
        for scenario in plan.scenarios where !plan.unread.contains(scenario, ["obligations", "facts", "personal-data"])
        {
            let facts = plan.factSheet(scenario)
            if facts.values.isEmpty { continue }
            var covered = Set(scenario.obligations.map(\.id))
            covered.formUnion(scenario.obligations.compactMap { plan.obligations[$0]?.overlays?.value })
            if !covered.isDisjoint(with: Subjection.duties) { covered.formUnion(Subjection.duties) }
            var missing: [StageStatus] = []
            for obligation in own where !covered.contains(obligation.id) {
                guard !(obligation.overlays.map { covered.contains($0.value) } ?? false),
                    Self.binds(obligation.id, facts),
                    let stated = facts.reasons(obligation.when.map(\.value), unless: obligation.unless.map(\.value))
                else { continue }
                missing.append(StageStatus(id: obligation.id, title: obligation.quoted, facts: stated, isInPlan: true))
                covered.insert(obligation.id)
                if let base = obligation.overlays?.value { covered.insert(base) }
                if Subjection.duties.contains(obligation.id) { covered.formUnion(Subjection.duties) }
            }
            missing += Self.ofLibrary(facts, places, plan, covered, asOf)
            if !missing.isEmpty { byScenario[scenario.id] = missing }
        }
    }

    subscript(scenario: Scenario) -> [StageStatus] { byScenario[scenario.id] ?? [] }

    /// Those of the library that the plan does not use, in the places whose law it is under.
    private static func ofLibrary(
        _ facts: FactSheet, _ places: Set<String>, _ plan: Plan, _ covered: Set<String>, _ asOf: CalendarDate
    ) -> [StageStatus] {
        if places.isEmpty { return [] }
        let applicable = Library.applicable.filter { entry in
            plan.obligations[entry.id] == nil && !covered.contains(entry.id) && covered.isDisjoint(with: entry.replaces)
                && binds(entry.id, facts) && entry.from.map { $0 <= asOf } ?? true
                && places.contains { Jurisdictions.applies(entry.jurisdiction, in: $0) }
        }
        // What the Union asks through the law of its states is owed by that, where the library has it.
        let isNational = applicable.contains {
            Subjection.duties.contains($0.id) && $0.jurisdiction != Jurisdictions.union
        }
        var bases = covered
        var duties: [StageStatus] = []
        for entry in applicable where !(entry.overlays.map(bases.contains) ?? false) {
            if isNational, Subjection.duties.contains(entry.id), entry.jurisdiction == Jurisdictions.union { continue }
            guard let stated = facts.reasons(entry.when, unless: entry.unless) else { continue }
            duties.append(StageStatus(id: entry.id, title: entry.title.quoted, facts: stated, isInPlan: false))
            bases.insert(entry.id)
        }
        return duties
    }

    /// A duty of those who are subject to a law binds nobody else.
    private static func binds(_ id: String, _ facts: FactSheet) -> Bool {
        !Subjection.duties.contains(id) || facts.isSubjectToNIS2 == true
    }

    /// Whose law the plan says that it is under: that of its time zone, else of the authorities that it tells, and that of the Union
    /// where it is judged or bound by it.
    private static func jurisdictions(of plan: Plan) -> Set<String> {
        var places: Set<String> = []
        if let country = plan.info.timezone.flatMap({ Jurisdictions.country(ofTimezone: $0.value) }) {
            places.insert(country)
        } else {
            places.formUnion(plan.audiences.compactMap(\.jurisdiction?.value))
        }
        let isOfUnion =
            plan.info.profiles?.contains { $0.value == .nis2 || $0.value == .personalData } ?? false
            || plan.info.subjectTo.contains { $0.value != .none }
        if isOfUnion { places.insert(Jurisdictions.union) }
        return places
    }
}

extension FactSheet {
    /// The facts, stated as true, by which something applies; nil where it does not, or where that depends on a fact that nobody has
    /// stated. What would lift it counts when it is stated.
    func reasons(_ when: [Condition], unless: [Condition]) -> [String]? {
        var reasons: [String] = []
        for condition in when {
            switch (condition, holds(condition)) {
            case (.fact("always"), _): return nil
            case (.not, true?), (.not, nil): continue
            case (_, true?): reasons += condition.facts.filter { holds(.fact($0)) == true }
            default: return nil
            }
        }
        if reasons.isEmpty || unless.contains(where: { holds($0) == true }) { return nil }
        return reasons
    }
}
