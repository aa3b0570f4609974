import PlancModel
import PlancSource
import TestSupport
import Testing

@testable import PlancLanguages

/// Every phrase of the sources in every language, with the same parts, in good typography.
@Suite struct CompletenessTests {
    private static let phrases = sourcePhrases()
    /// Words of known lists that come from a value, so that no source has them beside `Phrase`.
    private static let termContexts = [
        "stage of an obligation", "starter", "starter id", "advice", "obligation", "profile", "fact of an obligation",
        "item of a notice", "recipient of a notice", "start of a time limit", "time without a number",
    ]
    private static let others = Language.all.filter { $0 != .english }

    @Test func theSourcesAreRead() {
        #expect(Self.phrases.count > 1500)
        #expect(Self.phrases.contains { $0.english == "every {time}" && $0.context == "months or days" })
    }

    @Test(arguments: others) func nothingIsMissing(_ language: Language) {
        let known = Set(language.translations.keys)
        let missing = Set(Self.phrases).filter { !known.contains($0.key) && $0.english.contains(where: \.isLetter) }
        #expect(
            missing.isEmpty,
            "\(missing.sorted { $0.place < $1.place }.map { "\($0.place) \($0.key)" }.joined(separator: "\n"))")
    }

    /// What to write instead of flagged phrases, in every language's book.
    @Test(arguments: others) func theAdviceOfPhrasesIsTranslated(_ language: Language) {
        let advice = Language.all.flatMap { home -> [Substring] in
            let book = languageFile(home.tag, "phrases.txt")
            return book.split(separator: "\n").filter { $0.hasPrefix("help: ") }.map { $0.dropFirst("help: ".count) }
        }
        let keys = Set((advice + ["write '{words}'"]).map { "advice\u{4}" + $0 })
        let translated = Set(language.translations.keys.filter { $0.hasPrefix("advice\u{4}") })
        #expect(keys == translated, "\(keys.symmetricDifference(translated).sorted().joined(separator: "\n"))")
    }

    /// The words of the library of obligations, which come from its terms.
    @Test(arguments: others) func theTermsOfTheLibraryAreTranslated(_ language: Language) {
        let known = Set(language.translations.keys)
        #expect(LegalTerms.Kind.allCases.flatMap(LegalTerms.all.ids).count > 50)
        for kind in LegalTerms.Kind.allCases {
            for id in LegalTerms.all.ids(kind) {
                let key = kind.context.text + "\u{4}" + (LegalTerms.all.english(kind, id) ?? "")
                #expect(known.contains(key), "\(kind) \(id)")
            }
        }
    }

    @Test(arguments: others) func nothingIsLeftOver(_ language: Language) {
        let said = Set(Self.phrases.map(\.key))
        let old = language.translations.keys.filter { key in
            !said.contains(key) && !Self.termContexts.contains { key.hasPrefix($0 + "\u{4}") }
        }
        #expect(old.isEmpty, "\(old.sorted().joined(separator: "\n"))")
    }

    @Test(arguments: others) func nothingIsTranslatedTwice(_ language: Language) throws {
        var counts: [Int] = []
        var texts: [String] = []
        for name in languageFiles(language.tag) where name.hasSuffix(".po") {
            texts.append(languageFile(language.tag, name))
            let lines = texts[texts.count - 1].split(separator: "\n")
            let entries = lines.count { $0.hasPrefix("msgstr ") } - headers(lines)
            counts.append(POFiles([texts[texts.count - 1]]).translations.values.reduce(0) { $0 + $1.count })
            #expect(counts.last == entries, "\(language.tag)/\(name)")
        }
        #expect(counts.count > 5)
        #expect(try #require(language.packed("catalogue")).holds(POFiles(texts).packing), "what the build packed")
        #expect(language.translations.keys.count == counts.reduce(0, +), "a phrase is in two files of \(language.tag)")
    }

    /// Entries without English: the header of a file.
    private func headers(_ lines: [Substring]) -> Int {
        zip(lines, lines.dropFirst()).count { $0 == "msgid \"\"" && $1.hasPrefix("msgstr ") }
    }

    /// A translation that was forgotten is English: its little words, or every word of it.
    @Test(arguments: others) func noEnglishIsLeft(_ language: Language) {
        let little: Set<Substring> = [
            "the", "of", "and", "with", "is", "are", "this", "that", "from", "which", "has", "have", "your", "you",
        ]
        for (key, said) in language.translations
        where !key.hasPrefix("starter id") && !key.hasPrefix("obligation\u{4}") {
            let words = prose(said).lowercased().split { !$0.isLetter }
            #expect(!words.contains(where: little.contains), "\(key) → \(said)")
        }
    }

    /// Without what is quoted, code, parts and options: those are the same in all languages.
    private func prose(_ text: String) -> String {
        var out = ""
        var close: Character?
        for sign in text {
            if let end = close {
                if sign == end { close = nil }
                continue
            }
            switch sign {
            case "`": close = "`"
            case "«": close = "»"
            case "„", "“": close = sign == "„" ? "“" : "”"
            case "{": close = "}"
            default: out.append(sign)
            }
        }
        return out
    }

    @Test(arguments: others) func quotationMarksComeInPairs(_ language: Language) {
        for (key, said) in language.translations {
            for (open, close) in [("«", "»"), ("„", "“")] as [(Character, Character)] where said.contains(open) {
                #expect(said.count { $0 == open } == said.count { $0 == close }, "\(key) → \(said)")
            }
        }
    }

    @Test func germanHasItsQuotationMarksAndNoSpaceBeforeASign() throws {
        let german = try #require(Language("de"))
        for (key, said) in german.translations where !isWrittenAsPlansAre(key) {
            let signs = Array(said)
            for place in signs.indices.dropFirst() {
                switch signs[place] {
                case "'" where signs[place - 1].isLetter && place + 1 < signs.count && signs[place + 1].isLetter:
                    Issue.record("a straight apostrophe: \(key) → \(said)")
                case "«", "»", "”": Issue.record("another language's quotation mark: \(key) → \(said)")
                case ":", ";", "?", "!":
                    if signs[place - 1].isWhitespace, signs[place - 1] != "\n" {
                        Issue.record("a space before a sign: \(key) → \(said)")
                    }
                default: break
                }
            }
        }
    }

    @Test(arguments: others) func partsAreTheSame(_ language: Language) {
        let catalogue = language.home.catalogue
        #expect(Self.phrases.count > 1000 && language.translations.count > 1000)
        for phrase in Set(Self.phrases) where phrase.context != "time of day" {
            guard let said = catalogue[phrase.english, phrase.context] else { continue }
            #expect(parts(said[...]) == parts(phrase.english[...]), "\(phrase.place) \(phrase.english) → \(said)")
        }
    }

    /// The names in braces, also inside what a plural chooses among.
    private func parts(_ template: Substring) -> Set<String> {
        var names: Set<String> = []
        var rest = template
        while let brace = rest.firstIndex(of: "{") {
            rest = rest[rest.index(after: brace)...]
            let name = rest.prefix { $0.isLetter || $0.isNumber }
            let after = rest.dropFirst(name.count)
            if name.isEmpty { continue }
            if after.hasPrefix("}") {
                names.insert(String(name))
            } else if let cases = Cases(after.utf8) {
                names.insert(String(name))
                for words in cases.words { names.formUnion(parts(words.words)) }
                rest = template[cases.end...]
            }
        }
        return names
    }

    /// Starter plans and obligations become sources of a plan, written as authors type: a text message with a curly
    /// apostrophe costs double.
    private func isWrittenAsPlansAre(_ key: String) -> Bool { key.hasPrefix("starter") || key.hasPrefix("obligation") }

    @Test func frenchHasOneApostropheAndItsSpaces() throws {
        let french = try #require(Language("fr"))
        for (key, said) in french.translations where !isWrittenAsPlansAre(key) {
            let signs = Array(said)
            for place in signs.indices {
                let before = place > 0 ? signs[place - 1] : " "
                let after = place + 1 < signs.count ? signs[place + 1] : " "
                switch signs[place] {
                case "'" where before.isLetter && after.isLetter || after == "«":
                    Issue.record("a straight apostrophe: \(key) → \(said)")
                case "«" where !["\u{A0}", "\u{202F}"].contains(after),
                    "»" where !["\u{A0}", "\u{202F}"].contains(before):
                    Issue.record("a quotation mark without its no-break space: \(key) → \(said)")
                case ":" where before == " ", ";" where before == " ", "?" where before == " ", "!" where before == " ":
                    Issue.record("a plain space before a sign: \(key) → \(said)")
                default: break
                }
            }
        }
    }
}

extension Language {
    /// Its files of translations: by English, where it has a context after that and U+0004 (gettext's own way).
    fileprivate var translations: [String: String] {
        let files = languageFiles(tag).filter { $0.hasSuffix(".po") }.map { languageFile(tag, $0) }
        var all: [String: String] = [:]
        for (context, texts) in POFiles(files).translations {
            for (english, said) in texts { all[context.isEmpty ? english : context + "\u{4}" + english] = said }
        }
        return all
    }
}
