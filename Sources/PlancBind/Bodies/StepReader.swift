import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// Reads the body of a checklist as stages and steps.
struct StepReader {
    let binding: Binding

    // MARK: Stages

    mutating func stages(_ blocks: [Block]) -> [Checklist.Stage] {
        var stages: [Checklist.Stage] = []
        var stage = Checklist.Stage(heading: nil, level: 0, headingSpan: nil)
        func close() {
            if stage.heading != nil || !stage.introduction.isEmpty || !stage.steps.isEmpty { stages.append(stage) }
        }
        for block in blocks {
            switch block.content {
            case .heading(let level, let inlines):
                close()
                stage = Checklist.Stage(heading: inlines, level: level, headingSpan: block.span)
            case .list(let list) where list.items.contains(where: { $0.task != nil }):
                for part in Self.runs(of: list, block) {
                    switch part {
                    case .task(let item): stage.steps.append(step(item))
                    case .plain(let block): add(block, to: &stage)
                    }
                }
            case .directive: break
            default: add(block, to: &stage)
            }
        }
        close()
        return stages
    }

    /// What is no step: the introduction of the stage, or the detail of the step above it.
    private func add(_ block: Block, to stage: inout Checklist.Stage) {
        if stage.steps.isEmpty {
            stage.introduction.append(block)
        } else {
            stage.steps[stage.steps.count - 1].detail.append(block)
        }
    }

    private enum Run {
        case task(List.Item)
        /// Plain items that follow each other, as a list of their own.
        case plain(Block)
    }

    private static func runs(of list: List, _ block: Block) -> [Run] {
        var runs: [Run] = []
        var plain: [List.Item] = []
        func flush() {
            guard let first = plain.first, let last = plain.last else { return }
            var part = list
            part.items = plain
            runs.append(.plain(Block(.list(part), first.span.union(last.span))))
            plain = []
        }
        for item in list.items {
            if item.task == nil {
                plain.append(item)
            } else {
                flush()
                runs.append(.task(item))
            }
        }
        flush()
        return runs
    }

    // MARK: Steps

    private mutating func step(_ item: List.Item) -> Step {
        var blocks = item.blocks[...]
        var inlines: [Inline] = []
        if case .paragraph(let first)? = blocks.first?.content {
            inlines = first
            blocks = blocks.dropFirst()
        }
        var head = StepHead(inlines, binding: binding)
        head.read()
        let span =
            if let first = inlines.first, let last = inlines.last { first.span.union(last.span) } else { item.span }
        var step = Step(
            offset: head.offset, rhythm: head.rhythm, roles: head.roles, isDecision: head.isDecision, text: head.words,
            detail: [], substeps: [], branches: [], span: span)
        step.hasUnreadTime = head.hasUnreadTime
        step.hasUnreadRole = head.hasUnreadRole
        for block in blocks {
            switch block.content {
            case .list(let list):
                for part in Self.runs(of: list, block) {
                    switch part {
                    case .task(let item): step.substeps.append(self.step(item))
                    case .plain(let block): addPlain(block, to: &step)
                    }
                }
            case .directive: break
            default: step.detail.append(block)
            }
        }
        return step
    }

    /// Plain items: of a decision those with a label are branches, the others are detail.
    private func addPlain(_ block: Block, to step: inout Step) {
        guard step.isDecision, case .list(var list) = block.content else {
            step.detail.append(block)
            return
        }
        var others: [List.Item] = []
        for item in list.items {
            if let branch = Self.branch(item) { step.branches.append(branch) } else { others.append(item) }
        }
        if let first = others.first, let last = others.last {
            list.items = others
            step.detail.append(Block(.list(list), first.span.union(last.span)))
        }
    }

    /// `oui: …`: a label of at most 40 characters, a colon (white space before it allowed), and what to do.
    private static func branch(_ item: List.Item) -> Step.Branch? {
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
    /// The place of the end of a text, when the text stands in the source as it is.
    func dropping(_ whole: some StringProtocol, keeping end: some StringProtocol) -> Span {
        guard range.count == whole.utf8.count else { return self }
        return Span(file, Int(upper) - end.utf8.count, Int(upper))
    }
}
