import PlancDiagnostics
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

/// What stands before the words of a step, in any order: when, how often, who, and whether it is a decision.
struct StepHead {
    var offset: Located<Offset>?
    var rhythm: Located<TimeAmount>?
    var roles: [Reference] = []
    var isDecision = false
    /// `#log`: what the step is for.
    var meanings: [Located<StepMeaning>] = []
    /// Whether a time or a role stands there that could not be understood.
    var hasUnreadTime = false
    var hasUnreadRole = false

    let binding: Binder
    /// What has not been read yet; of a text that comes first, `front` bytes have been.
    var rest: ArraySlice<Inline>
    private var front = 0
    /// Whether a role was named, be it one that exists or not.
    var hasMention = false

    init(_ inlines: [Inline], binding: Binder) {
        rest = inlines[...]
        self.binding = binding
    }

    /// The words.
    var words: [Inline] {
        var words = Array(rest)
        if front > 0, let first = words.first, case .text(let whole) = first.content {
            let text = String(Substring(whole.utf8.dropFirst(front)))
            words[0] = Inline(.text(text), first.span.dropping(whole, keeping: text))
        }
        return words
    }

    mutating func read() {
        while let first = rest.first {
            switch first.content {
            case .roleMention(let id):
                passFirst()
                hasMention = true
                if case .found(let role) = binding.follow(EntityReference(.role, id)) {
                    if roles.contains(where: { $0.id == role.id }) { reportTwice(role.id, at: first.span) }
                    roles.append(Reference(role.id, first.span))
                } else {
                    hasUnreadRole = true
                }
            case .text(var text):
                guard text.withUTF8({ readWords(WrittenText(bytes: $0, span: first.span)) }) else { return }
                passFirst()
            case .softBreak: passFirst()
            case .strong(let children) where readHead(of: children, marked: Inline.Content.strong): break
            case .emphasis(let children) where readHead(of: children, marked: Inline.Content.emphasis): break
            case .strong(let children), .emphasis(let children):
                guard readMarked(children, first.span) else { return }
                passFirst()
            case .strikethrough(let children):
                guard readCrossedOut(children, first.span) else { return }
                passFirst()
            case .code(let text):
                guard readMarked([Inline(.text(text), first.span)], first.span) else { return }
                passFirst()
            default: return
            }
        }
    }

    /// A time, a role or a mark in bold, or as code: what is marked so is read as words; false where it is something else.
    private mutating func readMarked(_ children: [Inline], _ span: Span) -> Bool {
        if children.count == 1, case .roleMention(let id) = children[0].content,
            case .found(let role) = binding.follow(EntityReference(.role, id))
        {
            hasMention = true
            roles.append(Reference(role.id, children[0].span))
            return true
        }
        let text = children.plainText
        if readNearMark(Located(text, span)) { return true }
        guard let near = NearTime(text), near.range.upperBound == text.utf8.count else { return false }
        readOffset(Located(near.core, span))
        return true
    }

    /// `~~@site~~ @lead`: who, or when, crossed out before the words, reported; false where words are.
    private func readCrossedOut(_ children: [Inline], _ span: Span) -> Bool {
        let words = children.plainText.split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty, rest.count > 1, !Array(rest).isCrossedOut,
            words.allSatisfy({ $0.hasPrefix("@") || NearTime($0) != nil })
        else { return false }
        var upper = Int(span.upper)
        if case .text(let behind) = rest[rest.startIndex + 1].content, behind.first == " " { upper += 1 }
        binding.report(MalformedStep.crossedOutHead(at: span, removing: Span(span.file, Int(span.lower), upper)))
        return true
    }

