/// The syllables of a German word: its vowels, two that are said as one counted once.
///
/// The parts of a word between hyphens count by themselves.
func germanSyllables(_ letters: [UInt8]) -> Int {
    var count = 0
    for part in letters.split(separator: UInt8(ascii: "-")) { count += germanPart(part.filter(Letters.isLetter)) }
    return count
}

private func germanPart(_ word: [UInt8]) -> Int {
    if word.isEmpty { return 0 }
    let plain = word.map(Letters.plain)
    var count = 0
    var i = 0
    while i < plain.count {
        if isVowel(plain, i) {
            count += 1
            if i + 1 < plain.count, isSaidAsOne(plain[i], plain[i + 1]), !isApart(plain, i) { i += 1 }
        }
        i += 1
    }
    return max(1, count)
}

/// A y at the start and the u of qu are none.
private func isVowel(_ word: [UInt8], _ i: Int) -> Bool {
    if word[i] == "y" { return i > 0 }
    if word[i] == "u", i > 0, word[i - 1] == "q" { return false }
    return Letters.isVowel(word[i])
}

/// Whether two vowels in a row are said as one: Haus, mein, Mai, neu, wie, Saal, See, Boot, Hobby, Boulevard.
private func isSaidAsOne(_ a: UInt8, _ b: UInt8) -> Bool {
    switch (a, b) {
    case ("a", "u"), ("e", "i"), ("a", "i"), ("e", "u"), ("i", "e"), ("a", "a"), ("e", "e"), ("o", "o"), ("e", "y"),
        ("a", "y"), ("o", "u"), ("o", "i"):
        true
    default: false
    }
}

/// Whether such vowels belong to two parts of a word: be-urteilen, ge-ehrt, Muse-um, Feri-en, Lini-e.
private func isApart(_ word: [UInt8], _ i: Int) -> Bool {
    let prefixed: [StaticString] = ["beur", "beun", "geeh", "geei"]
    if i == 1, prefixed.contains(where: { word.hasStart($0) }) { return true }
    if word[i] == "e", word[i + 1] == "u", i + 3 == word.count, word[i + 2] == "m" { return true }
    guard word[i] == "i", word[i + 1] == "e", i > 2, Letters.isOne(of: "lnrd", word[i - 1]) else { return false }
    return i + 2 == word.count || i + 3 == word.count && word[i + 2] == "n"
}
