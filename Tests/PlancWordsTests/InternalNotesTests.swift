import PlancWords
import Testing

/// What stands in a text for those who write it, and what only looks like it.
@Suite struct InternalNotesTests {
    private func notes(_ text: String, isForOutsiders: Bool = true) -> [String] {
        let bytes = Array(text.utf8)
        return internalNotes(in: bytes, isForOutsiders: isForOutsiders).map {
            String(decoding: bytes[$0], as: UTF8.self)
        }
    }

    @Test(arguments: [
        "(intern: Mandant Meier nicht erwähnen)", "(interne\u{A0}: ne pas citer)", "INTERN: nicht nach außen geben",
        "INTERNE : ne pas diffuser", "INTERNAL: not yet", "(noch abzustimmen)", "(à valider par le juridique)",
        "(pending legal)", "Note au rédacteur : plus court", "// shorter?", "/* shorter? */", "NE PAS ENVOYER",
        "DO NOT SEND!",
        "NICHT SENDEN", "TLP:RED", "EXERCICE EXERCICE", "For internal use only", "usage interne", "Seite 1 von 2",
        "Page 1 sur 2", "Variante B:", "OPTION 1:", "Envoyé de mon iPhone", "Bien sûr\u{A0}! Voici le message\u{202F}:",
        "Bien sur ! Voici le message :", "[cid:image001.png@01D9]",
    ])
    func isANote(_ text: String) { #expect(!notes(text).isEmpty) }

    @Test(arguments: [
        "NE PAS ENVOYER de mots de passe.", "DO NOT SEND us your password.", "Option 1: call us.",
        "See page 1 of 2 below.",
        "Intern: 4711", "(intern: 030 123)", "https://library.example", "a // b", "We met an internal auditor.",
        "La direction interne le sait.", "Here is what we know.",
    ])
    func isForReaders(_ text: String) { #expect(notes(text) == []) }

    /// To people of the house a message may say that it is internal.
    @Test(arguments: ["For internal use only", "INTERN: bleiben Sie zu Hause", "(interne : poste du PC)", "TLP:RED"])
    func isForTheHouse(_ text: String) { #expect(notes(text, isForOutsiders: false) == []) }
}
