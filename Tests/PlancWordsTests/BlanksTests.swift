import PlancWords
import Testing

/// What stands in drafts for a value, and what only looks like it.
@Suite struct BlanksTests {
    @Test(arguments: [
        "«HEURE»", "«NOM_CLIENT»", "«Nom_client»", "xx h xx", "XX", "[name]", "……", "____", ".../.../....",
        "../../....", "…/…/…",
    ])
    func isABlank(_ blank: String) { #expect(!unfilledBlanks(in: Array("Call at \(blank), please.".utf8)).isEmpty) }

    @Test(arguments: [
        "«Hallo»", "« OUI »", "«\u{A0}OUI\u{A0}»", "»NEIN«", "the XXI century", "axx", "[1]", "…", "../a/b", "and/or…",
    ])
    func isNone(_ words: String) { #expect(unfilledBlanks(in: Array("Call at \(words), please.".utf8)).isEmpty) }
}
