import PlancDiagnostics
import PlancMarkup
import PlancModel

/// What may be written as the value of a key.
public indirect enum ValueForm: Sendable {
    /// One text, the same in every locale.
    case text
    /// A name or a title, or a map from locale to text, printed as it is written. It may be the same in every language.
    case localizedText
    /// The same of a text that says something in words, which are other ones in each language.
    case sentence
    /// A sentence in which `{{ … }}` is filled in.
    case filledText
    case id
    /// The id of a word of the library of obligations, or an id of one's own, which is its own words.
    case legalTerm(LegalTerms.Kind)
    /// One of the words listed; `said` is what pages call it, nil where they have no word for it.
    case choice([String], said: @Sendable (String) -> Phrase?)
    /// A TLP label, with or without `TLP:`.
    case classification
    case boolean
    case integer
    case duration
    /// How long from one time to the next: a duration, and not none.
    case rhythm
    /// A duration, or `undue-delay`.
    case deadline
    case date(DayMeaning)
    case locale
    /// A time zone by its name in the IANA database.
    case timezone
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
    /// How long a duty may take: a duration, or days of a calendar (`60cd`, `30wd`).
    case period
    /// An event that starts a clock: `detection`, `awareness:attack`.
    case start
    /// An event that starts a clock, or `{earliest: […]}` of several.
    case starts
    /// A time from T0.
    case offset
    /// Whom a duty tells: `authority:csirt`, `people-concerned`.
    case recipient
    /// A fact, `{not: …}`, `{any-of: […]}`, or a number with its limit.
    case condition
    /// The name of a fact.
    case factName
    /// What is stated of a fact: true or false, a number, a duration.
    case factValue
    /// What a notice must contain: an item of the library, or an element of a message.
    case contentItem
    /// Whose law: a country by its two letters, a state of it (`US-NY`), `EU`, or `contract`.
    case jurisdiction
    /// A map with known keys; a word alone stands for the key of that name, set to true, else for the first key.
    case shorthand([KeySchema])
    /// Ids of scenarios, or `all`.
    case scenarios
    /// The id of a system, or `{any-of: [a, b]}`.
    case dependency
    /// The name of an obligation of the built-in library.
    case builtIn
    /// The name of a rule of planc.
    case ruleName
    /// A path from the plan's folder, with `*`, `?` and `**`.
    case pathPattern
    /// A list; one value alone stands for a list of one where the values are scalars or texts.
    case list(ValueForm)
    /// A map whose keys the author chooses.
    case map(key: ValueForm, value: ValueForm)
    /// A map with known keys.
    case record([KeySchema])
    /// A date alone, or a map with known keys that records the date and more.
    case dateOrRecord([KeySchema])
    /// A text alone (in its locales), or a map with known keys that says more of it.
    case textOrRecord([KeySchema])

    /// What a day says: every key of the language with a date says which.
    public enum DayMeaning: Sendable {
        /// On it something was done: it is not to come.
        case done
        /// It may be to come.
        case open
    }

    /// The key of a dependency that is not on one system.
    public static let redundancy = [
        KeySchema(
            "any-of", .list(.id(of: .system)), required: true, called: "one of",
            summary: "systems of which one is enough",
            example: "[a, b]")
    ]

    /// The key of several starts.
    public static let severalStarts = [
        KeySchema(
            "earliest", .list(.start), required: true, called: "earliest of",
            summary: "starts of which the earliest counts",
            example: "[detection, notice-received]")
    ]

    /// A reference to one kind.
    public static func id(of kind: EntityKind) -> ValueForm { .reference([kind], bare: kind) }
}

extension ValueForm {
    /// The kinds of things whose ids stand in it.
    public var kindsReferredTo: Set<EntityKind> {
        switch self {
        case .reference(let kinds, _): Set(kinds)
        case .obligationStage: [.obligation]
        case .scenarios: [.scenario]
        case .dependency: [.system]
        case .list(let element): element.kindsReferredTo
        case .map(let key, let value): key.kindsReferredTo.union(value.kindsReferredTo)
        case .record(let keys), .dateOrRecord(let keys), .textOrRecord(let keys):
            keys.reduce(into: []) { $0.formUnion($1.form.kindsReferredTo) }
        case .shorthand(let keys): ValueForm.record(keys).kindsReferredTo
        default: []
        }
    }

    /// What may stand there, in the author's words, with an article: "a date".
    public var name: Phrase {
        switch self {
        case .text: Phrase("a text")
        case .localizedText, .sentence, .filledText:
            Phrase("a text, or a map from locale to text")
        case .id, .legalTerm: Phrase("an id")
        case .choice(let words, _): Phrase(verbatim: words.joined(separator: " · "))
        case .classification: Phrase("a TLP label")
        case .boolean: Phrase("true or false")
        case .integer: Phrase("a whole number")
        case .duration, .rhythm: Phrase("a duration")
        case .deadline: Phrase("a duration, or undue-delay")
        case .date: Phrase("a date")
        case .locale: Phrase("a locale")
        case .timezone: Phrase("a time zone")
        case .address:
            Phrase(
                "a number or an address, by the type of the channel")
        case .fieldValue: Phrase("a value of the field's type")
        case .reference(let kinds, _):
            Phrase("the id of {things}", ["things": Phrase.list(kinds.map(\.nounWithArticle), .or)])
        case .obligationStage: Phrase("obligation or obligation/stage")
        case .stageStart: Phrase("a clock or an earlier stage")
        case .period: Phrase("a duration, or days of a calendar")
        case .start: Phrase("an event that starts a clock")
        case .starts: Phrase("an event that starts a clock, or {earliest: […]}")
        case .offset: Phrase("a time from T0")
        case .recipient: Phrase("who is told")
        case .condition: Phrase("a fact, {not: …}, {any-of: […]} or a number with its limit")
        case .factName: Phrase("the name of a fact")
        case .factValue: Phrase("true, false, a number or a duration")
        case .contentItem: Phrase("an item of a notice")
        case .jurisdiction: Phrase("a country by its two letters (FR, US-NY), EU or contract")
        case .shorthand(let keys): Phrase("a word, or {record}", ["record": ValueForm.record(keys).name])
        case .scenarios: Phrase("ids of scenarios, or all")
        case .dependency:
            Phrase("the id of a system, or {any-of: […]}")
        case .builtIn: Phrase("the name of a built-in obligation")
        case .ruleName: Phrase("the name of a rule")
        case .pathPattern: Phrase("a path pattern")
        case .list(let form): Phrase("a list: {of}", ["of": form.name])
        case .map(let key, let value):
            Phrase(
                "a map from {key} to {name}", ["key": key.name, "name": value.name])
        case .dateOrRecord(let keys):
            Phrase("a date, or {record}", ["record": ValueForm.record(keys).name])
        case .textOrRecord(let keys):
            Phrase("a text, or {record}", ["record": ValueForm.record(keys).name])
        case .record(let keys):
            Phrase(
                "a map with {keys}", ["keys": Phrase.list(keys.map { Phrase("'{words}'", ["words": $0.name]) }, .none)])
        }
    }

    /// Whether a value is one scalar, so that it may stand for a list of one.
    public var isScalar: Bool {
        switch self {
        case .list, .map, .record, .dateOrRecord, .shorthand, .scenarios: false
        // A text alone stands for a list of one.
        case .textOrRecord: true
        default: true
        }
    }
}
