import PlancLanguages
import PlancSource
import PlancWordLists

/// What stands in a text for something that was never filled in: `[name]`, `XX`, `____`, `TODO`. UTF-8 offsets, in order.
public func unfilledBlanks(in bytes: [UInt8]) -> [Range<Int>] {
    var scan = BlankScan(bytes, onPaper: false)
    return scan.read()
}

/// The same in a text that is printed for those who act, where brackets and lines are there to be filled in by hand, and a step
/// may say that something is to be filled in.
public func unfilledBlanks(onPaper bytes: [UInt8]) -> [Range<Int>] {
    var scan = BlankScan(bytes, onPaper: true)
    return scan.read()
}

private struct BlankScan {
    let bytes: [UInt8]
    private let onPaper: Bool
    private var found: [Range<Int>] = []

    init(_ bytes: [UInt8], onPaper: Bool) { (self.bytes, self.onPaper) = (bytes, onPaper) }

    mutating func read() -> [Range<Int>] {
        let openings = onPaper ? Self.openingsOnPaper : Self.openings
        var i = 0
        while i < bytes.count {
            let opening = openings[Int(bytes[i])]
            if opening == .none || opening == .word && !isStart(i) {
                i += 1
                continue
            }
            if let end = blank(at: i) {
                found.append(i..<end)
                i = end
            } else {
                i += 1
            }
        }
        return found
    }

    /// What a byte may begin.
    private enum Opening { case none, sign, word }

    /// By bytes. Most begin nothing, or nothing within a word: they are passed over.
    private static let openings: [Opening] = (UInt8.min...UInt8.max).map { byte in
        if "[{<$%_?.:".utf8.contains(byte) || [0xC2, 0xE2, 0xE3].contains(byte) { return .sign }
        return opensWords(byte) || leftovers.begins(with: byte) || "Xx".utf8.contains(byte) ? .word : .none
    }

    /// The same for what nobody fills in by hand: words for it, not brackets and lines.
    private static let openingsOnPaper: [Opening] = (UInt8.min...UInt8.max).map { byte in
        "[{<$%?.x".utf8.contains(byte) || [0xC2, 0xE2].contains(byte) ? .none : openings[Int(byte)]
    }

