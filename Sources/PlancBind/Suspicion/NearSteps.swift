import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// Finds the lines of a checklist that almost are steps, reports them, and reads them as the steps that they look like.
struct NearSteps {
    let binding: Binder

    /// The blocks of a checklist with steps in place of what almost is one.
    func recovered(_ blocks: [Block], depth: Int = 0) -> [Block] {
        var result: [Block] = []
        result.reserveCapacity(blocks.count)
        for (place, block) in blocks.enumerated() {
            switch block.content {
            case .paragraph(let inlines) where depth == 0 && Self.isBold(inlines) && Self.isList(blocks, place + 1):
                result.append(heading(inlines, in: blocks, at: block.span))
            case .list(let list) where depth == 0 && Self.isList(blocks, place + 1) && Self.numberedLine(list) != nil:
                result.append(heading(Self.numberedLine(list) ?? [], in: blocks, at: block.span))
            case .heading(_, let inlines) where depth == 0:
                result.append(step(heading: inlines, block) ?? block)
            case .paragraph(let inlines): result += recovered(paragraph: inlines, block, depth: depth)
            case .list(let list): result.append(Block(.list(recovered(list, depth: depth)), block.span))
            case .quote(let inner) where Self.holdsSteps(inner):
                let lower = Int(block.span.lower)
                let marks = Span(block.span.file, lower, Int(inner.first?.span.lower ?? block.span.lower))
                binding.report(MalformedStep.buried(at: marks, removing: marks))
                result += recovered(inner, depth: depth)
            case .alert(let alert, let inner) where Self.holdsSteps(inner):
                let place = inner.firstIndex { Self.holdsSteps([$0]) } ?? 0
                binding.report(MalformedStep.inAlert(at: inner[place].span))
                let before = Array(inner[..<place])
                if !before.isEmpty { result.append(Block(.alert(alert, before), block.span)) }
                result += recovered(Array(inner[place...]), depth: depth)
            case .code(let language, let text) where language.isEmpty && Self.looksLikeStep(code: text):
                if !binding.isFenced(block.span) { binding.report(MalformedStep.asCode(at: block.span)) }
                result.append(block)
            default: result.append(block)
            }
        }
        return result
    }

    // MARK: Headings

    /// What stands in place of a line that looks like a heading, reported; of the level of the others.
    private func heading(_ inlines: [Inline], in blocks: [Block], at span: Span) -> Block {
        let level =
            blocks.lazy.compactMap { block in
                if case .heading(let level, _) = block.content { level } else { nil }
            }.first ?? 2
        let better = String(repeating: "#", count: level) + " " + inlines.plainText
        binding.report(MalformedHeading.finding(at: span, better: better))
        return Block(.heading(level: level, inlines), span)
    }

    /// `# - [ ] T0 @lead …`: the step behind the sign of a heading, reported; nil for a heading.
    private func step(heading inlines: [Inline], _ block: Block) -> Block? {
        guard let head = NearHead(inlines), head.hasBox, head.hasTime || head.hasRole else { return nil }
        let words = head.words(of: inlines)
        guard let first = words.first, let last = words.last else { return nil }
        binding.report(MalformedStep.finding(at: head.marks(of: inlines, from: block.span)))
        let span = first.span.union(last.span)
        let item = List.Item(task: false, blocks: [Block(.paragraph(words), span)], span: span)
        return Block(.list(List(isOrdered: false, start: 1, isTight: true, items: [item])), span)
    }

    /// `2. Then`, alone above steps, as a word processor numbers headings; nil for a sentence, and for a list of more.
    private static func numberedLine(_ list: List) -> [Inline]? {
        guard list.isOrdered, list.items.count == 1, let item = list.items.first, item.task == nil,
            item.blocks.count == 1, case .paragraph(let inlines) = item.blocks[0].content,
            NearHead(inlines)?.isStep(isItem: true, depth: 0) != true
        else { return nil }
        let words = inlines.plainText
        return words.utf8.count <= 60 && !words.contains("\n") && !".!?;,".contains(words.last ?? ".") ? inlines : nil
    }

    private static func isBold(_ inlines: [Inline]) -> Bool {
        guard inlines.count == 1, case .strong = inlines[0].content else { return false }
        return true
    }

    private static func isList(_ blocks: [Block], _ place: Int) -> Bool {
        guard place < blocks.count, case .list(let list) = blocks[place].content else { return false }
        return list.items.contains { $0.task != nil }
    }

    // MARK: Paragraphs

    /// The lines of a paragraph, each with what ends it.
    private static func lines(_ inlines: [Inline]) -> [[Inline]] {
        var lines: [[Inline]] = [[]]
        for inline in inlines {
            if case .softBreak = inline.content { lines.append([]) } else { lines[lines.count - 1].append(inline) }
        }
        return lines
    }

    private static func joined(_ lines: ArraySlice<[Inline]>) -> [Inline] {
        var joined: [Inline] = []
        for line in lines {
            if let last = joined.last, let first = line.first {
                joined.append(
                    Inline(.softBreak, Span(last.span.file, Int(last.span.upper), Int(first.span.lower))))
            }
            joined += line
        }
        return joined
    }

