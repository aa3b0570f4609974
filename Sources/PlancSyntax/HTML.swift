import CCmark
import PlancDiagnostics
import PlancMarkup
import PlancSource

/// `<br>`, `<br/>`: the one tag that has a meaning on paper, and the only way to break a line in a table's cell.
func isLineBreak(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
    guard tag.count >= 4, tag[0] == UInt8(ascii: "<"), tag[1] | 0x20 == UInt8(ascii: "b"),
        tag[2] | 0x20 == UInt8(ascii: "r"), tag[tag.count - 1] == UInt8(ascii: ">")
    else { return false }
    return tag[3..<tag.count - 1].allSatisfy { $0.isWhitespace || $0 == UInt8(ascii: "/") }
}

/// HTML in a body: comments to planc are read, other comments vanish, the rest is reported, for it is not printed.
extension BodyReader {
    /// What an exception in the middle of a leaf covers.
    enum Surroundings {
        /// The rest of a paragraph that ends there.
        case paragraph(Span)
        /// The whole heading or row of a table.
        case whole(Span)
    }

    mutating func readHTML(_ node: CommonMark.Node) {
        let (lower, line) = lines.start(of: node)
        let count = Literal(node).bytes.count { $0 == .lineFeed }
        let leaf = containers.leafText(from: lower, line: line, last: min(line + max(count, 1) - 1, lines.count - 1))
        let text = leaf.bytes
        var stray: Range<Int>?
        var i = 0
        while i < text.count {
            guard continues(text, i, text.count, "<!--") else {
                if stray == nil, !text[i].isWhitespace {
                    let end = endOfStray(text, i)
                    // A break alone says nothing.
                    if text[i] == UInt8(ascii: "<"), isLineBreak(UnsafeBufferPointer(rebasing: text[i..<end])) {
                        i = end
                        continue
                    }
                    stray = i..<end
                }
                i += 1
                continue
            }
            guard let end = endOfComment(text, i) else {
                let place = leaf.range(i, i + 4)
                report(RawHTML.unclosedComment(at: span(place.lowerBound, place.upperBound)))
                break
            }
            readComment(leaf.range(i, end), within: nil)
            i = end
        }
        if let stray {
            let place = leaf.range(stray.lowerBound, stray.upperBound)
            report(
                RawHTML.finding(at: span(place.lowerBound, place.upperBound), isTag: bytes[place.lowerBound] == 0x3C))
        }
    }

    /// The tag, or else the words, that begin at `start`.
    private func endOfStray(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        let isTag = text[start] == UInt8(ascii: "<")
        var i = start + 1
        while i < text.count, text[i] != .lineFeed {
            if isTag, text[i] == UInt8(ascii: ">") { return i + 1 }
            if !isTag, text[i] == UInt8(ascii: "<") { break }
            i += 1
        }
        while i > start + 1, text[i - 1].isWhitespace { i -= 1 }
        return i
    }

    private func endOfComment(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var i = start + 4
        while i < text.count {
            if continues(text, i, text.count, "-->") { return i + 3 }
            i += 1
        }
        return nil
    }

    /// The pieces of HTML among the inlines that were just read.
    mutating func readInlineHTML(in leaf: LeafText, within: Surroundings) {
        if !inlineReader.html.isEmpty { readInlineHTML(inlineReader.html, in: leaf, within: within) }
    }

    /// The pieces of HTML among the inlines of a leaf.
    mutating func readInlineHTML(_ pieces: [Range<Int>], in leaf: LeafText, within: Surroundings) {
        var opened: [String] = []
        for piece in pieces {
            let place = leaf.range(piece.lowerBound, piece.upperBound)
            if continues(bytes, place.lowerBound, place.upperBound, "<!--") {
                readComment(place, within: within)
                continue
            }
            // A closing tag is reported with the one that it closes.
            let isClosing = continues(bytes, place.lowerBound, place.upperBound, "</")
            let name = tagName(place.lowerBound + (isClosing ? 2 : 1), place.upperBound)
            if isClosing, opened.contains(name) { continue }
            if opened.count < 16 { opened.append(name) }
            report(
                RawHTML.finding(
                    at: span(place.lowerBound, place.upperBound), isTag: true,
                    field: fieldName(place.lowerBound, place.upperBound)))
        }
    }

    /// `<inconnu>`: what stands in a tag that HTML does not have; nil for a tag of HTML, and one with more in it than a name.
    private func fieldName(_ start: Int, _ end: Int) -> String? {
        guard end - start > 4, bytes[end - 1] == UInt8(ascii: ">") else { return nil }
        let name = bytes[(start + 1)..<(end - 1)]
        guard name.allSatisfy({ $0.isAlphanumeric || $0 == .dash }) else { return nil }
        let word = String(decoding: name, as: UTF8.self).lowercased()
        return word.utf8.contains(.dash) || !Self.tags.contains(word) ? word : nil
    }

