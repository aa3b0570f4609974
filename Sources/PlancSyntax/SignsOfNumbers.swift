import PlancDiagnostics
import PlancMarkup
import PlancSource

// `> 4 h`, `- 18 °C`, `- 10 %`, `+ 3 people` at the beginning of a line: signs of the number, which Markdown takes for its own.

extension BodyReader {
    /// `> 4 h of outage: call the office`: a quotation of one line that begins with a number.
    mutating func checkGreater(_ lower: Int, _ blocks: [Block]) {
        guard blocks.count == 1, case .paragraph(let inlines)? = blocks.first?.content,
            let number = number(inlines, in: blocks[0].span), number > lower
        else { return }
        report(UnprintedText.sign(">", at: span(lower, lower + 1), Fix.Edit(span(lower, lower + 1), "\\>")))
    }

    /// `- 18 °C: alarm`, `+ 3 people: evacuate`: a list of one item that begins with a number; and one item among steps.
    mutating func checkSign(_ list: List) {
        if list.items.count == 1 {
            checkSign(list.items[0], isAlone: true)
            return
        }
        for place in list.items.indices.dropFirst() where list.items[place - 1].task != nil {
            let isAlone = place + 1 == list.items.count || list.items[place + 1].task != nil
            if isAlone, list.items[place].task == nil { checkSign(list.items[place], isAlone: false) }
        }
    }

    private mutating func checkSign(_ item: List.Item, isAlone: Bool) {
        guard item.task == nil,
            case .paragraph(let inlines)? = item.blocks.first?.content,
            let number = number(inlines, in: item.blocks[0].span)
        else { return }
        let lower = Int(item.span.lower)
        switch bytes[lower] {
        case UInt8(ascii: "+") where isAlone || goesOn(item):
            report(UnprintedText.sign("+", at: span(lower, lower + 1), Fix.Edit(span(number, number), "+")))
        case .dash where isAlone ? isOf("°", number) : (isOf("°", number) || isOf("%", number)) && goesOn(item):
            report(UnprintedText.sign("-", at: span(lower, lower + 1), Fix.Edit(span(number, number), "−")))
        default: break
        }
    }

    /// Where the number stands that a paragraph of one line begins with; nil of the number of an item.
    private func number(_ inlines: [Inline], in place: Span) -> Int? {
        guard let first = inlines.first, case .text = first.content, case let lower = Int(place.lower),
            bytes[lower].isDigit,
            !inlines.contains(where: { if case .softBreak = $0.content { true } else { false } })
        else { return nil }
        return lower
    }

    /// Whether an item goes on with a sentence: nothing ends the line above it.
    private func goesOn(_ item: List.Item) -> Bool {
        var i = Int(item.span.lower) - 1
        while i >= 0, bytes[i].isBlank { i -= 1 }
        guard i >= 0, bytes[i] == .lineFeed else { return false }
        i -= 1
        while i >= 0, bytes[i].isBlank || bytes[i] == UInt8(ascii: "\r") { i -= 1 }
        // A letter of any script, or a number.
        return i >= 0 && (bytes[i].isAlphanumeric || bytes[i] >= 0x80)
    }

    /// Whether a unit follows a number.
    private func isOf(_ unit: String, _ number: Int) -> Bool {
        var i = number
        while i < bytes.count, bytes[i].isDigit || bytes[i] == UInt8(ascii: ",") || bytes[i] == UInt8(ascii: ".") {
            i += 1
        }
        for space in [[0x20], [0xC2, 0xA0], [0xE2, 0x80, 0xAF]] as [[UInt8]]
        where bytes[min(i, bytes.count)...].starts(with: space) {
            i += space.count
        }
        return bytes[min(i, bytes.count)...].starts(with: unit.utf8)
    }
}