    private func recovered(paragraph inlines: [Inline], _ block: Block, depth: Int) -> [Block] {
        let (kept, steps) = split(Self.lines(inlines), from: 0, depth: depth, isItem: false)
        guard !steps.isEmpty else { return [block] }
        var blocks: [Block] = []
        if let first = kept.first, let last = kept.last {
            blocks.append(Block(.paragraph(kept), first.span.union(last.span)))
        }
        let list = List(isOrdered: false, start: 1, isTight: true, items: steps)
        return blocks + [Block(.list(list), steps[0].span.union(steps[steps.count - 1].span))]
    }

    /// The lines before the first that almost is a step, and the steps that begin on the lines after.
    private func split(
        _ lines: [[Inline]], from first: Int, depth: Int, isItem: Bool
    ) -> (kept: [Inline], steps: [List.Item]) {
        var starts: [(line: Int, words: [Inline])] = []
        for index in lines.indices.dropFirst(first) {
            guard let head = NearHead(lines[index]), head.isStep(isItem: false, depth: depth) else { continue }
            binding.report(MalformedStep.finding(at: head.marks(of: lines[index], from: lines[index][0].span)))
            starts.append((index, head.words(of: lines[index])))
        }
        guard let start = starts.first else { return (Self.joined(lines[...]), []) }
        var items: [List.Item] = []
        for (place, start) in starts.enumerated() {
            let end = place + 1 < starts.count ? starts[place + 1].line : lines.count
            let words = start.words + Self.tail(Self.joined(lines[(start.line + 1)..<end]), after: start.words)
            guard let first = words.first, let last = words.last else { continue }
            let span = first.span.union(last.span)
            items.append(List.Item(task: false, blocks: [Block(.paragraph(words), span)], span: span))
        }
        return (Self.joined(lines[..<start.line]), items)
    }

    private static func tail(_ inlines: [Inline], after before: [Inline]) -> [Inline] {
        guard let last = before.last, let first = inlines.first else { return inlines }
        return [Inline(.softBreak, Span(last.span.file, Int(last.span.upper), Int(first.span.lower)))] + inlines
    }

    // MARK: Lists

    private func recovered(_ list: List, depth: Int) -> List {
        var result = list
        result.items = []
        for item in list.items {
            var item = item
            // `- - [ ] …`
            if item.task == nil, depth == 0, item.blocks.count == 1,
                case .list(let inner)? = item.blocks.first?.content,
                inner.items.contains(where: { $0.task != nil })
            {
                let lower = Int(item.span.lower)
                let marks = Span(item.span.file, lower, max(lower, Int(item.blocks[0].span.lower)))
                binding.report(MalformedStep.buried(at: marks, removing: marks))
                result.items += recovered(inner, depth: depth).items
                continue
            }
            var more: [List.Item] = []
            if case .paragraph(let inlines)? = item.blocks.first?.content {
                var lines = Self.lines(inlines)
                if item.task == nil, let head = NearHead(lines[0]), head.isStep(isItem: true, depth: depth) {
                    binding.report(MalformedStep.finding(at: head.marks(of: lines[0], from: item.span)))
                    item.task = false
                    lines[0] = head.words(of: lines[0])
                }
                let (kept, steps) = split(lines, from: 1, depth: depth, isItem: true)
                if let first = kept.first, let last = kept.last {
                    item.blocks[0] = Block(.paragraph(kept), first.span.union(last.span))
                }
                more = steps
            }
            let isParagraph = if case .paragraph? = item.blocks.first?.content { true } else { false }
            let rest = recovered(Array(item.blocks.dropFirst(isParagraph ? 1 : 0)), depth: depth + 1)
            item.blocks = Array(item.blocks.prefix(isParagraph ? 1 : 0))
            // What comes below belongs to the last of the steps.
            if more.isEmpty { item.blocks += rest } else { more[more.count - 1].blocks += rest }
            result.items.append(item)
            result.items += more
        }
        return result
    }

    // MARK: Steps where none can be

    private static func holdsSteps(_ blocks: [Block]) -> Bool {
        blocks.contains { block in
            guard case .list(let list) = block.content else { return false }
            return list.items.contains { item in
                guard item.task != nil, case .paragraph(let inlines)? = item.blocks.first?.content,
                    let head = NearHead(lines(inlines)[0])
                else { return false }
                return head.hasTime || head.hasRole
            }
        }
    }

    private static func looksLikeStep(code: String) -> Bool {
        code.split(separator: "\n").contains { line in
            guard let head = NearHead([Inline(.text(String(line)), Span(FileID(0), 0, line.utf8.count))]) else {
                return false
            }
            return head.hasBox && (head.hasTime || head.hasRole)
        }
    }
}

extension Binder {
    /// Whether a piece of code stands between fences.
    fileprivate func isFenced(_ span: Span) -> Bool {
        let bytes = sources[span.file].bytes
        guard span.range.lowerBound < bytes.count else { return false }
        return bytes[span.range.lowerBound] == UInt8(ascii: "`") || bytes[span.range.lowerBound] == UInt8(ascii: "~")
    }
}
