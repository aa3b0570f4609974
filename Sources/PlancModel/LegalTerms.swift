import PlancLanguages

/// The words of the library of obligations (`Terms/terms.tsv`): facts, items of notices, recipients, starts, times without a number,
/// stages. Each language's `obligations.po` has its own under the same English.
public struct LegalTerms: Sendable {
    /// What a word of the library names.
    public enum Kind: String, CaseIterable, Sendable {
        case fact, item, recipient, start, stage
        case noNumber = "no-number"

        /// The context of its words in PO files.
        public var context: Phrase.Template {
            switch self {
            case .fact: "fact of an obligation"
            case .item: "item of a notice"
            case .recipient: "recipient of a notice"
            case .start: "start of a time limit"
            case .stage: "stage of an obligation"
            case .noNumber: "time without a number"
            }
        }
    }

    /// Where the line of a term lies in the list: its id, its words, and what stands behind them.
    private struct Line {
        var id: Range<Int>
        var english: Range<Int>
        var element: Range<Int>?
    }

    /// The list as it is part of the program, by id in each kind: nothing is made of its words before somebody asks.
    private let list: [UInt8]
    /// Where the lines of each kind begin, in their order.
    private var starts: [Kind: [Int]] = [:]

    public static let all = LegalTerms(PackageResources.terms_tsv)

    private init(_ list: [UInt8]) {
        self.list = list
        var (word, begun): (Range<Int>, [Int]) = (0..<0, [])
        list.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count {
                if !bytes[start...].starts(with: bytes[word]) || begun.isEmpty {
                    if let kind = Self.kind(bytes, word) { starts[kind] = begun }
                    word = start..<(bytes[start...].firstIndex(of: UInt8(ascii: "\t")) ?? start)
                    begun = []
                }
                begun.append(start)
                start = (bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count) + 1
            }
            if let kind = Self.kind(bytes, word) { starts[kind] = begun }
        }
    }

    private static func kind(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Kind? {
        Kind(rawValue: String(decoding: bytes[word], as: UTF8.self))
    }

    private func line(_ kind: Kind, at start: Int) -> Line {
        let end = list[start...].firstIndex(of: UInt8(ascii: "\n")) ?? list.count
        var cells: [Range<Int>] = []
        var cell = start + kind.rawValue.utf8.count + 1
        while cell <= end {
            let next = list[cell..<end].firstIndex(of: UInt8(ascii: "\t")) ?? end
            cells.append(cell..<next)
            cell = next + 1
        }
        return Line(id: cells[0], english: cells[1], element: cells.count > 2 ? cells[2] : nil)
    }

    private func term(_ kind: Kind, _ id: String) -> Line? {
        let starts = starts[kind] ?? []
        var (first, last) = (0, starts.count)
        while first < last {
            let middle = (first + last) / 2
            let line = line(kind, at: starts[middle])
            if list[line.id].elementsEqual(id.utf8) { return line }
            if list[line.id].lexicographicallyPrecedes(id.utf8) { first = middle + 1 } else { last = middle }
        }
        return nil
    }

    private func word(_ place: Range<Int>) -> String { String(decoding: list[place], as: UTF8.self) }

    /// The ids of a kind, in their order.
    public func ids(_ kind: Kind) -> [String] {
        (starts[kind] ?? []).map { word(line(kind, at: $0).id) }
    }

    /// The English of a term; nil where the library has none.
    public func english(_ kind: Kind, _ id: String) -> String? { term(kind, id).map { word($0.english) } }

    /// What people call it; an id that the library does not have is its own words, with spaces for hyphens.
    public static func phrase(_ kind: Kind, _ id: String) -> Phrase {
        Phrase(term: all.english(kind, id) ?? id.replacing("-", with: " "), context: kind.context)
    }

    /// An item of a notice by its id: one of the library, or an element of a message; nil for another word.
    public static func item(_ id: String) -> ContentItem? {
        if let term = all.term(.item, id) {
            return ContentItem(id, element: term.element.flatMap { Element(rawValue: all.word($0)) })
        }
        return Element(rawValue: id).map { ContentItem(id, element: $0) }
    }

    /// Every item that a notice may be asked to hold.
    public static let items: [String] = {
        var items = Element.allCases.map(\.rawValue)
        items += all.ids(.item).filter { Element(rawValue: $0) == nil }
        return items
    }()

    /// The facts that the library's obligations depend on.
    public static let facts = all.ids(.fact)
}

extension Obligation {
    /// What the plan calls a stage of the duty; empty where it gives no title.
    public func title(ofStage name: String) -> LocalizedText {
        stages.first { $0.name.value == name }?.title ?? LocalizedText()
    }

    /// What people call a stage: its title, else what the library calls it, else the words of its name.
    public func phrase(ofStage name: String) -> Phrase {
        let title = title(ofStage: name)
        return title.isEmpty ? LegalTerms.phrase(.stage, name) : title.phrase
    }
}

extension LegalTerms {
    /// A start in words: "awareness: personal data".
    public static func start(_ start: ClockStart) -> Phrase {
        if all.english(.start, start.notation) != nil { return phrase(.start, start.notation) }
        guard let subject = start.subject else { return phrase(.start, start.event.rawValue) }
        if start.isSending {
            return Phrase("sent: {stage}", ["stage": phrase(.stage, subject)])
        }
        return Phrase(
            "{start}: {subject}",
            ["start": phrase(.start, start.event.rawValue), "subject": subject.replacing("-", with: " ")])
    }

    /// A recipient in words.
    public static func recipient(_ recipient: Recipient) -> Phrase {
        guard recipient.kind == .authority else { return phrase(.recipient, recipient.kind.rawValue) }
        return Phrase.list(
            recipient.authorities.map { phrase(.recipient, "authority:" + $0.rawValue) },
            recipient.isEither ? .or : .and)
    }

    /// A condition as a reader would ask it: "more than 500 people …".
    public static func condition(_ condition: Condition) -> Phrase {
        switch condition {
        case .fact(let name): return phrase(.fact, name)
        case .not(let condition): return Phrase("not: {condition}", ["condition": LegalTerms.condition(condition)])
        case .anyOf(let conditions): return Phrase.list(conditions.map(LegalTerms.condition), .or)
        case .number(let name, let comparison, let limit, let per):
            let fact = phrase(.fact, Condition.name(name, per: per))
            let number: any PhrasePart =
                switch limit {
                case .number(let number): number
                case .duration(let amount): amount.phrase
                case .isTrue(let isTrue): isTrue ? "1" : "0"
                }
            switch comparison {
            case .atLeast: return Phrase("{fact}: {number} or more", ["fact": fact, "number": number])
            case .moreThan: return Phrase("{fact}: more than {number}", ["fact": fact, "number": number])
            case .lessThan: return Phrase("{fact}: less than {number}", ["fact": fact, "number": number])
            }
        }
    }
}
