import PlancCompose
import PlancDocument
import PlancModel
import PlancSource

/// What is wrong with a value given for a field.
public enum FieldValueFault: Sendable, Hashable {
    case number, date, time, datetime, url
    /// The calling code of the plan's own country, where it is known.
    case phone(ownCode: String?)
    /// It has braces as of a field: values are sent as they are, and nothing is filled in in them.
    case braces
    /// It has a character that steers a terminal.
    case control
    /// The choices there are.
    case choice([String])
}

/// A field's value as the reader reads it: dates, times and phone numbers in the locale's form, or what is wrong with it.
///
/// Dates are ISO 8601 (`2026-11-21`), times `18:30`, both together `2026-11-21T18:30`, phone numbers E.164 with or without spaces;
/// and each as planc prints it (`21 novembre 2026`, `18 h 30`, `06 39 98 00 01` where the plan's country is known).
public func printedValue(
    _ value: String, of field: Field, in plan: Plan, locale: Locale
) -> Result<String, FieldValueError> {
    let words = Words(locale)
    func fail(_ fault: FieldValueFault) -> Result<String, FieldValueError> {
        .failure(FieldValueError(field: field.id, value: value, fault: fault))
    }
    if value.contains("{{") { return fail(.braces) }
    if value.unicodeScalars.contains(where: \.steersTerminals) { return fail(.control) }
    switch field.type.value {
    case .text: return .success(value)
    case .number:
        let plain = value.filter { !$0.isWhitespace }
        // Below zero is a slip, unless the field is of a kind that goes there.
        let mayBeNegative = field.example.text(locale).hasPrefix("-")
        let isPlain = plain.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E }
        let isNegative = plain.hasPrefix("-") && plain.dropFirst().utf8.allSatisfy { (0x2C...0x39).contains($0) }
        let isNumber =
            Double(plain.replacing(",", with: ".")) != nil && (isPlain || isNegative && mayBeNegative)
        return isNumber ? .success(value) : fail(.number)
    case .date: return WrittenForms.date(value).map { .success(words.date($0)) } ?? fail(.date)
    case .time: return WrittenForms.time(value).map { .success(words.time($0)) } ?? fail(.time)
    case .datetime: return WrittenForms.dateTime(value).map { .success(words.time($0)) } ?? fail(.datetime)
    case .choice:
        let choices = field.choices.map { $0.text(locale) }
        if choices.contains(value) { return .success(value) }
        // The same choice, said in another of the plan's languages.
        let other = field.choices.first { $0.versions.contains { $0.text.value == value } }
        return other.map { .success($0.text(locale)) } ?? fail(.choice(choices))
    case .phone:
        let habit = PhoneHabit(plan: plan, locale: locale)
        if WrittenForms.e164(value) != nil { return .success(habit.text(value)) }
        return WrittenForms.phone(value, ownCode: habit.ownCode).map { .success(habit.text($0, writtenAs: value)) }
            ?? fail(.phone(ownCode: habit.ownCode))
    case .url:
        let isWeb = value.hasPrefix("https://") || value.hasPrefix("http://")
        let rest = value.drop { $0 != "/" }.dropFirst(2)
        let isPlain = value.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && $0 != "\"" && $0 != "<" && $0 != ">"
        }
        return isWeb && !rest.isEmpty && isPlain ? .success(value) : fail(.url)
    }
}

extension Unicode.Scalar {
    /// A control character other than those that make lines.
    fileprivate var steersTerminals: Bool {
        properties.generalCategory == .control && self != "\n" && self != "\r" && self != "\t"
    }
}

/// Why a value given for a field cannot be used.
public struct FieldValueError: Error, Sendable, Hashable {
    public var field: String
    public var value: String
    public var fault: FieldValueFault
}
