import PlancDiagnostics
import PlancMarkup
import PlancSource

// What almost is a list, or a table between tabs or bars.

extension NearTexts {
    /// `a) …` above `b) …`, `• …` above `• …`: lines that begin with what begins no item in Markdown, and run on as one.
    ///
    /// - Parameter isInItem: whether the lines belong to an item of a list.
    func checkLines(_ inlines: [Inline], isInItem: Bool) {
        let lines = Line.all(inlines)
        guard lines.count > 1 else { return }
        var first = 0
        while first + 1 < lines.count {
            guard let marker = lines[first].marker, !marker.isEmpty else {
                first += 1
                continue
            }
            var end = first + 1
            while end < lines.count, lines[end].marker == marker { end += 1 }
            if end - first > 1 {
                // Steps that somebody wrote in such lines are reported as steps.
                if isChecklist, lines[first..<end].contains(where: \.isStep) { return }
                return report(lines[first..<end], isInItem: isInItem)
            }
            first = end
        }
        checkColumns(lines)
    }

    private func report(_ lines: ArraySlice<Line>, isInItem: Bool) {
        let edits = lines.compactMap { line -> Fix.Edit? in
            let margin = Margin(before: line.span, in: binding.sources[line.span.file].bytes)
            let isAtMargin = Int(margin.blanks.upper) == Int(line.span.lower)
            if isInItem, !isAtMargin || margin.width < 2 { return nil }
            return Fix.Edit(line.span, line.isBullet ? "- " : "- " + line.written)
        }
        let (first, last) = (lines[lines.startIndex], lines[lines.endIndex - 1])
        binding.report(
            MalformedList.finding(
                at: first.span.union(last.whole), first.written.trimmingSpaces,
                edits: edits.count == lines.count ? edits : []))
    }

    /// Lines whose cells are parted by tabs, or by bars in the middle.
    private func checkColumns(_ lines: [Line]) {
        for sign in ["\t", " | "] {
            let counts = lines.map { $0.text.components(parted: sign) }
            guard
                let first = counts.indices.dropLast().first(where: { counts[$0] > 0 && counts[$0] == counts[$0 + 1] }),
                sign == "\t"
                    || lines[(first + 1)...].contains(where: \.hasFigure)
                        && !lines.contains(where: { $0.text.hasPrefix("|") })
            else { continue }
            if isChecklist, lines[first...].contains(where: \.hasTime) { return }
            let rule = "|" + String(repeating: " --- |", count: counts[first] + 1)
            binding.report(MalformedTable.finding(at: lines[first].whole, rule: rule, isBelowStep: false, edit: nil))
            return
        }
    }

    /// A line of a paragraph that runs on, and what it begins with.
    private struct Line {
        /// The first text of it.
        var text: String
        /// The kind of the marker that it begins with.
        var marker: String?
        /// The marker, with the blanks behind it.
        var written: String
        /// Where that stands, and the whole line.
        var span: Span
        var whole: Span
        /// Whether the marker is a sign that stands for `-`.
        var isBullet: Bool
        /// Whether there is a number in it, as in the rows of most tables, and hardly in lines that bars stand in by chance.
        var hasFigure: Bool { text.contains { $0.isASCII && $0.isNumber } }
        /// Whether a time of a step follows the marker.
        var isStep: Bool { NearTime(Substring(text.utf8.dropFirst(written.utf8.count))) != nil }

        /// Whether one of its cells begins with a time of a step.
        var hasTime: Bool {
            text.split(whereSeparator: { $0 == "\t" || $0 == "|" }).contains {
                NearTime($0.drop(while: \.isWhitespace)) != nil
            }
        }

        static func all(_ inlines: [Inline]) -> [Line] {
            guard inlines.contains(where: { if case .softBreak = $0.content { true } else { false } }) else {
                return []
            }
            return inlines.split { if case .softBreak = $0.content { true } else { false } }.compactMap { Line($0) }
        }

        private init?(_ inlines: ArraySlice<Inline>) {
            guard let first = inlines.first, let last = inlines.last else { return nil }
            whole = first.span.union(last.span)
            (text, written, isBullet, marker) = ("", "", false, nil)
            span = Span(first.span.file, Int(first.span.lower), Int(first.span.lower))
            guard case .text(let words) = first.content, first.span.range.count == words.utf8.count else { return }
            text = words
            guard let found = Self.marker(Array(words.unicodeScalars.prefix(16))) else { return }
            marker = found.kind
            isBullet = found.isBullet
            written = String(String.UnicodeScalarView(words.unicodeScalars.prefix(found.count)))
            span = Span(first.span.file, Int(first.span.lower), Int(first.span.lower) + written.utf8.count)
        }

        /// The kind of the marker at the beginning of a line, and how many scalars it has with the blanks behind it.
        private static func marker(_ line: [Unicode.Scalar]) -> (kind: String, count: Int, isBullet: Bool)? {
            guard let first = line.first else { return nil }
            func end(_ count: Int) -> Int? {
                var end = count
                while end < line.count, NearTime.isSpace(line[end]) || line[end] == "\t" { end += 1 }
                return end > count && end < line.count ? end : nil
            }
            if "•◦‣▪■●○➔➢➤→⇒☐☑✓✔–—\u{F0B7}\u{F0A7}\u{F0D8}".unicodeScalars.contains(first) {
                return end(1).map { (String(first), $0, true) }
            }
            if first == "o", line.count > 2, line[1] == "\t" { return end(1).map { ("o", $0, true) } }
            var i = 0
            while i < line.count, ("0"..."9").contains(line[i]) { i += 1 }
            if i > 0 {
                if i > 2 || i == line.count { return nil }
                if line[i] == "/" { return end(i + 1).map { ("1/", $0, false) } }
                if line[i] == "°" {
                    let next = i + 1 < line.count && line[i + 1] == ")" ? i + 2 : i + 1
                    return end(next).flatMap { isLetter(line[$0]) ? ("1°", $0, false) : nil }
                }
                var parts = 0
                while i + 1 < line.count, line[i] == ".", ("0"..."9").contains(line[i + 1]) {
                    i += 1
                    parts += 1
                    while i < line.count, ("0"..."9").contains(line[i]) { i += 1 }
                }
                if parts == 0 { return nil }
                if i < line.count, line[i] == "." { i += 1 }
                return end(i).flatMap { isLetter(line[$0]) ? ("1.1", $0, false) : nil }
            }
            let letters = line.prefix { ("a"..."z").contains($0) }.count
            let isRoman = line.prefix(letters).allSatisfy { "ivx".unicodeScalars.contains($0) }
            guard letters == 1 || letters > 1 && letters < 5 && isRoman, letters < line.count else { return nil }
            guard line[letters] == ")" || line[letters] == "." else { return nil }
            return end(letters + 1).map { ("a" + String(line[letters]), $0, false) }
        }

        private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }
    }
}

extension String {
    /// How many signs part it, of which none begins or ends it.
    fileprivate func components(parted sign: String) -> Int {
        guard contains(sign) else { return 0 }
        let parts = split(separator: sign, omittingEmptySubsequences: false)
        return parts.contains { $0.allSatisfy(\.isWhitespace) } ? 0 : parts.count - 1
    }
}
