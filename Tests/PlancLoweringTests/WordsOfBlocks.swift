import PlancDocument

extension Document {
    /// All its words, whatever the columns that a format sets them in.
    var allWords: String { wordsOf(blocks).replacing("\u{A0}", with: " ") }
}

private func wordsOf(_ blocks: [Block]) -> String { blocks.map(wordsOf).joined(separator: "\n") }

private func wordsOf(_ block: Block) -> String {
    switch block {
    case .heading(_, let runs, _), .paragraph(let runs, _), .end(let runs): runs.plainText
    case .list(let list): list.items.map { wordsOf($0.blocks) }.joined(separator: "\n")
    case .table(let table):
        (table.columns.map(\.title.plainText) + table.rows.flatMap { $0.cells.map { wordsOf($0) } })
            .joined(separator: "\n")
    case .steps(let list):
        list.steps.map { [$0.time, $0.who.plainText, $0.text.plainText, wordsOf($0.detail)].joined(separator: "\n") }
            .joined(separator: "\n")
    case .facts(let facts): facts.map { $0.label + "\n" + $0.value.plainText }.joined(separator: "\n")
    case .callout(let callout): callout.title.plainText + "\n" + wordsOf(callout.blocks)
    case .message(let message): message.channel.plainText + "\n" + wordsOf(message.blocks)
    case .together(let blocks), .quote(let blocks), .stress(let blocks): wordsOf(blocks)
    case .leaf(let leaf): wordsOf(leaf.whole)
    default: ""
    }
}

/// The words of a part of a document.
func wordsOfAll(_ blocks: [Block]) -> String { wordsOf(blocks).replacing("\u{A0}", with: " ") }
