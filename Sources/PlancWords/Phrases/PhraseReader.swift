import PlancPhrases

/// Finds the phrases of a language, and the terms that a plan adds, in one reading of a text.
///
/// Words are compared by their stems and without accents; nothing is found in quotations, block quotes or code, nor where a guard
/// of the family speaks against it (a negation, a condition, a question …). The reader learns as it reads: keep it for many texts.
public struct PhraseReader: Sendable {
    public let groups: [PhraseGroup]
    /// The plan's own terms; a match of the first has the group `groups.count`.
    public let terms: [String]
    private var scanner: PhraseScanner

    public init(_ table: PhraseTable, terms: [String] = []) {
        groups = table.groups
        self.terms = terms
        scanner = PhraseScanner(table, groups, terms: terms)
    }

    /// The phrases in the order of the text, then the plan's terms; of those of one group that overlap, the first and longest.
    public mutating func matches(in text: MappedText) -> [PhraseMatch] {
        scanner.begin()
        var quoted = quotations(in: text)[...]
        var piece = 0
        text.bytes.withUnsafeBufferPointer { bytes in
            for passage in text.passages {
                if passage.form == .code { continue }
                while piece + 1 < text.pieces.count, text.pieces[piece + 1].start <= passage.range.lowerBound {
                    piece += 1
                }
                var place = passage.range.lowerBound
                var current = piece
                while place < passage.range.upperBound, current < text.pieces.count {
                    let kind = text.pieces[current].kind
                    var end = text.end(ofPiece: current, in: passage.range)
                    current += 1
                    // Words that go on in other marks are one run.
                    while kind.isWords, end < passage.range.upperBound, current < text.pieces.count,
                        text.pieces[current].kind.isWords
                    {
                        end = text.end(ofPiece: current, in: passage.range)
                        current += 1
                    }
                    read(bytes, place..<end, kind, &quoted)
                    place = end
                }
                scanner.addEnd(at: passage.range.upperBound)
            }
        }
        return scanner.matches()
    }

    private mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ kind: MappedText.Kind,
        _ quoted: inout ArraySlice<Range<Int>>
    ) {
        switch kind {
        case .code, .quotation: scanner.addGap(range)
        case .value: scanner.addValue(range)
        case .words, .mark:
            var place = range.lowerBound
            while let quotation = quoted.first, quotation.lowerBound < range.upperBound {
                quoted.removeFirst()
                if quotation.lowerBound > place { scanner.add(bytes, place..<quotation.lowerBound) }
                scanner.addGap(quotation)
                place = max(place, quotation.upperBound)
            }
            if place < range.upperBound { scanner.add(bytes, place..<range.upperBound) }
        }
    }
}

extension MappedText {
    fileprivate func end(ofPiece number: Int, in passage: Range<Int>) -> Int {
        min(number + 1 < pieces.count ? pieces[number + 1].start : bytes.count, passage.upperBound)
    }
}

extension MappedText.Kind {
    fileprivate var isWords: Bool { self == .words || self == .mark }
}
