/// The syllables of a French word, as Kandel and Moles count them: those that are said, a mute e not.
///
/// By rule, not by dictionary: groups of vowels are counted, hiatus divides them (`cré-a`, `cli-ent`), a mute `e`, `es`
/// or verbal `-ent` at the end is taken away, `-ée` is one. What spelling cannot tell (`ils convient`, `un couvent`) is
/// decided by the commoner case.
public func frenchSyllables(_ word: some StringProtocol) -> Int {
    let letters = Array(word.lowercased())
    let parts = letters.split { !($0.isLetter) }
    return parts.reduce(0) { $0 + frenchPart(Array($1)) }
}

private func frenchPart(_ letters: [Character]) -> Int {
    let plain = letters.map { frenchPlain[$0] ?? $0 }
    func isVowel(_ i: Int) -> Bool { i >= 0 && i < plain.count && "aeiouyœæ".contains(plain[i]) }
    var count = 0
    var i = 0
    while i < plain.count {
        guard isVowel(i) else {
            i += 1
            continue
        }
        // The u of qu and gu before a vowel is silent.
        if plain[i] == "u", i > 0, plain[i - 1] == "q" || plain[i - 1] == "g", isVowel(i + 1), letters[i + 1] != "ë" {
            i += 1
            continue
        }
        count += 1
        i += 1
        while isVowel(i) {
            let (a, b) = (letters[i - 1], letters[i])
            if isHiatus(a, b, before: i - 1, in: plain) { count += 1 }
            i += 1
        }
    }
    count -= muteEnding(letters, plain)
    return max(1, count)
}

/// Whether two vowels in a row are said apart.
private func isHiatus(_ a: Character, _ b: Character, before place: Int, in plain: [Character]) -> Bool {
    if "ëïü".contains(b) { return true }
    switch a {
    // Between two vowels it is half a consonant: mo-yens, pa-yer.
    case "y": return place > 0 && "aeou".contains(plain[place - 1])
    case "é": return "aoiué".contains(b) || b == "e" && place + 2 < plain.count && plain[place + 2] != "s"
    case "i":
        // After two consonants of which the second is l or r, i is a syllable of its own: cli-ent, cri-er, ou-bli-er.
        if place >= 2, "lr".contains(plain[place - 1]), "bcdfgptv".contains(plain[place - 2]) { return "aoeéè".contains(b) }
        return false
    case "a": return "oéè".contains(b)
    case "o": return "aéè".contains(b)
    case "u": return "aoé".contains(b) && place >= 1 && !"qg".contains(plain[place - 1])
    default: return false
    }
}

/// What a mute ending takes away: 1 when the last e is not said.
private func muteEnding(_ letters: [Character], _ plain: [Character]) -> Int {
    func isVowel(_ i: Int) -> Bool { i >= 0 && "aeiouyœæ".contains(plain[i]) }
    let count = letters.count
    guard count > 2 else { return 0 }
    if letters[count - 1] == "e" { return isVowel(count - 2) && !isSilentU(plain, count - 2) ? 0 : 1 }
    guard count > 3 else { return 0 }
    if letters.suffix(2) == ["e", "s"] { return isVowel(count - 3) && !isSilentU(plain, count - 3) ? 0 : 1 }
    guard letters.suffix(3) == ["e", "n", "t"] else { return 0 }
    // -aient, -oient: the e is part of the vowels before it. -ment is said in nouns and adverbs, -ient in vient, client.
    if isVowel(count - 4) { return 0 }
    if letters[count - 4] == "m" { return verbsInMent.contains(String(letters)) ? 1 : 0 }
    return saidInEnt.contains(String(letters)) || letters.suffix(4) == ["c", "e", "n", "t"] ? 0 : 1
}

private func isSilentU(_ plain: [Character], _ i: Int) -> Bool {
    plain[i] == "u" && i > 0 && (plain[i - 1] == "q" || plain[i - 1] == "g")
}

private let frenchPlain: [Character: Character] = [
    "à": "a", "â": "a", "ä": "a", "é": "e", "è": "e", "ê": "e", "ë": "e", "î": "i", "ï": "i", "ô": "o", "ö": "o", "ù": "u",
    "û": "u", "ü": "u", "ÿ": "y",
]

/// Verbs in the third person plural that end like nouns in -ment.
private let verbsInMent: Set<String> = [
    "aiment", "ferment", "affirment", "confirment", "informent", "forment", "animent", "estiment", "expriment", "impriment",
    "nomment", "consomment", "transforment", "suppriment", "enferment", "dorment", "réforment", "programment", "entament",
]

/// Words in -ent whose ending is said.
private let saidInEnt: Set<String> = [
    "argent", "agent", "urgent", "dent", "vent", "cent", "lent", "gent", "talent", "souvent", "couvent", "absent", "présent",
    "prudent", "évident", "accident", "incident", "président", "différent", "parent", "fréquent", "content", "violent",
    "excellent", "permanent", "continent", "éminent", "pertinent", "régent", "intelligent", "diligent", "négligent", "exigent",
    "cohérent", "adhérent", "transparent", "apparent", "torrent", "serpent", "occident", "précédent", "antécédent", "ardent",
    "imprudent", "équivalent", "polyvalent", "insolent", "indulgent", "détergent", "convergent", "référent", "concurrent",
    "récurrent", "inhérent", "décent", "dissident", "résident", "strident", "confident", "arpent", "relent", "avent", "auvent",
    "évent", "fervent", "paravent", "onguent", "imminent", "proéminent", "indécent", "innocent", "adolescent", "récent",
    "contingent", "indigent", "astringent", "divergent", "émergent", "immanent", "rémanent", "impertinent", "abstinent",
]

