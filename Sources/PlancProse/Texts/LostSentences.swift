import PlancMarkup

/// The sentence of a text that its translation has not, by the lengths of all: nil where the translation may say it in another
/// one. Short sentences, and long texts of which one is a small part, are left alone.
func lostSentence(_ text: [Inline], _ translation: [Inline]) -> Sentence? {
    let (all, others) = (sentences(in: text), sentences(in: translation))
    guard all.count > others.count, others.count == all.count - 1, !others.isEmpty, all.count <= 8 else { return nil }
    let (length, other) = (all.reduce(0) { $0 + $1.length }, others.reduce(0) { $0 + $1.length })
    // A translation is hardly shorter by a quarter.
    guard other * 100 < length * 76 else { return nil }
    func isAlike(_ a: Int, _ b: Int, _ least: Int) -> Bool { min(a, b) * 100 >= max(a, b) * least }
    let candidates = all.indices.filter { lost in
        guard all[lost].length >= 24, isAlike(length - all[lost].length, other, 78) else { return false }
        var kept = all
        kept.remove(at: lost)
        return zip(kept, others).allSatisfy { isAlike($0.length, $1.length, 55) && $0.fieldCount == $1.fieldCount }
    }
    return candidates.max { all[$0].length < all[$1].length }.map { all[$0] }
}
