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

    @Test(
        arguments: [
            ("Ab 3. Dez. mehr.", "3. Dez"), ("Bis 03.12. mehr.", "03.12"), ("Am Montag, 7. Dez., mehr", "7. Dez"),
            ("Mo, 7.12., mehr", "7.12"), ("Seit dem 3.12.2026 zu.", "3.12.2026"), ("Abschnitt 3.12. sagt mehr", nil),
            ("bis 3.5 Liter", nil),
        ] as [(String, String?)])
    func shortDaysInGerman(_ words: String, _ day: String?) throws {
        let language = try #require(Language("de"))
        let text = MappedText(words, at: Span(FileID(0), 0, words.utf8.count))
        let found = literalDates(in: text, months: DaysInText(language)).map { text.text($0) }
        #expect(found == (day.map { [$0] } ?? []))
    }
}
