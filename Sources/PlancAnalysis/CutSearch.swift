/// Finds the minimal cuts of a fault tree up to a size, as a tree of hitting sets (Reiter 1987) whose conflicts are made on demand:
/// while a channel is up, the systems that keep it up are a witness, and every cut has one of them. So the search takes each
/// in turn, sees what falls with it, and goes on with a channel that is still up.
///
/// Systems tried at a place are left out of the branches beside it, so no set is met twice. A branch ends where more channels with nothing in
/// common are still up than systems may be taken yet.
struct CutSearch<Members: SystemSet> {
    private struct Channel {
        var needs: Needs
        /// All systems that it depends on in any way.
        var support: Members
    }

    /// What must be up: every direct one, and one of each choice.
    private struct Needs {
        var direct: [Int] = []
        var directSet: Members
        var choices: [(members: [Int], set: Members)] = []

        init(_ groups: [[Int]], _ bound: Int) {
            directSet = Members(below: bound)
            for members in groups {
                if members.count == 1 {
                    direct.append(members[0])
                    directSet.insert(members[0])
                } else {
                    var set = Members(below: bound)
                    for member in members { set.insert(member) }
                    choices.append((members, set))
                }
            }
        }

        func areOut(in lost: Members) -> Bool {
            directSet.intersects(lost) || choices.contains { $0.set.isSubset(of: lost) }
        }
    }

    private let bound: Int
    private let needs: [Needs]
    private let channels: [Channel]
    /// What is lost with each system when it is lost alone, itself included.
    private var losses: [Members] = []
    /// Choices that take a system with them: its number and their members.
    private let choices: [(owner: Int, set: Members)]
    private var found: [[Int]] = []

    private init(_ tree: FaultTree) {
        let bound = tree.systems.count
        let needs = tree.systemGroups.map { Needs($0, bound) }
        self.bound = bound
        self.needs = needs
        choices = needs.enumerated().flatMap { owner, needs in needs.choices.map { (owner, $0.set) } }
        channels = tree.channelGroups.map { groups in
            var support = Members(below: bound)
            var open = groups.flatMap { $0 }
            while let system = open.popLast() {
                guard !support.contains(system) else { continue }
                support.insert(system)
                open += tree.systemGroups[system].joined()
            }
            return Channel(needs: Needs(groups, bound), support: support)
        }.sorted { $0.support.count < $1.support.count }
        losses = Self.losses(needs, choices, bound)
    }

    private static func losses(_ needs: [Needs], _ choices: [(owner: Int, set: Members)], _ bound: Int) -> [Members] {
        var users = [[Int]](repeating: [], count: bound)
        for (owner, needs) in needs.enumerated() { for system in needs.direct { users[system].append(owner) } }
        return (0..<bound).map { system in
            var lost = Members(below: bound)
            var open = [system]
            while true {
                while let next = open.popLast() {
                    guard !lost.contains(next) else { continue }
                    lost.insert(next)
                    open += users[next]
                }
                open = choices.filter { !lost.contains($0.owner) && $0.set.isSubset(of: lost) }.map(\.owner)
                if open.isEmpty { return lost }
            }
        }
    }

    /// Each cut in the order that it was found in.
    static func run(_ tree: FaultTree, atMost size: Int) -> [[Int]] {
        var search = CutSearch(tree)
        search.run(atMost: size)
        return search.found
    }

    private mutating func run(atMost size: Int) {
        let nothing = Members(below: bound)
        // Cuts of one first: no larger minimal cut holds one of them.
        var single = nothing
        for system in candidates(lost: nothing, excluded: nothing, left: 1) where isCut(losses[system]) {
            single.insert(system)
            found.append([system])
        }
        if size > 1 { search([], lost: nothing, excluded: single, left: size) }
    }

    private mutating func search(_ taken: [Int], lost: Members, excluded: Members, left: Int) {
        var excluded = excluded
        for system in candidates(lost: lost, excluded: excluded, left: left) {
            let cut = taken + [system]
            let lostNow = losing(system, after: lost)
            if isCut(lostNow) {
                if isMinimal(cut) { found.append(cut) }
            } else if left > 1 {
                search(cut, lost: lostNow, excluded: excluded, left: left - 1)
            }
            excluded.insert(system)
        }
    }

    /// The systems one of which every cut of at most `left` more must hold, other than those excluded; none when there is
    /// no such cut.
    private func candidates(lost: Members, excluded: Members, left: Int) -> [Int] {
        var apart = 0
        var covered = Members(below: bound)
        var common: Members?
        var chosen: (channel: Channel, count: Int)?
        for channel in channels where !channel.needs.areOut(in: lost) {
            var open = channel.support
            open.subtract(excluded)
            open.subtract(lost)
            let count = open.count
            if count == 0 { return [] }
            if !open.intersects(covered) {
                apart += 1
                if apart > left { return [] }
                covered.formUnion(open)
            }
            if left == 1 {
                if common == nil { common = open } else { common?.formIntersection(open) }
            }
            if chosen.map({ count < $0.count }) ?? true { chosen = (channel, count) }
        }
        guard let chosen else { return [] }
        var witness = self.witness(of: chosen.channel.needs, lost)
        witness.subtract(excluded)
        if let common { witness.formIntersection(common) }
        return witness.numbers
    }

    /// Systems that together keep a channel up, whatever else is lost.
    private func witness(of needs: Needs, _ lost: Members) -> Members {
        var witness = Members(below: bound)
        var open: [Int] = []
        func ask(_ needs: Needs) {
            open += needs.direct
            for choice in needs.choices where !choice.set.intersects(witness) {
                if let member = choice.members.first(where: { !lost.contains($0) }) { open.append(member) }
            }
        }
        ask(needs)
        while let system = open.popLast() {
            guard !witness.contains(system) else { continue }
            witness.insert(system)
            ask(self.needs[system])
        }
        return witness
    }

    private func losing(_ system: Int, after lost: Members) -> Members {
        var lost = lost
        lost.formUnion(losses[system])
        var isSettled = false
        while !isSettled {
            isSettled = true
            for choice in choices where !lost.contains(choice.owner) && choice.set.isSubset(of: lost) {
                lost.formUnion(losses[choice.owner])
                isSettled = false
            }
        }
        return lost
    }

    private func isCut(_ lost: Members) -> Bool { channels.allSatisfy { $0.needs.areOut(in: lost) } }

    /// Whether no set with one system fewer is a cut.
    private func isMinimal(_ cut: [Int]) -> Bool {
        // Its beginning was no cut, or the search would have stopped there.
        cut.indices.dropLast().allSatisfy { left in
            var lost = Members(below: bound)
            for (place, system) in cut.enumerated() where place != left { lost = losing(system, after: lost) }
            return !isCut(lost)
        }
    }
}
