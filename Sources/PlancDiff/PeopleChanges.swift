import PlancDiagnostics
import PlancMarkup
import PlancModel

/// People, how to reach them, and who holds which role.
func peopleChanges(_ comparison: Comparison) -> [PlanDiff.Change] {
    let pairing = comparison.pairing
    let sections: Set<PackSection> = [.contacts, .walletCards, .callTree]
    let people = pairing.match(comparison.base.people, comparison.head.people)
    var changes = addedAndRemoved(people, .people, sections, comparison, word: Phrase("person"))
    for (old, new) in people.both {
        var details = addressChanges(old, new, comparison)
        if old.hours?.value != new.hours?.value {
            details.append(
                fromTo(
                    Phrase("hours"), old.hours.map { Phrase(verbatim: $0.value.rawValue) },
                    new.hours.map { Phrase(verbatim: $0.value.rawValue) }))
        }
        let (oldJob, newJob) = (old.job.phrase, new.job.phrase)
        if oldJob != newJob {
            details.append(
                fromTo(Phrase("job"), oldJob, newJob))
        }
        if !details.isEmpty { changes.append(changed(.people, .person, new.id, details, sections, comparison)) }
    }
    let roles = pairing.match(comparison.base.roles, comparison.head.roles)
    changes += addedAndRemoved(
        roles, .people, sections.union([.checklists]), comparison, word: Phrase("role"))
    for (old, new) in roles.both {
        var details: [Phrase] = []
        func names(_ references: [Reference], _ plan: Plan) -> Phrase? {
            references.isEmpty ? nil : list(references.map { comparison.title(.person, $0.id, in: plan) })
        }
        if old.holder.map({ pairing.newID(.person, $0.id) }) != new.holder?.id {
            details.append(
                fromTo(
                    Phrase("holder"), names(old.holder.map { [$0] } ?? [], comparison.base),
                    names(new.holder.map { [$0] } ?? [], comparison.head)))
        }
        if old.deputies.map({ pairing.newID(.person, $0.id) }) != new.deputies.map(\.id) {
            details.append(
                fromTo(
                    Phrase("deputies"), names(old.deputies, comparison.base),
                    names(new.deputies, comparison.head)))
        }
        if old.team?.value != new.team?.value {
            details.append(
                fromTo(
                    Phrase("team"), old.team.map { Phrase(verbatim: $0.value.rawValue) },
                    new.team.map { Phrase(verbatim: $0.value.rawValue) }))
        }
        if !details.isEmpty {
            let losesLast = !old.deputies.isEmpty && new.deputies.isEmpty
            changes.append(
                changed(.people, .role, new.id, details, sections.union([.checklists]), comparison, isAlarm: losesLast))
        }
    }
    return changes
}

private func addressChanges(_ old: Person, _ new: Person, _ comparison: Comparison) -> [Phrase] {
    var details: [Phrase] = []
    func value(_ person: Person, _ channel: String, _ written: String) -> Phrase {
        let isHidden = person.isPrivate(channel) && !comparison.showsPrivateNumbers
        return Phrase(verbatim: isHidden ? masked(written) : written)
    }
    let before = old.reach.map {
        (channel: $0.channel.id, now: comparison.pairing.newID(.channel, $0.channel.id), value: $0.value.value)
    }
    for address in new.reach {
        let title = comparison.title(.channel, address.channel.id)
        let now = value(new, address.channel.id, address.value.value)
        if let was = before.first(where: { $0.now == address.channel.id }) {
            if canonical(was.value) != canonical(address.value.value) {
                let stillHidden = old.isPrivate(was.channel) && new.isPrivate(address.channel.id)
                let text =
                    stillHidden && !comparison.showsPrivateNumbers
                    ? Phrase("{title}: another number", ["title": title])
                    : fromTo(title, value(old, was.channel, was.value), now)
                details.append(text)
            }
            switch (old.isPrivate(was.channel), new.isPrivate(address.channel.id)) {
            case (false, true):
                details.append(Phrase("{title}: now private", ["title": title]))
            case (true, false):
                details.append(
                    Phrase("{title}: no longer private", ["title": title]))
            default: break
            }
        } else {
            details.append(fromTo(title, nil, now))
        }
    }
    for address in before where !new.reach.contains(where: { $0.channel.id == address.now }) {
        details.append(
            fromTo(
                comparison.title(.channel, address.channel, in: comparison.base),
                value(old, address.channel, address.value), nil))
    }
    return details
}

/// Spaces in a number say nothing.
private func canonical(_ address: String) -> String { address.filter { !$0.isWhitespace } }

/// All but the first and last two characters hidden.
func masked(_ address: String) -> String {
    address.count <= 4 ? "••••" : String(address.prefix(2)) + "••••" + String(address.suffix(2))
}
