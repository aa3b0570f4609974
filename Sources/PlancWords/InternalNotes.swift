import PlancLanguages
import PlancSource
import PlancWordLists

/// What stands in a text for those who write it, or for the program that wrote it: `(internal: …)`, `DO NOT SEND`,
/// `Page 1 of 2`, `Sent from my telephone`. UTF-8 offsets, in order.
///
/// - Parameter isForOutsiders: whether somebody reads it who is not of the house: to others it may say that it is internal.
public func internalNotes(in bytes: [UInt8], isForOutsiders: Bool) -> [Range<Int>] {
    NoteScan(bytes: bytes, isForOutsiders: isForOutsiders).read()
}

private struct NoteScan {
    let bytes: [UInt8]
    let isForOutsiders: Bool

    func read() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var i = 0
        while i < bytes.count {
            if Self.opens[Int(bytes[i])], let end = note(at: i) {
                found.append(i..<end)
                i = end
            } else {
                i += 1
            }
        }
        return found
    }

    private func note(at i: Int) -> Int? {
        switch bytes[i] {
        case UInt8(ascii: "("), UInt8(ascii: "["): return bracketed(i)
        case UInt8(ascii: "/"): return comment(i)
        default:
            guard i == 0 || !Self.isWord(bytes[i - 1]) else { return nil }
            return word(i)
        }
    }

    // MARK: Forms

    /// `(internal: …)`, `(to be approved by …)`, `[cid:image001.png@01D9]`
    private func bracketed(_ start: Int) -> Int? {
        let isSquare = bytes[start] == UInt8(ascii: "[")
        let closing = UInt8(ascii: isSquare ? "]" : ")")
        guard let end = bytes[start...].prefix(240).firstIndex(where: { $0 == closing || $0 == 0x0A }),
            bytes[end] == closing
        else { return nil }
        if isSquare { return after(start + 1, "cid:") == nil ? nil : end + 1 }
        if let next = Self.openings.end(in: self, at: start + 1), !isWord(next) { return end + 1 }
        guard isForOutsiders, let next = Self.labels.end(in: self, at: start + 1), let colon = colon(next),
            !isNumber(colon)
        else { return nil }
        return end + 1
    }

    /// `// …` at the beginning of a line, `/* … */`: comments of programs.
    private func comment(_ start: Int) -> Int? {
        if after(start, "// ") != nil { return isLineStart(start) ? endOfLine(start) : nil }
        guard after(start, "/*") != nil, isLineStart(start) || bytes[start - 1] == 0x20 else { return nil }
        var i = start + 2
        while i + 1 < bytes.count, bytes[i] != 0x0A {
            if bytes[i] == UInt8(ascii: "*"), bytes[i + 1] == UInt8(ascii: "/") { return i + 2 }
            i += 1
        }
        return nil
    }

    private func word(_ start: Int) -> Int? {
        if let end = Self.exercises.end(in: self, at: start) { return end }
        if let end = Self.signs.end(in: self, at: start), isEndOfSentence(end) { return end }
        if isForOutsiders, let end = Self.reservations.end(in: self, at: start), !isWord(end) { return end }
        guard isLineStart(start) else { return nil }
        if let end = Self.frames.end(in: self, at: start) { return end }
        if let end = Self.titles.end(in: self, at: start), colon(end) != nil { return endOfLine(start) }
        if isForOutsiders, let end = Self.capitals.end(in: self, at: start), let colon = colon(end), !isNumber(colon) {
            return endOfLine(start)
        }
        if let end = Self.choices.end(in: self, at: start), let colon = choice(end) { return colon }
        for pattern in Self.pages[bytes[start]] { if let end = page(start, pattern) { return end } }
        return nil
    }

    /// ` B:` behind `Variant`: the place after the colon.
    private func choice(_ start: Int) -> Int? {
        guard let sign = space(start), sign < bytes.count else { return nil }
        var end = sign + 1
        if Self.isDigit(bytes[sign]) { while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 } }
        guard Self.isDigit(bytes[sign]) || (0x41...0x5A).contains(bytes[sign]) else { return nil }
        return colon(end)
    }

    /// `Page 1 of 2`, all of a line.
    private func page(_ start: Int, _ pattern: UnsafeBufferPointer<UInt8>) -> Int? {
        var i = start
        for byte in pattern {
            guard i < bytes.count else { return nil }
            if byte == UInt8(ascii: "#") {
                let first = i
                while i < bytes.count, Self.isDigit(bytes[i]) { i += 1 }
                if i == first { return nil }
            } else if byte == 0x20 {
                guard let next = space(i) else { return nil }
                i = next
            } else {
                guard bytes[i] == byte else { return nil }
                i += 1
            }
        }
        return i == endOfLine(start) ? i : nil
    }

    // MARK: Places

    /// The place after words, a no-break space for a space and a typographic apostrophe for a straight one; nil where
    /// they do not stand.
    func after(_ start: Int, _ words: some Sequence<UInt8>) -> Int? {
        var i = start
        for byte in words {
            guard i < bytes.count else { return nil }
            if bytes[i] == byte {
                i += 1
            } else if byte == 0x20, let next = space(i) {
                i = next
            } else if byte == UInt8(ascii: "'"), i + 2 < bytes.count, bytes[i] == 0xE2, bytes[i + 1] == 0x80,
                bytes[i + 2] == 0x99
            {
                i += 3
            } else {
                return nil
            }
        }
        return i
    }

    private func after(_ start: Int, _ words: String) -> Int? { after(start, words.utf8) }

    /// The place after a space of any width.
    private func space(_ i: Int) -> Int? {
        if i < bytes.count, bytes[i] == 0x20 { return i + 1 }
        if i + 1 < bytes.count, bytes[i] == 0xC2, bytes[i + 1] == 0xA0 { return i + 2 }
        if i + 2 < bytes.count, bytes[i] == 0xE2, bytes[i + 1] == 0x80, bytes[i + 2] == 0xAF { return i + 3 }
        return nil
    }

    /// The place after a colon, and the space before it.
    private func colon(_ i: Int) -> Int? {
        let place = space(i) ?? i
        return place < bytes.count && bytes[place] == UInt8(ascii: ":") ? place + 1 : nil
    }

    /// Whether a number follows, as behind the label of an extension.
    private func isNumber(_ i: Int) -> Bool {
        let place = space(i) ?? i
        return place < bytes.count && (Self.isDigit(bytes[place]) || "+({".utf8.contains(bytes[place]))
    }

    private func isLineStart(_ i: Int) -> Bool {
        var first = i
        while first > 0, bytes[first - 1] == 0x20 || bytes[first - 1] == UInt8(ascii: "-") { first -= 1 }
        return first == 0 || bytes[first - 1] == 0x0A
    }

    private func endOfLine(_ i: Int) -> Int {
        var end = bytes[i...].firstIndex(of: 0x0A) ?? bytes.count
        while end > i, bytes[end - 1] == 0x20 { end -= 1 }
        return end
    }

    private func isEndOfSentence(_ i: Int) -> Bool {
        let place = space(i) ?? i
        return place >= bytes.count || ".!:;)]\n".utf8.contains(bytes[place]) || bytes[place] == 0xE2
    }

    private func isWord(_ i: Int) -> Bool { i < bytes.count && Self.isWord(bytes[i]) }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || isDigit(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    // MARK: Words

    private static let labels = WordsByFirst(.noteLabels)
    private static let capitals = WordsByFirst(.noteCapitals)
    private static let titles = WordsByFirst(.noteTitles)
    private static let openings = WordsByFirst(.noteOpenings)
    private static let signs = WordsByFirst(.noteSigns)
    private static let exercises = WordsByFirst(.exerciseSigns)
    private static let reservations = WordsByFirst(.reservations)
    private static let frames = WordsByFirst(.frames)
    private static let choices = WordsByFirst(.choiceWords)
    private static let pages = WordsByFirst(.pageNumbers)
    /// Whether a byte begins what may be a note.
    private static let opens: [Bool] = (UInt8.min...UInt8.max).map { byte in
        [capitals, titles, signs, exercises, reservations, frames, choices, pages].contains { $0.begins(with: byte) }
            || "([/".utf8.contains(byte)
    }
}

extension WordsByFirst {
    fileprivate func end(in scan: NoteScan, at start: Int) -> Int? {
        guard start < scan.bytes.count else { return nil }
        return self[scan.bytes[start]].lazy.compactMap { scan.after(start, $0) }.max()
    }
}
