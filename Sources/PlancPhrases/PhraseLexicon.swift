import PlancSource

/// Which atoms of phrases each word satisfies: words that satisfy the same have one signature, so that the automaton has few
/// kinds of token to know.
struct PhraseLexicon: Sendable {
    private let language: PhraseLanguage
    private var memory = WordCache(none: Word(traits: []))
    private var atoms: [Int32] = []
    /// The signature of a word that no phrase names, as most are.
    private var plain: Int32?

    struct Word: Sendable {
        /// Of the phrases of the language, and of the terms of the plan.
        var signature: Int32 = 0
        var ownSignature: Int32 = 0
        var traits: TokenTraits
    }

    init(_ language: PhraseLanguage) { self.language = language }

    mutating func word(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ phrases: inout PhraseAutomaton,
        _ terms: inout PhraseAutomaton?
    ) -> Word {
        let key = WordKey(bytes, range)
        if let key, let known = memory.known(key) { return known }
        let written = String(decoding: bytes[range], as: UTF8.self)
        let folded = language.fold(written)
        var word = Word(traits: .word)
        if written.hasSmallLetters { word.traits.insert(.small) }
        if written.first?.isUppercase == true { word.traits.insert(.capital) }
        let record = phrases.table.record(.exact, folded)
        if let record { word.traits.formUnion(record.traits) }
        let isKnown = word.traits.remove(.known) != nil
        atoms.removeAll(keepingCapacity: true)
        let table = phrases.table
        if !isKnown, Self.isAcronym(written) { table.add(listAt: table[.acronym], to: &atoms) }
        if let record { table.add(listAt: record.atoms, to: &atoms) }
        add(atomsOf: written, language.stem(folded), in: table)
        table.addAtoms(ofEndsOf: folded, to: &atoms)
        word.signature = signature(&phrases)
        if let own = terms?.table {
            atoms.removeAll(keepingCapacity: true)
            if let record = own.record(.exact, folded) { own.add(listAt: record.atoms, to: &atoms) }
            if let record = own.record(.cased, written) { own.add(listAt: record.atoms, to: &atoms) }
            word.ownSignature = terms!.signature(atoms)
        }
        if let key { memory.remember(key, word) }
        return word
    }

    /// Of a word that satisfies these atoms, and those that every word does.
    private mutating func signature(_ phrases: inout PhraseAutomaton) -> Int32 {
        let isPlain = atoms.isEmpty
        if isPlain, let plain { return plain }
        let table = phrases.table
        table.add(listAt: table[.anyWord], to: &atoms)
        table.add(listAt: table[.anything], to: &atoms)
        let signature = phrases.signature(atoms)
        if isPlain { plain = signature }
        return signature
    }

    private mutating func add(atomsOf written: String, _ stem: String, in table: PhraseTable) {
        if let record = table.record(.stems, stem) { table.add(listAt: record.atoms, to: &atoms) }
        if let record = table.record(.cased, written) { table.add(listAt: record.atoms, to: &atoms) }
    }

    /// Two to five capitals, in the plural too.
    private static func isAcronym(_ written: String) -> Bool {
        var letters = written.utf8[...]
        if letters.last == UInt8(ascii: "s") { letters = letters.dropLast() }
        return (2...5).contains(letters.count) && letters.allSatisfy { (0x41...0x5A).contains($0) }
    }

    mutating func number(
        _ digits: String, _ phrases: inout PhraseAutomaton, _ terms: inout PhraseAutomaton?
    ) -> Word {
        let table = phrases.table
        atoms.removeAll(keepingCapacity: true)
        for field: PhraseTable.Field in [.number, .anything, .anyWord] { table.add(listAt: table[field], to: &atoms) }
        if let record = table.record(.exact, digits) { table.add(listAt: record.atoms, to: &atoms) }
        var word = Word(signature: phrases.signature(atoms), traits: .number)
        if let record = terms?.table.record(.exact, digits) {
            atoms.removeAll(keepingCapacity: true)
            terms!.table.add(listAt: record.atoms, to: &atoms)
            word.ownSignature = terms!.signature(atoms)
        }
        return word
    }
}

extension String {
    /// Whether some letter of it has a capital and is not one.
    fileprivate var hasSmallLetters: Bool {
        if utf8.contains(where: { (0x61...0x7A).contains($0) }) { return true }
        return !utf8.allSatisfy({ $0 < 0x80 }) && self != uppercased()
    }
}
