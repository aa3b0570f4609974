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
    let footnotes: FootnoteRoom
    let finish: (Page) throws(Failure) -> Void

    /// What is printed at the foot of a page for the links on it.
    struct FootnoteRoom {
        let gap: Double
        /// Whether any text so far refers to one.
        let isUsed: () -> Bool
        let height: (Int) -> Double
        /// The note of a number, as part of an element, on a page.
        let lay: (Int, Int32, Int) -> Strip
        let anchor: (Int, Int) -> String
        let rule: (Double) -> Mark
    }

    /// Notes of the page, in the order in which its text refers to them, and the room that they take.
    private var notes: [(number: Int, strip: Strip)] = []
    private var notesHeight = 0.0
    private var marks: [Mark] = []
    private var y: Double
    /// Of the page that is being filled.
    private(set) var number = 1
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
        continued: @escaping ([Continuation]) -> [Strip], footnotes: FootnoteRoom,
        finish: @escaping (Page) throws(Failure) -> Void
    ) {
        (self.sheet, self.top, self.bottom, self.noteHeight) = (sheet, top, bottom, noteHeight)
        (self.continues, self.continued, self.footnotes, self.finish) = (continues, continued, footnotes, finish)
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

    /// Where what flows must end: above the notes of the page.
    private var floor: Double { bottom - notesHeight }

    /// The room that notes of `strips` take which the page, or a fresh one, has not yet.
    private func noteRoom(_ strips: some Sequence<Strip>, isFresh: Bool = false) -> Double {
        guard footnotes.isUsed() else { return 0 }
        var seen = isFresh ? [] : Set(notes.map(\.number))
        var room = 0.0
        for note in strips.lazy.flatMap(\.footnotes) where seen.insert(note.number).inserted {
            room += footnotes.height(note.number)
        }
        return room == 0 || (!isFresh && !notes.isEmpty) ? room : room + footnotes.gap
    }

    private func reserve(after strip: Strip) -> Double { strip.continuations.count > strip.ends ? noteHeight : 0 }

    private mutating func flushChain() throws(Failure) {
        guard !chain.isEmpty else { return }
        let strips = chain
        chain = []
        let needed = strips.height + (isEmpty ? 0 : strips[0].space) + reserve(after: strips[strips.count - 1])
        let fits = y + needed + noteRoom(strips) <= floor + 0.01
        let isTooHigh = !isEmpty && !fits
        if !isEmpty, strips.allSatisfy(\.isSpare),
            !fits || y + needed + strips[strips.count - 1].roomBelow > floor + 0.01
        {
            return
        }
        if isTooHigh,
            needed - strips[0].space + noteRoom(strips, isFresh: true) <= bottom - top - continuationRoom(strips[0])
        {
            try endPage(continuing: continuing(strips[0]))
        }
        // What fits whole needs no room within it for a line that says that it goes on.
        if fits {
            for strip in strips { put(strip) }
        } else {
            try placeEach(strips)
        }
    }

    /// Too much for one page: a heading still stays with the first of what it heads.
    private mutating func placeEach(_ strips: [Strip]) throws(Failure) {
        for (place, strip) in strips.enumerated() {
            if strip.heading != nil, !isEmpty, place == 0 || strips[place - 1].heading == nil {
                let count = strips[place...].prefix { $0.heading != nil }.count + 1
                let needed = strip.space + Array(strips[place...].prefix(count)).height
                if y + needed > floor { try endPage(continuing: continuing(strip)) }
            }
            try self.place(strip)
        }
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
        if !isEmpty, y + strip.full + reserve(after: strip) + noteRoom(CollectionOfOne(strip)) > floor + 0.01 {
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
            if case .footnote(let area, let number, let link, let parent) = mark {
                mark = refer(area, to: number, link, parent)
            }
            marks.append(mark)
        }
        y += strip.height
        isEmpty = false
        last = strip.ends > 0 ? Array(strip.continuations.dropLast(strip.ends)) : strip.continuations
    }

    /// The link to a note of this page, which comes with the first that refers to it.
    private mutating func refer(_ area: Mark.Area, to note: Int, _ link: Int32, _ parent: Int32) -> Mark {
        if !notes.contains(where: { $0.number == note }) {
            notesHeight += footnotes.height(note) + (notes.isEmpty ? footnotes.gap : 0)
            notes.append((note, footnotes.lay(note, parent, number)))
        }
        return .link(area, .anchor(footnotes.anchor(note, number)), title: String(note), element: link)
    }

    private mutating func layNotes() {
        guard !notes.isEmpty else { return }
        var y = floor + footnotes.gap
        marks.append(footnotes.rule(floor + footnotes.gap * 0.5))
        for note in notes {
            for var mark in note.strip.marks {
                mark.move(down: y)
                marks.append(mark)
            }
            y += note.strip.height
        }
        (notes, notesHeight) = ([], 0)
    }

    private mutating func endPage(continuing: [Continuation]) throws(Failure) {
        if !continuing.isEmpty { marks += continues(y) }
        layNotes()
        let page = Page(
            number: number, width: sheet.pageWidth, height: sheet.pageHeight, marks: marks,
            path: pathOfPage ?? path.map(\.title))
        pathOfPage = nil
        try finish(page)
        number += 1
        (marks, y, isEmpty) = ([], top, true)
        guard !continuing.isEmpty else {
            last = []
            return
        }
        for strip in continued(continuing) {
            put(strip)
        }
        pathOfPage = nil
        last = continuing
        // What is repeated does not count as the page's own: the next strip is put below it in any case.
        isEmpty = true
    }
}