    /// `**T+30min @lead** Close the doors`, `**T+30min @lead Close the doors**`: a whole head in bold, read as words; what follows
    /// in it stays bold. False, and nothing is read, where it is something else.
    private mutating func readHead(of children: [Inline], marked: ([Inline]) -> Inline.Content) -> Bool {
        if children.count == 1, !hasMention {
            switch children[0].content {
            case .strong(let inner), .emphasis(let inner): return readHead(of: inner, marked: marked)
            default: return false
            }
        }
        guard !hasMention,
            children.contains(where: { if case .roleMention = $0.content { true } else { false } }),
            NearTime(children.plainText)?.range.lowerBound == 0 || children[0].isMention
        else { return false }
        var inner = StepHead(children, binding: binding)
        inner.read()
        offset = offset ?? inner.offset
        rhythm = rhythm ?? inner.rhythm
        roles += inner.roles
        meanings += inner.meanings
        isDecision = isDecision || inner.isDecision
        hasMention = inner.hasMention
        hasUnreadTime = hasUnreadTime || inner.hasUnreadTime
        hasUnreadRole = hasUnreadRole || inner.hasUnreadRole
        passFirst()
        let words = inner.words
        if let first = words.first, let last = words.last {
            rest.insert(Inline(marked(words), first.span.union(last.span)), at: rest.startIndex)
        }
        return true
    }

    private mutating func passFirst() {
        rest.removeFirst()
        front = 0
    }

    /// Takes what comes before the words of the step off a text; false when they begin in it.
    private mutating func readWords(_ text: WrittenText) -> Bool {
        var at = 0
        while true {
            at = text.pastGaps(at)
            if at == text.bytes.count { return true }
            let word = text.word(at: at)
            if joinsRoles(word, text) {
                at = word.upperBound
                continue
            }
            if hasMention, let end = readOtherOwner(at, text) {
                at = end
                continue
            }
            if hasMention,
                let end = readRestOfTitle(at, text) ?? readTitledOwner(word, text) ?? readStraySign(word, text)
            {
                at = end
                continue
            }
            if let end = readLoneJoint(word, text) ?? readTimeInWords(word, text) ?? readSecondTime(word, text) {
                at = end
                continue
            }
            if text.holds(word, "?"), !isDecision {
                isDecision = true
            } else if let end = readNearDecision(word, text) {
                at = end
                continue
            } else if let end = readMeaning(word, text) {
                at = end
                continue
            } else if rhythm == nil, let end = readRhythm(word, text) {
                at = end
                continue
            } else if offset == nil, let near = longTime(word, text) {
                // `T + 10 min`, `(T+10min)`, `T+1h 30min`: more than one word, or signs around it.
                let place = at..<at + near.range.upperBound
                readOffset(text.located(place), meaning: near.core)
                at = place.upperBound
                continue
            } else if Self.looksLikeOffset(text.bytes[word]) {
                readOffset(text.located(word))
            } else if isClock(word, text) {
                readOffset(text.located(word))
            } else if let end = readTimeSpoken(at, text) ?? readNearRole(at, text) ?? readLoneSign(word, text) {
                at = end
                continue
            } else {
                front = at
                return false
            }
            at = word.upperBound
        }
    }

    /// A time that is not written as one.
    private func longTime(_ word: Range<Int>, _ text: WrittenText) -> NearTime? {
        let written = text.located(word).value
        guard Offset(notation: written) != nil else { return NearTime(text.rest(from: word.lowerBound)) }
        guard text.pastGaps(word.upperBound) < text.bytes.count, rest.count > 1, rest[rest.startIndex + 1].isMention,
            let near = NearTime(text.rest(from: word.lowerBound)), near.core.utf8.count > written.utf8.count
        else { return nil }
        return near
    }

    /// `@lead @lead`
    private func reportTwice(_ id: String, at span: Span) {
        guard let first = roles.first(where: { $0.id == id }), let last = roles.last else { return }
        let lower = min(Int(last.span.upper), Int(span.lower))
        binding.report(
            DuplicateID.finding(
                twice: Located("@" + id, span), first: first.span, removing: Span(span.file, lower, Int(span.upper))))
    }

