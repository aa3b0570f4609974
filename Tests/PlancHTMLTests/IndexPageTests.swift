import PlancDocument
import Testing

@testable import PlancHTML

@Suite struct IndexPageTests {
    let page = PageReader(emitIndex(Sample.home))

    @Test func theDutyOfficerStandsFirst() throws {
        #expect(page.faults == [])
        let links = page.all("main").isEmpty ? [] : page.all("a").filter { $0.parents.contains("main") }
        #expect(links.prefix(2).compactMap { $0.attributes["href"] } == ["tel:+33123456789", "tel:+33611223344"])
        #expect(page.all("p").contains { $0.text == "radio, canal 4" })
    }

    @Test func linksAreRelativeAndStayInThePlan() {
        let links = page.all("a").compactMap { $0.attributes["href"] }
        for wanted in [
            "checklists/rancongiciel.html", "checklists/rancongiciel.txt", "contacts/%C3%A0%20b.pdf", "../plan.json",
            "../en/index.html", "checklists/rancongiciel--astreinte.pdf",
        ] {
            #expect(links.contains(wanted))
        }
        #expect(!links.contains { $0.contains("etc") })
        #expect(page.values("hreflang") == ["en"])
        #expect(page.values("aria-label").contains("Liste de contrôle, PDF"))
    }

    @Test func hostileNamesStayText() {
        var home = Sample.home
        home.title = Sample.hostile
        home.callers = [
            .init(
                title: Sample.hostile, name: Sample.hostile,
                numbers: [.text(Sample.hostile, link: .uri("javascript:x"))])
        ]
        home.groups = [
            .init(
                title: Sample.hostile,
                items: [.init(title: Sample.hostile, files: [.init(label: Sample.hostile, path: Sample.hostile)])],
                foldedTitle: Sample.hostile, folded: [.init(title: Sample.hostile, files: [])])
        ]
        let page = PageReader(emitIndex(home))
        #expect(page.faults == [])
        #expect(page.all("img").isEmpty)
        #expect(!page.all("a").contains { ($0.attributes["href"] ?? "").contains("javascript") })
    }
}
