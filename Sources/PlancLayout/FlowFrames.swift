import PlancDocument

extension Flow {
    enum SignShape { case diamond, triangle, crossedBox }

    /// A sign of `side` points with a character in it, seen in grey as well as in colour.
    func sign(_ character: String, _ shape: SignShape, x: Double, y: Double, side: Double, element: Int32) -> [Mark] {
        let grown = side * 1.12
        let left = x - side * 0.06
        let top = y - side * 0.06
        let outline: [Drawing.Point]
        switch shape {
        case .diamond:
            outline = [
                .init(left + grown / 2, top), .init(left + grown, top + grown / 2),
                .init(left + grown / 2, top + grown),
                .init(left, top + grown / 2),
            ]
        case .triangle:
            outline = [.init(left + grown / 2, top), .init(left + grown, top + grown), .init(left, top + grown)]
        case .crossedBox: return crossedBox(x: x, y: y, side: side)
        }
        let size = side * (shape == .diamond ? 0.74 : 0.66)
        let words = typesetter.shape(character, .bold)
        let width = words.reduce(0) { $0 + typesetter.words[$1].width } * size / 1000
        let middle = top + grown * (shape == .diamond ? 0.5 : 0.64)
        return [
            .shape(.polygon(outline, fill: .white, stroke: .init(side * 0.1, .black)), element: Structure.artifact),
            .text(
                TextMark(
                    words: words.map(Int32.init), x: left + grown / 2 - width / 2, baseline: middle + size * 0.36,
                    width: width,
                    top: top, bottom: top + grown, size: size, tone: .black, element: element)),
        ]
    }

    private func crossedBox(x: Double, y: Double, side: Double) -> [Mark] {
        let (right, bottom) = (x + side, y + side)
        let stroke = Drawing.Stroke(side * 0.12, .black)
        return [
            .shape(
                .rectangle(.init(x: x, y: y, width: side, height: side), fill: .white, stroke: stroke, radius: 0),
                element: Structure.artifact),
            .shape(.line(x1: x, y1: y, x2: right, y2: bottom, stroke), element: Structure.artifact),
            .shape(.line(x1: x, y1: bottom, x2: right, y2: y, stroke), element: Structure.artifact),
        ]
    }

    /// Text behind a sign.
    func signed(
        _ character: String, _ shape: SignShape, _ runs: [Run], size: Double? = nil, face: Typesetter.Face = .regular,
        _ column: Column, _ element: Int32
    ) -> [Strip] {
        let size = size ?? column.size
        let side = size * 1.1
        let inner = column.beside(side + sheet.step)
        var strips = text(runs, size: size, face: face, inner ?? column, element: element)
        guard !strips.isEmpty else { return [] }
        if inner == nil { strips.insert(Strip(height: size * sheet.leading, keepsWithNext: true), at: 0) }
        let y = (strips[0].height - side) / 2
        strips[0].marks += sign(character, shape, x: column.x, y: y, side: side, element: Structure.artifact)
        return strips
    }

    /// Frames that are told apart without colour: a decision in a thick frame with a diamond, a warning in the thickest with
    /// a triangle, what must not be used in a frame with a crossed box, whom to call in two frames, a remark behind a bar.
    func callout(_ callout: Callout, _ column: Column) -> [Strip] {
        let element = structure.add(.division, below: column.parent)
        let inset = callout.kind == .remark ? sheet.step * 1.6 : sheet.step * 1.5
        let inner = column.indented(by: inset, right: callout.kind == .remark ? 0 : inset).below(element)
        var strips: [Strip] = []
        if !callout.title.isEmpty {
            let title = structure.add(.paragraph, below: element)
            let size = callout.kind == .remark ? column.size : column.size * 1.08
            switch callout.kind {
            case .decision: strips = signed("?", .diamond, callout.title, size: size, face: .bold, inner, title)
            case .warning: strips = signed("!", .triangle, callout.title, size: size, face: .bold, inner, title)
            case .stop: strips = signed("", .crossedBox, callout.title, size: size, face: .bold, inner, title)
            case .remark, .call: strips = text(callout.title, size: size, face: .bold, inner, element: title)
            }
            for place in strips.indices { strips[place].keepsWithNext = true }
        }
        var body = self.strips(callout.blocks, inner).withoutHeadings
        if strips.isEmpty {
            body.first(space: 0)
        } else {
            body.first(space: min(body.first?.space ?? 0, sheet.step * 0.6))
        }
        strips += body
        if let last = strips.indices.last { strips[last].keepsWithNext = false }
        guard !strips.isEmpty else { return [] }
        strips.padEnds(callout.kind == .remark ? sheet.step * 0.4 : sheet.step)
        switch callout.kind {
        case .decision: strips.frame(column, width: 1.4, tone: .accent)
        case .warning: strips.frame(column, width: 2.6)
        case .stop: strips.frame(column, width: 2)
        case .call:
            strips.frame(column, width: 1)
            strips.frame(column.indented(by: 3, right: 3), width: 1, inset: 3)
        case .remark: strips.bar(x: column.x, width: 2.4, tone: .middle)
        }
        strips.enclose(in: Continuation(title: callout.title.plainText))
        return strips
    }

    /// Words to send or read aloud: a frame with the channel on top, so that nobody reads the frame's words aloud.
    func message(_ message: MessageText, _ column: Column) -> [Strip] {
        let element = structure.add(.division, below: column.parent)
        let inset = sheet.step * 1.5
        var inner = column.indented(by: inset, right: inset).below(element)
        inner.keepsAddresses = true
        let title = structure.add(.paragraph, below: element)
        var runs = message.channel.map { $0.adding(.strong) }
        if let measure = message.measure { runs.append(.text((runs.isEmpty ? "" : " · ") + measure)) }
        var head = text(runs, size: min(column.size, sheet.body * 0.95), inner, element: title)
        if let obstacle = message.obstacle {
            head += signed("!", .triangle, obstacle, face: .bold, inner, structure.add(.paragraph, below: element))
        }
        if !head.isEmpty {
            head.padEnds(sheet.step * 0.5)
            head.background(column, .pale)
        }
        var body: [Strip] = []
        if let subject = message.subject, !subject.isEmpty {
            body = text(
                subject, size: column.size, face: .bold, inner, element: structure.add(.paragraph, below: element))
            if let last = body.indices.last { body[last] = body[last].padded(bottom: sheet.step * 0.4) }
            body.rule(inner, 0.5, .middle)
        }
        var texts = strips(message.blocks, inner).withoutHeadings
        if body.isEmpty { texts.first(space: 0) }
        body += texts
        body.padEnds(sheet.step)
        for place in head.indices { head[place].keepsWithNext = true }
        var result = head + body
        guard !result.isEmpty else { return [] }
        result.frame(column, width: 0.9)
        // A short text is read aloud without turning the page; of a long one a good part stays below its head.
        let whole = result.height <= pageRoom * (message.fillsPages ? 0.2 : 0.5)
        var above = 0.0
        for place in result.indices {
            above += result[place].height
            if whole || above < column.size * sheet.leading * (message.fillsPages ? 3 : 8) {
                result[place].keepsWithNext = true
            }
        }
        if let last = result.indices.last { result[last].keepsWithNext = false }
        result.enclose(in: Continuation(title: message.channel.plainText))
        return result
    }
}
