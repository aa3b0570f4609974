import PlancDocument

/// What stands between two page breaks, set closer where that saves a page that is not filled well: the end of a
/// sheet belongs on the sheet. Sizes of type stay; distances and the lines' leading give.
struct CopyFit {
    /// From the widest to the closest.
    let flows: [Flow]
    let column: Column
    /// Height of a page's content.
    let room: Double
    /// The pages that strips take, and how much of the last one they fill.
    let measure: ([Strip]) -> (pages: Int, fill: Double)

    /// Longer parts are not worth the search.
    private static let longest = 14.0
    /// A last page that is filled less is one too many.
    private static let least = 0.6

    /// `opening`: what the first page begins with. Long parts are given away bit by bit.
    func lay<Failure: Error>(
        _ blocks: ArraySlice<Block>, after opening: [Strip], _ take: ([Strip]) throws(Failure) -> Void
    ) throws(Failure) {
        let structure = flows[0].structure
        let mark = structure.mark
        let title = flows[0].section.title
        var wide = opening
        var height = opening.height
        var isLong = false
        for place in blocks.indices {
            let count = wide.count
            append(blocks[place], before: Self.next(place, blocks), flows[0], to: &wide)
            height += wide[count...].reduce(0) { $0 + $1.full }
            isLong = isLong || height > room * Self.longest
            if isLong {
                try take(wide)
                wide = []
            }
        }
        guard !isLong, height > room else { return try take(wide) }
        let (pages, fill) = measure(wide)
        guard pages > 1, fill < room * Self.least else { return try take(wide) }
        for flow in flows.dropFirst() + flows.prefix(1) {
            structure.undo(to: mark)
            flow.section.title = title
            var strips = opening
            for place in blocks.indices { append(blocks[place], before: Self.next(place, blocks), flow, to: &strips) }
            if flow.sheet.step == flows[0].sheet.step || measure(strips).pages < pages {
                flows[0].section.title = flow.section.title
                return try take(strips)
            }
        }
    }

    private static func next(_ place: Int, _ blocks: ArraySlice<Block>) -> Block? {
        place + 1 < blocks.endIndex ? blocks[place + 1] : nil
    }

    private func append(_ block: Block, before next: Block?, _ flow: Flow, to strips: inout [Strip]) {
        let structure = flow.structure
        let mark = structure.mark
        let title = flow.section.title
        let count = strips.count
        flow.append(block, before: next, column, to: &strips)
        guard case .together(let inner) = block, flow.sheet.step == flows[0].sheet.step else { return }
        // A heading above and an end below go with what is to stay on one page.
        var lead = strips[..<count].reversed().prefix(while: \.keepsWithNext).reduce(0) { $0 + $1.full }
        if case .end? = next { lead += flow.sheet.body * 3 }
        func height() -> Double { lead + strips[count...].reduce(0) { $0 + $1.full } }
        guard height() > room else { return }
        if height() < room * 1.2 {
            for closer in flows.dropFirst() {
                structure.undo(to: mark)
                strips.removeLast(strips.count - count)
                closer.section.title = title
                closer.append(block, before: next, column, to: &strips)
                flow.section.title = closer.section.title
                if height() <= room { return }
            }
        }
        // It does not: then its parts are kept as they would be by themselves.
        structure.undo(to: mark)
        strips.removeLast(strips.count - count)
        flow.section.title = title
        for place in inner.indices {
            append(inner[place], before: Self.next(place, inner[...]) ?? next, flow, to: &strips)
        }
    }
}
