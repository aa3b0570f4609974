import PlancDocument
import TestSupport
import Testing

@testable import PlancLayout

/// What is kept on one page, wherever on it the page ends.
@Suite struct KeptTogetherTests {
    /// The title of a frame stands above the first of its words, also where the frame ends with the page and the line that says that
    /// something goes on would have needed the room.
    @Test func aTitleStaysWithWhatFitsBelowIt() throws {
        let callout = Block.callout(
            Callout(
                .remark, title: [.text("Recognise it")], blocks: [.paragraph([.text("Open the plan at once.")], .body)])
        )
        for lines in 40..<56 {
            let above = (0..<lines).map { _ in Block.paragraph([.text("What stands above")], .small) }
            let (pages, structure, typesetter) = try FootnoteTests.pages(above + [callout])
            func page(_ words: String) -> Int? {
                pages.first { page in
                    FootnoteTests.texts(page, structure, typesetter).contains { $0.words.contains(words) }
                }?.number
            }
            #expect(page("Recognise") != nil && page("Recognise") == page("Open"), "\(lines) lines above")
        }
    }
}

/// What goes on over the page says again under which head it stands, and what may give way does.
@Suite struct GoingOnTests {
    private func words(_ blocks: [Block], isLargePrint: Bool = false) throws -> [[String]] {
        let (pages, structure, typesetter) = try FootnoteTests.pages(blocks, isLargePrint: isLargePrint)
        return pages.map { FootnoteTests.texts($0, structure, typesetter).map(\.words) }
    }

    private func above(_ lines: Int) -> [Block] {
        (0..<lines).map { _ in .paragraph([.text("What stands above")], .small) }
    }

    /// A name is not parted at its hyphen, wherever on the line it begins; a long word is.
    @Test func aNameIsWholeAtTheEndOfALine() throws {
        var parted = 0
        for count in 8..<40 {
            func isParted(_ name: String) throws -> Bool {
                let text = String(repeating: "of ", count: count) + name
                return try words([.paragraph([.text(text)], .body)]).joined().contains { $0.hasSuffix("Jean-") }
            }
            #expect(try !isParted("Jean-Marc\u{A0}Tessier"), "\(count) words before")
            parted += try isParted("Jean-Marc-Tessier-Bernard-Martin") ? 1 : 0
        }
        #expect(parted > 0)
    }

