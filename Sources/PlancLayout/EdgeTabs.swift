import PlancDocument

/// Tabs on the outer edge of pages: the page of a part bears its digit, at the height that the part has in every pack.
///
/// They are drawn up to the edge of the paper; what they mean stands further in, where every printer still prints.
struct EdgeTabs {
    private let edge: Edge
    private let sheet: StyleSheet
    private let typesetter: Typesetter
    private let byAnchor: [String: Int]

    /// From the edge of the paper to the inner end of a tab; and what printers may leave white.
    static let depth = 16 * StyleSheet.millimetre
    static let unprinted = 7 * StyleSheet.millimetre
    /// Free above and below all tabs, and between two of them.
    static let ends = 20 * StyleSheet.millimetre
    static let between = 4 * StyleSheet.millimetre

    init(_ edge: Edge, sheet: StyleSheet, typesetter: Typesetter) {
        (self.edge, self.sheet, self.typesetter) = (edge, sheet, typesetter)
        byAnchor = Dictionary(edge.tabs.enumerated().map { ($1.anchor, $0) }) { first, _ in first }
    }

    /// The part of a page: the one that begins on it, else that of the page before.
    func tab(of page: Page, after last: Edge.Tab?) -> Edge.Tab? {
        for case .anchor(let name, _) in page.marks {
            if let place = byAnchor[name] { return edge.tabs[place] }
            if edge.ends.contains(name) { return nil }
        }
        return last
    }

    /// Where a tab stands.
    func area(_ tab: Edge.Tab) -> Mark.Area {
        let pitch = (sheet.pageHeight - 2 * Self.ends) / Double(max(edge.slots, 1))
        return Mark.Area(
            x: sheet.pageWidth - Self.depth, y: Self.ends + Double(tab.slot) * pitch + Self.between / 2,
            width: Self.depth, height: max(pitch - Self.between, 6))
    }

    func marks(_ tab: Edge.Tab) -> [Mark] {
        let area = area(tab)
        let words = typesetter.shape(InlineBuilder.clean(tab.label), .bold)
        let size = min(sheet.tab, area.height / 1.2)
        let width = words.reduce(0) { $0 + typesetter.words[$1].width } * size / 1000
        let middle = area.x + (Self.depth - Self.unprinted) / 2
        let baseline = area.y + area.height / 2 + size * 0.36
        return [
            .shape(
                .rectangle(
                    area, fill: tab.isSolid ? .black : .white, stroke: .init(1.2, .black), radius: 0),
                element: Structure.artifact),
            .text(
                TextMark(
                    words: words.map(Int32.init), x: middle - width / 2, baseline: baseline, width: width,
                    top: area.y, bottom: area.y + area.height, size: size, tone: tab.isSolid ? .white : .black,
                    element: Structure.artifact)),
        ]
    }
}
