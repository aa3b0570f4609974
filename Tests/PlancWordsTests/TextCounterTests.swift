import PlancLanguages
import PlancSource
import PlancWords
import Testing

private func text(_ words: String) -> MappedText { MappedText(words, at: Span(FileID(0), 0, words.utf8.count)) }

private func englishSyllables(_ word: String) -> Int? { Language("en")?.rules.reading?.syllables(of: word) }

@Suite struct TextCounterTests {
    @Test func itSpeaksOfTheSenderAndToTheReader() {
        var french = TextCounter(language: "fr")
        let told = french.counts(of: text("Nous vous écrivons. Dites-nous tout, lisez ceci, restez chez vous."))
        #expect((told.we, told.you) == (2, 4))
        var english = TextCounter(language: "en")
        let said = english.counts(of: text("We'll call you; please tell us. Our yourt is here."))
        #expect((said.we, said.you) == (3, 2))
    }

    @Test func whatItLearnedChangesNoCount() {
        let words = "L’attaque de www.valmereau.example a touché 12 outils. Nous cherchons anticonstitutionnellement. "
        for language in ["fr", "en"] {
            var counter = TextCounter(language: language)
            let once = counter.counts(of: text(words))
            #expect(counter.counts(of: text(words)) == once)
            // In the middle of a text words are read otherwise than near its end.
            let twice = counter.counts(of: text(words + words))
            #expect(twice.readability.words == 2 * once.readability.words)
            #expect(twice.readability.syllables == 2 * once.readability.syllables)
            #expect(twice.readability.longWords == 2 * once.readability.longWords)
            #expect(twice.readability.sentences == 2 * once.readability.sentences)
        }
    }

    @Test func wordsThatBeginAlikeAreCountedApart() {
        var counter = TextCounter(language: "en")
        func syllables(_ word: String) -> Int { counter.counts(of: text(word)).readability.syllables }
        for word in [
            "information", "informational", "informationally", "anti-information-technology",
            "anti-information-technological",
        ] {
            #expect(syllables(word) == englishSyllables(word))
            #expect(syllables(word) == englishSyllables(word))
        }
    }

    @Test func manyWordsAreForgottenWithoutHarm() {
        var counter = TextCounter(language: "en")
        let many = (0..<40_000).map { "w\($0)x" }.joined(separator: " ")
        #expect(counter.counts(of: text(many)).readability.words == 40_000)
        #expect(
            counter.counts(of: text("receipt customer")).readability.syllables
                == (englishSyllables("receipt") ?? 0) + (englishSyllables("customer") ?? 0))
    }

    @Test func wordsAndSentencesEndWhereverTheyStand() {
        var counter = TextCounter(language: "en")
        for length in 1..<26 {
            let word = String(repeating: "a", count: length)
            for space in [" ", "\n", "\u{A0}", "\u{202F}", "\u{2009}", "\u{3000}", " \u{A0} "] {
                let words = text("\(word)\(space)bé\(space)–\(space)été\(space)2nd. Fin… \(word)?")
                let counts = counter.counts(of: words).readability
                #expect(counts.words == 6)
                #expect(counts.sentences == 2)
                #expect(sentences(in: words).map(\.words) == [4, 2])
                #expect(sentences(in: words, longerThan: 3).map(\.words) == [4])
            }
        }
    }
}
