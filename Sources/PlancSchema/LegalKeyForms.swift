import PlancMarkup
import PlancModel
import PlancSource

// How obligations are written: starts, periods, recipients, facts and conditions.

extension KeyForm where Value == Located<Obligation.Stage.Start> {
    static var stageStart: KeyForm {
        word(
            .stageStart, { name in ClockStart(notation: name).map { .clock($0) } ?? .stage(name) },
            { start in
                switch start {
                case .clock(let clock): clock.notation
                case .stage(let name): name
                }
            })
    }
}

extension KeyForm where Value == Located<LegalPeriod> {
    static var period: KeyForm { word(.period, { LegalPeriod(notation: $0) }, \.notation) }
}

extension KeyForm where Value == Located<ClockStart> {
    static var start: KeyForm { word(.start, { ClockStart(notation: $0) }, \.notation) }
}

extension KeyForm where Value == [Located<ClockStart>] {
    /// One start, or several of which the earliest counts.
    static var starts: KeyForm {
        let one = KeyForm<Located<ClockStart>>.start
        return KeyForm(
            .starts,
            take: { value in
                guard case .record(let fields, _) = value else { return one.take(value).map { [$0] } }
                guard case .list(let values)? = fields.first?.value else { return nil }
                return values.compactMap(one.take)
            },
            give: { starts in
                if starts.count < 2 { return starts.first.flatMap(one.give) }
                let values = FormValue.list(starts.compactMap(one.give))
                return .record([FormValue.Field(0, values)], values.span ?? starts[0].span)
            })
    }
}

extension KeyForm where Value == Located<Offset> {
    static var offset: KeyForm { word(.offset, { Offset(notation: $0) }, \.notation) }
}

extension KeyForm where Value == Located<Recipient> {
    static var recipient: KeyForm { word(.recipient, { Recipient(notation: $0) }, \.notation) }
}

extension KeyForm where Value == Located<FactValue> {
    static var factValue: KeyForm { word(.factValue, { FactValue(notation: $0) }, \.notation) }
}

extension KeyForm where Value == Located<ContentItem> {
    static var contentItem: KeyForm { word(.contentItem, { LegalTerms.item($0) }, \.id) }
}

extension KeyForm where Value == Located<String> {
    static var factName: KeyForm { verbatim(.factName) }
    static var jurisdiction: KeyForm { verbatim(.jurisdiction) }
}

extension KeyForm where Value == Located<Condition> {
    static var condition: KeyForm {
        KeyForm(
            .condition,
            take: { value in Condition(value).map { Located($0, value.span ?? Span(FileID(0), 0, 0)) } },
            give: { $0.value.formValue(at: $0.span) })
    }
}

extension Condition {
    /// From a word, or a map with one key.
    init?(_ value: FormValue) {
        switch value {
        case .word(let word): self = .fact(word.value)
        case .map(let pairs):
            guard let pair = pairs.first, case .word(let name) = pair.key else { return nil }
            switch (name.value, pair.value) {
            case ("not", let inner):
                guard let condition = Condition(inner) else { return nil }
                self = .not(condition)
            case ("any-of", .list(let values)): self = .anyOf(values.compactMap { Condition($0) })
            case (_, .map(let limits)):
                guard let number = Self.number(name.value, limits) else { return nil }
                self = number
            default: return nil
            }
        default: return nil
        }
    }

    private static func number(_ name: String, _ limits: [FormValue.Pair]) -> Condition? {
        var found: (Comparison, FactValue)?
        var per: String?
        for case (.word(let key), .word(let value)) in limits.map({ ($0.key, $0.value) }) {
            if key.value == "per" { per = value.value }
            if let comparison = Comparison(rawValue: key.value), let limit = FactValue(notation: value.value) {
                found = (comparison, limit)
            }
        }
        return found.map { .number(name, $0.0, $0.1, per: per) }
    }

    func formValue(at span: Span) -> FormValue {
        func word(_ text: String) -> FormValue { .word(Located(text, span)) }
        switch self {
        case .fact(let name): return word(name)
        case .not(let condition): return .map([FormValue.Pair(word("not"), condition.formValue(at: span))])
        case .anyOf(let conditions):
            return .map([FormValue.Pair(word("any-of"), .list(conditions.map { $0.formValue(at: span) }))])
        case .number(let name, let comparison, let limit, let per):
            let limits =
                [FormValue.Pair(word(comparison.rawValue), word(limit.notation))]
                + (per.map { [FormValue.Pair(word("per"), word($0))] } ?? [])
            return .map([FormValue.Pair(word(name), .map(limits))])
        }
    }
}
