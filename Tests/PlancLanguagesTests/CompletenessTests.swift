import TestSupport
import Testing

@testable import PlancLanguages

/// Every phrase of the sources in every language, with the same parts, in good typography.
@Suite struct CompletenessTests {
    private static let phrases = sourcePhrases()
    /// Words of known lists that come from a value, so that no source has them beside `Phrase`.
    private static let termContexts = ["stage of an obligation", "starter", "starter id"]
    private static let others = Language.all.filter { $0 != .english }

    @Test func theSourcesAreRead() {
        #expect(Self.phrases.count > 1500)
        #expect(Self.phrases.contains { $0.english == "every {time}" && $0.context == "months or days" })
    }

    @Test(arguments: [Language("fr")!]) func nothingIsMissing(_ language: Language) {
        let known = Set(language.translatedKeys)
        let missing = Set(Self.phrases).filter { !known.contains($0.key) && $0.english.contains(where: \.isLetter) }
        #expect(
            missing.isEmpty,
            "\(missing.sorted { $0.place < $1.place }.map { "\($0.place) \($0.key)" }.joined(separator: "\n"))")
    }

    @Test(arguments: others) func nothingIsLeftOver(_ language: Language) {
        let said = Set(Self.phrases.map(\.key))
        let old = language.translatedKeys.filter { key in
            !said.contains(key) && !Self.termContexts.contains { key.hasPrefix($0 + "\u{4}") }
        }
        #expect(old.isEmpty, "\(old.sorted().joined(separator: "\n"))")
    }

    @Test(arguments: others) func partsAreTheSame(_ language: Language) {
        let catalogue = language.home.catalogue.value
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

    @Test func frenchHasOneApostropheAndItsSpaces() throws {
        let french = try #require(Language("fr"))
        let catalogue = french.home.catalogue.value
        // Starter plans are written as authors type: a text message with a curly apostrophe costs double.
        for (key, said) in catalogue.translations where !key.hasPrefix("starter") {
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
