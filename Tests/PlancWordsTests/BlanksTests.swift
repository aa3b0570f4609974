import PlancWords
import Testing

/// What stands in drafts for a value, and what only looks like it.
@Suite struct BlanksTests {
    @Test(arguments: [
        "«HEURE»", "«NOM_CLIENT»", "«Nom_client»", "xx h xx", "XX", "[name]", "……", "____", ".../.../....",
        "../../....", "…/…/…", "DRAFT", "ENTWURF", "BROUILLON",
    ])
    func isABlank(_ blank: String) { #expect(!unfilledBlanks(in: Array("Call at \(blank), please.".utf8)).isEmpty) }

    /// An ellipsis, a sign of doubt or `N/A` where a name or a number belongs.
    @Test(arguments: [
        "Call … if you need us.", "Call ... if you need us.", "Write to Mr\u{A0}….", "Rufen Sie … an.",
        "Appelez … avant jusqu’à …", "…", "- …", "Phone: …", "??", "Call ?? for help.", "We meet at ??.", "Hour: ?",
        "N/A",
        "Advice: n/a", "A line.\n\nN/A.\n\nAnother.",
    ])
    func isABlankOfItsOwn(_ text: String) { #expect(unfilledBlanks(in: Array(text.utf8)).isEmpty == false) }

    @Test(arguments: [
        "We are working on it…", "And then … we wait.", "And so on ...", "To be continued...", "Is that so??",
        "Vraiment\u{A0}??", "Vraiment ?? Oui.", "Can you come ?", "Why?", "at… well, noon", "| N/A | 3 |",
        "N/A is not told",
        "that …", "Combat …",
    ])
    func isOrdinary(_ text: String) { #expect(unfilledBlanks(in: Array(text.utf8)).isEmpty) }

    @Test(arguments: [
        "«Hallo»", "« OUI »", "«\u{A0}OUI\u{A0}»", "»NEIN«", "the XXI century", "axx", "[1]", "../a/b", "and/or…",
    ])
    func isNone(_ words: String) { #expect(unfilledBlanks(in: Array("Call at \(words), please.".utf8)).isEmpty) }
}
