import PlancModel
import Testing

@testable import PlancProse

/// The elements that headings tell: whole ones, and those of the forms of authorities.
@Suite struct ElementHeadingTests {
    private func told(_ heading: String) -> [String] {
        let set = ElementHeadings.elements(toldBy: Array(heading.folded.utf8))
        return Element.allCases.filter(set.contains).map(\.rawValue)
    }

    @Test(arguments: [
        ("What we do not know yet", ["unknowns"]), ("What we don’t know", ["unknowns"]),
        ("What we are doing", ["measures"]), ("What we know this morning", ["facts"]),
        ("WHAT YOU CAN DO AT HOME", ["advice"]), ("Risks and advice", ["advice", "consequences"]),
        ("For customers: what you can do", ["advice"]), ("Contact, 24 hours a day", ["contact"]),
        ("Ce que nous ne savons pas encore", ["unknowns"]), ("Ce que nous savons ce matin", ["facts"]),
        ("Mesures prises ou prévues", ["measures"]), ("Was wir noch nicht wissen", ["unknowns"]),
        ("Was wir tun", ["measures"]), ("Massnahmen", ["measures"]), ("Kontakt", ["contact"]),
        ("📞 Contact", ["contact"]),
    ])
    func aHeadingThatIsWhole(heading: String, elements: [String]) { #expect(told(heading) == elements) }

    @Test(arguments: [
        "A call to patience", "Records management team", "Contact with the public", "The risks of smoking",
        "What we do not do", "Was wir nicht tun", "Nature reserve", "Updates of the software",
    ])
    func aHeadingThatOnlyHasTheWords(heading: String) { #expect(told(heading) == []) }

    @Test func theFiveCalifornianHeadings() {
        let headings = [
            "What Happened", "What Information Was Involved", "What We Are Doing", "What You Can Do",
            "For More Information",
        ]
        #expect(headings.flatMap(told) == ["facts", "data", "measures", "advice", "contact"])
    }

    @Test func theFormsOfAuthorities() {
        let english = [
            "Nature of the personal data breach", "Categories of personal data", "Likely consequences",
            "Measures taken or proposed", "Data Protection Officer",
        ]
        let french = [
            "Nature de la violation", "Catégories de données", "Conséquences probables", "Mesures prises ou envisagées",
            "Déléguée à la protection des données",
        ]
        let german = [
            "Art der Verletzung", "Kategorien personenbezogener Daten", "Wahrscheinliche Folgen",
            "Ergriffene Maßnahmen", "Datenschutzbeauftragte",
        ]
        for form in [english, french, german] {
            #expect(form.flatMap(told) == ["facts", "data", "consequences", "measures", "contact"])
        }
    }
}
