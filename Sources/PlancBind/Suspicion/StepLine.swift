import PlancMarkup
import PlancSource

/// A line of a checklist, or the part of one from the box of a second step on.
struct StepLine {
    var inlines: [Inline]
    /// Of the second and later steps on one line: the blanks before its box, which a line end takes the place of.
    var gap: Span?
    /// The time and the role of one without a box.
    var head: Span?

    /// The line, and the part of it from a time and a role on that stand behind words of the step before them:
    /// `… on. T+5h @press Tell them`.
    var parts: [StepLine] {
        guard let inside = HeadInside(inlines), case .text(let text) = inlines[inside.index].content else {
            return [self]
        }
        let words = String(Substring(text.utf8.prefix(inside.offset)))
        let blanks = words.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
        let (before, after) = Self.split([inlines[inside.index]], at: inside.offset)
        let (kept, gap) = Self.split(before, at: inside.offset - blanks)
        guard let last = gap.last ?? kept.last ?? inlines[..<inside.index].last else { return [self] }
        var own = self
        own.inlines = inlines[..<inside.index] + kept
        let lower = gap.first?.span.lower ?? last.span.upper
        let rest = StepLine(
            inlines: after + inlines[(inside.index + 1)...],
            gap: Span(inside.span.file, Int(lower), Int(inside.span.lower)), head: inside.span)
        return [own] + rest.parts
    }

    /// The lines of a paragraph, and the steps that stand on one line apart.
    static func lines(_ inlines: [Inline]) -> [StepLine] {
        var lines: [[Inline]] = [[]]
        for inline in inlines {
            if case .softBreak = inline.content { lines.append([]) } else { lines[lines.count - 1].append(inline) }
        }
        return lines.flatMap(parts)
    }

    private static func parts(_ line: [Inline]) -> [StepLine] {
        var result: [StepLine] = []
        var current = StepLine(inlines: [])
        var start = 0
        while start < line.count {
            guard case .text = line[start].content else {
                current.inlines.append(line[start])
                start += 1
                continue
            }
            // Texts that follow each other are looked at as one.
            var end = start
            var text = ""
            while end < line.count, case .text(let words) = line[end].content {
                text += words.utf8.count == 1 && line[end].span.range.count == 2 ? "\u{1}" : words
                end += 1
            }
            var run = Array(line[start..<end])
            while let box = box(in: text, isFirst: result.isEmpty && current.inlines.isEmpty) {
                let (before, rest) = split(run, at: box.lowerBound)
                let (gap, after) = split(rest, at: box.count)
                current.inlines += before
                result.append(current)
                let lower = gap.first?.span.lower ?? after.first?.span.lower ?? 0
                let upper = after.first?.span.lower ?? lower
                current = StepLine(
                    inlines: [], gap: Span(line[start].span.file, Int(lower), Int(max(lower, upper))))
                run = after
                text = String(Substring(text.utf8.dropFirst(box.upperBound)))
                // The box itself is no second one.
                let sign = text.utf8.firstIndex(of: UInt8(ascii: "]")).map { text.utf8.index(after: $0) }
                let head = sign.map { text.utf8.distance(from: text.utf8.startIndex, to: $0) } ?? 0
                let (mark, words) = split(run, at: head)
                current.inlines += mark
                run = words
                text = String(Substring(text.utf8.dropFirst(head)))
            }
            current.inlines += run
            start = end
        }
        return result + [current]
    }

    /// The blanks before a box in the middle of a line, by UTF-8 offsets: before `- [ ] ` or `[ ] T+3h`.
    private static func box(in text: String, isFirst: Bool) -> Range<Int>? {
        guard text.utf8.contains(UInt8(ascii: "[")) else { return nil }
        let scalars = Array(text.unicodeScalars)
        var offset = 0
        var hasWords = !isFirst
        for i in scalars.indices {
            defer { offset += UTF8.width(scalars[i]) }
            if scalars[i].properties.isAlphabetic { hasWords = true }
            guard scalars[i] == "[", hasWords, i + 3 < scalars.count, NearTime.isSpace(scalars[i + 1]),
                scalars[i + 2] == "]", NearTime.isSpace(scalars[i + 3])
            else { continue }
            var lower = i
            var isMarked = false
            func skipSpaces() { while lower > 0, NearTime.isSpace(scalars[lower - 1]) { lower -= 1 } }
            skipSpaces()
            if lower > 0, "-–—*•+".unicodeScalars.contains(scalars[lower - 1]) {
                isMarked = true
                lower -= 1
            }
            let mark = isMarked ? lower : i
            skipSpaces()
            guard lower < mark, lower > 0 || !isFirst else { continue }
            let rest = scalars[(i + 3)...].drop(while: NearTime.isSpace).text
            guard isMarked || NearTime(rest) != nil || rest.isEmpty || rest.hasPrefix("@") else { continue }
            func bytes(_ count: Int) -> Int { scalars[..<count].reduce(0) { $0 + UTF8.width($1) } }
            return bytes(lower)..<bytes(mark)
        }
        return nil
    }

    /// Texts in two parts, the first of so many bytes.
    static func split(_ texts: [Inline], at offset: Int) -> ([Inline], [Inline]) {
        var before: [Inline] = []
        var after: [Inline] = []
        var place = 0
        for inline in texts {
            guard case .text(let words) = inline.content else { continue }
            let count = words.utf8.count
            if place + count <= offset {
                before.append(inline)
            } else if place >= offset {
                after.append(inline)
            } else {
                let cut = offset - place
                let isExact = inline.span.range.count == count
                let middle = isExact ? Int(inline.span.lower) + cut : Int(inline.span.lower)
                let (file, lower, upper) = (inline.span.file, Int(inline.span.lower), Int(inline.span.upper))
                before.append(
                    Inline(
                        .text(String(Substring(words.utf8.prefix(cut)))), Span(file, lower, isExact ? middle : upper)))
                after.append(Inline(.text(String(Substring(words.utf8.dropFirst(cut)))), Span(file, middle, upper)))
            }
            place += count
        }
        return (before, after)
    }
}

/// Where a line begins in the source, and how far it is indented.
struct Margin {
    /// From the beginning of the line to its first sign.
    let blanks: Span
    /// In columns; a tab counts as four.
    let width: Int

    /// - Parameter place: the first sign of the line.
    init(before place: Span, in bytes: [UInt8]) {
        let upper = min(Int(place.lower), bytes.count)
        var lower = upper
        while lower > 0, bytes[lower - 1] != UInt8(ascii: "\n") { lower -= 1 }
        var end = lower
        var width = 0
        loop: while end < bytes.count {
            switch bytes[end] {
            case UInt8(ascii: " "): (end, width) = (end + 1, width + 1)
            case UInt8(ascii: "\t"): (end, width) = (end + 1, width + 4)
            case 0xC2 where end + 1 < bytes.count && bytes[end + 1] == 0xA0: (end, width) = (end + 2, width + 1)
            case 0xE2 where end + 2 < bytes.count && bytes[end + 1] == 0x80 && bytes[end + 2] == 0xAF:
                (end, width) = (end + 3, width + 1)
            default: break loop
            }
        }
        blanks = Span(place.file, lower, end)
        self.width = width
    }
}
