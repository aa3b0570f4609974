import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource

/// The JSON Schema (draft 2020-12) of the front matter of a kind of file, for editors; the same bytes every time.
///
/// Editors read YAML by YAML's own guesses, so a text may be written as a number or a truth value (`version: 1.10`), and a
/// date without quotes. Whether a reference leads somewhere is for `planc check` to say.
///
/// `language`: that of the descriptions, which editors show.
public func jsonSchema(for kind: Schema.FileKind, in language: Language = .english) -> JSON {
    var properties = [
        JSON.Member(
            "kind", .object(["const": .string(kind.name), "description": .string(kind.summary.text(language))]))
    ]
    properties += kind.keys.map { JSON.Member($0.name, property($0, language)) }
    for key in kind.translationKeys where !kind.keys.contains(where: { $0.name == key.name }) {
        properties.append(JSON.Member(key.name, property(key, language)))
    }
    let required = ["kind"] + kind.keys.filter(\.isRequired).map(\.name)
    // A translation carries its own texts and nothing else of what its source must have.
    let isTranslated = kind.entity != .vocabulary && kind.keys.contains(where: \.isRequired)
    return .object([
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": .string("planc: \(kind.name)"),
        "description": .string(kind.summary.text(language)),
        "type": "object",
        "properties": .object(properties),
        "required": isTranslated ? ["kind"] : .strings(required),
        "anyOf": isTranslated
            ? [.object(["required": .strings(required)]), .object(["properties": translationOnly(kind)])] : nil,
        "additionalProperties": false,
    ])
}

/// The schema of every kind in one: the kind of a file decides which part holds.
public func jsonSchemaOfAllKinds(in language: Language = .english) -> JSON {
    .object([
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "planc",
        "type": "object",
        "properties": .object(["kind": .object(["enum": .strings(Schema.kinds.map(\.name))])]),
        "required": ["kind"],
        "allOf": .array(
            Schema.kinds.map { kind in
                .object([
                    "if": .object(["properties": .object(["kind": .object(["const": .string(kind.name)])])]),
                    "then": .object(["$ref": .string("#/$defs/\(kind.name)")]),
                ])
            }),
        "$defs": .object(Schema.kinds.map { JSON.Member($0.name, jsonSchema(for: $0, in: language)) }),
    ])
}

/// Keys that a translation may not carry are forbidden in this branch.
private func translationOnly(_ kind: Schema.FileKind) -> JSON {
    let allowed = ["kind"] + Schema.translationKeys.map(\.name)
    return .object(kind.keys.filter { !allowed.contains($0.name) }.map { JSON.Member($0.name, false) })
}

private func property(_ key: KeySchema, _ language: Language) -> JSON {
    let schema = key.form.schema(language)
    guard case .object(let members) = schema else { return schema }
    return .object([JSON.Member("description", .string(key.summary.text(language)))] + members)
}

/// A text, which YAML may take for something else.
private let anyText: JSON = .object(["type": ["string", "number", "boolean"]])

private func pattern(_ pattern: String) -> JSON { .object(["type": "string", "pattern": .string(pattern)]) }

private let idPattern = "[a-z0-9]+(-[a-z0-9]+)*"
private let durationPattern =
    "[0-9]{1,6}(min|h|d|w|mo|y|bd)|"
    + "P(?=[0-9T])([0-9]{1,6}Y)?([0-9]{1,6}M)?([0-9]{1,6}W)?([0-9]{1,6}D)?(T(?=[0-9])([0-9]{1,6}H)?([0-9]{1,6}M)?)?"
private let startPattern = "\(idPattern)(:\(idPattern))?"
private let localePattern = "[a-z]{2,3}(-([A-Z]{2}|[0-9]{3}))?"

