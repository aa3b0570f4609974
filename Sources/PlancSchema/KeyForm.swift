import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// How the value of a key is written, and how it is kept in the model: the form that checks it, and the way there and back.
public struct KeyForm<Value: Sendable>: Sendable {
    public let form: ValueForm
    /// The value of the model; nil for what is of another form.
    let take: @Sendable (FormValue) -> Value?
    /// What the model holds as it would be written; nil where it holds nothing.
    let give: @Sendable (Value) -> FormValue?

    init(
        _ form: ValueForm, take: @escaping @Sendable (FormValue) -> Value?,
        give: @escaping @Sendable (Value) -> FormValue?
    ) {
        self.form = form
        self.take = take
        self.give = give
    }
}

// MARK: Words

extension KeyForm {
    /// What is one word to the author and a value of its own to the model.
    static func word<Word: Sendable>(
        _ form: ValueForm, _ make: @escaping @Sendable (String) -> Word?,
        _ notation: @escaping @Sendable (Word) -> String
    ) -> KeyForm<Located<Word>> {
        KeyForm<Located<Word>>(
            form,
            take: { value in
                guard case .word(let word) = value, let made = make(word.value) else { return nil }
                return Located(made, word.span)
            }, give: { .word(Located(notation($0.value), $0.span)) })
    }

    /// One of the words of a vocabulary.
    ///
    /// - Parameter said: what pages call it; nil where they have no word for it.
    static func choice<Word>(_ said: @escaping @Sendable (Word) -> Phrase? = { _ in nil }) -> KeyForm
    where Value == Located<Word>, Word: CaseIterable & RawRepresentable & Sendable, Word.RawValue == String {
        word(
            .choice(Word.allCases.map { $0.rawValue }, said: { Word(rawValue: $0).flatMap(said) }),
            { Word(rawValue: $0) }, { $0.rawValue })
    }
}

extension KeyForm where Value == Located<String> {
    static var text: KeyForm { verbatim(.text) }
    static var id: KeyForm { verbatim(.id) }
    static func legalTerm(_ kind: LegalTerms.Kind) -> KeyForm { verbatim(.legalTerm(kind)) }
    static var address: KeyForm { verbatim(.address) }
    static var builtIn: KeyForm { verbatim(.builtIn) }
    static var ruleName: KeyForm { verbatim(.ruleName) }
    static var pathPattern: KeyForm { verbatim(.pathPattern) }
    static var timezone: KeyForm { verbatim(.timezone) }

    static func verbatim(_ form: ValueForm) -> KeyForm { word(form, { $0 }, { $0 }) }
}

extension KeyForm where Value == Located<Classification> {
    static var classification: KeyForm { word(.classification, { Classification(label: $0) }, \.rawValue) }
}

extension KeyForm where Value == Located<Bool> {
    static var boolean: KeyForm {
        word(.boolean, { $0 == "true" ? true : $0 == "false" ? false : nil }, { $0 ? "true" : "false" })
    }
}

extension KeyForm where Value == Located<Int> {
    static var integer: KeyForm { word(.integer, { Int($0) }, { String($0) }) }
}

extension KeyForm where Value == Located<TimeAmount> {
    static var duration: KeyForm { word(.duration, { TimeAmount(notation: $0) }, \.notation) }
    static var rhythm: KeyForm { word(.rhythm, { TimeAmount(notation: $0) }, \.notation) }
    /// `undue-delay` names no number: there is none in the model.
    static var deadline: KeyForm { word(.deadline, { TimeAmount(notation: $0) }, \.notation) }
}

extension KeyForm where Value == Located<CalendarDate> {
    /// - Parameter meaning: whether something was done on that day, or it may be to come.
    static func date(_ meaning: ValueForm.DayMeaning) -> KeyForm {
        word(.date(meaning), { CalendarDate(iso: $0) }, \.description)
    }
}

extension KeyForm where Value == Located<Locale> {
    static var locale: KeyForm { word(.locale, { Locale(checking: $0) }, \.tag) }
}

// MARK: Texts

extension KeyForm where Value == LocalizedText {
    static var localizedText: KeyForm { texts(.localizedText) }
    static var sentence: KeyForm { texts(.sentence) }
    static var filledText: KeyForm { texts(.filledText) }
    static var fieldValue: KeyForm { texts(.fieldValue) }

