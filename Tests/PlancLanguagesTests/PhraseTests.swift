import Testing

@testable import PlancLanguages

@Suite struct PhraseTests {
    @Test func partsAreNamedAndOtherBracesAreBraces() {
        let phrase = Phrase("write '{{ {field} }}' in {place}, not {other}", ["field": "hour", "place": "the text"])
        #expect(phrase.text(.english) == "write '{{ hour }}' in the text, not {other}")
    }

    @Test(arguments: [(0, "0 files"), (1, "1 file"), (2, "2 files"), (12345, "12,345 files")])
    func englishPlurals(_ count: Int, _ said: String) {
        let phrase = Phrase("{count, plural, one {# file} other {# files}}", ["count": count])
        #expect(phrase.text(.english) == said)
    }

    @Test(arguments: [(0, "jamais"), (1, "1 fois"), (7, "7 fois")])
    func exactNumbersWinOverCategories(_ count: Int, _ said: String) {
        let phrase = Phrase(
            "message {message} says 'we' {we} times and 'you' {you, plural, =0 {never} one {once} other {# times}}",
            ["message": "x", "we": 9, "you": count])
        #expect(phrase.french.hasSuffix(said))
    }

    @Test func wordsAreChosenByAValue() {
        func said(_ isNew: Bool) -> String {
            Phrase("a {isNew, select, true {new {thing}} other {removed {thing}}}", ["isNew": isNew, "thing": "role"])
                .text(.english)
        }
        #expect(said(true) == "a new role")
        #expect(said(false) == "a removed role")
    }

    @Test func phrasesInsidePhrasesAreSaidInTheSameLanguage() {
        let list = Phrase.list([Phrase("May", context: "month"), Phrase("June", context: "month")])
        #expect(list.english == "May and June")
        #expect(list.french == "mai et juin")
    }

    @Test func listsOfNamesWithCommasTakeSemicolons() {
        #expect(Phrase.list(["a", "b", "c"]).english == "a, b and c")
        #expect(Phrase.list(["a", "b, c"], .or).english == "a; b, c")
        #expect(Phrase.list(["a", "b et c"]).french == "a\u{A0}; b et c")
        #expect(Phrase.list([String]()).english == "")
    }

    @Test func numbersHaveTheLanguagesSeparators() {
        #expect(Language.english.number(1_234_567) == "1,234,567")
        #expect(Language.french.number(-12_345) == "−12\u{A0}345")
        #expect(Language.french.number(999) == "999")
    }

    @Test func whatAnAuthorWroteInSeveralLanguagesIsSaidInTheNearest() {
        let title = Phrase(versions: [("fr-CA", "courriel"), ("en", "mail")])
        #expect(title.french == "courriel")
        #expect(title.english == "mail")
        let forAll = Phrase(versions: [("en", "mail"), (nil, "e-mail")])
        #expect(forAll.french == "e-mail")
    }

    @Test func aLanguageIsFoundByItsTag() {
        #expect(Language("fr_FR.UTF-8") == .french)
        #expect(Language("en-GB") == .english)
        #expect(Language("tlh") == nil)
        #expect(Language.all.first == .english)
    }
}
