import PlancModel
import PlancSource

/// Times, dates, numbers and lists in the language of a document.
extension Words {
    func offset(_ offset: Offset) -> String { offset.phrase.text(language) }
    /// Minutes from T0.
    func offset(minutes: Int) -> String { offset(Offset(TimeAmount(minutes: minutes))) }
    func short(_ amount: TimeAmount) -> String { amount.short.text(language) }
    func duration(_ amount: TimeAmount) -> String { amount.phrase.text(language) }
    func limit(_ amount: TimeAmount) -> String { amount.legal.text(language) }
    func every(_ amount: TimeAmount) -> String { amount.rhythm.text(language) }
    func date(_ date: CalendarDate) -> String { date.phrase.text(language) }
    func time(_ text: String) -> String { language.moment(text) }

    /// The days of a month, with `{0}` for the month and `{1}` for the year; in characters that an SMS can carry.
    var daysToFill: [String] {
        let month = CalendarDate.monthName(1).text(language)
        return (1...31).compactMap { CalendarDate(year: 2026, month: 1, day: $0) }.map {
            withPlainSpaces(date($0)).replacing(month, with: "{0}").replacing("2026", with: "{1}")
        }
    }
    /// The hours of a day, without minutes, in characters that an SMS can carry.
    var fullHours: [String] { (0...23).map { withPlainSpaces(time("\($0):00")) } }
    /// The hours of a day, with `{0}` for the minutes.
    var hoursToFill: [String] { (0...23).map { withPlainSpaces(time("\($0):44")).replacing("44", with: "{0}") } }
    private func withPlainSpaces(_ text: String) -> String {
        text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }

    func number(_ value: Int) -> String { language.number(value) }
    func list(_ items: [String]) -> String { language.list(items) }
    func separator(_ items: [String]) -> String { language.separator(items) }
    /// One after the other, with semicolons where one of them has a comma itself.
    func separated(_ items: [String]) -> String { items.joined(separator: separator(items)) }
}
