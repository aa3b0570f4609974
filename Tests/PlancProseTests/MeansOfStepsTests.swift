import PlancLanguages
import TestSupport
import Testing

@testable import PlancPhrases
@testable import PlancProse
@testable import PlancWords

/// Lines are read for what a step is done by where they have letters of one: whoever adds a means to a language adds its letters.
@Suite struct MeansOfStepsTests {
    @Test(arguments: Language.all) func everyMeansHasItsLetters(_ language: Language) throws {
        let text = languageFile(language.tag, "statements.txt")
        // The list that the line below it marks.
        let lines = text.split(separator: "\n")
        let mark = try #require(lines.firstIndex { $0.hasPrefix("[task: means]") })
        let lists = lines[..<mark].suffix(4).filter { $0.hasPrefix("@") && $0.contains("\"Teams\"") }
        let list = try #require(lists.first?.split(separator: "=", maxSplits: 1).last)
        let words = list.split(separator: "|").map { $0.filter { !"\" =".contains($0) } }
        #expect(words.count > 10)
        for word in words {
            let written = [word, word.prefix(1).uppercased() + word.dropFirst()]
            #expect(written.allSatisfy { word in MeansOfSteps.letters.contains { word.contains($0) } }, "\(word)")
        }
    }
}
