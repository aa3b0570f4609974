import PlancDocument
import Testing

@testable import PlancLayout

/// Whatever a plan holds, everything on paper can be read: no text leaves the page or lies on other text.
@Suite struct PagePropertyTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var seed: UInt64
        var paper: Document.Paper
        var isLargePrint: Bool

        var testDescription: String { "seed \(seed), \(paper.rawValue)\(isLargePrint ? ", large print" : "")" }
    }

    static let cases: [Case] = (1...10).flatMap { seed in
        [Document.Paper.a4, .letter].flatMap { paper in
            [false, true].map { Case(seed: seed, paper: paper, isLargePrint: $0) }
        }
    }

    @Test(arguments: cases) func nothingLeavesThePageOrLiesOnOtherText(_ sample: Case) throws {
        var lottery = DocumentLottery(seed: sample.seed)
        let document = lottery.document(paper: sample.paper, isLargePrint: sample.isLargePrint)
        let typesetter = try #require(Typesetter())
        let structure = Structure()
        var pages: [Page] = []
        let layout = Layout(document, typesetter: typesetter, structure: structure) { pages.append($0) }
        #expect(layout.pageCount == pages.count && !pages.isEmpty)
        for problem in Self.problems(pages, of: layout, typesetter) { Issue.record("\(problem)") }
    }

    /// What is wrong with the pages of a layout, with all that is painted on each.
    static func problems(_ pages: [Page], of layout: Layout, _ typesetter: Typesetter) -> [String] {
        var places: [String: Int] = [:]
        for page in pages {
            for case .anchor(let name, _) in page.marks where places[name] == nil { places[name] = page.number }
        }
        return pages.flatMap { page -> [String] in
            var marks =
                layout.furniture
                + page.marks.map { mark -> Mark in
                    guard case .pageNumber(let number, let element) = mark else { return mark }
                    let words = typesetter.shape(places[number.anchor].map(String.init) ?? "–", number.face)
                    let width = words.reduce(0) { $0 + typesetter.words[$1].width } * number.size / 1000
                    return .text(
                        TextMark(
                            words: words.map(Int32.init), x: number.endsThere ? number.x - width : number.x,
                            baseline: number.baseline, width: width,
                            top: number.baseline - number.size, bottom: number.baseline, size: number.size,
                            tone: .black, element: element))
                }
            if let number = layout.pageNumber(page.number) { marks.append(number) }
            return problems(marks, page, typesetter).map { "page \(page.number): \($0)" }
        }
    }

    /// Text that leaves the page, and pairs of texts whose letters would touch.
    static func problems(_ marks: [Mark], _ page: Page, _ typesetter: Typesetter) -> [String] {
        var texts: [(box: Mark.Area, words: String)] = []
        var result: [String] = []
        for mark in marks {
            guard case .text(let text) = mark else { continue }
            let words = text.words.map { typesetter.words[Int($0)].text }.joined()
            // From a little above the capitals to the lowest strokes.
            let box = Mark.Area(
                x: text.x, y: text.baseline - text.size * 0.76, width: text.width, height: text.size * 0.96)
            if box.x < 8 || box.y < 8 || box.x + box.width > page.width - 8 || box.y + box.height > page.height - 8 {
                result.append("'\(words.prefix(40))' leaves the page at \(box)")
            }
            if !words.allSatisfy({ $0 == " " }) { texts.append((box, words)) }
        }
        texts.sort { $0.box.y < $1.box.y }
        for (place, first) in texts.enumerated() {
            for second in texts[(place + 1)...] {
                if second.box.y >= first.box.y + first.box.height - 0.3 { break }
                let overlap =
                    min(first.box.x + first.box.width, second.box.x + second.box.width) - max(first.box.x, second.box.x)
                if overlap > 0.3 {
                    result.append(
                        "'\(first.words.prefix(30))' at \(first.box) lies on '\(second.words.prefix(30))' at \(second.box)"
                    )
                }
            }
        }
        return result
    }

    @Test func theLotteryDrawsWhatIsHard() {
        let documents = Set(Self.cases.map(\.seed)).map { seed -> Document in
            var lottery = DocumentLottery(seed: seed)
            return lottery.document(paper: .a4, isLargePrint: false)
        }
        let blocks = documents.flatMap(\.blocks)
        let told = documents.map { "\($0.blocks)" }.joined()
        #expect(
            blocks.contains { if case .table(let table) = $0 { table.rows.count >= 200 } else { false } },
            "a table of 200 rows")
        #expect(
            blocks.contains { block in
                guard case .steps(let list) = block else { return false }
                return list.steps.contains { step in
                    step.detail.contains {
                        if case .paragraph(let runs, _) = $0 { runs.plainText.utf8.count > 6000 } else { false }
                    }
                }
            }, "a step longer than a page")
        #expect(
            documents.contains { document in
                zip(document.blocks, document.blocks.dropFirst()).contains { first, second in
                    if case .heading = first, case .heading = second { true } else { false }
                }
            }, "an empty section")
        for hard in [String(repeating: "x", count: 160), "الأزمة", "שלום", "危機管理", "😀", "👩‍🚒", "https://a.example/b/"] {
            #expect(told.contains(hard), "\(hard)")
        }
    }

    @Test func theCheckSeesTextThatOverlapsOrLeaves() throws {
        let typesetter = try #require(Typesetter())
        let words = typesetter.shape("mot", .regular).map(Int32.init)
        func text(_ x: Double, _ y: Double) -> Mark {
            .text(
                TextMark(
                    words: words, x: x, baseline: y, width: 20, top: y - 10, bottom: y + 3, size: 10, tone: .black,
                    element: 0))
        }
        let page = Page(number: 1, width: 500, height: 700, marks: [])
        #expect(Self.problems([text(100, 100), text(110, 104)], page, typesetter).count == 1)
        #expect(Self.problems([text(490, 100)], page, typesetter).count == 1)
        #expect(Self.problems([text(100, 100), text(121, 104), text(100, 112)], page, typesetter).isEmpty)
    }
}
