import PlancDocument

extension Flow {
    /// A picture in its natural size, or as large as its column and the page let it be; its caption stays with it.
    func figure(_ figure: Figure, _ column: Column) -> [Strip] {
        let picture = figure.picture
        let element = structure.add(.figure, below: column.parent, [.alternative(figure.alternative)])
        var caption: [Strip] = []
        if !figure.caption.isEmpty {
            caption = text(
                figure.caption, size: min(sheet.small, column.size), tone: .dark, column,
                element: structure.add(.paragraph, below: column.parent))
            for place in caption.indices.dropLast() { caption[place].keepsWithNext = true }
            caption.first(space: sheet.step * 0.5)
        }
        let natural = figure.naturalWidth
        let ratio = Double(picture.height) / Double(picture.width)
        let room = max((pageRoom + repeatedRoom) * 0.92 - caption.height, 40)
        let width = min(natural, column.width, room / ratio)
        let area = Mark.Area(x: column.x, y: 0, width: width, height: width * ratio)
        let strip = Strip(
            height: area.height, space: sheet.step * 0.5, marks: [.shape(.picture(picture, area), element: element)],
            keepsWithNext: !caption.isEmpty)
        return [strip] + caption
    }
}
