import PlancMarkup
import PlancModel
import PlancSource
import Testing

@testable import PlancProse

/// Sentences that a translation lacks, found by their lengths alone.
@Suite struct LostSentenceTests {
    private func text(_ words: String) -> [Inline] { [Inline(.text(words), Span(FileID(0), 0, words.utf8.count))] }

    private func lost(_ a: String, _ b: String, _ source: String = "fr", _ translation: String = "en") -> String? {
        lostSentence(sentences(in: text(a)), sentences(in: text(b)), [Locale(source), Locale(translation)])?.words
    }

    @Test func oneOfThreeIsGone() {
        let source = "Le site est fermé. Nous vous dirons demain où travailler. Merci de rester chez vous."
        #expect(
            lost(source, "The site is closed. Please stay at home today.") == "Nous vous dirons demain où travailler.")
        #expect(lost("The site is closed. Please stay at home today.", source, "en", "fr") == nil)
        #expect(lost(source, "The site is closed. We will tell you tomorrow where to work. Stay at home.") == nil)
    }

    /// Where little is left of a text, and where more than one sentence is gone.
    @Test func sentencesOfEqualLength() {
        let source =
            "Files no longer open, or a screen asks for money. Open the plan as soon as two computers are hit. "
            + "Stop using e-mail: the attacker may be reading it."
        let translation = [
            "Dateien lassen sich nicht mehr öffnen, oder ein Bildschirm verlangt Geld.",
            "Aktivieren Sie den Plan, sobald zwei Computer betroffen sind.",
            "Verwenden Sie keine E-Mail mehr: Der Angreifer liest vielleicht mit.",
        ]
        let wanted = [
            "Files no longer open, or a screen asks for money.", "Open the plan as soon as two computers are hit.",
            "Stop using e-mail: the attacker may be reading it.",
        ]
        #expect(lost(source, translation.joined(separator: " "), "en", "de") == nil)
        for gone in translation.indices {
            var rest = translation
            rest.remove(at: gone)
            let told = lost(source, rest.joined(separator: " "), "en", "de")
            #expect(told.map(wanted.contains) == true, "\(gone)")
            #expect(lost(source, translation[gone], "en", "de") != nil)
        }
    }

    /// Short ones, of which the lengths say little: nothing joins what is left, and no condition says the question.
    @Test func shortSentencesAndQuestions() {
        let source =
            "Well spotted, it is a fraudulent message. Thank you for reporting it, you protect your colleagues. Delete it. "
            + "A click before that? Call us."
        let translation =
            "Gut erkannt, es ist eine betrügerische Nachricht. Danke für den Hinweis, Sie schützen damit andere. "
            + "Haben Sie vorher geklickt? Rufen Sie uns an."
        #expect(lost(source, translation, "en", "de") == "Delete it.")
        let asked = "Any doubt? Call us on the number that you already have."
        #expect(lost(asked, "Appelez-nous au numéro que vous connaissez déjà.", "en", "fr") == "Any doubt?")
        #expect(lost(asked, "Au moindre doute, appelez-nous au numéro que vous connaissez déjà.", "en", "fr") == nil)
        #expect(lost(asked, "Im Zweifel rufen Sie uns unter der Nummer an, die Sie kennen.", "en", "de") == nil)
        let touched = "Was personal data touched? Ask what has to be notified."
        #expect(lost(touched, "Données personnelles touchées ?", "en", "fr") == "Ask what has to be notified.")
        #expect(lost(touched, "Demander les obligations de notification.", "en", "fr") == "Was personal data touched?")
    }

    @Test func otherScriptsHaveOtherLengths() {
        #expect(lost("The site is closed. Stay at home. Call us.", "本日は休業いたします。ご自宅で待機してください。") == nil)
    }

    @Test(arguments: [
        // A question, said with what follows it.
        (
            "Un journaliste vous appelle ? Donnez le 01. Un client ? Le 02. Ne publiez rien.",
            "If a journalist calls you, give them 01; a customer, 02. Do not post anything."
        ),
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
