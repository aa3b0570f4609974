import PlancDocument
import PlancSource

/// A line of a composed document: its words without style or layout, and the headings that it is under.
struct PrintedLine: Hashable, Sendable {
    /// The nearest headings above it, from the highest: "Ransomware", "First hour".
    var section: String
    var text: String
    /// The words with their own spaces and line breaks; nil where one plain space parts each from the next.
    var spaced: String?
    /// What is seen of it beside its words: what kind of line it is, how deep it stands in lists, and which words are set otherwise.
    var form = ""
    /// The number before it in a list, "1. ": it follows from what is above it.
    var number = ""
    /// Of the first line of a message: what is copied of it, where it can be.
    var copied: Copied?

    /// The text of a message as it is sent, and how many lines show it.
    struct Copied: Hashable {
        var text: String
        var lines: Int
    }

    /// What makes it the same line wherever it stands.
    struct Reading: Hashable {
        var text: String
        var form: String
    }

    var reading: Reading { Reading(text: spaced ?? text, form: form) }

    static let stepForm = "step"
    static let decisionForm = "decision"
    var isStep: Bool { form.hasPrefix(Self.stepForm) || form.hasPrefix(Self.decisionForm) }

    static let headingForm = "heading "
    static let pictureForm = "picture "
    var isPicture: Bool { form.hasPrefix(Self.pictureForm) }

    /// A code to scan is followed by what it holds.
    static let codeForm = "code "
    var hasCode: Bool { form.contains(Self.codeForm) }
}

extension [PrintedLine] {
    /// Whether they are the same lines, whatever headings they are under.
    func readAs(_ others: [PrintedLine]) -> Bool {
        count == others.count && zip(self, others).allSatisfy { $0.reading == $1.reading && $0.number == $1.number }
    }
}

/// Whether a part of a document says something else: so does the document then. What drawings alone say is seen in the whole.
func partsDiffer(_ old: [Block], _ new: [Block]) -> Bool {
    // Mostly they are the same, which is seen sooner than read.
    if old == new { return false }
    var (before, after) = (LineReader(), LineReader())
    before.read(old)
    after.read(new)
    return !before.lines.readAs(after.lines)
}

extension Document {
    /// All words of the document in reading order: two documents with the same lines say the same to their readers.
    ///
    /// What every page repeats (plan, version, date) is left aside: see `stampLine`.
    var printedLines: [PrintedLine] {
        var reader = LineReader()
        reader.add(purpose, "purpose")
        reader.read(blocks)
        reader.addWhatIsDrawnOnly()
        return reader.lines
    }

    /// What every page of the document repeats.
    var stampLine: String {
        [
            stamp.organisation, stamp.plan, stamp.version, stamp.date, stamp.revision ?? "", stamp.copy ?? "",
            classification ?? "", watermark ?? "",
        ].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// How it is printed, apart from its words.
    var form: String {
        let edge = edge.map { ($0.isTwoSided ? " two sides" : "") + ($0.isCut ? " cut" : "") } ?? ""
        return "\(paper.rawValue) \(isLargePrint ? "large" : "normal") \(locale)\(edge)"
    }
}

/// Reads the words of blocks.
private struct LineReader {
    var lines: [PrintedLine] = []
    private var path: [(level: Int, title: String)] = []
    private var section = ""
    /// The words in drawings, with the section they are in.
    private var drawn: [(section: String, text: String)] = []

    /// Drawings say again what the words beside them say; what nothing else says is a line of its own.
    mutating func addWhatIsDrawnOnly() {
        if drawn.isEmpty { return }
        let said = lines.map(\.text).joined(separator: "\n")
        var added: Set<String> = []
        for (section, text) in drawn where !said.contains(text) && added.insert(text).inserted {
            lines.append(PrintedLine(section: section, text: text, form: "drawing"))
        }
    }

    mutating func add(_ text: String, _ form: String = "") {
        let words = text.withSingleSpaces
        if words.isEmpty { return }
        let spaced = text == words ? nil : text.withoutSpacesAround
        lines.append(PrintedLine(section: section, text: words, spaced: spaced == words ? nil : spaced, form: form))
    }

    mutating func add(_ runs: [Run], _ kind: String = "") {
        add(runs.words, kind + runs.styles)
    }

