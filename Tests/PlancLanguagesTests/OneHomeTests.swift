import PlancModel
import PlancSource
import PlancWordLists
import TestSupport
import Testing

@testable import PlancLanguages

/// What belongs to a language is in its folder: no other source chooses by language.
@Suite struct OneHomeTests {
    /// Lines that name a tag and choose nothing by it, each with its reason.
    private static let excused = [
        "pango_language_from_string(": "the neutral language that texts are shaped in",
        "\"com\", \"org\", \"net\"": "domains of addresses, which are of countries",
        ".germany": "a country, whose holidays a law counts",
        "example: \"fr\"": "an example of a value in the plan language",
        "$0.language ==": "the first language, in which planc is written, while it is built",
    ]

    @Test func noSourceOutsideTheHomeNamesALanguage() {
        let tags = Language.all.map { "\"\($0.tag)\"" }
        let names = ["isFrench", ".french", "isGerman", ".german", "Phrase(en:"]
        let home = "Sources/PlancLanguages/"
        var found: [String] = []
        var excuses: Set<String> = []
        for path in swiftFiles("\(packageFolder)/Sources") {
            let name = path.dropFirst(packageFolder.count + 1)
            if name.hasPrefix(home) { continue }
            let lines = String(decoding: readFile(path) ?? [], as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false)
            for (number, line) in lines.enumerated() where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                guard (tags + names).contains(where: { line.contains($0) }) else { continue }
                let reasons = Self.excused.keys.filter { line.contains($0) }
                excuses.formUnion(reasons)
                if reasons.isEmpty { found.append("\(name):\(number + 1): \(line)") }
            }
        }
        #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
        #expect(excuses == Set(Self.excused.keys), "an excuse that nothing needs")
    }

    /// A language is its folder: of one that is made of nothing else, planc says its phrases, lists, numbers and plurals.
    @Test func aLanguageNeedsNothingButItsFolder() {
        let packing = POFiles([
            """
            msgid ""
            msgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

            msgctxt "name of this language"
            msgid "English"
            msgstr "Esperanto"

            msgctxt "list"
            msgid " and "
            msgstr " kaj "

            msgctxt "number"
            msgid "1,000"
            msgstr "1.000"

            msgctxt "date"
            msgid "{day}\u{A0}{month} {year}"
            msgstr "{day}-a de {month} {year}"

            msgctxt "month"
            msgid "May"
            msgstr "majo"

            msgid "{count} files"
            msgstr "{count, plural, one {unu dosiero} other {# dosieroj}}"
            """
        ]).packing
        let home = LanguageHome(
            tag: "eo", catalogue: Packed(packing),
            rules: {
                var rules = LanguageRules()
                rules.messages.thanks = ["dankon"]
                return rules
            })
        let language = Language(home: home)
        #expect(language.name == "Esperanto")
        #expect(Phrase.list(["a", "b"]).text(language) == "a kaj b")
        #expect(language.number(12_345) == "12.345")
        #expect(CalendarDate(year: 2026, month: 5, day: 1)?.phrase.text(language) == "1-a de majo 2026")
        #expect(Phrase("{count} files", ["count": 1]).text(language) == "unu dosiero")
        #expect(Phrase("{count} files", ["count": 2000]).text(language) == "2.000 dosieroj")
        #expect(language.rules.messages.thanks == ["dankon"])
        // What it does not have is said in English.
        #expect(Phrase("missing").text(language) == "missing")
    }

    private static func words(of language: Language) -> String {
        let path = "\(packageFolder)/Sources/PlancLanguages/Languages/\(language.tag)/words.txt"
        return String(decoding: readFile(path) ?? [], as: UTF8.self)
    }

    /// The tables that the program has are those of the lists, byte for byte.
    @Test func theWordsAreThoseOfTheLists() {
        let packing = WordTablePacking.packing(of: Language.all.map { WordsFile(Self.words(of: $0)) })
        #expect(packing.numbers.count > 1000 && wordTables.holds(packing))
    }

    /// What cannot be read in a list of words is told at its line.
    @Test func whatNoListHasIsAFault() {
        let words = WordsFile("# said by nobody\n\nblanks:\n  (to be completed) | DRAFT\n\nblank:\n  x\n\nloose")
        #expect(words.faults.map(\.line) == [6, 9])
        #expect(words.lists["blanks"] == ["(to be completed)", "DRAFT", "x"])
    }

    /// Each kind of thing that a folder may hold is there for those languages that are complete.
    @Test(arguments: Language.all) func whatAFolderHolds(_ language: Language) {
        let rules = language.rules
        #expect(!rules.messages.warnings.isEmpty && !rules.dates.weekdays.isEmpty)
        let aliases = rules.aliases()
        #expect(!aliases.kinds.isEmpty && !aliases.units.isEmpty && !rules.abbreviations.isEmpty)
        for names in [aliases.kinds.map(\.key), aliases.keys.map(\.key), aliases.values.map(\.key)] {
            #expect(Set(names).count == names.count)
        }
        let words = WordsFile(Self.words(of: language))
        #expect(words.faults.isEmpty)
        #expect(Set(words.headings.keys) == Set(Element.allCases.map(\.rawValue)))
        #expect(language.packed("phrases") != nil)
    }
}
