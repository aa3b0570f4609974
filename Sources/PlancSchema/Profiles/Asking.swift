import PlancModel

/// What an item asks of a plan, as its list writes it:
///
///     scenarios > affects where type is customers|public: open-channels[two-way is true]
///
/// For each thing that the subject leads to and that meets the first condition, the second must hold. Names are keys of the plan
/// language, and a few that follow from the plan (`steps` of a scenario, `up` of a channel in it).
public struct Ask: Sendable {
    /// As the list has it.
    public var written: String
    /// From the plan, one after the other: what the conditions know as `scenario` is the last scenario on the way.
    public var subject: [AskedPath]
    public var filter: AskedCondition?
    public var demand: AskedCondition
    /// Where a finding stands, from the subject; nil: at the subject itself.
    public private(set) var at: AskedPath?
    /// How many parts its paths have together.
    public private(set) var parts: Int

    public init?(_ written: String) {
        var parser = AskParser(written)
        guard let ask = parser.ask(written) else { return nil }
        self = ask
    }

    init(written: String, subject: [AskedPath], filter: AskedCondition?, demand: AskedCondition, parts: Int) {
        self.written = written
        self.subject = subject
        self.filter = filter
        self.demand = demand
        self.parts = parts
    }

    /// Says where its findings stand; false when that is no path.
    mutating func place(at written: String) -> Bool {
        var parser = AskParser(written, firstPart: parts)
        guard let path = parser.path(), parser.isAtEnd else { return false }
        at = path
        parts = parser.parts
        return true
    }

    /// What must hold, in the words of the list.
    public var demandWritten: String {
        guard let colon = written.firstIndex(of: ":") else { return written }
        return String(written[colon...].dropFirst().drop { $0 == " " })
    }
}

/// `affects.type`, `steps[at <= 1h]`: from things to what they say or lead to.
public struct AskedPath: Sendable {
    /// One step on the way.
    public struct Part: Sendable {
        public var name: String
        /// Its place among the parts of its ask.
        public var number: Int
        /// Of what it leads to, only what meets this.
        public var filter: AskedCondition?
    }

    public var parts: [Part]
}

/// What holds of a thing, or does not.
public indirect enum AskedCondition: Sendable {
    /// The path leads to something.
    case has(AskedPath)
    /// One of the words is among what the path says.
    case isOne(AskedPath, of: [String])
    /// A word of the one is among the words of the other.
    case isAmong(AskedPath, AskedPath)
    /// One of the times compares so.
    case time(AskedPath, Comparison, TimeAmount)
    /// How many there are compares so.
    case count(AskedPath, Comparison, Measure)
    /// One of the days is today or before.
    case past(AskedPath)
    /// One of the days is no further back.
    case within(AskedPath, TimeAmount)
    case not(AskedCondition)
    case all([AskedCondition])
    case any([AskedCondition])

    /// The signs of comparison, as profiles write them.
    public enum Comparison: String, Sendable {
        case atMost = "<="
        case atLeast = ">="
        case less = "<"
        case more = ">"

        /// Whether two numbers compare so.
        public func holds(_ a: Int, _ b: Int) -> Bool {
            switch self {
            case .atMost: a <= b
            case .atLeast: a >= b
            case .less: a < b
            case .more: a > b
            }
        }
    }

    /// What a count is compared with: a number, or another count.
    public enum Measure: Sendable {
        case number(Int)
        case count(AskedPath)
    }
}

/// Reads asks and paths. The grammar, from the loosest binding to the tightest:
///
///     ask       = path { ">" path } [ "where" condition ] ":" condition
///     condition = both { "or" both }
///     both      = one { "and" one }
///     one       = "not" one | "(" condition ")" | "count" path compare ( number | "count" path ) | path [ test ]
///     test      = "is" word { "|" word } | "among" path | "past" | "within" duration | compare duration
///     path      = name [ "[" condition "]" ] { "." name [ "[" condition "]" ] }
struct AskParser {
    private let words: [Substring]
    private var place = 0
    /// How many parts of paths were read.
    private(set) var parts: Int

