import PlancDocument
import Testing

@testable import PlancHTML

@Suite struct MessagePageTests {
    let page = PageReader(emitMessagePage(Sample.messagePage, path: "fr/messages/rancongiciel"))
    let hostile = PageReader(emitMessagePage(Sample.hostileMessagePage, path: "fr/messages/rancongiciel"))

    @Test func pagesAreWellFormed() {
        #expect(page.faults == [])
        #expect(hostile.faults == [])
        #expect(hostile.all("img").isEmpty)
        #expect(hostile.all("script").count == 1)
        #expect(!hostile.values("href").contains { $0.hasPrefix("javascript") })
    }

    @Test func thePolicyLetsInThisScriptAlone() throws {
        for page in [page, hostile] {
            let script = try #require(page.all("script").first)
            let policy = try #require(
                page.all("meta").first { $0.attributes["http-equiv"] != nil }?.attributes["content"])
            #expect(policy.contains("script-src \(policyHash(of: Array(script.text.utf8)));"))
            #expect(policy.hasPrefix("default-src 'none';"))
        }
        // Values never become markup.
        for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "localStorage"] {
            #expect(!page.all("script")[0].text.contains(word))
        }
    }

    @Test func withoutItsScriptThePageCanBeRead() throws {
        let text = try #require(page.elements.first { $0.attributes["class"] == "text" })
        #expect(
            text.text
                == "Depuis [heure du début], [services touchés] : incident. Infos [page d’état] ou [numéro vert]. {{ inconnu }}"
        )
        #expect(page.all("button").allSatisfy { $0.attributes["hidden"] != nil })
    }

    @Test func everyFieldHasItsLabelAndHint() {
        let entries = page.elements.filter { $0.attributes["data-entry"] != nil }
        #expect(
            entries.map { $0.attributes["type"] ?? $0.name } == [
                "time", "date", "datetime-local", "text", "text", "select", "tel", "url",
            ])
        let labelled = Set(page.values("for"))
        for entry in entries { #expect(labelled.contains(entry.attributes["id"] ?? "")) }
        #expect(page.all("option").map(\.text) == ["choisir", "à l’arrêt", "ralenti"])
        #expect(
            page.elements.contains {
                $0.attributes["id"] == "~f3-hint" && $0.text == "par exemple la facturation · confirmé par le DSI"
            })
    }

    @Test func whatIsDownStandsApartWithItsReason() throws {
        let down = try #require(page.elements.first { $0.attributes["class"] == "downs" })
        #expect(down.text.hasPrefix("Inutilisables dans ce scénario"))
        #expect(down.text.contains("messagerie arrêtée par l’attaque"))
        #expect(
            page.all("h3").map(\.text) == [
                "SMS (expéditeur VALMEREAU)", "Intranet · Affichage", "Inutilisables dans ce scénario", "X",
                "Serveur vocal",
            ])
    }

    @Test func theFirstThingIsTheFirstMessage() throws {
        let parts = page.elements.filter { ["section", "nav", "input"].contains($0.name) }
        #expect(parts.first?.attributes["id"] == "premier-message")
        #expect(
            page.all("section").filter { $0.attributes["class"] == "letter" }.map { $0.attributes["data-minutes"] } == [
                "30", "60",
            ])
        #expect(page.all("h2").first?.text == "T+30 min M01 · Premier message aux clients")
    }

    @Test func approvalAndSendingAreTicked() {
        let checks = page.elements.filter { $0.attributes["class"] == "checks" }
        #expect(checks.count == 2)
        #expect(checks[0].text.contains("Validé par"))
        #expect(page.values("href").contains("tel:+33611223344"))
        #expect(checks[0].text.contains("Heure d’envoi"))
        let stop = page.elements.first { $0.attributes["class"] == "stops" }
        #expect(stop?.text.contains("Courriel : arrêté par l’attaque") == true)
    }

    @Test func anExerciseIsMarkedInEachText() {
        let prefixes = hostile.elements.filter { $0.attributes["class"] == "prefix" }
        #expect(prefixes.count == 3)
        #expect(prefixes.allSatisfy { !$0.text.isEmpty })
        #expect(hostile.elements.contains { $0.attributes["id"] == "~exercise" && $0.attributes["disabled"] != nil })
        #expect(page.elements.filter { $0.attributes["class"] == "prefix" }.allSatisfy { $0.text.isEmpty })
    }

    @Test(arguments: [
        ("a {{ b }} c", [TemplatePiece.text("a "), .field("b"), .text(" c")]), ("{{b}}", [.field("b")]),
        ("{{{b}}}", [.text("{"), .field("b"), .text("}")]), ("{{ }}", [.text("{{ }}")]), ("{{b", [.text("{{b")]),
        ("{{ a b }}", [.text("{{ a b }}")]), ("{", [.text("{")]), ("", []),
        ("{{a}}{{b.c}}", [.field("a"), .field("b.c")]),
        ("é{{ à }}", [.text("é{{ à }}")]),
    ])
    func templates(template: String, expected: [TemplatePiece]) {
        #expect(pieces(of: template) == expected)
    }
}
