import PlancDocument
import Testing

@testable import PlancLayout

/// Where a link leads is told at the foot of the page that tells of it.
@Suite struct FootnoteTests {
    static func pages(_ blocks: [Block], isLargePrint: Bool = false) throws -> (
        pages: [Page], structure: Structure, typesetter: Typesetter
    ) {
        var lottery = DocumentLottery(seed: 1)
        var document = lottery.document(paper: .a4, isLargePrint: isLargePrint)
        (document.title, document.purpose, document.blocks) = ("Notes", [], blocks)
        let typesetter = try #require(Typesetter())
        let structure = Structure()
        var pages: [Page] = []
        let layout = Layout(document, typesetter: typesetter, structure: structure) { pages.append($0) }
        #expect(PagePropertyTests.problems(pages, of: layout, typesetter) == [])
        return (pages, structure, typesetter)
    }

    static let law = Run.text("the law", link: .uri("https://law.example/67"))
    static let guide = Run.text("the guide", link: .uri("https://guide.example/first-hours"))

    /// The texts of a page with the tags that they are part of.
    static func texts(_ page: Page, _ structure: Structure, _ typesetter: Typesetter) -> [(
        path: String, words: String, baseline: Double
    )] {
        page.marks.compactMap { mark in
            guard case .text(let text) = mark else { return nil }
            return (
                structure.path(text.element), text.words.map { typesetter.words[Int($0)].text }.joined(), text.baseline
            )
        }
    }

    @Test(arguments: [false, true]) func anAddressIsToldOnceOnAPageAndKeepsItsNumber(_ isLargePrint: Bool) throws {
        let (pages, structure, typesetter) = try Self.pages(
            [
                .paragraph(
                    [.text("See "), Self.law, .text(", "), Self.guide, .text(" and again "), Self.law, .text(".")],
                    .body), .pageBreak,
                .table(
                    Table(
                        summary: "", columns: [.init([.text("What")]), .init([.text("Where")])],
                        rows: [.init(runs: [[.text("x")], [Self.guide]])])),
            ], isLargePrint: isLargePrint)
        #expect(pages.count == 2)
        let first = Self.texts(pages[0], structure, typesetter)
        let second = Self.texts(pages[1], structure, typesetter)
        #expect(first.filter { $0.path == "P/Reference/Link" }.map(\.words) == ["1", "2", "1"])
        #expect(first.filter { $0.path == "P/Note/Lbl" }.map(\.words) == ["1", "2"])
        #expect(
            first.filter { $0.path == "P/Note/Link" }.map(\.words) == ["law.example/67", "guide.example/first-hours"])
        #expect(second.filter { $0.path == "Table/TR/TD/Note/Lbl" }.map(\.words) == ["2"])
        // Below all other text, above the running foot.
        let notes = first.filter { $0.path.hasPrefix("P/Note") }.map(\.baseline).min() ?? 0
        #expect(first.filter { !$0.path.contains("Note") }.allSatisfy { $0.baseline < notes - 10 })
        // What is touched leads to the note of the same page, and from there to the address.
        let targets = pages[0].marks.compactMap { mark -> String? in
            if case .link(_, .anchor(let name), _, _) = mark { name } else { nil }
        }
        #expect(targets == ["footnote-1-page-1", "footnote-2-page-1", "footnote-1-page-1"])
        let anchors = pages[0].marks.compactMap { mark -> String? in
            if case .anchor(let name, _) = mark { name } else { nil }
        }
        #expect(Set(anchors).isSuperset(of: targets))
    }

    @Test func wordsThatTellTheAddressNeedNoNoteAndMessagesKeepItInTheText() throws {
        let (pages, structure, typesetter) = try Self.pages([
            .paragraph([.text("https://law.example/67", .code, link: .uri("https://law.example/67"))], .body),
            .paragraph([.text("the desk", link: .uri("tel:+441632960001"))], .body),
            .message(
                MessageText(
                    channel: [.text("E-mail")], blocks: [.paragraph([Self.guide], .body)], identifier: "m", template: ""
                )),
        ])
        let texts = Self.texts(pages[0], structure, typesetter)
        #expect(!texts.contains { $0.path.contains("Note") })
        #expect(texts.contains { $0.words.contains("(guide.example/first-hours)") })
        #expect(texts.contains { $0.words.contains("+441632960001") })
    }

    @Test(arguments: [3, 60, 400]) func aPageHasRoomForItsNotes(_ count: Int) throws {
        let row = Table.Row(runs: [
            [.text("x")],
            (0..<count).flatMap { [.text("place \($0)", link: .uri("https://a.example/\($0)")), .text(", ")] },
        ])
        let (pages, structure, typesetter) = try Self.pages([
            .table(
                Table(summary: "", columns: [.init([.text("What")]), .init([.text("Where")])], rows: [row, row, row]))
        ])
        var all: Set<String> = []
        for page in pages {
            let texts = Self.texts(page, structure, typesetter)
            let told = Set(texts.filter { $0.path.hasSuffix("Note/Lbl") }.map(\.words))
            all.formUnion(told)
            #expect(
                told == Set(texts.filter { $0.path.hasSuffix("Reference/Link") }.map(\.words)), "page \(page.number)")
        }
        #expect(!all.isEmpty)
    }
}

@Suite struct FoldedCardTests {
    @Test func bothSidesStandBesideTheFoldInReadableType() throws {
        let number = Run.text("07700 900101", .phone, link: .uri("tel:+447700900101"))
        let lines = (0..<6).map { [Run.text("Role \($0) – Somebody with a Long Name "), number] }
        let card = Card(
            title: "Call", lines: lines, footer: "Dairy · version 1",
            back: .init(
                title: "Activate",
                lines: (0..<4).map {
                    [.text("\($0) – a sign of trouble that takes more than a line of the card to tell")]
                }))
        let (pages, structure, typesetter) = try FootnoteTests.pages([.cards([card])])
        #expect(pages.count == 1)
        let fold = pages[0].marks.compactMap { mark -> Double? in
            if case .shape(.line(let x1, _, let x2, _, let stroke), _) = mark, stroke.isDashed, x1 == x2 {
                x1
            } else {
                nil
            }
        }
        #expect(fold == [pages[0].width / 2])
        let texts = pages[0].marks.compactMap { mark -> TextMark? in
            if case .text(let text) = mark, structure.path(text.element).hasPrefix("Sect") { text } else { nil }
        }
        let words = { (text: TextMark) in text.words.map { typesetter.words[Int($0)].text }.joined() }
        #expect(
            texts.contains { words($0).contains("Call") && $0.x < fold[0] }
                && texts.contains { words($0).contains("Activate") && $0.x > fold[0] })
        #expect(texts.allSatisfy { $0.x + $0.width < fold[0] || $0.x > fold[0] })
        #expect(texts.allSatisfy { $0.size >= 7.5 })
    }
}
