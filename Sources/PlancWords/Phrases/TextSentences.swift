import PlancSource

/// The sentences of a text, found when one is first asked for, however many are.
public struct TextSentences {
    private let text: MappedText
    private var found: [Range<Int>]?

    public init(_ text: MappedText) { self.text = text }

    /// All of them, in the order of the text.
    public var all: [Range<Int>] {
        var all: [Range<Int>] = []
        text.bytes.withUnsafeBufferPointer { bytes in
            for passage in text.passages { forEachSentence(bytes, passage.range) { all.append($0) } }
        }
        return all
    }

    /// The sentence that holds a stretch of the text; the stretch alone where there is no running text.
    public mutating func around(_ range: Range<Int>) -> Range<Int> { place(of: range).map { known()[$0] } ?? range }

    /// The same with the sentence behind it in its passage.
    public mutating func withNext(around range: Range<Int>) -> Range<Int> {
        guard let place = place(of: range) else { return range }
        let sentences = known()
        let own = sentences[place]
        guard place + 1 < sentences.count, sentences[place + 1].lowerBound == own.upperBound else { return own }
        return own.lowerBound..<sentences[place + 1].upperBound
    }

    private mutating func place(of range: Range<Int>) -> Int? {
        let sentences = known()
        let place = sentences.partitioningIndex { $0.lowerBound < range.upperBound } - 1
        return place >= 0 && sentences[place].overlaps(range) ? place : nil
    }

    private mutating func known() -> [Range<Int>] {
        let sentences = found ?? all
        found = sentences
        return sentences
    }
}
