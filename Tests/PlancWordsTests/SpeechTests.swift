import PlancWords
import Testing

@Suite struct SpeechTests {
    @Test func wordsAreSaidAtTheRate() {
        #expect(speechSeconds(String(repeating: "mot ", count: 135)) == 60)
        #expect(speechSeconds(String(repeating: "mot ", count: 136)) == 61)
        #expect(speechSeconds("", wordsPerMinute: 0) == 0)
        #expect(speechSeconds(String(repeating: "mot ", count: 90), wordsPerMinute: 180) == 30)
    }

    @Test(arguments: [
        ("Appelez le 04 65 71 00 12.", 7), ("Appelez le 0465710012.", 7), ("sur valmereau-info.example", 6),
        ("18 h – fin", 3),
        ("a@b.fr", 5),
    ])
    func numbersAndAddressesTakeTime(text: String, words: Int) {
        #expect(spokenWords(text) == words)
    }

    @Test func writtenWordsStandBetweenSpaces() {
        #expect(wordCount("L'attaque – c'est fini : 18 h.\nOui !") == 6)
        #expect(wordCount("") == 0)
    }
}
