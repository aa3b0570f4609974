import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// What stands before the words of a step, in any order: when, how often, who, and whether it is a decision.
struct StepHead {
    var offset: Located<Offset>?
    var rhythm: Located<TimeAmount>?
    var roles: [Reference] = []
    var isDecision = false
    /// Whether a time or a role stands there that could not be understood.
    var hasUnreadTime = false
    var hasUnreadRole = false

    private let binding: Binding
    /// What has not been read yet; of a text that comes first, `front` is what is left.
    private var rest: ArraySlice<Inline>
    private var front: Substring?
    /// Whether a role was named, be it one that exists or not.
    private var hasMention = false

    init(_ inlines: [Inline], binding: Binding) {
        rest = inlines[...]
        self.binding = binding
    }

    /// The words.
    var words: [Inline] {
        var words = Array(rest)
        if let front, let first = words.first, case .text(let whole) = first.content {
            words[0] = Inline(.text(String(front)), first.span.dropping(whole, keeping: front))
        }
        return words
    }

    mutating func read() {
        while let first = rest.first {
            switch first.content {
            case .roleMention(let id):
                passFirst()
                hasMention = true
                if case .found = binding.follow(EntityReference(.role, id)) {
                    roles.append(Reference(id, first.span))
                } else {
                    hasUnreadRole = true
                }
            case .text(let text):
                let words = (front ?? text[...]).droppingSpaces
                if words.isEmpty {
                    passFirst()
                } else {
                    if front != nil || words.utf8.count < text.utf8.count { front = words }
                    guard readWord(words, Written(text: text, span: first.span)) else { return }
                }
            case .softBreak: passFirst()
            default: return
            }
        }
    }

    private mutating func passFirst() {
        rest.removeFirst()
        front = nil
    }

    /// Goes on after a word; `text` is what is left of the first text.
    private mutating func pass(to text: Substring) {
        if text.isEmpty { passFirst() } else { front = text }
    }

    /// A text and its place.
    private struct Written {
        var text: String
        var span: Span

        /// The place of a part, exact where the text stands in the source as it is.
        func place(of part: Substring) -> Span {
            let bytes = text.utf8
            guard span.range.count == bytes.count else { return span }
            let start = Int(span.lower) + bytes.distance(from: bytes.startIndex, to: part.startIndex)
            return Span(span.file, start, start + part.utf8.count)
        }
    }

    /// Takes the first word off a text; false when the words of the step begin.
    private mutating func readWord(_ text: Substring, _ whole: Written) -> Bool {
        let word = text.firstWord
        let after = text[word.endIndex...]
        if word == "?", !isDecision {
            isDecision = true
            pass(to: after)
            return true
        }
        if joinsRoles(word, after) {
            pass(to: after)
            return true
        }
        if word == "every", rhythm == nil, readRhythm(after, whole) { return true }
        guard Self.looksLikeOffset(word) else { return false }
        let written = Located(String(word), whole.place(of: word))
        if let value = Offset(notation: word) {
            if offset == nil {
                offset = Located(value, written.span)
            } else {
                binding.report(MalformedOffset.finding(second: written))
            }
        } else {
            let likely = Guess.offset(written.value)
            binding.report(MalformedOffset.finding(written, likely: likely))
            // The plan goes on with what is meant.
            if let meant = likely.flatMap({ Offset(notation: $0) }) {
                offset = offset ?? Located(meant, written.span)
            } else {
                hasUnreadTime = true
            }
        }
        pass(to: after)
        return true
    }

    /// `every 30min`; false when it is a word like any other ("every morning").
    private mutating func readRhythm(_ after: Substring, _ whole: Written) -> Bool {
        let gap = after.droppingSpaces
        let amount = gap.firstWord
        guard let first = amount.utf8.first, first.isDigit || TimeAmount(notation: amount) != nil else { return false }
        let place = whole.place(of: amount)
        if let value = TimeAmount(notation: amount) {
            rhythm = Located(value, place)
        } else {
            let likely = Guess.duration(String(amount))
            binding.report(MalformedDuration.finding(Located(String(amount), place), likely: likely))
            rhythm = likely.flatMap { TimeAmount(notation: $0) }.map { Located($0, place) }
        }
        pass(to: gap[amount.endIndex...])
        return true
    }

    /// `,` `et` `and` between two roles, and the colon after the last.
    private func joinsRoles(_ word: Substring, _ after: Substring) -> Bool {
        guard hasMention, word.utf8.count <= 3 else { return false }
        switch word {
        case ":": return true
        case ",", "et", "and", "&", "+", "/":
            guard after.droppingSpaces.isEmpty, rest.count > 1, case .roleMention = rest[rest.startIndex + 1].content
            else { return false }
            return true
        default: return false
        }
    }

    /// `T+15mn`, `T0`, `J-30`: what can only be meant as a time.
    private static func looksLikeOffset(_ word: Substring) -> Bool {
        var bytes = word.utf8[...]
        guard let letter = bytes.popFirst().map({ $0 | 0x20 }) else { return false }
        let isT = letter == UInt8(ascii: "t")
        guard isT || letter == UInt8(ascii: "j") || letter == UInt8(ascii: "d") || letter == UInt8(ascii: "h") else {
            return false
        }
        if isT, bytes.count == 1, bytes.first == UInt8(ascii: "0") { return true }
        switch bytes.first {
        case UInt8(ascii: "+"), UInt8(ascii: "-"): bytes.removeFirst()
        case 0xE2:
            guard bytes.starts(with: "−".utf8) || bytes.starts(with: "–".utf8) else { return false }
            bytes.removeFirst(3)
        default: return false
        }
        guard let first = bytes.first else { return false }
        return isT ? first.isDigit || first == UInt8(ascii: "P") : bytes.allSatisfy(\.isDigit)
    }
}

extension Substring {
    /// Without the white space at its start: spaces, tabs and no-break spaces.
    fileprivate var droppingSpaces: Substring {
        var start = startIndex
        while let gap = gap(at: start) { start = utf8.index(start, offsetBy: gap) }
        return self[start...]
    }

    /// Up to the next white space.
    fileprivate var firstWord: Substring {
        var end = startIndex
        while end < endIndex, gap(at: end) == nil { utf8.formIndex(after: &end) }
        return self[..<end]
    }

    /// How many bytes of white space begin at a place: a space, a tab, U+00A0 or U+202F; nil for none.
    private func gap(at place: Index) -> Int? {
        guard place < endIndex else { return nil }
        switch utf8[place] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): return 1
        case 0xC2 where utf8[place...].starts(with: [0xC2, 0xA0]): return 2
        case 0xE2 where utf8[place...].starts(with: [0xE2, 0x80, 0xAF]): return 3
        default: return nil
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
