import PlancMarkup
import PlancModel
import PlancSource

// Values of keys as programs and people read them. How a value is shown follows from the form of its key.

extension FormValue {
    /// The value for other programs: ids, numbers and truth values as such, texts by locale.
    public func json(_ form: ValueForm) -> JSON {
        switch (self, form) {
        case (.word(let word), .integer): Int(word.value).map { .int($0) } ?? .string(word.value)
        case (.word(let word), .boolean): .bool(word.value == "true")
        case (.word(let word), _): .string(word.value)
        case (.text(let text), _): Self.json(text)
        case (.reference, _), (.stage, _): .string(shown(form))
        case (.list(let values), .list(let element)): .array(values.map { $0.json(element) })
        case (.list(let values), .scenarios): .array(values.map { $0.json(.id(of: .scenario)) })
        case (.list(let values), _): .array(values.map { $0.json(.text) })
        case (.map(let pairs), .map(let key, let value)):
            .object(pairs.map { JSON.Member($0.key.shown(key), $0.value.json(value)) })
        case (.map(let pairs), _): .object(pairs.map { JSON.Member($0.key.shown(.text), $0.value.json(.text)) })
        case (.record(let fields, _), _): Self.json(fields, form.keys)
        }
    }

    /// Keys of a map by their names.
    public static func json(_ fields: [Field], _ keys: [KeySchema]) -> JSON {
        .object(members(fields, keys))
    }

    /// Keys of a map by their names, to be joined by others.
    public static func members(_ fields: [Field], _ keys: [KeySchema]) -> [JSON.Member] {
        fields.compactMap { field in
            keys.indices.contains(field.place)
                ? JSON.Member(keys[field.place].name, field.value.json(keys[field.place].form)) : nil
        }
    }

    /// `{"fr": …, "en": …}`, or one string that stands for all locales.
    private static func json(_ text: LocalizedText) -> JSON {
        if text.versions.count == 1, text.versions[0].locale == nil { return .string(text.versions[0].text.value) }
        return .object(text.versions.map { JSON.Member($0.locale?.tag ?? "*", .string($0.text.value)) })
    }

    /// The value on one line, in the notation of the plan language.
    ///
    /// - Parameter name: what a thing is called where it is referred to; its id by default.
    public func shown(_ form: ValueForm, name: (EntityReference) -> String = { $0.id }) -> String {
        switch self {
        case .word(let word): return word.value
        case .text(let text):
            return text.versions.map { version in
                version.locale.map { "\($0.tag): \(version.text.value)" } ?? version.text.value
            }.joined(separator: ", ")
        case .reference(let reference):
            // Where things of several kinds may be, the kind is said.
            if case .reference(let kinds, _) = form.element, kinds.count > 1 {
                return "\(reference.target.kind.rawValue):\(name(reference.target))"
            }
            return name(reference.target)
        case .stage(let obligation, let stage):
            return name(EntityReference(.obligation, obligation.id)) + (stage.map { "/" + $0.value } ?? "")
        case .list(let values): return values.map { $0.shown(form.element, name: name) }.joined(separator: ", ")
        case .map(let pairs):
            guard case .map(let key, let value) = form else {
                let inner = pairs.map { "\($0.key.shown(.text)): \($0.value.shownInFlow)" }
                return "{" + inner.joined(separator: ", ") + "}"
            }
            return pairs.map { "\($0.key.shown(key, name: name)): \($0.value.shown(value, name: name))" }
                .joined(separator: ", ")
        case .record(let fields, _):
            let keys = form.keys
            let inner = fields.map { "\(keys[$0.place].name): \($0.value.shown(keys[$0.place].form, name: name))" }
            return "{" + inner.joined(separator: ", ") + "}"
        }
    }
}

extension FormValue {
    /// Inside a map in braces, where a list has its brackets.
    private var shownInFlow: String {
        if case .list(let values) = self {
            "[" + values.map { $0.shown(.text) }.joined(separator: ", ") + "]"
        } else {
            shown(.text)
        }
    }
}

extension ValueForm {
    /// The keys of a map with known keys, or of those in a list.
    public var keys: [KeySchema] {
        switch self {
        case .record(let keys), .dateOrRecord(let keys), .textOrRecord(let keys), .shorthand(let keys): keys
        case .list(let element): element.keys
        case .dependency: Self.redundancy
        case .starts: Self.severalStarts
        default: []
        }
    }

    /// The form of the values of a list; of another value its own.
    public var element: ValueForm {
        switch self {
        case .list(let element): element
        case .scenarios: .id(of: .scenario)
        default: self
        }
    }
}
