import PlancSource

/// How the words of a language are cut, folded and brought to their stems.
struct PhraseLanguage: Sendable {
    /// Words that lean on the next one with an apostrophe are words of their own: `l’attaque`.
    var elides: Bool
    /// `ä` is `ae`, where there is no key for it.
    var umlauts: Bool
    /// Nouns begin with a capital as names do: German.
    var hasCapitalNouns: Bool { umlauts }
    private let stemmer: Stemmer

    init(_ tag: some StringProtocol, elides: Bool = false, umlauts: Bool = false) {
        (self.elides, self.umlauts) = (elides, umlauts)
        stemmer = Stemmer(language: tag)
    }

    /// In small letters without accents and without an English possessive.
    func fold(_ word: some StringProtocol) -> String {
        let folded = Folding.fold(word, umlauts: umlauts)
        if folded.hasSuffix("'s"), !elides, !Self.withVerb.contains(folded) { return String(folded.dropLast(2)) }
        return folded
    }

    /// Words with an `’s` that is a verb.
    private static let withVerb: Set<String> = [
        "it's", "that's", "he's", "she's", "there's", "here's", "what's", "who's", "let's", "nothing's", "everything's",
    ]

    func stem(_ folded: String) -> String {
        // Without their accent, `volée` and `volés` would have other stems than `volé`.
        if elides, folded.utf8.count > 4 {
            if folded.hasSuffix("ees") { return stemmer.stem(String(folded.dropLast(2))) }
            if folded.hasSuffix("ee") { return stemmer.stem(String(folded.dropLast())) }
        }
        return stemmer.stem(folded)
    }

    /// A word written in a phrase: any form of it, or this one where it is too short to have forms.
    func atom(ofFolded folded: String) -> PhraseAtom {
        let stem = stem(folded)
        return stem == folded && folded.utf8.count < 4 ? .exact(folded) : .stem(stem)
    }

    /// The words of a text, as written.
    func words(of text: String) -> [String] {
        // Most words of a phrase are nothing else.
        if text.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) { return text.isEmpty ? [] : [text] }
        var found: [String] = []
        let bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { bytes in
            var tokenizer = Tokenizer(bytes, 0..<bytes.count, elides: elides)
            while let piece = tokenizer.next() {
                switch piece {
                case .word(let range), .number(let range), .address(let range):
                    found.append(String(decoding: bytes[range], as: UTF8.self))
                case .sign: break
                }
            }
        }
        return found
    }
}
