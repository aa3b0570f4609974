import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// Finds words between two lists of steps that speak of the steps below them: `The steps below only when the brigade has left:`. They are
/// printed under the step above, on the sheet of whoever does that one alone.
struct Conditions {
    let binding: Binder

    /// `Only when …:` at the margin right below the words of a step, above the next one: it goes on with those words.
    ///
    /// - Parameters:
    ///   - item: a step with another one below it.
    ///   - stage: the one that it stands in.
    func check(endOf item: List.Item, in stage: Checklist.Stage) {
        guard let inlines = Self.lastParagraph(item.blocks), let last = inlines.last,
            case .text(let text) = last.content, text.hasSuffix(":"), last.span.range.count == text.utf8.count,
            let lineBreak = inlines.lastIndex(where: { if case .softBreak = $0.content { true } else { false } }),
            lineBreak + 1 < inlines.count,
            case let line = Array(inlines[(lineBreak + 1)...]),
            line.plainText.split(whereSeparator: \.isWhitespace).count > 3
        else { return }
        let span = line[0].span.union(last.span)
        let margin = Margin(before: span, in: binding.sources[span.file].bytes)
        guard margin.width == 0, margin.blanks.upper == span.lower else { return }
        let colon = Span(last.span.file, Int(last.span.upper) - 1, Int(last.span.upper))
        let start = Span(span.file, Int(span.lower), Int(span.lower))
        let marks = String(repeating: "#", count: min(6, max(2, stage.level + 1))) + " "
        binding.report(
            MalformedStep.condition(at: span, edits: [Fix.Edit(start, "\n" + marks), Fix.Edit(colon, "")]))
    }

    /// `2.1 Then` at the margin right below the words of a step, above the next one: a part of the list begins there.
    func checkTitle(endOf item: List.Item, in stage: Checklist.Stage) {
        guard let inlines = Self.lastParagraph(item.blocks), let last = inlines.last,
            let lineBreak = inlines.lastIndex(where: { if case .softBreak = $0.content { true } else { false } }),
            lineBreak + 1 < inlines.count, case let line = Array(inlines[(lineBreak + 1)...])
        else { return }
        let above = stage.heading.map { Block(.heading(level: stage.level, $0), last.span) }
        let isAmongNumbers = above.map(NumberedTitle.isNumbered) ?? false
        guard let title = NumberedTitle(line, isAmongNumbers: isAmongNumbers) else { return }
        let span = line[0].span.union(last.span)
        let margin = Margin(before: span, in: binding.sources[span.file].bytes)
        guard margin.width == 0, margin.blanks.upper == span.lower else { return }
        let marks = String(repeating: "#", count: min(6, max(2, stage.level) + title.depth - 1)) + " "
        binding.report(MalformedHeading.finding(at: span, better: marks + binding.sources.text(span)))
    }

    private static func lastParagraph(_ blocks: [Block]) -> [Inline]? {
        switch blocks.last?.content {
        case .paragraph(let inlines)?: inlines
        case .list(let list)?: list.items.last.flatMap { lastParagraph($0.blocks) }
        default: nil
        }
    }

    /// - Parameters:
    ///   - block: what stands between a step and a list of steps.
    ///   - stage: the one that it stands in.
    /// - Returns: whether it is reported.
    func check(_ block: Block, below stage: Checklist.Stage) -> Bool {
        guard case .paragraph(let inlines) = block.content, let last = inlines.last,
            case .text(let text) = last.content,
            text.trimmingSpaces.hasSuffix(":"),
            // "Then:", "And after that:" say nothing that a sheet would lack.
            inlines.plainText.split(whereSeparator: \.isWhitespace).count > 3
        else { return false }
        // Where it is one line as its author wrote it, a heading is made of it.
        let isOneLine = !inlines.contains { if case .softBreak = $0.content { true } else { false } }
        let colon = Span(last.span.file, Int(last.span.upper) - 1, Int(last.span.upper))
        let isPlain = last.span.range.count == text.utf8.count && text.hasSuffix(":")
        let marks = String(repeating: "#", count: min(6, max(2, stage.level + 1))) + " "
        let start = Span(block.span.file, Int(block.span.lower), Int(block.span.lower))
        let canBeHeading = isOneLine && isPlain
        binding.report(
            MalformedStep.condition(
                at: block.span, edits: canBeHeading ? [Fix.Edit(start, marks), Fix.Edit(colon, "")] : []))
        return true
    }
}

extension Block {
    /// Whether it is a list with a step among its items.
    var hasTasks: Bool {
        guard case .list(let list) = content else { return false }
        return list.items.contains { $0.task != nil }
    }
}
