import PlancDocument

/// A number that a page offers, and what the page says of it.
struct PrintedNumber: CustomStringConvertible {
    /// Its digits, with the code of the country.
    var digits: String
    /// What stands behind it.
    var beside: String
    /// In a chart there is room for a mark alone.
    var isInChart = false

    var description: String { "\(digits)\(beside)" }
}

extension [Block] {
    /// The numbers to dial that stand on these pages, in order; those that are struck through are not offered.
    var numbers: [PrintedNumber] { flatMap(\.numbers) }
}

extension Block {
    fileprivate var numbers: [PrintedNumber] {
        switch self {
        case .heading(_, let runs, _), .paragraph(let runs, _), .end(let runs): runs.numbers
        case .list(let list): list.items.flatMap(\.blocks.numbers)
        case .table(let table): table.rows.flatMap { row in row.cells.flatMap(\.numbers) }
        case .facts(let facts): facts.flatMap(\.value.numbers)
        case .callout(let callout): callout.title.numbers + callout.blocks.numbers
        case .together(let blocks), .quote(let blocks), .stress(let blocks): blocks.numbers
        case .leaf(let leaf): leaf.versions.flatMap { version in version.pages.flatMap(\.numbers) }
        case .cards(let cards):
            cards.flatMap { card in (card.lines + (card.back?.lines ?? [])).flatMap(\.numbers) }
        case .qrCode(let payload, let caption):
            payload.hasPrefix("tel:")
                ? [PrintedNumber(digits: payload.filter(\.isNumber), beside: plain(caption.plainText))] : []
        case .drawing(let drawing): drawing.numbers
        default: []
        }
    }
}

extension [Run] {
    fileprivate var numbers: [PrintedNumber] {
        indices.compactMap { place in
            guard case .uri(let uri)? = self[place].link, uri.hasPrefix("tel:") else { return nil }
            let next = place + 1 < count ? [self[place + 1]].plainText : ""
            return PrintedNumber(digits: uri.filter(\.isNumber), beside: plain(next))
        }
    }
}

extension Drawing {
    fileprivate var numbers: [PrintedNumber] {
        shapes.compactMap { shape in
            guard case .text(let words, _, _, _, _, _, _) = shape else { return nil }
            let digits = words.filter(\.isNumber)
            // Written as in its own country.
            return digits.count > 9 ? PrintedNumber(digits: digits, beside: plain(words), isInChart: true) : nil
        }
    }
}

private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }
