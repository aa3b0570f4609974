import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

/// Reads the body of a checklist as stages and steps.
struct StepReader {
    let binding: Binder

    // MARK: Stages

    func stages(_ blocks: [Block]) -> [Checklist.Stage] {
        var reading = Reading(reader: self)
        for (place, block) in blocks.enumerated() {
            reading.read(block, isAboveTasks: place + 1 < blocks.count && blocks[place + 1].hasTasks)
        }
        reading.closeStage()
        reading.reportLoose()
        return reading.stages
    }

    /// The stages that were read, and the one that is being read.
    private struct Reading {
        let reader: StepReader
        private(set) var stages: [Checklist.Stage] = []
        private var stage = Checklist.Stage(heading: nil, level: 0, headingSpan: nil)
        /// The step that what follows may still belong to.
        private var last: Draft?
        private var above: List.Item?
        /// What stands at the margin below steps, with the roles of the step: of several in a row the first.
        private var loose: [(block: Block, above: List.Item?, roles: [String])] = []
        private var isLooseBelow = false

        init(reader: StepReader) { self.reader = reader }

        private var binding: Binder { reader.binding }

        mutating func read(_ block: Block, isAboveTasks: Bool) {
            switch block.content {
            case .heading(let level, let inlines):
                closeStage()
                above = nil
                stage = Checklist.Stage(heading: inlines, level: level, headingSpan: block.span)
            case .list(let list) where block.hasTasks:
                for part in Parts(of: list) {
                    switch part {
                    case .task(let item): read(item)
                    case .plain(let block):
                        if !checkAnswers(block) { checkMargin(block) }
                        add(block)
                    }
                }
            case .directive: break
            default:
                let isTold =
                    checkAnswers(block)
                    || last != nil && isAboveTasks && Conditions(binding: binding).check(block, below: stage)
                if !isTold { checkMargin(block) }
                above = nil
                add(block)
            }
        }

        private mutating func read(_ item: List.Item) {
            if let above {
                Conditions(binding: binding).check(endOf: above, in: stage)
                Conditions(binding: binding).checkTitle(endOf: above, in: stage)
            }
            var next = reader.step(item)
            if let step = last, step.head.isDecision,
                Answers(binding: binding).checkStep(item, next.head, behind: step.head, step.parts)
            {
                last?.answerCount = nil
                // An answer has no time of its own.
                if next.head.offset == nil { next.head.hasUnreadTime = true }
            }
            closeStep()
            last = next
            above = item
            isLooseBelow = false
        }

        private mutating func closeStep() {
            guard let step = last.take() else { return }
            reader.reportMissingAnswers(step)
            stage.steps.append(step.made(binding.found.links))
        }

        private mutating func checkAnswers(_ block: Block) -> Bool {
            guard let step = last, step.head.isDecision, Answers(binding: binding).checkStray(block) else {
                return false
            }
            last?.answerCount = nil
            return true
        }

        private mutating func checkMargin(_ block: Block) {
            guard let last, !isLooseBelow else { return }
            isLooseBelow = true
            loose.append((block, above, last.head.roles.map(\.id)))
        }

        /// Where others than those of the step above act in the list: these have it not on their sheets.
        func reportLoose() {
            guard let file = loose.first?.block.span.file else { return }
            let roles = Set(stages.flatMap(\.steps).flatMap(\.roles).map(\.id))
            let checking = LooseBlocks(binding: binding, file: file)
            for (block, above, own) in loose where roles.count > Set(own).count { checking.check(block, below: above) }
        }

        mutating func closeStage() {
            closeStep()
            reader.checkRepeated(stage.steps)
            if stage.heading != nil || !stage.introduction.isEmpty || !stage.steps.isEmpty { stages.append(stage) }
        }

        /// What is no step: the introduction of the stage, or the detail of the step above it.
        private mutating func add(_ block: Block) {
            if last == nil { stage.introduction.append(block) } else { last?.parts.append(.detail(block)) }
        }
    }

    /// The tasks of a list, and between them plain items that follow each other, as a list of their own.
    private struct Parts: Sequence, IteratorProtocol {
        enum Part {
            case task(List.Item)
            case plain(Block)
        }

        private let list: List
        private var place = 0

        init(of list: List) { self.list = list }

        mutating func next() -> Part? {
            let items = list.items
            guard place < items.count else { return nil }
            let first = place
            place += 1
            if items[first].task != nil { return .task(items[first]) }
            while place < items.count, items[place].task == nil { place += 1 }
            var part = list
            part.start += first
            part.items = Array(items[first..<place])
            return .plain(Block(.list(part), items[first].span.union(items[place - 1].span)))
        }
    }

