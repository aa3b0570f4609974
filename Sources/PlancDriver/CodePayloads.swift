import PlancDocument

/// What the codes to scan in a document stand for: in the finished file they are pictures, which no search reads.
func codePayloads(in blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
        switch block {
        case .qrCode(let payload, _): [payload]
        case .together(let inner), .quote(let inner), .stress(let inner): codePayloads(in: inner)
        case .leaf(let leaf): codePayloads(in: leaf.whole)
        case .list(let list): list.items.flatMap { codePayloads(in: $0.blocks) }
        case .table(let table): table.rows.flatMap { $0.cells.flatMap { codePayloads(in: $0) } }
        case .callout(let callout): codePayloads(in: callout.blocks)
        default: []
        }
    }
}
