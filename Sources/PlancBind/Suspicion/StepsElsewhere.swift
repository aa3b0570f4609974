import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// Finds steps where none are read: below an item that is no step, and in texts that are no checklist.
struct StepsElsewhere {
    let binding: Binder

    /// `- If the road is closed:` with a step below it: no role has it on its sheet.
    func check(below item: List.Item) {
        for block in item.blocks {
            guard case .list(let list) = block.content else { continue }
            for inner in list.items where inner.task != nil {
                guard let (head, line) = Self.head(inner), head.hasTime || head.hasRole else { continue }
                binding.report(MalformedStep.belowWords(at: head.marks(of: line, from: inner.span)))
            }
        }
    }

    /// Steps in the body of a scenario, of a message and the like. Boxes to tick without a time may stand in any text.
    ///
    /// - Parameter isSent: whether readers would get them.
    func check(_ blocks: [Block], isSent: Bool) {
        for block in blocks {
            switch block.content {
            case .list(let list):
                // Of steps below each other the first says it for all.
                var isReported = false
                for item in list.items {
                    if !isReported, let (head, line) = Self.head(item), item.task != nil || head.hasBox,
                        head.hasTime || isSent && head.hasRole
                    {
                        isReported = true
                        let marks = head.marks(of: line, from: item.span)
                        binding.report(MalformedStep.outsideList(at: marks, isSent: isSent))
                    }
                    if !isReported { check(item.blocks, isSent: isSent) }
                }
            case .paragraph(let inlines):
                guard Self.mayHoldBox(inlines),
                    let line = StepLine.lines(inlines).first(where: { Self.isStep($0.inlines) })?.inlines,
                    let head = NearHead(line), let first = line.first
                else { continue }
                binding.report(
                    MalformedStep.outsideList(at: head.marks(of: line, from: first.span), isSent: isSent))
            case .quote(let inner), .alert(_, let inner): check(inner, isSent: isSent)
            default: break
            }
        }
    }

    /// Whether a bracket is among the words, or a sign that may be a box: in most texts there is none.
    private static func mayHoldBox(_ inlines: [Inline]) -> Bool {
        inlines.contains { inline in
            guard case .text(let words) = inline.content else { return false }
            return words.utf8.contains { $0 == UInt8(ascii: "[") || $0 == 0xE2 || $0 == 0xF0 }
        }
    }

    private static func isStep(_ line: [Inline]) -> Bool {
        NearHead(line).map { $0.hasBox && $0.hasTime } ?? false
    }

    private static func head(_ item: List.Item) -> (NearHead, [Inline])? {
        guard case .paragraph(let inlines)? = item.blocks.first?.content else { return nil }
        let line = StepLine.lines(inlines)[0].inlines
        return NearHead(line).map { ($0, line) }
    }
}
