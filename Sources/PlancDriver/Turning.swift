import PlancDocument
import PlancPDF

/// A finished pack as somebody who opens it turns its pages: what is seen at once is a view, and going from one to another is an
/// opening. It leads along a page that is printed, by a tab, to the front leaf, to the next view or the one before; no other way.
struct Turning {
    /// The pages of each view, from 1.
    let views: [[Int]]
    private let landmarks: [Landmark: [Int]]
    private let ways: [[Int]]
    /// The view of each heading.
    let anchors: [String: Int]
    /// The headings of other documents whose page is printed, with the view on which it is.
    let elsewhere: [(view: Int, document: String, anchor: String)]

    /// - Parameters:
    ///   - tabs: the headings that tabs lead to.
    ///   - isTwoSided: whether the second page and the third are seen at once, the fourth and the fifth, and so on.
    init(_ pages: [FinishedPage], tabs: [String], isTwoSided: Bool = false) {
        let views =
            isTwoSided
            ? [[1]] + stride(from: 2, through: pages.count, by: 2).map { Array($0...min($0 + 1, pages.count)) }
            : pages.indices.map { [$0 + 1] }
        var anchors: [String: Int] = [:]
        var landmarks: [Landmark: [Int]] = [:]
        for (view, numbers) in views.enumerated() {
            for page in numbers.map({ pages[$0 - 1] }) {
                for name in page.anchors where anchors[name] == nil { anchors[name] = view }
                for landmark in page.landmarks { landmarks[landmark, default: []].append(view) }
            }
        }
        let everywhere = [0] + tabs.compactMap { anchors[$0] }
        ways = views.enumerated().map { view, numbers in
            let led = numbers.flatMap { pages[$0 - 1].references }.compactMap { anchors[$0] }
            let near = [view + 1, view - 1].filter(views.indices.contains)
            var seen: Set = [view]
            return (everywhere + led.sorted() + near).filter { seen.insert($0).inserted }
        }
        elsewhere = views.enumerated().flatMap { view, numbers in
            numbers.flatMap { pages[$0 - 1].elsewhere }.map { (view, $0.document, $0.anchor) }
        }
        (self.views, self.landmarks, self.anchors) = (views, landmarks, anchors)
    }

    /// The views on which something is found.
    func places(_ landmark: Landmark) -> [Int] { landmarks[landmark] ?? [] }

    /// Every view with the one from which it is reached first, and how many openings away it is.
    struct Reached {
        let start: Int
        let openings: [Int?]
        fileprivate let before: [Int?]

        /// The nearest of some views.
        func nearest(_ views: [Int]) -> Int? {
            views.filter { openings[$0] != nil }.min { (openings[$0] ?? .max, $0) < (openings[$1] ?? .max, $1) }
        }

        /// The views on the way, the start first.
        func way(to view: Int) -> [Int] {
            var way = [view]
            while let last = way.last, let previous = before[last] { way.append(previous) }
            return way.reversed()
        }
    }

    func reached(from start: Int) -> Reached {
        var openings = [Int?](repeating: nil, count: views.count)
        var before = openings
        guard views.indices.contains(start) else { return Reached(start: start, openings: openings, before: before) }
        openings[start] = 0
        var queue = [start]
        var next = 0
        while next < queue.count {
            let view = queue[next]
            next += 1
            for other in ways[view] where openings[other] == nil {
                openings[other] = (openings[view] ?? 0) + 1
                before[other] = view
                queue.append(other)
            }
        }
        return Reached(start: start, openings: openings, before: before)
    }
}
