import PlancMarkup
import PlancSource
import Testing

@testable import PlancProse

/// Sentences that a translation lacks, found by their lengths alone.
@Suite struct LostSentenceTests {
    private func text(_ words: String) -> [Inline] { [Inline(.text(words), Span(FileID(0), 0, words.utf8.count))] }

    private func lost(_ a: String, _ b: String) -> String? { lostSentence(text(a), text(b))?.words }

    @Test func oneOfThreeIsGone() {
        let source = "Le site est fermé. Nous vous dirons demain où travailler. Merci de rester chez vous."
        #expect(
            lost(source, "The site is closed. Please stay at home today.") == "Nous vous dirons demain où travailler.")
        #expect(lost("The site is closed. Please stay at home today.", source) == nil)
        #expect(lost(source, "The site is closed. We will tell you tomorrow where to work. Stay at home.") == nil)
    }

    @Test(arguments: [
        // Two sentences in one.
        (
            "Le site est fermé. Restez chez vous jusqu’à demain matin.",
            "The site is closed, so please stay at home until tomorrow morning."
        ),
        // A short one.
        ("Bonjour. Le site est fermé pour la journée.", "The site is closed for the day."),
    ]) func whatIsSaidOtherwise(_ source: String, _ translation: String) {
        #expect(lost(source, translation) == nil)
    }

    @Test func sentencesHaveTheirPlaces() {
        let found = sentences(in: text("One is here. And two! Three"))
        #expect(found.map(\.words) == ["One is here.", "And two!", "Three"])
        #expect(found.compactMap(\.span).map { Int($0.lower) } == [0, 13, 22])
    }
}
