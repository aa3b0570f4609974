import PlancDocument

/// What stands on a page, line by line, for people and tests: place, size, tag, words.
public func dump(_ page: Page, structure: Structure, typesetter: Typesetter) -> String {
    func short(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10)" + (tenths % 10 == 0 ? "" : ".\(abs(tenths % 10))")
    }
    func area(_ area: Mark.Area) -> String {
        "\(short(area.x)),\(short(area.y)) \(short(area.width))×\(short(area.height))"
    }
    func line(_ mark: Mark) -> String? {
        switch mark {
        case .text(let text):
            let words = text.words.map { typesetter.words[Int($0)].text }.joined()
            return
                "\(short(text.x)),\(short(text.baseline)) \(short(text.size))pt \(structure.path(text.element)): \(words)"
        case .pageNumber(let number, let element):
            return
                "\(short(number.x)),\(short(number.baseline)) \(structure.path(element)): page of \(number.document ?? "")#\(number.anchor)"
        case .link(let place, let destination, _, _):
            let target =
                switch destination {
                case .uri(let address): address
                case .anchor(let name): "#" + name
                case .document(let path, let anchor): path + (anchor.map { "#" + $0 } ?? "")
                }
            return "  link \(area(place)) → \(target)"
        case .footnote(let place, let number, _, _): return "  footnote \(number) \(area(place))"
        case .anchor(let name, let y): return "  anchor #\(name) at \(short(y))"
        case .shape(.tickBox(let place), let element): return "\(area(place)) \(structure.path(element)): ☐"
        case .shape(.modules(let x, let y, let side, let rows), let element):
            return
                "\(area(.init(x: x, y: y, width: side * Double(rows.count), height: side * Double(rows.count)))) \(structure.path(element)): QR code"
        case .shape(.picture(let picture, let place), let element):
            return
                "\(area(place)) \(structure.path(element)): \(picture.form) of \(picture.width)×\(picture.height) pixels"
        case .shape(.watermark, _): return "  watermark"
        case .shape(.turned(let words, let x, let y, let size, let angle, _, _), let element):
            let text = words.map { typesetter.words[$0].text }.joined()
            let place = "\(short(x)),\(short(y)) \(short(size))pt turned \(short(angle))°"
            return "\(place) \(structure.path(element)): \(text)"
        case .shape, .landmark: return nil
        }
    }
    return (["— page \(page.number) —"] + page.marks.compactMap(line)).joined(separator: "\n") + "\n"
}
