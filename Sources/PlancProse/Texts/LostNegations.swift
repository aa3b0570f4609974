import PlancLanguages
import PlancMarkup
import PlancModel

/// What one of two texts that say the same denies, and the other does not; nil where nothing tells.
///
/// A negation is said in many ways. So only a sentence counts that denies in so many words beside one in which nothing may deny
/// anything, in texts that do not deny as often as each other.
func lostNegation(_ a: String, _ b: String, _ locales: [Locale]) -> String? {
    guard locales.count == 2, let own = Language(locales[0].language)?.rules.negations,
        let other = Language(locales[1].language)?.rules.negations
    else { return nil }
    if let lost = lostWithout(a, b, own, other) ?? lostWithout(b, a, other, own) { return lost }
    if own.count(in: a) == other.count(in: b) { return nil }
    let (x, y) = (wordsOfSentences(a), wordsOfSentences(b))
    // Where one has more sentences, which belongs to which is not known.
    let pairs = x.count == y.count ? Array(zip(x, y)) : [(x.flatMap { $0 }, y.flatMap { $0 })]
    for (mine, theirs) in pairs {
        if let denial = own.denials(in: mine).first, !other.mayDeny(theirs) { return denial }
        if let denial = other.denials(in: theirs).first, !own.mayDeny(mine) { return denial }
    }
    return nil
}

/// What a text says is done without, and the other does not: "without switching off" beside "switch off".
private func lostWithout(_ a: String, _ b: String, _ own: NegationWords, _ other: NegationWords) -> String? {
    guard !own.without.isEmpty, a.utf8.contains(own.without.utf8) else { return nil }
    let (mine, theirs) = (wordsOfSentences(a), wordsOfSentences(b).flatMap { $0 })
    guard let denial = mine.lazy.flatMap(own.withouts).first, !other.mayDeny(theirs, leaving: other.besideWithout)
    else {
        return nil
    }
    return denial
}

/// The words of each sentence and part of one, in small letters.
private func wordsOfSentences(_ text: String) -> [[Substring]] {
    let scalars = text.lowercased().unicodeScalars
    var sentences: [[Substring]] = []
    var words: [Substring] = []
    var start: String.Index?
    func isSpace(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { $0.properties.isWhitespace } ?? true }
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ("a"..."z").contains(scalar) : scalar.properties.isAlphabetic
    }
    for place in scalars.indices {
        let scalar = scalars[place]
        if isLetter(scalar) {
            start = start ?? place
            continue
        }
        if let first = start { words.append(Substring(scalars[first..<place])) }
        start = nil
        if ".!?;:".unicodeScalars.contains(scalar), isSpace(scalars[scalars.index(after: place)...].first) {
            if !words.isEmpty { sentences.append(words) }
            words = []
        }
    }
    if let first = start { words.append(Substring(scalars[first...])) }
    if !words.isEmpty { sentences.append(words) }
    return sentences
}
