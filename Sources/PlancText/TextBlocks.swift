import PlancDocument
import PlancSource

extension TextPage {
    mutating func blocks(_ blocks: [Block]) {
        for (place, block) in blocks.enumerated() {
            if place > 0 { blank() }
            self.block(block)
        }
    }

    private mutating func block(_ block: Block) {
        switch block {
        case .heading(let level, let runs, let anchor): heading(level, runs, anchor)
        case .paragraph(let runs, let style):
            if style == .note { indented("  ") { $0.runs(runs) } } else { self.runs(runs) }
        case .list(let list): self.list(list)
        case .table(let table): self.table(table)
        case .steps(let list): steps(list)
        case .facts(let facts): self.facts(facts)
        case .callout(let callout): self.callout(callout)
        case .message(let message): self.message(message)
        case .cards(let cards):
            for (place, card) in cards.enumerated() {
                if place > 0 { blank() }
                self.card(card)
            }
        case .drawing(let drawing):
            wrapped(drawing.title)
            for sentence in drawing.alternative.split(separator: "\n") {
                hanging("  ") { $0.wrapped(String(sentence)) }
            }
        case .figure(let figure):
            wrapped("[\(plainWords(figure.alternative))]")
            if !figure.caption.isEmpty { runs(figure.caption) }
        case .qrCode(let payload, let caption):
            runs(caption)
            // What stands on several lines (a contact card) is for a machine.
            if !payload.contains(where: \.isNewline) { indented("  ") { $0.wrapped(payload) } }
        case .writingLines(let count):
            for place in 0..<max(count, 0) {
                if place > 0 { line("") }
                rule("_")
            }
        case .contents(let depth):
            line(words.contents)
            for heading in headings where heading.level <= depth {
                indented(String(repeating: "  ", count: heading.level)) { $0.wrapped(heading.text) }
            }
        case .together(let blocks), .stress(let blocks): self.blocks(blocks)
        case .leaf(let leaf): self.blocks(leaf.whole)
        case .pageBreak: rule("-")
        case .end(let runs): centred("--- \(plain(runs)) ---")
        case .verbatim(let text):
            indented("    ") { page in
                for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
                    page.kept(plainWords(String(part)))
                }
            }
        case .quote(let blocks): indented("> ") { $0.blocks(blocks) }
        case .rule: centred("* * *")
        }
    }

    private mutating func heading(_ level: Int, _ runs: [Run], _ anchor: String) {
        let pieces = wrap(plain(runs), to: room)
        let length = pieces.map { displayWidth(of: $0) }.max() ?? 0
        if level <= 1 { line("") }
        places[LineReference.mark(of: anchor)] = lines.count + 1
        for piece in pieces { line(piece) }
        if level < 4 {
            let mark: Character = level <= 1 ? "=" : level == 2 ? "-" : "."
            line(String(repeating: mark, count: level <= 1 ? room : length))
        }
    }

    private mutating func list(_ list: List) {
        for (place, item) in list.items.enumerated() {
            let mark = list.isOrdered ? "\(list.start + place). " : "- "
            hanging(item.box.map { (list.isOrdered ? mark : "") + ($0 ? "[x] " : "[ ] ") } ?? mark) {
                $0.tight(item.blocks)
            }
        }
    }

    /// Blocks without empty lines between paragraphs and lists.
    private mutating func tight(_ blocks: [Block]) { for block in blocks { self.block(block) } }

    private mutating func facts(_ facts: [Fact]) {
        let width = min(26, facts.map { displayWidth(of: plainWords($0.label)) }.max() ?? 0)
        for fact in facts {
            let label = wrap(plainWords(fact.label), to: width)
            let value = wrap(plain(fact.value), to: room - width - 2)
            for place in 0..<max(label.count, value.count) {
                let left = place < label.count ? label[place] : ""
                line(padded(left, width) + "  " + (place < value.count ? value[place] : ""))
            }
        }
    }

    private mutating func callout(_ callout: Callout) {
        let bar =
            switch callout.kind {
            case .warning: "! "
            case .decision: "? "
            case .remark: "| "
            case .call: "# "
            case .stop: "X "
            }
        indented(bar) { page in
            page.runs(callout.title)
            if !callout.blocks.isEmpty { page.rule("-") }
            page.tight(callout.blocks)
        }
    }

    private mutating func message(_ message: MessageText) {
        rule("-")
        runs(message.channel)
        if let measure = message.measure { wrapped("(\(measure))") }
        if let obstacle = message.obstacle { indented("! ") { $0.runs(obstacle) } }
        blank()
        if let subject = message.subject {
            runs(subject)
            blank()
        }
        blocks(message.blocks)
        rule("-")
    }

    private mutating func card(_ card: Card) {
        let width = 50
        line("+" + String(repeating: "-", count: width) + "+")
        func row(_ text: String, _ page: inout TextPage) {
            for piece in wrap(text, to: width - 2) { page.line("| " + padded(piece, width - 2) + " |") }
        }
        row(plainWords(card.title), &self)
        row("", &self)
        for text in card.lines { row(plain(text), &self) }
        if let back = card.back {
            line("+" + String(repeating: " -", count: width / 2) + "+")
            row(plainWords(back.title), &self)
            row("", &self)
            for text in back.lines { row(plain(text), &self) }
        }
        row("", &self)
        row(plainWords(card.footer), &self)
        line("+" + String(repeating: "-", count: width) + "+")
    }
}

/// Text filled up with spaces to a width in cells.
func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - displayWidth(of: text)))
}
