import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// Finds, in the words of a body, what almost is a link, a field, a snippet, a heading or the mention of a role, and was read as
/// words.
struct NearTexts {
    let binding: Binder
    let source: Source
    /// In a checklist a link sends a message: one that is none, but almost, stands in its place so that nobody asks for it.
    private var isChecklist: Bool { source.kind.entity == .checklist }
    /// Whether the text is sent: what is left in it goes out as it stands.
    private var isSent: Bool { source.kind.entity == .message || source.kind.entity == .snippet }

    func recovered(_ blocks: [Block]) -> [Block] {
        blocks.compactMap { block in
            var block = block
            switch block.content {
            case .paragraph(let inlines):
                checkHeadings(inlines)
                block.content = .paragraph(recovered(inlines))
            case .heading(let level, let inlines):
                if isDirective(inlines, of: block) { return nil }
                checkSigns(inlines, of: block, level)
                block.content = .heading(level: level, recovered(inlines))
            case .list(var list):
                for index in list.items.indices {
                    checkItem(list.items[index])
                    list.items[index].blocks = recovered(list.items[index].blocks)
                }
                block.content = .list(list)
            case .quote(let inner): block.content = .quote(recovered(inner))
            case .table(var table):
                for index in table.header.indices {
                    table.header[index].inlines = recovered(table.header[index].inlines)
                }
                for row in table.rows.indices {
                    for index in table.rows[row].indices {
                        table.rows[row][index].inlines = recovered(table.rows[row][index].inlines)
                    }
                }
                block.content = .table(table)
            case .alert(let alert, let inner): block.content = .alert(alert, recovered(inner))
            case .code(_, let text):
                let isFenced = binding.isFenced(block.span)
                if !isFenced, isSent || isChecklist, text.utf8.first == UInt8(ascii: "#") {
                    return heading(inCode: text, block)
                }
                if isSent { checkCode(text, at: block.span, isFenced: isFenced) }
            case .rule, .directive: break
            }
            return block
        }
    }

    /// The inlines of a leaf, texts that follow each other looked at as one.
    private func recovered(_ inlines: [Inline]) -> [Inline] {
        if TextRun.isPlain(inlines) { return inlines }
        var result: [Inline] = []
        result.reserveCapacity(inlines.count)
        var run = TextRun()
        func close() {
            result += run.isSuspicious ? recovered(run, after: result.last) : run.inlines
            run = TextRun()
        }
        for inline in inlines {
            if run.takes(inline) { continue }
            close()
            switch inline.content {
            case .emphasis(let children): result.append(Inline(.emphasis(recovered(children)), inline.span))
            case .strong(let children):
                if isSent, let blank = blank(children, at: inline.span) {
                    _ = run.takes(blank)
                    continue
                }
                result.append(Inline(.strong(recovered(children)), inline.span))
            case .strikethrough(let children):
                result.append(Inline(.strikethrough(recovered(children)), inline.span))
            case .code(let text):
                if text.contains("]("), let link = NearLink(text), let path = path(link.path) {
                    binding.report(MalformedLink.finding(at: inline.span, better: link.written(path: path)))
                }
                if isSent, text.contains("{{"), text.contains("}}") {
                    result += fields(inCode: text, at: inline.span)
                    continue
                }
                result.append(inline)
            default: result.append(inline)
            }
        }
        close()
        return result
    }

    // MARK: Code

    /// A paragraph that blanks have made a sample of code, and fields in one between fences: they are sent as they stand.
    private func checkCode(_ text: String, at span: Span, isFenced: Bool) {
        if isFenced, !(text.contains("{{") && text.contains("}}")) { return }
        let (place, better) = binding.uncoded(span, text, isFenced: isFenced)
        binding.report(AccidentalCode.finding(at: span, isFenced: isFenced, replacing: place, by: better))
    }