extension ValueForm {
    /// What the form allows, as JSON Schema.
    func schema(_ language: Language) -> JSON {
        switch self {
        case .text, .address, .ruleName, .pathPattern, .timezone: anyText
        case .localizedText, .sentence, .filledText, .fieldValue: textOrTexts
        case .id, .legalTerm: .object(["type": ["string", "number"], "pattern": .string("^\(idPattern)$")])
        case .choice(let words, _): .object(["enum": choices(words)])
        case .classification:
            .object([
                "enum": .strings(Classification.allCases.flatMap { [$0.rawValue, String($0.rawValue.dropFirst(4))] })
            ])
        // Quoted or not: planc reads what was written.
        case .boolean: .object(["enum": [true, false, "true", "false"]])
        case .integer: .object(["type": ["integer", "string"], "minimum": 1, "pattern": "^(?=.*[1-9])[0-9]{1,15}$"])
        case .duration: pattern("^(\(durationPattern))$")
        // Once in no time is no rhythm.
        case .rhythm: pattern("^(?=.*[1-9])(\(durationPattern))$")
        case .deadline: pattern("^(\(durationPattern)|undue-delay)$")
        case .date: pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        case .locale: pattern("^\(localePattern)$")
        case .reference(let kinds, let bare): reference(kinds, bare: bare)
        case .obligationStage: pattern("^(obligation:)?\(idPattern)(/\(idPattern))?$")
        case .stageStart, .start: pattern("^\(startPattern)$")
        case .starts: oneOrAlternatives(.start, "earliest", language)
        case .period: pattern("^(\(durationPattern)|[0-9]{1,4}(cd|wd))$")
        case .offset: pattern("^T(0|[+-](\(durationPattern)))$")
        case .recipient: pattern("^(authority:\(idPattern)([+]\(idPattern))*|\(idPattern))$")
        case .condition: .object(["anyOf": [pattern("^\(idPattern)$"), .object(["type": "object"])]])
        case .factName, .contentItem: pattern("^\(idPattern)$")
        case .jurisdiction: .object(["enum": .strings(Jurisdictions.all)])
        case .factValue: .object(["type": ["boolean", "integer", "string"]])
        case .shorthand(let keys):
            .object(["anyOf": [anyText, ValueForm.record(keys).schema(language)]])
        case .builtIn: .object(["enum": .strings(Library.builtIn.ids)])
        case .scenarios: ValueForm.list(.id(of: .scenario)).schema(language)
        case .dependency: oneOrAlternatives(.id(of: .system), "any-of", language)
        case .list(let element): list(of: element, language)
        case .map(let key, let value):
            .object([
                "type": "object", "propertyNames": key.nameSchema(language),
                "additionalProperties": value.schema(language),
            ])
        case .dateOrRecord(let keys):
            .object(["anyOf": [ValueForm.date(.done).schema(language), ValueForm.record(keys).schema(language)]])
        case .textOrRecord(let keys):
            .object(["anyOf": [ValueForm.sentence.schema(language), ValueForm.record(keys).schema(language)]])
        case .record(let keys): record(keys, language)
        }
    }

    /// A text, or one per locale.
    private var textOrTexts: JSON {
        .object([
            "anyOf": [
                anyText,
                .object([
                    "type": "object", "propertyNames": pattern("^\(localePattern)$"), "additionalProperties": anyText,
                ]),
            ]
        ])
    }

    /// A value, or a map whose only key lists several of which one counts.
    private func oneOrAlternatives(_ value: ValueForm, _ key: String, _ language: Language) -> JSON {
        .object([
            "anyOf": [
                value.schema(language),
                .object([
                    "type": "object",
                    "properties": .object([JSON.Member(key, ValueForm.list(value).schema(language))]),
                    "required": .strings([key]), "additionalProperties": false,
                ]),
            ]
        ])
    }

    /// One scalar does for a list of one.
    private func list(of element: ValueForm, _ language: Language) -> JSON {
        let items = element.schema(language)
        let list: JSON = .object(["type": "array", "items": items])
        return element.isScalar ? .object(["anyOf": [list, items]]) : list
    }

    private func record(_ keys: [KeySchema], _ language: Language) -> JSON {
        .object([
            "type": "object",
            "properties": .object(keys.map { JSON.Member($0.name, property($0, language)) }),
            "required": keys.contains(where: \.isRequired) ? .strings(keys.filter(\.isRequired).map(\.name)) : nil,
            "additionalProperties": false,
        ])
    }

    /// The form of a key of a map: always a string.
    private func nameSchema(_ language: Language) -> JSON {
        switch self {
        case .id: pattern("^\(idPattern)$")
        default: schema(language)
        }
    }

    /// `true`, `off` and numbers among the words are other values to YAML.
    private func choices(_ words: [String]) -> JSON {
        .array(words.map { .string($0) } + (words.contains("off") ? [false] : []))
    }

    private func reference(_ kinds: [EntityKind], bare: EntityKind?) -> JSON {
        let prefixes = kinds.map(\.rawValue).joined(separator: "|")
        return .object(["type": ["string", "number"], "pattern": .string("^((\(prefixes)):)?\(idPattern)$")])
    }
}
