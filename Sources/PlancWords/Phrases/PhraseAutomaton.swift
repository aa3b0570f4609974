/// All phrases at once: a non-deterministic automaton over tokens (Thompson), made deterministic state by state as texts ask for
/// it. It is run from each token, and most leave it at once.
struct PhraseAutomaton: Sendable {
    private enum Node: Sendable {
        case atom(Int32, next: Int32)
        case either(Int32, Int32)
        case accept(Int32)
    }

    /// Atoms by number.
    private(set) var atoms: [PhraseAtom] = []
    private var atomNumbers: [PhraseAtom: Int32] = [:]
    private var nodes: [Node] = []
    /// Where phrases begin, anywhere in a sentence and at its start only.
    private var starts: [Int32] = []
    private var sentenceStarts: [Int32] = []

    // The states made so far.
    private var members: [[Int32]] = []
    private var numbers: [[Int32]: Int32] = [:]
    private var accepted: [[Int32]] = []
    /// Steps by state and signature.
    private var steps: [UInt64: Int32] = [:]
    /// Steps from the two states in which every run begins, by signature.
    private var firstSteps: [[Int32]] = [[], []]
    /// Where each atom leads from those two states, which have thousands of nodes.
    private var firstNodes: [[Int32: [Int32]]] = [[:], [:]]

    /// By node: in which search it was seen last.
    private var visits: [Int32] = []
    private var visit: Int32 = 0

    static let dead: Int32 = -1
    private static let unknown: Int32 = -2
    private static let mostStates = 20_000

    func known(_ atom: PhraseAtom) -> Int32? { atomNumbers[atom] }

    mutating func number(of atom: PhraseAtom) -> Int32 {
        if let known = atomNumbers[atom] { return known }
        let number = Int32(atoms.count)
        atoms.append(atom)
        atomNumbers[atom] = number
        return number
    }

    mutating func add(_ phrasing: Phrasing, as number: Int) {
        let start = build(phrasing.pattern, then: node(.accept(Int32(number))))
        if phrasing.isAtStart { sentenceStarts.append(start) } else { starts.append(start) }
    }

    private mutating func node(_ node: Node) -> Int32 {
        nodes.append(node)
        return Int32(nodes.count - 1)
    }

    private mutating func build(_ pattern: PhrasePattern, then next: Int32) -> Int32 {
        switch pattern {
        case .atom(let atom): return node(.atom(number(of: atom), next: next))
        case .marked(let part): return build(part, then: next)
        case .sequence(let parts):
            var next = next
            for part in parts.reversed() { next = build(part, then: next) }
            return next
        case .choice(let choices):
            var entry: Int32?
            for choice in choices.reversed() {
                let start = build(choice, then: next)
                entry = entry.map { node(.either(start, $0)) } ?? start
            }
            return entry ?? next
        case .times(let part, let least, let most):
            var next = next
            if let most {
                let end = next
                for _ in 0..<(most - least) {
                    let start = build(part, then: next)
                    next = node(.either(start, end))
                }
            } else {
                let loop = node(.either(next, next))
                nodes[Int(loop)] = .either(build(part, then: loop), next)
                next = loop
            }
            for _ in 0..<least { next = build(part, then: next) }
            return next
        }
    }

    // MARK: Running

    /// Makes the states in which every run begins; forgets all others when there are too many. Between texts only.
    mutating func prepare() {
        if members.count > Self.mostStates { members = [] }
        guard members.isEmpty else { return }
        (numbers, accepted, steps, firstSteps) = ([:], [], [:], [[], []])
        _ = state(closure(of: starts))
        let both = closure(of: starts + sentenceStarts)
        members.append(both)
        accepted.append([])
        if numbers[both] == nil { numbers[both] = 1 }
        firstNodes = members.map { nodes in
            var found: [Int32: [Int32]] = [:]
            for node in nodes {
                if case .atom(let atom, let next) = self.nodes[Int(node)] { found[atom, default: []].append(next) }
            }
            return found
        }
    }

    /// Where a token leads from a state; 0 and 1 are those in which a run begins, in a sentence and at its start.
    @inline(__always)
    mutating func step(from state: Int32, _ signature: Int32, _ lexicon: PhraseLexicon) -> Int32 {
        if state < 2 {
            let row = firstSteps[Int(state)]
            if Int(signature) < row.count, row[Int(signature)] != Self.unknown { return row[Int(signature)] }
        } else if let known = steps[UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: signature))] {
            return known
        }
        return make(from: state, signature, lexicon)
    }

    /// The phrases that end in a state.
    func accepts(_ state: Int32) -> [Int32] { accepted[Int(state)] }

    private mutating func make(from state: Int32, _ signature: Int32, _ lexicon: PhraseLexicon) -> Int32 {
        var reached: [Int32] = []
        if state < 2 {
            for atom in lexicon.atoms(signature) { reached += firstNodes[Int(state)][atom] ?? [] }
        } else {
            for member in members[Int(state)] {
                guard case .atom(let atom, let next) = nodes[Int(member)] else { continue }
                if lexicon.has(atom, signature) { reached.append(next) }
            }
        }
        let next = reached.isEmpty ? Self.dead : self.state(closure(of: reached))
        if state < 2 {
            let missing = Int(signature) + 1 - firstSteps[Int(state)].count
            if missing > 0 { firstSteps[Int(state)] += [Int32](repeating: Self.unknown, count: missing) }
            firstSteps[Int(state)][Int(signature)] = next
        } else {
            steps[UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: signature))] = next
        }
        return next
    }

    private mutating func state(_ nodes: [Int32]) -> Int32 {
        if let known = numbers[nodes] { return known }
        let number = Int32(members.count)
        numbers[nodes] = number
        members.append(nodes)
        accepted.append(
            nodes.compactMap { if case .accept(let phrase) = self.nodes[Int($0)] { phrase } else { nil } })
        return number
    }

    /// The nodes that are reached without a token, those that need one or accept, ascending.
    private mutating func closure(of entries: [Int32]) -> [Int32] {
        if visits.count < nodes.count { visits += [Int32](repeating: 0, count: nodes.count - visits.count) }
        visit += 1
        var found: [Int32] = []
        var open = entries
        while let node = open.popLast() {
            if visits[Int(node)] == visit { continue }
            visits[Int(node)] = visit
            if case .either(let a, let b) = nodes[Int(node)] {
                open.append(a)
                open.append(b)
            } else {
                found.append(node)
            }
        }
        found.sort()
        return found
    }
}