    private static let tags: Set<String> = [
        "abbr", "address", "area", "article", "aside", "audio", "base", "blockquote", "body", "button", "canvas",
        "caption", "center", "cite", "code", "col", "colgroup", "data", "datalist", "dd", "del", "details", "dfn",
        "dialog", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "h1",
        "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "iframe", "img", "input", "ins", "kbd",
        "label", "legend", "li", "link", "main", "map", "mark", "menu", "meta", "meter", "nav", "noscript", "object",
        "ol", "optgroup", "option", "output", "param", "picture", "pre", "progress", "q", "rp", "rt", "ruby", "samp",
        "script", "section", "select", "slot", "small", "source", "span", "strike", "strong", "style", "sub", "summary",
        "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr",
        "track", "tt", "u", "ul", "var", "video", "wbr",
    ]

    private func tagName(_ start: Int, _ end: Int) -> String {
        var i = start
        while i < end, bytes[i].isAlphanumeric { i += 1 }
        return String(decoding: bytes[start..<i], as: UTF8.self).lowercased()
    }

    /// A comment, with its marks: what it says to planc goes into `directives` and `exceptions`.
    private mutating func readComment(_ range: Range<Int>, within: Surroundings?) {
        guard range.count >= 7 else { return }
        let inside = range.lowerBound + 4..<range.upperBound - 3
        let place = span(range.lowerBound, range.upperBound)
        if let second = inside.first(where: { continues(bytes, $0, inside.upperBound, "<!--") }) {
            report(RawHTML.openComment(at: span(range.lowerBound, inside.lowerBound), next: span(second, second + 4)))
        }
        if let several = readSeveralRules(bytes, inside, id) {
            let better = several.rules.map { "<!-- planc: allow \($0.value): \(several.reason) -->" }
            report(MalformedDirective.several(at: place, better: better.joined(separator: "\n")))
            for rule in several.rules { allow(rule, several.reason, at: place, within: within) }
            return
        }
        var read = readDirective(bytes, inside, id)
        if read == nil, let near = readNearDirective(bytes, inside, id) {
            report(MalformedDirective.finding(at: place, better: "<!-- \(near.written) -->"))
            read = near.directive
        }
        guard let directive = read else { return }
        directives.append(Block(.directive(directive), place))
        inlineReader.mentions.append(.directive(directive))
        guard case .allow(let rule, let reason) = directive else { return }
        if reason.isEmpty {
            report(ExceptionWithoutReason.finding(at: place, rule: rule.value))
            return
        }
        allow(rule, reason, at: place, within: within)
    }

    private mutating func allow(_ rule: Located<String>, _ reason: String, at place: Span, within: Surroundings?) {
        if within == nil { openExceptions.append(exceptions.count) }
        let covers = within.map { covered($0, by: place) } ?? place
        exceptions.append(WrittenException(rule: rule, reason: reason, span: place, covers: covers))
    }

    private func covered(_ surroundings: Surroundings, by comment: Span) -> Span {
        switch surroundings {
        case .whole(let span): return span
        case .paragraph(let paragraph):
            if comment.upper < paragraph.upper { return Span(id, Int(comment.upper), Int(paragraph.upper)) }
            // At the end of a paragraph it speaks of its own line.
            let line = lines.start(lines.line(at: Int(comment.lower)))
            return Span(id, max(line, Int(paragraph.lower)), Int(comment.lower))
        }
    }

    // MARK: What follows

    private struct Place {
        var span: Span
        var isList: Bool
    }

    /// Sets what each exception on a line of its own covers: the block that follows it; of a list that begins on the
    /// next line its first item; after the last block of an item the next item.
    mutating func cover(_ blocks: [Block]) {
        guard !openExceptions.isEmpty else { return }
        var places: [Place] = []
        collect(blocks, into: &places)
        for index in openExceptions {
            let end = exceptions[index].span.upper
            let low = places.partitioningIndex { $0.span.lower < end }
            guard low < places.count else {
                exceptions[index].covers = Span(id, Int(end), Int(end))
                continue
            }
            let isNext = lines.line(at: Int(places[low].span.lower)) == lines.line(at: Int(end)) + 1
            let takesItem = places[low].isList && isNext && low + 1 < places.count
            exceptions[index].covers = places[takesItem ? low + 1 : low].span
        }
    }

    /// The blocks and items in reading order, the nested ones after what holds them.
    private func collect(_ blocks: [Block], into places: inout [Place]) {
        for block in blocks {
            switch block.content {
            case .directive: break
            case .list(let list):
                places.append(Place(span: block.span, isList: true))
                for item in list.items {
                    places.append(Place(span: item.span, isList: false))
                    collect(item.blocks, into: &places)
                }
            case .quote(let inner), .alert(_, let inner):
                places.append(Place(span: block.span, isList: false))
                collect(inner, into: &places)
            default: places.append(Place(span: block.span, isList: false))
            }
        }
    }
}
