import PlancDocument

/// Tabs on the outer edge of pages: the page of a part bears its digit, at the height that the part has in every pack.
///
/// They are drawn up to the edge of the paper; what they mean stands further in, where every printer still prints. `TabWords`
/// says what that is.
struct EdgeTabs {
    private let edge: Edge
    private let sheet: StyleSheet
    private let typesetter: Typesetter
    private let byAnchor: [String: Int]

    /// What printers may leave white.
    static let unprinted = 7 * StyleSheet.millimetre
    /// Free above and below all tabs, and between two of them.
    static let ends = 14 * StyleSheet.millimetre
    static let between = 2.5 * StyleSheet.millimetre
    /// What a part that scenarios share has of the edge at most: a short name. And what a scenario has at most: ink is no ornament.
    static let sharedPitch = 19 * StyleSheet.millimetre
    static let scenarioPitch = 45 * StyleSheet.millimetre

    /// From the edge of the paper to the inner end of a tab.
    var depth: Double { sheet.marginRight - 2 * StyleSheet.millimetre }
    /// From the edge of the paper to where it is cut: outside all text, inside what is held. What a tab says lies outside of it.
    var cut: Double { sheet.marginRight - 3 * StyleSheet.millimetre }

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

    /// Whether a page lies on the left of what is seen: its outer edge is the left one.
    func isLeft(page number: Int) -> Bool { edge.isTwoSided && number.isMultiple(of: 2) }

    /// Whether a page of notes comes first, so that what a block begins opens on its side: a scenario on the left, where its first two
    /// pages are seen at once; where the edge is cut, every part on the right, since a leaf can be cut for one part only.
    func needsNotes(before block: Block, on number: Int) -> Bool {
        guard edge.isTwoSided, case .heading(_, _, let anchor) = block, let place = byAnchor[anchor] else {
            return false
        }
        if edge.isCut { return isLeft(page: number) }
        return edge.tabs[place].isSolid && !isLeft(page: number)
    }

    /// Lines to write on, under the name of the part that the page ends.
    func notes(after part: Edge.Tab?, room: Double) -> [Block] {
        let name = part.map { " – \($0.label) \($0.title)" } ?? ""
        let lines = Int((room - sheet.lead * sheet.leading - sheet.step * 2) / sheet.writingHeight)
        return [.paragraph([.text(edge.notes + name, .strong)], .lead), .writingLines(max(lines, 1))]
    }

    /// Where a tab stands: scenarios from the top, what they share at the foot.
    func area(_ tab: Edge.Tab, isLeft: Bool = false) -> Mark.Area {
        let room = sheet.pageHeight - 2 * Self.ends
        let equal = room / Double(max(edge.slots, 1))
        let isShared = tab.slot >= edge.slots - edge.shared
        let sharedPitch = edge.shared < edge.slots ? min(equal, Self.sharedPitch) : equal
        let scenarios = Double(max(edge.slots - edge.shared, 1))
        let pitch =
            isShared ? sharedPitch : min((room - Double(edge.shared) * sharedPitch) / scenarios, Self.scenarioPitch)
        let top =
            isShared
            ? sheet.pageHeight - Self.ends - Double(edge.slots - tab.slot) * pitch
            : Self.ends + Double(tab.slot) * pitch
        return Mark.Area(
            x: isLeft ? 0 : sheet.pageWidth - depth, y: top + Self.between / 2, width: depth,
            height: max(pitch - Self.between, 6))
    }

    /// What the edge of a page bears: the tab of its part, and where it is cut.
    func marks(_ tab: Edge.Tab?, on number: Int, isBehind: Bool) -> [Mark] {
        let isLeft = isLeft(page: number)
        return (tab.map { marks($0, isLeft: isLeft) } ?? []) + (edge.isCut && !isBehind ? guides(tab, isLeft) : [])
    }

    /// All pages of a part are cut at once, from below their tab to the foot, so that the tabs behind them are seen; of the front leaf,
    /// the whole edge.
    private func guides(_ tab: Edge.Tab?, _ isLeft: Bool) -> [Mark] {
        let x = isLeft ? cut : sheet.pageWidth - cut
        let top = tab.map { area($0).y + area($0).height + Self.between / 2 } ?? 0
        let stroke = Drawing.Stroke(0.6, .dark, isDashed: true)
        func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Mark {
            .shape(.line(x1: x1, y1: y1, x2: x2, y2: y2, stroke), element: Structure.artifact)
        }
        let down = line(x, top, x, sheet.pageHeight)
        return tab == nil ? [down] : [line(isLeft ? 0 : sheet.pageWidth, top, x, top), down]
    }

    private func marks(_ tab: Edge.Tab, isLeft: Bool) -> [Mark] {
        let area = area(tab, isLeft: isLeft)
        // Outside of the cut, inside of what printers leave white.
        let width = cut - Self.unprinted
        let band = Mark.Area(
            x: isLeft ? Self.unprinted : sheet.pageWidth - cut, y: area.y, width: width, height: area.height)
        let frame = Mark.shape(
            .rectangle(area, fill: tab.isSolid ? .black : .white, stroke: .init(1.2, .black), radius: 0),
            element: Structure.artifact)
        return [frame] + TabWords(tab, in: band, isLeft: isLeft, sheet: sheet, typesetter: typesetter).marks
    }
}
