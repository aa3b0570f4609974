import PlancLanguages
import PlancSource
import Testing

@testable import PlancWords

private func text(_ words: String) -> MappedText { MappedText(words, at: Span(FileID(0), 0, words.utf8.count)) }

private let matchers = ["fr": WordMatcher(language: "fr"), "en": WordMatcher(language: "en")]

private func found(_ words: String, _ language: String) -> [String] {
    guard var matcher = matchers[language] else { return [] }
    return matcher.matches(in: text(words)).map { "\(matcher.entries[$0.pattern].id) \(text(words).text($0.range))" }
}

@Suite struct WordListTests {
    @Test func theListIsWhole() {
        #expect(WordList.entries.count == 250)
        #expect(Set(WordList.entries.map(\.id)).count == 250)
        #expect(WordList.entries(in: "fr").count == 125)
        for entry in WordList.entries {
            #expect(WordPattern.alternatives(of: entry.pattern) != nil, "\(entry.id) is not of the dialect")
            #expect(!entry.advice.english.isEmpty)
        }
    }

    @Test(arguments: WordList.entries.map(\.id))
    func anEntryFindsItsOwnExample(id: String) throws {
        let entry = try #require(WordList.entries.first { $0.id == id })
        let example = entry.example
        let language = id.prefix(2).lowercased()
        let ids = found(example, language).map { $0.prefix(9) }
        #expect(ids.contains(Substring(id)))
        // However it is typed: capitals, curly apostrophes, no-break spaces, line breaks.
        let typed = example.split(separator: " ").joined(separator: "\u{A0}\n")
        #expect(found(String(typed.map { $0 == "'" ? "’" : $0 }), language).contains { $0.hasPrefix(id) })
        if !entry.pattern.utf8.contains(where: { (0x41...0x5A).contains($0) }) {
            #expect(found(example.uppercased(), language).contains { $0.hasPrefix(id) })
        }
        // Never inside a quotation.
        let inside = example.split(separator: "\"").joined()
        for quoted in ["« \(inside) »", "“\(inside)”", "\"\(inside)\""] {
            #expect(found("Ne dites pas : \(quoted)", language).isEmpty)
        }
    }
}

@Suite struct WordMatcherTests {
    /// Sentences a communication director would write.
    @Test(arguments: [
        "Dites-le si vous avez vu un message étrange.",
        "Nous ne savons pas encore si des données ont été copiées.",
        "Vos données ont été vues par une personne non autorisée.",
        "Une erreur de livraison humaine et rapide.",
        "Nous vous présentons nos excuses.",
        "Les magasins sont ouverts. Le retrait des commandes marche.",
        "Le patchwork de dialogues, un catalogue de logements.",
        "Nous vous le dirons ici dès que ce sera vérifié.",
        "Le certificat est valable ; le chiffre d'affaires aussi.",
        "L'ancien magasin est fermé.",
        "Cent vingt salariés ont signalé un message.",
    ])
    func goodFrenchIsLeftAlone(words: String) {
        #expect(found(words, "fr") == [])
    }

    @Test(arguments: [
        "We know that this worries you. We do not know yet whether data was copied.",
        "An ad on the radio, a cert of birth, birds that soar.",
        "We will write to you as soon as we know.",
        "Employees: do not open the message.",
        "We are sorry that you had to wait.",
        "The logging company has stopped.",
    ])
    func goodEnglishIsLeftAlone(words: String) {
        #expect(found(words, "en") == [])
    }

