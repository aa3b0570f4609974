import PlancDocument
import PlancDriver
import PlancHTML
import PlancLayout
import PlancLowering
import PlancSource
import TestSupport
import Testing

/// What is on a screen is on paper, in the same order: every word of a document is looked for in its page for a screen and in
/// what a listener hears of its pages of paper, each after the one before it.
@Suite struct SameContentTests {
    static let plans = ["harbour-dairy", "valmereau"]

    @Test(arguments: plans) func screenAndPaperSayTheSame(_ name: String) throws {
        let loaded = load([packageFolder + "/Plans/" + name], in: DiskWorld())
        let plan = try #require(loaded.plans.first?.plan)
        let typesetter = try #require(Typesetter())
        var isSeen: Set<String> = []
        for lowered in lower(plan) where lowered.section != .messages {
            // Every pack; of the other sheets one of each form.
            let form =
                lowered.path.split(separator: "/").dropLast().joined(separator: "/")
                + (lowered.path.contains("--") ? "--" : "")
            guard lowered.section == .packs || isSeen.insert(form).inserted else { continue }
            let screen = screenText(emitHTML(lowered.document, path: lowered.path))
            let (paper, isWhole) = paperText(lowered.document, typesetter)
            // A front leaf that has given way to little room says elsewhere what a screen has room for at once.
            let passages = isWhole ? lowered.document.passages : lowered.document.passagesAfterLeaf
            #expect(!passages.isEmpty)
            for (text, where_) in [(screen, "on the screen"), (paper, "on paper")] {
                if let missing = firstMissing(passages, in: text) {
                    Issue.record("\(lowered.path): '\(missing)' is not \(where_) where it should be")
                }
            }
        }
    }

    @Test func aBlockLeftOutIsSeen() {
        let text = bare("one two three four")
        #expect(firstMissing([["one"], ["three"]], in: text) == nil)
        #expect(firstMissing([["four"], ["three"]], in: text) == "three")
        #expect(firstMissing([["three", "two"], ["four"]], in: text) == nil)
        #expect(firstMissing([["one"], ["five"]], in: text) == "five")
    }
}

/// The first words that do not stand after those before them; the words of one passage stand side by side, in any order.
private func firstMissing(_ passages: [[String]], in text: [UInt8]) -> String? {
    var at = 0
    for passage in passages {
        var end = at
        for words in passage {
            let wanted = bare(words)
            if wanted.isEmpty { continue }
            // What is left out is not found much further down instead.
            guard let place = find(wanted, in: text, from: at, within: 3_000) else { return words }
            end = max(end, place + wanted.count)
        }
        at = passage.count == 1 ? end : max(at, end - passage.reduce(0) { $0 + bare($1).count })
    }
    return nil
}

private func find(_ wanted: [UInt8], in text: [UInt8], from start: Int, within reach: Int) -> Int? {
    let last = min(text.count - wanted.count, start + reach)
    guard start <= last else { return nil }
    return (start...last).first { text[$0] == wanted[0] && text[$0..<$0 + wanted.count].elementsEqual(wanted) }
}

/// Letters and signs without the white space between them, which each form of paper and screen sets in its own way.
private func bare(_ text: String) -> [UInt8] {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars
    where !scalar.properties.isWhitespace && scalar.properties.generalCategory != .format
        && !"\u{2010}\u{2011}-".unicodeScalars.contains(scalar)
    {
        view.append(scalar)
    }
    return Array(String(view).utf8)
}

/// The words of a page for a screen: what is in `main`, without what only helps to get about.
private func screenText(_ html: [UInt8]) -> [UInt8] {
    var page = String(decoding: html, as: UTF8.self)
    for (start, end) in [
        ("", "<main"), ("</main>", ""), ("<nav", "</nav>"), ("<figure class=\"drawing", "</figure>"),
        ("<summary", "</summary>"), ("<button", "</button>"),
    ] {
        if start.isEmpty {
            page = page.firstRange(of: end).map { String(page[$0.lowerBound...]) } ?? page
        } else if end.isEmpty {
            page = page.firstRange(of: start).map { String(page[..<$0.lowerBound]) } ?? page
        } else {
            var kept = ""
            var rest = page[...]
            while let open = rest.firstRange(of: start), let close = rest[open.upperBound...].firstRange(of: end) {
                kept += rest[..<open.lowerBound]
                rest = rest[close.upperBound...]
            }
            page = kept + rest
        }
    }
    var text = ""
    var rest = page[...]
    while let open = rest.firstIndex(of: "<") {
        text += rest[..<open]
        guard let close = rest[open...].firstIndex(of: ">") else { break }
        rest = rest[rest.index(after: close)...]
    }
    text += rest
    for (name, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        text = text.replacing(name, with: sign)
    }
    return bare(text)
}

