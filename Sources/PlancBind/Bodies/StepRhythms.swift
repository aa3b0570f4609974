import PlancModel
import PlancSource

/// Reads how often a step is done again.
extension StepHead {
    /// `every 30min`, and what almost is that: the end of it; nil when it is a word like any other ("every morning").
    mutating func readRhythm(_ word: Range<Int>, _ text: WrittenText) -> Int? {
        if let end = readWordsOfRhythm(word.lowerBound, text) { return end }
        let isExact = text.holds(word, "every")
        // Most words are not even near.
        guard isExact || text.bytes[word].prefix(3).contains(where: { $0 | 0x20 == UInt8(ascii: "v") }) else {
            return nil
        }
        let amount = text.located(text.word(at: text.pastGaps(word.upperBound))).value
        if !isExact || TimeAmount(notation: amount) == nil, let near = NearRhythm(text.rest(from: word.lowerBound)) {
            let place = word.lowerBound..<word.lowerBound + near.length
            binding.report(MalformedStep.rhythm(text.located(place), amount: near.amount))
            rhythm = TimeAmount(notation: near.amount).map { Located($0, text.place(of: place)) }
            return place.upperBound
        }
        return isExact ? readAmount(after: word.upperBound, text) : nil
    }

    /// `each 2h`, `daily`, `every day` between the time and the role, in any language.
    private mutating func readWordsOfRhythm(_ start: Int, _ text: WrittenText) -> Int? {
        // A time is none, which most heads begin with.
        guard start + 1 < text.bytes.count, text.bytes[start + 1] >= 0x41 else { return nil }
        if hasMention { return readRhythmInWords(start, text) }
        guard text.bytes.count - start <= 32, rest.count > 1, rest[rest.startIndex + 1].isMention else { return nil }
        let written = text.located(start..<text.endWithoutGaps)
        guard TimeAmount(notation: String(written.value.trimmingPrefix("every "))) == nil,
            let amount = Corrections.rhythm(written.value)
        else { return nil }
        binding.report(MalformedStep.rhythm(written, amount: amount))
        rhythm = TimeAmount(notation: amount).map { Located($0, written.span) }
        return text.bytes.count
    }

    private mutating func readAmount(after every: Int, _ text: WrittenText) -> Int? {
        let amount = text.word(at: text.pastGaps(every))
        guard let first = text.bytes[amount].first else { return nil }
        let written = text.located(amount)
        if let value = TimeAmount(notation: written.value) {
            if value == .zero {
                binding.report(MalformedDuration.finding(noRhythm: written))
            } else {
                rhythm = Located(value, written.span)
            }
        } else {
            guard first.isDigit else { return nil }
            let likely = Corrections.duration(written.value)
            binding.report(MalformedDuration.finding(written, likely: likely))
            rhythm = likely.flatMap { TimeAmount(notation: $0) }.map { Located($0, written.span) }
        }
        return amount.upperBound
    }
}