    init(_ text: String, firstPart: Int = 0) {
        parts = firstPart
        let bytes = text.utf8
        var words: [Substring] = []
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let rest = bytes[start...]
            if bytes[start] == UInt8(ascii: " ") {
                bytes.formIndex(after: &start)
                continue
            }
            var length = rest.prefix(while: Self.isOfWord).count
            if length == 0 { length = rest.starts(with: "<=".utf8) || rest.starts(with: ">=".utf8) ? 2 : 1 }
            let end = bytes.index(start, offsetBy: length)
            words.append(text[start..<end])
            start = end
        }
        self.words = words
    }

    /// A letter, a digit, `-` or `/`.
    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "/"):
            true
        default: false
        }
    }

    var isAtEnd: Bool { place == words.count }

    private var next: Substring? { place < words.count ? words[place] : nil }

    private mutating func take(_ word: String) -> Bool {
        guard let next, next == word else { return false }
        place += 1
        return true
    }

    private mutating func takeWord() -> String? {
        guard let next, let first = next.utf8.first, Self.isOfWord(first) else { return nil }
        place += 1
        return String(next)
    }

    mutating func ask(_ written: String) -> Ask? {
        var subject: [AskedPath] = []
        repeat {
            guard let path = path() else { return nil }
            subject.append(path)
        } while take(">")
        var filter: AskedCondition?
        if take("where") {
            guard let condition = condition() else { return nil }
            filter = condition
        }
        guard take(":"), let demand = condition(), isAtEnd else { return nil }
        return Ask(written: written, subject: subject, filter: filter, demand: demand, parts: parts)
    }

    mutating func path() -> AskedPath? {
        var parts: [AskedPath.Part] = []
        repeat {
            guard let name = takeWord() else { return nil }
            var part = AskedPath.Part(name: name, number: self.parts)
            self.parts += 1
            if take("[") {
                guard let filter = condition(), take("]") else { return nil }
                part.filter = filter
            }
            parts.append(part)
        } while take(".")
        return AskedPath(parts: parts)
    }

    private mutating func condition() -> AskedCondition? {
        guard let first = both() else { return nil }
        var all = [first]
        while take("or") {
            guard let other = both() else { return nil }
            all.append(other)
        }
        return all.count == 1 ? first : .any(all)
    }

    private mutating func both() -> AskedCondition? {
        guard let first = one() else { return nil }
        var all = [first]
        while take("and") {
            guard let other = one() else { return nil }
            all.append(other)
        }
        return all.count == 1 ? first : .all(all)
    }

    private mutating func one() -> AskedCondition? {
        if take("not") { return one().map { .not($0) } }
        if take("(") {
            guard let inner = condition(), take(")") else { return nil }
            return inner
        }
        if take("count") {
            guard let path = path(), let comparison = comparison() else { return nil }
            if take("count") { return self.path().map { .count(path, comparison, .count($0)) } }
            return takeWord().flatMap { Int($0) }.map { .count(path, comparison, .number($0)) }
        }
        return path().flatMap { test($0) }
    }

    private mutating func test(_ path: AskedPath) -> AskedCondition? {
        if take("is") {
            var words: [String] = []
            repeat {
                guard let word = takeWord() else { return nil }
                words.append(word)
            } while take("|")
            return .isOne(path, of: words)
        }
        if take("among") { return self.path().map { .isAmong(path, $0) } }
        if take("past") { return .past(path) }
        if take("within") { return amount().map { .within(path, $0) } }
        if let comparison = comparison() { return amount().map { .time(path, comparison, $0) } }
        return .has(path)
    }

    private mutating func comparison() -> AskedCondition.Comparison? {
        guard let next, let comparison = AskedCondition.Comparison(rawValue: String(next)) else { return nil }
        place += 1
        return comparison
    }

    private mutating func amount() -> TimeAmount? { takeWord().flatMap { TimeAmount(notation: $0) } }
}
