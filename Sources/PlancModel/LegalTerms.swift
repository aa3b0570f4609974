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

    /// What the library has for an id, as it lies in the list: nothing is made of it before somebody asks.
    private struct Term {
        var english: Range<Int>
        var element: Range<Int>?
    }

    private var terms: [Kind: [String: Term]] = [:]
    private let list: [UInt8]
    /// The ids of each kind, in the order written.
    public private(set) var ids: [Kind: [String]] = [:]

    public static let all = LegalTerms(PackageResources.terms_tsv)

    private init(_ list: [UInt8]) {
        self.list = list
        var (kind, ids, terms): (Kind?, [String], [String: Term]) = (nil, [], [:])
        func keep(_ all: inout LegalTerms) {
            guard let kind else { return }
            all.ids[kind, default: []] += ids
            all.terms[kind, default: [:]].merge(terms) { first, _ in first }
        }
        var word: ArraySlice<UInt8> = []
        var start = 0
        while start < list.count {
            let end = list[start...].firstIndex(of: UInt8(ascii: "\n")) ?? list.count
            defer { start = end + 1 }
            var cells: [Range<Int>] = []
            var cell = start
            while cell <= end, cells.count < 4 {
                let next = list[cell..<end].firstIndex(of: UInt8(ascii: "\t")) ?? end
                cells.append(cell..<next)
                cell = next + 1
            }
            guard cells.count >= 3 else { continue }
            if list[cells[0]] != word {
                keep(&self)
                word = list[cells[0]]
                (kind, ids, terms) = (Kind(rawValue: String(decoding: word, as: UTF8.self)), [], [:])
            }
            let id = String(decoding: list[cells[1]], as: UTF8.self)
            ids.append(id)
            terms[id] = Term(english: cells[2], element: cells.count > 3 ? cells[3] : nil)
        }
        keep(&self)
    }

    /// The English of a term; nil where the library has none.
    public func english(_ kind: Kind, _ id: String) -> String? {
        (terms[kind]?[id]?.english).map { String(decoding: list[$0], as: UTF8.self) }
    }

    /// The element of a message that tells an item; nil where it is told by none.
    private func element(_ id: String) -> Element? {
        (terms[.item]?[id]?.element).flatMap { Element(rawValue: String(decoding: list[$0], as: UTF8.self)) }
    }

    /// What people call it; an id that the library does not have is its own words, with spaces for hyphens.
    public static func phrase(_ kind: Kind, _ id: String) -> Phrase {
        Phrase(term: all.english(kind, id) ?? id.replacing("-", with: " "), context: kind.context)
    }

    /// An item of a notice by its id: one of the library, or an element of a message; nil for another word.
    public static func item(_ id: String) -> ContentItem? {
        if all.terms[.item]?[id] != nil { return ContentItem(id, element: all.element(id)) }
        return Element(rawValue: id).map { ContentItem(id, element: $0) }
    }

    /// Every item that a notice may be asked to hold.
    public static let items: [String] = {
        var items = Element.allCases.map(\.rawValue)
        items += (all.ids[.item] ?? []).filter { Element(rawValue: $0) == nil }
        return items
    }()

    /// The facts that the library's obligations depend on.
    public static var facts: [String] { all.ids[.fact] ?? [] }
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
