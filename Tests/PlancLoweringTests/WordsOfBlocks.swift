import PlancDocument

extension Document {
    /// All its words, whatever the columns that a format sets them in.
    var allWords: String { words(of: blocks).replacing("\u{A0}", with: " ") }
}

private func words(of blocks: [Block]) -> String { blocks.map(words).joined(separator: "\n") }

private func words(_ block: Block) -> String {
    switch block {
    case .heading(_, let runs, _), .paragraph(let runs, _), .end(let runs): runs.plainText
    case .list(let list): list.items.map { words(of: $0.blocks) }.joined(separator: "\n")
    case .table(let table):
        (table.columns.map(\.title.plainText) + table.rows.flatMap { $0.cells.map { words(of: $0) } })
            .joined(separator: "\n")
    case .steps(let list):
        list.steps.map { [$0.time, $0.who.plainText, $0.text.plainText, words(of: $0.detail)].joined(separator: "\n") }
            .joined(separator: "\n")
    case .facts(let facts): facts.map { $0.label + "\n" + $0.value.plainText }.joined(separator: "\n")
    case .callout(let callout): callout.title.plainText + "\n" + words(of: callout.blocks)
    case .message(let message): message.channel.plainText + "\n" + words(of: message.blocks)
    case .together(let blocks), .quote(let blocks), .stress(let blocks): words(of: blocks)
    case .leaf(let leaf): words(of: leaf.whole)
    default: ""
    }
}
