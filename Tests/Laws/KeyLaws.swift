import PlancData
import PlancDiagnostics
import PlancDriver
import PlancLowering
import PlancMarkup
import PlancModel
import PlancRules
import PlancSchema
import PlancSource
import TestSupport
import Testing

/// One key of one thing of a plan.
private struct KeyCase: Sendable, CustomTestStringConvertible {
    var kind: EntityKind
    /// The place of the key among those of its kind; inside it, the place of a key of the map that it holds.
    var place: Int
    var inner: Int?

    var key: KeySchema { Schema.keys(of: kind)[place] }
    var name: String { "\(kind.rawValue).\(key.name)" + (inner.map { ".\(key.form.keys[$0].name)" } ?? "") }
    var testDescription: String { name }

    /// Every key of every kind, with those of maps.
    static let all: [KeyCase] = EntityKind.all.flatMap { kind in
        Schema.keys(of: kind).enumerated().flatMap { place, key in
            let inner = key.form.isMapOfKeys ? Array(key.form.keys.indices) : []
            return inner.isEmpty
                ? [KeyCase(kind: kind, place: place)]
                : inner.map { KeyCase(kind: kind, place: place, inner: $0) }
        }
    }
}

extension ValueForm {
    fileprivate var isMapOfKeys: Bool {
        switch self {
        case .record, .list(.record), .shorthand: true
        default: false
        }
    }

    /// Values of the form that a plan could have, none like another.
    fileprivate func samples(_ plan: Plan, at span: Span) -> [FormValue] {
        func words(_ words: [String]) -> [FormValue] { words.map { .word(Located($0, span)) } }
        func texts(_ texts: [String]) -> [FormValue] {
            texts.map { .text(LocalizedText([.init(locale: nil, text: Located($0, span))])) }
        }
        switch self {
        case .text, .ruleName, .pathPattern: return words(["Quixotic", "Zephyr words"])
        case .localizedText, .sentence, .filledText: return texts(["Quixotic zephyr", "18:45"])
        case .fieldValue:
            return texts(["18:45", "Quixotic zephyr which is rather longer than anything that was there before it"])
        case .id, .legalTerm: return words(["quixotic"])
        case .choice(let choices, _): return words(choices)
        case .classification: return words(Classification.allCases.map(\.rawValue))
        case .boolean: return words(["true", "false"])
        case .integer: return words(["1", "9999"])
        case .duration, .rhythm, .deadline: return words(["7min", "9d", "11y"])
        case .date: return words(["2026-11-20", "2019-03-04"])
        case .dateOrRecord(let keys):
            return ValueForm.date(.open).samples(plan, at: span) + ValueForm.record(keys).samples(plan, at: span)
        case .textOrRecord(let keys):
            return texts(["Quixotic zephyr"]) + ValueForm.record(keys).samples(plan, at: span)
        case .locale: return words(["en", "fr"])
        case .timezone: return words(["America/Lima", "Asia/Tokyo"])
        case .address: return words(["+33 6 39 98 00 77", "quixotic@zephyr.example"])
        case .builtIn: return words(["eu-gdpr-33"])
        case .stageStart, .start, .starts: return words(["detection", "awareness", "awareness:attack", "payment"])
        case .period: return words(["7min", "60cd", "9bd"])
        case .offset: return words(["T0", "T+90min"])
        case .recipient: return words(["authority:csirt", "people-concerned", "internal"])
        case .condition, .factName: return words(["personal-data", "high-risk-to-people", "never"])
        case .factValue: return words(["true", "false", "9"])
        case .jurisdiction: return words(["FR", "EU", "US-NY"])
        case .contentItem: return words(["facts", "indicators-of-compromise", "data"])
        case .shorthand(let keys):
            return (keys.first?.form.samples(plan, at: span) ?? []) + ValueForm.record(keys).samples(plan, at: span)
        case .scenarios:
            return plan.scenarios.map { .list([.reference(TypedReference(EntityReference(.scenario, $0.id), span))]) }
        case .reference(let kinds, _):
            return kinds.flatMap { kind in
                plan.entities(of: kind).prefix(4).map {
                    .reference(TypedReference(EntityReference(kind, $0.id), span))
                }
            }
        case .obligationStage: return plan.obligations.prefix(3).map { .stage(Reference($0.id, span), nil) }
        case .dependency: return ValueForm.reference([.system], bare: .system).samples(plan, at: span)
        case .list(let element): return element.samples(plan, at: span).map { .list([$0]) }
        case .map(let key, let value):
            return key.samples(plan, at: span).prefix(4).flatMap { name in
                value.samples(plan, at: span).map { .map([FormValue.Pair(name, $0)]) }
            }
        case .record(let keys):
            return keys.enumerated().flatMap { place, key in
                key.form.samples(plan, at: span).map { .record([FormValue.Field(place, $0)], span) }
            }
        default: return []
        }
    }
}

