import PlancSource

/// The automaton of a table, made deterministic state by state as texts ask for it. It is run from each token, and most leave it
/// at once.
struct PhraseAutomaton: Sendable {
    let table: PhraseTable

    /// The atoms that the words of a signature satisfy, ascending. The first holds none.
    private var signatures = ListIndex(empty: 1)

    /// The nodes of the states made so far, ascending; 0 and 1 are those in which a run begins, in a sentence and at its start, and
    /// hold nothing.
    private var states = ListIndex(empty: 2)
    /// By the place of a node among those of all states: the atom that leads on from it (-1: none does), and the place of the list
    /// of nodes to which it leads, or the node.
    private var ways: [(atom: Int32, leads: Int32)] = []
    /// The phrases that end in states, one state after the other.
    private var accepted: [Int32] = []
    private var acceptedBounds = [0, 0, 0]
    /// Steps by state and signature.
    private var steps = StepMemory()
    /// Steps from the two states in which every run begins, both for each signature.
    private var firstSteps: [Int32] = []

    /// By node and by atom: in which search it was seen last.
    private var visits: [Int32] = []
    private var atomVisits: [Int32]
    private var visit: Int32 = 0
    /// What a search finds: nodes, and the atoms that lead to them.
    private var room: [Int32] = []
    private var atomRoom: [Int32] = []

    static let dead: Int32 = -1
    private static let unknown: Int32 = -2
    private static let mostStates = 20_000

    init(_ table: PhraseTable) {
        self.table = table
        atomVisits = [Int32](repeating: 0, count: table[.atoms])
    }

    // MARK: Words

    /// The number of a set of atoms, given in any order.
    mutating func signature(_ atoms: [Int32]) -> Int32 {
        // A word may satisfy a choice twice.
        atoms.isEmpty ? 0 : signatures.number(of: atoms.sorted().withoutRepeats).number
    }

    func has(_ atom: Int, _ signature: Int32) -> Bool {
        signatures.places(of: signature).contains { signatures.members[$0] == Int32(atom) }
    }

    // MARK: Running

    /// Forgets all states when there are too many. Between texts only.
    mutating func prepare() {
        guard states.count > Self.mostStates else { return }
        (states, steps) = (ListIndex(empty: 2), StepMemory())
        (ways, accepted, acceptedBounds, firstSteps) = ([], [], [0, 0, 0], [])
    }

    /// Where a token leads from a state.
    @inline(__always)
    mutating func step(from state: Int32, _ signature: Int32) -> Int32 {
        if state < 2 {
            let place = Int(signature) * 2 + Int(state)
            if place < firstSteps.count, firstSteps[place] != Self.unknown { return firstSteps[place] }
        } else {
            let known = steps.step(state, signature)
            if known != Self.unknown { return known }
        }
        return make(from: state, signature)
    }

    /// The places of the phrases that end in a state.
    @inline(__always)
    func acceptedPlaces(_ state: Int32) -> Range<Int> {
        acceptedBounds[Int(state)]..<acceptedBounds[Int(state) + 1]
    }

    /// The phrase at a place of those that end in a state.
    func phrase(at place: Int) -> Int32 { accepted[place] }

    private mutating func make(from state: Int32, _ signature: Int32) -> Int32 {
        let next = state < 2 ? first(from: state, signature) : later(from: state, signature)
        if state < 2 {
            let missing = (Int(signature) + 1) * 2 - firstSteps.count
            if missing > 0 { firstSteps += [Int32](repeating: Self.unknown, count: missing) }
            firstSteps[Int(signature) * 2 + Int(state)] = next
        } else {
            steps.remember(state, signature, next)
        }
        return next
    }

    private mutating func first(from state: Int32, _ signature: Int32) -> Int32 {
        visit += 1
        room.removeAll(keepingCapacity: true)
        for place in signatures.places(of: signature) {
            collect(listAt: table.firstStep(Int(state), Int(signatures.members[place])))
        }
        return room.isEmpty ? Self.dead : self.state()
    }

    /// Words differ in much that means nothing to a state: those that agree in what leads on from it are looked up once.
    private mutating func later(from state: Int32, _ signature: Int32) -> Int32 {
        let (own, nodes) = (signatures.places(of: signature), states.places(of: state))
        visit += 2
        let asked = visit - 1
        for place in own { atomVisits[Int(signatures.members[place])] = asked }
        var isDead = true
        for place in nodes {
            let atom = Int(ways[place].atom)
            guard atom >= 0, atomVisits[atom] >= asked else { continue }
            atomVisits[atom] = visit
            isDead = false
        }
        if isDead { return Self.dead }
        atomRoom.removeAll(keepingCapacity: true)
        for place in own where atomVisits[Int(signatures.members[place])] == visit {
            atomRoom.append(signatures.members[place])
        }
        let shared = atomRoom.count == own.count ? signature : signatures.number(of: atomRoom).number
        if shared != signature {
            let known = steps.step(state, shared)
            if known != Self.unknown { return known }
        }
        room.removeAll(keepingCapacity: true)
        for place in nodes {
            let way = ways[place]
            if way.atom >= 0, atomVisits[Int(way.atom)] == visit { collect(listAt: Int(way.leads)) }
        }
        let next = self.state()
        if shared != signature { steps.remember(state, shared, next) }
        return next
    }

