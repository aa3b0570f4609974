import PlancCompose
import PlancDocument
import PlancModel

/// What is wrong with a value given for a field.
public enum FieldValueFault: Sendable, Hashable {
    case number, date, time, datetime, phone, url
    /// The choices there are.
    case choice([String])
}

/// A field's value as the reader reads it: dates, times and phone numbers in the locale's form, or what is wrong with it.
///
/// Dates are ISO 8601 (`2026-11-21`), times `18:30`, both together `2026-11-21T18:30`, phone numbers E.164 with or without spaces.
public func printedValue(
    _ value: String, of field: Field, in plan: Plan, locale: Locale
) -> Result<String, FieldValueError> {
    let words = Words(locale)
    func fail(_ fault: FieldValueFault) -> Result<String, FieldValueError> {
        .failure(FieldValueError(field: field.id, value: value, fault: fault))
    }
    switch field.type.value {
    case .text: return .success(value)
    case .number:
        let plain = value.filter { !$0.isWhitespace }
        let isNumber =
            !plain.isEmpty && Double(plain.replacing(",", with: ".")) != nil && plain.allSatisfy { $0.isASCII }
        return isNumber ? .success(value) : fail(.number)
    case .date: return CalendarDate(iso: value).map { .success(words.date($0)) } ?? fail(.date)
    case .time: return isTime(value) ? .success(words.time(value)) : fail(.time)
    case .datetime:
        let parts = value.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, CalendarDate(iso: parts[0]) != nil, isTime(String(parts[1])) else {
            return fail(.datetime)
        }
        return .success(words.time(value))
    case .choice:
        let choices = field.choices.map { $0.text(locale) }
        if choices.contains(value) { return .success(value) }
        // The same choice, said in another of the plan's languages.
        let other = field.choices.first { $0.versions.contains { $0.text.value == value } }
        return other.map { .success($0.text(locale)) } ?? fail(.choice(choices))
    case .phone:
        guard PhoneHabit.e164(value) != nil else { return fail(.phone) }
        return .success(PhoneHabit(plan: plan, locale: locale).text(value))
    case .url:
        let isWeb = value.hasPrefix("https://") || value.hasPrefix("http://")
        let rest = value.drop { $0 != "/" }.dropFirst(2)
        let isPlain = value.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && $0 != "\"" && $0 != "<" && $0 != ">"
        }
        return isWeb && !rest.isEmpty && isPlain ? .success(value) : fail(.url)
    }
}

public struct FieldValueError: Error, Sendable, Hashable {
    public var field: String
    public var value: String
    public var fault: FieldValueFault
}

/// `18:30`
private func isTime(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isASCII) }),
        let hour = Int(parts[0]),
        let minute = Int(parts[1])
    else { return false }
    return (0...23).contains(hour) && (0...59).contains(minute) && parts[1].count == 2
}