/// The words of the pages in the order of their tags, as one who listens hears them, and whether nothing of the front leaf stands
/// elsewhere.
private func paperText(_ document: Document, _ typesetter: Typesetter) -> (text: [UInt8], isWhole: Bool) {
    let structure = Structure()
    var texts: [Int32: String] = [:]
    let layout = Layout(document, typesetter: typesetter, structure: structure) { page in
        for case .text(let mark) in page.marks where mark.element >= 0 {
            texts[mark.element, default: ""] += mark.words.map { typesetter.words[Int($0)].text }.joined()
        }
    }
    var heard = ""
    func hear(_ element: Int32) {
        heard += texts[element] ?? ""
        var child = structure.elements[Int(element)].firstChild
        while child >= 0 {
            hear(child)
            child = structure.elements[Int(child)].nextSibling
        }
    }
    hear(Structure.root)
    return (bare(heard), layout.retreats.isEmpty)
}

extension Document {
    /// Its words in the order of reading, without what is to be filled in.
    fileprivate var passages: [[String]] {
        // The title of a pack with a front leaf is part of the line above the leaf's own.
        if case .leaf? = blocks.first { return blocks.flatMap(\.passages) }
        return [[title]] + purpose.passages + blocks.flatMap(\.passages)
    }

    fileprivate var passagesAfterLeaf: [[String]] { blocks.dropFirst().flatMap(\.passages) }
}

extension [Run] {
    fileprivate var passages: [[String]] {
        compactMap { if case .text(let words) = $0.content { [words] } else { nil } }
    }
}

extension Block {
    fileprivate var passages: [[String]] {
        switch self {
        case .heading(_, let runs, _), .paragraph(let runs, _), .end(let runs): runs.passages
        case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.passages) }
        case .table(let table):
            table.columns.flatMap(\.title.passages) + table.rows.flatMap { $0.cells.flatMap { $0.flatMap(\.passages) } }
        case .steps(let list): list.steps.flatMap(\.passages)
        case .facts(let facts): facts.flatMap { [[$0.label]] + $0.value.passages }
        case .callout(let callout): callout.title.passages + callout.blocks.flatMap(\.passages)
        case .message(let message):
            message.channel.passages + (message.obstacle ?? []).passages + (message.subject ?? []).passages
                + message.blocks.flatMap(\.passages)
        case .cards(let cards): cards.flatMap(\.passages)
        case .qrCode(_, let caption): caption.passages
        case .together(let blocks), .quote(let blocks), .stress(let blocks): blocks.flatMap(\.passages)
        case .leaf(let leaf): leaf.whole.flatMap(\.passages)
        case .verbatim(let text): [[text]]
        case .figure(let figure): figure.caption.passages
        case .drawing, .writingLines, .contents, .pageBreak, .rule: []
        }
    }
}

extension Card {
    fileprivate var passages: [[String]] {
        let front = [[title]] + lines.flatMap(\.passages)
        guard let back else { return front + [[footer]] }
        return front + [[back.title]] + back.lines.flatMap(\.passages)
    }
}

extension StepRow {
    fileprivate var passages: [[String]] {
        let head = [time, rhythm ?? ""] + who.passages.flatMap { $0 } + text.passages.flatMap { $0 }
        let below = parts.flatMap { part -> [[String]] in
            switch part {
            case .detail(let blocks): blocks.flatMap(\.passages)
            case .branch(let branch): [[branch.label]] + branch.text.passages + branch.detail.flatMap(\.passages)
            case .step(let step): step.passages
            }
        }
        return [head] + warnings.flatMap(\.passages) + below
    }
}
