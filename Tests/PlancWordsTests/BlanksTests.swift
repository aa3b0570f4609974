import PlancLanguages
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

    /// Phrases that are a blank as a sentence of their own.
    @Test(arguments: [
        "noch offen", "Noch offen.", "Zu ergänzen", "wird ergänzt", "Platzhalter", "Text folgt", "zu übersetzen",
        "todo",
        "à traduire", "À remplir.", "A COMPLETER", "A traduire", "Ursache unklar. Auszufüllen.",
    ])
    func isASentenceOfItsOwn(_ text: String) { #expect(!unfilledBlanks(in: Array(text.utf8)).isEmpty) }

    @Test(arguments: [
        "Noch offen: wie viele Filialen es trifft.", "Wir wissen, was noch offen ist.",
        "La mise en attente dure une heure.",
        "Der Platzhalter im Formular", "It remains to be confirmed by the lab.", "Folgt uns", "A completely new text",
    ])
    func isASentenceThatSaysSomething(_ text: String) { #expect(unfilledBlanks(in: Array(text.utf8)).isEmpty) }

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

    // MARK: Whole values

    @Test(arguments: [
        "TODO", "todo", "TODO: ask Anne", "xxx", "XX", "???", "…", "____", "[Name der Firma]", "<name>", "noch offen",
        "Noch offen.", "zu ergänzen", "auszufüllen", "(Betreff)", "(objet)", "à traduire", "A COMPLETER", "en attente",
        "DRAFT",
        "to be defined", "(to be confirmed)", "Text folgt", "tbd", "Lorem ipsum dolor",
    ])
    func isAllOfAValue(_ value: String) { #expect(Placeholders.isAll(of: value)) }

    @Test(arguments: [
        "", "-", "–", "X", "Mise en attente", "Appels en attente", "Noch offen: wie viele", "Platzhalter im Formular",
        "Draft",
        "{{ product }}", "{{> hours }}", "<!-- note -->", "[1]", "(see annex)", "Tobias Todorov", "Max", "N.N.", "24/7",
        "Fax",
        "<https://dairy.example>", "To be confirmed by the lead", "Betreff", "À faire",
    ])
    func isAValue(_ value: String) { #expect(!Placeholders.isAll(of: value)) }

    @Test(arguments: ["N.N.", "en recrutement", "wird nachbesetzt", "Vacant", "unbesetzt", "TODO", "to be named"])
    func isNobody(_ value: String) { #expect(Placeholders.isAll(ofPerson: value)) }
}
