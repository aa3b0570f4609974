/// The words of a language that deny, by which two languages of a text are compared.
public struct NegationWords: Sendable {
    /// Each denies by itself: "not", "never".
    public var denials: Set<String> = [] { didSet { noteFirstLetters() } }
    /// Deny with one of `ends` within a few words: "ne … pas".
    public var starts: Set<String> = [] { didSet { noteFirstLetters() } }
    public var ends: Set<String> = [] { didSet { noteFirstLetters() } }
    /// What may stand for a denial in another language: "avoid", "only", "unknown", "otherwise".
    public var others: Set<String> = []
    /// Beginnings of such words: "impossib".
    public var otherBeginnings: [String] = []

    /// Denies the verb behind it: "without".
    public var without = ""
    /// How such verbs end, and what stands before one.
    public var withoutEndings: [String] = []
    public var withoutMark: String?
    /// Verbs behind it that deny nothing: "without waiting" is at once.
    public var withoutNothing: Set<String> = []

    /// Words that may deny elsewhere, and say nothing of what is done without something else: "turn off".
    public var besideWithout: Set<String> = []

    /// What is said not to be done beside something else: "without switching them off".
    public func withouts(in words: [Substring]) -> [String] {
        if without.isEmpty { return [] }
        return words.indices.compactMap { place in
            guard words[place] == without else { return nil }
            let near = words[(place + 1)...].prefix(withoutMark == nil ? 3 : 7)
            let verb =
                if let withoutMark {
                    near.indices.dropLast().first { near[$0] == withoutMark }.map { near[$0 + 1] }
                } else {
                    near.first { word in word.count > 3 && withoutEndings.contains { word.hasSuffix($0) } }
                }
            guard let verb, !withoutNothing.contains(String(verb)) else { return nil }
            return "\(without) \(verb)"
        }
    }

    /// The small letters that words which deny begin with: bits from `a`.
    private var firstLetters: UInt32 = 0

    public init() {}

    /// How far an end is from its start at most, in words.
    private static let reach = 8

    /// What denies in a text in small letters, each as it is said; the words of a start and its end with "…" between.
    public func denials(in words: [Substring]) -> [String] {
        var found: [String] = []
        for (place, word) in words.enumerated() {
            if denials.contains(String(word)) {
                found.append(String(word))
            } else if starts.contains(String(word)),
                let end = words[(place + 1)...].prefix(Self.reach).first(where: { ends.contains(String($0)) })
            {
                found.append("\(word) … \(end)")
            }
        }
        return found
    }

    /// How often a text denies something: as many as `denials` finds in its words. Of most words the first letter tells that they do
    /// not.
    public func count(in text: String) -> Int {
        var text = text
        return text.withUTF8 { bytes in
            var (found, number, place) = (0, 0, 0)
            // The numbers of starts whose end has not come.
            var open: [Int] = []
            while place < bytes.count {
                guard Self.isLetter(bytes, place) else {
                    place += 1
                    continue
                }
                var end = place + 1
                while end < bytes.count, Self.isLetter(bytes, end) { end += 1 }
                number += 1
                if end - place <= Self.longest, Self.bit(of: bytes[place]) & firstLetters != 0 {
                    let word = String(decoding: bytes[place..<end], as: UTF8.self).lowercased()
                    if denials.contains(word) {
                        found += 1
                    } else {
                        if ends.contains(word) {
                            found += open.count { number - $0 <= Self.reach }
                            open.removeAll()
                        }
                        if starts.contains(word) { open.append(number) }
                    }
                }
                place = end
            }
            return found
        }
    }

    private mutating func noteFirstLetters() {
        firstLetters = denials.union(starts).union(ends).reduce(0) { $0 | Self.bit(of: $1.utf8.first ?? 0) }
    }

    private static func bit(of letter: UInt8) -> UInt32 {
        let place = (letter | 0x20) &- UInt8(ascii: "a")
        return place < 26 ? 1 << UInt32(place) : 0
    }

    /// Whether a byte is one of a letter: of ASCII or beyond, but for the signs and spaces from U+0080 and from U+2000 on.
    private static func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        let byte = bytes[place]
        if byte < 0x80 { return (0x61...0x7A).contains(byte | 0x20) }
        if byte == 0xC2 || byte == 0xE2 { return false }
        // Behind the first byte of such a sign.
        guard byte < 0xC0 else { return true }
        let first = (1...2).lazy.map { place - $0 }.first { $0 >= 0 && bytes[$0] >= 0xC0 }
        return first.map { bytes[$0] != 0xC2 && bytes[$0] != 0xE2 } ?? true
    }

    /// The longest word that denies, in bytes.
    private static let longest = 12

    /// Whether a text may deny something, in whatever way.
    ///
    /// - Parameter leaving: words that deny nothing there.
    public func mayDeny(_ words: [Substring], leaving: Set<String> = []) -> Bool {
        words.contains { word in
            let word = String(word)
            if leaving.contains(word) { return false }
            return denials.contains(word) || ends.contains(word) || others.contains(word)
                || otherBeginnings.contains { word.hasPrefix($0) }
        }
    }
}

