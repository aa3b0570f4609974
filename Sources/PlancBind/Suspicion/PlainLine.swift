import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// Finds lines and items without a box, a time at their beginning or any other mark of a step that give somebody something to do
/// all the same.
struct PlainLine {
    let binding: Binder

    // MARK: Items

    /// `- Lead: call the press`, `- Call the press (T+4h, @lead)`, `- Then T+4h @lead Call`: an item at the margin, reported; the
    /// words of the step that it is read as, nil where it stays what it is.
    ///
    /// - Parameter isAmongSteps: whether steps stand in the same list.
    func step(_ line: [Inline], of item: List.Item, isAmongSteps: Bool) -> [Inline]? {
        guard let first = line.first, !reportCrossedOut(line) else { return nil }
        if line.count == 1, isAmongSteps, ["[ ]", "[]", "[x]"].contains(line.plainText.trimmingSpaces) {
            binding.report(MalformedStep.empty(at: item.span))
            return nil
        }
        if let front = WordsInFront(line, isStep: false) {
            front.report(to: binding, from: item.span, by: "- [ ] ")
            return front.line
        }
        if isAmongSteps, let words = titled(line, of: item) { return words }
        if namesTimeAndRole(line, isAmongSteps: isAmongSteps) {
            binding.report(
                MalformedStep.headInside(
                    at: first.span.union(line[line.count - 1].span), bracketsBehind(line, of: item)))
        }
        return nil
    }

    /// `- Lead: call the press`
    private func titled(_ line: [Inline], of item: List.Item) -> [Inline]? {
        guard let first = line.first, case .text(let text) = first.content, first.span.range.count == text.utf8.count,
            let colon = text.firstIndex(of: ":"), text[..<colon].utf8.count <= 60,
            text[text.index(after: colon)...].drop(while: \.isWhitespace).first?.isLetter
                ?? (text[text.index(after: colon)...].isEmpty ? false : line.count > 1)
        else { return nil }
        let name = String(text[..<colon]).trimmingSpaces
        guard let role = binding.role(named: name) else { return nil }
        let length = text[...colon].utf8.count
        let end = Int(first.span.lower) + length
        let marks = Span(first.span.file, Int(item.span.lower), end)
        binding.report(MalformedStep.finding(at: marks, by: "- [ ] @\(role)"))
        let (_, rest) = StepLine.split([first], at: length)
        let mention = Inline(.roleMention(role), Span(first.span.file, Int(first.span.lower), end))
        binding.untimedSteps.insert(mention.span)
        return [mention] + rest + line.dropFirst()
    }

    /// Whether a time and a role are among the words: in brackets, or anywhere where steps stand beside them.
    ///
    /// - Parameter isAmongSteps: whether steps stand beside them.
    func namesTimeAndRole(_ line: [Inline], isAmongSteps: Bool) -> Bool {
        guard isAmongSteps || line.plainText.utf8.contains(UInt8(ascii: "(")) else { return false }
        var hasTime = false
        var hasRole = false
        var isInBrackets = false
        for inline in line {
            switch inline.content {
            case .roleMention: if isAmongSteps || isInBrackets { hasRole = true }
            case .text(let text):
                for (place, part) in text.split(separator: "(", omittingEmptySubsequences: false).enumerated() {
                    if place > 0 { isInBrackets = true }
                    let pieces = part.split(separator: ")", omittingEmptySubsequences: false)
                    for (number, piece) in pieces.enumerated() {
                        if number > 0 { isInBrackets = false }
                        guard isAmongSteps || isInBrackets else { continue }
                        let words = piece.split { $0.isWhitespace || ",;".contains($0) }
                        if words.contains(where: { Offset(notation: String($0)) != nil }) { hasTime = true }
                        guard isInBrackets else { continue }
                        let names = piece.split { ",;".contains($0) }.map { String($0).trimmingSpaces }
                        if names.contains(where: { binding.role(named: $0) != nil }) { hasRole = true }
                    }
                }
            default: break
            }
        }
        return hasTime && hasRole
    }

