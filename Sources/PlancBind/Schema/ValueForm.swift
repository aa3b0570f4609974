import PlancDiagnostics
import PlancMarkup

/// What may be written as the value of a key.
public indirect enum ValueForm: Sendable {
    /// One text, the same in every locale.
    case text
    /// A text, or a map from locale to text.
    case localizedText
    case id
    /// One of the words listed.
    case choice([String])
    /// A TLP label, with or without `TLP:`.
    case classification
    case boolean
    case integer
    case duration
    /// A duration, or `undue-delay`.
    case deadline
    case date
    case locale
    /// A number, e-mail address or URL, by the type of the channel.
    case address
    /// An example of a field, in the form of the field's type.
    case fieldValue
    /// The id of another thing. Where several kinds can stand it is written `kind:id`; `bare` is the kind of an id alone.
    case reference([EntityKind], bare: EntityKind?)
    /// `obligation` or `obligation/stage`.
    case obligationStage
    /// What a stage is counted from: a clock, or the name of an earlier stage.
    case stageStart
    /// Ids of scenarios, or `all`.
    case scenarios
    /// The id of a system, or `{any-of: [a, b]}`.
    case dependency
    /// The name of an obligation of the built-in library.
    case builtIn
    /// The name of a rule of planc.
    case ruleName
    /// A list; one value alone stands for a list of one where the values are scalars or texts.
    case list(ValueForm)
    /// A map whose keys the author chooses.
    case map(key: ValueForm, value: ValueForm)
    /// A map with known keys.
    case record([KeySchema])
    /// A date alone, or a map with known keys that records the date and more.
    case dateOrRecord([KeySchema])

    /// A reference to one kind.
    static func id(of kind: EntityKind) -> ValueForm { .reference([kind], bare: kind) }
}

/// A key of the plan language: what it is called, what may stand there, and what it is for.
public struct KeySchema: Sendable {
    public var name: String
    public var form: ValueForm
    public var isRequired: Bool
    /// One line, for completion, the JSON Schema and the manual.
    public var summary: Phrase
    /// A value as an author would write it, in YAML.
    public var example: String

    init(_ name: String, _ form: ValueForm, required: Bool = false, summary: Phrase.Template, example: String) {
        self.name = name
        self.form = form
        self.isRequired = required
        self.summary = Phrase(summary)
        self.example = example
    }
}

extension ValueForm {
    /// What may stand there, in the author's words, with an article: "a date".
    public var name: Phrase {
        switch self {
        case .text: Phrase("a text")
        case .localizedText:
            Phrase("a text, or a map from locale to text")
        case .id: Phrase("an id")
        case .choice(let words): Phrase(verbatim: words.joined(separator: " · "))
        case .classification: Phrase("a TLP label")
        case .boolean: Phrase("true or false")
        case .integer: Phrase("a whole number")
        case .duration: Phrase("a duration")
        case .deadline: Phrase("a duration, or undue-delay")
        case .date: Phrase("a date")
        case .locale: Phrase("a locale")
        case .address:
            Phrase(
                "a number or an address, by the type of the channel")
        case .fieldValue: Phrase("a value of the field's type")
        case .reference(let kinds, _):
            Phrase("the id of {things}", ["things": Phrase.list(kinds.map(\.nounWithArticle), .or)])
        case .obligationStage: Phrase("obligation or obligation/stage")
        case .stageStart: Phrase("a clock or an earlier stage")
        case .scenarios: Phrase("ids of scenarios, or all")
        case .dependency:
            Phrase("the id of a system, or {any-of: […]}")
        case .builtIn: Phrase("the name of a built-in obligation")
        case .ruleName: Phrase("the name of a rule")
        case .list(let form): Phrase("a list: {of}", ["of": form.name])
        case .map(let key, let value):
            Phrase(
                "a map from {key} to {name}", ["key": key.name, "name": value.name])
        case .dateOrRecord(let keys):
            Phrase("a date, or {record}", ["record": ValueForm.record(keys).name])
        case .record(let keys):
            Phrase("a map with {keys}", ["keys": Phrase.list(keys.map { Say.quoting($0.name) }, .none)])
        }
    }

    /// Whether a value is one scalar, so that it may stand for a list of one.
    var isScalar: Bool {
        switch self {
        case .list, .map, .record, .dateOrRecord, .scenarios: false
        default: true
        }
    }
}

extension EntityKind {
    /// What authors call it, with its article: "a role", « un rôle ».
    public var nounWithArticle: Phrase {
        switch self {
        case .plan: Phrase("a plan")
        case .person: Phrase("a person")
        case .role: Phrase("a role")
        case .channel: Phrase("a channel")
        case .system: Phrase("a system")
        case .activity: Phrase("an activity")
        case .audience: Phrase("an audience")
        case .scenario: Phrase("a scenario")
        case .obligation: Phrase("an obligation")
        case .checklist: Phrase("a checklist")
        case .message: Phrase("a message")
        case .snippet: Phrase("a snippet")
        case .field: Phrase("a field")
        case .pack: Phrase("a pack")
        case .drill: Phrase("a drill")
        case .vocabulary: Phrase("a vocabulary")
        }
    }

    /// What authors call it, without article.
    public var noun: Phrase {
        switch self {
        case .plan: Phrase("plan")
        case .person: Phrase("person")
        case .role: Phrase("role")
        case .channel: Phrase("channel")
        case .system: Phrase("system")
        case .activity: Phrase("activity")
        case .audience: Phrase("audience")
        case .scenario: Phrase("scenario")
        case .obligation: Phrase("obligation")
        case .checklist: Phrase("checklist")
        case .message: Phrase("message")
        case .snippet: Phrase("snippet")
        case .field: Phrase("field")
        case .pack: Phrase("pack")
        case .drill: Phrase("drill")
        case .vocabulary: Phrase("vocabulary")
        }
    }
}
