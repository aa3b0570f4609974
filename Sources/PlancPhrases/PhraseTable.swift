import PlancSource

/// The phrases of a language as planc carries them: a book that was compiled when planc was built, or just now.
public struct PhraseTable: Sendable {
    let packed: Packed
    let language: PhraseLanguage

    /// What stands at the beginning of a table: mostly, where something else begins.
    enum Field: Int, CaseIterable {
        case options, atoms, groups, entries, nodes, firstSteps, exact, stems, cased, ends
        // The atoms that each of these satisfies.
        case anyWord, anything, number, value, comma, percent, acronym, address, end

        init(sign: PhraseAtom) {
            switch sign {
            case .anyWord: self = .anyWord
            case .number: self = .number
            case .value: self = .value
            case .comma: self = .comma
            case .percent: self = .percent
            case .acronym: self = .acronym
            case .address: self = .address
            case .end: self = .end
            case .anything, .exact, .stem, .cased, .prefix, .suffix: self = .anything
            }
        }
    }

    /// A table that the build made.
    package init(language tag: some StringProtocol, _ packed: Packed) {
        self.packed = packed
        let options = packed[Field.options.rawValue]
        language = PhraseLanguage(tag, elides: options & 1 != 0, umlauts: options & 2 != 0)
    }

    public init(_ book: PhraseBook) {
        packed = Packed(PhraseCompiler.pack(book))
        language = book.language
    }

    subscript(field: Field) -> Int { packed[field.rawValue] }

    // MARK: Groups and phrases

    public var groups: [PhraseGroup] {
        (0..<packed[self[.groups]]).map { number in
            let place = self[.groups] + 1 + number * 6
            let options = packed[place + 1]
            return PhraseGroup(
                family: PhraseFamily.allCases[packed[place]], name: packed.word(at: place + 2),
                help: packed.word(at: place + 4), isRemark: options & 1 != 0, isReviewable: options & 2 != 0,
                isForReplies: options & 4 != 0, isForLaypeople: options & 8 != 0, isOfEnd: options & 16 != 0)
        }
    }

    struct Entry {
        var group: Int
        var hasMark: Bool
        var isCased: Bool
        var release: PhraseRelease?
        /// Whether any abbreviation is one.
        var isAcronym: Bool
        /// The node at which it begins.
        var start: Int
        var prefer: String
    }

    func entry(_ number: Int32) -> Entry {
        let place = self[.entries] + Int(number) * 5
        let options = packed[place + 1]
        return Entry(
            group: packed[place], hasMark: options & 1 != 0, isCased: options & 2 != 0,
            release: options & 4 != 0 ? .inside : options & 8 != 0 ? .beside : nil, isAcronym: options & 16 != 0,
            start: packed[place + 2], prefer: packed.word(at: place + 3))
    }

    // MARK: Words

    /// What a word of the phrases is, and the atoms that it satisfies.
    struct Record {
        var traits: TokenTraits
        /// The place of their list.
        var atoms: Int
    }

    func record(_ index: Field, _ word: String) -> Record? {
        packed.value(of: word, inIndexAt: self[index]).map {
            Record(traits: TokenTraits(rawValue: UInt32(packed[$0])), atoms: $0 + 1)
        }
    }

    /// Adds the numbers of a list; none at the place 0.
    func add(listAt place: Int, to numbers: inout [Int32]) {
        if place == 0 { return }
        for i in 0..<packed[place] { numbers.append(Int32(packed[place + 1 + i])) }
    }

    /// Adds the atoms of words that begin or end as this one does.
    func addAtoms(ofEndsOf folded: String, to numbers: inout [Int32]) {
        let first = self[.ends] + 1
        for number in 0..<packed[self[.ends]] {
            let place = first + number * 3
            let letters = packed.bytes(at: packed[place + 1])
            guard letters.count <= folded.utf8.count else { continue }
            let own = packed[place] == 0 ? folded.utf8.prefix(letters.count) : folded.utf8.suffix(letters.count)
            if own.elementsEqual(letters) { add(listAt: packed[place + 2], to: &numbers) }
        }
    }

    // MARK: The automaton

    enum Node {
        case atom(Int, next: Int)
        case either(Int, Int)
        case accept(Int32)
        case opening(next: Int)
        case closing(next: Int)
    }

    /// How far it is from a node to another: even back, odd on.
    static func way(from number: Int, to other: Int) -> Int {
        other <= number ? (number - other) * 2 : (other - number) * 2 - 1
    }

    /// The node to which a way leads.
    @inline(__always)
    private func node(_ number: Int, wayAt place: Int) -> Int {
        let way = packed[place]
        return way & 1 == 0 ? number - way / 2 : number + (way + 1) / 2
    }

    func node(_ number: Int) -> Node {
        let place = self[.nodes] + number * 4
        switch packed[place] {
        case 0: return .atom(packed[place + 1], next: node(number, wayAt: place + 2))
        case 1: return .either(node(number, wayAt: place + 1), node(number, wayAt: place + 2))
        case 2: return .accept(Int32(packed[place + 1]))
        case 3: return .opening(next: node(number, wayAt: place + 1))
        default: return .closing(next: node(number, wayAt: place + 1))
        }
    }

    /// What a node is to a state: the atom that leads on from it (-1: none does) with the place of the list of nodes to which it
    /// leads (-1 less the node, when it is one), or the phrase that ends in it (-1: none does).
    @inline(__always)
    func way(_ number: Int) -> (atom: Int32, leads: Int32, phrase: Int32) {
        let place = self[.nodes] + number * 4
        switch packed[place] {
        case 0:
            let list = packed[place + 3]
            let leads = list > 0 ? list : -1 - node(number, wayAt: place + 2)
            return (Int32(packed[place + 1]), Int32(leads), -1)
        case 2: return (-1, 0, Int32(packed[place + 1]))
        default: return (-1, 0, -1)
        }
    }

    /// The place of the list of nodes to which an atom leads from where phrases begin (0), or where a sentence does (1); 0: nowhere.
    func firstStep(_ start: Int, _ atom: Int) -> Int { packed[self[.firstSteps] + start * self[.atoms] + atom] }
}
