import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// The two states and who is who in them.
struct Comparison: Sendable {
    let base: Plan
    let head: Plan
    let pairing: Pairing
    let masking: Masking
    private let timelines: Lazily<(old: [String: Timeline], new: [String: Timeline])>
    /// What depends on what, in the older and in the newer state.
    let networks: (old: DependencyGraph, new: DependencyGraph)

    init(base: Plan, head: Plan, masking: Masking) {
        self.base = base
        self.head = head
        self.masking = masking
        pairing = Pairing(base, head)
        networks = (DependencyGraph(base), DependencyGraph(head))
        timelines = Lazily { (Self.timelines(of: base), Self.timelines(of: head)) }
    }

    /// Makes the timelines before several ask for them at a time.
    func prepareTimelines() { _ = timelines.value }

    /// What happens when in a scenario of the older and of the newer state.
    func timelines(_ old: Scenario, _ new: Scenario) -> (old: Timeline, new: Timeline) {
        (
            timelines.value.old[old.id] ?? Timeline(plan: base, scenario: old.id),
            timelines.value.new[new.id] ?? Timeline(plan: head, scenario: new.id)
        )
    }

    /// By the ids of scenarios; the steps of each checklist are listed once for all of them.
    private static func timelines(of plan: Plan) -> [String: Timeline] {
        let agendas = plan.checklists.map(FlattenedChecklist.init)
        let ids = plan.scenarios.ids
        let timelines = parallelMap(ids) { Timeline(plan: plan, scenario: $0, agendas: agendas) }
        return Dictionary(zip(ids, timelines), uniquingKeysWith: { first, _ in first })
    }

    /// The title of a thing as the newer state has it, in each of planc's languages.
    func title(_ kind: EntityKind, _ id: String, in plan: Plan? = nil) -> Phrase {
        let plan = plan ?? head
        guard let title = plan.title(of: kind, id), !title.isEmpty else { return Phrase(verbatim: id) }
        return title.phrase
    }

    /// What a thing is called; of one that is gone, as it was.
    func title(_ thing: EntityReference) -> Phrase {
        title(thing.kind, thing.id, in: head.title(of: thing.kind, thing.id) == nil ? base : head)
    }

    /// A duty, or a stage of one by the words that pages have for it.
    func duty(_ thing: EntityReference, in plan: Plan? = nil) -> Phrase {
        let title = plan.map { self.title(.obligation, thing.id, in: $0) } ?? self.title(thing)
        guard let stage = thing.stage else { return title }
        return Phrase("{title} – {duty}", ["title": title, "duty": self.stage(stage, of: thing.id, in: plan)])
    }

    /// A stage of a duty by its title; of one that is gone, as it was.
    func stage(_ name: String, of obligation: String, in plan: Plan? = nil) -> Phrase {
        for plan in [plan ?? head, base] {
            if let duty = plan.obligations[obligation], !duty.title(ofStage: name).isEmpty {
                return duty.phrase(ofStage: name)
            }
        }
        return LegalTerms.phrase(.stage, name)
    }

    /// What a thing is called in the language of the plan; of one that is gone, as it was.
    func name(_ thing: EntityReference) -> String {
        let title = head.title(of: thing.kind, thing.id) ?? base.title(of: thing.kind, thing.id)
        return title?.text(head.sourceLocale) ?? thing.id
    }
}

extension Phrase {
    /// In the quotation marks of each language.
    var quoted: Phrase { Phrase("'{words}'", ["words": self]) }
}

/// A list as it is said: "a, b and c".
func list(_ phrases: [Phrase]) -> Phrase {
    .list(phrases)
}
