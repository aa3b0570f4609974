import PlancDiagnostics
import PlancModel
import PlancSource

/// What a plan may not leave out, by the kind of its reader: planc's own list (`Library/profiles.txt`).
public struct Profiles: Sendable {
    /// Where the wording of a demand, or an account of it, was read.
    public struct Document: Sendable {
        public var id: String
        public var title: String
        /// URLs.
        public var readAt: [String] = []
    }

    /// What one kind of reader asks for.
    public struct Profile: Sendable {
        public var name: ProfileName
        public var title = Phrase(verbatim: "")
        /// For whom it is.
        public var readers = Phrase(verbatim: "")
        /// Ids of items, in the order of the list.
        public var items: [String] = []
    }

    /// How far a source was read.
    public enum Confidence: String, CaseIterable, Sendable {
        case officialText = "official-text"
        case page, knowledge
    }

    /// Where a profile says it.
    public struct Source: Sendable {
        public var profile: ProfileName
        /// The id of the document.
        public var document: String
        /// Where in it.
        public var place: String
        public var confidence: Confidence
    }

    /// One thing that a plan must show.
    public struct Item: Sendable {
        public var id: String
        public var severity: Severity
        /// What the plan must show, one sentence.
        public var says = Phrase(verbatim: "")
        /// Why that matters.
        public var why = Phrase(verbatim: "")
        public var sources: [Source] = []
        /// The rule that judges it already, in part or wholly.
        public var rule: String?
        public var asks: [Ask] = []
        /// No document shows it: a question with a box to tick.
        public var isByHand = false
    }

    public private(set) var profiles: [Profile] = []
    /// The ids of the items, in the order of the list.
    public private(set) var itemIDs: [String] = []
    /// Where the lines of each item stand: it is read when it is asked for.
    private var places: [String: Range<Int>] = [:]
    /// The lines of documents.
    private var documentPlaces: [Range<Int>] = []
    private let text: [UInt8]

    public static let builtIn = Profiles(PackageResources.profiles_txt)

    /// What the list refers to: read when it is asked for.
    public var documents: [Document] {
        var reader = Reader()
        for place in documentPlaces { reader.read(text[place]) }
        return reader.documents
    }

    /// All items: each is read.
    public var items: [Item] { itemIDs.compactMap { self[$0] } }

    /// The item of an id.
    public subscript(item: String) -> Item? {
        guard let place = places[item] else { return nil }
        var reader = Reader()
        reader.read(text[place])
        return reader.items.first
    }

    /// The profile of a name.
    public subscript(name: ProfileName) -> Profile? { profiles.first { $0.name == name } }

    /// The items that some profiles ask for, each once, in the order of the list.
    public func items(of names: [ProfileName]) -> [Item] {
        let wanted = Set(profiles.filter { names.contains($0.name) }.flatMap(\.items))
        return itemIDs.filter(wanted.contains).compactMap { self[$0] }
    }

    /// Which of some profiles ask for an item.
    public func asking(for item: String, among names: [ProfileName]) -> [ProfileName] {
        names.filter { self[$0]?.items.contains(item) ?? false }
    }
}

// MARK: Reading

extension Profiles {
    /// From the text of the list. It is part of planc: a line that it does not understand is a fault of the program, which its tests
    /// find by `faults`.
    public init(_ text: [UInt8]) {
        self.text = text
        var reader = Reader()
        for block in Self.blocks(of: text) {
            let words = text[block].prefix { $0 > 0x20 }
            if words.elementsEqual("item".utf8) {
                let id = text[block].dropFirst(words.count + 1).prefix { $0 > 0x20 }
                itemIDs.append(String(decoding: id, as: UTF8.self))
                places[itemIDs[itemIDs.count - 1]] = block
            } else if words.elementsEqual("document".utf8) {
                documentPlaces.append(block)
            } else {
                reader.read(text[block])
            }
        }
        profiles = reader.profiles
    }

    /// Each line that begins with a letter, with the lines that are set in below it.
    private static func blocks(of text: [UInt8]) -> [Range<Int>] {
        var begins: [Int] = []
        func begin(_ place: Int) {
            if place < text.count, (0x61...0x7A).contains(text[place]) { begins.append(place) }
        }
        begin(0)
        text.withUnsafeBufferPointer { forEachPlace(of: UInt8(ascii: "\n"), in: $0) { begin($0 + 1) } }
        return zip(begins, begins.dropFirst() + [text.count]).map { $0..<$1 }
    }

