import PlancDiagnostics
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource

/// Finds the answers to a question that almost are branches of a decision, and decisions that lack their mark.
struct Answers {
    let binding: Binder

    /// `yes → …`, `If yes, …`, `[ ] yes: …`: an item below a decision that says what follows from an answer, and is no branch.
    func checkBranch(_ item: List.Item) {
        guard case .paragraph(let inlines)? = item.blocks.first?.content,
            let near = NearAnswer(inlines.plainText, hasBox: item.task != nil)
        else { return }
        if near.isEmpty {
            return binding.report(MalformedStep.emptyBranch(Located(near.answer, item.span)))
        }
        var length = near.length
        var end: Int?
        // Up to the end of the sign, where the source says it as it is.
        for inline in inlines {
            let words = [inline].plainText
            if length > words.utf8.count {
                length -= words.utf8.count
                continue
            }
            guard case .text = inline.content, inline.span.range.count == words.utf8.count else { break }
            end = Int(inline.span.lower) + length
            break
        }
        guard let first = inlines.first, let end else { return }
        let lower = item.task == nil ? Int(first.span.lower) : Int(item.span.lower)
        let better = (item.task == nil ? "" : "- ") + near.answer + ":"
        binding.report(MalformedStep.branch(at: Span(item.span.file, lower, end), by: better))
    }

    /// An answer that stands twice, or says nothing.
    ///
    /// - Returns: how many answers there are where at least one is missing; nil for a decision that has them.
    func checkBranches(_ parts: [Step.Part]) -> Int? {
        var labels: [String: Span] = [:]
        for case .branch(let branch) in parts {
            let label = branch.label.lowercased()
            let name = Located(branch.label, branch.span)
            if branch.text.isEmpty, branch.detail.isEmpty {
                binding.report(MalformedStep.emptyBranch(name))
            } else if labels[label] != nil {
                binding.report(MalformedStep.repeatedBranch(name))
            }
            labels[label] = labels[label] ?? branch.span
        }
        // Something else below it may say how it is answered.
        return labels.count < 2 && parts.count == labels.count ? labels.count : nil
    }

    /// `- no: …` at the margin below a decision; whether there is such an answer.
    func checkStray(_ block: Block) -> Bool {
        guard case .list(let list) = block.content else { return false }
        var isStray = false
        for item in list.items where item.task == nil {
            guard let branch = StepReader.branch(item) else { continue }
            let label = branch.label.lowercased()
            guard Self.yes.contains(label) || Self.no.contains(label) else { continue }
            let start = Span(item.span.file, Int(item.span.lower), Int(item.span.lower))
            binding.report(MalformedStep.strayBranch(at: branch.span, before: start))
            isStray = true
        }
        return isStray
    }

    /// `Are all out?` above `yes: …` and `no: …`, without the mark of a decision.
    func checkQuestion(_ words: [Inline], below blocks: ArraySlice<Block>, at span: Span) {
        var answers: Set<Bool> = []
        for case .list(let list) in blocks.map(\.content) {
            for item in list.items where item.task == nil {
                guard let branch = StepReader.branch(item) else { continue }
                let label = branch.label.lowercased()
                if Self.yes.contains(label) { answers.insert(true) }
                if Self.no.contains(label) { answers.insert(false) }
            }
        }
        guard !answers.isEmpty, let first = words.first else { return }
        let isQuestion = words.plainText.trimmingSpaces.hasSuffix("?")
        guard isQuestion || answers.count == 2 else { return }
        let lower = Int(first.span.lower)
        binding.report(MalformedStep.withoutMark(at: span, before: Span(first.span.file, lower, lower)))
    }

    /// `If not, call the brigade` as a step right behind a decision: a sheet with this step alone says nothing of the question.
    ///
    /// - Parameters:
    ///   - item: the step.
    ///   - head: what stands before its words.
    ///   - decision: the step above it.
    /// - Returns: whether it is one.
    func checkStep(_ item: List.Item, _ head: StepHead, behind decision: StepHead, _ parts: [Step.Part]) -> Bool {
        guard let first = head.words.first, case .text(let text) = first.content,
            let near = ReferringCondition(text)
        else { return false }
        var edit: Fix.Edit?
        let isOpen = !parts.contains { part in
            guard case .branch(let branch) = part else { return false }
            return (near.isYes ? Self.yes : Self.no).contains(branch.label.lowercased())
        }
        let isOfOneHead =
            (head.offset == nil || head.offset?.value == decision.offset?.value) && head.rhythm == nil
            && head.meanings.isEmpty && head.roles.allSatisfy { role in decision.roles.contains { $0.id == role.id } }
        let margin = Margin(before: item.span, in: binding.sources[item.span.file].bytes)
        if isOpen, isOfOneHead, item.blocks.count == 1, margin.width == 0,
            first.span.range.count == text.utf8.count
        {
            let upper = Int(first.span.lower) + near.length
            edit = Fix.Edit(Span(item.span.file, Int(margin.blanks.lower), upper), "  - \(near.label): ")
        }
        let lower = Int(first.span.lower)
        let place = Span(first.span.file, lower, lower + near.words.utf8.count)
        binding.report(MalformedStep.behindDecision(Located(near.words, place), edit))
        return true
    }

