import PlancDocument
import PlancSource

/// One line: its fragments from left to right.
struct Line {
    var fragments: ArraySlice<Fragment>
    var width: Double
}

extension Paragraph {
    /// Lines no wider than `width`. What cannot be cut at a good place is cut anywhere: nothing leaves the column.
    func lines(width: Double, typesetter: Typesetter) -> [Line] {
        let limit = max(width, 1) + 0.01
        let pieces = fragments.contains { $0.width > limit } ? cut(to: limit, typesetter) : fragments
        var lines: [Line] = []
        var start = 0
        var used = 0.0
        var lastBreak = -1
        var place = 0
        func close(_ end: Int) {
            var last = end
            while last > start, pieces[last - 1].isSpace || pieces[last - 1].isLineBreak { last -= 1 }
            var first = start
            while first < last, pieces[first].isSpace { first += 1 }
            var taken = pieces[first..<last]
            let width = taken.reduce(0) { $0 + $1.width }
            // The space at which a line ends is kept, without width: those who listen need it between two words.
            if last > first, last < end, pieces[last].isSpace, end < pieces.count, !hasLevels {
                var space = pieces[last]
                space.width = 0
                taken.append(space)
            }
            lines.append(Line(fragments: taken, width: width))
        }
        while place < pieces.count {
            let piece = pieces[place]
            if piece.isLineBreak {
                close(place)
                start = place + 1
                (used, lastBreak) = (0, -1)
                place += 1
                continue
            }
            if used + piece.width > limit, !piece.isSpace, place > start, used > 0 {
                let end = lastBreak > start ? lastBreak : place
                close(end)
                start = end
                place = end
                (used, lastBreak) = (0, -1)
                continue
            }
            // Spaces at the start of a line take no room.
            if !(piece.isSpace && used == 0) { used += piece.width }
            if piece.canBreakAfter { lastBreak = place + 1 }
            place += 1
        }
        if start < pieces.count { close(pieces.count) }
        if hasLevels {
            for index in lines.indices {
                let base = isRightToLeft ? 1 : 0
                lines[index].fragments = reorder(Array(lines[index].fragments)) { max(Int($0.level), base) }[...]
            }
        }
        return lines
    }

    private var hasLevels: Bool { isRightToLeft || fragments.contains { $0.level > 0 } }

    /// Words wider than a line, in pieces that fit: after marks of punctuation if there are, else anywhere.
    private func cut(to limit: Double, _ typesetter: Typesetter) -> [Fragment] {
        var result: [Fragment] = []
        for (place, fragment) in fragments.enumerated() {
            guard fragment.width > limit else {
                result.append(fragment)
                continue
            }
            switch fragment.kind {
            case .word(let index): cutWord(Int(index), fragment, limit, typesetter, &result)
            case .blank(let label, let size):
                var shorter = fragment
                let labelWidth = label.reduce(0) { $0 + typesetter.words[Int($1)].width } * size / 1000
                // A full stop that belongs to it stays on its line.
                let sign = fragment.canBreakAfter || place + 1 >= fragments.count ? 0 : fragments[place + 1].width
                shorter.width = limit - 0.02 - (sign < limit * 0.2 ? sign : 0)
                let fitting = labelWidth > shorter.width - 2 ? size * max(shorter.width - 2, 1) / labelWidth : size
                shorter.kind = .blank(label: label, labelSize: fitting)
                result.append(shorter)
            default: result.append(fragment)
            }
        }
        return result
    }

    private func cutWord(
        _ index: Int, _ fragment: Fragment, _ limit: Double, _ typesetter: Typesetter, _ result: inout [Fragment]
    ) {
        let style = styles[Int(fragment.style)]
        func width(_ text: ArraySlice<Character>) -> Double {
            typesetter.width(String(text), style.face) * style.size / 1000
        }
        var rest = Array(typesetter.words[index].text)[...]
        while !rest.isEmpty {
            // As many characters as fit, found by doubling and halving: what is far beyond the line is not measured again.
            var most = min(8, rest.count)
            while most < rest.count, width(rest.prefix(most)) <= limit { most = min(2 * most, rest.count) }
            var count = (2..<most + 1).partitioningIndex { width(rest.prefix($0)) <= limit } - 1
            if count < rest.count, let joint = rest.prefix(count).lastIndex(where: { "/.-_?&=@:,".contains($0) }),
                joint - rest.startIndex >= count / 2
            {
                count = joint - rest.startIndex + 1
            }
            for word in typesetter.shape(String(rest.prefix(count)), style.face) {
                var piece = fragment
                piece.kind = .word(Int32(word))
                piece.width = typesetter.words[word].width * style.size / 1000
                piece.canBreakAfter = true
                result.append(piece)
            }
            rest.removeFirst(count)
        }
    }
}

extension Fragment {
    var isLineBreak: Bool { if case .lineBreak = kind { true } else { false } }
}
