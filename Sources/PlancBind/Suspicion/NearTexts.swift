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
    var isChecklist: Bool { source.kind.entity == .checklist }
    /// Whether the text is sent: what is left in it goes out as it stands.
    var isSent: Bool { source.kind.entity == .message || source.kind.entity == .snippet }

    /// - Parameter item: whose blocks they are, if they are those of a list's item.
    func recovered(_ blocks: [Block], of item: List.Item? = nil) -> [Block] {
        blocks.enumerated().compactMap { place, block in
            var block = block
            switch block.content {
            case .paragraph(let inlines):
                checkHeadings(inlines)
                checkTable(block, isBelowStep: place == 0 && item?.task != nil)
                checkLines(inlines, isInItem: item != nil)
                block.content = .paragraph(recovered(inlines))
            case .heading(let level, let inlines):
                if isDirective(inlines, of: block) { return nil }
                checkSigns(inlines, of: block, level)
                checkTable(block, isBelowStep: false)
                block.content = .heading(level: level, recovered(inlines))
            case .list(var list):
                for index in list.items.indices {
                    checkItem(list.items[index])
                    list.items[index].blocks = recovered(list.items[index].blocks, of: list.items[index])
                }
                block.content = .list(list)
            case .quote(let inner):
                checkQuoted(inner, in: block.span)
                block.content = .quote(recovered(inner))
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
                // Steps among code are told where steps are read.
                let hasSteps = isChecklist && NearSteps.looksLikeStep(code: text)
                if isSent || !isFenced && !hasSteps && names(text) {
                    checkCode(text, at: block.span, isFenced: isFenced)
                }
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
        // `[done] T+4h @lead`: the box of a step, which is told where steps are read.
        var box = isChecklist ? NearHead.lengthOfWord(inlines) : 0
        func close() {
            result += run.isSuspicious ? recovered(run, after: result.last, box: box) : run.inlines
            run = TextRun()
            box = 0
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
            // A role that is crossed out before the words of a step is reported with the step.
            case .strikethrough(let children) where isChecklist && children.plainText.hasPrefix("@"):
                result.append(inline)
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
    func checkCode(_ text: String, at span: Span, isFenced: Bool) {
        if isFenced, !(text.contains("{{") && text.contains("}}")) { return }
        let (place, better) = binding.uncoded(span, text, isFenced: isFenced)
        binding.report(AccidentalCode.finding(at: span, isFenced: isFenced, replacing: place, by: better))
    }

    /// Whether a text names a field of the plan, or one of its roles.
    private func names(_ text: String) -> Bool {
        NearPlaceholder.all(in: text).contains { $0.isDoubleBrace && known($0) != nil }
            || NearMention.all(in: text).contains { near in
                near.written == "@" + near.name && binding.declared[.role, near.name] != nil
            }
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

    /// - Parameter box: how many bytes at the start are the box of a step.
    private func recovered(_ run: TextRun, after before: Inline?, box: Int) -> [Inline] {
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
        if run.text.utf8.contains(1) { places += escaped(run) }
        if run.text.utf8.contains(UInt8(ascii: "}")) {
            places += closings(run, after: before).filter { found in
                !places.contains { $0.range.overlaps(found.range) }
            }
        }
        for near in NearPlaceholder.all(in: run.text) {
            if near.range.lowerBound < box || places.contains(where: { $0.range.overlaps(near.range) }) { continue }
            guard let found = known(near) else {
                // In a step, words in brackets are a link without its destination, or a blank.
                if isChecklist, near.isSquare, near.name.count > 2, !near.name.hasPrefix("^"), !isKey(near, in: run) {
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
        let titles = titledMentions(run, after: before)
        places += titles.filter { title in !places.contains { $0.range.overlaps(title.range) } }
        return places.isEmpty ? run.inlines : run.replacing(places.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }

    /// `[Ctrl]+[Alt]`, `[sic]`: brackets that are no link.
    private func isKey(_ near: NearPlaceholder, in run: TextRun) -> Bool {
        if near.name.lowercased() == "sic" { return true }
        let bytes = run.text.utf8
        return bytes.prefix(near.range.lowerBound).suffix(2).elementsEqual("]+".utf8)
            || bytes.dropFirst(near.range.upperBound).prefix(2).elementsEqual("+[".utf8)
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

    struct Known {
        var written: String
        var target: EntityReference?
        var isSnippet: Bool
        var name: String

        func content(_ span: Span) -> Inline.Content {
            isSnippet ? .snippet(Located(name, span)) : .placeholder(Placeholder(name: name, nameSpan: span))
        }
    }

    func known(_ near: NearPlaceholder) -> Known? {
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
}
