import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// Texts of front matter: some are filled in, none is read as Markdown.
extension Binder {
    /// Remembers a text in which something is still to be written: `TODO`, `???`.
    func noteUnfilled(_ text: Located<String>, key: String, _ owner: EntityReference?) {
        // What a vocabulary names is looked for; a name that nobody has yet has a rule of its own (`unnamed-person`).
        if owner?.kind == .vocabulary { return }
        let isOfPerson = owner?.kind == .person && key == "job"
        guard isOfPerson ? Placeholders.isAll(ofPerson: text.value) : Placeholders.isAll(of: text.value) else { return }
        found.unfilled.append(text)
    }

    /// Reports what is printed as it is written and was meant otherwise, at its place; of each kind of mark the first.
    ///
    /// - Parameter isFilled: whether `{{ … }}` is filled in: then the names are followed.
    func checkMarks(_ text: Located<String>, isFilled: Bool, owner: EntityReference?) {
        guard text.value.utf8.contains(where: { "{}*[<".utf8.contains($0) }) else { return }
        let bytes = sources[text.span.file].bytes
        let range = text.span.range.clamped(to: 0..<bytes.count)
        let marks = TextMarks(bytes: bytes[range])
        // The value is read all the same.
        let before = found.findings.count
        defer { mendedCount += found.findings.count - before }
        if isFilled {
            checkFields(marks, in: text.span.file, owner: owner)
        } else if let place = marks.between("{{", "}}") {
            report(PrintedMarks.finding(placeholder: Span(text.span.file, place.lowerBound, place.upperBound)))
        }
        if let comment = marks.between("<!--", "-->") {
            // With the space before it.
            let start = comment.lowerBound
            let isSpaced = start > range.lowerBound && bytes[start - 1] == UInt8(ascii: " ")
            report(
                PrintedMarks.finding(
                    comment: Span(text.span.file, start, comment.upperBound),
                    removing: Span(text.span.file, isSpaced ? start - 1 : start, comment.upperBound)))
        }
        if let strong = marks.strong() {
            let words = String(decoding: bytes[strong.lowerBound + 2..<strong.upperBound - 2], as: UTF8.self)
            report(
                PrintedMarks.finding(strong: Span(text.span.file, strong.lowerBound, strong.upperBound), words: words))
        }
        if let link = marks.link() {
            report(
                PrintedMarks.finding(
                    link: Span(text.span.file, link.whole.lowerBound, link.whole.upperBound),
                    words: String(decoding: bytes[link.words], as: UTF8.self)))
        }
    }

    /// Follows the fields of a text that is filled in, and reports what is no field and looks like one, as in a body.
    private func checkFields(_ marks: TextMarks, in file: FileID, owner: EntityReference?) {
        func span(_ range: Range<Int>) -> Span { Span(file, range.lowerBound, range.upperBound) }
        for mark in marks.fields() {
            switch mark {
            case .field(let name):
                let written = String(decoding: marks.bytes[name], as: UTF8.self)
                follow(field: Located(written, span(name)), owner: owner)
            case .snippet(let whole): report(PrintedMarks.finding(snippet: span(whole)))
            case .malformed(let whole):
                let inside = marks.bytes[whole.lowerBound + 2..<whole.upperBound - 2]
                let words = String(decoding: inside, as: UTF8.self).trimmingSpaces
                let finding = MalformedPlaceholder.finding(at: span(whole), inside: words, isSnippet: false)
                report(MalformedPlaceholder.settled(finding) { name, _ in declared[.field, name] != nil })
            case .open(let braces): report(MalformedPlaceholder.unclosed(at: span(braces)))
            case .stray(let braces): report(MalformedPlaceholder.stray(at: span(braces)))
            }
        }
    }
}

/// What braces in a text that is filled in are, each with its place.
private enum BraceMark {
    case field(Range<Int>)
    case snippet(Range<Int>)
    case malformed(Range<Int>)
    case open(Range<Int>)
    case stray(Range<Int>)
}

/// Marks in the bytes of a value, as it stands in its file.
private struct TextMarks {
    let bytes: ArraySlice<UInt8>

    /// The braces of a text that is filled in, one after the other.
    func fields() -> [BraceMark] {
        let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
        var found: [BraceMark] = []
        var i = bytes.startIndex
        while i + 1 < bytes.endIndex {
            guard bytes[i] == bytes[i + 1], bytes[i] == open || bytes[i] == close else {
                i += 1
                continue
            }
            if bytes[i] == close {
                let end = bytes[i...].firstIndex { $0 != close } ?? bytes.endIndex
                found.append(.stray(i..<end))
                i = end
                continue
            }
            let start = i
            i += 2
            while i + 1 < bytes.endIndex, bytes[i] != UInt8(ascii: "\n"),
                !(bytes[i] == bytes[i + 1] && (bytes[i] == open || bytes[i] == close))
            { i += 1 }
            guard i + 1 < bytes.endIndex, bytes[i] == close, bytes[i + 1] == close else {
                found.append(.open(start..<start + 2))
                continue
            }
            i += 2
            found.append(field(start..<i))
            if i < bytes.endIndex, bytes[i] == close {
                let end = bytes[i...].firstIndex { $0 != close } ?? bytes.endIndex
                found.append(.stray(i..<end))
                i = end
            }
        }
        return found
    }

    private func field(_ whole: Range<Int>) -> BraceMark {
        var name = whole.lowerBound + 2..<whole.upperBound - 2
        if bytes[name].first == UInt8(ascii: ">") { return .snippet(whole) }
        while let first = bytes[name].first, first == UInt8(ascii: " ") { name = name.dropFirst() }
        while let last = bytes[name].last, last == UInt8(ascii: " ") { name = name.dropLast() }
        return !name.isEmpty && bytes[name].allSatisfy(Self.isOfName) ? .field(name) : .malformed(whole)
    }

    /// `**words**`, without a space inside the marks.
    func strong() -> Range<Int>? {
        var place = bytes.startIndex
        while let whole = between("**", "**", from: place) {
            let inside = bytes[whole.lowerBound + 2..<whole.upperBound - 2]
            if let first = inside.first, let last = inside.last, first > 0x20, last > 0x20, first != UInt8(ascii: "*") {
                return whole
            }
            place = whole.upperBound - 2
        }
        return nil
    }

    /// `[words](where)`
    func link() -> (whole: Range<Int>, words: Range<Int>)? {
        guard let middle = position(of: "](", from: bytes.startIndex),
            let start = bytes[..<middle].lastIndex(of: UInt8(ascii: "[")), start + 1 < middle,
            let end = bytes[middle...].firstIndex(of: UInt8(ascii: ")")), end > middle + 2,
            !bytes[middle + 2..<end].contains(where: { $0 <= 0x20 })
        else { return nil }
        return (start..<end + 1, start + 1..<middle)
    }

    /// From one mark to the other after it.
    func between(_ open: String, _ close: String, from start: Int? = nil) -> Range<Int>? {
        guard let lower = position(of: open, from: start ?? bytes.startIndex),
            let upper = position(of: close, from: lower + open.utf8.count)
        else { return nil }
        return lower..<upper + close.utf8.count
    }

    private func position(of mark: String, from start: Int) -> Int? {
        let wanted = Array(mark.utf8)
        var place = start
        while place + wanted.count <= bytes.endIndex {
            if bytes[place..<place + wanted.count].elementsEqual(wanted) { return place }
            place += 1
        }
        return nil
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }
}