    /// The lines of a list that are not understood.
    public static func faults(in text: String) -> [String] {
        var reader = Reader()
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) { reader.read(Substring(line)) }
        return reader.faults
    }

    private struct Reader {
        var documents: [Document] = []
        var profiles: [Profile] = []
        var items: [Item] = []
        var faults: [String] = []
        private var block: Substring = ""

        mutating func read(_ block: ArraySlice<UInt8>) {
            for line in block.split(separator: UInt8(ascii: "\n")) { read(Substring(decoding: line, as: UTF8.self)) }
        }

        mutating func read(_ line: Substring) {
            if line.hasPrefix("#") { return }
            let isInner = line.hasPrefix("  ")
            let (word, rest) = Self.split(Substring(line.utf8.drop { $0 == UInt8(ascii: " ") }))
            let isRead = isInner ? readInner(word, rest) : begin(word, rest)
            if !isRead { faults.append(String(line)) }
        }

        private static func split(_ line: Substring) -> (word: Substring, rest: Substring) {
            let space = UInt8(ascii: " ")
            let word = line.utf8.prefix { $0 != space }
            return (Substring(word), Substring(line.utf8.dropFirst(word.count).drop { $0 == space }))
        }

        private mutating func begin(_ word: Substring, _ rest: Substring) -> Bool {
            block = word
            switch word {
            case "document": documents.append(Document(id: String(rest), title: ""))
            case "profile":
                guard let name = ProfileName(rawValue: String(rest)) else { return false }
                profiles.append(Profile(name: name))
            case "item":
                let (id, severity) = Self.split(rest)
                guard let severity = Severity(rawValue: String(severity)) else { return false }
                items.append(Item(id: String(id), severity: severity))
            default: return false
            }
            return true
        }

        private mutating func readInner(_ word: Substring, _ rest: Substring) -> Bool {
            switch block {
            case "document": readDocument(word, rest)
            case "profile": readProfile(word, rest)
            case "item": readItem(word, rest)
            default: false
            }
        }

        private mutating func readDocument(_ word: Substring, _ rest: Substring) -> Bool {
            let place = documents.count - 1
            switch word {
            case "title": documents[place].title = String(rest)
            case "read-at": documents[place].readAt.append(String(rest))
            default: return false
            }
            return true
        }

        private mutating func readProfile(_ word: Substring, _ rest: Substring) -> Bool {
            let place = profiles.count - 1
            switch word {
            case "title": profiles[place].title = Phrase(term: String(rest), context: "profile")
            case "for": profiles[place].readers = Phrase(term: String(rest), context: "profile")
            case "items":
                profiles[place].items += rest.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
            default: return false
            }
            return true
        }

        private mutating func readItem(_ word: Substring, _ rest: Substring) -> Bool {
            let place = items.count - 1
            switch word {
            case "says": items[place].says = Phrase(term: String(rest), context: "profile")
            case "why": items[place].why = Phrase(term: String(rest), context: "profile")
            case "rule": items[place].rule = String(rest)
            case "by-hand": items[place].isByHand = true
            case "source":
                guard let source = Self.source(rest) else { return false }
                items[place].sources.append(source)
            case "asks":
                guard let ask = Ask(String(rest)) else { return false }
                items[place].asks.append(ask)
            case "at":
                guard let last = items[place].asks.indices.last else { return false }
                return items[place].asks[last].place(at: String(rest))
            default: return false
            }
            return true
        }

        /// `trust, article-client, l. 5, 13, page`: what stands in a document may hold commas.
        private static func source(_ text: Substring) -> Source? {
            let parts = text.utf8.split(separator: UInt8(ascii: ",")).map { part in
                String(Substring(part.drop { $0 == UInt8(ascii: " ") }))
            }
            guard parts.count >= 4, let profile = ProfileName(rawValue: parts[0]),
                let confidence = Confidence(rawValue: parts[parts.count - 1])
            else { return nil }
            return Source(
                profile: profile, document: parts[1],
                place: parts[2..<parts.count - 1].joined(separator: ", "), confidence: confidence)
        }
    }
}