/// The syllables of an English word: groups of vowels, without a silent e, with the endings that are said.
public func englishSyllables(_ word: some StringProtocol) -> Int {
    let letters = Array(word.lowercased())
    let parts = letters.split { !($0.isLetter || $0 == "'" || $0 == "’") }
    return parts.reduce(0) { $0 + englishPart($1.filter(\.isLetter)) }
}

private func englishPart(_ letters: [Character]) -> Int {
    func isVowel(_ i: Int) -> Bool {
        guard i >= 0, i < letters.count else { return false }
        return "aeiouyéèêàô".contains(letters[i]) && !(letters[i] == "y" && i == 0)
    }
    let word = String(letters)
    if let known = englishExceptions[word] { return known }
    guard letters.count > 3 else {
        let groups = vowelGroups(letters.count, isVowel)
        return word.isEmpty ? 0 : max(1, letters.last == "e" && !isVowel(letters.count - 2) ? groups - 1 : groups)
    }
    var count = vowelGroups(letters.count, isVowel)
    let last = letters.count - 1
    // Vowels in a row that are said apart: cre-ate, vi-olent, du-al, i-dea, sci-ence, be-ing.
    for i in 0..<last where isVowel(i) && isVowel(i + 1) {
        let pair = String(letters[i...i + 1])
        let next: Character = i + 2 <= last ? letters[i + 2] : " "
        switch pair {
        case "io" where !(i > 0 && "tscgx".contains(letters[i - 1])): count += 1
        case "ia" where !(i > 0 && "tc".contains(letters[i - 1])) && !word.hasSuffix("iage"): count += 1
        case "eo" where !word.hasPrefix("peo") && !(i > 0 && "g".contains(letters[i - 1])): count += 1
        case "ea" where word.hasPrefix("crea") || word.hasPrefix("rea") && "cl".contains(next) && !word.hasPrefix("reach"): count += 1
        case "ea" where i + 1 == last && i > 2: count += 1
        case "ie" where "tn".contains(next) && i > 0 && "lrcd".contains(letters[i - 1]) && !word.hasPrefix("fri") && !word.hasSuffix("cient"): count += 1
        case "ua" where i > 0 && !"qg".contains(letters[i - 1]): count += 1
        case "ui" where "td".contains(next) && i > 0 && "n".contains(letters[i - 1]): count += 1
        // em-ploy-ee, buy-er, but eye, eyes.
        case "ya", "ye", "yi":
            let isSilent = pair == "ye" && (i + 1 == last || i + 2 == last && "sd".contains(letters[last]))
            if i > 0, isVowel(i - 1), !isSilent { count += 1 }
        case "uo" where i > 0 && letters[i - 1] != "q": count += 1
        case _ where "eo".contains(letters[i]) && letters[i + 1] == "i" && next == "n" && i + 3 == last && letters[last] == "g":
            count += 1
        default: break
        }
    }
    if letters[last] == "e", !isVowel(last - 1) {
        // -le after a consonant is said (table), any other last e is silent (time).
        if !(letters[last - 1] == "l" && !isVowel(last - 2)) { count -= 1 }
    } else if word.hasSuffix("es"), !isVowel(last - 2) {
        // boxes, changes, services are said; times, files are not.
        let before = letters[last - 2]
        let isSaid = "sxzcg".contains(before) || word.hasSuffix("shes") || word.hasSuffix("ches")
        if !isSaid, !(before == "l" && !isVowel(last - 3)) { count -= 1 }
    } else if word.hasSuffix("ed"), !isVowel(last - 2) {
        let before = letters[last - 2]
        if before != "t", before != "d", !(before == "l" && !isVowel(last - 3) && letters[last - 3] != "l") { count -= 1 }
    }
    // Silent e inside a compound or before a suffix: statement, safely, hopeful, something.
    for suffix in ["ement", "ements", "ely", "eful", "eless", "eness", "etime", "ewhere"] where word.hasSuffix(suffix) {
        let at = letters.count - suffix.count
        if at > 1, !isVowel(at - 1), isVowel(at - 2), !"l".contains(letters[at - 1]) || isVowel(at - 2) { count -= 1 }
        break
    }
    if word.hasPrefix("some"), letters.count > 4, !isVowel(4) { count -= 1 }
    return max(1, count)
}

private func vowelGroups(_ count: Int, _ isVowel: (Int) -> Bool) -> Int {
    var groups = 0
    for i in 0..<count where isVowel(i) && !isVowel(i - 1) { groups += 1 }
    return groups
}

private let englishExceptions: [String: Int] = [
    "the": 1, "are": 1, "were": 1, "one": 1, "once": 1, "business": 2, "every": 2, "everyone": 3, "everything": 3, "people": 2,
    "science": 2, "quiet": 2, "being": 2, "doing": 2, "going": 2, "seeing": 2, "area": 3, "areas": 3, "idea": 3, "ideas": 3,
    "evening": 2, "different": 3, "several": 3, "interest": 3, "wednesday": 2, "hour": 1, "hours": 1, "our": 1, "using": 2,
    "sometimes": 2, "something": 2, "someone": 2, "therefore": 2, "before": 2, "safety": 2, "basement": 2, "movement": 2,
    "element": 3, "elements": 3, "implement": 3, "supplement": 3, "complement": 3, "settlement": 3, "create": 2, "created": 3,
    "website": 2, "websites": 2, "homepage": 2, "chocolate": 2, "poem": 2, "lion": 2, "diet": 2, "client": 2, "clients": 2,
    "usually": 4, "actually": 4, "february": 4, "ourselves": 2, "themselves": 2, "yourselves": 2, "reliable": 4, "variety": 4,
    "society": 4, "experience": 4, "material": 4, "serious": 3, "previous": 3, "various": 3, "obvious": 3, "whole": 1,
]