/// Of each key, declared once: what is read is kept and given back, programs get it, and somebody reads it.
@Suite struct KeyLaws {
    private static let plan: Plan = {
        let subject = SubjectPlan.examples[1]
        let world = MemoryWorld(
            Dictionary(uniqueKeysWithValues: subject.files.map { ("plan/\($0.key)", $0.value) }),
            today: SubjectPlan.day)
        return load(["plan"], in: world).plans.compactMap(\.plan).first!
    }()

    /// Keys whose value changes no page and no finding; the manual gives each with its reason.
    private static let exceptions: Set<String> = ["plan.exclude", "pack.max-pages"]

    /// Every change of one key of the first things of its kind.
    private static func changes(of one: KeyCase) -> [(old: FormValue?, plan: Plan)] {
        let declaration = Schema.declaration(of: one.kind)
        let things = declaration.written(in: plan)
        var changes: [(old: FormValue?, plan: Plan)] = []
        for (number, thing) in things.enumerated().prefix(3) {
            let old = thing.fields.first { $0.place == one.place }?.value
            for value in values(one, old, at: thing.nameSpan) where !(old.map { $0.says(value) } ?? false) {
                changes.append((old, declaration.setting(one.place, to: value, of: number, in: plan)))
            }
        }
        return changes
    }

    /// Values for a key; of a key inside a map, the map that is there with this key saying something else.
    private static func values(_ one: KeyCase, _ old: FormValue?, at span: Span) -> [FormValue] {
        guard let inner = one.inner else { return one.key.form.samples(plan, at: span) }
        let samples = one.key.form.keys[inner].form.samples(plan, at: span)
        func with(_ fields: [FormValue.Field], _ value: FormValue) -> [FormValue.Field] {
            fields.filter { $0.place != inner } + [FormValue.Field(inner, value)]
        }
        return samples.map { value in
            switch old {
            case .record(let fields, let span)?: return .record(with(fields, value), span)
            case .list(var records)?:
                if case .record(let fields, let span)? = records.first {
                    records[0] = .record(with(fields, value), span)
                }
                return .list(records)
            default:
                let record = FormValue.record([FormValue.Field(inner, value)], span)
                if case .list = one.key.form { return .list([record]) }
                return record
            }
        }
    }

    /// What people read of a plan: pages as text, data for other programs but the plan itself, and findings.
    private static func read(_ plan: Plan) -> Set<String> {
        var options = BuildOptions()
        options.formats = [.text]
        options.lowering.numbersCopies = true
        var read: Set<String> = []
        for file in compile(plan, options).files where !["plan.json", "manifest.json"].contains(file.path) {
            read.insert(file.path + "\n" + String(decoding: file.bytes, as: UTF8.self))
        }
        let judgement = RuleContext(plan: plan, asOf: SubjectPlan.day)
        for rule in judgesOfPlancRules {
            rule.check(judgement) { read.insert("\($0.rule) \($0.span) \($0.message.english)") }
        }
        return read
    }

    @Test(arguments: KeyCase.all) fileprivate func whatIsReadIsKept(_ one: KeyCase) {
        let declaration = Schema.declaration(of: one.kind)
        let span = Self.plan.info.nameSpan
        var kept = false
        for value in Self.values(one, nil, at: span) {
            let given = declaration.reread([FormValue.Field(one.place, value)])
            kept = kept || given.contains { $0.place == one.place && $0.value.says(value) }
        }
        // Of some maps nothing is kept without the key that they are known by, or with defaults beside it.
        let isPart = one.inner != nil
        #expect(kept || isPart || one.key.form.keepsNothingAlone, "\(one.name)")
    }

    @Test(arguments: KeyCase.all) fileprivate func programsGetIt(_ one: KeyCase) {
        // Of a person, every address says whether it is private.
        if one.name == "person.private" { return }
        let name = one.inner.map { one.key.form.keys[$0].name } ?? one.key.name
        let isThere = Self.changes(of: one).prefix(20).contains { change in
            String(decoding: planJSON(change.plan).bytes(), as: UTF8.self).contains("\"\(name)\":")
        }
        #expect(isThere, "\(one.name) is in no plan.json")
    }

    @Test(.enabled(if: LawSize.isFull, "composes every document of a plan hundreds of times: make laws"))
    func everyValueIsPrintedOrJudged() {
        let before = Self.read(Self.plan)
        let unread = parallelMap(KeyCase.all) { one in
            let isRead = Self.changes(of: one).contains { Self.read($0.plan) != before }
            return isRead ? nil : one.name
        }.compactMap { $0 }
        #expect(Set(unread).subtracting(Self.exceptions) == [])
        #expect(Self.exceptions.subtracting(unread) == [], "these are read after all")
        #expect(Self.exceptions.count <= 5)
    }
}

extension ValueForm {
    /// Forms of which the model keeps no value by itself.
    fileprivate var keepsNothingAlone: Bool {
        if case .deadline = self { true } else { false }
    }
}
