import PlancDocument
import PlancSource
import Testing

@testable import PlancText

@Suite struct TextTests {
    private func document(_ blocks: [Block], title: String = "Sheet", watermark: String? = nil) -> Document {
        Document(
            id: "sheet", title: title, locale: "en", classification: "TLP:AMBER", watermark: watermark,
            stamp: .init(
                organisation: "Library", plan: "Plan", version: "version 1", date: "5 January 2026",
                isoDate: "2026-01-05"),
            words: .init(
                pageOf: "page {0} of {1}", continues: "continues", continued: "continued", contents: "Contents",
                doneAt: "done at",
                copyText: "Copy", print: "Print", home: "Home", when: "When", who: "Who", what: "What"), blocks: blocks)
    }

    private func lines(_ blocks: [Block], title: String = "Sheet") -> [String] {
        String(decoding: emitText(document(blocks, title: title)), as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .map(String.init)
    }

    private func cell(_ text: String) -> [Block] { [.paragraph([.text(text)], .body)] }

    /// What people, languages and attackers write.
    static let hostile = [
        String(repeating: "Donaudampfschifffahrt", count: 12), "水害時の連絡先一覧を必ず確認してください水害時の連絡先一覧を必ず確認してください",
        "🚒👩‍🚒🏳️‍🌈 é e\u{301} ünï",
        "\u{1B}[31mred\u{7}\u{8}", "\u{202E}gnp.exe", "line\nline\r\nline\ttab", "",
        String(repeating: "a b ", count: 200),
        "شارع السلام 12",
    ]

    /// Bold labels part them on paper; here nothing would.
    @Test func factsOnALineHaveLinesOfTheirOwn() {
        let found = lines([
            .paragraph(
                [
                    .text("To: ", .strong), .text("Staff"), .text("   By: ", .strong), .text("Text message"),
                    .text("   Sent at: ", .strong), Run(.tick),
                ], .small)
        ])
        #expect(found.contains("To: Staff") && found.contains("By: Text message"), "\(found)")
        #expect(found.contains("Sent at: [ ]"), "\(found)")
    }

    /// A text names the line of a heading, be there what there may around the name; what stands nowhere in it is not named.
    @Test(
        arguments: ["", "\u{1}", "\u{E000}", "\u{1}\u{E000}\u{E001}\u{E002}\u{E003}\u{E004}\u{E005}\u{E006}"]
            + hostile)
    func referencesNameTheLine(_ text: String) throws {
        func reference(_ anchor: String) -> Run { Run(.page(of: anchor, in: nil, before: ", p.\u{A0}")) }
        let found = lines([
            .paragraph([.text(text + " "), .text("see Gates"), reference("gates"), .text(".")], .body),
            .paragraph([.text("see nothing"), reference("nowhere"), .text(".")], .body),
            .heading(level: 2, [.text("Gates")], anchor: "gates"),
        ])
        let line = try #require(found.firstIndex(of: "Gates")) + 1
        #expect(found.joined(separator: " ").contains("see Gates, line \(line)."), "\(found)")
        #expect(found.contains("see nothing."), "\(found)")
        #expect(!found.joined().unicodeScalars.contains("\u{1}"))
    }

    @Test(arguments: hostile) func noLineIsWiderThanEightyCells(_ text: String) {
        let run: [Run] = [.text(text, .strong)]
        let step = StepRow(
            time: text, rhythm: text, who: run, text: run, isDecision: true,
            parts: [
                .detail(cell(text)), .branch(.init(label: text, text: run, detail: cell(text))),
                .step(
                    StepRow(
                        time: "T0", who: run, text: run, parts: [.step(StepRow(time: "", who: [], text: run))])),
            ], warnings: [run])
        let columns = (0..<5).map { _ in Table.Column(run) }
        let message = MessageText(
            channel: run, measure: text, subject: run, blocks: cell(text), obstacle: run, identifier: "m.c",
            template: text)
        let blocks: [Block] = [
            .heading(level: 1, run, anchor: "a"), .heading(level: 4, run, anchor: "b"), .paragraph(run, .note),
            .list(List(blocks: [cell(text), [.list(List(blocks: [cell(text)]))]], isOrdered: true)),
            .table(
                Table(
                    summary: text, columns: columns,
                    rows: [.init(runs: columns.map { _ in run }), .init([cell(text)], isGroup: true)])),
            .table(
                Table(
                    summary: text, columns: (0..<30).map { _ in Table.Column(run) },
                    rows: [.init(runs: (0..<30).map { _ in run })])),
            .steps(StepList(title: text, steps: [step])), .facts([Fact(text, run)]),
            .callout(Callout(.warning, title: run, blocks: [.callout(Callout(.remark, title: run))])),
            .message(message),
            .cards([Card(title: text, lines: [run], footer: text)]),
            .drawing(Drawing(width: 1, height: 1, title: text, alternative: text, shapes: [])),
            .qrCode(payload: text, caption: run),
            .writingLines(2), .contents(depth: 2), .end(run), .quote(cell(text)), .together(cell(text)),
        ]
        for line in lines(blocks, title: text.isEmpty ? "Sheet" : text) {
            #expect(displayWidth(of: line) <= 80, "\(line)")
            #expect(line.last != " ")
            #expect(
                !line.unicodeScalars.contains {
                    $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || (0x202A...0x202E).contains($0.value)
                })
        }
    }

