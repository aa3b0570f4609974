import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// A key of the plan language: what it is called, what may stand there, and what it is for.
public struct KeySchema: Sendable {
    public var name: String
    public var form: ValueForm
    public var isRequired: Bool
    /// What readers call it who never see the sources: a few words without article.
    public var title: Phrase
    /// Of a list, what one of its elements is called: the third is "special case 3".
    public var elementTitle: Phrase?
    /// Whether its parts say by themselves what they are: the first sending of a message needs no "sending" before it.
    public var isSaidByParts: Bool
    /// One line, for completion, the JSON Schema and the manual.
    public var summary: Phrase
    /// A value as an author would write it, in YAML.
    public var example: String
    /// The same in the reader's language; nil where it is the same in all.
    public var exampleTold: Phrase?

    public init(
        _ name: String, _ form: ValueForm, required: Bool = false, called: Phrase.Template,
        each element: Phrase.Template? = nil, saidByParts: Bool = false, summary: Phrase.Template,
        example: String, told: Phrase? = nil
    ) {
        exampleTold = told
        elementTitle = element.map { Phrase($0, context: "key") }
        isSaidByParts = saidByParts
        self.name = name
        title = Phrase(called, context: "key")
        self.form = form
        self.isRequired = required
        self.summary = Phrase(summary)
        self.example = example
    }
}

/// A key, declared once: its schema, and where its value lies in the model.
///
/// The check, the reading into the model, the JSON Schema, completion, the manual's table, `plan.json`, `show` and the comparison
/// of two plans are made of it.
public struct Key<Owner: Sendable>: Sendable {
    public let schema: KeySchema
    /// Puts what was read into the model.
    let set: @Sendable (inout Owner, FormValue) -> Void
    /// What the model holds; nil for nothing.
    let get: @Sendable (Owner) -> FormValue?

    /// A key whose value is always there in the model: a list, a text, or a word with a default.
    ///
    /// (No key path says where it lies: the runtime makes an object of each, and of its type, and that takes longer than to
    /// read a small plan.)
    init<Value>(
        _ name: String, _ get: @escaping @Sendable (Owner) -> Value,
        _ set: @escaping @Sendable (inout Owner, Value) -> Void, _ form: KeyForm<Value>,
        required: Bool = false, called: Phrase.Template, each element: Phrase.Template? = nil,
        saidByParts: Bool = false, summary: Phrase.Template, example: String, told: Phrase? = nil
    ) {
        schema = KeySchema(
            name, form.form, required: required, called: called, each: element, saidByParts: saidByParts,
            summary: summary, example: example, told: told)
        self.set = { owner, value in if let value = form.take(value) { set(&owner, value) } }
        self.get = { form.give(get($0)) }
    }

    /// A key whose value may be missing in the model.
    init<Value>(
        _ name: String, _ get: @escaping @Sendable (Owner) -> Value?,
        _ set: @escaping @Sendable (inout Owner, Value?) -> Void, _ form: KeyForm<Value>,
        required: Bool = false, called: Phrase.Template, each element: Phrase.Template? = nil,
        saidByParts: Bool = false, summary: Phrase.Template, example: String, told: Phrase? = nil
    ) {
        schema = KeySchema(
            name, form.form, required: required, called: called, each: element, saidByParts: saidByParts,
            summary: summary, example: example, told: told)
        self.set = { owner, value in if let value = form.take(value) { set(&owner, value) } }
        self.get = { get($0).flatMap(form.give) }
    }
}

/// The keys of a map, in the order of the manual.
public struct Keys<Owner: Sendable>: Sendable {
    public let keys: [Key<Owner>]
    public let schemas: [KeySchema]

    init(@KeyList<Owner> _ keys: () -> [Key<Owner>]) {
        self.keys = keys()
        schemas = self.keys.map(\.schema)
    }

    /// Puts what was read into the model.
    func fill(_ owner: inout Owner, from fields: [FormValue.Field]) {
        for field in fields { keys[field.place].set(&owner, field.value) }
    }

    /// What the model holds, key by key; keys that say nothing are left out.
    func fields(of owner: Owner) -> [FormValue.Field] {
        var fields: [FormValue.Field] = []
        for (place, key) in keys.enumerated() {
            guard let value = key.get(owner) else { continue }
            if case .record(let inner, _) = value, inner.isEmpty { continue }
            fields.append(FormValue.Field(place, value))
        }
        return fields
    }
}

/// Lists the keys of a map one below the other.
@resultBuilder
enum KeyList<Owner: Sendable> {
    static func buildExpression(_ key: Key<Owner>) -> [Key<Owner>] { [key] }
    static func buildBlock(_ keys: [Key<Owner>]...) -> [Key<Owner>] { keys.flatMap { $0 } }
}

extension [KeySchema] {
    /// The place of a key by its name.
    public func place(of name: String) -> Int? {
        for place in indices where self[place].name == name { return place }
        return nil
    }
}
