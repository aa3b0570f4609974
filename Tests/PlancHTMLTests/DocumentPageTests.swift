import PlancDocument
import Testing

@testable import PlancHTML

@Suite struct DocumentPageTests {
    let page = PageReader(emitHTML(Sample.everything, path: "fr/checklists/rancongiciel"))
    let hostile = PageReader(emitHTML(Sample.hostileDocument, path: "fr/checklists/rancongiciel"))

    @Test func everyBlockIsWellFormed() {
        #expect(page.faults == [])
        #expect(hostile.faults == [])
    }

    @Test func theSameDocumentGivesTheSameBytes() {
        let again = emitHTML(Sample.everything, path: "fr/checklists/rancongiciel")
        #expect(again == emitHTML(Sample.everything, path: "fr/checklists/rancongiciel"))
        // From the locale's folder or from the build's: the links are the same.
        #expect(again == emitHTML(Sample.everything, path: "checklists/rancongiciel"))
    }

    @Test(arguments: [Sample.everything, Sample.hostileDocument])
    func thePolicyLetsInThisPageAlone(document: Document) throws {
        let page = PageReader(emitHTML(document, path: "x"))
        let policy = try #require(page.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" })
        let hashes = page.all("style").map { policyHash(of: Array($0.text.utf8)) }
        let script = try #require(page.all("script").first)
        #expect(page.all("script").count == 1)
        #expect(
            policy.attributes["content"]
                == "default-src 'none'; style-src \(hashes.joined(separator: " ")); "
                + "script-src \(policyHash(of: Array(script.text.utf8))); base-uri 'none'; form-action 'none'")
    }

    /// The vectors of FIPS 180-4 and RFC 4648.
    @Test func hashesAreThoseOfTheStandard() {
        #expect(policyHash(of: []) == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='")
        #expect(policyHash(of: Array("abc".utf8)) == "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='")
    }

    @Test func hostileTextStaysText() {
        let shown = Sample.hostile.replacing("\u{202E}", with: "\u{FFFD}").replacing("\0", with: "\u{FFFD}")
            .replacing("\u{1B}", with: "\u{FFFD}").replacing("\u{9B}", with: "\u{FFFD}")
        #expect(hostile.all("h1").map(\.text) == [shown])
        #expect(hostile.all("img").isEmpty)
        #expect(hostile.all("td").contains { $0.text == shown })
        #expect(hostile.all("dt").map(\.text) == [shown])
        #expect(hostile.all("desc").map(\.text) == [shown])
        #expect(hostile.values("aria-label").contains(shown))
        #expect(hostile.all("html").first?.attributes["lang"] == shown)
    }

    @Test func onlyHarmlessAddressesBecomeLinks() {
        for address in hostile.all("a").compactMap({ $0.attributes["href"] }) {
            let isHarmless = ["https://ok.example/", "#", "../", "a%20b/"].contains { address.hasPrefix($0) }
            #expect(isHarmless, "\(address)")
        }
        #expect(!hostile.all("a").contains { $0.text == "climbs" })
        #expect(hostile.all("p").contains { $0.text == "javascript:alert(1)" })
    }

    @Test(arguments: [
        ("https://a.example", true), ("HTTP://a.example", true), ("tel:+33123456789", true),
        ("mailto:a@b.example", true),
        ("sms:+33123456789", true), ("../autre.html", true), ("page.html#a:b", true), ("?x=a:b", true),
        ("javascript:0", false),
        ("\u{1}javascript:0", false), ("data:,x", false), ("", false), ("a b", false), ("//host/x", false),
        ("x:", false),
    ])
    func linkableAddresses(address: String, isLinkable: Bool) {
        #expect((linkable(address) != nil) == isLinkable)
    }

    @Test func linksAreRelativeToThePage() throws {
        let place = PagePlace(path: "fr/checklists/rancongiciel", locale: "fr")
        #expect(place.home == "../index.html")
        #expect(place.relative(to: "checklists/panne", extension: "html") == "panne.html")
        #expect(
            place.relative(to: "messages/à b", extension: "html", anchor: "é") == "../messages/%C3%A0%20b.html#%C3%A9")
        #expect(PagePlace(path: "index", locale: "fr").relative(to: "packs/a", extension: "pdf") == "packs/a.pdf")
        #expect(PagePlace(path: "simulation", locale: "fr").home == nil)
        let link = try #require(page.all("a").first { $0.text == "le premier message" })
        #expect(link.attributes["href"] == "../messages/rancongiciel.html#premier-message")
        #expect(
            page.all("a").contains { $0.attributes["href"] == "tel:+33611223344" && $0.attributes["class"] == "phone" })
    }

    @Test func aPageNumberIsNoLinkOnAScreen() {
        let link = Run.Destination.anchor("there")
        let document = Sample.document([
            .paragraph([.text("Fire", link: link), Run(.page(of: "there", before: "p. "), link: link)], .body),
            .paragraph([Run(.page(of: "there", before: "p. "), .strong, link: link)], .body),
            .heading(level: 1, [.text("There")], anchor: "there"),
        ])
        let links = PageReader(emitHTML(document, path: "x")).all("a")
        #expect(links.contains { $0.text == "Fire" })
        #expect(links.allSatisfy { !$0.text.isEmpty })
    }

    @Test func headingsNeverSkipALevel() {
        var last = 0
        for element in page.elements
        where element.name.count == 2 && element.name.hasPrefix("h") && element.name != "hr" {
            let level = Int(element.name.dropFirst())!
            #expect(level <= last + 1, "\(element.text)")
            last = level
        }
        #expect(page.all("h1").count == 1)
        #expect(page.all("h3").map(\.text) == ["Cellule de crise", "Ensemble"])
    }

    @Test func contentsLeadToTheHeadings() {
        let ids = Set(page.values("id"))
        let links = page.all("a").filter { $0.parents.contains("nav") }
        func anchors(_ isAtHand: Bool) -> [Substring] {
            links.filter { $0.parents.contains("details") == isAtHand }.compactMap {
                $0.attributes["href"]?.dropFirst()
            }
        }
        #expect(anchors(false) == ["premiere-heure", "contacts", "messages", "cartes", "ensemble"])
        // At hand everywhere: the top of the page, and every heading, deeper than those on paper.
        #expect(anchors(true) == ["~main", "premiere-heure", "contacts", "cellule", "messages", "cartes", "ensemble"])
        let anchors = anchors(false) + anchors(true)
        for anchor in anchors { #expect(ids.contains(String(anchor))) }
    }

    @Test func aStepIsOneLabelledBox() throws {
        let boxes = page.all("input").filter { $0.attributes["type"] == "checkbox" && $0.attributes["id"] != nil }
        #expect(boxes.count == 4)
        let labels = page.all("label").filter { $0.attributes["for"] != nil }
        #expect(labels.map { $0.attributes["for"] } == boxes.map { $0.attributes["id"] })
        #expect(
            labels[1].text == "T+15 min toutes les 30 min Envoyer le premier message Directrice de la communication")
        // A box's label holds nothing else that can be filled in.
        #expect(page.all("input").allSatisfy { !$0.parents.contains("label") || $0.attributes["id"] == nil })
        #expect(page.values("aria-label").contains("fait à: Débrancher les postes touchés, sans les éteindre"))
    }

    @Test func tablesNameTheirRowsAndColumns() {
        let scopes = page.all("th").compactMap { $0.attributes["scope"] }
        #expect(scopes == ["col", "col", "col", "rowgroup", "row", "row", "col", "row", "row"])
        #expect(page.all("caption").map(\.text) == ["Qui appeler, dans l’ordre", "Joignables ou non"])
        #expect(page.all("th").first { $0.attributes["scope"] == "rowgroup" }?.attributes["colspan"] == "3")
        // A tick alone in a cell is named by its row and column.
        #expect(page.all("input").contains { $0.attributes["aria-label"] == "Agents, Vu" })
        #expect(page.all("input").contains { $0.attributes["aria-label"] == "Élus, Vu" })
        #expect(page.all("tr").filter { $0.attributes["class"] == "blank" }.count == 2)
    }

    @Test func aTickBesideSpaceAloneIsNamedByItsRowAndColumn() {
        var document = Sample.everything
        let row = Table.Row(runs: [[.text("Agents")], [Run(.tick), .text("\u{A0}")]])
        document.blocks = [
            .table(Table(summary: "", columns: [.init([.text("Qui")]), .init([.text("Vu")])], rows: [row]))
        ]
        let page = PageReader(emitHTML(document, path: "x"))
        #expect(page.all("input").contains { $0.attributes["aria-label"] == "Agents, Vu" })
        #expect(page.all("label").allSatisfy { !$0.text.allSatisfy(\.isWhitespace) })
    }

    @Test func whatThePageBelongsToStandsAtBothEnds() {
        for end in ["header", "footer"] {
            let text = page.all(end).map(\.text).joined()
            #expect(text.contains("EXERCICE") && text.contains("TLP:AMBER") && text.contains("version 2.3"), "\(end)")
        }
        #expect(page.all("footer")[0].text.contains("6a455bd · exemplaire 3 sur 12 – accueil"))
    }

    @Test func printedPagesCarryTheirStamp() throws {
        let furniture = try #require(page.all("style").last).text
        #expect(furniture.contains("@bottom-right { content: \"page \" counter(page) \" sur \" counter(pages) \"\"; }"))
        #expect(furniture.contains("@top-center { content: \"EXERCICE\""))
        // Nothing can leave the string: no quotation mark, brace or bracket of the text stands in it.
        #expect(styleString(Sample.hostile).allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "\\" })
    }

    @Test func aDrawingSaysInWordsWhatItShows() throws {
        let drawing = try #require(page.all("svg").first)
        #expect(page.all("title").contains { $0.attributes["id"] == drawing.attributes["aria-labelledby"] })
        #expect(page.all("desc").first?.text == "T0 : activation.\nT+4 h : CNIL.")
        // What is too long for its place is smaller and on several lines, and whole.
        let texts = page.all("text")
        #expect(
            texts.map(\.text).joined(separator: " ") == "Activation Un texte beaucoup trop long pour la place qu’il a")
        #expect(texts.count > 2 && texts[1].attributes["font-size"] == "7")
        #expect(Set(texts.compactMap { $0.attributes["y"] }).count == texts.count)
    }

    @Test func aMessageThatCannotLeaveSaysWhy() throws {
        let down = try #require(page.elements.first { $0.attributes["class"] == "message down" })
        #expect(down.text.contains("Hors service : messagerie"))
        #expect(page.all("button").filter { $0.attributes["data-copy"] != nil }.count == 2)
        #expect(page.all("span").contains { $0.attributes["class"] == "field" && $0.text == "heure" })
    }

    @Test func aCodeIsDrawnWithItsQuietZone() throws {
        let code = try #require(page.all("svg").last)
        #expect(code.attributes["aria-label"] == "Page d’état – https://etat.valmereau.example")
        // Version 3, 29 modules, for 31 bytes of medium correction; 4 modules of quiet on each side.
        #expect(code.attributes["viewBox"] == "0 0 37 37")
        let path = try #require(page.all("path").first?.attributes["d"])
        // The first row of the finder pattern at the top left.
        #expect(path.hasPrefix("M4 4h7v1h-7z"))
    }

    @Test func aTextTooLongForACodeKeepsItsCaption() {
        let page = PageReader(
            emitHTML(
                Sample.document([.qrCode(payload: String(repeating: "x", count: 5_000), caption: [.text("long")])]),
                path: "x"))
        #expect(page.all("svg").isEmpty)
        #expect(page.all("figcaption").map(\.text) == ["long"])
    }
}
