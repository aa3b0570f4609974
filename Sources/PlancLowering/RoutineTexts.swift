import PlancModel

/// Texts of before and after a crisis that a pack leaves to another one.
struct RoutineTexts {
    let pack: Pack
    /// By id.
    let messages: Set<String>
}

extension Edition {
    /// The texts of before and after a crisis that a pack with lists need not hold, since another pack is there for texts: those
    /// that whoever sends them has at hand there. nil when it holds all of its texts.
    func routineTexts(leaving pack: Pack, _ scenes: [ScenarioContext]) -> RoutineTexts? {
        guard pack.includes(.cover), !pack.isForAudience, pack.includes(.messages), pack.includes(.checklists) else {
            return nil
        }
        let others = printedPacks.filter { other in
            other.id != pack.id && !other.isForAudience && other.includes(.messages) && !other.includes(.checklists)
                && (other.scenarios.isEmpty || !pack.scenarios.isEmpty)
        }
        if others.isEmpty { return nil }
        let routine = plan.messages(in: pack).filter { $0.phase.value != .during }
        let senders = senders(in: scenes)
        var found: RoutineTexts?
        for other in others {
            let hands = Hands(of: other, besides: pack, in: self)
            let there = Set(plan.messages(in: other).map(\.id))
            let leaving = routine.filter { message in
                let roles = senders[message.id] ?? message.owner.map { [$0.id] } ?? []
                return there.contains(message.id) && roles.allSatisfy { hands.isHeld(by: $0) }
            }
            // The first of those that take most.
            if leaving.count > found?.messages.count ?? 0 {
                found = RoutineTexts(pack: other, messages: Set(leaving.map(\.id)))
            }
        }
        return found
    }

    /// The roles of the steps that send each message, in any scenario.
    private func senders(in scenes: [ScenarioContext]) -> [String: Set<String>] {
        var senders: [String: Set<String>] = [:]
        for entry in scenes.flatMap({ $0.timeline?.entries ?? [] }) {
            for message in entry.messages { senders[message.id, default: []].formUnion(entry.roles.map(\.id)) }
        }
        return senders
    }
}

/// Who has a pack of texts at hand that would else have them in another pack.
private struct Hands {
    /// Roles that hold a copy of it, or that lose nothing.
    private let holders: Set<String>
    /// Roles that hold copies of other packs only, far from those of this one.
    private let others: Set<String>
    /// Roles that hold no copy of anything: of the pack that they would have the texts in, and of this one, those it is for.
    private let (losing, gaining): (Set<String>, Set<String>)

    init(of texts: Pack, besides pack: Pack, in edition: Edition) {
        func readers(_ pack: Pack) -> Set<String> {
            Set(pack.for.filter { $0.target.kind == .role }.map(\.target.id))
        }
        func place(_ copy: Pack.Copy) -> Place {
            Place(system: copy.on?.id, rooms: NamedRooms(edition.text(copy.at)))
        }
        // Places that copies lie at, from those of the texts on, through rooms that they share.
        var near = texts.copies.map(place)
        var rest = pack.copies.map(place)
        var number = 0
        while number < near.count, !rest.isEmpty {
            let here = near[number]
            near += rest.filter(here.shares)
            rest.removeAll(where: here.shares)
            number += 1
        }
        var (holders, others) = (Set(texts.copies.compactMap { $0.to?.id }), Set<String>())
        for other in edition.plan.packs where !other.isForAudience && other.id != texts.id {
            for copy in other.copies {
                guard let role = copy.to?.id, !holders.contains(role) else { continue }
                let here = place(copy)
                if near.contains(where: here.shares) { holders.insert(role) } else { others.insert(role) }
            }
        }
        self.holders = holders
        self.others = others
        (losing, gaining) = (readers(pack), readers(texts))
    }

    func isHeld(by role: String) -> Bool {
        if holders.contains(role) { return true }
        if others.contains(role) { return false }
        return gaining.contains(role) || !losing.contains(role)
    }

    /// Where a copy lies.
    private struct Place {
        var system: String?
        var rooms: NamedRooms

        func shares(with other: Place) -> Bool {
            if let system, system == other.system { return true }
            return rooms.shares(with: other.rooms)
        }
    }
}
