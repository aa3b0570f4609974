import PlancLanguages
import PlancMarkup
import PlancModel

/// The sentence of a text that its translation has not, by the lengths of all: nil where the translation may say it in another
/// one.
///
/// Both are aligned: a sentence stands for one of the translation, or several for one, or it has none. A question is often
/// said with what follows it ("Any doubt? Call us" – "If in doubt, call us"); other sentences are put together where the lengths
/// say so. How far a length may be from that of its source: W. Gale and K. Church, "A Program for Aligning Sentences in Bilingual
/// Corpora", Computational Linguistics 19 (1993).
///
/// - Parameter locales: of the text and of the translation.
func lostSentence(_ text: [Inline], _ translation: [Inline], _ locales: [Locale]) -> Sentence? {
    let (all, others) = (sentences(in: text), sentences(in: translation))
    guard all.count > others.count, !others.isEmpty, all.count <= 40,
        (all + others).allSatisfy({ $0.words.isAlphabetic })
    else { return nil }
    let lengths = others.map(\.letterCount)
    let usual = locales.map { Language($0.language)?.rules.textLength ?? 1 }
    var best: SentenceAlignment?
    for ratio in SentenceAlignment.ratios {
        let found = SentenceAlignment(all, lengths, usual[1] / usual[0], ratio)
        if found.cost < best?.cost ?? .infinity { best = found }
    }
    guard let lost = best?.lost.max(by: { all[$0].letterCount < all[$1].letterCount }) else { return nil }
    return all[lost]
}

/// The cheapest way to find the sentences of a text in those of a translation, one after the other.
private struct SentenceAlignment {
    /// How long a translation may be beside what is usual between its languages.
    static let ratios = [0.8, 0.87, 0.94, 1, 1.07, 1.15, 1.25]
    private static let variance = 6.8
    private static let mostTogether = 4
    /// Sentences put together, and those without a counterpart: so dear that of generated pairs one in a hundred that only says
    /// two sentences in one is taken for a loss.
    private static let costOfJoint = 1.0
    private static let costOfLoss = 1.5
    private static let costOfRatio = 4.0

    let cost: Double
    /// The places of sentences without a counterpart.
    let lost: [Int]

    /// - Parameters:
    ///   - usual: letters of the translation for each of its source.
    ///   - ratio: how much longer it is than usual.
    init(_ all: [Sentence], _ others: [Int], _ usual: Double, _ ratio: Double) {
        let lengths = all.map(\.letterCount)
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
                if all[own].fieldCount == 0 { move(0, (own + 1) * width + other, Self.costOfLoss) }
                if other == others.count { continue }
                var (length, joints) = (0, 0.0)
                for taken in 1...Self.mostTogether where own + taken <= all.count {
                    length += lengths[own + taken - 1]
                    move(taken, (own + taken) * width + other + 1, joints + distance(length, others[other]))
                    if !all[own + taken - 1].isQuestion { joints += Self.costOfJoint }
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
}

extension Sentence {
    /// Letters and digits, a field being as long as a word.
    fileprivate var letterCount: Int {
        words.unicodeScalars.count { $0.properties.isAlphabetic || ("0"..."9").contains($0) } + 5 * fieldCount
    }

    fileprivate var isQuestion: Bool { words.contains("?") }
}

extension String {
    /// Whether it is written with letters that stand for sounds one by one: the lengths of other scripts say nothing.
    fileprivate var isAlphabetic: Bool {
        unicodeScalars.allSatisfy { $0.value < 0x590 || $0.value >= 0x1E00 && $0.value < 0x2E80 }
    }
}
