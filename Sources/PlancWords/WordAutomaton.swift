/// All patterns at once: a non-deterministic automaton (Thompson), made deterministic state by state as texts ask for
/// it. It is run from the start of each word, and most words leave it after two or three letters.
struct WordAutomaton {
    /// What is found when a state is reached.
    struct Acceptance {
        /// The pattern's number.
        var pattern: Int
        var isAtStart: Bool
        var notFollowedBy: [UInt8]
    }

    /// After a space further spaces are part of it.
    private struct State: Hashable {
        var nodes: [Int32]
        var isAfterSpace: Bool
    }

    private enum Node {
        case one(WordPattern.SymbolSet, next: Int32)
        case either(Int32, Int32)
        case accept(Int)
    }

    private var nodes: [Node] = []
    private(set) var acceptances: [Acceptance] = []
    private var starts: [Int32] = []

    // The states made so far: which nodes they stand for, where each symbol leads, what they accept.
    private var members: [[Int32]] = []
    private var numbers: [State: Int32] = [:]
    /// A row a state: where the row of the next state begins, with 1 added when it accepts; or `dead`, or `unknown`.
    private(set) var steps: [Int32] = []
    private(set) var accepts: [[Int]] = []

    /// The places of a row, a power of two.
    static let width = 128
    static let dead: Int32 = -1
    private static let unknown: Int32 = -2
    /// Texts made to make states: then the table is begun again.
    private static let mostStates = 20_000

    mutating func add(_ alternative: WordPattern.Alternative, as pattern: Int) {
        acceptances.append(
            Acceptance(pattern: pattern, isAtStart: alternative.isAtStart, notFollowedBy: alternative.notFollowedBy))
        let accept = node(.accept(acceptances.count - 1))
        starts.append(build(alternative.pattern, then: accept))
    }

    private mutating func node(_ node: Node) -> Int32 {
        nodes.append(node)
        return Int32(nodes.count - 1)
    }

    private mutating func build(_ pattern: WordPattern, then next: Int32) -> Int32 {
        switch pattern {
        case .one(let set):
            return node(.one(set, next: next))
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

    /// Makes the state before the first letter of a word, whose row is the first.
    mutating func start() {
        if members.isEmpty { _ = state(State(nodes: closure(of: starts), isAfterSpace: false)) }
    }

    /// Finds out where a symbol leads from the state that has a row.
    mutating func make(from row: Int32, _ symbol: UInt8) {
        var reached: [Int32] = []
        for member in members[Int(row) / Self.width] {
            if case .one(let set, let next) = nodes[Int(member)], set.contains(symbol) { reached.append(next) }
        }
        let next =
            reached.isEmpty
            ? Self.dead : state(State(nodes: closure(of: reached), isAfterSpace: symbol == Symbol.space))
        steps[Int(row) + Int(symbol)] = next
    }

    /// The step to a state. What is no character leads to the state itself, and so does a space after a space.
    private mutating func state(_ state: State) -> Int32 {
        if let known = numbers[state] { return known }
        let accepted = state.nodes.compactMap {
            if case .accept(let acceptance) = nodes[Int($0)] { acceptance } else { nil }
        }
        let row = Int32(members.count * Self.width)
        let step = row | (accepted.isEmpty ? 0 : 1)
        numbers[state] = step
        members.append(state.nodes)
        accepts.append(accepted)
        steps.append(contentsOf: repeatElement(Self.unknown, count: Self.width))
        steps[Int(row) + Int(Symbol.nothing)] = row
        if state.isAfterSpace { steps[Int(row) + Int(Symbol.space)] = row }
        return step
    }

    /// The nodes that are reached without a symbol, those that need one or accept, ascending.
    private func closure(of entries: [Int32]) -> [Int32] {
        var seen = Set<Int32>()
        var found: [Int32] = []
        var open = entries
        while let node = open.popLast() {
            guard seen.insert(node).inserted else { continue }
            if case .either(let a, let b) = nodes[Int(node)] {
                open.append(a)
                open.append(b)
            } else {
                found.append(node)
            }
        }
        return found.sorted()
    }

    /// Forgets the states made so far when there are too many; between texts only.
    mutating func tidy() {
        guard members.count > Self.mostStates else { return }
        members = []
        numbers = [:]
        steps = []
        accepts = []
    }
}
