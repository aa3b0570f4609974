import PlancMarkup
import PlancSource

/// Texts that follow each other in a leaf, as one.
struct TextRun {
    private(set) var inlines: [Inline] = []
    private(set) var text = ""
    /// Where each inline begins in the text.
    private var starts: [Int] = []

    /// Adds an inline, if it is text or the end of a line.
    mutating func takes(_ inline: Inline) -> Bool {
        switch inline.content {
        case .text(let words):
            starts.append(text.utf8.count)
            inlines.append(inline)
            // What was escaped was meant as a sign.
            let isEscaped = words.utf8.count == 1 && inline.span.range.count == 2
            text += isEscaped ? "\u{1}" : words
        case .softBreak:
            starts.append(text.utf8.count)
            inlines.append(inline)
            text += "\n"
        default: return false
        }
        return true
    }

    /// Whether there is a sign in it that any of these things is written with.
    var isSuspicious: Bool { Self.isSuspicious(text) }

    /// Whether a leaf is nothing but lines without such a sign.
    static func isPlain(_ inlines: [Inline]) -> Bool {
        var isAfterText = false
        return inlines.allSatisfy { inline in
            switch inline.content {
            case .text(let words):
                // Of two texts side by side the second may go on with a sign that the first begins.
                defer { isAfterText = true }
                return !isAfterText && !isSuspicious(words)
            case .softBreak:
                isAfterText = false
                return true
            default: return false
            }
        }
    }

    private static func isSuspicious(_ text: String) -> Bool {
        // One pass over the bytes: a search for `.md` of its own takes longer than all the rest of reading a leaf.
        var before: (UInt8, UInt8) = (0, 0)
        return text.utf8.contains { byte in
            defer { before = (before.1, byte) }
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "@"),
                UInt8(ascii: "<"), UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "("), 0xEF,
                // An escape.
                1:
                return true
            // `«`
            case 0xAB: return before.1 == 0xC2
            // `‹`
            case 0xB9: return before == (0xE2, 0x80)
            case UInt8(ascii: "d"): return before == (UInt8(ascii: "."), UInt8(ascii: "m"))
            default: return false
            }
        }
    }

    /// The place of a part of the text.
    func span(_ range: Range<Int>) -> Span {
        let first = piece(at: range.lowerBound)
        let last = piece(at: max(range.lowerBound, range.upperBound - 1))
        let lower = place(range.lowerBound, in: first, isEnd: false)
        let upper = place(range.upperBound, in: last, isEnd: true)
        return Span(inlines[first].span.file, lower, max(lower, upper))
    }

    private func piece(at offset: Int) -> Int { max(0, (starts.firstIndex { $0 > offset } ?? starts.count) - 1) }

    private func place(_ offset: Int, in piece: Int, isEnd: Bool) -> Int {
        let span = inlines[piece].span
        if case .text(let words) = inlines[piece].content, span.range.count == words.utf8.count {
            return min(Int(span.upper), Int(span.lower) + offset - starts[piece])
        }
        return Int(isEnd ? span.upper : span.lower)
    }

    /// The run with other inlines in place of parts of it, which are in order.
    func replacing(_ places: [(range: Range<Int>, inline: Inline)]) -> [Inline] {
        var result: [Inline] = []
        var at = 0
        func add(upTo end: Int) {
            for index in inlines.indices {
                let lower = max(at, starts[index])
                let upper = min(end, index + 1 < starts.count ? starts[index + 1] : text.utf8.count)
                guard lower < upper else { continue }
                if case .text(let words) = inlines[index].content, words.utf8.count > 1 {
                    let part = String(
                        Substring(words.utf8.dropFirst(lower - starts[index]).prefix(upper - lower)))
                    result.append(Inline(.text(part), span(lower..<upper)))
                } else {
                    result.append(inlines[index])
                }
            }
        }
        for (range, inline) in places {
            add(upTo: range.lowerBound)
            result.append(inline)
            at = range.upperBound
        }
        add(upTo: text.utf8.count)
        return result
    }
}