    /// `- Call the press (T+4h, @lead)`: what writes the item as a step, where the brackets end it and hold nothing else.
    private func bracketsBehind(_ line: [Inline], of item: List.Item) -> Fix.Edit? {
        guard item.blocks.count == 1, let first = line.first, let last = line.last else { return nil }
        let place = Span(first.span.file, Int(item.span.lower), Int(last.span.upper))
        let text = binding.sources.text(first.span.union(last.span))
        guard text.last == ")", let open = text.lastIndex(of: "("), text[..<open].last?.isWhitespace ?? false
        else { return nil }
        let parts = text[text.index(after: open)...].dropLast().split { ",;/".contains($0) }.flatMap { part in
            let whole = String(part).trimmingSpaces
            return binding.role(named: whole) != nil ? [whole] : whole.split(separator: " ").map(String.init)
        }
        let times = parts.filter { Offset(notation: $0) != nil }
        let roles = parts.filter { Offset(notation: $0) == nil }.map { part in
            binding.role(named: part.hasPrefix("@") ? String(part.dropFirst()) : part)
        }
        guard times.count == 1, !roles.isEmpty, !roles.contains(nil) else { return nil }
        let head = times + roles.compactMap { role in role.map { "@" + $0 } }
        return Fix.Edit(place, "- [ ] \(head.joined(separator: " ")) \(String(text[..<open]).trimmingSpaces)")
    }

    // MARK: Below a step

    /// `- @site: Check the pumps` below a step of another role: reported; the words of the sub-step that it is read as. The words of an
    /// answer that have a time and a role of their own are reported alone.
    ///
    /// - Parameter owners: who does the step.
    func substep(_ line: [Inline], of item: List.Item, below owners: Set<String>) -> [Inline]? {
        if let first = line.first, case .roleMention(let id) = first.content {
            guard !owners.contains(id), binding.declared[.role, id] != nil, line.count > 1,
                case .text(let text) = line[1].content,
                case let words = text.drop(while: \.isWhitespace), words.first == ":",
                words.dropFirst().drop(while: \.isWhitespace).first?.isLetter ?? false
            else { return nil }
            let marks = Span(first.span.file, Int(item.span.lower), Int(first.span.lower))
            binding.report(MalformedStep.finding(at: marks))
            binding.untimedSteps.insert(first.span)
            return line
        }
        guard let inside = HeadInside(line), case .roleMention(let id) = line[inside.index + 1].content,
            !owners.contains(id)
        else { return nil }
        binding.report(MalformedStep.inAnswer(at: inside.span))
        return nil
    }

    // MARK: Lines

    /// `@lead Call the press`: a line at the margin, below a step, that begins with a role and the words of a step.
    func isOwned(_ line: [Inline], _ item: List.Item?) -> Bool {
        guard let first = line.first, case .roleMention(let id) = first.content, binding.declared[.role, id] != nil,
            line.count > 1, case .text(let text) = line[1].content
        else { return false }
        let words = text.drop { $0.isWhitespace || $0 == ":" }
        guard words.first?.isUppercase ?? false || text.contains(":") && words.first?.isLetter ?? false else {
            return false
        }
        let bytes = binding.sources[first.span.file].bytes
        let margin = Margin(before: first.span, in: bytes)
        return margin.blanks.upper == first.span.lower
            && margin.width <= (item.map { Margin(before: $0.span, in: bytes).width } ?? 0)
    }

    /// `~~- [ ] T+2h @site Check~~`: a whole step that is crossed out, reported; false for other lines.
    func reportCrossedOut(_ line: [Inline]) -> Bool {
        guard let first = line.first, case .strikethrough(let children) = first.content,
            Array(line.dropFirst()).plainText.allSatisfy(\.isWhitespace), children.contains(where: \.isMention),
            let head = NearHead(children), head.hasTime || head.hasBox && head.hasRole
        else { return false }
        binding.report(MalformedStep.crossedOutLine(at: first.span, deleting: binding.line(first.span)))
        return true
    }
}

extension Binder {
    /// The line of a step that has one alone, with its end; nil of a step with more.
    func line(of item: List.Item) -> Span? {
        guard item.blocks.count == 1, case .paragraph(let inlines) = item.blocks[0].content,
            let first = inlines.first, let last = inlines.last
        else { return nil }
        return line(first.span.union(last.span))
    }

    /// The line that a place ends, with its end; nil of a place that goes over several.
    func line(_ place: Span) -> Span? {
        let bytes = sources[place.file].bytes
        guard !bytes[place.range].contains(UInt8(ascii: "\n")) else { return nil }
        var (lower, upper) = (Int(place.lower), Int(place.upper))
        while lower > 0, bytes[lower - 1] != UInt8(ascii: "\n") { lower -= 1 }
        while upper < bytes.count, [0x20, 0x09, 0x0D].contains(bytes[upper]) { upper += 1 }
        if upper < bytes.count {
            guard bytes[upper] == UInt8(ascii: "\n") else { return nil }
            upper += 1
        }
        return Span(place.file, lower, upper)
    }

    /// The role that a name stands for: its id, however it is written, or its title.
    func role(named name: String) -> String? {
        guard let id = Form.id(from: name) else { return nil }
        return declared[.role, id] != nil ? id : facts.namedThings.value.id(name, .role)
    }
}
