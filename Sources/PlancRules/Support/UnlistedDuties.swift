import PlancModel

extension RuleContext {
    /// The obligations that no scenario lists, be it by one that is laid over them: a message that would meet one makes it nobody's duty.
    var unlistedObligations: [Obligation] {
        if plan.scenarios.contains(where: { plan.unread.contains($0, ["obligations"]) }) { return [] }
        var listed = Set(plan.scenarios.flatMap { $0.obligations.map(\.id) })
        listed.formUnion(listed.compactMap { plan.obligations[$0]?.overlays?.value })
        return plan.obligations.filter { !listed.contains($0.id) && !mayBeUsed($0) }
    }
}
