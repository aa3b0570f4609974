import PlancMarkup
import PlancModel
import PlancSource

/// Which blocks of a text and of its translation say the same: what they share is their kind, what their headings tell, their
/// fields, links and numbers, and their length.
typealias BlockAlignment = TraitAlignment<BlockTraits>

/// What of a block is the same in every language, and how long it is.
struct BlockTraits: AlignedTraits {
    enum Kind: Equatable {
        case paragraph, quote, alert, code, table, rule, directive
        case heading(level: Int)
        case list(isOrdered: Bool)

        var isHeading: Bool { if case .heading = self { true } else { false } }
    }

    let kind: Kind
    /// Fields, snippets, roles and links, in order.
    let marks: [String]
    private let numbers: [String]
    /// What a heading tells.
    private let told: ElementSet
    private let length: Int

    init(_ block: Block, _ links: LinkTargets) {
        kind = Kind(block.content)
        var (marks, numbers, text, length) = ([String](), [String](), "", 0)
        let isHeading = kind.isHeading
        [block].forEachInline { inline in
            if let mark = inline.mark(links) { marks.append(mark) }
            guard case .text(let words) = inline.content else { return }
            length += words.utf8.count + 1
            numbers += words.utf8.numbers
            if isHeading { text += words + " " }
        }
        self.marks = marks.sorted()
        self.numbers = numbers.sorted()
        self.length = length
        told = isHeading ? ElementHeadings.elements(toldBy: Array(text.folded.utf8)) : ElementSet()
    }

    /// What holds long texts together; nil of a block that many others may be like.
    var anchor: String? {
        marks.isEmpty && numbers.isEmpty ? nil : "\(kind) \(marks.joined(separator: " ")) \(numbers)"
    }

    var isOpening: Bool { kind.isHeading }

    var identity: String? { nil }

    /// Whether nothing speaks for another counterpart.
    func isTwin(of other: BlockTraits) -> Bool {
        kind == other.kind && marks == other.marks
            && (told.isEmpty || other.told.isEmpty || !told.isDisjoint(with: other.told))
    }

    /// How much two blocks have in common; nil of two kinds.
    func likeness(to other: BlockTraits) -> Int? {
        guard kind == other.kind else { return nil }
        var points = 100
        if !told.isEmpty, !other.told.isEmpty { points += told.isDisjoint(with: other.told) ? -250 : 400 }
        let shared = Self.count(marks, and: other.marks)
        points += 150 * min(shared, 3)
        if shared == 0, !marks.isEmpty, !other.marks.isEmpty { points -= 60 }
        points += 100 * min(Self.count(numbers, and: other.numbers), 3)
        // A translation is about as long as its source.
        if max(length, other.length) > 0 { points += 80 * min(length, other.length) / max(length, other.length) }
        return points
    }

    /// How many two sorted lists have in common.
    private static func count(_ a: [String], and b: [String]) -> Int {
        var (i, j, found) = (0, 0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] { (i, j, found) = (i + 1, j + 1, found + 1) } else if a[i] < b[j] { i += 1 } else { j += 1 }
        }
        return found
    }
}

extension String.UTF8View {
    /// Its runs of digits, in order.
    fileprivate var numbers: [String] {
        var numbers: [String] = []
        var number = ""
        for byte in self {
            if (0x30...0x39).contains(byte) {
                number.unicodeScalars.append(Unicode.Scalar(byte))
            } else if !number.isEmpty {
                numbers.append(number)
                number = ""
            }
        }
        return number.isEmpty ? numbers : numbers + [number]
    }
}

extension BlockTraits.Kind {
    fileprivate init(_ content: Block.Content) {
        switch content {
        case .paragraph: self = .paragraph
        case .heading(let level, _): self = .heading(level: level)
        case .list(let list): self = .list(isOrdered: list.isOrdered)
        case .quote: self = .quote
        case .alert: self = .alert
        case .code: self = .code
        case .table: self = .table
        case .rule: self = .rule
        case .directive: self = .directive
        }
    }
}

extension Inline {
    /// A field, a snippet, a role or a link, in the words of the source; nil of anything else.
    func mark(_ links: LinkTargets) -> String? {
        switch content {
        case .placeholder(let placeholder): return "{{ \(placeholder.name) }}"
        case .snippet(let id): return "{{> \(id.value) }}"
        case .roleMention(let id): return "@\(id)"
        case .link(let link):
            // Pages outside differ from language to language; that there is one does not.
            if case .entity(let target) = links[link] { return "\(target.kind.rawValue):\(target.id)" }
            return "link"
        default: return nil
        }
    }
}
