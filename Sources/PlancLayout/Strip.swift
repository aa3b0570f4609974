import PlancDocument

/// A slice of a page, as wide as its column, that no page break cuts. Marks are relative to its top.
struct Strip {
    var height: Double
    /// Distance from what stands above; dropped at the top of a page.
    var space: Double = 0
    /// Where its text stands, when it is a line of text or belongs beside one.
    var baseline: Double?
    var marks: [Mark] = []
    /// Painted only where something stands above: the rule over a section.
    var ruleAbove: Mark?
    /// Set on the lines of a heading.
    var heading: (level: Int, title: String)?
    /// Stays on the page of the strip that follows.
    var keepsWithNext = false
    /// What goes on over a page break around this strip, from the outermost.
    var continuations: [Continuation] = []
    /// How many of them end with this strip.
    var ends = 0
    /// Left out where the page has no room for it: one more row of a form.
    var isSpare = false
    /// What must have room below it on its page where it is spare.
    var roomBelow = 0.0
    /// Begins a new page instead of being printed.
    var isPageBreak = false

    static var pageBreak: Strip { Strip(height: 0, isPageBreak: true) }

    var full: Double { height + space }
}

/// Something that says on both sides of a page break that it goes on: a checklist, a table, a message.
final class Continuation {
    /// Named on the next page: "Activation – continued".
    let title: String
    /// Repeated below the title: the header of a table.
    var header: [Strip]

    init(title: String, header: [Strip] = []) {
        self.title = title
        self.header = header
    }
}

extension [Strip] {
    var height: Double {
        var total = 0.0
        for (place, strip) in enumerated() { total += strip.height + (place == 0 ? 0 : strip.space) }
        return total
    }

    /// What stands in a frame is no chapter of the document.
    var withoutHeadings: [Strip] {
        map { strip in
            var strip = strip
            strip.heading = nil
            return strip
        }
    }

    /// One strip of all: they are never parted.
    func merged() -> Strip {
        guard var result = first else { return Strip(height: 0) }
        for strip in dropFirst() {
            let top = result.height + strip.space
            for var mark in strip.marks {
                mark.move(down: top)
                result.marks.append(mark)
            }
            result.height = top + strip.height
        }
        result.keepsWithNext = last?.keepsWithNext ?? false
        result.heading = nil
        return result
    }

    /// All strips of `self` belong to `continuation`.
    mutating func enclose(in continuation: Continuation) {
        for place in indices { self[place].continuations.insert(continuation, at: 0) }
        if let end = indices.last { self[end].ends += 1 }
    }

    /// The distance above strips becomes part of them, so that what frames them has no gaps.
    mutating func absorbSpaces() {
        for place in indices where place > 0 && self[place].space > 0 {
            let space = self[place].space
            for index in self[place].marks.indices { self[place].marks[index].move(down: space) }
            self[place].height += space
            self[place].space = 0
        }
    }
}
