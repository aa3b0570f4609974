import PlancModel

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
    func number(_ value: Int) -> String { language.number(value) }
    func list(_ items: [String]) -> String { language.list(items) }
    func separator(_ items: [String]) -> String { language.separator(items) }
}
