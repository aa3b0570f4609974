/// The syllables of an English word: groups of vowels, without a silent e, with the endings that are said.
///
/// The parts of a word between hyphens count by themselves.
func englishSyllables(_ letters: [UInt8]) -> Int {
    if letters.allSatisfy(Letters.isLetter) { return englishPart(letters) }
    var count = 0
    for part in letters.split(separator: UInt8(ascii: "-")) { count += englishPart(part.filter(Letters.isLetter)) }
    return count
}

private func englishPart(_ word: [UInt8]) -> Int {
    if word.isEmpty { return 0 }
    if let known = englishExceptions[word] { return known }
    let plain = word.map(Letters.plain)
    func isVowel(_ i: Int) -> Bool {
        i >= 0 && i < plain.count && Letters.isVowel(plain[i]) && !(plain[i] == "y" && i == 0)
    }
    var count = 0
    for i in plain.indices where isVowel(i) && !isVowel(i - 1) { count += 1 }
    let last = plain.count - 1
    guard plain.count > 3 else { return max(1, plain[last] == "e" && !isVowel(last - 1) ? count - 1 : count) }
    for i in 0..<last where isVowel(i) && isVowel(i + 1) && isApart(word, plain, i, isVowel) { count += 1 }
    if plain[last] == "e", !isVowel(last - 1) {
        // -le after a consonant is said (table), any other last e is silent (time).
        if !(plain[last - 1] == "l" && !isVowel(last - 2)) { count -= 1 }
    } else if plain.hasEnding("es"), !isVowel(last - 2) {
        // boxes, changes, services are said; times, files are not.
        let before = plain[last - 2]
        let isSaid = Letters.isOne(of: "sxzcg", before) || plain.hasEnding("shes") || plain.hasEnding("ches")
        if !isSaid, !(before == "l" && !isVowel(last - 3)) { count -= 1 }
    } else if plain.hasEnding("ed"), !isVowel(last - 2) {
        let before = plain[last - 2]
        if before != "t", before != "d", !(before == "l" && !isVowel(last - 3) && plain[last - 3] != "l") { count -= 1 }
    }
    // Silent e inside a compound or before a suffix: statement, safely, hopeful, something.
    for suffix in ["ement", "ements", "ely", "eful", "eless", "eness", "etime", "ewhere"] as [StaticString]
    where plain.hasEnding(suffix) {
        let at = plain.count - suffix.utf8CodeUnitCount
        if at > 1, !isVowel(at - 1), isVowel(at - 2) { count -= 1 }
        break
    }
    if plain.hasStart("some"), !isVowel(4) { count -= 1 }
    return max(1, count)
}

/// Whether two vowels in a row are said apart: cre-ate, vi-olent, du-al, i-dea, sci-ence, be-ing, em-ploy-ee.
private func isApart(_ word: [UInt8], _ plain: [UInt8], _ i: Int, _ isVowel: (Int) -> Bool) -> Bool {
    let last = plain.count - 1
    let before: UInt8 = i > 0 ? plain[i - 1] : 0
    let next: UInt8 = i + 2 <= last ? plain[i + 2] : 0
    switch (plain[i], plain[i + 1]) {
    case ("i", "o"): return !Letters.isOne(of: "tscgx", before)
    case ("i", "a"): return before != "t" && before != "c" && !plain.hasEnding("iage")
    case ("i", "e"):
        return (next == "t" || next == "n") && Letters.isOne(of: "lrcd", before) && !plain.hasStart("fri")
            && !plain.hasEnding("cient")
    case ("e", "o"): return !plain.hasStart("peo") && before != "g"
    case ("e", "a"):
        return plain.hasStart("crea")
            || plain.hasStart("rea") && (next == "c" || next == "l") && !plain.hasStart("reach")
            || i + 1 == last && i > 2
    case ("e", "i"), ("o", "i"): return next == "n" && i + 3 == last && plain[last] == "g"
    case ("u", "a"): return i > 0 && before != "q" && before != "g"
    case ("u", "i"): return (next == "t" || next == "d") && before == "n"
    case ("u", "o"): return i > 0 && before != "q"
    case ("y", "e") where i + 1 == last || i + 2 == last && (plain[last] == "s" || plain[last] == "d"): return false
    case ("y", "a"), ("y", "e"), ("y", "i"): return i > 0 && isVowel(i - 1)
    default: return false
    }
}

private let englishExceptions: [[UInt8]: Int] = {
    let words: KeyValuePairs<String, Int> = [
        "the": 1, "are": 1, "were": 1, "one": 1, "once": 1, "business": 2, "every": 2, "everyone": 3, "everything": 3,
        "people": 2,
        "science": 2, "quiet": 2, "being": 2, "doing": 2, "going": 2, "seeing": 2, "area": 3, "areas": 3, "idea": 3,
        "ideas": 3,
        "evening": 2, "different": 3, "several": 3, "interest": 3, "wednesday": 2, "hour": 1, "hours": 1, "our": 1,
        "using": 2,
        "sometimes": 2, "something": 2, "someone": 2, "therefore": 2, "before": 2, "safety": 2, "basement": 2,
        "movement": 2,
        "element": 3, "elements": 3, "implement": 3, "supplement": 3, "complement": 3, "settlement": 3, "create": 2,
        "created": 3,
        "website": 2, "websites": 2, "homepage": 2, "chocolate": 2, "poem": 2, "lion": 2, "diet": 2, "client": 2,
        "clients": 2,
        "usually": 4, "actually": 4, "february": 4, "ourselves": 2, "themselves": 2, "yourselves": 2, "reliable": 4,
        "variety": 4,
        "society": 4, "experience": 4, "material": 4, "serious": 3, "previous": 3, "various": 3, "obvious": 3,
        "whole": 1,
    ]
    return Dictionary(
        words.map { (Letters.of(Array($0.key.utf8)[...]), $0.value) }, uniquingKeysWith: { first, _ in first })
}()
