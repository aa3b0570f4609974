import PlancSource

/// The automaton of a table, made deterministic state by state as texts ask for it. It is run from each token, and most leave it
/// at once.
struct PhraseAutomaton: Sendable {
    let table: PhraseTable

    /// By signature: the atoms that its words satisfy, ascending.
    private var signatures: [[Int32]] = [[]]
    private var signatureNumbers: [[Int32]: Int32] = [[]: 0]

    // The states made so far; 0 and 1 are those in which a run begins, in a sentence and at its start, and hold nothing.
    /// Nodes of all states, one state after the other, each ascending.
    private var members: [Int32] = []
    private var bounds = [0, 0, 0]
    private var accepted: [[Int32]] = [[], []]
    /// By state: the atoms that lead on from it, one bit each.
    private var ways: [UInt64]
    private let wordsOfWays: Int
    private var states = StateIndex()
    /// Steps by state and signature.
    private var steps = StepMemory()
    /// Steps from the two states in which every run begins, by signature.
    private var firstSteps: [[Int32]] = [[], []]

    /// By node and by atom: in which search it was seen last.
    private var visits: [Int32] = []
    private var atomVisits: [Int32]
    private var visit: Int32 = 0
    private var room: [Int32] = []

    static let dead: Int32 = -1
    private static let unknown: Int32 = -2
    private static let mostStates = 20_000

    init(_ table: PhraseTable) {
        self.table = table
        atomVisits = [Int32](repeating: 0, count: table[.atoms])
        wordsOfWays = table[.atoms] / 64 + 1
        ways = [UInt64](repeating: 0, count: 2 * wordsOfWays)
    }

    // MARK: Words

    /// The number of a set of atoms, given in any order.
    mutating func signature(_ atoms: [Int32]) -> Int32 {
        if atoms.isEmpty { return 0 }
        // A word may satisfy a choice twice.
        let atoms = atoms.sorted().withoutRepeats
        if let number = signatureNumbers[atoms] { return number }
        let number = Int32(signatures.count)
        signatures.append(atoms)
        signatureNumbers[atoms] = number
        return number
    }

    func has(_ atom: Int, _ signature: Int32) -> Bool { signatures[Int(signature)].contains(Int32(atom)) }

    // MARK: Running

    /// Forgets all states when there are too many. Between texts only.
    mutating func prepare() {
        guard bounds.count > Self.mostStates else { return }
        (members, bounds, accepted, firstSteps) = ([], [0, 0, 0], [[], []], [[], []])
        ways = [UInt64](repeating: 0, count: 2 * wordsOfWays)
        (states, steps) = (StateIndex(), StepMemory())
    }

    /// Where a token leads from a state.
    @inline(__always)
    mutating func step(from state: Int32, _ signature: Int32) -> Int32 {
        if state < 2 {
            let row = firstSteps[Int(state)]
            if Int(signature) < row.count, row[Int(signature)] != Self.unknown { return row[Int(signature)] }
        } else {
            let known = steps.step(state, signature)
            if known != Self.unknown { return known }
        }
        return make(from: state, signature)
    }

    /// The phrases that end in a state.
    func accepts(_ state: Int32) -> [Int32] { accepted[Int(state)] }

    private mutating func make(from state: Int32, _ signature: Int32) -> Int32 {
        let next = state < 2 ? first(from: state, signature) : later(from: state, signature)
        if state < 2 {
            let missing = Int(signature) + 1 - firstSteps[Int(state)].count
            if missing > 0 { firstSteps[Int(state)] += [Int32](repeating: Self.unknown, count: missing) }
            firstSteps[Int(state)][Int(signature)] = next
        } else {
            steps.remember(state, signature, next)
        }
        return next
    }

    private mutating func first(from state: Int32, _ signature: Int32) -> Int32 {
        visit += 1
        room.removeAll(keepingCapacity: true)
        for atom in signatures[Int(signature)] { collect(listAt: table.firstStep(Int(state), Int(atom))) }
        return room.isEmpty ? Self.dead : self.state()
    }