    @Test func theExactWordsAreFound() {
        #expect(
            found("Un incident isolé, sous contrôle. Bientôt plus d’infos.", "fr") == [
                "FR-MIN-02 incident isolé", "FR-MIN-06 sous contrôle", "FR-DEF-17 Bientôt",
            ])
        #expect(
            found("Nous prenons la sécurité très au sérieux.", "fr") == [
                "FR-DEF-01 prenons la sécurité très au sérieux"
            ])
        #expect(found("Nous prenons note. Au sérieux.", "fr") == [])
        #expect(
            found("La sécurité de vos données est notre priorité absolue.", "fr") == [
                "FR-DEF-02 sécurité de vos données est notre priorité absolue"
            ])
    }

    @Test func aTextMessageWithoutAccentsIsReadAllTheSame() {
        #expect(
            found("Incident technique mineur maitrise. Gene occasionnee, la situation est maitrisee", "fr") == [
                "FR-MIN-13 Incident technique", "FR-MIN-11 Gene occasionnee", "FR-MIN-06 situation est maitrisee",
            ])
        #expect(found("La gene occasionnee à l'école primaire du quartier", "fr") == [])
    }

    @Test func aCombiningAccentIsAnAccent() {
        #expect(found("Un incident isole\u{301} ici", "fr") == ["FR-MIN-02 incident isole\u{301}"])
    }

    @Test func hiddenCharactersHideNothing() {
        #expect(found("Un inci\u{AD}dent iso\u{200B}lé", "fr").map { $0.prefix(9) } == ["FR-MIN-02"])
    }

    @Test func termsOfThePlanAreFoundWithTheOthers() {
        var matcher = WordMatcher(language: "fr", terms: ["bug", "PCA"])
        let words = text("Un bug dans le PCA, un Bug, une pca : débugué.")
        #expect(matcher.matches(in: words).map { words.text($0.range) } == ["bug", "PCA", "Bug"])
        var other = WordMatcher(language: "de", terms: ["bug"])
        #expect(other.entries.isEmpty)
        #expect(other.matches(in: text("Ein Bug, human error")).count == 1)
    }

    @Test func spacesInARowAreOne() {
        var matcher = WordMatcher(language: "en", terms: ["mail server"])
        for space in [" ", "  ", "\n", " \u{A0}\n ", "\u{202F} ", " \u{AD} "] {
            for words in [
                "The mail\(space)server.", "Été : le mail\(space)server",
                "« server »\(space)mail\(space)server\(space)é",
            ] {
                let words = text(words)
                #expect(matcher.matches(in: words).map { words.text($0.range) } == ["mail\(space)server"])
            }
        }
    }

    @Test func nothingIsFoundAcrossWhatIsNoWords() {
        var matcher = WordMatcher(language: "en", terms: ["mail server"])
        let span = Span(FileID(0), 0, 4)
        for kind in [MappedText.Kind.code, .mark, .quotation, .value] {
            var words = MappedText("mail ", at: span)
            words.append("é “x", kind: kind, span: span)
            words.append(" server, mail server", kind: .words, span: span)
            #expect(matcher.matches(in: words).map(\.range.upperBound) == [words.bytes.count])
        }
    }

    @Test func phrasesOfARuleComeAfterTheTerms() {
        var matcher = WordMatcher(language: "fr", terms: ["bug"], phrases: ["nos (sincères )?excuses"])
        let words = text("Un bug, et toutes nos sincères excuses à vous, comme promis.")
        let matches = matcher.matches(in: words).filter { $0.pattern >= matcher.entries.count }
        #expect(matches.map { $0.pattern - matcher.firstPhrase } == [-1, 0])
        #expect(matches.map { words.text($0.range) } == ["bug", "nos sincères excuses"])
        // Without accents in the text, the list's words are found without theirs; a phrase stays as it is.
        let plain = text("Un bug, et toutes nos sinceres excuses a vous, comme promis.")
        #expect(!matcher.matches(in: plain).contains { $0.pattern >= matcher.firstPhrase })
    }

    @Test func quotationMarksThatAreNotClosedHideNothing() {
        #expect(found("Un « incident isolé", "fr").count == 1)
        #expect(found("« rien » et un incident isolé", "fr").count == 1)
        #expect(found("le 5\" et un incident isolé", "fr").count == 1)
    }

    @Test func aTextMadeToMakeStatesEnds() {
        let hostile = String(
            repeating: "sécurité prend confidentialité satisfaction regrettons excuse tak ", count: 4000)
        #expect(found(hostile, "fr") == [])
    }
}
