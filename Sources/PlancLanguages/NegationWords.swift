/// The words of a language that deny, by which two languages of a text are compared.
public struct NegationWords: Sendable {
    /// Each denies by itself: "not", "never".
    public var denials: Set<String> = []
    /// Deny with one of `ends` within a few words: "ne … pas".
    public var starts: Set<String> = []
    public var ends: Set<String> = []
    /// What may stand for a denial in another language: "avoid", "only", "unknown", "otherwise".
    public var others: Set<String> = []
    /// Beginnings of such words: "impossib".
    public var otherBeginnings: [String] = []

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

    /// Whether a text may deny something, in whatever way.
    public func mayDeny(_ words: [Substring]) -> Bool {
        words.contains { word in
            let word = String(word)
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
        words.otherBeginnings = ["un", "verhinder", "verweiger", "abwesend", "fehl"]
        return words
    }()
}