    /// The same in every locale.
    static var name: KeyForm {
        KeyForm(
            .text,
            take: { value in
                guard case .word(let word) = value else { return nil }
                return LocalizedText([LocalizedText.Version(locale: nil, text: word)])
            }, give: { $0.versions.first.map { .word($0.text) } })
    }

    private static func texts(_ form: ValueForm) -> KeyForm {
        KeyForm(
            form,
            take: { value in
                switch value {
                case .text(let text): text
                case .word(let word): LocalizedText([LocalizedText.Version(locale: nil, text: word)])
                default: nil
                }
            }, give: { $0.isEmpty ? nil : .text($0) })
    }
}

// MARK: References

extension KeyForm where Value == Reference {
    /// A reference to one kind.
    static func id(of kind: EntityKind) -> KeyForm {
        KeyForm(
            .id(of: kind),
            take: { value in
                guard case .reference(let reference) = value else { return nil }
                return Reference(reference.target.id, reference.span)
            }, give: { .reference(TypedReference(EntityReference(kind, $0.id), $0.span)) })
    }
}

extension KeyForm where Value == TypedReference {
    static func reference(_ kinds: [EntityKind], bare: EntityKind?) -> KeyForm {
        KeyForm(
            .reference(kinds, bare: bare),
            take: { value in
                guard case .reference(let reference) = value else { return nil }
                return reference
            }, give: { .reference($0) })
    }
}

extension KeyForm where Value == Message.Satisfaction {
    static var obligationStage: KeyForm {
        KeyForm(
            .obligationStage,
            take: { value in
                guard case .stage(let obligation, let stage) = value else { return nil }
                return Message.Satisfaction(obligation: obligation, stage: stage)
            }, give: { .stage($0.obligation, $0.stage) })
    }
}

extension KeyForm where Value == ScenarioSelection {
    static var scenarios: KeyForm {
        let list = KeyForm<[Reference]>.list(.id(of: .scenario))
        return KeyForm(
            .scenarios,
            take: { value in
                if case .word(let all) = value { return .all(all.span) }
                return list.take(value).map { .some($0) }
            },
            give: { selection in
                switch selection {
                case .all(let span): .word(Located("all", span))
                case .some(let references): list.give(references)
                }
            })
    }
}

extension KeyForm where Value == Dependency {
    static var dependency: KeyForm {
        let one = KeyForm<Reference>.id(of: .system)
        let several = KeyForm<[Reference]>.list(.id(of: .system))
        return KeyForm(
            .dependency,
            take: { value in
                guard case .record(let fields, let span) = value else { return one.take(value).map(Dependency.system) }
                let members = fields.first.flatMap { several.take($0.value) } ?? []
                return members.isEmpty ? nil : .anyOf(members, span)
            },
            give: { dependency in
                switch dependency {
                case .system(let reference): one.give(reference)
                case .anyOf(let members, let span):
                    several.give(members).map { .record([FormValue.Field(0, $0)], span) }
                }
            })
    }
}

// MARK: Values that hold others

extension KeyForm {
    static func list<Element>(_ element: KeyForm<Element>) -> KeyForm where Value == [Element] {
        KeyForm(
            .list(element.form),
            take: { value in
                guard case .list(let values) = value else { return nil }
                return values.compactMap(element.take)
            }, give: { $0.isEmpty ? nil : .list($0.compactMap(element.give)) })
    }

    /// A list that may be there and empty, which is not the same as none at all.
    static func listOrNone<Element>(_ element: KeyForm<Element>) -> KeyForm where Value == [Element] {
        let list = KeyForm<[Element]>.list(element)
        return KeyForm(list.form, take: list.take, give: { list.give($0) ?? .list([]) })
    }

    /// A map whose keys the author chooses, as a list of pairs.
    static func map<Name, Inner, Pair>(
        _ key: KeyForm<Name>, _ value: KeyForm<Inner>, _ pair: @escaping @Sendable (Name, Inner) -> Pair,
        _ parts: @escaping @Sendable (Pair) -> (Name, Inner)
    ) -> KeyForm where Value == [Pair] {
        KeyForm(
            .map(key: key.form, value: value.form),
            take: { written in
                guard case .map(let pairs) = written else { return nil }
                return pairs.compactMap { entry in
                    guard let name = key.take(entry.key), let inner = value.take(entry.value) else { return nil }
                    return pair(name, inner)
                }
            },
            give: { pairs in
                if pairs.isEmpty { return nil }
                return .map(
                    pairs.compactMap { entry in
                        let (name, inner) = parts(entry)
                        guard let name = key.give(name) else { return nil }
                        return FormValue.Pair(name, value.give(inner) ?? .list([]))
                    })
            })
    }