    // MARK: Steps

    /// A step while what belongs to it is still being read.
    private struct Draft {
        var head: StepHead
        var isTicked: Bool
        var parts: [Step.Part] = []
        var span: Span
        /// How many answers a decision has that lacks one.
        var answerCount: Int?

        func made(_ targets: LinkTargets) -> Step {
            var hasBrokenLink = false
            func links(_ inlines: [Inline]) -> [TypedReference] {
                var found: [TypedReference] = []
                inlines.forEachDeep { inline in
                    guard case .link(let link) = inline.content else { return }
                    switch targets[link] {
                    case .entity(let target): found.append(TypedReference(target, link.destinationSpan))
                    case .unresolved: hasBrokenLink = true
                    case .external, .anchor, .file: break
                    }
                }
                return found
            }
            let words = head.words
            let own = links(words)
            let parts = parts.map { part -> Step.Part in
                guard case .branch(var branch) = part else { return part }
                branch.links = links(branch.text)
                return .branch(branch)
            }
            return Step(
                offset: head.offset, rhythm: head.rhythm, roles: head.roles, hasUnreadTime: head.hasUnreadTime,
                hasUnreadRole: head.hasUnreadRole, isDecision: head.isDecision, meanings: head.meanings,
                isTicked: isTicked, text: words,
                parts: parts, links: own, hasBrokenLink: hasBrokenLink, span: span)
        }
    }

    /// Links to files that are there and are no source: the step was to send or open something.
    private func checkLinks(_ words: [Inline]) {
        words.forEachDeep { inline in
            guard case .link(let link) = inline.content, case .file(let path) = binding.found.links[link],
                binding.isNoSource(path)
            else { return }
            binding.report(BrokenLink.finding(noSource: path, at: link.destinationSpan))
        }
    }

    private func checkTick(_ item: List.Item) {
        let bytes = binding.sources[item.span.file].bytes
        var place = Int(item.span.lower)
        while place + 2 < min(bytes.count, Int(item.span.upper)), bytes[place] != UInt8(ascii: "\n") {
            if bytes[place] == UInt8(ascii: "["), bytes[place + 1] | 0x20 == UInt8(ascii: "x"),
                bytes[place + 2] == UInt8(ascii: "]")
            {
                return binding.report(MalformedStep.ticked(at: Span(item.span.file, place, place + 3)))
            }
            place += 1
        }
    }

    private func reportMissingAnswers(_ step: Draft) {
        guard let count = step.answerCount else { return }
        binding.report(MalformedStep.fewBranches(at: step.span, count: count))
    }

    /// `@lead @site call`: of the second name the words say what is done with it.
    private func checkBareWord(_ head: StepHead) {
        guard head.roles.count > 1, let last = head.roles.last, case let before = head.roles[head.roles.count - 2],
            head.words.count == 1, before.span.upper < last.span.lower,
            binding.sources.text(Span(last.span.file, Int(before.span.upper), Int(last.span.lower)))
                .allSatisfy(\.isWhitespace),
            case .text(let text)? = head.words.first?.content, case let word = text.trimmingSpaces,
            word.first?.isLowercase ?? false, word.allSatisfy(\.isLetter)
        else { return }
        binding.report(MalformedStep.bareWord(Located(word, head.words[0].span), of: last.id))
    }

    /// One step twice in a stage.
    private func checkRepeated(_ steps: [Step]) {
        guard steps.count > 1 else { return }
        var first: [String: Span] = [:]
        for step in steps {
            let words = step.text.plainText
            guard !words.isEmpty, step.parts.isEmpty else { continue }
            let key = [
                step.offset?.value.notation ?? "", step.roles.map(\.id).joined(separator: " "), words,
            ].joined(separator: "\n")
            if let before = first[key] {
                binding.report(MalformedStep.repeated(at: step.span, first: before))
            } else {
                first[key] = step.span
            }
        }
    }

