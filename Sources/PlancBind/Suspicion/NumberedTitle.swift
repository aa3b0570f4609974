import PlancMarkup
import PlancSource

/// A line of its own that begins with the number of a part of a list: `2.1 Then`, `B. Evacuate`, `IV) Afterwards`. (Markdown takes
/// `2. Then` for a list, which is read elsewhere.)
struct NumberedTitle {
    /// How many numbers stand one behind the other: two of `2.1`.
    let depth: Int

    /// - Parameter isAmongNumbers: whether other headings begin with a number, so that one needs no full stop.
    init?(_ line: [Inline], isAmongNumbers: Bool) {
        guard case .text(let start)? = line.first?.content, let first = start.unicodeScalars.first,
            ("0"..."9").contains(first) || ("A"..."Z").contains(first)
        else { return nil }
        let text = line.plainText
        guard text.utf8.count <= 60, !text.contains("\n"), !".!?;,:".contains(text.last ?? "."),
            !line.contains(where: \.isMention)
        else { return nil }
        let number = text.prefix { $0.isLetter || $0.isNumber || ".)".contains($0) }
        let gap = text.dropFirst(number.count)
        guard gap.first == " ", let letter = gap.dropFirst().first, letter.isUppercase else { return nil }
        let parts = number.split(omittingEmptySubsequences: true) { ".)".contains($0) }
        let isClosed = ".)".contains(number.last ?? " ")
        if first.properties.numericType != nil {
            guard parts.count > 1, parts.allSatisfy({ $0.utf8.count <= 2 && $0.allSatisfy(\.isNumber) }),
                isClosed || isAmongNumbers
            else { return nil }
        } else {
            // "A. Martin" is a person: a single letter needs others.
            let isRoman = number.count > 2 && parts.first?.allSatisfy { "IVX".contains($0) } ?? false
            guard isClosed, parts.count == 1, isRoman || parts[0].count == 1 && isAmongNumbers else { return nil }
        }
        depth = parts.count
    }

    /// Whether a heading, or a line above steps, begins as one of these.
    static func isNumbered(_ block: Block) -> Bool {
        switch block.content {
        case .list(let list): return list.isOrdered && !list.items.contains { $0.task != nil }
        case .heading(_, let inlines):
            let number = inlines.plainText.prefix { !$0.isWhitespace }
            guard let first = number.first else { return false }
            return first.isNumber && number.allSatisfy { $0.isNumber || ".):".contains($0) }
                || number.count == 2 && first.isUppercase && ".)".contains(number.last ?? " ")
        default: return false
        }
    }
}
