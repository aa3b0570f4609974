import PlancDocument
import PlancMarkup
import PlancModel
import PlancSource

/// A step may lead over to another scenario, or to a list of it: pages say where that is.
extension ScenarioContext {
    /// "→ [3] Data breach, p. 12" behind the words of a link; where the pack has it not, in which pack it is. Empty of what belongs to
    /// the scenario at hand, and of texts that are sent.
    func wayOn(_ reference: EntityReference?, behind runs: [Run]) -> [Run] {
        guard !isForSending, let reference, let scenario = scenarioLedTo(by: reference) else { return [] }
        let link = destination(of: EntityReference(.scenario, scenario))
        let name = edition.shortTitle(ofScenario: scenario)
        let isNamed = runs.plainText.lowercased().contains(name.lowercased())
        var way: [Run] = isComposed ? [Run(.tab(edition.digit(ofScenario: scenario)), link: link)] : []
        if !isNamed { way.append(.text((way.isEmpty ? "" : "\u{A0}") + name, link: link)) }
        if way.isEmpty { return [] }
        way.insert(.text(" → ", link: link), at: 0)
        if case .anchor(let anchor)? = link {
            way.append(Run(.page(of: anchor, before: (isNamed ? "\u{A0}" : ", ") + words.pageShort), link: link))
        } else if isComposed, let found = scenarioElsewhere(scenario) {
            way += [.text(" · \(found.pack)"), page(of: found)] + holder(of: found)
        }
        return way
    }

    /// The scenario that a reference leads over to: itself, or of a list that is not part of the one at hand the first of its
    /// scenarios that is at hand.
    private func scenarioLedTo(by reference: EntityReference) -> String? {
        guard let own = scenario?.id else { return nil }
        switch reference.kind {
        case .scenario: return reference.id == own ? nil : reference.id
        case .checklist:
            guard case .some(let theirs)? = plan.checklists[reference.id]?.scenarios,
                !theirs.contains(where: { $0.id == own })
            else { return nil }
            let known = theirs.map(\.id).filter { plan.scenarios[$0] != nil }
            return known.first { destination(of: EntityReference(.scenario, $0)) != nil } ?? known.first
        default: return nil
        }
    }
}

extension Edition {
    /// The number of a scenario on the front leaf and on the edge of its pages: the same in every pack.
    func digit(ofScenario id: String) -> String { plan.scenarios.index(of: id).map { String($0 + 1) } ?? "" }

    /// The title where there is little room: the author's own short one, else the whole.
    func shortTitle(ofScenario id: String) -> String {
        let short = plan.scenarios[id].map { text($0.short) } ?? ""
        return short.isEmpty ? title(.scenario, id) : unbrokenNumbers(short)
    }
}

extension Plan {
    /// The scenarios that a step of a list leads to, themselves or by a list of theirs.
    var scenariosLedTo: Set<String> {
        var found: Set<String> = []
        func note(_ link: TypedReference) {
            switch link.target.kind {
            case .scenario: found.insert(link.target.id)
            case .checklist:
                if case .some(let theirs)? = checklists[link.target.id]?.scenarios { found.formUnion(theirs.map(\.id)) }
            default: break
            }
        }
        var open = checklists.flatMap { $0.stages.flatMap(\.steps) }
        while let step = open.popLast() {
            for link in step.links + step.branchLinks { note(link) }
            open += step.substeps
        }
        return found
    }
}
