import PlancLanguages
import PlancModel

/// The sentence of a text that its translation has not, by the lengths of all: nil where the translation may say it in another
/// one.
///
/// Both are aligned: a sentence stands for one of the translation, or several for one, or it has none. A question is often
/// said as a condition of what follows it ("Any doubt? Call us" – "If in doubt, call us"); other sentences are put together where the
/// lengths say so, and by a comma or an "and" that none of them has alone. How far a length may be from that of its source: W. Gale
/// and K. Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19 (1993).
///
/// - Parameters:
///   - all: of the text.
///   - others: of the translation.
///   - locales: of the text and of the translation.
func lostSentence(_ all: [Sentence], _ others: [Sentence], _ locales: [Locale]) -> Sentence? {
    guard all.count > others.count, !others.isEmpty, all.count <= 40,
        (all + others).allSatisfy({ $0.words.isAlphabetic })
    else { return nil }
    let rules = locales.map { Language($0.language)?.rules }
    let sides = zip([all, others], rules).map { sentences, rules in
        let joining = JoiningWords(rules)
        return sentences.map { SentenceTraits($0, joining) }
    }
    let usual = rules.map { $0?.textLength ?? 1 }
    let isKnown = rules.allSatisfy { $0 != nil }
    var best: SentenceAlignment?
    for ratio in SentenceAlignment.ratios {
        let found = SentenceAlignment(sides[0], sides[1], usual[1] / usual[0], ratio, isKnown: isKnown)
        if found.cost < best?.cost ?? .infinity { best = found }
    }
    guard let lost = best?.lost.max(by: { sides[0][$0].letters < sides[0][$1].letters }) else { return nil }
    return all[lost]
}

/// The words of a language that put clauses together, each between spaces.
private struct JoiningWords {
    let joints: [String]
    let conditions: [String]

    init(_ rules: LanguageRules?) {
        joints = ((rules?.joints ?? []) + (rules?.alternatives ?? [])).map { " \($0.folded) " }
        conditions = Set((rules?.conditions ?? []) + (rules?.conditionOpenings ?? []) + (rules?.ifNot ?? [])).map {
            " \($0.folded) "
        }
    }
}

/// What of a sentence counts when it is looked for in another language.
private struct SentenceTraits {
    /// Letters and digits, a field being as long as a word.
    let letters: Int
    let hasFields: Bool
    /// It asks, or a part of it does.
    let asks: Bool
    /// It ends with the question.
    let isQuestion: Bool
    /// Signs and words between its clauses.
    let joints: Int
    /// Words of a condition.
    let conditions: Int

    init(_ sentence: Sentence, _ joining: JoiningWords) {
        let words = sentence.words
        letters =
            words.unicodeScalars.count { $0.properties.isAlphabetic || ("0"..."9").contains($0) } + 5
            * sentence.fieldCount
        hasFields = sentence.fieldCount > 0
        asks = words.contains("?")
        isQuestion = asks && words.last { !$0.isWhitespace && !"»”\"".contains($0) } == "?"
        let folded = " " + words.folded.split { !$0.isLetter && !"'’".contains($0) }.joined(separator: " ") + " "
        func count(_ known: [String]) -> Int {
            known.reduce(0) { $0 + folded.ranges(of: $1).count }
        }
        let ending = words.reversed().drop { !$0.isLetter && !$0.isNumber }
        joints = ending.count { ",;:–—".contains($0) } + count(joining.joints)
        conditions = count(joining.conditions)
    }
}

/// The cheapest way to find the sentences of a text in those of a translation, one after the other.
private struct SentenceAlignment {
    /// How long a translation may be beside what is usual between its languages.
    static let ratios = [0.8, 0.87, 0.94, 1, 1.07, 1.15, 1.25]
    private static let variance = 6.8
    private static let mostTogether = 4
    /// Sentences put together, and those without a counterpart: so dear that of generated pairs hardly one that only says two sentences
    /// in one is taken for a loss.
    private static let costOfJoint = 1.0
    /// Of a question where no condition says it.
    private static let costOfJoinedQuestion = 1.5
    /// Where nothing joins them.
    private static let costOfBareJoint = 0.5
    private static let costOfLoss = 1.5
    private static let costOfLostQuestion = 1.2
    /// Of "Hello.", which many leave out.
    private static let costOfLostWord = 2.2
    private static let lettersOfWord = 8
    /// A question for what is none.
    private static let costOfKind = 1.5
    private static let costOfRatio = 4.0