    private func step(_ item: List.Item) -> Draft {
        var blocks = item.blocks[...]
        var inlines: [Inline] = []
        if case .paragraph(let first)? = blocks.first?.content {
            inlines = first
            blocks = blocks.dropFirst()
        }
        if item.task ?? false { checkTick(item) }
        var head = StepHead(inlines, binding: binding)
        head.read()
        head.readMarksBehind()
        if !binding.untimedSteps.isEmpty, let first = inlines.first, binding.untimedSteps.contains(first.span) {
            head.hasUnreadTime = true
        }
        let span =
            if let first = inlines.first, let last = inlines.last { first.span.union(last.span) } else { item.span }
        var step = Draft(head: head, isTicked: item.task ?? false, span: span)
        for block in blocks {
            switch block.content {
            case .list(let list):
                for part in Parts(of: list) {
                    switch part {
                    case .task(let item):
                        if head.isDecision { Answers(binding: binding).checkBranch(item) }
                        let substep = self.step(item)
                        reportMissingAnswers(substep)
                        step.parts.append(.substep(substep.made(binding.found.links)))
                    case .plain(let block): addPlain(block, to: &step)
                    }
                }
            case .directive: break
            default: step.parts.append(.detail(block))
            }
        }
        checkLinks(head.words)
        if head.words.isCrossedOut {
            binding.report(MalformedStep.crossedOut(at: span, deleting: binding.line(of: item)))
            // Who does it, and when, may be crossed out with it.
            (step.head.hasUnreadRole, step.head.hasUnreadTime) = (true, true)
        }
        if head.isDecision {
            step.answerCount = Answers(binding: binding).checkBranches(step.parts)
        } else {
            Answers(binding: binding).checkQuestion(head.words, below: blocks, at: span)
        }
        if step.parts.isEmpty { checkBareWord(head) }
        // A picture says it too, and a link without words prints the title of what it leads to.
        if step.parts.isEmpty, head.words.plainText.allSatisfy(\.isWhitespace),
            !head.words.contains(where: { $0.isPicture || $0.isLink })
        {
            binding.report(MalformedStep.empty(at: span))
        }
        return step
    }

    /// Plain items: of a decision those with a label are branches, the others are detail.
    private func addPlain(_ block: Block, to step: inout Draft) {
        guard step.head.isDecision, case .list(let list) = block.content else {
            step.parts.append(.detail(block))
            return
        }
        // Items that are no branches stay lists of their own, where they stand.
        var others: Range<Int>?
        func addOthers() {
            guard let range = others.take() else { return }
            var part = list
            part.start += range.lowerBound
            part.items = Array(list.items[range])
            let span = list.items[range.lowerBound].span.union(list.items[range.upperBound - 1].span)
            step.parts.append(.detail(Block(.list(part), span)))
        }
        for (place, item) in list.items.enumerated() {
            guard let branch = Self.branch(item) else {
                Answers(binding: binding).checkBranch(item)
                others = (others?.lowerBound ?? place)..<place + 1
                continue
            }
            addOthers()
            step.parts.append(.branch(branch))
        }
        addOthers()
    }

    /// `oui: …`: a label of at most 40 characters, a colon (white space before it allowed), and what to do.
    static func branch(_ item: List.Item) -> Step.Branch? {
        guard case .paragraph(let inlines)? = item.blocks.first?.content else { return nil }
        var label = ""
        for (index, inline) in inlines.enumerated() {
            guard label.count <= 40 else { return nil }
            switch inline.content {
            case .text(let words):
                guard let colon = words.firstIndex(of: ":") else {
                    label += words
                    continue
                }
                let after = words[words.index(after: colon)...]
                if let next = after.first, !next.isWhitespace { return nil }
                label = (label + words[..<colon]).trimmingSpaces
                guard !label.isEmpty, label.count <= 40 else { return nil }
                var rest = Array(inlines[(index + 1)...])
                let text = String(after.drop(while: \.isWhitespace))
                if !text.isEmpty {
                    rest.insert(Inline(.text(text), inline.span.dropping(words, keeping: text)), at: 0)
                }
                let span = inlines.first.map { $0.span.union(inlines[inlines.count - 1].span) } ?? item.span
                return Step.Branch(label: label, text: rest, detail: Array(item.blocks.dropFirst()), span: span)
            case .strong(let children), .emphasis(let children): label += children.plainText
            default: return nil
            }
        }
        return nil
    }
}

extension Span {
    /// The place of the end of a text, when the text is in the source as it is.
    func dropping(_ whole: some StringProtocol, keeping end: some StringProtocol) -> Span {
        guard range.count == whole.utf8.count else { return self }
        return Span(file, Int(upper) - end.utf8.count, Int(upper))
    }
}

extension Inline {
    fileprivate var isPicture: Bool { if case .image = content { true } else { false } }
    fileprivate var isLink: Bool { if case .link = content { true } else { false } }
}