    mutating func read(_ blocks: [Block]) {
        for (place, block) in blocks.enumerated() {
            if case .list(let list) = block {
                var isApart = false
                if place > 0, case .list = blocks[place - 1] { isApart = true }
                read(list, isApart: isApart)
            } else {
                read(block)
            }
        }
    }

    private mutating func read(_ block: Block) {
        switch block {
        case .heading(let level, let runs, _):
            path.removeAll { $0.level >= level }
            path.append((level, runs.plainText))
            section = path.map(\.title).joined(separator: " › ")
            add(runs, "\(PrintedLine.headingForm)\(level)")
        case .paragraph(let runs, let style): add(runs, style == .body ? "" : "\(style)")
        case .end(let runs): add(runs, "end")
        case .list(let list): read(list, isApart: false)
        case .table(let table):
            add(table.columns.map(\.title.plainText).joined(separator: " | "))
            for row in table.rows { read(row) }
            if table.blankRows > 0 { add("[\(table.blankRows)]") }
        case .steps(let list):
            add(list.title)
            for step in list.steps { read(step) }
        case .facts(let facts): for fact in facts { add("\(fact.label): \(fact.value.words)", fact.value.styles) }
        case .callout(let callout):
            add(callout.title, callout.kind.rawValue)
            read(callout.blocks)
        case .message(let message):
            let first = lines.count
            add([message.channel.words, message.measure ?? ""].joined(separator: " "))
            if let subject = message.subject { add(subject, "subject") }
            if let obstacle = message.obstacle { add(obstacle, "obstacle") }
            read(message.blocks)
            if lines.indices.contains(first) {
                lines[first].copied = PrintedLine.Copied(text: message.template, lines: lines.count - first)
            }
        case .cards(let cards): for card in cards { read(card) }
        case .drawing(let drawing):
            add(drawing.title)
            add(drawing.alternative)
            for case .text(let text, _, _, _, _, _, _) in drawing.shapes {
                let words = text.withSingleSpaces
                if !words.isEmpty { drawn.append((section, words)) }
            }
        case .figure(let figure):
            // The same words may stand for another picture.
            add("[\(figure.alternative)]", PrintedLine.pictureForm + sha256(figure.picture.file).prefix(12))
            add(figure.caption.words)
        // Its words are for a telephone: to readers it is another code under the same caption.
        case .qrCode(let payload, let caption): add(caption.words, PrintedLine.codeForm + payload)
        case .writingLines(let count): add("[\(count)]")
        case .together(let blocks), .stress(let blocks): read(blocks)
        case .leaf(let leaf):
            read(leaf.whole)
            // What comes after the leaf is not part of it.
            (path, section) = ([], "")
        case .quote(let blocks):
            let first = lines.count
            read(blocks)
            for place in first..<lines.count { lines[place].form += " quote" }
        case .verbatim(let text): readVerbatim(text)
        case .rule: add("—")
        case .contents, .pageBreak: break
        }
    }

    /// The lines of a text that is kept as it is: each with its indentation, and with how many empty ones stand above it.
    private mutating func readVerbatim(_ text: String) {
        var empty = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let indent = line.prefix { $0 == " " || $0 == "\t" }.count
            let first = lines.count
            add(String(line), "verbatim" + (indent > 0 ? " \(indent)" : "") + (empty > 0 ? " after \(empty)" : ""))
            empty = lines.count > first ? 0 : empty + 1
        }
    }

    /// `isApart`: it stands right below another list.
    private mutating func read(_ list: List, isApart: Bool) {
        for (place, item) in list.items.enumerated() {
            // A number or a tick that changes is a change.
            let first = lines.count
            read(item.blocks)
            let box = item.box.map { $0 ? "☒ " : "☐ " } ?? ""
            if lines.indices.contains(first) {
                lines[first].text = box + lines[first].text
                lines[first].spaced = lines[first].spaced.map { box + $0 }
                lines[first].form += list.isOrdered ? " numbered item" : " item"
                if isApart, place == 0 { lines[first].form += " of another list" }
                if list.isOrdered { lines[first].number = "\(list.start + place). " + lines[first].number }
                for line in lines.indices[(first + 1)...] { lines[line].form += " inside" }
            }
        }
    }

    /// Without what all cards say at their foot: whose they are, as every page says, and which of how many.
    private mutating func read(_ card: Card) {
        add(card.title)
        for line in card.lines { add(line, "card") }
        if let back = card.back {
            add(back.title)
            for line in back.lines { add(line, "card") }
        }
    }

