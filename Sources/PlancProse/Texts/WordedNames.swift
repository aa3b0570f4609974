/// A word of a text and where it stands, in bytes.
public struct NamedWord {
    /// The word in small letters.
    public var small: String
    /// Where it stands, in bytes of the text.
    public var range: Range<Int>
    /// Whether it is the first of a clause.
    public var opens: Bool

    /// The words of a text, in their order.
    public static func all(in text: String) -> [NamedWord] {
        var words: [NamedWord] = []
        var (start, place, opens) = (0, 0, true)
        var letters = String.UnicodeScalarView()
        func close() {
            if letters.isEmpty { return }
            words.append(NamedWord(small: String(letters).lowercased(), range: start..<place, opens: opens))
            letters = String.UnicodeScalarView()
            opens = false
        }
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                if letters.isEmpty { start = place }
                letters.append(scalar)
            } else {
                close()
                if ".!?:;,()\n".unicodeScalars.contains(scalar) { opens = true }
            }
            place += UTF8.width(scalar)
        }
        close()
        return words
    }
}

/// Names of one or more words, found where a text has them, however many of them begin alike.
public struct WordedNames<Thing: Sendable>: Sendable {
    /// By their words in small letters, a space between each two.
    private var things: [String: [Thing]] = [:]
    /// By the first word: of how many words names are that begin with it, the most first.
    private var lengths: [String: [Int]] = [:]

    public init() {}

    public var isEmpty: Bool { things.isEmpty }

    /// Adds a name, by its words, of a thing; one without words is none.
    public mutating func add(_ name: [NamedWord], _ thing: Thing) {
        guard let first = name.first?.small else { return }
        things[name.lazy.map(\.small).joined(separator: " "), default: []].append(thing)
        var known = lengths[first] ?? []
        if known.contains(name.count) { return }
        known.append(name.count)
        lengths[first] = known.sorted(by: >)
    }

    /// What the longest name at a place is the name of, and of how many words it is; nil where there is none.
    public func found(at place: Int, in words: [NamedWord]) -> (things: [Thing], count: Int)? {
        for count in lengths[words[place].small] ?? [] where words.count - place >= count {
            let name = words[place..<place + count].lazy.map(\.small).joined(separator: " ")
            if let found = things[name] { return (found, count) }
        }
        return nil
    }
}