    /// A map with known keys.
    ///
    /// - Parameters:
    ///   - make: a value of which nothing is known yet but where it is written.
    ///   - span: where it is written.
    ///   - isKept: false for one that is of no use without what it lacks.
    static func record(
        _ keys: Keys<Value>, _ make: @escaping @Sendable (Span) -> Value,
        span: @escaping @Sendable (Value) -> Span? = { _ in nil },
        isKept: @escaping @Sendable (Value) -> Bool = { _ in true }
    ) -> KeyForm {
        record(.record(keys.schemas), keys, make, span, isKept)
    }

    static func record(
        _ form: ValueForm, _ keys: Keys<Value>, _ make: @escaping @Sendable (Span) -> Value,
        _ place: @escaping @Sendable (Value) -> Span?, _ isKept: @escaping @Sendable (Value) -> Bool
    ) -> KeyForm {
        KeyForm(
            form,
            take: { written in
                guard case .record(let fields, let span) = written else { return nil }
                var value = make(span)
                keys.fill(&value, from: fields)
                return isKept(value) ? value : nil
            },
            give: { value in
                let fields = keys.fields(of: value)
                let span = place(value) ?? FormValue.list(fields.map(\.value)).span
                return .record(fields, span ?? Span(FileID(0), 0, 0))
            })
    }
}

extension KeyForm where Value == Drill.Action {
    /// What was decided, or a map that says also who does it, until when, and whether it is done.
    static var action: KeyForm {
        let text = KeyForm<LocalizedText>.sentence
        let record = KeyForm.record(
            .textOrRecord(Drill.Action.keys.schemas), Drill.Action.keys, { Drill.Action(span: $0) }, { $0.span },
            { !$0.what.isEmpty })
        return KeyForm(
            record.form,
            take: { value in
                if case .record = value { return record.take(value) }
                return text.take(value).map { Drill.Action($0) }
            },
            give: { $0.isFollowed ? record.give($0) : text.give($0.what) })
    }
}

extension KeyForm {
    /// A map with known keys, for which a word alone may stand: the name of a key that is true or false, else a value of the first.
    static func shorthand(
        _ keys: Keys<Value>, _ make: @escaping @Sendable (Span) -> Value,
        span: @escaping @Sendable (Value) -> Span?
    ) -> KeyForm {
        let record = KeyForm.record(.shorthand(keys.schemas), keys, make, span, { _ in true })
        return KeyForm(
            record.form,
            take: { value in
                guard case .word(let word) = value else { return record.take(value) }
                let flag = keys.schemas.firstIndex { schema in
                    if case .boolean = schema.form { schema.name == word.value } else { false }
                }
                let said = flag.map { FormValue.Field($0, .word(Located("true", word.span))) }
                return record.take(.record([said ?? FormValue.Field(0, value)], word.span))
            },
            give: { value in
                guard case .record(let fields, _)? = record.give(value) else { return nil }
                if fields.count == 1, fields[0].place == 0, case .word(let word) = fields[0].value {
                    if case .boolean = keys.schemas[0].form {} else { return .word(word) }
                }
                return record.give(value)
            })
    }
}

extension KeyForm where Value == Confirmation {
    /// A day, or a map that records it with who did it and a stamp.
    static var confirmation: KeyForm {
        let day = KeyForm<Located<CalendarDate>>.date(.done)
        let record = KeyForm.record(
            .dateOrRecord(Confirmation.keys.schemas), Confirmation.keys,
            { Confirmation(Located(CalendarDate(dayNumber: 0), $0), span: $0) }, { $0.valueSpan },
            // Without a day nothing was confirmed.
            { $0.on.value != CalendarDate(dayNumber: 0) })
        return KeyForm(
            record.form,
            take: { value in
                if case .word(let word) = value { return day.take(value).map { Confirmation($0, span: word.span) } }
                return record.take(value)
            },
            give: { $0.by == nil && $0.of == nil ? day.give($0.on) : record.give($0) })
    }
}
