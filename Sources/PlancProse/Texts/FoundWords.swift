import PlancLanguages
import PlancModel
import PlancPhrases
import PlancSource
import PlancWords

/// How a found word costs trust.
public enum WordVerdict: Sendable {
    case minimising, blaming, promising, defensive, jargon, vague, conditionalApology, tooCertain, speaker, phishing
}

/// A word or phrase that costs trust, at the place it was written.
public struct FoundWord: Sendable {
    public var verdict: WordVerdict
    /// The words as written.
    public var words: String
    public var span: Span
    /// Worth a remark, not a warning.
    public var isRemark: Bool
    /// What to write instead; of words inside other words, all of it.
    public var help: [Phrase]
    /// The text that holds it, by its number in `PlanTexts.written`.
    public var text: Int
}

/// Looks for words in the texts of one language; learns as it reads.
struct WordReader: Sendable {
    private let plan: Plan
    private let avoided: [Vocabulary.Avoided]
    private let allowed: [String]
    private var reader: PhraseReader
    private var lengths: LengthReader
    private var confirmed: [Locale: ConfirmedClaims] = [:]

    init(_ plan: Plan, language: Substring) {
        self.plan = plan
        avoided = plan.vocabulary.avoid.filter { $0.locale == nil || $0.locale?.value.language == language }
        allowed = plan.vocabulary.allow.map { $0.value.folded }
        reader = PhraseReader(.of(language), terms: avoided.map(\.term.value))
        lengths = LengthReader(language)
    }

    /// What reading a text finds: the words that cost trust, the first apology, and what the plan has to bear out.
    struct Found {
        var words: [FoundWord] = []
        var apology: Span?
        var statements: [Statement] = []
    }

    /// All in one pass.
    mutating func read(_ written: WrittenText, _ text: MappedText, number: Int) -> Found {
        let matches = reader.matches(in: text)
        var result = Found()
        if matches.isEmpty { return result }
        var found: [(word: FoundWord, range: Range<Int>)] = []
        let readers = Readers(written.messages, in: plan)
        var sentences = TextSentences(text)
        for match in matches {
            guard let span = text.span(of: match.range) else { continue }
            let group = match.group < reader.groups.count ? reader.groups[match.group] : nil
            if group?.family == .apology {
                if result.apology == nil { result.apology = span }
                continue
            }
            let words = text.text(match.range)
            if let group, PhraseFamily.statements.contains(group.family) {
                let messages =
                    group.family == .deed
                    ? written.messages.filter { !releases($0, match.range, text, &sentences, written.locale) }
                    : written.messages
                guard var statement = Statement(group, words: words, span: span, messages: messages, &lengths) else {
                    continue
                }
                if case .mailing = statement.meaning {
                    if text.isDenied(match.range, written.locale) { continue }
                    statement.surroundings = text.span(of: surroundings(of: match.range, &sentences)) ?? span
                }
                result.statements.append(statement)
                continue
            }
            let folded = words.folded
            if allowed.contains(where: { folded.hasWords($0) }) { continue }
            var word = FoundWord(verdict: .jargon, words: words, span: span, isRemark: false, help: [], text: number)
            if let group {
                let isClaim = group.family == .claim
                guard
                    let verdict = isClaim
                        ? readers.verdict(
                            onClaim: group,
                            isConfirmed: { releases($0, match.range, text, &sentences, written.locale) })
                        : readers.verdict(on: group)
                else { continue }
                word.verdict = verdict
                word.isRemark = group.isRemark
                word.help = [advice(group, match)]
            } else {
                let avoided = avoided[match.group - reader.groups.count]
                word.verdict = verdict(on: avoided.category?.value ?? .jargon)
                word.help = help(for: avoided)
            }
            if word.verdict == .jargon, readers.areTold(folded) { continue }
            found.append((word, match.range))
        }
        result.words = merged(found, in: text)
        return result
    }

    /// Whether a message has confirmed a claim of its text.
    private mutating func releases(
        _ message: Int, _ range: Range<Int>, _ text: MappedText, _ sentences: inout TextSentences, _ locale: Locale
    ) -> Bool {
        confirmed[locale, default: ConfirmedClaims(plan, locale)].release(range, of: text, &sentences, in: message)
    }

    /// The sentence of a request and the one behind it, of both no more than is near.
    private func surroundings(of request: Range<Int>, _ sentences: inout TextSentences) -> Range<Int> {
        let near = 1_000
        return sentences.withNext(around: request).clamped(to: request.lowerBound - near..<request.upperBound + near)
    }