    /// `{{ field }}` between backticks, reported; what is meant.
    private func fields(inCode text: String, at span: Span) -> [Inline] {
        binding.report(AccidentalCode.backticks(at: span, by: text))
        binding.mendedCount += 1
        let trimmed = text.drop { $0 == " " }
        guard let near = NearPlaceholder.all(in: String(trimmed)).first, near.range == 0..<trimmed.utf8.count,
            let found = known(near)
        else { return [Inline(.text(text), span)] }
        if let target = found.target { binding.note(target, at: span, owner: nil) }
        return [Inline(found.content(span), span)]
    }

    /// `__h__`, which Markdown takes for a bold `h`: a blank as it was typed; nil for words that are bold.
    private func blank(_ children: [Inline], at span: Span) -> Inline? {
        let bytes = binding.sources[span.file].bytes
        guard span.range.upperBound <= bytes.count, bytes[span.range].starts(with: "__".utf8) else { return nil }
        let words = children.plainText.filter { !$0.isWhitespace }
        guard words.count <= 3, words.allSatisfy({ "hH/:.-_".contains($0) }) else { return nil }
        return Inline(.text(String(decoding: bytes[span.range], as: UTF8.self)), span)
    }

    /// `<!— really? —>`, `<!-- really? ->`: a note for authors that a word processor has spoilt, and that is printed.
    private func checkNote(_ run: TextRun) {
        let text = run.text
        var rest = text[...]
        while let open = rest.firstRange(of: #/[<‹]!\s?[-–—]+/#) {
            let inside = text[open.upperBound...]
            rest = inside
            let end = inside.firstRange(of: #/[-–—]+\s?[>›]/#) ?? inside.firstRange(of: #/[>›→\u{F0E0}]/#)
            if text[open.lowerBound...].prefix(40).lowercased().contains("planc") { continue }
            let words = inside[..<(end?.lowerBound ?? inside.endIndex)].trimmingPrefix { $0.isWhitespace || $0 == "-" }
            let note = String(words.reversed().drop { $0.isWhitespace || "-–—".contains($0) }.reversed())
            let lower = text.utf8.distance(from: text.startIndex, to: open.lowerBound)
            let upper = text.utf8.distance(from: text.startIndex, to: end?.upperBound ?? open.upperBound)
            let isWhole = end != nil && !note.contains("\n") && !note.contains("--")
            binding.report(
                MalformedDirective.note(at: run.span(lower..<upper), better: isWhole ? "<!-- \(note) -->" : nil))
            if let end { rest = text[end.upperBound...] }
        }
    }

    /// `next-time }}`, `next time }}`: braces that close a field that none have opened, reported; what is meant.
    private func closings(_ run: TextRun, after before: Inline?) -> [(range: Range<Int>, inline: Inline)] {
        var found: [(range: Range<Int>, inline: Inline)] = []
        let bytes = Array(run.text.utf8)
        var i = 0
        // Since the line began, or the last of such braces.
        var first = 0
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "\n") { first = i + 1 }
            guard bytes[i] == UInt8(ascii: "}") else {
                i += 1
                continue
            }
            let start = i
            while i < bytes.count, bytes[i] == UInt8(ascii: "}") { i += 1 }
            let isBehindField = start == 0 && (before?.isField ?? false)
            defer { first = i }
            // What is opened, or escaped, is no business of these.
            if bytes[first..<start].contains(where: { $0 == UInt8(ascii: "{") || $0 == 1 }) { continue }
            guard i - start > 1 || isBehindField else { continue }
            if let (lower, name) = fieldName(bytes[first..<start]) {
                // `[name}}`, which is read with its bracket.
                if lower > first, "[(<>$%".utf8.contains(bytes[lower - 1]) { continue }
                let span = run.span(lower..<i)
                binding.mendedCount += 1
                binding.report(MalformedPlaceholder.near(at: span, better: "{{ \(name) }}"))
                binding.note(EntityReference(.field, name), at: span, owner: nil)
                found.append((lower..<i, Inline(.placeholder(Placeholder(name: name, nameSpan: span)), span)))
            } else if isSent || isChecklist {
                binding.report(MalformedPlaceholder.stray(at: run.span(start..<i)))
            }
        }
        return found
    }

    /// The field that the last words before a place name, and where they begin.
    private func fieldName(_ bytes: ArraySlice<UInt8>) -> (lower: Int, name: String)? {
        var end = bytes.endIndex
        while end > bytes.startIndex, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        var lower = end
        for _ in 0..<4 where lower > bytes.startIndex {
            while lower > bytes.startIndex, bytes[lower - 1] == UInt8(ascii: " ") { lower -= 1 }
            while lower > bytes.startIndex, bytes[lower - 1] >= 0x80 || bytes[lower - 1].isNameByte { lower -= 1 }
            guard lower < end, let id = Form.id(from: String(decoding: bytes[lower..<end], as: UTF8.self)) else {
                return nil
            }
            if binding.declared[.field, id] != nil { return (lower, id) }
        }
        return nil
    }

    /// `<!– planc: covers advice –>`: the dashes of a word processor make no comment, and all of it is printed.
    private func checkComment(_ run: TextRun) {
        guard let open = run.text.firstRange(of: "<!") else { return }
        let rest = run.text[open.upperBound...]
        let inside = rest[..<(rest.firstIndex { $0 == ">" || $0 == "\n" } ?? rest.endIndex)]
        guard inside.lowercased().contains("planc") else { return }
        let end = inside.endIndex < run.text.endIndex && run.text[inside.endIndex] == ">"
        let words = inside.drop { "-–—− ".contains($0) }.reversed().drop { "-–—− ".contains($0) }.reversed()
        let lower = run.text.utf8.distance(from: run.text.startIndex, to: open.lowerBound)
        let upper = run.text.utf8.distance(from: run.text.startIndex, to: inside.endIndex) + (end ? 1 : 0)
        binding.report(
            MalformedDirective.finding(at: run.span(lower..<upper), better: "<!-- \(String(words)) -->"))
    }

    /// `[^1]` that is still there: no note of that name stands in the file.
    private func checkFootnotes(_ run: TextRun) {
        for mark in run.text.matches(of: #/\[\^[^\]\s]+\]/#) {
            let lower = run.text.utf8.distance(from: run.text.startIndex, to: mark.range.lowerBound)
            binding.report(MalformedLink.footnote(at: run.span(lower..<lower + mark.0.utf8.count), String(mark.0)))
        }
    }

    private func recovered(_ run: TextRun, after before: Inline?) -> [Inline] {
        if run.text.utf8.contains(UInt8(ascii: "<")) { checkComment(run) }
        if run.text.utf8.contains(UInt8(ascii: "!")) { checkNote(run) }
        if run.text.utf8.contains(UInt8(ascii: "^")) { checkFootnotes(run) }
        var places: [(range: Range<Int>, inline: Inline)] = []
        if let link = NearLink(run.text), case let path = path(link.path), link.hasJoint || path != nil {
            let span = run.span(link.range)
            binding.report(MalformedLink.finding(at: span, better: path.map(link.written(path:))))
            let words = Inline(.text(link.text.isEmpty ? link.path : link.text), span)
            let broken = Link(destination: path ?? link.path, destinationSpan: span, children: [words], number: -1)
            places.append((link.range, Inline(.link(broken), span)))
        }
        if run.text.utf8.contains(UInt8(ascii: "}")) {
            places += closings(run, after: before)
        }

        for near in NearPlaceholder.all(in: run.text) {
            if places.contains(where: { $0.range.overlaps(near.range) }) { continue }
            guard let found = known(near) else {
                // In a step, words in brackets are a link without its destination, or a blank.
                if isChecklist, near.isSquare, near.name.count > 2, !near.name.hasPrefix("^") {
                    let span = run.span(near.range)
                    binding.report(MalformedLink.withoutPath(at: span, better: link(named: near.name)))
                    let broken = Link(
                        destination: "", destinationSpan: span, children: [Inline(.text(near.name), span)], number: -1)
                    places.append((near.range, Inline(.link(broken), span)))
                }
                continue
            }
            if near.isQuotation, !isSent { continue }
            let span = run.span(near.range)
            // Two braces that are not closed as they should be have been reported where they were read.
            if !near.isDoubleBrace {
                binding.report(MalformedPlaceholder.near(at: span, better: found.written))
                binding.mendedCount += 1
            }
            if let target = found.target { binding.note(target, at: span, owner: nil) }
            places.append((near.range, Inline(found.content(span), span)))
        }
        for near in NearMention.all(in: run.text) {
            guard let id = Form.id(from: near.name), binding.declared[.role, id] != nil else { continue }
            binding.mendedCount += 1
            if near.written == "@" + id {
                // The name is right, and a sign before it is in the way.
                report(joined: near, id, in: run, after: before)
                continue
            }
            binding.report(UnknownRole.near(near.written, at: run.span(near.range), id: id))
        }
        return places.isEmpty ? run.inlines : run.replacing(places.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }

    /// `@technical/@lead`: the second name is part of a word, as in an address.
    private func report(joined near: NearMention, _ id: String, in run: TextRun, after before: Inline?) {
        let followsRole = if case .roleMention? = before?.content { near.range.lowerBound == 1 } else { false }
        let sign = near.range.lowerBound - (followsRole ? 1 : 0)
        binding.report(
            UnknownRole.joined(
                near.written, at: run.span(near.range), id: id, replacing: run.span(sign..<near.range.upperBound),
                by: (followsRole ? ", @" : " @") + id))
    }

    // MARK: Links

    /// The path of a source as a link of this file says it, of one written so, from the plan's folder or by its name alone.
    private func path(_ written: String) -> String? {
        if case .inside(let path) = PlanPath.join(source.folder, written), binding.sourceByPath[path] != nil {
            return written
        }
        let whole = written.replacing("\\", with: "/")
        let name = whole.split(separator: "/").last.map(String.init) ?? ""
        let known = (binding.facts.paths.value.byName[name] ?? []).filter {
            ("/" + $0).hasSuffix("/" + whole) && binding.sourceByPath[$0] != nil
        }
        return known.count == 1 ? PlanPath.relative(known[0], from: source.path) : nil
    }

    /// `[[staff-now]]`: the link to a message or checklist of that id or title, where only one has it.
    private func link(named name: String) -> String? {
        let found = [EntityKind.message, .checklist].compactMap { kind -> String? in
            let id = binding.declared[kind, name] != nil ? name : binding.facts.namedThings.value.id(name, kind)
            return id.map { "[\(name)](\(kind.rawValue):\($0))" }
        }
        return found.count == 1 ? found[0] : nil
    }

    // MARK: Fields

    private struct Known {
        var written: String
        var target: EntityReference?
        var isSnippet: Bool
        var name: String

        func content(_ span: Span) -> Inline.Content {
            isSnippet ? .snippet(Located(name, span)) : .placeholder(Placeholder(name: name, nameSpan: span))
        }
    }

    private func known(_ near: NearPlaceholder) -> Known? {
        if near.name.contains(".") {
            let parts = near.name.split(separator: ".").map(String.init)
            guard let kind = EntityKind(rawValue: parts[0]), Binder.computedNames[kind] != nil, parts.count <= 3 else {
                return nil
            }
            return Known(written: "{{ \(near.name) }}", target: nil, isSnippet: false, name: near.name)
        }
        guard let id = Form.id(from: near.name) else { return nil }
        // What may be words in brackets must have the very name.
        if near.isWeak, id != (near.isQuotation ? near.name.lowercased() : near.name) { return nil }
        if !near.isSnippet, binding.declared[.field, id] != nil {
            return Known(written: "{{ \(id) }}", target: EntityReference(.field, id), isSnippet: false, name: id)
        }
        if binding.declared[.snippet, id] != nil {
            return Known(written: "{{> \(id) }}", target: EntityReference(.snippet, id), isSnippet: true, name: id)
        }
        return nil
    }

    // MARK: Headings

    /// `# planc: allow …`: the comment of front matter, which in a text is a heading.
    private func isDirective(_ inlines: [Inline], of block: Block) -> Bool {
        guard case .text(let first)? = inlines.first?.content, first.lowercased().hasPrefix("planc:") else {
            return false
        }
        let line = binding.sources.text(block.span).prefix { $0 != "\n" }
        let words = line.drop { $0 == "#" || $0 == " " }
        binding.mendedCount += 1
        binding.report(MalformedDirective.finding(at: block.span, better: "<!-- \(words) -->"))
        return true
    }

    /// `# # Title`: a heading whose words begin with its sign.
    private func checkSigns(_ inlines: [Inline], of block: Block, _ level: Int) {
        guard let first = inlines.first, case .text(let text) = first.content, text.hasPrefix("#"),
            first.span.range.count == text.utf8.count
        else { return }
        let signs = text.prefix { $0 == "#" || $0 == "＃" || $0 == " " }
        guard signs.contains(" ") else { return }
        let marks = Span(block.span.file, Int(block.span.lower), Int(first.span.lower) + signs.utf8.count)
        let better = String(repeating: "#", count: min(6, level + signs.count { $0 != " " })) + " "
        binding.report(MalformedHeading.finding(at: marks, better: better))
    }

    /// `x## Title`, `#x# Title`: one sign too many before or among those of a heading.
    private func checkStraySign(_ scalars: [Unicode.Scalar], _ span: Span) -> Bool {
        for stray in 0...1 where scalars.count > stray + 2 && scalars[stray] != "#" && scalars[stray].isASCII {
            let signs = scalars.indices.prefix { $0 == stray || scalars[$0] == "#" }
            guard signs.count > 2, signs.count < scalars.count, scalars[signs.count] == " " else { continue }
            let marks = Span(span.file, Int(span.lower), Int(span.lower) + signs.count + 1)
            let better = String(repeating: "#", count: signs.count - 1) + " "
            binding.report(MalformedHeading.finding(at: marks, better: better))
            return true
        }
        return false
    }

    /// `    ## Title`: blanks make a sample of code of a heading; the heading, reported.
    private func heading(inCode text: String, _ block: Block) -> Block {
        let line = text.trimmingSpaces
        let signs = line.prefix { $0 == "#" }
        let words = line.dropFirst(signs.count).trimmingSpaces
        guard signs.count <= 6, line.dropFirst(signs.count).first == " ", !words.isEmpty, !line.contains("\n") else {
            // Text follows it, or it is none.
            if isSent { checkCode(text, at: block.span, isFenced: false) }
            return block
        }
        // That the text of a channel begins there is reported where the texts of a message are read.
        if source.kind.entity == .message, binding.channelNamed(words) != nil { return block }
        let (place, better) = binding.uncoded(block.span, line, isFenced: false)
        binding.report(MalformedHeading.asCode(at: block.span, replacing: place, by: better))
        let end = Int(block.span.upper)
        let span = Span(block.span.file, max(Int(block.span.lower), end - words.utf8.count), end)
        return Block(.heading(level: signs.count, [Inline(.text(words), span)]), block.span)
    }

    /// A heading below an item, indented so far that it belongs to it.
    private func checkItem(_ item: List.Item) {
        guard isSent || isChecklist else { return }
        for block in item.blocks.dropFirst() {
            guard case .heading = block.content else { continue }
            let bytes = binding.sources[block.span.file].bytes
            let margin = Margin(before: block.span, in: bytes)
            guard margin.width > 0, margin.blanks.upper == block.span.lower else { continue }
            binding.report(MalformedHeading.indented(at: block.span, removing: margin.blanks))
        }
    }

    /// Lines that begin with the sign of a heading and are none: the first one, and others below it.
    private func checkHeadings(_ inlines: [Inline]) {
        checkHeading(inlines[...], isFirst: true)
        for place in inlines.indices.dropLast() {
            guard case .softBreak = inlines[place].content else { continue }
            checkHeading(inlines[(place + 1)...], isFirst: false)
        }
    }

    /// `\## Title`: the sign of a heading, escaped as other programs do it.
    private func checkEscaped(_ inlines: ArraySlice<Inline>) {
        var count = 0
        for inline in inlines {
            guard case .text(let text) = inline.content else { return }
            let signs = text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
            count += signs
            if signs == text.utf8.count { continue }
            let rest = text.utf8.dropFirst(signs)
            guard (1...6).contains(count), rest.first == UInt8(ascii: " "), inline.span.range.count == text.utf8.count,
                case let words = String(Substring(rest)).trimmingSpaces, words.first?.isLetter ?? false,
                let first = inlines.first
            else { return }
            let line = inlines.prefix { if case .softBreak = $0.content { false } else { true } }
            // `\# Title` alone may be meant as such where it is a sentence.
            if count == 1, line.count < inlines.count || ".!?;,".contains(line.last?.lastCharacter ?? ".") { return }
            if source.kind.entity == .message, binding.channelNamed(words) != nil { return }
            let marks = Span(first.span.file, Int(first.span.lower), Int(inline.span.lower) + signs + 1)
            let better = String(repeating: "#", count: count) + " "
            binding.report(MalformedHeading.finding(at: marks, better: better))
            return
        }
    }

    /// `##Title`, `＃ Title`: a line that begins with the sign of a heading.
    ///
    /// - Parameter isFirst: false for a line below others, where a tag of social networks may stand too.
    private func checkHeading(_ inlines: ArraySlice<Inline>, isFirst: Bool) {
        if let first = inlines.first, case .text("#") = first.content, isSent || isChecklist,
            first.span.range.count == 2 || inlines.dropFirst().first?.isEscapedSign ?? false
        {
            return checkEscaped(inlines)
        }
        guard let first = inlines.first, case .text(let text) = first.content,
            first.span.range.count == text.utf8.count,
            // `＃` begins with 0xEF.
            text.utf8.prefix(12).contains(where: { $0 == UInt8(ascii: "#") || $0 == 0xEF })
        else { return }
        let blanks = text.unicodeScalars.prefix(while: NearTime.isSpace)
        let scalars = text.unicodeScalars.dropFirst(blanks.count)
        if isFirst, checkStraySign(Array(scalars.prefix(8)), first.span) { return }
        let signs = scalars.prefix { $0 == "#" || $0 == "＃" }
        guard (isFirst ? 1...6 : 2...6).contains(signs.count) else { return }
        let gap = scalars.dropFirst(signs.count).prefix(while: NearTime.isSpace)
        let rest = String(String.UnicodeScalarView(scalars.dropFirst(signs.count + gap.count)))
        guard let letter = rest.unicodeScalars.first else { return }
        // `#3` is a number, `##2. Then` a heading.
        let isNumbered = signs.count > 1 && ("0"..."9").contains(letter)
        guard letter.properties.isAlphabetic || isNumbered else { return }
        // `#cyber` is a tag of social networks, unless it is the name of a channel.
        let isTag = signs.count == 1 && gap.isEmpty && signs.first == "#" && !letter.properties.isUppercase
        let word = rest.prefix { !$0.isWhitespace }
        // That the text of a channel begins there is reported where the texts of a message are read.
        if isTag, source.kind.entity == .message { return }
        if isTag, ChannelType(rawValue: String(word)) == nil, binding.declared[.channel, String(word)] == nil { return }
        let length =
            [Substring.UnicodeScalarView(blanks), signs, gap].reduce(0) { $0 + Substring($1).utf8.count }
        let span = Span(first.span.file, Int(first.span.lower), Int(first.span.lower) + length)
        let better = String(repeating: "#", count: signs.count) + " "
        binding.report(MalformedHeading.finding(at: span, better: better))
    }
}

extension Inline {
    /// `\#`
    fileprivate var isEscapedSign: Bool { if case .text("#") = content { span.range.count == 2 } else { false } }

    fileprivate var lastCharacter: Character? { [self].plainText.last }

    fileprivate var isField: Bool {
        switch content {
        case .placeholder, .snippet: true
        default: false
        }
    }
}

extension UInt8 {
    /// A letter, a digit or a hyphen of ASCII, or an underscore.
    fileprivate var isNameByte: Bool {
        (0x61...0x7A).contains(self | 0x20) || (0x30...0x39).contains(self) || self == 0x2D || self == 0x5F
    }
}
