import PlancDocument

/// The addresses behind links, told at the foot of the page. An address has one number in the whole document: a reader
/// who knows it need not look again.
final class Footnotes {
    private var numbers: [String: Int] = [:]
    /// In the order in which they were first met.
    private(set) var addresses: [String] = []
    /// Heights of those laid out, by number from 1.
    private var heights: [Int: Double] = [:]

    func number(_ address: String) -> Int {
        if let known = numbers[address] { return known }
        addresses.append(address)
        numbers[address] = addresses.count
        return addresses.count
    }

    func height(_ number: Int, _ measure: () -> Double) -> Double {
        if let known = heights[number] { return known }
        let height = measure()
        heights[number] = height
        return height
    }
}

extension Flow {
    /// Between what stands above and the first note, with a short rule in the middle.
    var footnoteGap: Double { sheet.step * 1.2 }

    /// One note: its number and the address, which opens. An artifact when nothing refers to it that is listened to.
    func footnote(_ number: Int, parent: Int32, identifier: String) -> Strip {
        let address = footnotes.addresses[number - 1]
        let note = structure.add(.note, below: parent, [.identifier(identifier)])
        let label = structure.add(.label, below: note)
        let link = structure.add(.link, below: note)
        let column = Column(x: sheet.marginLeft, width: sheet.contentWidth, size: sheet.small, parent: note)
        let labelWidth = typesetter.width("000", .regular) * sheet.small / 1000 + sheet.step * 0.5
        let sign = inline.paragraph([.text(String(number))], size: sheet.small, element: label, structure: structure)
        var paragraph = inline.paragraph(
            [.text(Self.shown(address))], size: sheet.small, element: link, structure: structure)
        for place in paragraph.styles.indices {
            paragraph.styles[place].link = note >= 0 ? .uri(address) : nil
            paragraph.styles[place].linkTitle = ""
        }
        let inner = column.indented(by: labelWidth)
        let setting = LineSetting(x: inner.x, width: inner.width, leading: 1.25)
        var strip = setting.strips(paragraph, size: sheet.small, typesetter: typesetter).merged()
        strip.marks =
            LineSetting(x: column.x, width: labelWidth, leading: 1.25)
            .strips(sign, size: sheet.small, typesetter: typesetter).merged().marks + strip.marks
        if note >= 0 { strip.marks.insert(.anchor(identifier, y: 0), at: 0) }
        return strip
    }

    func footnoteHeight(_ number: Int) -> Double {
        footnotes.height(number) { footnote(number, parent: Structure.artifact, identifier: "").height }
    }

    /// The room that the notes to which `strips` refer take at the foot of a page that has none yet.
    func footnoteRoom(_ strips: [Strip]) -> Double {
        guard !footnotes.addresses.isEmpty else { return 0 }
        let numbers = Set(strips.lazy.flatMap(\.footnotes).map(\.number))
        return numbers.isEmpty ? 0 : numbers.sorted().reduce(footnoteGap) { $0 + footnoteHeight($1) }
    }

    /// What nobody could type is not printed whole.
    private static func shown(_ address: String) -> String {
        let shown = InlineBuilder.shownAddress(address, beside: "") ?? address
        return shown.count <= 300 ? shown : String(shown.prefix(298)) + "…"
    }
}

extension Mark {
    var isFootnote: Bool { if case .footnote = self { true } else { false } }
}

extension Strip {
    /// The notes that its text refers to, and the elements that take them.
    var footnotes: [(number: Int, parent: Int32)] {
        marks.compactMap { mark in
            if case .footnote(_, let number, _, let parent) = mark { (number, parent) } else { nil }
        }
    }
}