    private mutating func read(_ row: Table.Row) {
        var inner = LineReader()
        var forms = row.isGroup ? "group" : ""
        let cells = row.cells.map { cell -> String in
            inner.lines = []
            inner.read(cell)
            for line in inner.lines where !line.form.isEmpty { forms += "|" + line.form }
            return inner.lines.map { $0.number + ($0.spaced ?? $0.text) }.joined(separator: " ")
        }
        // A column that came, or went, says nothing in the rows that have nothing in it.
        let said = cells.prefix((cells.lastIndex { !$0.isEmpty } ?? -1) + 1)
        add(said.joined(separator: " | "), forms)
    }

    private mutating func read(_ step: StepRow) {
        add(
            [step.isTicked ? "☒" : "", step.time, step.rhythm ?? "", step.who.words, step.text.words].filter {
                !$0.isEmpty
            }.joined(separator: " "),
            (step.isDecision ? PrintedLine.decisionForm : PrintedLine.stepForm) + step.text.styles)
        for part in step.parts {
            switch part {
            case .detail(let blocks): read(blocks)
            case .branch(let branch):
                add("\(branch.label): \(branch.text.words)", "branch" + branch.text.styles)
                read(branch.detail)
            case .step(let substep):
                let first = lines.count
                read(substep)
                for line in lines.indices[first...] { lines[line].form += " inside" }
            }
        }
        for warning in step.warnings { add(warning, "warning") }
    }
}

extension [Run] {
    /// Which of the words are set otherwise than the rest: `2 their words`; empty where all are plain.
    fileprivate var styles: String {
        if allSatisfy({ $0.style.isEmpty }) { return "" }
        var text = ""
        var last: Run.Style?
        for run in self {
            if run.style != last {
                text += " \(run.style.rawValue) "
                last = run.style
            }
            if !run.style.isEmpty { text += CollectionOfOne(run).plainText }
        }
        return text.withSingleSpaces
    }

    /// The words, and where a link leads that is printed beside them.
    fileprivate var words: String {
        var text = ""
        for run in self {
            if case .text(let words) = run.content, words.utf8.contains(where: { 0x09...0x0D ~= $0 }) {
                // A line end in a value is a space on the page.
                text +=
                    words.split(omittingEmptySubsequences: false) { $0.isNewline || $0 == "\t" }
                    .joined(separator: " ").withoutRepeatedSpaces
            } else {
                text += CollectionOfOne(run).plainText
            }
            if case .uri(let address)? = run.link, !address.hasPrefix("tel:"), !address.hasPrefix("mailto:"),
                !text.contains(address)
            {
                text += " <\(address)>"
            }
        }
        return text
    }
}

extension String {
    /// Without the spaces and line ends at both ends.
    fileprivate var withoutSpacesAround: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    /// Line ends and spaces of any kind and number as one space.
    var withSingleSpaces: String {
        var text = self
        return text.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { words in
                var count = 0
                var place = 0
                while place < bytes.count {
                    let space = bytes.spaceLength(at: place)
                    if space == 0 {
                        words[count] = bytes[place]
                        (place, count) = (place + 1, count + 1)
                        continue
                    }
                    if count > 0, words[count - 1] != 0x20 {
                        words[count] = 0x20
                        count += 1
                    }
                    place += space
                }
                if count > 0, words[count - 1] == 0x20 { count -= 1 }
                return count
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// How many bytes the space at a place of a text in UTF-8 has, of any that Unicode calls so; 0 where none is.
    fileprivate func spaceLength(at place: Int) -> Int {
        switch self[place] {
        case 0x20, 0x09...0x0D: return 1
        // U+0085, no-break space.
        case 0xC2: return self[place + 1] == 0x85 || self[place + 1] == 0xA0 ? 2 : 0
        case 0xE1: return self[place + 1] == 0x9A && self[place + 2] == 0x80 ? 3 : 0
        // Quads to hair spaces, the ends of lines and paragraphs, the narrow no-break space; the mathematical space.
        case 0xE2:
            switch (self[place + 1], self[place + 2]) {
            case (0x80, 0x80...0x8A), (0x80, 0xA8), (0x80, 0xA9), (0x80, 0xAF), (0x81, 0x9F): return 3
            default: return 0
            }
        case 0xE3: return self[place + 1] == 0x80 && self[place + 2] == 0x80 ? 3 : 0
        default: return 0
        }
    }
}