    /// Takes in the nodes of a list, or one node (`PhraseTable.way`).
    private mutating func collect(listAt place: Int) {
        if place < 0 { return collect(-1 - place) }
        if place == 0 { return }
        for i in 0..<table.packed[place] { collect(table.packed[place + 1 + i]) }
    }

    @inline(__always)
    private mutating func collect(_ node: Int) {
        if node >= visits.count {
            visits += [Int32](repeating: 0, count: max(node + 1, visits.count * 2) - visits.count)
        }
        if visits[node] == visit { return }
        visits[node] = visit
        room.append(Int32(node))
    }

    /// The state of the nodes in `room`.
    private mutating func state() -> Int32 {
        room.sort()
        let (number, isNew) = states.number(of: room)
        if !isNew { return number }
        for node in room {
            let way = table.way(Int(node))
            ways.append((way.atom, way.leads))
            if way.phrase >= 0 { accepted.append(way.phrase) }
        }
        acceptedBounds.append(accepted.count)
        return number
    }
}

extension [Int32] {
    fileprivate var withoutRepeats: [Int32] {
        var kept: [Int32] = []
        for number in self where number != kept.last { kept.append(number) }
        return kept
    }
}

/// Lists of numbers, each kept once and known by its own number: open addressing.
private struct ListIndex: Sendable {
    /// What all lists hold, one list after the other.
    private(set) var members: [Int32] = []
    private var bounds: [Int]
    private var slots = [Int32](repeating: -1, count: 256)
    private var found = 0

    /// - Parameter empty: how many lists there are from the beginning, which hold nothing and are never found.
    init(empty: Int) { bounds = [Int](repeating: 0, count: empty + 1) }

    var count: Int { bounds.count - 1 }

    /// The places of a list's numbers in `members`.
    @inline(__always)
    func places(of list: Int32) -> Range<Int> { bounds[Int(list)]..<bounds[Int(list) + 1] }

    /// The number of a list that holds something; a new one where none holds the same.
    mutating func number(of list: [Int32]) -> (number: Int32, isNew: Bool) {
        var slot = Self.hash(list) & (slots.count - 1)
        while slots[slot] >= 0 {
            if members[places(of: slots[slot])].elementsEqual(list) { return (slots[slot], false) }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = Int32(count)
        members += list
        bounds.append(members.count)
        slots[slot] = number
        found += 1
        if found * 2 > slots.count { grow() }
        return (number, true)
    }

    private mutating func grow() {
        let old = slots
        slots = [Int32](repeating: -1, count: old.count * 2)
        for list in old where list >= 0 {
            var slot = Self.hash(members[places(of: list)]) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = list
        }
    }

    /// FNV-1a, number by number.
    private static func hash(_ list: some Sequence<Int32>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for number in list { hash = (hash ^ UInt64(UInt32(bitPattern: number))) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 29)
    }
}

/// Remembers where a signature leads from a state: open addressing.
private struct StepMemory: Sendable {
    private struct Entry: Sendable {
        var key: UInt64
        var next: Int32
    }

    /// State 0 has steps of its own, so that no key is 0.
    private var entries = [Entry](repeating: Entry(key: 0, next: -2), count: 4096)
    private var count = 0

    private static func key(_ state: Int32, _ signature: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: signature))
    }

    private static func hash(_ key: UInt64) -> Int {
        let mixed = key &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 20)
    }

    /// -2 where it is not known.
    @inline(__always)
    func step(_ state: Int32, _ signature: Int32) -> Int32 {
        let key = Self.key(state, signature)
        var place = Self.hash(key) & (entries.count - 1)
        while entries[place].key != key {
            if entries[place].key == 0 { return -2 }
            place = (place + 1) & (entries.count - 1)
        }
        return entries[place].next
    }

    mutating func remember(_ state: Int32, _ signature: Int32, _ next: Int32) {
        count += 1
        if count * 2 > entries.count {
            let old = entries
            entries = [Entry](repeating: Entry(key: 0, next: -2), count: old.count * 2)
            for entry in old where entry.key != 0 { put(entry) }
        }
        put(Entry(key: Self.key(state, signature), next: next))
    }

    private mutating func put(_ entry: Entry) {
        var place = Self.hash(entry.key) & (entries.count - 1)
        while entries[place].key != 0 { place = (place + 1) & (entries.count - 1) }
        entries[place] = entry
    }
}