extension NegationWords {
    static let english: NegationWords = {
        var words = NegationWords()
        words.denials = ["never", "cannot", "don", "doesn", "didn", "won", "mustn", "shouldn", "wouldn"]
        // What is or was not so is often said of what is absent, closed, unknown.
        words.starts = [
            "do", "does", "did", "must", "should", "may", "can", "will", "would", "could", "need", "shall",
        ]
        words.ends = ["not"]
        words.others = [
            "isn", "wasn", "aren", "weren", "haven", "hasn", "absent", "no", "nor", "neither", "without", "nobody",
            "none", "nothing", "nowhere", "refuse", "avoid", "stop",
            "instead", "rather", "unless", "except", "only", "free", "out", "lack", "lacks", "unable", "fail", "fails",
            "failed", "off", "leave", "refrain", "ignore", "hardly", "beware", "far", "before", "until", "wait", "too",
            "otherwise", "less", "few", "little", "last", "but", "prevent", "prevents", "missing", "away", "keep",
            "unlike",
        ]
        words.without = "without"
        words.withoutEndings = ["ing"]
        words.withoutNothing = [
            "waiting", "delaying", "hesitating", "counting", "forgetting", "mentioning", "failing", "losing", "nothing",
            "anything", "something", "everything", "warning", "heating", "lighting", "parking", "building", "meeting",
            "training", "funding", "planning", "morning", "evening",
        ]
        words.besideWithout = ["off", "out", "unplug", "unplugged", "unlock", "under"]
        words.otherBeginnings = ["un", "impossib", "inaccess", "incorrect", "incomplete", "invalid", "useless"]
        return words
    }()

    static let french: NegationWords = {
        var words = NegationWords()
        words.starts = ["ne", "n"]
        words.ends = ["pas", "jamais", "rien", "aucun", "aucune", "plus", "personne", "guère"]
        words.others = [
            "ne", "n", "absent", "absente", "absents", "absentes", "non", "ni", "sans", "nul", "évitez", "éviter",
            "refusez", "refuser", "sauf", "hors", "lieu", "plutôt",
            "seul", "seule", "seuls", "seules", "seulement", "uniquement", "cessez", "cesser", "arrêtez", "laissez",
            "gardez", "méfiez", "avant", "attendez", "attendre", "trop", "loin", "sinon", "moins", "peu", "dernier",
            "mais", "empêche", "empêcher", "manque", "tant", "jusqu",
        ]
        words.without = "sans"
        words.withoutEndings = ["er", "ir", "ndre", "mettre", "dire", "lire", "crire"]
        words.withoutNothing = [
            "attendre", "tarder", "hésiter", "compter", "oublier", "parler", "danger", "papier", "dossier", "courrier",
            "clavier", "plaisir", "avenir", "souvenir", "calendrier", "escalier", "ouvrier", "particulier", "premier",
            "dernier", "foyer", "loyer", "atelier", "quartier", "financier", "hiver", "cahier", "fichier", "chantier",
        ]
        words.otherBeginnings = ["impossib", "inutil", "inconn", "indispon", "inaccess", "incompl", "inexact", "dé"]
        return words
    }()

    static let german: NegationWords = {
        var words = NegationWords()
        words.denials = [
            "nicht", "niemals", "nie", "nichts", "kein", "keine", "keinen", "keinem", "keiner", "keines",
        ]
        words.others = [
            "ohne", "weder", "noch", "niemand", "niemanden", "statt", "anstatt", "außer", "nur", "vermeiden",
            "nirgends",
            "lassen", "vor", "bevor", "bis", "warten", "sonst", "weniger", "wenig", "kaum", "letzte",
            "aber", "sondern", "fehlt", "fehlen", "stoppen", "nein", "erst", "weg",
        ]
        words.without = "ohne"
        words.withoutMark = "zu"
        words.besideWithout = [
            "und", "uns", "unser", "unsere", "unseren", "unserem", "unserer", "unter", "unten",
        ]
        words.withoutNothing = ["warten", "zögern", "vergessen", "verlieren", "zählen"]
        words.otherBeginnings = ["un", "verhinder", "verweiger", "abwesend", "fehl"]
        return words
    }()
}
