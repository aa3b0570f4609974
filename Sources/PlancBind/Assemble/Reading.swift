import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// Reads the values of one map into the types of the plan. What is wrong with them has been reported by the check:
/// here a value of the wrong form is simply not there, and neither is a reference that leads nowhere.
struct Reading {
    let binding: Binding
    let entries: [YAMLNode.Entry]
    /// The place of everything that is read; nil for the places in the file. (What comes from the library stands at the
    /// `uses` that took it.)
    var place: Span?

    init(_ binding: Binding, _ entries: [YAMLNode.Entry], place: Span? = nil) {
        self.binding = binding
        self.entries = entries
        self.place = place
    }

    init(_ binding: Binding, _ node: YAMLNode?, place: Span? = nil) {
        self.init(binding, node?.entries ?? [], place: place)
    }

    func node(_ key: String) -> YAMLNode? {
        guard let value = entries[key], !value.isAbsent else { return nil }
        return value
    }

    func list(_ key: String) -> [YAMLNode] { node(key)?.list ?? [] }

    func inner(_ node: YAMLNode?) -> Reading { Reading(binding, node, place: place) }

    func span(_ span: Span) -> Span { place ?? span }

    func located(_ text: Located<String>) -> Located<String> { Located(text.value, span(text.span)) }

    // MARK: Scalars

    func text(_ key: String) -> Located<String>? { node(key)?.scalar.map(located) }

    func texts(_ key: String) -> [Located<String>] { list(key).compactMap(\.scalar).map(located) }

    private func value<Value>(_ text: Located<String>?, _ make: (String) -> Value?) -> Located<Value>? {
        guard let text, let value = make(text.value) else { return nil }
        return Located(value, span(text.span))
    }

    func duration(_ key: String) -> Located<TimeAmount>? { value(node(key)?.scalar) { TimeAmount(notation: $0) } }
    func date(_ key: String) -> Located<CalendarDate>? { value(node(key)?.scalar) { CalendarDate(iso: $0) } }
    func integer(_ key: String) -> Located<Int>? { value(node(key)?.scalar, Form.integer) }
    func boolean(_ key: String) -> Located<Bool>? {
        value(node(key)?.scalar) { $0 == "true" ? true : $0 == "false" ? false : nil }
    }
    func classification(_ key: String) -> Located<Classification>? {
        value(node(key)?.scalar) { Classification(label: $0) }
    }

    /// A bare date, or `{on, by, of}`.
    func confirmation(_ key: String) -> Confirmation? {
        guard let node = node(key) else { return nil }
        if node.scalar != nil {
            return date(key).map { Confirmation($0, span: span(node.span)) }
        }
        let inner = inner(node)
        guard let day = inner.date("on") else { return nil }
        return Confirmation(
            day, by: inner.typedReference("by", [.role, .person], bare: .role), of: inner.text("of"),
            span: span(node.span))
    }

    func dates(_ key: String) -> [Located<CalendarDate>] {
        list(key).compactMap { value($0.scalar) { CalendarDate(iso: $0) } }
    }

    func locales(_ key: String) -> [Located<Locale>] {
        list(key).compactMap { value($0.scalar) { Locale(checking: $0) } }
    }

    func choice<Word: RawRepresentable>(_ key: String, as: Word.Type = Word.self) -> Located<Word>?
    where Word.RawValue == String {
        value(node(key)?.scalar, Word.init(rawValue:))
    }

    func choices<Word: RawRepresentable>(_ key: String, as: Word.Type = Word.self) -> [Located<Word>]
    where Word.RawValue == String {
        list(key).compactMap { value($0.scalar, Word.init(rawValue:)) }
    }

    // MARK: Texts

    func localized(_ key: String) -> LocalizedText { node(key).map(localized) ?? LocalizedText() }

    func localized(_ node: YAMLNode) -> LocalizedText {
        if let text = node.scalar { return LocalizedText([LocalizedText.Version(locale: nil, text: located(text))]) }
        return LocalizedText(
            (node.entries ?? []).compactMap { entry in
                guard let locale = Locale(checking: entry.key.value), let text = entry.value.scalar else { return nil }
                return LocalizedText.Version(locale: locale, text: located(text))
            })
    }

    // MARK: References

    func reference(_ key: String, _ kind: EntityKind) -> Reference? { node(key).flatMap { reference($0, kind) } }

    func references(_ key: String, _ kind: EntityKind) -> [Reference] { list(key).compactMap { reference($0, kind) } }

    func reference(_ node: YAMLNode, _ kind: EntityKind) -> Reference? {
        node.scalar.flatMap { reference($0, kind) }
    }

    func reference(_ text: Located<String>, _ kind: EntityKind) -> Reference? {
        target(text.value, [kind], bare: kind).map { Reference($0.id, span(text.span)) }
    }

    /// What an id leads to, or most likely means.
    private func target(_ text: String, _ kinds: [EntityKind], bare: EntityKind?) -> EntityReference? {
        switch binding.resolve(text, kinds, bare: bare) {
        case .found(let target): target
        case .unknown(let target): binding.meant(target)
        case .excused, .ambiguous, .wrongKind: nil
        }
    }

    func typedReference(_ key: String, _ kinds: [EntityKind], bare: EntityKind?) -> TypedReference? {
        guard let text = text(key), let target = target(text.value, kinds, bare: bare) else { return nil }
        return TypedReference(target, text.span)
    }

    func typedReferences(_ key: String, _ kinds: [EntityKind], bare: EntityKind?) -> [TypedReference] {
        list(key).compactMap { node in
            guard let text = node.scalar, let target = target(text.value, kinds, bare: bare) else { return nil }
            return TypedReference(target, span(text.span))
        }
    }

    func dependencies(_ key: String) -> [Dependency] {
        list(key).compactMap { node in
            if node.entries == nil { return reference(node, .system).map(Dependency.system) }
            let members = (node["any-of"]?.list ?? []).compactMap { reference($0, .system) }
            return members.isEmpty ? nil : .anyOf(members, span(node.span))
        }
    }

    func scenarios(_ key: String) -> ScenarioSelection {
        let values = list(key)
        if values.count == 1, let text = values[0].scalar, text.value == "all" { return .all(span(text.span)) }
        return .some(values.compactMap { reference($0, .scenario) })
    }
}
