import PlancDiagnostics
import PlancSource

/// A change that may make a front matter readable, and the finding that tells of the slip.
struct YAMLCure {
    var finding: Finding
    var changes: [MendedText.Change]
    /// Whether libyaml notices the slip only further down, as with a quote that is not closed.
    var isOpen = false
    /// Whether it is one only where all is well with it.
    var isForAllOnly = false
    /// Whether any other with which all is well is likelier.
    var isUnlikely = false
}

extension YAMLPlaces {
    /// What may have been meant where libyaml gave up, the likeliest first. None of them is certain before it is tried.
    func cures(_ problem: YAMLProblem, in id: FileID) -> [YAMLCure] {
        let mistake = mistake(problem)
        if let comment = YAMLSyntax.comment(at: range(of: mistake).lowerBound, self, in: id) {
            let changes = comment.fixes.flatMap(\.edits).map { MendedText.Change($0.span.range, $0.replacement) }
            return [YAMLCure(finding: comment, changes: changes)]
        }
        if mistake.isNoBreakSpace { return noBreakSpaces(in: id) }
        var cures = [tightColons(in: id), tightDash(in: id), missingDash(in: id), loneKey(in: id)].compactMap { $0 }
        switch mistake {
        case .tab: cures += tabs(in: id)
        case .colonInValue:
            cures += [languagesOrKeys(in: id), inQuotes(mistake, in: id)].compactMap { $0 }
        case .startsWithSign, .apostropheInQuote: cures += [inQuotes(mistake, in: id)].compactMap { $0 }
        case .unclosedQuote: cures += [closedQuote(at: contextMark, in: id)].compactMap { $0 }
        case .unclosedList, .unclosedMap, .noCommaInList:
            cures += [cutInBrackets(in: id), closedBrackets(mistake, in: id)].compactMap { $0 }
        case .noColon: cures += [missingColon(in: id)].compactMap { $0 }
        case .indentedBelowValue where keyAboveWithoutColon(in: id) != nil:
            cures += [keyAboveWithoutColon(in: id)].compactMap { $0 }
        case .indentedBelowValue, .unfittingIndentation, .listBesideKeys, .keyInList, .other, .textAfterValue:
            cures += [itemsWithoutKey(mistake, in: id)].compactMap { $0 } + indentations(mistake, in: id)
        default: break
        }
        if let quote = openQuoteAbove { cures += [closedQuote(at: quote, in: id)].compactMap { $0 } }
        if case .textAfterQuote = mistake { cures += [wholeInQuotes(mistake, in: id)].compactMap { $0 } }
        return cures
    }

    func span(_ range: Range<Int>, _ id: FileID) -> Span { Span(id, range.lowerBound, range.upperBound) }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// - Parameter written: how the place looks with the change; nil where the change is a guess that nobody is offered.
    func cure(
        _ mistake: YAMLMistake, at range: Range<Int>, _ changes: [MendedText.Change], written: String?,
        isOpen: Bool = false, in id: FileID
    ) -> YAMLCure {
        let fix = written.map { written in
            Fix(
                Phrase("write '{text}'", ["text": written]),
                changes.map { Fix.Edit(span($0.range, id), $0.text) }, isSafe: false)
        }
        let finding = YAMLSyntax.finding(
            at: span(range, id), mistake.message, help: [mistake.help], fixes: fix.map { [$0] } ?? [])
        return YAMLCure(finding: finding, changes: changes, isOpen: isOpen)
    }

    // MARK: Spaces

    private func noBreakSpaces(in id: FileID) -> [YAMLCure] {
        let range = range(of: .noBreakSpace)
        let count = text(range).count
        let spaces = String(repeating: " ", count: count)
        var cure = cure(.noBreakSpace, at: range, [MendedText.Change(range, spaces)], written: spaces, in: id)
        cure.finding.fixes = [YAMLSyntax.ordinarySpaces(span(range, id), count)]
        return [cure]
    }

