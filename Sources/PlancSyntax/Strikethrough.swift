import PlancMarkup
import PlancSource

/// `~~crossed out~~` and `~crossed out~` (GFM 6.5), which cmark leaves in the text.
struct Strikethrough {
    private enum Token {
        case inline(Inline)
        /// One or two tildes that may open or close.
        case tildes(Inline, count: Int, opens: Bool, closes: Bool)
    }

    /// The inlines with what is crossed out in them.
    static func read(_ inlines: [Inline]) -> [Inline] {
        guard inlines.contains(where: hasTilde) else { return inlines }
        let tokens = inlines.enumerated().flatMap { place, inline -> [Token] in
            guard case .text(let words) = inline.content, hasTilde(inline) else { return [.inline(inline)] }
            return self.tokens(
                words, inline.span, isFirst: place == 0, isLast: place == inlines.count - 1)
        }
        // What is open, the innermost last, each with what has come after it.
        var open: [(mark: Inline, count: Int)] = []
        var levels: [[Inline]] = [[]]
        func collapse() {
            let (mark, inner) = (open.removeLast().mark, levels.removeLast())
            levels[levels.count - 1] += [mark] + inner
        }
        for token in tokens {
            guard case .tildes(let mark, let count, let opens, let closes) = token else {
                if case .inline(let inline) = token { levels[levels.count - 1].append(inline) }
                continue
            }
            if closes, let place = open.lastIndex(where: { $0.count == count }) {
                while open.count > place + 1 { collapse() }
                let (first, inner) = (open.removeLast().mark, levels.removeLast())
                levels[levels.count - 1].append(Inline(.strikethrough(inner), first.span.union(mark.span)))
            } else if opens {
                open.append((mark, count))
                levels.append([])
            } else {
                levels[levels.count - 1].append(mark)
            }
        }
        while !open.isEmpty { collapse() }
        return levels[0]
    }

    private static func hasTilde(_ inline: Inline) -> Bool {
        if case .text(let words) = inline.content { words.utf8.contains(UInt8(ascii: "~")) } else { false }
    }

    private static func tokens(_ words: String, _ span: Span, isFirst: Bool, isLast: Bool) -> [Token] {
        let bytes = Array(words.utf8)
        // An escaped tilde stands for itself.
        guard span.range.count == bytes.count else { return [.inline(Inline(.text(words), span))] }
        var tokens: [Token] = []
        func part(_ range: Range<Int>) -> Inline {
            Inline(
                .text(String(decoding: bytes[range], as: UTF8.self)),
                Span(span.file, Int(span.lower) + range.lowerBound, Int(span.lower) + range.upperBound))
        }
        var start = 0
        var i = 0
        while i < bytes.count {
            guard bytes[i] == UInt8(ascii: "~") else {
                i += 1
                continue
            }
            let run = i
            while i < bytes.count, bytes[i] == UInt8(ascii: "~") { i += 1 }
            guard i - run <= 2 else { continue }
            // What stands beside the text, an emphasis or a link, is no space.
            let isSpaceBefore = run == 0 ? isFirst : bytes[run - 1].isWhitespace
            let isSpaceAfter = i == bytes.count ? isLast : bytes[i].isWhitespace
            if start < run { tokens.append(.inline(part(start..<run))) }
            tokens.append(.tildes(part(run..<i), count: i - run, opens: !isSpaceAfter, closes: !isSpaceBefore))
            start = i
        }
        if start < bytes.count { tokens.append(.inline(part(start..<bytes.count))) }
        return tokens
    }
}
