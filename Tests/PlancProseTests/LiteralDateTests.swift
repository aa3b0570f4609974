import PlancLanguages
import PlancSource
import PlancWords
import Testing

@testable import PlancProse

/// Days and clock times that stand written out in a text.
@Suite struct LiteralDateTests {
    @Test func datesAreFoundWhereverTheyStand() {
        for length in 0..<24 {
            let before = String(repeating: "a", count: length)
            for (words, time) in [("\(before) 6 pm", 1..<5), ("\(before) (18:30) \(before)", 2..<7)] {
                let text = MappedText(words, at: Span(FileID(0), 0, words.utf8.count))
                #expect(
                    literalDates(in: text, months: DaysInText(.english)) == [
                        length + time.lowerBound..<length + time.upperBound
                    ])
            }
            let field = MappedText("\(before) field-16 a2", at: Span(FileID(0), 0, length + 12))
            #expect(literalDates(in: field, months: DaysInText(.english)).isEmpty)
        }
    }
}
