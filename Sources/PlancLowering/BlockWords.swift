import PlancDocument

extension [Block] {
    /// What is read in lists of steps and the words between them, without what marks a place of one scenario's pages: pages of
    /// scenarios that read alike are printed once.
    var wordsRead: [String] {
        flatMap { block -> [String] in
            switch block {
            case .heading(_, let runs, _), .paragraph(let runs, _), .end(let runs): [runs.plainText]
            case .list(let list): list.items.flatMap(\.blocks.wordsRead)
            case .steps(let list): list.steps.flatMap(\.wordsRead)
            case .facts(let facts): facts.map { $0.label + $0.value.plainText }
            case .callout(let callout): [callout.title.plainText] + callout.blocks.wordsRead
            case .table(let table): table.rows.flatMap { row in row.cells.flatMap(\.wordsRead) }
            case .together(let blocks), .stress(let blocks), .quote(let blocks): blocks.wordsRead
            case .verbatim(let text): [text]
            default: []
            }
        }
    }
}

extension StepRow {
    fileprivate var wordsRead: [String] {
        [time, rhythm ?? "", who.plainText, text.plainText]
            + parts.flatMap { part -> [String] in
                switch part {
                case .detail(let blocks): blocks.wordsRead
                case .branch(let branch): [branch.label, branch.text.plainText] + branch.detail.wordsRead
                case .step(let step): step.wordsRead
                }
            } + warnings.map(\.plainText)
    }
}
