/// Reads the dialect.
struct PhraseParser {
    /// UTF-8; all signs of the dialect are ASCII.
    private let text: [UInt8]
    private var place = 0
    private let language: PhraseLanguage
    private let lists: [String: PhraseList]

    init(_ text: some StringProtocol, _ language: PhraseLanguage, lists: [String: PhraseList]) {
        self.text = Array(text.utf8)
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

    private var next: UInt8? { place < text.count ? text[place] : nil }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: sign) else { return false }
        place += 1
        return true
    }

    private mutating func skipSpaces() { while next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") { place += 1 } }

    private mutating func sequence() -> PhrasePattern? {
        var parts: [PhrasePattern] = []
        while true {
            skipSpaces()
            guard let sign = next, !Self.closing.contains(sign) else { break }
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
        guard let sign = next else { return nil }
        switch Unicode.Scalar(sign) {
        case "(":
            place += 1
            guard let choice = choices(), take(")") else { return nil }
            return choice
        case "[":
            place += 1
            guard let choice = choices(), take("]") else { return nil }
            return .marked(choice)
        case "<":
            guard let close = text[place...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
            let name = written((place + 1)..<close)
            place = close + 1
            if name == "acronym" { return .atom(.acronym) }
            if name == "value" { return .atom(.value) }
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
            guard let close = text[(place + 1)...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
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

    private static let closing = Array("|)]".utf8)
    /// Whether a byte ends a word.
    private static let endsWord: [Bool] = {
        var ends = [Bool](repeating: false, count: 256)
        for byte in " \t()[]<>|?*+~,%#\"$".utf8 { ends[Int(byte)] = true }
        return ends
    }()

    private func written(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    private mutating func word() -> PhrasePattern? {
        let isExact = take("=")
        let isEnd = take("~")
        let start = place
        while let sign = next, !Self.endsWord[Int(sign)] { place += 1 }
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
