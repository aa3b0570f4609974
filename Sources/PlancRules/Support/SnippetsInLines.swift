import PlancCompose
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// Finds snippets that are called within a line and hold more than paragraphs: lists, headings, tables, quotations and code have
/// no room there, and are on no page.
struct SnippetsInLines {
    private let plan: Plan
    /// The language of the text at hand, and how many words of each snippet stand in no paragraph there: a snippet is counted once.
    private var locale: Locale
    private var lost: [String: Int] = [:]

    init(_ plan: Plan) {
        self.plan = plan
        locale = plan.sourceLocale
    }

    /// Whether a snippet of the plan has more than paragraphs.
    static func mayLoseWords(_ plan: Plan) -> Bool {
        plan.snippets.contains { snippet in
            snippet.versions.contains { version in
                version.body.blocks.contains { block in
                    switch block.content {
                    case .paragraph, .directive: false
                    default: true
                    }
                }
            }
        }
    }

    mutating func judge(_ body: Body, _ report: (Finding) -> Void) {
        if body.locale != locale { (locale, lost) = (body.locale, [:]) }
        judge(body.blocks, isTop: true, report)
    }

    private mutating func judge(_ blocks: [Block], isTop: Bool, isStep: Bool = false, _ report: (Finding) -> Void) {
        for (place, block) in blocks.enumerated() {
            switch block.content {
            case .paragraph(let inlines):
                // On a line of its own it brings all it has, but not in the words of a step.
                let isWords = isStep && place == 0
                if !isWords, inlines.loneSnippet != nil { continue }
                judge(inlines, movesIn: isTop ? block : nil, report)
            case .heading(_, let inlines): judge(inlines, movesIn: nil, report)
            case .list(let list):
                for item in list.items { judge(item.blocks, isTop: false, isStep: item.task != nil, report) }
            case .quote(let inner), .alert(_, let inner): judge(inner, isTop: false, report)
            case .table(let table):
                for cell in table.header + table.rows.flatMap({ $0 }) { judge(cell.inlines, movesIn: nil, report) }
            case .code, .rule, .directive: break
            }
        }
    }

    /// - Parameter paragraph: whose words they are, where a snippet may be moved out of it.
    private mutating func judge(_ inlines: [Inline], movesIn paragraph: Block?, _ report: (Finding) -> Void) {
        var calls: [(inline: Inline, id: String)] = []
        inlines.forEachDeep { inline in
            if case .snippet(let id) = inline.content { calls.append((inline, id.value)) }
        }
        for (inline, id) in calls {
            let lost = lostWords(of: id)
            guard lost > 0 else { continue }
            var finding = TextOnNoPage.finding(
                at: inline.span,
                Phrase(
                    "within a line only the paragraphs of snippet '{id}' are printed: {count, plural, one {# other word is} other {# other words are}} on no page",
                    ["id": id, "count": lost]),
                help: [
                    Phrase(
                        "write '{call}' on a line of its own, between empty lines, or write the snippet as one paragraph",
                        ["call": "{{> \(id) }}"])
                ],
                fixes: paragraph.flatMap { fix(inline, in: inlines, $0) }.map { [$0] } ?? [])
            finding.severity = .error
            report(finding)
        }
    }

    /// Puts empty lines around a snippet at the beginning or the end of a paragraph.
    private func fix(_ call: Inline, in inlines: [Inline], _ paragraph: Block) -> Fix? {
        guard let place = inlines.firstIndex(where: { $0.span == call.span }) else { return nil }
        let file = call.span.file
        var edits: [Fix.Edit] = []
        if place > 0 {
            guard let blanks = inlines[place - 1].blanks(atEnd: true) else { return nil }
            edits.append(Fix.Edit(Span(file, Int(call.span.lower) - blanks, Int(call.span.lower)), "\n\n"))
        }
        if place + 1 < inlines.count {
            guard let blanks = inlines[place + 1].blanks(atEnd: false) else { return nil }
            edits.append(Fix.Edit(Span(file, Int(call.span.upper), Int(call.span.upper) + blanks), "\n\n"))
        }
        return edits.isEmpty ? nil : Fix(Phrase("write it on a line of its own"), edits, isSafe: false)
    }

    /// How many words of a snippet stand in no paragraph.
    private mutating func lostWords(of id: String) -> Int {
        if let known = lost[id] { return known }
        // What calls itself is reported as a cycle, and has no words of its own there.
        lost[id] = 0
        var count = 0
        for block in plan.snippets[id]?.version(locale)?.body.blocks ?? [] {
            switch block.content {
            case .directive: continue
            case .paragraph(let inlines):
                if let inner = inlines.loneSnippet { count += lostWords(of: inner) }
            case .code(_, let text): count += text.split(whereSeparator: \.isWhitespace).count
            default:
                [block].forEachLine { inlines, _ in
                    count += inlines.plainText.split(whereSeparator: \.isWhitespace).count
                }
            }
        }
        lost[id] = count
        return count
    }
}

extension Inline {
    /// How many bytes of blanks a text begins or ends with; nil of anything else than a text or the end of a line.
    fileprivate func blanks(atEnd: Bool) -> Int? {
        switch content {
        case .softBreak: return span.range.count
        case .text(let words):
            guard span.range.count == words.utf8.count else { return nil }
            let blanks = atEnd ? words.reversed().prefix { $0 == " " }.count : words.prefix { $0 == " " }.count
            return blanks
        default: return nil
        }
    }
}
