import PlancDocument
import PlancPictures
import TestSupport

/// Documents by lot, the same for the same seed, with what plans hold on their worst day: words without end, other
/// scripts, emoji, empty parts, tables of 200 rows, steps longer than a page.
struct DocumentLottery {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// One that is wider than high, and one that is turned.
    private static let pictures = ["colour.png", "turned.jpg"].map { name in
        readFile("\(packageFolder)/Tests/Fixtures/Pictures/\(name)").flatMap { try? Picture.reading($0) }
    }

    private mutating func draw(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
    }

    private mutating func words(_ count: Int) -> String {
        let stock = [
            "incident", "cellule", "l’équipe", "prévenir", "T+15", "et", "à", "rendez-vous", "(voir", "page)",
            "« oui »", "été",
            "https://etat.valmereau.example/incidents/2026/novembre?niveau=2&langue=fr", "الأزمة", "فريق", "危機管理",
            "שלום", "😀", "👩‍🚒",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            String(repeating: "x", count: 160), "\u{202E}",
        ]
        var result: [String] = []
        for _ in 0..<count {
            result.append(stock[min(draw(stock.count * 3) % stock.count, draw(stock.count * 2)) % stock.count])
        }
        return result.joined(separator: " ")
    }

    private mutating func runs(_ count: Int) -> [Run] {
        var result: [Run] = []
        for _ in 0...draw(4) {
            switch draw(9) {
            case 8: result.append(Run(.page(of: "a\(draw(1000))", before: ", page ")))
            case 0: result.append(Run(.blank(label: words(1 + draw(2)), width: draw(120))))
            case 1: result.append(Run(.tick))
            case 2: result.append(Run(.lineBreak))
            case 3: result.append(.text("+33 4 78 00 12 34", .phone, link: .uri("tel:+33478001234")))
            case 4:
                result.append(
                    .text(
                        words(count), Run.Style(rawValue: UInt16(draw(256))),
                        link: .uri("https://a.example/b/\(draw(40))")))
            default: result.append(.text(words(1 + draw(count / 2 + 1)), Run.Style(rawValue: UInt16(draw(256)))))
            }
        }
        return result
    }

    private mutating func step(_ depth: Int) -> StepRow {
        var step = StepRow(
            time: draw(3) == 0 ? "" : "T+\(draw(5000)) min", rhythm: draw(4) == 0 ? words(3) : nil,
            who: draw(3) == 0 ? [] : runs(3),
            text: runs(draw(30) + 1), isDecision: draw(5) == 0)
        if draw(4) == 0 { step.warnings = [runs(5)] }
        if draw(5) == 0 {
            step.parts += [
                .branch(.init(label: words(2), text: runs(6))),
                .branch(.init(label: "", text: [], detail: [block(depth + 2)])),
            ]
        }
        if draw(6) == 0 { step.parts.append(.detail([block(depth + 2)])) }
        if draw(12) == 0 { step.parts = [.detail([.paragraph([.text(words(400))], .body)])] }
        if depth == 0, draw(6) == 0 {
            step.parts += [.step(self.step(1)), .detail([block(depth + 2)]), .step(self.step(1))]
        }
        return step
    }

    private mutating func list<Value>(_ limit: Int, _ make: (inout Self) -> Value) -> [Value] {
        var result: [Value] = []
        for _ in 0..<draw(limit + 1) { result.append(make(&self)) }
        return result
    }

    private mutating func table(_ depth: Int) -> Table {
        let columns = 1 + draw(8)
        let isLong = draw(8) == 0
        var rows: [Table.Row] = []
        for _ in 0..<(isLong && depth == 0 ? 200 : draw(8)) {
            rows.append(
                Table.Row(
                    (0..<columns).map { _ in
                        draw(6) == 0
                            ? [] : draw(10) == 0 ? [block(depth + 2)] : [.paragraph([.text(words(draw(8)))], .body)]
                    }))
        }
        return Table(
            summary: "s",
            columns: (0..<columns).map { _ in
                .init(
                    [.text(words(draw(3)))], alignment: [.left, .center, .right][draw(3)],
                    weight: Double(draw(3)))
            },
            rows: rows, blankRows: draw(5))
    }

