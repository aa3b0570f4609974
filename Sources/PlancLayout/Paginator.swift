import PlancDocument

/// Puts strips on pages and gives each finished page away.
struct Paginator<Failure: Error> {
    let sheet: StyleSheet
    let top: Double
    let bottom: Double
    /// Height of the line that says that something goes on.
    let noteHeight: Double
    /// Marks of "continued on the next page", at y, and strips that name what goes on.
    let continues: (Double) -> [Mark]
    let continued: ([Continuation]) -> [Strip]
    let finish: (Page) throws(Failure) -> Void

    private var marks: [Mark] = []
    private var y: Double
    private var number = 1
    private var isEmpty = true
    private var last: [Continuation] = []
    /// The headings that hold where the next strip stands, from the highest; and those at the top of the page.
    private var path: [(level: Int, title: String)] = []
    private var pathOfPage: [String]?
    /// How much of the last page is filled, known when it has ended.
    private(set) var fill = 0.0
    /// Strips that stay together with the next one.
    private var chain: [Strip] = []

    init(
        sheet: StyleSheet, top: Double, bottom: Double, noteHeight: Double, continues: @escaping (Double) -> [Mark],
        continued: @escaping ([Continuation]) -> [Strip], finish: @escaping (Page) throws(Failure) -> Void
    ) {
        (self.sheet, self.top, self.bottom, self.noteHeight) = (sheet, top, bottom, noteHeight)
        (self.continues, self.continued, self.finish) = (continues, continued, finish)
        y = top
    }

    mutating func add(_ strip: Strip) throws(Failure) {
        if strip.isPageBreak {
            try flushChain()
            if !isEmpty { try endPage(continuing: []) }
            return
        }
        chain.append(strip)
        if !strip.keepsWithNext { try flushChain() }
    }

    /// Ends the last page; the number of pages.
    mutating func end() throws(Failure) -> Int {
        try flushChain()
        fill = y - top
        if !isEmpty || number == 1 { try endPage(continuing: []) }
        return number - 1
    }

    private func reserve(after strip: Strip) -> Double { strip.continuations.count > strip.ends ? noteHeight : 0 }

    private mutating func flushChain() throws(Failure) {
        guard !chain.isEmpty else { return }
        let strips = chain
        chain = []
        let needed = strips.height + (isEmpty ? 0 : strips[0].space) + reserve(after: strips[strips.count - 1])
        if !isEmpty, y + needed > bottom + 0.01, strips.allSatisfy(\.isSpare) { return }
        if !isEmpty, y + needed > bottom + 0.01, needed - strips[0].space <= bottom - top - continuationRoom(strips[0]) {
            try endPage(continuing: continuing(strips[0]))
        }
        for strip in strips { try place(strip) }
    }

    /// What stood on the page and goes on with `strip`.
    private func continuing(_ strip: Strip) -> [Continuation] {
        var result: [Continuation] = []
        for (place, continuation) in strip.continuations.enumerated() {
            guard place < last.count, last[place] === continuation else { break }
            result.append(continuation)
        }
        return result
    }

    private func continuationRoom(_ strip: Strip) -> Double {
        let open = continuing(strip)
        return open.isEmpty ? 0 : continued(open).height
    }

    private mutating func place(_ strip: Strip) throws(Failure) {
        if !isEmpty, y + strip.full + reserve(after: strip) > bottom + 0.01 {
            try endPage(continuing: continuing(strip))
        }
        put(strip)
    }

    private mutating func put(_ strip: Strip) {
        if let heading = strip.heading {
            path.removeAll { $0.level >= heading.level }
            // Headings above the first chapter are no chapters.
            if heading.level == 1 || !path.isEmpty { path.append(heading) }
        } else if pathOfPage == nil {
            pathOfPage = path.map(\.title)
        }
        if !isEmpty {
            y += strip.space
            if var rule = strip.ruleAbove {
                rule.move(down: y)
                marks.append(rule)
            }
        }
        for var mark in strip.marks {
            mark.move(down: y)
            marks.append(mark)
        }
        y += strip.height
        isEmpty = false
        last = strip.ends > 0 ? Array(strip.continuations.dropLast(strip.ends)) : strip.continuations
    }

    private mutating func endPage(continuing: [Continuation]) throws(Failure) {
        if !continuing.isEmpty { marks += continues(y) }
        let page = Page(
            number: number, width: sheet.pageWidth, height: sheet.pageHeight, marks: marks, path: pathOfPage ?? path.map(\.title))
        pathOfPage = nil
        try finish(page)
        number += 1
        (marks, y, isEmpty) = ([], top, true)
        guard !continuing.isEmpty else { last = []; return }
        for strip in continued(continuing) {
            put(strip)
        }
        pathOfPage = nil
        last = continuing
        // What is repeated does not count as the page's own: the next strip is put below it in any case.
        isEmpty = true
    }
}
