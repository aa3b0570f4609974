/// What one token of a text must be for a phrase.
enum PhraseAtom: Hashable, Sendable {
    /// This word and no other form of it.
    case exact(String)
    /// Any form of the word that has this stem.
    case stem(String)
    /// These very letters: `AD` is not an ad.
    case cased(String)
    case prefix(String)
    case suffix(String)
    case anyWord
    /// A word, a number, a value.
    case anything
    case number
    case comma
    case percent
    /// An abbreviation in capitals that is not on the list `known`.
    case acronym
    case address
    /// The end of a sentence.
    case end
}

/// A phrase, over tokens.
///
/// The dialect: `word` any form of it; `=word` this form; `"AD"` these letters; `word~` and `~word` words that begin or end so;
/// `<name>` a list of the book, `<acronym>` an abbreviation that is not on its list `known`; `( a | b )`; `?`, `*`, `+` after what is optional or repeated; `.` any word, `..` up to three words,
/// `...` up to seven words, numbers and commas; `#` a number; `%`; `,`; `@` an address on the web; `[ … ]` what is reported, else
/// all of it; `^` in front: only at the start of a sentence; `$` its end.
indirect enum PhrasePattern: Sendable {
    case atom(PhraseAtom)
    case sequence([PhrasePattern])
    case choice([PhrasePattern])
    /// At least and at most so many times; no limit when nil.
    case times(PhrasePattern, Int, Int?)
    /// What is reported.
    case marked(PhrasePattern)

    var hasMark: Bool {
        switch self {
        case .atom: false
        case .sequence(let parts), .choice(let parts): parts.contains(where: \.hasMark)
        case .times(let part, _, _): part.hasMark
        case .marked: true
        }
    }

    /// Whether some of its letters must be capitals.
    var isCased: Bool {
        switch self {
        case .atom(.cased(let word)): word != word.lowercased()
        case .atom(.acronym): true
        case .atom: false
        case .sequence(let parts), .choice(let parts): parts.contains(where: \.isCased)
        case .times(let part, _, _), .marked(let part): part.isCased
        }
    }
}

/// A phrase with whether it may stand only at the start of a sentence.
struct Phrasing: Sendable {
    var pattern: PhrasePattern
    var isAtStart = false
}

/// Reads the dialect.
struct PhraseParser {
    private let text: [Unicode.Scalar]
    private var place = 0
    private let language: PhraseLanguage
    private let lists: [String: PhraseList]

    init(_ text: some StringProtocol, _ language: PhraseLanguage, lists: [String: PhraseList]) {
        self.text = Array(text.unicodeScalars)
        self.language = language
        self.lists = lists
    }

    /// nil when the text is not of the dialect.
    static func phrasing(
        _ text: some StringProtocol, _ language: PhraseLanguage, lists: [String: PhraseList] = [:]
    ) -> Phrasing? {
        var parser = PhraseParser(text, language, lists: lists)
        parser.skipSpaces()
        let isAtStart = parser.take("^")
        guard let pattern = parser.choices() else { return nil }
        parser.skipSpaces()
        guard parser.place == parser.text.count else { return nil }
        return Phrasing(pattern: pattern, isAtStart: isAtStart)
    }

    private var next: Unicode.Scalar? { place < text.count ? text[place] : nil }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard next == sign else { return false }
        place += 1
        return true
    }

    private mutating func skipSpaces() { while next == " " || next == "\t" { place += 1 } }

    private mutating func sequence() -> PhrasePattern? {
        var parts: [PhrasePattern] = []
        while true {
            skipSpaces()
            guard let sign = next, !"|)]".unicodeScalars.contains(sign) else { break }
            guard let part = one() else { return nil }
            if take("?") {
                parts.append(.times(part, 0, 1))
            } else if take("*") {
                parts.append(.times(part, 0, nil))
            } else if take("+") {
                parts.append(.times(part, 1, nil))
            } else {
                parts.append(part)
            }
        }
        guard !parts.isEmpty else { return nil }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func one() -> PhrasePattern? {
        switch next {
        case "(":
            place += 1
            guard let choice = choices(), take(")") else { return nil }
            return choice
        case "[":
            place += 1
            guard let choice = choices(), take("]") else { return nil }
            return .marked(choice)
        case "<":
            guard let close = text[place...].firstIndex(of: ">") else { return nil }
            let name = written((place + 1)..<close)
            place = close + 1
            if name == "acronym" { return .atom(.acronym) }
            guard let list = lists[name] else { return nil }
            return list.pattern
        case ".":
            var count = 0
            while take(".") { count += 1 }
            return count == 1
                ? .atom(.anyWord) : .times(.atom(count == 2 ? .anyWord : .anything), 0, count == 2 ? 3 : 7)
        case "#":
            place += 1
            return .atom(.number)
        case "%":
            place += 1
            return .atom(.percent)
        case ",":
            place += 1
            return .atom(.comma)
        case "$":
            place += 1
            return .atom(.end)
        case "@":
            place += 1
            return .atom(.address)
        case "\"":
            guard let close = text[(place + 1)...].firstIndex(of: "\"") else { return nil }
            let letters = written((place + 1)..<close)
            place = close + 1
            return .sequence(language.words(of: letters).map { .atom(.cased($0)) })
        default: return word()
        }
    }

    private mutating func choices() -> PhrasePattern? {
        var found: [PhrasePattern] = []
        repeat {
            guard let part = sequence() else { return nil }
            found.append(part)
        } while take("|")
        return found.count == 1 ? found[0] : .choice(found)
    }

    /// What ends a word besides a space.
    private static let signs = Set("()[]<>|?*+~,%#\"$".unicodeScalars)

    private func written(_ range: Range<Int>) -> String {
        var word = ""
        word.unicodeScalars.append(contentsOf: text[range])
        return word
    }

    private mutating func word() -> PhrasePattern? {
        let isExact = take("=")
        let isEnd = take("~")
        let start = place
        while let sign = next, sign != " ", !Self.signs.contains(sign) { place += 1 }
        guard place > start else { return nil }
        let word = written(start..<place)
        if isEnd { return .atom(.suffix(language.fold(word))) }
        if take("~") { return .atom(.prefix(language.fold(word))) }
        let atoms = language.words(of: word).map { word -> PhrasePattern in
            let folded = language.fold(word)
            return .atom(isExact ? .exact(folded) : language.atom(ofFolded: folded))
        }
        return atoms.count == 1 ? atoms[0] : .sequence(atoms)
    }
}
