import PlancLanguages
import PlancSource
import Testing

@testable import PlancWords

private func text(_ words: String) -> MappedText { MappedText(words, at: Span(FileID(0), 0, words.utf8.count)) }

/// The phrases of each language find what their own examples say, and nothing in their innocent sentences.
@Suite struct PhraseBookTests {
    static let languages = Language.all.filter { $0.file("phrases.txt") != nil }

    private func found(_ sentence: String, _ reader: inout PhraseReader) -> [(group: PhraseGroup, words: String)] {
        let text = text(sentence)
        return reader.matches(in: text).map { (reader.groups[$0.group], text.text($0.range)) }
    }

    @Test(arguments: languages) func everyLineIsOfTheDialect(_ language: Language) {
        let book = PhraseBook.of(language.tag)
        #expect(book.faults.map(\.text) == [])
        #expect(book.groups.count > 30)
        #expect(Set(book.groups.map(\.family)) == Set(PhraseFamily.allCases))
        for group in book.groups where group.help.isEmpty {
            let number = book.groups.firstIndex { $0.name == group.name && $0.family == group.family }
            let isTold = book.entries.allSatisfy { $0.group != number || !$0.prefer.isEmpty }
            #expect(isTold || [.apology, .reply].contains(group.family), "\(group.name) says nothing to write instead")
        }
    }

    @Test(arguments: languages) func groupsFindTheirExamples(_ language: Language) {
        var reader = PhraseReader(PhraseBook.of(language.tag))
        for group in reader.groups {
            for example in group.examples {
                // However it is typed: curly apostrophes, no-break spaces, line breaks, capitals.
                let typed = example.split(separator: " ").joined(separator: "\u{A0}\n").replacing("'", with: "’")
                for sentence in [example, typed, example.uppercased()] {
                    let names = found(sentence, &reader).map(\.group.name)
                    #expect(names.contains(group.name), "[\(group.family): \(group.name)] \(sentence)")
                }
                let quoted = "“\(example.replacing("“", with: "").replacing("”", with: ""))”"
                #expect(found("– \(quoted)", &reader).isEmpty, "\(quoted)")
            }
        }
    }

    @Test(arguments: languages) func innocentSentencesAreLeftAlone(_ language: Language) {
        var reader = PhraseReader(PhraseBook.of(language.tag))
        for sentence in reader.groups.flatMap(\.innocent) {
            let words = found(sentence, &reader).filter { $0.group.family != .apology }.map(\.words)
            #expect(words == [], "\(sentence)")
        }
    }

    @Test func termsOfAPlanAreFoundAsTheyStand() {
        var reader = PhraseReader(PhraseBook(language: "fr", text: ""), terms: ["bug", "PCA", "serveur de courriel"])
        #expect(reader.matches(in: text("Un Bug du serveur  de courriel, le PCA, le pca.")).map(\.group) == [0, 2, 1])
        #expect(reader.matches(in: text("Les débugs ; « le PCA »")).isEmpty)
    }

    @Test func whatStandsAroundAPhraseTakesItsSting() {
        let book = PhraseBook(
            language: "en",
            text: """
                @not = not
                @if = whether
                @gloss = a
                [claim: safe]
                your data is safe
                [jargon: attacks]
                ransomware => a program
                """)
        var reader = PhraseReader(book)
        func count(_ sentence: String) -> Int { reader.matches(in: text(sentence)).count }
        #expect(count("Your data is safe.") == 1)
        #expect(count("We cannot tell, and do not say that your data is safe.") == 0)
        #expect(count("We do not know much; your data is safe.") == 1)
        #expect(count("We check whether your data is safe.") == 0)
        #expect(count("Is it true that your data is safe?") == 0)
        #expect(count("Ransomware, a program that locks files, hit us.") == 0)
        #expect(count("Ransomware hit us.") == 1)
    }

    @Test func marksTellWhatIsReported() {
        let book = PhraseBook(language: "en", text: "[vague: soon]\n(will | to) .. [soon]\n")
        var reader = PhraseReader(book)
        let sentence = text("We will write to you soon.")
        #expect(reader.matches(in: sentence).map { sentence.text($0.range) } == ["soon"])
    }
}