    private func advice(_ group: PhraseGroup, _ match: PhraseMatch) -> Phrase {
        match.prefer.isEmpty
            ? Phrase(term: group.help, context: "advice")
            : Phrase(term: "write '{words}'", ["words": Phrase(verbatim: match.prefer)], context: "advice")
    }

    /// Words of one verdict that overlap are told once, with the help for all of them.
    private func merged(_ found: [(word: FoundWord, range: Range<Int>)], in text: MappedText) -> [FoundWord] {
        var kept: [(word: FoundWord, range: Range<Int>)] = []
        var lasts: [WordVerdict: Int] = [:]
        for next in found.sorted(by: {
            ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
        }) {
            let last = lasts[next.word.verdict]
            guard let last, kept[last].range.overlaps(next.range) else {
                lasts[next.word.verdict] = kept.count
                kept.append(next)
                continue
            }
            let whole = kept[last].range.lowerBound..<max(kept[last].range.upperBound, next.range.upperBound)
            if whole != kept[last].range, let span = text.span(of: whole) {
                (kept[last].range, kept[last].word.span, kept[last].word.words) = (whole, span, text.text(whole))
            }
            for help in next.word.help where !kept[last].word.help.contains(help) {
                kept[last].word.help.append(help)
            }
            kept[last].word.isRemark = kept[last].word.isRemark && next.word.isRemark
        }
        return kept.map(\.word)
    }

    private func verdict(on category: WordCategory) -> WordVerdict {
        switch category {
        case .jargon: .jargon
        case .minimising: .minimising
        case .blaming: .blaming
        case .promising: .promising
        case .defensive: .defensive
        }
    }

    private func help(for avoided: Vocabulary.Avoided) -> [Phrase] {
        (avoided.prefer.isEmpty ? [] : [Phrase("write '{phrase}'", ["phrase": avoided.prefer.phrase])])
            + (avoided.because.isEmpty ? [] : [avoided.because.phrase])
    }
}

/// Who reads a text, and what its messages say beside it.
private struct Readers {
    private let numbers: [Int]
    private let messages: [Message]
    private let isForAuthorities: Bool

    init(_ numbers: [Int], in plan: Plan) {
        self.numbers = numbers
        messages = numbers.map { plan.messages[$0] }
        let types = messages.flatMap { $0.audiences.compactMap { plan.audiences[$0]?.type.value } }
        isForAuthorities = !types.isEmpty && types.allSatisfy { $0 == .authorities }
    }

    /// nil for words that the messages may say.
    func verdict(on group: PhraseGroup) -> WordVerdict? {
        if group.isReviewable, !messages.isEmpty, messages.allSatisfy({ $0.legalReview != nil }) { return nil }
        if group.isForReplies, !messages.contains(where: { $0.inReplyTo != nil }) { return nil }
        if group.isForLaypeople, isForAuthorities { return nil }
        switch group.family {
        case .minimising: return .minimising
        case .blaming: return .blaming
        case .defensive: return .defensive
        case .vague: return .vague
        case .condition: return .conditionalApology
        case .promise: return .promising
        case .phishing: return .phishing
        case .speaker: return isForAuthorities ? nil : .speaker
        // Authorities have these words from the law and from each other.
        case .jargon: return isForAuthorities ? nil : .jargon
        case .claim: return verdict(onClaim: group) { _ in false }
        case .apology, .reply: return nil
        case .beginning, .discovery, .news, .deed, .mailing, .title, .task, .number, .unit, .length: return nil
        }
    }

    /// - Parameter isConfirmed: whether a message has confirmed what is claimed, by its number.
    func verdict(onClaim group: PhraseGroup, isConfirmed: (Int) -> Bool) -> WordVerdict? {
        // Who reported something is told what was found.
        if !messages.isEmpty, messages.allSatisfy({ $0.inReplyTo != nil }) { return nil }
        let unconfirmed = zip(numbers, messages).filter { number, message in
            // What comes afterwards may say that it is over.
            message.phase.value != .before && !(group.isOfEnd && message.phase.value == .after) && !isConfirmed(number)
        }.map(\.1)
        if unconfirmed.contains(where: { $0.phase.value == .during }) { return .tooCertain }
        return unconfirmed.isEmpty && !messages.isEmpty ? nil : .promising
    }

    /// Whether every message that says the words explains them.
    func areTold(_ words: String) -> Bool {
        !messages.isEmpty
            && messages.allSatisfy { message in message.glossary.contains { words.hasWords($0.term.value.folded) } }
    }
}
