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
        found.unfilled.append(UnfilledValue(text, of: owner))
    }

    /// Reports what is printed as it is written and was meant otherwise, at its place; of each kind of mark the first.
    ///
    /// - Parameter isFilled: whether `{{ … }}` is filled in: then the names are followed.
    func checkMarks(_ text: Located<String>, isFilled: Bool, owner: EntityReference?) {
        guard text.value.utf8.contains(where: { "{}*[<&~".utf8.contains($0) }) else { return }
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
        if let whole = marks.crossedOut() {
            let words = String(decoding: bytes[whole.lowerBound + 2..<whole.upperBound - 2], as: UTF8.self)
            report(
                PrintedMarks.finding(crossedOut: Span(text.span.file, whole.lowerBound, whole.upperBound), words: words)
            )
        }
        let tags = marks.tags()
        if let first = tags.first {
            report(
                PrintedMarks.finding(
                    tag: Span(text.span.file, first.whole.lowerBound, first.whole.upperBound),
                    removing: tags.map {
                        (Span(text.span.file, $0.whole.lowerBound, $0.whole.upperBound), $0.breaksLine ? " " : "")
                    }))
        }
        if let sign = marks.spelledSign() {
            report(PrintedMarks.finding(sign: Span(text.span.file, sign.lowerBound, sign.upperBound)))
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
