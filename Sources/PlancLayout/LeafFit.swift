import PlancDocument

/// The front leaf on its pages: the first of its versions whose pages all fit.
struct LeafFit {
    let wide: Flow
    /// With less room between blocks.
    let close: Flow
    /// Height of a page's content.
    let room: Double

    struct Laid {
        var pages: [[Strip]]
        var retreats: [String]
        /// Not even the last version fits: its pages go on over the next.
        var overflows: Bool
    }

    func lay(_ leaf: FrontLeaf, _ column: Column) -> Laid {
        let structure = wide.structure
        let mark = structure.mark
        let title = wide.section.title
        for (place, version) in leaf.versions.enumerated() {
            structure.undo(to: mark)
            wide.section.title = title
            close.section.title = title
            let flow = version.isClose ? close : wide
            let pages = version.pages.map { flow.strips($0, column) }
            let overflows = pages.contains { $0.height > room + 0.01 }
            if !overflows || place == leaf.versions.count - 1 {
                return Laid(pages: pages, retreats: version.retreats, overflows: overflows)
            }
        }
        return Laid(pages: [], retreats: [], overflows: false)
    }
}
