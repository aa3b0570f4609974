import PlancDiagnostics
import PlancModel
import PlancSource

/// One thing that somebody has to have done, and what the plan's sources record of it.
public struct Evidence: Sendable {
    /// What has to be done: the words of `planc confirm`.
    public enum Kind: String, CaseIterable, Sendable { case numbers, drill, backup, reading, review, approval }

    /// How what was done stands to the plan of today.
    public enum State: String, Sendable {
        case never
        /// What was confirmed is not what the plan says now.
        case changed
        /// Longer ago than the plan allows.
        case overdue
        /// A day without a stamp.
        case unstamped
        case current
    }

    public var kind: Kind
    /// The person, scenario, system or obligation; the plan's name for a review or an approval.
    public var id: String
    public var title: String
    public var state: State
    public var on: CalendarDate?
    public var by: String?
    /// What was confirmed, or is to be: a number a line.
    public var details: [String] = []
    /// The file that records it.
    public var path: String

    public var json: JSON {
        .object([
            "kind": .string(kind.rawValue), "id": .string(id), "title": .string(title),
            "state": .string(state.rawValue), "on": on.map { .string($0.description) }, "by": by.map { .string($0) },
            "path": .string(path),
        ])
    }
}

/// All of a plan's evidence, in the order of the work: numbers, drills, backups, readings, review, approval.
public func evidence(of plan: Plan, sources: SourceSet, asOf: CalendarDate) -> [Evidence] {
    let search = EvidenceSearch(plan: plan, sources: sources, asOf: asOf)
    return search.numbers + search.drills + search.backups + search.readings + [search.review, search.approval]
}

/// What is confirmed in a plan, and what is not, one list per kind of evidence.
private struct EvidenceSearch {
    let plan: Plan
    let sources: SourceSet
    let asOf: CalendarDate

    private func path(_ span: Span) -> String { sources[span.file].path }

    private func name(_ reference: TypedReference?) -> String? {
        reference.map { $0.target.kind == .role ? $0.target.id : "\($0.target.kind.rawValue):\($0.target.id)" }
    }

    private func state(_ confirmation: Confirmation?, hasChanged: Bool, _ period: TimeAmount) -> Evidence.State {
        guard let confirmation else { return .never }
        if hasChanged { return .changed }
        if isPast(confirmation.value, period, asOf) { return .overdue }
        return confirmation.of == nil ? .unstamped : .current
    }

    /// The numbers of everybody who has a role.
    var numbers: [Evidence] {
        let inRoles = Set(plan.roles.flatMap { $0.people.map(\.id) })
        return plan.people.filter { inRoles.contains($0.id) }.map { person in
            Evidence(
                kind: .numbers, id: person.id, title: person.name,
                state: state(person.verified, hasChanged: person.hasNumbersChanged, plan.info.review.contacts.value),
                on: person.verified?.value, by: name(person.verified?.by),
                details: person.reach.map { way in
                    "\(plan.channels[way.channel]?.title.text(plan.sourceLocale) ?? way.channel.id)  \(way.value.value)"
                }, path: path(person.nameSpan))
        }
    }

    /// The last drill of each scenario.
    var drills: [Evidence] {
        plan.scenarios.map { scenario in
            let played = plan.drills.filter { drill in
                drill.scenario?.id == scenario.id && drill.isRecorded && drill.date.map { $0.value <= asOf } ?? false
            }
            let last = played.max { ($0.date?.value.dayNumber ?? 0) < ($1.date?.value.dayNumber ?? 0) }
            let confirmation = last.flatMap { drill in
                drill.date.map { Confirmation($0, by: drill.by, of: drill.of, span: drill.span) }
            }
            let hasChanged = last?.of.map { !plan.isProceduresStamp($0.value, of: scenario.id) } ?? false
            return Evidence(
                kind: .drill, id: scenario.id, title: scenario.title.text(plan.sourceLocale),
                state: state(confirmation, hasChanged: hasChanged, plan.info.review.drills.value),
                on: confirmation?.value, by: name(confirmation?.by), path: path(last?.nameSpan ?? scenario.nameSpan))
        }
    }

    /// The backups that were restored to try them.
    var backups: [Evidence] {
        plan.systems.compactMap { system in
            guard let backup = system.backup else { return nil }
            return Evidence(
                kind: .backup, id: system.id, title: system.title.text(plan.sourceLocale),
                state: state(backup.restored, hasChanged: system.hasBackupChanged, plan.info.review.drills.value),
                on: backup.restored?.value, by: name(backup.restored?.by),
                details: [backup.at.text(plan.sourceLocale)].filter { !$0.isEmpty }, path: path(system.nameSpan))
        }
    }

    /// The readings of the laws that scenarios carry; those of planc's library are planc's own to read.
    var readings: [Evidence] {
        let carried = Set(plan.scenarios.flatMap { $0.obligations.map(\.id) })
        return plan.obligations.filter { carried.contains($0.id) && !$0.isBuiltIn }.map { obligation in
            Evidence(
                kind: .reading, id: obligation.id, title: obligation.title.text(plan.sourceLocale),
                state: state(
                    obligation.verified, hasChanged: obligation.hasReadingChanged,
                    TimeAmount(months: 12)),
                on: obligation.lastRead, by: name(obligation.verified?.by),
                details: [obligation.source?.shown].compactMap { $0 }, path: path(obligation.nameSpan))
        }
    }

    /// A plan goes on changing after a review: that is what a review is for.
    var review: Evidence {
        let review = plan.info.review
        return Evidence(
            kind: .review, id: plan.name, title: plan.info.title.text(plan.sourceLocale),
            state: state(review.last, hasChanged: false, review.every.value), on: review.last?.value,
            by: name(review.last?.by), path: path(plan.info.nameSpan))
    }

    var approval: Evidence {
        let approved = plan.info.approved
        return Evidence(
            kind: .approval, id: plan.name, title: plan.info.title.text(plan.sourceLocale),
            state: approved?.on == nil
                ? .never : plan.hasChangedSinceApproval ? .changed : approved?.of == nil ? .unstamped : .current,
            on: approved?.on?.value, by: approved?.by?.id, path: path(plan.info.nameSpan))
    }
}

/// Whether a period has passed since a day; months are calendar months.
private func isPast(_ day: CalendarDate, _ period: TimeAmount, _ asOf: CalendarDate) -> Bool {
    day.adding(months: period.months).adding(days: period.businessDays + period.minutes / 1440) < asOf
}
