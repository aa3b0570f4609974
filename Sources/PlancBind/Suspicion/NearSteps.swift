import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// Finds the lines of a checklist that almost are steps, reports them, and reads them as the steps that they look like.
struct NearSteps {
    let binding: Binder

    /// The blocks of a checklist with steps in place of what almost is one.
    ///
    /// - Parameter owners: who does the step that they stand below.
    func recovered(_ blocks: [Block], depth: Int = 0, below owners: Set<String>? = nil) -> [Block] {
        var result: [Block] = []
        result.reserveCapacity(blocks.count)
        lazy var isAmongNumbers = blocks.contains(where: NumberedTitle.isNumbered)
        func numbered(_ line: [Inline], _ place: Int) -> NumberedTitle? {
            guard depth == 0, Self.isList(blocks, place + 1) else { return nil }
            return NumberedTitle(line, isAmongNumbers: false)
                ?? (isAmongNumbers ? NumberedTitle(line, isAmongNumbers: true) : nil)
        }
        for (place, block) in blocks.enumerated() {
            switch block.content {
            case .paragraph(let inlines) where depth == 0 && Self.isBold(inlines) && Self.isList(blocks, place + 1):
                result.append(heading(inlines, in: blocks, at: block.span))
            case .paragraph(let inlines) where numbered(inlines, place) != nil:
                let depth = numbered(inlines, place)?.depth ?? 1
                result.append(
                    heading(inlines, in: blocks, at: block.span, below: depth - 1, binding.sources.text(block.span)))
            case .list(let list) where depth == 0 && Self.isList(blocks, place + 1) && numberedLine(list) != nil:
                result.append(heading(numberedLine(list) ?? [], in: blocks, at: block.span))
            case .heading(_, let inlines) where depth == 0:
                result.append(step(heading: inlines, block) ?? block)
            case .paragraph(let inlines):
                let isBelowSteps = place > 0 && Self.isList(blocks, place - 1)
                result += recovered(paragraph: inlines, block, depth: depth, isBelowSteps: isBelowSteps)
            case .list(let list):
                result.append(Block(.list(recovered(list, depth: depth, below: owners)), block.span))
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
            case .table(let table):
                if let steps = TableSteps(binding: binding).steps(table, at: block.span) {
                    result.append(steps)
                } else {
                    result.append(block)
                }
            case .code(let language, let text) where Self.isText(language) && Self.looksLikeStep(code: text):
                let isFenced = binding.isFenced(block.span)
                let (place, better) = binding.uncoded(block.span, text, isFenced: isFenced)
                binding.report(MalformedStep.asCode(at: block.span, isFenced: isFenced, replacing: place, by: better))
                result.append(block)
            default: result.append(block)
            }
        }
        return result
    }

    // MARK: Headings