    /// A word in a drawing that is too wide for its place is set smaller, many words on several lines; none is cut.
    @Test func wordsInADrawingAreWhole() throws {
        let roles = "Building, machines and computers, deliveries and customers, farms"
        let address = "peter.lowe-the-bookkeeper@harbourdairy.example"
        func text(_ words: String, _ y: Double) -> Drawing.Shape {
            .text(
                words, at: .init(200, y), size: 9, anchor: .end, isStrong: true, maxWidth: 90, tone: .black)
        }
        let drawing = Drawing(
            width: 400, height: 200, title: "Tree", alternative: "Tree",
            shapes: [text(roles, 60), text(address, 150), text("Ada", 190)])
        let (pages, structure, typesetter) = try FootnoteTests.pages([.drawing(drawing)])
        let found = pages.flatMap { FootnoteTests.texts($0, structure, typesetter) }.map(\.words)
        let all = found.joined(separator: " ")
        #expect(!all.contains("…") && all.filter { !$0.isWhitespace }.contains(address))
        for word in roles.split(separator: " ") { #expect(all.contains(word), "\(word) in \(all)") }
        for page in pages {
            for case .text(let text) in page.marks where text.size < 9 { #expect(text.width <= 90.5) }
        }
    }

    @Test func theHeadOfAGroupIsSaidAgainOnTheNextPage() throws {
        let rows = (1...6).map { Table.Row(runs: [[.text("Deputy \($0)")], [.text("07700 90010\($0)")]]) }
        let table = Table(
            summary: "", columns: [.init([.text("Name")]), .init([.text("Number")])],
            rows: [.init([[.paragraph([.text("Farms")], .body)]], isGroup: true)] + rows)
        var parted = 0
        for lines in 28..<42 {
            let pages = try words(above(lines) + [.table(table)] + above(36))
            let parts = pages.map { page in page.filter { $0.hasPrefix("Deputy") } }
            parted += parts.count { !$0.isEmpty } - 1
            for (page, rows) in zip(pages, parts) {
                #expect(rows.isEmpty || page.contains("Farms"), "\(lines) lines above")
            }
        }
        #expect(parted > 3, "no group was parted")
    }

    @Test(arguments: [false, true]) func aStepIsSaidAgainAboveItsOwnStepsOnTheNextPage(_ isLargePrint: Bool) throws {
        let own = (1...6).map { StepRow.Part.step(StepRow(time: "", who: [], text: [.text("Answer \($0)")])) }
        let list = StepList(
            title: "Tell",
            steps: [StepRow(time: "T+1 h", who: [.text("Voice")], text: [.text("Take calls")], parts: own)])
        var parted = 0
        for lines in isLargePrint ? 8..<26 : 24..<42 {
            let pages = try words(
                above(lines) + [.steps(list)] + above(isLargePrint ? 20 : 36), isLargePrint: isLargePrint)
            let parts = pages.map { page in page.filter { $0.hasPrefix("Answer") } }
            parted += parts.count { !$0.isEmpty } - 1
            for (page, steps) in zip(pages, parts) {
                #expect(steps.isEmpty || page.contains { $0.contains("Take") }, "\(lines) lines above")
            }
        }
        #expect(parted > 3, "no step was parted")
    }

    /// "Tell – suite", and "Tell (suite)" where the list was begun elsewhere: said once.
    @Test(arguments: ["Tell", "Tell (suite)", "Tell (suite) 2/3"])
    func thatAListGoesOnIsSaidOnce(_ title: String) throws {
        let steps = (1...60).map { StepRow(time: "T+\($0) min", who: [], text: [.text("Action \($0)")]) }
        let pages = try words([.steps(StepList(title: title, steps: steps))])
        #expect(pages.count > 1)
        for page in pages.dropFirst() {
            let again = page.prefix { !$0.hasPrefix("Action") }.joined(separator: " ")
            let times = again.split(separator: "suite", omittingEmptySubsequences: false).count - 1
            #expect(times == 1 && again.hasPrefix("Tell"), "\(again)")
        }
    }

    /// "Stop: is all ticked?" is never alone on a page.
    @Test func aStopStaysWithItsList() throws {
        let steps = (1...4).map { StepRow(time: "T+\($0) min", who: [], text: [.text("Action \($0)")]) }
        for lines in 24..<46 {
            let pages = try words(
                above(lines) + [
                    .steps(StepList(title: "First", steps: steps)), .paragraph([.text("Pause")], .note),
                    .steps(StepList(title: "Then", steps: steps)),
                ])
            for page in pages where page.contains("Pause") {
                #expect(page.contains("Action 4"), "\(lines) lines above")
            }
        }
    }

    /// A form fills its page, and its end is on it: no page for one row more.
    @Test(arguments: [false, true]) func rowsOfAFormGiveWayToTheEnd(_ isLargePrint: Bool) throws {
        let table = Table(
            summary: "", columns: [.init([.text("Time")]), .init([.text("Decision")])], rows: [], blankRows: 60)
        let end = Block.end([.text(isLargePrint ? "End of the pack of those who play the long exercise" : "End")])
        let pages = try words(
            [.heading(level: 1, [.text("Decisions")], anchor: "d"), .table(table), end], isLargePrint: isLargePrint)
        #expect(pages.count == 1)
        #expect(pages[0].contains { $0.hasPrefix("End") })
    }

    private func message(_ name: String, lines: Int) -> Block {
        let blocks = (1...lines).map { Block.paragraph([.text("\(name) says \($0)")], .body) }
        return .message(MessageText(channel: [.text("By \(name)")], blocks: blocks, identifier: name, template: ""))
    }

    private let facts = Block.facts((1...6).map { Fact("Fact \($0)", [.text("what is known")]) })

    /// The first text of a message goes with what the message is; the second, short, stands whole on one page.
    @Test func aMessageOfTwoTextsKeepsItsHeading() throws {
        for lines in 0..<50 {
            let pages = try words(
                above(lines) + [
                    .together([.heading(level: 2, [.text("Recall")], anchor: "r"), facts, message("web", lines: 22)]),
                    message("voice", lines: 5),
                ])
            for page in pages {
                #expect(page.contains("Recall") == page.contains("Fact 1"), "\(lines) lines above")
                #expect(page.contains("Fact 6") == page.contains("web says 1"), "\(lines) lines above")
                #expect(page.contains("voice says 1") == page.contains("voice says 5"), "\(lines) lines above")
            }
        }
    }

    /// What is too long for one page with its facts begins below them.
    @Test func theBeginningOfALongTextStaysWithWhatItIs() throws {
        for lines in 0..<50 {
            let pages = try words(
                above(lines) + [
                    .together([.heading(level: 2, [.text("Recall")], anchor: "r"), facts, message("web", lines: 40)])
                ])
            for page in pages {
                #expect(page.contains("Recall") == page.contains("Fact 1"), "\(lines) lines above")
                #expect(page.contains("Fact 6") == page.contains("web says 1"), "\(lines) lines above")
            }
        }
    }

    @Test func inLargePrintToo() throws {
        let facts = Block.facts((1...14).map { Fact("Fact \($0)", [.text("what is known")]) })
        for lines in 0..<24 {
            let pages = try words(
                above(lines) + [
                    .together([.heading(level: 2, [.text("Recall")], anchor: "r"), facts, message("web", lines: 30)])
                ], isLargePrint: true)
            for page in pages {
                #expect(page.contains("Recall") == page.contains("Fact 14"), "\(lines) lines above")
                #expect(page.contains("Recall") == page.contains("web says 1"), "\(lines) lines above")
            }
        }
    }

    /// What does not fit on one page together is kept as far as its parts say so.
    @Test func aPartThatIsToStayOnOnePageDoesInWhatDoesNot() throws {
        let steps = (1...5).map { StepRow(time: "T+\($0) min", who: [], text: [.text("Action \($0)")]) }
        for lines in 20..<60 {
            let pages = try words([
                .together(above(lines) + [.together([.stress([.steps(StepList(title: "First", steps: steps))])])])
            ])
            #expect(pages.count { page in page.contains { $0.hasPrefix("Action") } } == 1, "\(lines) lines above")
        }
    }
}
