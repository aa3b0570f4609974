import PlancDiagnostics
import PlancModel

/// What a plan rests on that somebody has to have done: numbers tried, scenarios exercised, laws read, a review, an approval.
///
/// Where nothing of a sort was ever done, one finding says so for the whole plan (`unconfirmed-plan`); where it was begun, each
/// thing left out has a finding of its own. Copies never restored are always told there.
struct MissingEvidence {
    var isNotApproved = false
    var isNeverReviewed = false
    var untried: [Person] = []
    var unplayed: [Scenario] = []
    var unread: [Obligation] = []
    var unrestored: [System] = []

    var isEmpty: Bool {
        !isNotApproved && !isNeverReviewed && untried.isEmpty && unplayed.isEmpty && unread.isEmpty
            && unrestored.isEmpty
    }
}

extension RuleContext {
    /// People who hold a role or stand in for its holder.
    var peopleInRoles: [Person] {
        let needed = Set(plan.roles.flatMap { $0.people.map(\.id) })
        return plan.people.filter { needed.contains($0.id) }
    }

    /// Obligations of the plan's own that a scenario carries.
    var carriedObligations: [Obligation] {
        let carried = Set(plan.scenarios.flatMap { $0.obligations.map(\.id) })
        return plan.obligations.filter { carried.contains($0.id) }
    }

    /// What nobody has begun to confirm.
    var missingEvidence: MissingEvidence {
        var missing = MissingEvidence()
        let unread = plan.unread
        missing.isNotApproved =
            plan.info.approved?.on == nil && !unread.contains(.plan, plan.name, ["approved"])
        missing.isNeverReviewed =
            plan.info.review.last == nil && !unread.contains(.plan, plan.name, ["review"])
            && !isSettled("overdue-review")
        if !isSettled("stale-contact"), peopleInRoles.allSatisfy({ $0.verified == nil }) {
            missing.untried = peopleInRoles.filter { !unread.contains($0, ["verified"]) }
        }
        let played = Set(plan.drills.filter { $0.date.map { $0.value <= asOf } ?? true }.compactMap { $0.scenario?.id })
        if !isSettled("overdue-drill"), played.isEmpty {
            missing.unplayed = plan.scenarios.filter { !mayBeExercised($0.id) }
        }
        let own = carriedObligations.filter { !$0.isBuiltIn }
        if !isSettled("unverified-obligation"), own.allSatisfy({ $0.verified == nil }) {
            missing.unread = own.filter { !unread.contains($0, ["verified"]) }
        }
        missing.unrestored = plan.systems.filter {
            $0.backup != nil && $0.backup?.restored == nil && !unread.contains($0, ["backup"])
        }
        return missing
    }

    /// Whether the plan's author has decided about a rule: it is off, or there are exceptions to it.
    private func isSettled(_ rule: String) -> Bool {
        plan.info.rules.contains { $0.rule.value == rule && $0.level.value == .off }
            || plan.exceptions.contains { $0.rule.value == rule }
    }
}
