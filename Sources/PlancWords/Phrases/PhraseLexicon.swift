import PlancSource

/// Which atoms of phrases each word satisfies: words that satisfy the same have one signature, so that the automaton has few
/// kinds of token to know.
struct PhraseLexicon: Sendable {
    private let language: PhraseLanguage
    private var exact: [String: [Int32]] = [:]
    private var stems: [String: [Int32]] = [:]
    private var cased: [String: [Int32]] = [:]
    private var prefixes: [(String, Int32)] = []
    private var suffixes: [(String, Int32)] = []
    private var anyWord: [Int32] = []
    private var anything: [Int32] = []
    private var numbers: [Int32] = []
    private var commas: [Int32] = []
    private var percents: [Int32] = []
    private var acronyms: [Int32] = []
    private let knownAcronyms: Set<String>
    private var addresses: [Int32] = []
    private var ends: [Int32] = []

    /// By signature: its atoms, ascending.
    private var signatures: [[Int32]] = [[]]
    private var known: [[Int32]: Int32] = [[]: 0]
    private var memory = WordCache<Word>(none: Word(signature: 0, traits: []))
    /// The lists that say what stands before a phrase.
    private let scopes: [(words: Set<String>, trait: TokenTraits)]

    struct Word: Sendable {
        var signature: Int32
        var traits: TokenTraits
    }

    /// - Parameters:
    ///   - atoms: all atoms of the phrases, by number.
    ///   - scopes: words that say what stands before or after a phrase.
    ///   - acronyms: abbreviations that everybody knows, folded.
    init(
        _ language: PhraseLanguage, _ atoms: [PhraseAtom], scopes: [(words: Set<String>, trait: TokenTraits)],
        acronyms known: Set<String>
    ) {
        self.language = language
        knownAcronyms = known
        self.scopes = scopes
        for (number, atom) in atoms.enumerated() {
            let number = Int32(number)
            switch atom {
            case .exact(let word): exact[word, default: []].append(number)
            case .stem(let stem): stems[stem, default: []].append(number)
            case .cased(let word): cased[word, default: []].append(number)
            case .prefix(let start): prefixes.append((start, number))
            case .suffix(let end): suffixes.append((end, number))
            case .anyWord: anyWord.append(number)
            case .anything: anything.append(number)
            case .number: numbers.append(number)
            case .comma: commas.append(number)
            case .percent: percents.append(number)
            case .acronym: acronyms.append(number)
            case .address: addresses.append(number)
            case .end: ends.append(number)
            }
        }
    }

    func has(_ atom: Int32, _ signature: Int32) -> Bool { signatures[Int(signature)].contains(atom) }

    /// The atoms that words of a signature satisfy, ascending.
    func atoms(_ signature: Int32) -> [Int32] { signatures[Int(signature)] }

    mutating func word(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Word {
        let key = WordKey(bytes, range)
        if let key, let known = memory.known(key) { return known }
        let written = String(decoding: bytes[range], as: UTF8.self)
        let folded = language.fold(written)
        let stem = language.stem(folded)
        var atoms =
            anyWord + anything + exact[folded, default: []] + stems[stem, default: []] + cased[written, default: []]
        for (start, atom) in prefixes where folded.hasPrefix(start) { atoms.append(atom) }
        for (end, atom) in suffixes where folded.hasSuffix(end) { atoms.append(atom) }
        if isUnknownAcronym(written, folded) { atoms += acronyms }
        var traits: TokenTraits = .word
        if written != written.uppercased() { traits.insert(.small) }
        for scope in scopes where scope.words.contains(folded) { traits.insert(scope.trait) }
        let word = Word(signature: signature(atoms), traits: traits)
        if let key { memory.remember(key, word) }
        return word
    }

    /// Two to five capitals, in the plural too.
    private func isUnknownAcronym(_ written: String, _ folded: String) -> Bool {
        var letters = written.utf8[...]
        if letters.last == UInt8(ascii: "s") { letters = letters.dropLast() }
        return (2...5).contains(letters.count) && letters.allSatisfy { (0x41...0x5A).contains($0) }
            && !knownAcronyms.contains(folded)
    }

    mutating func number(_ digits: String) -> Word {
        Word(signature: signature(numbers + anything + anyWord + exact[digits, default: []]), traits: .number)
    }

    mutating func comma() -> Word { Word(signature: signature(commas + anything), traits: [.pause, .comma]) }
    mutating func percent() -> Word { Word(signature: signature(percents), traits: []) }
    mutating func address() -> Word { Word(signature: signature(addresses + anything + anyWord), traits: .word) }
    /// A value that the plan or the sender puts in.
    mutating func value() -> Word { Word(signature: signature(numbers + anything + anyWord), traits: .number) }
    /// The end of a sentence or of a part of it that could be one.
    mutating func end(_ traits: TokenTraits) -> Word { Word(signature: signature(ends), traits: traits) }
    /// What matches nothing.
    func sign(_ traits: TokenTraits) -> Word { Word(signature: 0, traits: traits) }

    private mutating func signature(_ atoms: [Int32]) -> Int32 {
        let atoms = atoms.sorted()
        if let number = known[atoms] { return number }
        let number = Int32(signatures.count)
        signatures.append(atoms)
        known[atoms] = number
        return number
    }
}
