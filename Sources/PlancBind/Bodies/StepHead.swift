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
    /// The words.
    var rest: [Inline]

    private let binding: Binding
    /// Whether a role was named, be it one that exists or not.
    private var hasMention = false

    init(_ inlines: [Inline], binding: Binding) {
        rest = inlines
        self.binding = binding
    }

    mutating func read() {
        while let first = rest.first {
            switch first.content {
            case .roleMention(let id):
                rest.removeFirst()
                hasMention = true
                if case .found = binding.follow(EntityReference(.role, id)) { roles.append(Reference(id, first.span)) }
            case .text(let text):
                guard readWord(text, first.span) else { return }
            case .softBreak: rest.removeFirst()
            default: return
            }
        }
    }

    /// Takes one word off a text at the front; false when the words of the step begin.
    private mutating func readWord(_ text: String, _ span: Span) -> Bool {
        let trimmed = text.droppingSpaces
        if trimmed.isEmpty {
            rest.removeFirst()
            return true
        }
        if trimmed.utf8.count < text.utf8.count {
            replaceFront(by: trimmed, of: text, span)
            return true
        }
        let word = text.firstWord
        let after = text[word.endIndex...]
        if word == "?", !isDecision {
            isDecision = true
            replaceFront(by: after, of: text, span)
            return true
        }
        if joinsRoles(word, after) {
            replaceFront(by: after, of: text, span)
            return true
        }
        let place = span.keeping(text, start: word)
        if word == "every", rhythm == nil, readRhythm(after, of: text, span) { return true }
        guard Self.looksLikeOffset(word) else { return false }
        let written = Located(String(word), place)
        if let value = Offset(notation: word) {
            if offset == nil {
                offset = Located(value, place)
            } else {
                binding.report(MalformedOffset.finding(second: written))
            }
        } else {
            binding.report(MalformedOffset.finding(written, likely: Guess.offset(String(word))))
        }
        replaceFront(by: after, of: text, span)
        return true
    }

    /// `every 30min`; false when it is a word like any other ("every morning").
    private mutating func readRhythm(_ after: Substring, of text: String, _ span: Span) -> Bool {
        let gap = after.droppingSpaces
        let amount = gap.firstWord
        guard let first = amount.first, first.isASCII, first.isNumber || TimeAmount(notation: amount) != nil else {
            return false
        }
        let place = span.keeping(text, start: text[..<amount.endIndex]).suffix(amount.utf8.count)
        if let value = TimeAmount(notation: amount) {
            rhythm = Located(value, place)
        } else {
            binding.report(
                MalformedDuration.finding(Located(String(amount), place), likely: Guess.duration(String(amount))))
        }
        replaceFront(by: gap[amount.endIndex...], of: text, span)
        return true
    }

    /// `,` `et` `and` between two roles, and the colon after the last.
    private func joinsRoles(_ word: Substring, _ after: Substring) -> Bool {
        guard hasMention else { return false }
        switch word {
        case ":": return true
        case ",", "et", "and", "&", "+", "/":
            guard after.droppingSpaces.isEmpty, rest.count > 1, case .roleMention = rest[1].content else {
                return false
            }
            return true
        default: return false
        }
    }

    /// `T+15mn`, `T0`, `J-30`: what can only be meant as a time.
    private static func looksLikeOffset(_ word: Substring) -> Bool {
        guard let first = word.utf8.first, "TtJjDdHh".utf8.contains(first) else { return false }
        if word == "T0" || word == "t0" { return true }
        let rest = word.dropFirst()
        guard let sign = rest.first, "+-−–".contains(sign), let next = rest.dropFirst().first else { return false }
        if first | 0x20 == UInt8(ascii: "t") { return (next.isASCII && next.isNumber) || next == "P" }
        return rest.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    }

    private mutating func replaceFront(by text: Substring, of whole: String, _ span: Span) {
        if text.isEmpty {
            rest.removeFirst()
        } else {
            rest[0] = Inline(.text(String(text)), span.dropping(whole, keeping: text))
        }
    }
}

extension StringProtocol where SubSequence == Substring {
    /// Without the white space at its start: spaces, tabs and no-break spaces.
    fileprivate var droppingSpaces: Substring {
        var view = self[...]
        while let first = view.unicodeScalars.first, first.isGap { view.unicodeScalars.removeFirst() }
        return view
    }

    /// Up to the next white space.
    fileprivate var firstWord: Substring {
        let scalars = self[...].unicodeScalars
        return self[..<(scalars.firstIndex(where: \.isGap) ?? endIndex)]
    }
}

extension Unicode.Scalar {
    fileprivate var isGap: Bool { self == " " || self == "\t" || self == "\u{A0}" || self == "\u{202F}" }
}

extension Span {
    /// The place of the start of a text, when the text stands in the source as it is.
    func keeping(_ whole: some StringProtocol, start: some StringProtocol) -> Span {
        guard range.count == whole.utf8.count else { return self }
        return Span(file, Int(lower), Int(lower) + start.utf8.count)
    }

    /// The last bytes of a place.
    func suffix(_ count: Int) -> Span { Span(file, max(Int(lower), Int(upper) - count), Int(upper)) }
}