    mutating func block(_ depth: Int) -> Block {
        switch draw(depth > 2 ? 2 : 19) {
        case 0, 1: return .paragraph(runs(40), [.body, .lead, .note, .small][draw(4)])
        case 2: return .heading(level: 1 + draw(4), runs(6), anchor: "a\(draw(1000))")
        case 3:
            return .list(
                List(
                    list(6) {
                        List.Item($0.list(2) { $0.block(depth + 1) }, box: [nil, nil, true, false][$0.draw(4)])
                    },
                    isOrdered: draw(2) == 0, start: 1 + draw(20)))
        case 4, 5:
            return .table(table(depth))
        case 6, 7: return .steps(StepList(title: words(draw(5)), steps: list(12) { $0.step(0) }))
        case 8: return .facts(list(5) { Fact($0.words(2), $0.runs(8)) })
        case 9:
            return .callout(
                Callout(
                    [.decision, .warning, .remark][draw(3)], title: runs(4), blocks: list(3) { $0.block(depth + 1) }))
        case 10:
            return .message(
                MessageText(
                    channel: runs(3), measure: draw(2) == 0 ? words(4) : nil, subject: draw(2) == 0 ? runs(8) : nil,
                    blocks: list(4) { $0.block(depth + 1) },
                    obstacle: draw(3) == 0 ? runs(10) : nil, identifier: "m", template: ""))
        case 11:
            return .cards(
                depth > 0
                    ? []
                    : list(11) { lottery in
                        Card(
                            title: lottery.words(3), lines: lottery.list(9) { $0.runs(4) }, footer: lottery.words(4),
                            back: lottery.draw(4) > 0
                                ? nil : .init(title: lottery.words(2), lines: lottery.list(7) { $0.runs(4) }))
                    })
        case 12: return .qrCode(payload: words(3), caption: runs(4))
        case 13: return .writingLines(draw(12))
        case 14: return .contents(depth: 1 + draw(3))
        case 15: return .together(list(4) { $0.block(depth + 1) })
        case 16: return depth == 0 ? .pageBreak : .end(runs(4))
        case 17:
            guard draw(2) == 0, let picture = Self.pictures[draw(2)] else { return .verbatim(words(30)) }
            return .figure(Figure(picture, alternative: words(3), caption: draw(2) == 0 ? [] : runs(6)))
        default: return .quote(list(3) { $0.block(depth + 1) })
        }
    }

    mutating func document(paper: Document.Paper, isLargePrint: Bool) -> Document {
        Document(
            id: "d", title: words(draw(9)), purpose: runs(12), locale: "fr",
            classification: draw(3) == 0 ? nil : "TLP:AMBER+STRICT",
            watermark: draw(2) == 0 ? "EXERCICE" : nil,
            stamp: .init(
                organisation: words(draw(5)), plan: words(draw(5)), version: "version 1", date: "21 novembre 2026",
                isoDate: "2026-11-21",
                revision: draw(2) == 0 ? words(2) : nil, copy: draw(2) == 0 ? words(3) : nil),
            paper: paper, isLargePrint: isLargePrint,
            words: .init(
                pageOf: "page {0} sur {1}", continues: "suite à la page suivante", continued: "suite",
                contents: "Sommaire", doneAt: "fait à",
                copyText: "", print: "", home: "", when: "quand", who: "qui", what: "quoi"),
            blocks: list(9) { $0.block(0) } + hard())
    }

    /// What chance may leave out: a section with nothing in it, and a table of 200 rows or a step longer than a page.
    private mutating func hard() -> [Block] {
        let empty: [Block] = [
            .heading(level: 2, runs(3), anchor: "empty"), .heading(level: 2, runs(3), anchor: "full"),
        ]
        if draw(2) == 0 {
            let rows = (0..<200).map { row in Table.Row(runs: [[.text("\(row)")], runs(3), [.text(words(3))]]) }
            return empty + [
                .table(Table(summary: "s", columns: [.init([.text("n")]), .init(runs(2)), .init([])], rows: rows))
            ]
        }
        let long = StepRow(
            time: "T+1 h", who: runs(2), text: runs(9), parts: [.detail([.paragraph([.text(words(700))], .body)])])
        return empty + [.steps(StepList(title: words(4), steps: [step(0), long, step(0)]))]
    }
}