    /// Words differ in much that means nothing to a state: those that agree in what leads on from it are looked up once.
    private mutating func later(from state: Int32, _ signature: Int32) -> Int32 {
        let own = Int(state) * wordsOfWays
        let atoms = signatures[Int(signature)].filter { ways[own + Int($0) / 64] >> UInt64($0 & 63) & 1 != 0 }
        if atoms.isEmpty { return Self.dead }
        let shared = self.signature(atoms)
        if shared != signature {
            let known = steps.step(state, shared)
            if known != Self.unknown { return known }
        }
        visit += 1
        room.removeAll(keepingCapacity: true)
        for atom in atoms { atomVisits[Int(atom)] = visit }
        for place in bounds[Int(state)]..<bounds[Int(state) + 1] {
            guard case .atom(let atom, _, let leads) = table.node(Int(members[place])) else { continue }
            if atomVisits[atom] == visit { collect(listAt: leads) }
        }
        let next = self.state()
        if shared != signature { steps.remember(state, shared, next) }
        return next
    }

    private mutating func collect(listAt place: Int) {
        if place == 0 { return }
        for i in 0..<table.packed[place] {
            let node = table.packed[place + 1 + i]
            if node >= visits.count {
                visits += [Int32](repeating: 0, count: max(node + 1, visits.count * 2) - visits.count)
            }
            if visits[node] == visit { continue }
            visits[node] = visit
            room.append(Int32(node))
        }
    }

    /// The state of the nodes in `room`.
    private mutating func state() -> Int32 {
        room.sort()
        if let known = states.number(of: room, members, bounds) { return known }
        let number = Int32(accepted.count)
        members += room
        bounds.append(members.count)
        let own = ways.count
        ways += repeatElement(0, count: wordsOfWays)
        var phrases: [Int32] = []
        for node in room {
            switch table.node(Int(node)) {
            case .atom(let atom, _, _): ways[own + atom / 64] |= 1 << UInt64(atom & 63)
            case .accept(let phrase): phrases.append(phrase)
            case .either, .opening, .closing: break
            }
        }
        accepted.append(phrases)
        states.insert(number, room, members, bounds)
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

/// Finds a state by its nodes: open addressing.
private struct StateIndex: Sendable {
    private var slots = [Int32](repeating: -1, count: 256)
    private var count = 0

    private static func hash(_ nodes: some Sequence<Int32>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for node in nodes { hash = (hash ^ UInt64(UInt32(bitPattern: node))) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 29)
    }

    func number(of nodes: [Int32], _ members: [Int32], _ bounds: [Int]) -> Int32? {
        var slot = Self.hash(nodes) & (slots.count - 1)
        while slots[slot] >= 0 {
            let state = Int(slots[slot])
            if members[bounds[state]..<bounds[state + 1]].elementsEqual(nodes) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    mutating func insert(_ state: Int32, _ nodes: [Int32], _ members: [Int32], _ bounds: [Int]) {
        count += 1
        if count * 2 > slots.count {
            let old = slots
            slots = [Int32](repeating: -1, count: old.count * 2)
            for state in old where state >= 0 {
                put(state, Self.hash(members[bounds[Int(state)]..<bounds[Int(state) + 1]]))
            }
        }
        put(state, Self.hash(nodes))
    }

    private mutating func put(_ state: Int32, _ hash: Int) {
        var slot = hash & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = state
    }
}

/// Remembers where a signature leads from a state: open addressing.
private struct StepMemory: Sendable {
    private struct Entry: Sendable {
        var key: UInt64
        var next: Int32
    }

    /// State 0 has steps of its own, so that no key is 0.
    private var entries = [Entry](repeating: Entry(key: 0, next: -2), count: 1024)
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
