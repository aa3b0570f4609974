import PlancLanguages
import PlancSource
import PlancWords
import Testing

private func text(_ words: String) -> MappedText { MappedText(words, at: Span(FileID(0), 0, words.utf8.count)) }

private func measure(_ tag: String) throws -> ReadingMeasure { try #require(Language(tag)?.rules.reading) }

@Suite struct ReadabilityTests {
    @Test func thePublishedVector() throws {
        let counts = Readability(words: 100, sentences: 5, syllables: 150, longWords: 25)
        #expect(abs(counts.ease(by: try measure("en")) - 59.635) < 0.001)
        #expect(abs(counts.ease(by: try measure("fr")) - 76.30) < 0.001)
        // Amstad: 180 − 20 − 58.5 × 1.5.
        #expect(abs(counts.ease(by: try measure("de")) - 72.25) < 0.001)
        #expect(abs(counts.lix - 45.0) < 0.001)
    }

    @Test(arguments: [
        ("porte", 1), ("portes", 1), ("parlent", 1), ("argent", 2), ("ouvrent", 1), ("souvent", 2), ("attendent", 2),
        ("client", 2), ("clients", 2), ("créa", 2), ("touchée", 2), ("copiées", 2), ("cyberattaque", 4),
        ("continue", 3),
        ("questions", 2), ("moyens", 2), ("payée", 2), ("naïf", 2), ("oublier", 3), ("qu'", 1), ("équipe", 2),
        ("longue", 1),
        ("aiment", 1), ("paiement", 2), ("étaient", 2), ("rendez-vous", 3), ("œuvre", 1), ("réseau", 2),
        ("aujourd'hui", 3),
    ])
    func frenchSyllablesAreThoseThatAreSaid(word: String, count: Int) throws {
        #expect(try measure("fr").syllables(of: word) == count)
    }

    @Test(arguments: [
        ("time", 1), ("times", 1), ("table", 2), ("boxes", 2), ("wanted", 2), ("called", 1), ("create", 2),
        ("science", 2),
        ("information", 4), ("employee", 3), ("their", 1), ("being", 2), ("safely", 2), ("something", 2), ("use", 1),
        ("the", 1),
        ("idea", 3), ("question", 2), ("services", 3), ("don't", 1), ("re-open", 3),
    ])
    func englishSyllablesAreThoseThatAreSaid(word: String, count: Int) throws {
        #expect(try measure("en").syllables(of: word) == count)
    }

    @Test(arguments: [
        ("Haus", 1), ("Häuser", 2), ("Bücher", 2), ("Information", 5), ("Cyberangriff", 4), ("wie", 1), ("See", 1),
        ("beurteilen", 4), ("Museum", 3), ("Ferien", 3), ("Linie", 3), ("Quelle", 2), ("neue", 2), ("Straße", 2),
        ("System", 2), ("E-Mail", 2), ("Störung", 2), ("Theater", 3), ("Kundinnen", 3), ("wir", 1),
    ])
    func germanSyllablesAreThoseThatAreSaid(word: String, count: Int) throws {
        #expect(try measure("de").syllables(of: word) == count)
    }

    @Test func whoIsSpokenToIsCountedInHeadingsAndInGermanByItsCapital() {
        var german = TextCounter(language: "de")
        let counts = german.counts(of: text("Wir bitten Sie: Rufen Sie uns an. Wenn sie kommen, sagen wir es Ihnen."))
        #expect((counts.we, counts.you) == (3, 3))
    }

    @Test func sentencesEndWhereSentencesEnd() {
        let words =
            "M. Weil dit 3.5 fois non. Oui ! Voir art. 34, cf. la page a.example. « Rien ? » dit-il… Et Mme Roux ? 18 h."
        let parts = text(words)
        #expect(
            sentences(in: parts).map { parts.text($0.range) } == [
                "M. Weil dit 3.5 fois non.", "Oui !", "Voir art. 34, cf. la page a.example.", "« Rien ? » dit-il…",
                "Et Mme Roux ?", "18 h.",
            ])
    }

    /// The scores follow from the syllables of the CMU Pronouncing Dictionary.
    @Test(arguments: [
        (easyEnglish, 83.36), (hardEnglish, -2.34),
    ])
    func documentedEnglishScores(words: String, score: Double) throws {
        #expect(abs(readability(of: text(words), language: "en").ease(by: try measure("en")) - score) <= 3)
    }

    /// Counted by hand: 78 words, 11 sentences, 128 syllables as they are said.
    @Test func aFrenchTextCountedByHand() throws {
        let counts = readability(of: text(french), language: "fr")
        #expect(counts.sentences == 11)
        #expect(counts.words == 78)
        #expect(abs(counts.ease(by: try measure("fr")) - 79) <= 3)
        #expect(readability(of: text(""), language: "fr").ease(by: try measure("fr")) == 207)
    }

    @Test func addressesAndNumbersAreOneWord() {
        let counts = readability(of: text("Appelez le 0465710012 ou tapez valmereau-info.example."), language: "fr")
        #expect(counts.words == 6)
        #expect(counts.syllables == 9)
    }
}

private let easyEnglish = """
    The river has come into the library. It is closed today. We do not know yet when it can open again. The fire service is \
    pumping out the basement. Keep your books at home. You will pay no fine. You can read the same text on our website. We \
    know that you count on us, and we are sorry to close. We will write to every reader who has reserved a book this week. If \
    you see water near the electrical panel, leave the building and call the caretaker at once. Our colleagues are moving the \
    oldest collections to the first floor, where the humidity is under control and the shelves are empty.
    """

private let hardEnglish = """
    Independent specialists are examining every potentially affected system, and the notifications that the law demands have \
    been submitted to the supervisory authorities. Because the investigation continues, several departments cannot deliver \
    their usual services, and customers should expect that answers to general questions will take considerably longer than \
    usual. The company has established a dedicated telephone line, whose number appears at the bottom of this page, and has \
    temporarily suspended the automatic treatment of financial transactions. Employees who notice suspicious activity are \
    requested to disconnect their equipment and to inform the responsible manager immediately.
    """

private let french = """
    Une cyberattaque touche nos outils depuis samedi. Nous savons que cela peut vous inquiéter et vous gêner. Nous vous \
    présentons nos excuses. Les commandes déjà payées sont conservées. Nous ne savons pas si vos données ont été copiées. \
    Notre enquête continue. Si tel est le cas, nous vous écrirons personnellement. Nous avons coupé les liaisons touchées. \
    Une entreprise spécialisée enquête avec nous. Nous déposons plainte. Ne donnez jamais un mot de passe ou un code reçu par SMS.
    """