    private func blank(at i: Int) -> Int? {
        switch bytes[i] {
        case UInt8(ascii: "["): return brackets(i, closing: UInt8(ascii: "]"))
        case UInt8(ascii: "{"): return brackets(i, closing: UInt8(ascii: "}"))
        case UInt8(ascii: "<"): return brackets(i, closing: UInt8(ascii: ">"))
        case UInt8(ascii: "$"):
            guard i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "{") else { return nil }
            return brackets(i + 1, closing: UInt8(ascii: "}"))
        case UInt8(ascii: "%"): return percent(i)
        case UInt8(ascii: "_") where onPaper: return bookmark(i)
        case UInt8(ascii: "_"): return bookmark(i) ?? run(i, atLeast: 3) ?? parted(i)
        case UInt8(ascii: "?"): return run(i, atLeast: 3) ?? doubt(i)
        case UInt8(ascii: "."):
            return run(i, atLeast: 5) ?? slashed(i, UInt8(ascii: ".")) ?? run(i, atLeast: 3).flatMap { ellipsis(i, $0) }
        // `……`
        case 0xE2 where continues(i, "…/…/…"): return i + 11
        case 0xE2 where continues(i, "……"):
            var end = i
            while continues(end, "…") { end += 3 }
            return end
        case 0xE2 where continues(i, "…"): return ellipsis(i, i + 3)
        case UInt8(ascii: "X"), UInt8(ascii: "x"):
            // `XX` on a notice is what a step asks to replace.
            guard isStart(i), let end = run(i, atLeast: onPaper ? 3 : 2), isEnd(end) else { return nil }
            return end
        case 0xC2: return mergeField(i)
        case 0xE3: return source(i)
        default:
            if let end = leftover(i) { return end }
            guard Self.opensWords(bytes[i]), isStart(i) else { return nil }
            if !onPaper, continues(i, "N/A") || continues(i, "n/a") { return isAlone(i, i + 3) ? i + 3 : nil }
            for words in (onPaper ? Self.wordsOnPaper : Self.words)[bytes[i]]
            where continues(i, words) && isEnd(i + words.count) {
                return onPaper && hasDoer(i + words.count) ? nil : i + words.count
            }
            return note(i)
        }
    }

    /// `TBD by the judge`: who will write it, which is something said.
    private func hasDoer(_ start: Int) -> Bool {
        Self.doers.contains { continues(start, $0) }
    }

    private static let doers = Placeholders.doers.map { Array(" \($0) ".utf8) }

    /// The end of what an office program has left.
    private func leftover(_ i: Int) -> Int? {
        let words = Self.leftovers[bytes[i]].first { continues(i, $0) }
        guard let words, bytes[i] == UInt8(ascii: ":") || isStart(i) else { return nil }
        return i + words.count
    }

    private static let leftovers = WordsByFirst(.officeLeftovers)

    /// `_Ref123456789`: the name that a word processor gives a place.
    private func bookmark(_ start: Int) -> Int? {
        guard continues(start, "_Ref") || continues(start, "_Toc"), start + 8 < bytes.count else { return nil }
        var end = start + 4
        while end < bytes.count, bytes[end] >= 0x30, bytes[end] <= 0x39 { end += 1 }
        return end > start + 7 ? end : nil
    }

    /// `【12†source】`: the mark of a source that a program has written.
    private func source(_ start: Int) -> Int? {
        guard continues(start, "【") else { return nil }
        var end = start + 3
        while end < bytes.count, end < start + 60, bytes[end] != 0x0A {
            if continues(end, "】") { return end + 3 }
            end += 1
        }
        return nil
    }

    private static let words = WordsByFirst(.blanks)
    private static let wordsOnPaper = WordsByFirst(.blanksOnPaper)
    private static let sentences = WordsByFirst(.blankSentences)
    private static let leads = WordsByFirst(.blankLeads)

    /// Whether a byte begins one of them.
    private static func opensWords(_ byte: UInt8) -> Bool {
        words.begins(with: byte) || sentences.begins(with: byte) || "Nn".utf8.contains(byte)
    }

    /// The end of an ellipsis that is all of a line, or stands where a name belongs: `Call …`; nil of one that ends a sentence.
    private func ellipsis(_ start: Int, _ end: Int) -> Int? {
        if isAlone(start, end) { return end }
        var gap = start
        if gap > 0, bytes[gap - 1] == UInt8(ascii: " ") {
            gap -= 1
        } else if gap > 1, bytes[gap - 2] == 0xC2, bytes[gap - 1] == 0xA0 {
            gap -= 2
        } else if gap > 2, bytes[gap - 3] == 0xE2, bytes[gap - 2] == 0x80, bytes[gap - 1] == 0xAF {
            gap -= 3
        }
        guard gap < start, isEnd(end) else { return nil }
        let isLed = Self.leads.contains { words in
            let first = gap - words.count
            guard first >= 0, bytes[first..<gap].elementsEqual(words) else { return false }
            // `’` and a no-break space end in these bytes.
            return isStart(first) || bytes[first - 1] == 0x99 || bytes[first - 1] == 0xA0
        }
        return isLed ? end : nil
    }

    /// The end of `??` or `?` where something else belongs: `Call ?? for help`, `Hour: ?`; nil behind a question.
    private func doubt(_ start: Int) -> Int? {
        let end = start + (start + 1 < bytes.count && bytes[start + 1] == bytes[start] ? 2 : 1)
        if isAlone(start, end) { return end }
        guard end == start + 2, start == 0 || " \n(".utf8.contains(bytes[start - 1]), end < bytes.count else {
            return nil
        }
        if ".,;)".utf8.contains(bytes[end]) { return end }
        guard bytes[end] == UInt8(ascii: " "), end + 1 < bytes.count else { return nil }
        return (0x61...0x7A).contains(bytes[end + 1]) || (0x30...0x39).contains(bytes[end + 1]) ? end : nil
    }

    /// Whether there is nothing else on a line, but for the mark of a list, or nothing else behind a colon.
    private func isAlone(_ start: Int, _ end: Int) -> Bool {
        var last = end
        while last < bytes.count, bytes[last] == UInt8(ascii: " ") { last += 1 }
        if last < bytes.count, bytes[last] == UInt8(ascii: "."), last == end { last += 1 }
        guard last == bytes.count || bytes[last] == UInt8(ascii: "\n") else { return false }
        var first = start
        while first > 0, bytes[first - 1] == UInt8(ascii: " ") { first -= 1 }
        if first > 0, bytes[first - 1] == UInt8(ascii: ":") { return first < start }
        if first > 0, bytes[first - 1] == UInt8(ascii: "-") { first -= 1 }
        while first > 0, bytes[first - 1] == UInt8(ascii: " ") { first -= 1 }
        return first == 0 || bytes[first - 1] == UInt8(ascii: "\n")
    }

    /// `__h__`, `__/__`: two blanks with the sign between them.
    private func parted(_ start: Int) -> Int? {
        guard continues(start, "__") else { return nil }
        var i = start + 2
        while i < bytes.count, i < start + 6, " hH/:.-".utf8.contains(bytes[i]) { i += 1 }
        return i > start + 2 && continues(i, "__") ? i + 2 : nil
    }

    /// The end of words that are all of a sentence, with its full stop; nil within one.
    private func note(_ start: Int) -> Int? {
        var before = start
        while before > 0, bytes[before - 1] == UInt8(ascii: " ") { before -= 1 }
        guard before == 0 || ".!?\n([".utf8.contains(bytes[before - 1]),
            let words = Self.sentences[bytes[start]].first(where: { continues(start, $0) && isEnd(start + $0.count) })
        else { return nil }
        var end = start + words.count
        if end == bytes.count { return end }
        guard ".!;)]\n".utf8.contains(bytes[end]) else { return nil }
        if bytes[end] != UInt8(ascii: "\n") { end += 1 }
        return end
    }

    /// The end of words in brackets; nil for the number of a note, a tick, a sign.
    private func brackets(_ start: Int, closing: UInt8) -> Int? {
        if start > 0, bytes[start - 1] == bytes[start] { return nil }
        if closing == UInt8(ascii: "]"), isSpelling(start) { return nil }
        var first = start
        while first < bytes.count, bytes[first] == bytes[start] { first += 1 }
        // A comment; a field, of which others judge whether it is one.
        if first < bytes.count, bytes[first] == UInt8(ascii: "!") { return nil }
        if closing == UInt8(ascii: "}"), first == start + 2 { return nil }
        // `<5 vans and >6 farms`: signs of arithmetic.
        if closing == UInt8(ascii: ">"), first < bytes.count, !isLetter(bytes[first]), !"_.".utf8.contains(bytes[first])
        {
            return nil
        }
        var i = first
        var hasWord = false
        while i < bytes.count, i < first + 90, bytes[i] != closing, bytes[i] != 0x0A {
            // Letters, an ellipsis, underscores: not digits alone.
            if isLetter(bytes[i]) || bytes[i] == UInt8(ascii: "_") || bytes[i] == UInt8(ascii: ".") { hasWord = true }
            // An address in brackets.
            if bytes[i] == UInt8(ascii: "@") || continues(i, "://") { return nil }
            i += 1
        }
        guard i < bytes.count, bytes[i] == closing, hasWord, i > first else { return nil }
        if i == first + 1, bytes[first] | 0x20 == UInt8(ascii: "x") { return nil }
        while i < bytes.count, bytes[i] == closing { i += 1 }
        // `[words](where)`
        if i < bytes.count, bytes[i] == UInt8(ascii: "("), closing == UInt8(ascii: "]") { return nil }
        return i
    }

    /// `contact[at]example.org`, `[Ctrl]+[Alt]`, `[sic]`, and `[…]` within a quotation: brackets that stand for no blank.
    private func isSpelling(_ start: Int) -> Bool {
        if continues(start, "[sic]") { return true }
        let end = bytes[start...].prefix(40).firstIndex(of: UInt8(ascii: "]")) ?? start
        if end == start { return false }
        let plus = UInt8(ascii: "+")
        if start > 1, bytes[start - 1] == plus, bytes[start - 2] == UInt8(ascii: "]") { return true }
        if continues(end + 1, "+[") { return true }
        if continues(start, "[…]") || continues(start, "[...]") { return isQuoted(start) }
        return start > 0 && isWord(bytes[start - 1]) && end + 1 < bytes.count && isWord(bytes[end + 1])
            && end < start + 7
    }

    /// Whether a quotation has begun on the line before a place, and goes on.
    private func isQuoted(_ place: Int) -> Bool {
        var i = place
        while i > 0, bytes[i - 1] != 0x0A { i -= 1 }
        var isOpen = false
        while i < place {
            if continues(i, "«") || continues(i, "„") || continues(i, "“") { isOpen = true }
            if continues(i, "»") || continues(i, "”") { isOpen = false }
            if bytes[i] == 0x22 { isOpen.toggle() }
            i += 1
        }
        return isOpen
    }

    /// `%name%`
    private func percent(_ start: Int) -> Int? {
        var i = start + 1
        guard i < bytes.count, isLetter(bytes[i]) else { return nil }
        while i < bytes.count, i < start + 40, isLetter(bytes[i]) || bytes[i] == 0x2D || bytes[i] == 0x5F { i += 1 }
        return i < bytes.count && bytes[i] == UInt8(ascii: "%") ? i + 1 : nil
    }

    /// `«NOM_CLIENT»`: a word processor's field, in capitals or with an underscore; quotations are neither.
    private func mergeField(_ start: Int) -> Int? {
        guard continues(start, "«") else { return nil }
        var i = start + 2
        var isCapitals = true
        var isJoined = false
        while i < bytes.count, i < start + 42, isWord(bytes[i]) && bytes[i] != 0xC2 || bytes[i] == 0x5F {
            if bytes[i] == 0x5F { isJoined = true }
            if bytes[i] >= 0x61 && bytes[i] <= 0x7A { isCapitals = false }
            i += 1
        }
        return i > start + 3 && (isCapitals || isJoined) && continues(i, "»") ? i + 2 : nil
    }

    private func run(_ start: Int, atLeast count: Int) -> Int? {
        var end = start
        while end < bytes.count, bytes[end] == bytes[start] { end += 1 }
        return end - start >= count ? end : nil
    }

    /// `.../.../....`: a date to be filled in.
    private func slashed(_ start: Int, _ sign: UInt8) -> Int? {
        var end = start
        for part in 0..<3 {
            if part > 0 {
                guard end < bytes.count, bytes[end] == UInt8(ascii: "/") else { return nil }
                end += 1
            }
            var signs = end
            while signs < bytes.count, bytes[signs] == sign { signs += 1 }
            guard signs - end > 1 else { return nil }
            end = signs
        }
        return end
    }

    private func continues(_ start: Int, _ words: some Collection<UInt8>) -> Bool {
        start + words.count <= bytes.count && bytes[start..<start + words.count].elementsEqual(words)
    }

    private func continues(_ start: Int, _ words: StaticString) -> Bool {
        let count = words.utf8CodeUnitCount
        guard start + count <= bytes.count else { return false }
        for i in 0..<count where bytes[start + i] != words.utf8Start[i] { return false }
        return true
    }

    private func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

    private func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || byte >= 0x30 && byte <= 0x39 }

    private func isStart(_ i: Int) -> Bool { i == 0 || !isWord(bytes[i - 1]) }

    private func isEnd(_ i: Int) -> Bool { i == bytes.count || !isWord(bytes[i]) }
}
