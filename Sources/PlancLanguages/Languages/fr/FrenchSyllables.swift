/// The syllables of a French word, as Kandel and Moles count them: those that are said, a mute e not.
///
/// By rule, not by dictionary: groups of vowels are counted, hiatus divides them (`cré-a`, `cli-ent`), a mute `e`, `es`
/// or verbal `-ent` at the end is taken away, `-ée` is one. What spelling cannot tell (`ils convient`, `un couvent`) is
/// decided by the commoner case.
///
/// The parts of a word between hyphens and apostrophes count by themselves.
func frenchSyllables(_ letters: [UInt8]) -> Int {
    if letters.allSatisfy(Letters.isLetter) { return letters.isEmpty ? 0 : frenchPart(letters) }
    var count = 0
    for part in letters.split(whereSeparator: { !Letters.isLetter($0) }) { count += frenchPart(Array(part)) }
    return count
}

private func frenchPart(_ letters: [UInt8]) -> Int {
    let plain = letters.map(Letters.plain)
    func isVowel(_ i: Int) -> Bool { i >= 0 && i < plain.count && Letters.isVowel(plain[i]) }
    var count = 0
    var i = 0
    while i < plain.count {
        guard isVowel(i) else {
            i += 1
            continue
        }
        // The u of qu and gu before a vowel is silent.
        if isSilentU(plain, i), isVowel(i + 1), letters[i + 1] != "ë" {
            i += 1
            continue
        }
        count += 1
        i += 1
        while isVowel(i) {
            if isHiatus(letters, plain, i - 1) { count += 1 }
            i += 1
        }
    }
    count -= muteEnding(letters, plain)
    return max(1, count)
}

/// Whether the vowel at a place and the next one are said apart.
private func isHiatus(_ letters: [UInt8], _ plain: [UInt8], _ place: Int) -> Bool {
    let b = letters[place + 1]
    if b == "ë" || b == "ï" || b == "ü" { return true }
    switch letters[place] {
    // Between two vowels it is half a consonant: mo-yens, pa-yer.
    case "y":
        return place > 0 && Letters.isVowel(plain[place - 1]) && plain[place - 1] != "i" && plain[place - 1] != "y"
    case "é":
        return b == "a" || b == "o" || b == "i" || b == "u" || b == "é"
            || b == "e" && place + 2 < plain.count && plain[place + 2] != "s"
    case "i":
        // After two consonants of which the second is l or r, i is a syllable of its own: cli-ent, cri-er, ou-bli-er.
        guard place >= 2, plain[place - 1] == "l" || plain[place - 1] == "r",
            Letters.isOne(of: "bcdfgptv", plain[place - 2])
        else { return false }
        return b == "a" || b == "o" || b == "e" || b == "é" || b == "è"
    case "a": return b == "o" || b == "é" || b == "è"
    case "o": return b == "a" || b == "é" || b == "è"
    case "u":
        return (b == "a" || b == "o" || b == "é") && place >= 1 && plain[place - 1] != "q" && plain[place - 1] != "g"
    default: return false
    }
}

/// What a mute ending takes away: 1 when the last e is not said.
private func muteEnding(_ letters: [UInt8], _ plain: [UInt8]) -> Int {
    func isVowel(_ i: Int) -> Bool { i >= 0 && Letters.isVowel(plain[i]) }
    let count = letters.count
    guard count > 2 else { return 0 }
    if letters[count - 1] == "e" { return isVowel(count - 2) && !isSilentU(plain, count - 2) ? 0 : 1 }
    guard count > 3 else { return 0 }
    if letters.hasEnding("es") { return isVowel(count - 3) && !isSilentU(plain, count - 3) ? 0 : 1 }
    guard letters.hasEnding("ent") else { return 0 }
    // -aient, -oient: the e is part of the vowels before it. -ment is said in nouns and adverbs, -ient in vient, client.
    if isVowel(count - 4) { return 0 }
    if letters[count - 4] == "m" { return verbsInMent.contains(letters) ? 1 : 0 }
    return letters[count - 4] == "c" || saidInEnt.contains(letters) ? 0 : 1
}

private func isSilentU(_ plain: [UInt8], _ i: Int) -> Bool {
    plain[i] == "u" && i > 0 && (plain[i - 1] == "q" || plain[i - 1] == "g")
}

/// Verbs in the third person plural that end like nouns in -ment.
private let verbsInMent = Letters.set(
    [
        "aiment", "ferment", "affirment", "confirment", "informent", "forment", "animent", "estiment", "expriment",
        "impriment",
        "nomment", "consomment", "transforment", "suppriment", "enferment", "dorment", "réforment", "programment",
        "entament",
    ])

/// Words in -ent whose ending is said.
private let saidInEnt = Letters.set(
    [
        "argent", "agent", "urgent", "dent", "vent", "cent", "lent", "gent", "talent", "souvent", "couvent", "absent",
        "présent",
        "prudent", "évident", "accident", "incident", "président", "différent", "parent", "fréquent", "content",
        "violent",
        "excellent", "permanent", "continent", "éminent", "pertinent", "régent", "intelligent", "diligent", "négligent",
        "exigent",
        "cohérent", "adhérent", "transparent", "apparent", "torrent", "serpent", "occident", "précédent", "antécédent",
        "ardent",
        "imprudent", "équivalent", "polyvalent", "insolent", "indulgent", "détergent", "convergent", "référent",
        "concurrent",
        "récurrent", "inhérent", "décent", "dissident", "résident", "strident", "confident", "arpent", "relent",
        "avent", "auvent",
        "évent", "fervent", "paravent", "onguent", "imminent", "proéminent", "indécent", "innocent", "adolescent",
        "récent",
        "contingent", "indigent", "astringent", "divergent", "émergent", "immanent", "rémanent", "impertinent",
        "abstinent",
    ])
