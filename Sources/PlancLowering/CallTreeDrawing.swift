import PlancDocument
import PlancModel
import PlancSource

extension ScenarioContext {
    /// The tree as a drawing, and in words for those who do not see it; and whether a number in it has the mark that it does not
    /// work in every scenario.
    func drawing(_ root: CallTree.Caller) -> (drawing: Drawing, hasMark: Bool) {
        let form = CallTreeForm(isLarge: isLargePrint)
        var boxes: [CallTreeForm.Box] = []
        add(root, depth: 0, below: nil, form, &boxes)
        if boxes.reduce(0, { $0 + $1.height + form.gap }) > form.most {
            // Beyond a page, only those who call others: the tables below have everybody.
            boxes = []
            add(root, depth: 0, below: nil, form, &boxes, onlyCallers: true)
        }
        var told: [String] = []
        func tell(_ caller: CallTree.Caller) {
            if caller.calls.isEmpty { return }
            told.append(words.callsSentence(caller.person.name, words.list(caller.calls.map(\.person.name))))
            caller.calls.forEach(tell)
        }
        tell(root)
        let (shapes, height) = form.shapes(boxes)
        let drawing = Drawing(
            width: form.width, height: height, title: words.callTreeTitle,
            alternative: told.map { plainWords($0) }.joined(separator: "\n"), shapes: shapes)
        return (drawing, boxes.contains { $0.isConditional })
    }

    private func add(
        _ caller: CallTree.Caller, depth: Int, below parent: Int?, _ form: CallTreeForm,
        _ boxes: inout [CallTreeForm.Box], onlyCallers: Bool = false
    ) {
        // What holds of it has no room in a box, and is told in the list below.
        let isConditional = !firstNumberCondition(caller.person).isEmpty
        let number =
            firstNumber(caller.person).map { [$0].plainText + (isConditional ? " *" : "") }
            ?? noNumber(of: caller.person)
        let roles = caller.roles.map { edition.title(of: $0) }.joined(separator: ", ")
        var box = form.box(caller.person.name, roles: roles, number: number, depth: depth, parent: parent)
        box.isConditional = isConditional
        boxes.append(box)
        let place = boxes.count - 1
        for called in caller.calls where !onlyCallers || !called.calls.isEmpty {
            add(called, depth: depth + 1, below: place, form, &boxes, onlyCallers: onlyCallers)
        }
    }
}

/// The measures of the drawn tree: one box a person, indented below who calls them, as high as its lines need.
struct CallTreeForm {
    let isLarge: Bool

    /// A person in the tree.
    struct Box {
        var name: [String]
        var roles: [String]
        var number: String
        /// Whether the number does not work in every scenario.
        var isConditional = false
        /// Where its left edge is.
        var left: Double
        /// Which box is that of the caller.
        var parent: Int?
        var height: Double
    }

    var width: Double { isLarge ? 450 : 490 }
    /// Between two boxes.
    var gap: Double { isLarge ? 8 : 5 }
    /// The most that a page takes.
    var most: Double { isLarge ? 594 : 648 }
    private var step: Double { isLarge ? 30 : 34 }
    private var size: Double { isLarge ? 15 : 9 }
    private var tick: Double { isLarge ? 15 : 10 }
    private var leading: Double { isLarge ? 19 : 11 }

    /// In this face a letter is a little more than half as wide as it is high, in bold six tenths.
    private static func lines(_ text: String, _ width: Double, _ size: Double, isStrong: Bool) -> [String] {
        let letters = Int(width / (size * (isStrong ? 0.6 : 0.54)))
        return Drawing.lines(text) { $0.count <= letters }
    }

    func box(_ name: String, roles: String, number: String, depth: Int, parent: Int?) -> Box {
        let left = Double(min(depth, 6)) * step
        let lines = Self.lines(name, nameWidth(left), size + 1, isStrong: true)
        let below = Self.lines(roles, rolesWidth(left), size, isStrong: false)
        // The roles stand beside the name, in large type below it: beside it they would be too small to read.
        let count = isLarge ? lines.count + below.count : max(lines.count, below.count)
        return Box(
            name: lines, roles: below, number: number, left: left, parent: parent,
            height: Double(count) * leading + (isLarge ? 8 : 11))
    }

    private func textLeft(_ left: Double) -> Double { left + tick + 12 }

    private func nameWidth(_ left: Double) -> Double { isLarge ? width - textLeft(left) - 150 : half(left) }

    private func rolesWidth(_ left: Double) -> Double { isLarge ? width - textLeft(left) - 8 : half(left) }

    private func half(_ left: Double) -> Double { (width - left - 130) / 2 }

    func shapes(_ boxes: [Box]) -> (shapes: [Drawing.Shape], height: Double) {
        var shapes: [Drawing.Shape] = []
        var tops: [Double] = []
        var top = 2.0
        for box in boxes {
            tops.append(top)
            if let parent = box.parent { shapes += line(from: tops[parent] + boxes[parent].height, to: box, top) }
            shapes += frame(box, top)
            shapes += texts(box, top)
            top += box.height + gap
        }
        return (shapes, top + 2)
    }

    /// Down from the caller and across to the box.
    private func line(from above: Double, to box: Box, _ top: Double) -> [Drawing.Shape] {
        let (corner, middle) = (box.left - step / 2, top + box.height / 2)
        return [
            .line(.init(corner, above), .init(corner, middle), .init(1, .middle)),
            .line(.init(corner, middle), .init(box.left, middle), .init(1, .middle)),
        ]
    }

    private func frame(_ box: Box, _ top: Double) -> [Drawing.Shape] {
        let isRoot = box.parent == nil
        return [
            .rectangle(
                origin: .init(box.left, top), width: width - box.left, height: box.height, fill: isRoot ? .pale : nil,
                stroke: .init(isRoot ? 1.5 : 0.75), radius: 3),
            .rectangle(
                origin: .init(box.left + 6, top + (box.height - tick) / 2), width: tick, height: tick, fill: .white,
                stroke: .init(0.75), radius: 0),
        ]
    }

    private func texts(_ box: Box, _ top: Double) -> [Drawing.Shape] {
        let left = textLeft(box.left)
        let rolesLeft = isLarge ? left : left + 4 + half(box.left)
        let rolesTop = isLarge ? Double(box.name.count) : 0
        func text(
            _ words: String, _ x: Double, line: Double, isStrong: Bool, _ most: Double, _ anchor: Drawing.Anchor
        ) -> Drawing.Shape {
            .text(
                words, at: .init(x, top + (isLarge ? 19 : 15) + line * leading), size: isStrong ? size + 1 : size,
                anchor: anchor, isStrong: isStrong, maxWidth: most, tone: .black)
        }
        return box.name.enumerated().map {
            text($1, left, line: Double($0), isStrong: true, nameWidth(box.left), .start)
        }
            + box.roles.enumerated().map {
                text($1, rolesLeft, line: rolesTop + Double($0), isStrong: false, rolesWidth(box.left), .start)
            }
            + [text(box.number, width - 6, line: 0, isStrong: true, isLarge ? 140 : 100, .end)]
    }
}
