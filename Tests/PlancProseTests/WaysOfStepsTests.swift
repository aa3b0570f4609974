import PlancLanguages
import TestSupport
import Testing

@testable import PlancProse

/// Steps and scenarios are read for these only where they have letters of them: every example of a language has some.
@Suite struct WaysOfStepsTests {
    @Test(arguments: Language.all) func everyExampleHasTheLetters(_ language: Language) throws {
        for (group, letters) in [
            ("telephone", WaysOfSteps.lettersOfWays), ("e-mail", WaysOfSteps.lettersOfWays),
            ("spying", WaysOfSteps.lettersOfSpies),
        ] {
            let lines = languageFile(language.tag, "statements.txt").split(separator: "\n")
            let start = try #require(lines.firstIndex { $0 == "[task: \(group)]" })
            let examples = lines[start...].dropFirst().prefix { $0.hasPrefix("yes:") }
            #expect(examples.count > 2)
            for example in examples { #expect(letters.contains { example.contains($0) }, "\(example)") }
        }
    }
}
