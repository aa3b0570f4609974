import PlancSource

/// Makes a table of a book: a non-deterministic automaton over tokens (Thompson), and which of its atoms each word satisfies.
///
/// A choice among single words is one atom, however many there are. Where an atom leads without another token is worked out
/// here, so that a reader only puts such lists together.
package struct PhraseCompiler {
    private enum Node {
        case atom(Int, next: Int)
        case either(Int, Int)
        case accept(Int)
        /// Where what is reported begins, and where it ends.
        case opening(next: Int)
        case closing(next: Int)
    }

    /// Words and signs with the numbers of the atoms that they satisfy, in the order in which phrases name them.
    private var satisfied: [(atom: PhraseAtom, numbers: [Int])] = []
    private var places: [PhraseAtom: Int] = [:]
    private var numbers: [Set<PhraseAtom>: Int] = [:]
    private var nodes: [Node] = []
    private var starts: [Int] = []
    private var sentenceStarts: [Int] = []
    private var packing = Packing()

    private init() {}

    /// Packs a book, always to the same bytes.
    package static func pack(_ book: PhraseBook) -> Packing {
        var compiler = PhraseCompiler()
        let entries = book.entries.enumerated().map { compiler.add($1.phrasing, as: $0) }
        compiler.write(book, entries)
        return compiler.packing
    }

    // MARK: The automaton

    /// - Returns: the node at which the phrase begins.
    private mutating func add(_ phrasing: Phrasing, as number: Int) -> Int {
        let start = build(phrasing.pattern, then: node(.accept(number)))
        if phrasing.isAtStart { sentenceStarts.append(start) } else { starts.append(start) }
        return start
    }

    private mutating func node(_ node: Node) -> Int {
        nodes.append(node)
        return nodes.count - 1
    }

    /// The number of an atom that any of these words satisfies.
    private mutating func number(of atoms: [PhraseAtom]) -> Int {
        let set = Set(atoms)
        if let known = numbers[set] { return known }
        let number = numbers.count
        numbers[set] = number
        for atom in atoms {
            let place = places[atom] ?? satisfied.count
            if place == satisfied.count {
                satisfied.append((atom, []))
                places[atom] = place
            }
            if satisfied[place].numbers.last != number { satisfied[place].numbers.append(number) }
        }
        return number
    }

    private mutating func build(_ pattern: PhrasePattern, then next: Int) -> Int {
        switch pattern {
        case .atom(let atom): return node(.atom(number(of: [atom]), next: next))
        case .marked(let part):
            return node(.opening(next: build(part, then: node(.closing(next: next)))))
        case .sequence(let parts):
            var next = next
            for part in parts.reversed() { next = build(part, then: next) }
            return next
        case .choice: return build(pattern.choices, then: next)
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
                nodes[loop] = .either(build(part, then: loop), next)
                next = loop
            }
            for _ in 0..<least { next = build(part, then: next) }
            return next
        }
    }

    private mutating func build(_ choices: [PhrasePattern], then next: Int) -> Int {
        let words = choices.compactMap { if case .atom(let atom) = $0 { atom } else { nil } }
        var entry = words.isEmpty ? nil : node(.atom(number(of: words), next: next))
        for choice in choices.reversed() {
            if case .atom = choice { continue }
            let start = build(choice, then: next)
            entry = entry.map { node(.either(start, $0)) } ?? start
        }
        return entry ?? next
    }

    /// The nodes that are reached without a token, those that need one or accept, ascending.
    private func closure(of entries: [Int]) -> [Int] {
        var seen = Set<Int>()
        var found: [Int] = []
        var open = entries
        while let node = open.popLast() {
            guard seen.insert(node).inserted else { continue }
            switch nodes[node] {
            case .either(let a, let b): open += [a, b]
            case .opening(let next), .closing(let next): open.append(next)
            case .atom, .accept: found.append(node)
            }
        }
        return found.sorted()
    }

    // MARK: Writing

    /// In the order of `PhraseTable.Field`.
    private mutating func write(_ book: PhraseBook, _ entries: [Int]) {
        for _ in PhraseTable.Field.allCases { packing.add(0) }
        set(.options, (book.language.elides ? 1 : 0) | (book.language.umlauts ? 2 : 0))
        set(.atoms, numbers.count)
        writeGroups(book)
        writeEntries(book, entries)
        writeNodes()
        let ways = [leads(from: starts), leads(from: starts + sentenceStarts)]
        set(.firstSteps, packing.numbers.count)
        for ways in ways { for way in ways { packing.add(way) } }
        writeWords(book)
    }

    private mutating func set(_ field: PhraseTable.Field, _ number: Int) { packing.set(field.rawValue, to: number) }

    private mutating func writeGroups(_ book: PhraseBook) {
        set(.groups, packing.numbers.count)
        packing.add(book.groups.count)
        for group in book.groups {
            packing.add(PhraseFamily.allCases.firstIndex(of: group.family)!)
            packing.add(
                (group.isRemark ? 1 : 0) | (group.isReviewable ? 2 : 0) | (group.isForReplies ? 4 : 0)
                    | (group.isForLaypeople ? 8 : 0) | (group.isOfEnd ? 16 : 0))
            packing.add(group.name)
            packing.add(group.help)
        }
    }

    private mutating func writeEntries(_ book: PhraseBook, _ starts: [Int]) {
        set(.entries, packing.numbers.count)
        for (entry, start) in zip(book.entries, starts) {
            let pattern = entry.phrasing.pattern
            packing.add(entry.group)
            packing.add(
                (pattern.hasMark ? 1 : 0) | (pattern.isCased ? 2 : 0) | (entry.release == .inside ? 4 : 0)
                    | (entry.release == .beside ? 8 : 0) | (pattern.isAcronym ? 16 : 0))
            packing.add(start)
            packing.add(entry.prefer)
        }
    }

    /// Nodes are told by how far they are, as those near by are most; an atom that leads to the next node alone has no list.
    private mutating func writeNodes() {
        var lists: [Int: Int] = [:]
        for node in nodes {
            guard case .atom(_, let next) = node, lists[next] == nil else { continue }
            let closure = closure(of: [next])
            lists[next] = closure == [next] ? 0 : packing.add(list: closure)
        }
        set(.nodes, packing.numbers.count)
        for (number, node) in nodes.enumerated() {
            func way(to other: Int) -> Int { PhraseTable.way(from: number, to: other) }
            let row: [Int] =
                switch node {
                case .atom(let atom, let next): [0, atom, way(to: next), lists[next]!]
                case .either(let a, let b): [1, way(to: a), way(to: b), 0]
                case .accept(let phrase): [2, phrase, 0, 0]
                case .opening(let next): [3, way(to: next), 0, 0]
                case .closing(let next): [4, way(to: next), 0, 0]
                }
            for number in row { packing.add(number) }
        }
    }

    /// Where each atom leads from the places at which phrases begin: lists of nodes, by atom; 0 where it leads nowhere.
    private mutating func leads(from starts: [Int]) -> [Int] {
        var nexts = [[Int]](repeating: [], count: numbers.count)
        for node in closure(of: starts) {
            if case .atom(let atom, let next) = nodes[node] { nexts[atom].append(next) }
        }
        return nexts.map { $0.isEmpty ? 0 : packing.add(list: closure(of: $0)) }
    }

    private mutating func writeWords(_ book: PhraseBook) {
        var traits: [String: Int] = [:]
        for list in PhraseGuards.lists {
            for word in book.lists[list.name]?.words ?? [] { traits[word, default: 0] |= Int(list.trait.rawValue) }
        }
        for word in book.lists["known"]?.words ?? [] { traits[word, default: 0] |= Int(TokenTraits.known.rawValue) }
        var exact: [(String, Int)] = []
        var stems: [(String, Int)] = []
        var cased: [(String, Int)] = []
        var ends: [[Int]] = []
        for (atom, numbers) in satisfied {
            switch atom {
            case .exact(let word): exact.append((word, record(traits.removeValue(forKey: word) ?? 0, numbers)))
            case .stem(let stem): stems.append((stem, record(0, numbers)))
            case .cased(let word): cased.append((word, record(0, numbers)))
            case .prefix(let start): ends.append(self.end(0, start, numbers))
            case .suffix(let end): ends.append(self.end(1, end, numbers))
            default: set(PhraseTable.Field(sign: atom), packing.add(list: numbers))
            }
        }
        for (word, traits) in traits.sorted(by: { $0.key < $1.key }) { exact.append((word, record(traits, []))) }
        set(.exact, packing.add(index: exact))
        set(.stems, packing.add(index: stems))
        set(.cased, packing.add(index: cased))
        set(.ends, packing.numbers.count)
        packing.add(ends.count)
        for number in ends.joined() { packing.add(number) }
    }

    /// What a word is, and the atoms that it satisfies.
    private mutating func record(_ traits: Int, _ numbers: [Int]) -> Int {
        let place = packing.numbers.count
        packing.add(traits)
        _ = packing.add(list: numbers)
        return place
    }

    private mutating func end(_ isSuffix: Int, _ letters: String, _ numbers: [Int]) -> [Int] {
        let place = packing.numbers.count
        packing.add(letters)
        return [isSuffix, place, packing.add(list: numbers)]
    }
}

extension PhrasePattern {
    /// The choices in it, those inside choices too.
    fileprivate var choices: [PhrasePattern] {
        if case .choice(let choices) = self { return choices.flatMap(\.choices) }
        return [self]
    }
}
