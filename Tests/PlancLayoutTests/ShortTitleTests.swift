import Testing

@testable import PlancLayout

/// What is repeated at the top of a page is a whole phrase: nothing is cut within one.
@Suite struct ShortTitleTests {
    @Test(arguments: [
        ("Mobiliser", "Mobiliser"),
        (
            "Quand chaque public est informé pour la première fois, et par quel canal il l’est – en un coup d’œil",
            ""
        ),
        (
            "Premières mesures : couper les liaisons entre les sites et prévenir ceux qui en dépendent encore",
            "Premières mesures"
        ),
        ("What to do when the press calls and asks for the name of the attacker", ""),
    ])
    func aTitleEndsWhereItsWriterPaused(_ title: String, _ short: String) {
        #expect(ShortTitle.fitting(title, after: "suite") == short)
        #expect(!ShortTitle.fitting(title, after: "suite").contains("…"))
    }
}