    /// Where a space is missing in `{depends-on:[a, b]}`, from the mark on.
    var colonsBeforeBrackets: [MendedText.Change] {
        func isTight(_ place: Int) -> Bool {
            byte(place) == .colon && "[{".utf8.contains(byte(place + 1)) && place > content.lowerBound
                && bytes[place - 1].isAlphanumeric
        }
        guard isTight(mark) else { return [] }
        var found: [MendedText.Change] = []
        var place = mark
        var isQuoted = false
        while place < content.upperBound, found.count < 1024 {
            if bytes[place] == .lineFeed { isQuoted = false }
            if bytes[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, isTight(place) { found.append(MendedText.Change(at: place + 1, " ")) }
            place += 1
        }
        return found
    }

    /// The lines around the mark that are written `key:value`, one below the other.
    private func tightColons(in id: FileID) -> YAMLCure? {
        guard let first = tightLine else { return nil }
        var changes: [MendedText.Change] = []
        var key = first
        while let colon = endOfTightKey(bytes, key, content.upperBound) {
            changes.append(MendedText.Change(at: colon + 1, " "))
            let next = bytes.first(.lineFeed, from: key) + 1
            guard next < content.upperBound, changes.count < 256 else { break }
            key = firstOfLine(next)
        }
        let colon = changes[0].range.lowerBound
        return cure(
            .noSpaceAfterColon, at: words(from: first), changes,
            written: text(first..<colon) + " " + text(colon..<max(colon, end(of: colon))), in: id)
    }

    /// `-words` among items.
    private func tightDash(in id: FileID) -> YAMLCure? {
        for offset in [mark, contextMark] {
            let first = firstOfLine(offset)
            guard byte(first) == .dash, first + 1 < content.upperBound, !bytes[first + 1].isWhitespace,
                bytes[first + 1] != .dash
            else { continue }
            let whole = words(from: first)
            return cure(
                .noSpaceAfterDash, at: whole, [MendedText.Change(at: first + 1, " ")],
                written: "- " + text(first + 1..<whole.upperBound), in: id)
        }
        return nil
    }

    /// A map in braces among items that begin with a dash, and has none.
    private func missingDash(in id: FileID) -> YAMLCure? {
        for offset in [mark, contextMark] {
            let first = firstOfLine(offset)
            guard byte(first) == .brace else { continue }
            let start = line(of: first)
            guard let above = lineAbove(start), firstOfLine(above) - above == first - start,
                byte(firstOfLine(above)) == .dash, byte(firstOfLine(above) + 1).isBlank
            else { continue }
            let whole = words(from: first)
            return cure(
                .noDash, at: whole, [MendedText.Change(at: first, "- ")], written: "- " + text(whole), in: id)
        }
        return nil
    }

    private func tabs(in id: FileID) -> [YAMLCure] {
        let start = line(of: mark)
        let first = firstOfLine(mark)
        let widths = [lineAbove(start), lineBelow(start)].compactMap { $0 }.map { firstOfLine($0) - $0 }
        return (widths + widths.map { $0 + 2 } + [2]).map { width in
            cure(
                .tab, at: range(of: .tab),
                [MendedText.Change(start..<first, String(repeating: " ", count: width))], written: nil, in: id)
        }
    }

    // MARK: Keys

    /// A word alone on its line, above lines that belong to it, or a line of a key and a value with a blank between.
    private func loneKey(in id: FileID) -> YAMLCure? {
        guard let above = lineAbove(line(of: mark)) else { return nil }
        let first = firstOfLine(above)
        guard first - above < firstOfLine(mark) - line(of: mark) else { return nil }
        return missingColon(below: first, in: id)
    }

    private func missingColon(below first: Int, in id: FileID) -> YAMLCure? {
        let upper = end(of: first)
        guard endOfID(bytes, first, upper) == upper, upper > first else { return nil }
        return cure(
            .noColon, at: first..<upper, [MendedText.Change(at: upper, ":")], written: text(first..<upper) + ":", in: id
        )
    }

    private func missingColon(in id: FileID) -> YAMLCure? {
        let first = firstOfLine(contextMark)
        let upper = end(of: first)
        if let lone = missingColon(below: first, in: id) { return lone }
        let key = endOfID(bytes, first, upper)
        guard key > first, key + 1 < upper, bytes[key] == .space, bytes[first].isLetter else { return nil }
        return cure(
            .noColon, at: words(from: contextMark), [MendedText.Change(at: key, ":")],
            written: text(first..<key) + ":" + text(key..<upper), in: id)
    }

    /// `kind role` above a line of its own indentation.
    private func keyAboveWithoutColon(in id: FileID) -> YAMLCure? {
        guard let above = lineAbove(line(of: mark)) else { return nil }
        let first = firstOfLine(above)
        let upper = end(of: first)
        let key = endOfID(bytes, first, upper)
        guard first - above == firstOfLine(mark) - line(of: mark), key > first, key + 1 < upper, bytes[key] == .space,
            bytes[first].isLetter, !bytes[first..<upper].contains(.colon)
        else { return nil }
        return cure(
            .noColon, at: first..<upper, [MendedText.Change(at: key, ":")],
            written: text(first..<key) + ":" + text(key..<upper), in: id)
    }

    /// `title: fr: Salariés, en: Employees`, `review: every: 6mo, last: 2026-11-02`: several keys, which lack their braces.
    private func languagesOrKeys(in id: FileID) -> YAMLCure? {
        guard let value = valueOfLine else { return nil }
        var inside = value
        if byte(value.lowerBound) == UInt8(ascii: "("), bytes[value.upperBound - 1] == UInt8(ascii: ")") {
            inside = value.lowerBound + 1..<value.upperBound - 1
        }
        let parts = Self.parts(text(inside))
        guard parts.count > 1, parts.allSatisfy(Self.isPair), !text(inside).contains(where: { "{}[]#".contains($0) })
        else { return nil }
        let braced = "{" + text(inside) + "}"
        return cure(
            .noBraces, at: mark..<min(mark + 1, content.upperBound), [MendedText.Change(value, braced)],
            written: braced, in: id)
    }

    /// What commas part, but for those between quotes.
    private static func parts(_ text: String) -> [Substring] {
        var isQuoted = false
        return text.split { character in
            if character == "\"" { isQuoted.toggle() }
            return character == "," && !isQuoted
        }.map { $0.drop { $0 == " " } }
    }

    /// Whether words begin with a key, its colon and a space.
    private static func isPair(_ words: Substring) -> Bool {
        guard let colon = words.utf8.firstIndex(of: .colon), colon != words.startIndex else { return false }
        let key = words.utf8[..<colon]
        let after = words.utf8.index(after: colon)
        return key.allSatisfy { $0.isLowercase || $0.isDigit || $0 == .dash }
            && after < words.endIndex && words.utf8[after] == .space
    }

    // MARK: Quotes and brackets

    private func inQuotes(_ mistake: YAMLMistake, in id: FileID) -> YAMLCure? {
        guard let (range, text) = quoted() else { return nil }
        return cure(
            mistake, at: self.range(of: mistake), [MendedText.Change(range, text)], written: text, in: id)
    }

    /// `title: "Guide" first floor`, read as one text.
    private func wholeInQuotes(_ mistake: YAMLMistake, in id: FileID) -> YAMLCure? {
        guard let value = valueOfLine, !text(value).contains(" #") else { return nil }
        let escaped = text(value).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return cure(
            mistake, at: range(of: mistake), [MendedText.Change(value, "\"\(escaped)\"")], written: nil, in: id)
    }

    /// The quote that a value begins with closed at the end of its line; in brackets where an item ends.
    private func closedQuote(at quote: Int, in id: FileID) -> YAMLCure? {
        guard quote < content.upperBound, bytes[quote] == UInt8(ascii: "\"") || bytes[quote] == UInt8(ascii: "'") else {
            return nil
        }
        let sign = text(quote..<quote + 1)
        let lineEnd = end(of: quote)
        var upper = lineEnd
        let isInside = bytes[line(of: quote)..<quote].contains { $0 == .brace || $0 == UInt8(ascii: "[") }
        if isInside { upper = bytes[quote..<lineEnd].firstIndex { ",}]".utf8.contains($0) } ?? lineEnd }
        guard upper > quote + 1 else { return nil }
        return cure(
            .unclosedQuote, at: quote..<quote + 1, [MendedText.Change(at: upper, sign)],
            written: isInside ? nil : text(quote..<upper) + sign, isOpen: true, in: id)
    }

    /// A quote further up that its own line does not close: one below closed it, and turned every value since inside out.
    private var openQuoteAbove: Int? {
        var start = content.lowerBound
        let last = line(of: mark)
        while start <= last, start < content.upperBound {
            let upper = end(of: start)
            if let quote = openQuote(start..<upper) { return quote }
            start = bytes.first(.lineFeed, from: start) + 1
        }
        return nil
    }

    private func openQuote(_ line: Range<Int>) -> Int? {
        let sign = UInt8(ascii: "\"")
        guard let quote = bytes[line].firstIndex(of: sign), quote > line.lowerBound,
            bytes[quote - 1].isBlank || "[{,".utf8.contains(bytes[quote - 1])
        else { return nil }
        var open: Int?
        var i = quote
        while i < line.upperBound {
            if bytes[i] == .backslash, open != nil {
                i += 1
            } else if bytes[i] == sign {
                if open != nil {
                    open = nil
                } else if bytes[i - 1].isBlank || "[{,".utf8.contains(bytes[i - 1]) {
                    open = i
                }
            } else if bytes[i] == UInt8(ascii: "#"), open == nil, bytes[i - 1].isBlank {
                break
            }
            i += 1
        }
        return open
    }

    /// The brackets that a line opens closed at its end.
    private func closedBrackets(_ mistake: YAMLMistake, in id: FileID) -> YAMLCure? {
        guard contextMark < content.upperBound else { return nil }
        let upper = end(of: contextMark)
        var open: [UInt8] = []
        var isQuoted = false
        for i in contextMark..<upper {
            switch bytes[i] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "{"), UInt8(ascii: "["): if !isQuoted { open.append(bytes[i]) }
            case UInt8(ascii: "}"), UInt8(ascii: "]"): if !isQuoted { _ = open.popLast() }
            default: break
            }
        }
        guard !open.isEmpty, !isQuoted, upper > contextMark + 1 else { return nil }
        let closing = String(open.reversed().map { $0 == .brace ? "}" : "]" })
        let told: YAMLMistake = bytes[contextMark] == .brace ? .unclosedMap : .unclosedList
        let shown = contextMark..<contextMark + 1
        return cure(
            told, at: shown, [MendedText.Change(at: upper, closing)], written: text(contextMark..<upper) + closing,
            isOpen: true, in: id)
    }

    /// `{at: Green box #1 by the door}`: the sign cuts the brackets' end off, too.
    private func cutInBrackets(in id: FileID) -> YAMLCure? {
        guard contextMark < content.upperBound else { return nil }
        var sign = contextMark
        var isQuoted = false
        while sign < max(mark, end(of: contextMark)) {
            if bytes[sign] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if bytes[sign] == UInt8(ascii: "#"), !isQuoted, bytes[sign - 1].isBlank { break }
            sign += 1
        }
        guard sign < end(of: line(of: sign)), bytes[sign] == UInt8(ascii: "#"),
            let scalar = scalarInBrackets(bytes, around: sign, end: end(of: sign))
        else { return nil }
        let words = text(sign..<scalar.upperBound)
        let quoted = quotedValue(bytes, scalar, id)
        let before = scalar.lowerBound..<bytes.trimmedEnd(of: scalar.lowerBound..<sign)
        // Behind a name or a length of time it is nothing that belongs to it.
        let isWord = bytes[before].allSatisfy { $0.isLowercase || $0.isDigit || $0 == .dash }
        var finding = CutValue.finding(
            at: span(sign..<scalar.upperBound, id), words: words, quoted: isWord ? nil : quoted)
        finding.severity = .error
        let change =
            isWord
            ? MendedText.Change(before.upperBound..<scalar.upperBound, "")
            : MendedText.Change(scalar, quoted.replacement)
        return YAMLCure(finding: finding, changes: [change], isOpen: true)
    }

    /// The value of the line that holds the mark, behind its key.
    private var valueOfLine: Range<Int>? {
        let end = end(of: mark)
        var i = firstOfLine(mark)
        while i + 1 < end, !(bytes[i] == .colon && bytes[i + 1].isBlank) { i += 1 }
        i += 1
        while i < end, bytes[i].isBlank { i += 1 }
        return i < end ? i..<end : nil
    }
}

/// The plain value in brackets around a sign: from the comma, the colon or the bracket before it to the one after it.
func scalarInBrackets(_ bytes: UnsafeBufferPointer<UInt8>, around sign: Int, end: Int) -> Range<Int>? {
    var lower = sign
    while lower > 0, bytes[lower - 1] != .lineFeed, !",{[".utf8.contains(bytes[lower - 1]),
        !(bytes[lower - 1] == .colon && bytes[lower].isBlank)
    { lower -= 1 }
    while lower < sign, bytes[lower].isBlank { lower += 1 }
    var upper = sign
    while upper < end, !",}]".utf8.contains(bytes[upper]) { upper += 1 }
    while upper > sign, bytes[upper - 1].isBlank { upper -= 1 }
    return lower < sign ? lower..<upper : nil
}
