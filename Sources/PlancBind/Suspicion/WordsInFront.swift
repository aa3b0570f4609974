import PlancDiagnostics
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource

/// Words before the time and the roles of a step, which are read as its first words: `8. T+4h @lead Ask`, `at once @lead Ask`.
struct WordsInFront {
    /// The words, without the space behind them.
    let words: Located<String>
    /// The line as it is meant: the time and the roles first.
    let line: [Inline]
    /// What makes it so in the source: the words go, and come again behind the head.
    private(set) var edits: [Fix.Edit]
    let isTimed: Bool

    /// - Parameter isItem: whether the line is a step, so that some words before a role alone are enough.
    init?(_ line: [Inline], isStep: Bool) {
        guard let first = line.first, case .text(let start) = first.content, !Self.isPlainTime(start) else {
            return nil
        }
        // The texts before what is no text, as one.
        let count = line.prefix { if case .text = $0.content { true } else { false } }.count
        guard count < line.count, line[count].isMention else { return nil }
        let texts = Array(line[..<count])
        guard texts.allSatisfy({ $0.span.range.count == [$0].plainText.utf8.count }) else { return nil }
        let text = texts.plainText
        guard text.utf8.count <= 60, text.last?.isWhitespace ?? false else { return nil }
        let time: Int
        if let inside = HeadInside(line), inside.index < count, !inside.isBehindHead {
            time = texts[..<inside.index].reduce(0) { $0 + [$1].plainText.utf8.count } + inside.offset
        } else if isStep, Self.isOfTime(text) {
            time = text.utf8.count
        } else {
            return nil
        }
        let front = String(Substring(text.utf8.prefix(time))).trimmingSpaces
        // "within 15 minutes" is read as a time.
        if Corrections.spoken(front) != nil { return nil }
        guard !front.isEmpty, front.split(whereSeparator: \.isWhitespace).count <= 4, !Self.isHead(front) else {
            return nil
        }
        let (before, timed) = StepLine.split(texts, at: time)
        // The roles, and a time or a colon behind them.
        var end = count + 1
        while end + 1 < line.count, line[end + 1].isMention,
            case .text(let joint) = line[end].content,
            joint.allSatisfy({ $0.isWhitespace || ",&+/".contains($0) }) || StepHead.isJoint(joint.trimmingSpaces)
        { end += 2 }
        var tail = Array(line[end...])
        var head = timed + line[count..<end]
        if case .text(let behind)? = tail.first?.content, tail[0].span.range.count == behind.utf8.count {
            let blanks = behind.prefix { $0.isWhitespace }
            var length = 0
            if let near = NearTime(behind.dropFirst(blanks.count)) {
                length = blanks.utf8.count + near.range.upperBound
            }
            if String(Substring(behind.utf8.dropFirst(length))).first == ":" { length += 1 }
            if length > 0 {
                let (kept, rest) = StepLine.split([tail[0]], at: length)
                head += kept
                tail = rest + tail.dropFirst()
            }
        }
        guard let last = head.last?.span, let start = before.first?.span else { return nil }
        let file = start.file
        let upper = Int(timed.first?.span.lower ?? line[count].span.lower)
        words = Located(front, Span(file, Int(start.lower), Int(start.lower) + front.utf8.count))
        isTimed = !timed.isEmpty
        edits = [Fix.Edit(Span(file, Int(start.lower), upper), "")]
        // A sign alone says nothing.
        let isSign = !front.contains { $0.isLetter || $0.isNumber }
        self.line = head + (isSign ? [] : [Inline(.text(" " + front), words.span)]) + tail
        if !isSign {
            edits.append(Fix.Edit(Span(file, Int(last.upper), Int(last.upper)), " " + front))
        }
    }

    /// Reports them.
    ///
    /// - Parameters:
    ///   - place: where the line begins, with its marks, if they are no step's.
    ///   - marks: what a step begins with there.
    func report(to binding: Binder, from place: Span? = nil, by marks: String = "") {
        var edits = edits
        let front = edits[0].span
        edits[0] = Fix.Edit(Span(front.file, Int(place?.lower ?? front.lower), Int(front.upper)), marks)
        binding.report(MalformedStep.inFront(words, edits: edits))
        if !isTimed, let first = line.first { binding.untimedSteps.insert(first.span) }
    }

    /// What a head may begin with: `?`, `#log`, `every 2h`, `10min`.
    private static func isHead(_ front: String) -> Bool {
        if front.allSatisfy({ $0 == "?" }) || front.hasPrefix("#") || front.hasPrefix("every ") { return true }
        if front.hasPrefix("@") || front.hasPrefix("[") || Corrections.rhythm(front) != nil { return true }
        if NearTime(front) != nil { return true }
        return !front.contains(" ") && (Corrections.duration(front) != nil || WrittenForms.time(front) != nil)
    }

    /// `at 2 pm`, `within 4 hours`, `X+4h`, `Day 1`, `at once`, `•`: no words of a step.
    private static func isOfTime(_ text: String) -> Bool {
        let tokens = text.lowercased().split(whereSeparator: \.isWhitespace)
        // A time among them is told where it is read: `by T+4h @lead`.
        guard let first = tokens.first, tokens.count <= 4, !tokens.contains(where: Self.isTime)
        else { return false }
        let hasNumber = text.contains { $0.isNumber }
        if atOnce.contains(tokens.joined(separator: " ").filter { $0 != ":" && $0 != "," && $0 != "!" }) { return true }
        if !hasNumber { return false }
        if first.first.map({ !$0.isLetter }) ?? false || StepHead.isTimeLead(String(first)) { return true }
        // `X+4h`, `T=0`; `Day 1`, `Step 8:`
        if tokens.count == 1 { return first.dropFirst().first.map { !$0.isLetter && !$0.isNumber } ?? false }
        return tokens.count == 2 && tokens[1].allSatisfy { !$0.isLetter }
    }

    /// `T+2h `: one word that can be but a time, as most heads begin.
    private static func isPlainTime(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.first == UInt8(ascii: "T"), let second = bytes.dropFirst().first, bytes.last == UInt8(ascii: " "),
            second == UInt8(ascii: "+") || second == UInt8(ascii: "-")
        else { return false }
        return !bytes.dropLast().contains(UInt8(ascii: " "))
    }

    private static func isTime(_ token: Substring) -> Bool {
        let word = token.drop { "~≈≤≥<>(".contains($0) }.uppercased()
        return NearTime(word) != nil
            || word.first.map { "TJDH".contains($0) } ?? false && "+-−–".contains(word.dropFirst().first ?? " ")
    }

    private static let atOnce = Set(LanguageRules.all.flatMap { $0.aliases().atOnce })
}