    let cost: Double
    /// The places of sentences without a counterpart.
    let lost: [Int]

    /// - Parameters:
    ///   - usual: letters of the translation for each of its source.
    ///   - ratio: how much longer it is than usual.
    ///   - isKnown: whether planc knows how both languages join sentences.
    init(_ all: [SentenceTraits], _ others: [SentenceTraits], _ usual: Double, _ ratio: Double, isKnown: Bool) {
        let wanted = usual * ratio
        func distance(_ own: Int, _ other: Int) -> Double {
            let (own, other) = (Double(own), Double(other))
            let difference = other - wanted * own
            return difference * difference / (Self.variance * max(1, own + other / wanted) / 2)
        }
        let width = others.count + 1
        /// By how much of both is aligned: what it costs, and how many sentences the last move took (0: one that is lost).
        var costs = [Double](repeating: .infinity, count: (all.count + 1) * width)
        var moves = [Int](repeating: 0, count: costs.count)
        costs[0] = 0
        for own in all.indices {
            for other in 0..<width {
                let known = costs[own * width + other]
                if known == .infinity { continue }
                func move(_ taken: Int, _ place: Int, _ cost: Double) {
                    if known + cost < costs[place] { (costs[place], moves[place]) = (known + cost, taken) }
                }
                if !all[own].hasFields { move(0, (own + 1) * width + other, Self.loss(of: all[own], isKnown)) }
                if other == others.count { continue }
                var length = 0
                for taken in 1...Self.mostTogether where own + taken <= all.count {
                    length += all[own + taken - 1].letters
                    move(
                        taken, (own + taken) * width + other + 1,
                        Self.joining(all[own..<own + taken], others[other], isKnown)
                            + distance(length, others[other].letters))
                }
            }
        }
        var lost: [Int] = []
        var (own, other) = (all.count, others.count)
        while own > 0, costs[own * width + other] < .infinity {
            let taken = moves[own * width + other]
            if taken == 0 { lost.append(own - 1) } else { other -= 1 }
            own -= max(1, taken)
        }
        cost = (costs.last ?? .infinity) + (max(ratio, 1 / ratio) - 1) * Self.costOfRatio
        self.lost = lost
    }

    private static func loss(of sentence: SentenceTraits, _ isKnown: Bool) -> Double {
        if isKnown, sentence.isQuestion { return costOfLostQuestion }
        return sentence.letters < lettersOfWord ? costOfLostWord : costOfLoss
    }

    /// What it costs to take sentences for one of the translation, whatever their lengths.
    private static func joining(_ all: ArraySlice<SentenceTraits>, _ other: SentenceTraits, _ isKnown: Bool) -> Double {
        let front = all.dropLast()
        let asked = front.count(where: \.asks)
        let plain = Double(front.count - asked) * costOfJoint
        guard isKnown, let last = all.last else { return plain }
        var cost = plain
        if other.isQuestion != last.isQuestion { cost += costOfKind }
        let isCondition = other.asks || other.conditions > all.reduce(0) { $0 + $1.conditions }
        if !isCondition { cost += Double(asked) * costOfJoinedQuestion }
        if !front.isEmpty, asked == 0, other.joints <= all.map(\.joints).max() ?? 0 { cost += costOfBareJoint }
        return cost
    }
}

extension String {
    /// Whether it is written with letters that stand for sounds one by one: the lengths of other scripts say nothing.
    fileprivate var isAlphabetic: Bool {
        unicodeScalars.allSatisfy { $0.value < 0x590 || $0.value >= 0x1E00 && $0.value < 0x2E80 }
    }
}
