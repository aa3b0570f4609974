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

    init(_ name: String, _ form: ValueForm, required: Bool = false, en: String, fr: String, example: String) {
        self.name = name
        self.form = form
        self.isRequired = required
        self.summary = Phrase(en: en, fr: fr)
        self.example = example
    }
}

extension ValueForm {
    /// What may stand there, in the author's words, with an article: "a date".
    public var name: Phrase {
        switch self {
        case .text: Phrase(en: "a text", fr: "un texte")
        case .localizedText:
            Phrase(en: "a text, or a map from locale to text", fr: "un texte, ou un texte par langue")
        case .id: Phrase(en: "an id", fr: "un identifiant")
        case .choice(let words): Phrase(verbatim: words.joined(separator: " · "))
        case .classification: Phrase(en: "a TLP label", fr: "un marquage TLP")
        case .boolean: Phrase(en: "true or false", fr: "true ou false")
        case .integer: Phrase(en: "a whole number", fr: "un nombre entier")
        case .duration: Phrase(en: "a duration", fr: "une durée")
        case .deadline: Phrase(en: "a duration, or undue-delay", fr: "une durée, ou undue-delay")
        case .date: Phrase(en: "a date", fr: "une date")
        case .locale: Phrase(en: "a locale", fr: "une langue")
        case .address:
            Phrase(
                en: "a number or an address, by the type of the channel",
                fr: "un numéro ou une adresse, selon le type du canal")
        case .fieldValue: Phrase(en: "a value of the field's type", fr: "une valeur du type du champ")
        case .reference(let kinds, _):
            Phrase(
                en: "the id of " + kinds.map(\.nounWithArticle.english).joined(separator: " or "),
                fr: "l'identifiant d'" + kinds.map(\.nounWithArticle.french).joined(separator: " ou d'"))
        case .obligationStage: Phrase(en: "obligation or obligation/stage", fr: "obligation ou obligation/étape")
        case .stageStart: Phrase(en: "a clock or an earlier stage", fr: "une horloge ou une étape antérieure")
        case .scenarios: Phrase(en: "ids of scenarios, or all", fr: "des identifiants de scénarios, ou all")
        case .dependency:
            Phrase(en: "the id of a system, or {any-of: […]}", fr: "l'identifiant d'un système, ou {any-of: […]}")
        case .builtIn: Phrase(en: "the name of a built-in obligation", fr: "le nom d'une obligation fournie")
        case .ruleName: Phrase(en: "the name of a rule", fr: "le nom d'une règle")
        case .list(let form): Phrase(en: "a list: " + form.name.english, fr: "une liste\u{A0}: " + form.name.french)
        case .map(let key, let value):
            Phrase(
                en: "a map from \(key.name.english) to \(value.name.english)",
                fr: "une table qui va d'\(key.name.french) à \(value.name.french)")
        case .dateOrRecord(let keys):
            Phrase(
                en: "a date, or " + ValueForm.record(keys).name.english,
                fr: "une date, ou " + ValueForm.record(keys).name.french)
        case .record(let keys):
            Phrase(
                en: "a map with " + keys.map { "'\($0.name)'" }.joined(separator: ", "),
                fr: "une table avec " + keys.map { "«\u{A0}\($0.name)\u{A0}»" }.joined(separator: ", "))
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
        case .plan: Phrase(en: "a plan", fr: "un plan")
        case .person: Phrase(en: "a person", fr: "une personne")
        case .role: Phrase(en: "a role", fr: "un rôle")
        case .channel: Phrase(en: "a channel", fr: "un canal")
        case .system: Phrase(en: "a system", fr: "un système")
        case .activity: Phrase(en: "an activity", fr: "une activité")
        case .audience: Phrase(en: "an audience", fr: "un public")
        case .scenario: Phrase(en: "a scenario", fr: "un scénario")
        case .obligation: Phrase(en: "an obligation", fr: "une obligation")
        case .checklist: Phrase(en: "a checklist", fr: "une liste d'actions")
        case .message: Phrase(en: "a message", fr: "un message")
        case .snippet: Phrase(en: "a snippet", fr: "un extrait")
        case .field: Phrase(en: "a field", fr: "un champ")
        case .pack: Phrase(en: "a pack", fr: "un dossier imprimé")
        case .drill: Phrase(en: "a drill", fr: "un exercice")
        case .vocabulary: Phrase(en: "a vocabulary", fr: "un vocabulaire")
        }
    }

    /// What authors call it, without article.
    public var noun: Phrase {
        let full = nounWithArticle
        return Phrase(
            en: String(full.english.drop { $0 != " " }.dropFirst()),
            fr: String(full.french.drop { $0 != " " }.dropFirst()))
    }
}