    @Test func depthHasAnEnd() {
        var step = StepRow(
            time: "T+30 min", who: [.text("Caretaker")], text: [.text("Switch off the power in the basement")])
        var block = Block.paragraph([.text("Nobody goes to the basement alone.")], .body)
        for _ in 0..<40 {
            step = StepRow(
                time: "T+30 min", who: [.text("Caretaker")], text: [.text("Switch off the power")],
                parts: [.step(step)])
            block = .quote([.list(List(blocks: [[block]], isOrdered: true))])
        }
        for line in lines([.steps(StepList(title: "", steps: [step])), block]) { #expect(displayWidth(of: line) <= 80) }
    }

    @Test func emptyDocumentsAndBlocksAreNoTrouble() {
        let blocks: [Block] = [
            .paragraph([], .body), .list(List([])), .table(Table(summary: "", columns: [], rows: [])),
            .steps(StepList(title: "", steps: [])), .facts([]), .cards([]), .together([]), .writingLines(0),
            .writingLines(-1), .quote([]),
            .table(Table(summary: "", columns: [.init([])], rows: [.init([])], blankRows: 1)), .verbatim(""),
            .contents(depth: 0),
        ]
        #expect(lines(blocks).contains("Sheet"))
    }

    @Test func tablesKeepTheirColumns() {
        let table = Table(
            summary: "",
            columns: [.init([.text("Name")]), .init([.text("Number")], alignment: .right), .init([.text("Place")])],
            rows: [
                .init(runs: [[.text("Zoë 田中")], [.text("7")], [.text("Lyon")]]), .init([cell("Night")], isGroup: true),
                .init(runs: [[.text("Bo")], [.text("12")], [.text("Lille")]]),
            ])
        let found = lines([.table(table)]).drop { !$0.hasPrefix("Name") }.prefix(6)
        #expect(
            Array(found) == [
                "Name      Number  Place", "--------  ------  -----", "Zoë 田中       7  Lyon", "", "Night",
                "Bo            12  Lille",
            ])
    }

    @Test func numbersAreFoundBySearchingWithPlainSpaces() {
        let words = String(repeating: "word ", count: 14)
        let found = lines([.paragraph([.text(words), .text("06\u{A0}39\u{A0}98\u{A0}00\u{A0}01", .phone)], .body)])
        #expect(found.contains("06 39 98 00 01"))
    }

    @Test func stepsTellWhoBelowWhat() {
        let step = StepRow(
            time: "T+15 min", rhythm: "every 30 min",
            who: [
                .text("Caretaker"), Run(.lineBreak), .text("Cleo Hart"), Run(.lineBreak), Run(.lineBreak),
                .text("Director"),
            ],
            text: [.text("Is the door shut?")], isDecision: true,
            parts: [
                .branch(.init(label: "yes", text: [.text("go on")])),
                .step(StepRow(time: "", who: [], text: [.text("Look at it")])),
            ])
        let found = lines([.steps(StepList(title: "", steps: [step]))]).drop { !$0.hasPrefix("[ ]") }.prefix(6)
        #expect(
            Array(found) == [
                "[ ] T+15 min  ? Is the door shut?", "              Caretaker · Cleo Hart", "              Director",
                "              (every 30 min)", "                > yes – go on", "              [ ] Look at it",
            ])
    }

    @Test func pagesAreToldByTheirAddress() {
        let page = Run.text("the status page", link: .uri("https://status.example/"))
        let bare = Run.text("status.example", link: .uri("https://status.example/"))
        let phone = Run.text("01632 960001", .phone, link: .uri("tel:+441632960001"))
        let found = lines([.paragraph([page], .body), .paragraph([bare], .body), .paragraph([phone], .body)])
        #expect(found.contains("the status page <https://status.example/>"))
        #expect(found.contains("status.example"))
        #expect(found.contains("01632 960001"))
    }

    @Test func theWatermarkStandsAtBothEnds() {
        let text = String(decoding: emitText(document([], watermark: "DRAFT")), as: UTF8.self)
        let found = text.split(separator: "\n").filter { $0.contains("*** DRAFT ***") }
        #expect(found.count == 2)
    }

    @Test func theSameDocumentGivesTheSameBytes() {
        let blocks: [Block] = [
            .heading(level: 1, [.text("One")], anchor: "one"), .contents(depth: 1), .verbatim("  kept\n   as it is"),
        ]
        #expect(emitText(document(blocks)) == emitText(document(blocks)))
        #expect(lines(blocks).contains("       as it is"))
    }

    @Test func whatShouldNotBreakBreaksAtASpaceBeforeItIsCut() {
        #expect(
            wrap("Astreinte\u{A0}du\u{A0}fichier\u{A0}clients", to: 27) == [
                "Astreinte\u{A0}du\u{A0}fichier", "clients",
            ])
        #expect(wrap("a Donaudampfschifffahrt", to: 10) == ["a", "Donaudampf", "schifffahr", "t"])
    }
}