    /// `@ Close the doors`: the sign of a role without a name, reported; the end of it.
    mutating func readLoneSign(_ word: Range<Int>, _ text: WrittenText, behind joint: Int? = nil) -> Int? {
        guard text.bytes[word.lowerBound] == UInt8(ascii: "@"), word.count == 1 || text.holds(word, "@,") else {
            return nil
        }
        let end = text.pastGaps(word.upperBound)
        // Without the sign of the only role meant the step would be nobody's.
        let isNamed = hasMention || end == text.bytes.count && rest.count > 1 && rest[rest.startIndex + 1].isMention
        // What joined it to the role before goes with it.
        let place = text.place(of: (joint ?? word.lowerBound)..<end)
        binding.report(MalformedStep.loneSign(at: text.place(of: word), removing: isNamed ? place : nil))
        if !hasMention { hasUnreadRole = true }
        binding.mendedCount += 1
        return end
    }

    /// `?Pay`: the mark of a decision without its space; `??`, `？`, `❓`.
    private mutating func readNearDecision(_ word: Range<Int>, _ text: WrittenText) -> Int? {
        if !isDecision, word.count > 1, word.count <= 9, case let written = text.located(word),
            written.value.unicodeScalars.allSatisfy({ Self.questionMarks.contains($0) })
        {
            isDecision = true
            binding.mendedCount += 1
            binding.report(MalformedStep.decision(written))
            return word.upperBound
        }
        guard !isDecision, word.count > 1, text.bytes[word.lowerBound] == UInt8(ascii: "?") else { return nil }
        let next = text.bytes[word.lowerBound + 1]
        guard next >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20) else { return nil }
        isDecision = true
        binding.mendedCount += 1
        binding.report(MalformedStep.decision(at: text.place(of: word.lowerBound..<word.lowerBound + 1)))
        return word.lowerBound + 1
    }

    private static let questionMarks: Set<Unicode.Scalar> = ["?", "？", "❓", "❔", "¿", "⁇", "\u{FE0F}"]

    /// `15h30` or `10min` before a role: a time, and none counted from T0.
    private func isClock(_ word: Range<Int>, _ text: WrittenText) -> Bool {
        guard offset == nil, !hasUnreadTime, let first = text.bytes[word].first, first.isDigit,
            text.pastGaps(word.upperBound) == text.bytes.count,
            rest.count > 1, case .roleMention = rest[rest.startIndex + 1].content
        else { return false }
        let written = text.located(word).value
        return WrittenForms.time(written) != nil || Corrections.duration(written) != nil
            || TimeAmount(notation: written) != nil
    }

    /// `#log`, and what almost is one of these marks: the end of it; nil for words.
    private mutating func readMeaning(_ word: Range<Int>, _ text: WrittenText) -> Int? {
        guard text.bytes[word.lowerBound] == UInt8(ascii: "#") else { return nil }
        let name = text.located(word.lowerBound + 1..<word.upperBound)
        if let meaning = StepMeaning(rawValue: name.value) {
            meanings.append(Located(meaning, name.span))
            return word.upperBound
        }
        // `# log`: the name may stand apart from its sign.
        let end = word.count > 1 ? word.upperBound : text.word(at: text.pastGaps(word.upperBound)).upperBound
        if readNearMark(text.located(word.lowerBound..<end)) { return end }
        let known = StepMeaning.allCases.map(\.rawValue)
        guard word.count > 2, let near = binding.suggestions.nearest(to: name.value.lowercased(), among: known),
            let meaning = StepMeaning(rawValue: near)
        else { return nil }
        binding.mendedCount += 1
        binding.report(UnknownValue.finding(name, known: known, nearest: near))
        meanings.append(Located(meaning, name.span))
        return word.upperBound
    }

    /// `#Log`, `#log,#clock`: false for what is no mark.
    private mutating func readNearMark(_ written: Located<String>) -> Bool {
        guard let near = NearMark(written.value) else { return false }
        binding.mendedCount += 1
        let known = StepMeaning.allCases.map { "#" + $0.rawValue }
        binding.report(UnknownValue.finding(written, known: known, nearest: near.notation))
        meanings += near.meanings.map { Located($0, written.span) }
        return true
    }

    /// Marks after the words: `Open the log #log`. (A word that is meant as one is written `\#log`.)
    mutating func readMarksBehind() {
        guard let last = rest.last, case .text(let whole) = last.content, last.span.range.count == whole.utf8.count
        else { return }
        let words = Substring(whole.utf8.dropFirst(rest.count == 1 ? front : 0))
        var left = words
        var behind: [StepMeaning] = []
        while let gap = left.lastIndex(of: " "), case let mark = left[left.index(after: gap)...], mark.first == "#",
            let meaning = StepMeaning(rawValue: mark.dropFirst().lowercased())
        {
            behind.insert(meaning, at: 0)
            left = left[..<gap]
            while left.last == " " { left.removeLast() }
        }
        guard !behind.isEmpty, let first = self.words.first else { return }
        let (file, end) = (last.span.file, Int(last.span.upper))
        let removed = Span(file, end - whole[left.endIndex...].utf8.count, end)
        let marks = whole[left.endIndex...].drop { $0 == " " }
        let written = Located(String(marks), Span(file, end - marks.utf8.count, end))
        let start = Span(first.span.file, Int(first.span.lower), Int(first.span.lower))
        binding.mendedCount += 1
        binding.report(
            MalformedStep.marks(
                written, removing: removed, writing: behind.map { "#" + $0.rawValue }.joined(separator: " "), at: start)
        )
        meanings += behind.map { Located($0, written.span) }
        rest.removeLast()
        if !left.isEmpty {
            let kept = String(whole[..<left.endIndex])
            rest.append(Inline(.text(kept), Span(file, Int(last.span.lower), Int(removed.lower))))
        }
    }

    /// - Parameters:
    ///   - meaning: what is meant, where what is written is more than one word.
    ///   - canBeWritten: false where a time alone says something else.
    mutating func readOffset(_ written: Located<String>, meaning: String? = nil, canBeWritten: Bool = true) {
        if let value = Offset(notation: written.value) {
            if offset == nil {
                offset = Located(value, written.span)
            } else {
                binding.report(MalformedOffset.finding(second: written))
            }
            return
        }
        let likely = Corrections.offset(meaning ?? written.value)
        binding.report(MalformedOffset.finding(written, likely: canBeWritten ? likely : nil))
        // The plan goes on with what is meant, and what follows from it is not reported again.
        if let meant = likely.flatMap({ Offset(notation: $0) }) { offset = offset ?? Located(meant, written.span) }
        hasUnreadTime = true
    }

    /// `T+15mn`, `T0`, `J-30`: what can only be meant as a time.
    private static func looksLikeOffset(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let letter = word.first.map({ $0 | 0x20 }) else { return false }
        let isT = letter == UInt8(ascii: "t")
        guard isT || letter == UInt8(ascii: "j") || letter == UInt8(ascii: "d") || letter == UInt8(ascii: "h") else {
            return false
        }
        var rest = word.dropFirst()
        if isT, rest.count == 1, rest.first == UInt8(ascii: "0") { return true }
        switch rest.first {
        case UInt8(ascii: "+"), UInt8(ascii: "-"): rest = rest.dropFirst()
        case 0xE2:
            guard rest.starts(with: "−".utf8) || rest.starts(with: "–".utf8) else { return false }
            rest = rest.dropFirst(3)
        default: return false
        }
        // `T+`, of which the length is missing.
        guard let first = rest.first else { return isT }
        return isT ? first.isDigit || first == UInt8(ascii: "P") : rest.allSatisfy(\.isDigit)
    }
}

extension Inline {
    var isMention: Bool { if case .roleMention = content { true } else { false } }
}

extension UInt8 {
    /// A digit of ASCII.
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