    /// The answers that are words, in all languages.
    fileprivate static let yes = Set(LanguageRules.all.flatMap(\.yes).filter { $0.count > 1 })
    fileprivate static let no = Set(LanguageRules.all.flatMap(\.no).filter { $0.count > 1 })
    fileprivate static let conditions = Set(LanguageRules.all.flatMap(\.conditions))
}

/// Words that refer to a question before them: `If not, …`, `Otherwise …`.
private struct ReferringCondition {
    let words: String
    let isYes: Bool
    /// The answer, in the language of the words.
    let label: String
    /// Of the text up to the words behind the sign, in bytes.
    let length: Int

    init?(_ text: String) {
        let small = text.prefix(40).lowercased().replacing("’", with: "'")
        for rules in LanguageRules.all {
            for (openings, answers, isYes) in [(rules.ifSo, rules.yes, true), (rules.ifNot, rules.no, false)] {
                for opening in openings where small.hasPrefix(opening.replacing("’", with: "'")) {
                    let rest = text.dropFirst(opening.count)
                    let sign = rest.drop(while: \.isWhitespace).first
                    // "If not all are out" says what it is about.
                    let isPlain = !opening.contains(" ") && rest.first?.isWhitespace ?? false
                    guard let sign, isPlain || ",:;–—→".contains(sign), let label = answers.first else { continue }
                    words = String(text.prefix(opening.count))
                    self.isYes = isYes
                    self.label = label
                    let words = rest.drop { $0.isWhitespace || ",:;–—→".contains($0) }
                    length = text.utf8.count - words.utf8.count
                    return
                }
            }
        }
        return nil
    }
}

/// An answer with a sign of any kind behind it: `yes →`, `no –`, `If yes,`.
private struct NearAnswer {
    let answer: String
    /// Of the text up to the end of the sign and of the blanks behind it, in bytes.
    let length: Int
    /// Whether nothing follows.
    let isEmpty: Bool

    /// - Parameter hasBox: whether a box stands before it, which makes no branch of what is written as one.
    init?(_ text: String, hasBox: Bool) {
        var rest = text.drop(while: \.isWhitespace)
        var word = rest.prefix(while: \.isLetter)
        let isCondition = Answers.conditions.contains(word.lowercased())
        if isCondition {
            rest = rest.dropFirst(word.count).drop(while: \.isWhitespace)
            word = rest.prefix(while: \.isLetter)
        }
        let small = word.lowercased()
        guard Answers.yes.contains(small) || Answers.no.contains(small) else { return nil }
        rest = rest.dropFirst(word.count)
        let sign = rest.drop(while: \.isWhitespace).prefix { "→⇒➜➔➡\u{FE0F}–—-=>,;.:)".contains($0) }
        if sign.isEmpty {
            // "No vans leave" begins with no answer.
            guard isCondition || rest.allSatisfy(\.isWhitespace) else { return nil }
        } else {
            rest = rest.drop(while: \.isWhitespace).dropFirst(sign.count)
            // "no-one", "yes-or-no"
            guard rest.first.map(\.isWhitespace) ?? true || sign == ":" || "→⇒➜➔➡".contains(sign.first ?? " ") else {
                return nil
            }
            if sign == ":", !isCondition, !hasBox, rest.first?.isWhitespace ?? true { return nil }
        }
        rest = rest.drop(while: \.isWhitespace)
        isEmpty = rest.isEmpty
        answer = String(word)
        length = text.utf8.count - rest.utf8.count
    }
}

extension [Inline] {
    /// Whether all words are crossed out, and there are some.
    var isCrossedOut: Bool {
        var hasDeleted = false
        func isOut(_ inlines: [Inline]) -> Bool {
            inlines.allSatisfy { inline in
                switch inline.content {
                case .strikethrough(let children):
                    if children.plainText.contains(where: { !$0.isWhitespace }) { hasDeleted = true }
                    return true
                case .emphasis(let children), .strong(let children): return isOut(children)
                case .link(let link): return isOut(link.children) && !link.children.isEmpty
                case .text(let words): return !words.contains { $0.isLetter || $0.isNumber }
                case .softBreak, .lineBreak: return true
                default: return false
                }
            }
        }
        return isOut(self) && hasDeleted
    }
}
