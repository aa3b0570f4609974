import PlancLanguages
import PlancSource
import TestSupport
import Testing

@testable import PlancPhrases
@testable import PlancWords

private func text(_ words: String) -> MappedText { MappedText(words, at: Span(FileID(0), 0, words.utf8.count)) }

/// The phrases of each language find what their own examples say, and nothing in their innocent sentences.
@Suite struct PhraseBookTests {
    static let languages = Language.all.filter { !languageFile($0.tag, "phrases.txt").isEmpty }

    static func book(_ tag: String) -> PhraseBook {
        PhraseBook(language: tag, text: languageFile(tag, "phrases.txt"))
    }

    /// The phrases with the statements, as planc carries them.
    static func whole(_ tag: String) -> PhraseBook {
        var whole = book(tag)
        whole.add(languageFile(tag, "statements.txt"))
        return whole
    }

    /// What planc carries is what a table made now is: nothing is read or made when it starts.
    @Test(arguments: languages) func theBuildMadeTheTables(_ language: Language) throws {
        for (name, book) in Self.whole(language.tag).tables {
            #expect(try #require(language.packed(name)).holds(PhraseCompiler.pack(book)), "\(name)")
        }
    }

    @Test(arguments: languages) func tablesOfTheBuildFindWhatTablesMadeNowFind(_ language: Language) {
        let terms = ["plate-forme", "bug", "cellule", "Lage", "update"]
        let carried: [String: PhraseTable] = [
            "phrases": .of(language.tag), "replies": .replies(in: language.tag), "plan": .ofPlan(in: language.tag),
            "lengths": .lengths(in: language.tag),
        ]
        for (name, book) in Self.whole(language.tag).tables {
            guard let built = carried[name] else {
                Issue.record("\(name) is asked of nothing")
                continue
            }
            var reader = PhraseReader(built, terms: terms)
            var made = PhraseReader(PhraseTable(book), terms: terms)
            for sentence in book.groups.flatMap({ $0.examples + $0.innocent }) {
                let text = text(sentence + " Update: bug, Lage der cellule.")
                #expect(reader.matches(in: text) == made.matches(in: text), "\(sentence)")
            }
        }
    }

    private func found(_ sentence: String, _ reader: inout PhraseReader) -> [(group: PhraseGroup, words: String)] {
        let text = text(sentence)
        return reader.matches(in: text).map { (reader.groups[$0.group], text.text($0.range)) }
    }

    @Test(arguments: languages) func everyLineIsOfTheDialect(_ language: Language) {
        let book = Self.book(language.tag)
        #expect(book.faults.map(\.text) == [])
        #expect(book.groups.count > 30)
        let stated = PhraseFamily.statements.union(PhraseFamily.ofPlan).union(PhraseFamily.ofLengths)
        #expect(Set(book.groups.map(\.family)) == Set(PhraseFamily.allCases).subtracting(stated))
        for group in book.groups where group.help.isEmpty {
            let number = book.groups.firstIndex { $0.name == group.name && $0.family == group.family }
            let isTold = book.entries.allSatisfy { $0.group != number || $0.release != nil || !$0.prefer.isEmpty }
            #expect(isTold || [.apology, .reply].contains(group.family), "\(group.name) says nothing to write instead")
        }
    }

    @Test(arguments: languages) func groupsFindTheirExamples(_ language: Language) {
        let book = Self.book(language.tag)
        #expect(book.groups.flatMap(\.examples).count > 20)
        var reader = PhraseReader(PhraseTable(book))
        for group in book.groups {
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
        let book = Self.book(language.tag)
        var reader = PhraseReader(PhraseTable(book))
        let innocent = book.groups.flatMap(\.innocent)
        #expect(innocent.count > 5)
        for sentence in innocent {
            let words = found(sentence, &reader).filter { $0.group.family != .apology }.map(\.words)
            #expect(words == [], "\(sentence)")
        }
    }

    @Test func termsOfAPlanAreFoundAsTheyStand() {
        let none = PhraseTable(PhraseBook(language: "fr", text: "language: elisions"))
        var reader = PhraseReader(none, terms: ["bug", "PCA", "serveur de courriel"])
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
        var reader = PhraseReader(PhraseTable(book))
        func count(_ sentence: String) -> Int { reader.matches(in: text(sentence)).count }
        #expect(count("Your data is safe.") == 1)
        #expect(count("We cannot tell, and do not say that your data is safe.") == 0)
        #expect(count("We do not know much; your data is safe.") == 1)
        #expect(count("We check whether your data is safe.") == 0)
        #expect(count("Is it true that your data is safe?") == 0)
        #expect(count("Ransomware, a program that locks files, hit us.") == 0)
        #expect(count("Ransomware hit us.") == 1)
    }

    @Test func wordsOfAFamilyAreReleased() {
        let book = PhraseBook(
            language: "en",
            text: """
                [vague: later]
                later
                inside: sooner or later
                beside: (by | before) (# | <value>)
                [claim: sign]
                no sign
                [jargon: known]
                "MFA" => a code
                [jargon: abbreviations]
                <acronym> => its name
                """)
        #expect(book.faults.isEmpty)
        var reader = PhraseReader(PhraseTable(book))
        func found(_ sentence: String) -> [String] {
            let text = text(sentence)
            return reader.matches(in: text).map { text.text($0.range) }
        }
        #expect(found("Later.") == ["Later"])
        #expect(found("Sooner or later, no sign. Later.") == ["no sign", "Later"])
        #expect(found("Later, but before 9. Later!") == ["Later"])
        #expect(found("ALARM: leave. +++ ALARM +++ ALARM! ALARM – leave.") == [])
        #expect(found("Turn on MFA.") == ["MFA"])
        #expect(found("Ask the OAIC, the\nOAIC.") == ["OAIC", "OAIC"])
    }

    @Test func marksTellWhatIsReported() {
        let book = PhraseBook(language: "en", text: "[vague: soon]\n(will | to) .. [soon]\n")
        var reader = PhraseReader(PhraseTable(book))
        let sentence = text("We will write to you soon.")
        #expect(reader.matches(in: sentence).map { sentence.text($0.range) } == ["soon"])
    }
}
