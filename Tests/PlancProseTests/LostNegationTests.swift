import PlancLanguages
import PlancModel
import Testing

@testable import PlancProse

/// A word that denies in one language of a text and in no way in the other.
@Suite struct LostNegationTests {
    private func lost(_ a: (String, String), _ b: (String, String)) -> String? {
        lostNegation(a.1, b.1, [Locale(a.0), Locale(b.0)])
    }

    @Test(arguments: [
        ("fr", "N’allumez pas votre ordinateur.", "en", "Switch on your computer.", "n … pas"),
        ("fr", "Réseau coupé. N’allumez rien.", "en", "Network cut. Switch everything on.", "n … rien"),
        ("en", "Ask the host to filter the visits.", "de", "Bitten Sie den Anbieter nicht, zu filtern.", "nicht"),
        ("en", "We do not know who did it. Call us.", "fr", "Nous savons qui l’a fait. Appelez-nous.", "do … not"),
        ("de", "Öffnen Sie keine Anhänge.", "en", "Open the attachments.", "keine"),
        ("en", "Don't pay.", "fr", "Payez.", "don"),
        (
            "fr", "Débrancher les câbles, sans éteindre les ordinateurs", "en",
            "Unplug the cables and turn the computers off", "sans éteindre"
        ),
        ("en", "Close the doors without locking them", "de", "Die Türen schließen und sperren", "without locking"),
        ("de", "Die Türen schließen, ohne sie zu sperren", "fr", "Fermer les portes à clé", "ohne sperren"),
    ]) func isTold(_ first: String, _ a: String, _ second: String, _ b: String, _ denial: String) {
        #expect(lost((first, a), (second, b)) == denial)
        #expect(lost((second, b), (first, a)) == denial)
    }

    @Test(arguments: [
        (
            "fr", "Un message vous paraît étrange ? Ne cliquez pas.", "en",
            "If a message looks strange, do not click: report it."
        ),
        ("en", "If we do not, call us.", "fr", "Sinon, appelez-nous."),
        ("fr", "Ce nombre n’a rien d’habituel.", "en", "This number is far from usual."),
        ("en", "Do not open attachments.", "fr", "Évitez d’ouvrir les pièces jointes."),
        ("de", "Gehen Sie nicht ins Gebäude.", "en", "Stay out of the building."),
        ("en", "Nobody was hurt.", "fr", "Personne n’a été blessé."),
        ("fr", "Ce n’est qu’un essai.", "en", "It is only a test."),
        ("de", "Die abwesenden Teammitglieder informieren", "en", "Tell those of the team who are not there"),
        ("es", "No abra los archivos.", "en", "Open the files."),
        ("fr", "Couper le réseau, sans éteindre les ordinateurs", "en", "Cut the network, leave the computers on"),
        ("fr", "Appeler sans attendre", "de", "Sofort anrufen"),
        ("de", "Ohne zu zögern anrufen", "en", "Call at once"),
    ]) func otherWordsMayDeny(_ first: String, _ a: String, _ second: String, _ b: String) {
        #expect(lost((first, a), (second, b)) == nil)
        #expect(lost((second, b), (first, a)) == nil)
    }

    /// The quick count agrees with the words that are looked at one by one.
    @Test(arguments: [
        ("fr", "N’ouvrez rien ; ne payez pas, n’appelez jamais. Ne dites que le nécessaire."),
        ("en", "Do NOT open it. Never pay; we don’t know, cannot say and will not guess."),
        ("de", "Öffnen Sie nichts, zahlen Sie NICHT, keine Anhänge, nie."), ("fr", ""), ("en", "1 2 3 – …"),
    ]) func denialsAreCounted(_ language: String, _ text: String) throws {
        let words = try #require(Language(language)?.rules.negations)
        #expect(words.count(in: text) == words.denials(in: text.lowercased().split { !$0.isLetter }).count)
    }
}