    /// What stands in place of a line that looks like a heading, reported; of the level of the others.
    ///
    /// - Parameters:
    ///   - steps: how many levels lower it is.
    ///   - words: those of the heading, where they are written otherwise than they are printed.
    private func heading(
        _ inlines: [Inline], in blocks: [Block], at span: Span, below steps: Int = 0, _ words: String? = nil
    ) -> Block {
        let others =
            blocks.lazy.compactMap { block in
                if case .heading(let level, _) = block.content { level } else { nil }
            }.first ?? 2
        let level = min(6, others + steps)
        let better = String(repeating: "#", count: level) + " " + (words ?? inlines.plainText)
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
    private func numberedLine(_ list: List) -> [Inline]? {
        guard list.isOrdered, list.items.count == 1, let item = list.items.first, item.task == nil,
            item.blocks.count == 1, case .paragraph(let inlines) = item.blocks[0].content,
            NearHead(inlines)?.isStep(isItem: true, depth: 0) != true,
            !PlainLine(binding: binding).namesTimeAndRole(inlines, isAmongSteps: false)
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

    private static func joined(_ lines: [[Inline]]) -> [Inline] {
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

    private func recovered(
        paragraph inlines: [Inline], _ block: Block, depth: Int, isBelowSteps: Bool
    ) -> [Block] {
        let (kept, steps) = split(
            StepLine.lines(inlines), from: 0, depth: depth, item: nil, isBelowSteps: isBelowSteps)
        guard !steps.isEmpty else { return [block] }
        var blocks: [Block] = []
        if let first = kept.first, let last = kept.last {
            blocks.append(Block(.paragraph(kept), first.span.union(last.span)))
        }
        let list = List(isOrdered: false, start: 1, isTight: true, items: steps.map(\.item))
        return blocks + [Block(.list(list), steps[0].item.span.union(steps[steps.count - 1].item.span))]
    }

    /// A line that is read as a step, and whether it stands below the item that it was found in.
    private struct FoundStep {
        var item: List.Item
        var isNested = false
    }

    /// The lines before the first that almost is a step, and the steps that begin on the lines after.
    ///
    /// - Parameters:
    ///   - item: the item of a list that the lines belong to.
    ///   - isBelowSteps: whether steps stand right above the lines.
    private func split(
        _ all: [StepLine], from first: Int, depth: Int, item: List.Item?, isBelowSteps: Bool
    ) -> (kept: [Inline], steps: [FoundStep]) {
        let lines = apart(all, from: first, depth: depth)
        var starts: [(line: Int, words: [Inline], isNested: Bool)] = []
        let rows = TableSteps(binding: binding).rows(lines, from: first)
        for index in lines.indices.dropFirst(first) {
            switch rows[index] {
            case .step(let words):
                starts.append((index, words, false))
                continue
            case .header, .kept: continue
            case nil: break
            }
            let line = lines[index]
            guard let start = line.inlines.first else { continue }
            let near = NearHead(line.inlines)
            let isStep = near?.isStep(isItem: false, depth: depth) ?? false
            if line.gap == nil, !isStep, let front = WordsInFront(line.inlines, isStep: false) {
                starts.append((index, front.line, report(front, at: start.span, below: item)))
                continue
            }
            if PlainLine(binding: binding).reportCrossedOut(line.inlines) { continue }
            let isOwned =
                isBelowSteps && depth == 0 && line.gap == nil && PlainLine(binding: binding).isOwned(line.inlines, item)
            guard let head = near, line.gap != nil || isOwned || isStep else { continue }
            if isOwned { binding.untimedSteps.insert(start.span) }
            let marks = head.marks(of: line.inlines, from: start.span)
            let isNested = report(marks, of: line, below: item)
            starts.append((index, head.words(of: line.inlines), isNested))
        }
        /// The words of some lines, without the header of steps.
        func words(_ range: Range<Int>) -> [Inline] {
            let kept = range.filter { if case .header? = rows[$0] { false } else { true } }
            return Self.joined(kept.map { lines[$0].inlines })
        }
        guard let start = starts.first?.line else { return (words(lines.indices), []) }
        var steps: [FoundStep] = []
        for (place, start) in starts.enumerated() {
            let end = place + 1 < starts.count ? starts[place + 1].line : lines.count
            let whole = start.words + Self.tail(words(start.line + 1..<end), after: start.words)
            guard let first = whole.first, let last = whole.last else { continue }
            let span = first.span.union(last.span)
            steps.append(
                FoundStep(
                    item: List.Item(task: false, blocks: [Block(.paragraph(whole), span)], span: span),
                    isNested: start.isNested))
        }
        return (words(0..<start), steps)
    }

    /// The lines, and behind words of a step the time and the role of a second one apart.
    private func apart(_ lines: [StepLine], from first: Int, depth: Int) -> [StepLine] {
        var result: [StepLine] = []
        result.reserveCapacity(lines.count)
        for (index, line) in lines.enumerated() {
            guard line.inlines.count > 1, line.inlines.contains(where: \.isMention) else {
                result.append(line)
                continue
            }
            let isWhole =
                index < first || line.gap != nil
                || NearHead(line.inlines)?.isStep(isItem: false, depth: depth) ?? false
            if isWhole, let inside = HeadInside(line.inlines), !inside.isBehindHead {
                result.append(line)
            } else if !isWhole, WordsInFront(line.inlines, isStep: false) != nil {
                result.append(line)
            } else {
                result += line.parts
            }
        }
        return result
    }

    /// Reports a line that looks like a step, with words before its time; whether it is one below the item.
    private func report(_ front: WordsInFront, at start: Span, below item: List.Item?) -> Bool {
        let bytes = binding.sources[start.file].bytes
        let margin = item.map { Margin(before: $0.span, in: bytes).width }
        let own = Margin(before: start, in: bytes)
        front.report(to: binding, by: "- [ ] ")
        return margin.map { own.width >= $0 + 2 } ?? false
    }

    /// Reports a line that looks like a step; whether it is one below the item.
    private func report(_ marks: Span, of line: StepLine, below item: List.Item?) -> Bool {
        let gap = line.gap
        let bytes = binding.sources[marks.file].bytes
        let margin = item.map { Margin(before: $0.span, in: bytes).width }
        let indent = String(repeating: " ", count: margin ?? 0)
        if let gap {
            let place = Span(marks.file, Int(gap.lower), Int(marks.upper))
            binding.report(MalformedStep.onOneLine(at: line.head ?? marks, replacing: place, by: "\n\(indent)- [ ] "))
            return false
        }
        let own = Margin(before: marks, in: bytes)
        guard let margin, own.width >= margin + 2, own.blanks.upper >= marks.lower else {
            binding.report(MalformedStep.finding(at: marks))
            return false
        }
        let lower = min(Int(own.blanks.upper), Int(marks.upper))
        let place = Span(marks.file, Int(own.blanks.lower), Int(marks.upper))
        let isWritten = bytes[lower..<min(bytes.count, Int(marks.upper))].elementsEqual("- [ ] ".utf8)
        let better = indent + "  - [ ] "
        // What is replaced is no more than blanks and the marks.
        binding.report(
            isWritten
                ? MalformedStep.indented(at: marks, replacing: place, by: better)
                : MalformedStep.finding(at: marks, replacing: place, by: better))
        return true
    }

    private static func tail(_ inlines: [Inline], after before: [Inline]) -> [Inline] {
        guard let last = before.last, let first = inlines.first else { return inlines }
        return [Inline(.softBreak, Span(last.span.file, Int(last.span.upper), Int(first.span.lower)))] + inlines
    }

    // MARK: Lists

    private func recovered(_ list: List, depth: Int, below owners: Set<String>? = nil) -> List {
        let plain = PlainLine(binding: binding)
        let isMixed = list.items.contains { $0.task != nil }
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
            var steps: [FoundStep] = []
            if case .paragraph(let inlines)? = item.blocks.first?.content {
                var lines = StepLine.lines(inlines)
                if item.task == nil, let head = NearHead(lines[0].inlines), head.isStep(isItem: true, depth: depth) {
                    binding.report(MalformedStep.finding(at: head.marks(of: lines[0].inlines, from: item.span)))
                    item.task = false
                    lines[0].inlines = head.words(of: lines[0].inlines)
                } else if item.task == nil,
                    let words = depth == 0
                        ? plain.step(lines[0].inlines, of: item, isAmongSteps: isMixed)
                        : owners.flatMap({ plain.substep(lines[0].inlines, of: item, below: $0) })
                {
                    item.task = false
                    lines[0].inlines = words
                } else if item.task != nil, let front = WordsInFront(lines[0].inlines, isStep: true) {
                    front.report(to: binding)
                    lines[0].inlines = front.line
                }
                let kept: [Inline]
                (kept, steps) = split(lines, from: 1, depth: depth, item: item, isBelowSteps: item.task != nil)
                if let first = kept.first, let last = kept.last {
                    item.blocks[0] = Block(.paragraph(kept), first.span.union(last.span))
                }
            }
            if item.task == nil { StepsElsewhere(binding: binding).check(below: item) }
            let isParagraph = if case .paragraph? = item.blocks.first?.content { true } else { false }
            let own = item.task == nil ? owners : (owners ?? []).union(Self.owners(item))
            let rest = recovered(Array(item.blocks.dropFirst(isParagraph ? 1 : 0)), depth: depth + 1, below: own)
            item.blocks = Array(item.blocks.prefix(isParagraph ? 1 : 0))
            var items = [item]
            for step in steps {
                if step.isNested {
                    let list = List(isOrdered: false, start: 1, isTight: true, items: [step.item])
                    items[items.count - 1].blocks.append(Block(.list(list), step.item.span))
                } else {
                    items.append(step.item)
                }
            }
            // What comes below belongs to the last of the steps.
            items[items.count - 1].blocks += rest
            result.items += items
        }
        return result
    }

    /// The roles that a step names before its words.
    private static func owners(_ item: List.Item) -> [String] {
        guard case .paragraph(let inlines)? = item.blocks.first?.content else { return [] }
        return inlines.prefix(8).compactMap { if case .roleMention(let id) = $0.content { id } else { nil } }
    }

    // MARK: Steps where none can be

    private static func holdsSteps(_ blocks: [Block]) -> Bool {
        blocks.contains { block in
            guard case .list(let list) = block.content else { return false }
            return list.items.contains { item in
                guard item.task != nil, case .paragraph(let inlines)? = item.blocks.first?.content,
                    let head = NearHead(StepLine.lines(inlines)[0].inlines)
                else { return false }
                return head.hasTime || head.hasRole
            }
        }
    }

    private static func isText(_ language: String) -> Bool {
        ["", "text", "txt", "md", "markdown", "plain", "plaintext"].contains(language.lowercased())
    }

    static func looksLikeStep(code: String) -> Bool {
        code.split(separator: "\n").contains { line in
            guard let head = NearHead([Inline(.text(String(line)), Span(FileID(0), 0, line.utf8.count))]) else {
                return false
            }
            return (head.hasBox || line.contains(#/\s@[a-z]/#)) && (head.hasTime || head.hasRole)
        }
    }
}

extension Binder {
    /// Whether a piece of code stands between fences.
    func isFenced(_ span: Span) -> Bool {
        let bytes = sources[span.file].bytes
        guard span.range.lowerBound < bytes.count else { return false }
        return bytes[span.range.lowerBound] == UInt8(ascii: "`") || bytes[span.range.lowerBound] == UInt8(ascii: "~")
    }

    /// What stands in place of a piece of code that is none: its text, without the fences or the blanks that make it one.
    func uncoded(_ span: Span, _ text: String, isFenced: Bool) -> (Span, String) {
        let bytes = sources[span.file].bytes
        let margin = Margin(before: span, in: bytes)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let last = lines.last?.isEmpty ?? false ? lines.dropLast() : lines[...]
        // What stands before the fence, or before the blanks that make it code, stays.
        let keeps = Int(margin.blanks.upper) >= Int(span.lower)
        let width = isFenced && keeps ? Int(span.lower) - Int(margin.blanks.lower) : 0
        let indent = String(repeating: " ", count: width)
        let lower = keeps ? Int(margin.blanks.lower) : Int(span.lower)
        return (
            Span(span.file, lower, Int(span.upper)),
            last.map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n")
        )
    }
}
