import PlancData
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

/// The texts that read otherwise, with the words that differ.
struct TextChanges {
    private var details: [EntityReference: [(locale: Locale, details: [Phrase])]] = [:]

    /// `steps`: what is told step by step is not told here.
    init(_ comparison: Comparison, _ differences: [BodyDifference], beside steps: StepComparison) {
        if differences.isEmpty { return }
        let texts = TextComparison(comparison, steps)
        for difference in differences {
            let found = texts.details(difference)
            if !found.isEmpty { details[difference.thing, default: []].append((difference.locale, found)) }
        }
    }

    /// `told`: languages of which all texts are new or gone.
    func details(of thing: EntityReference, beside told: Set<Locale>) -> [Phrase] {
        details[thing]?.filter { !told.contains($0.locale) }.flatMap(\.details) ?? []
    }

    func differs(_ thing: EntityReference, _ locale: Locale) -> Bool {
        details[thing]?.contains { $0.locale == locale } ?? false
    }
}

/// Compares the texts of things as programs get them: comments, and white space that nobody sees, are not in them.
private struct TextComparison {
    private let old: [String: JSON]
    private let new: [String: JSON]
    private let comparison: Comparison
    private let steps: StepComparison

    /// So many differences of a text are told; the others are counted.
    private static let longest = 3

    init(_ comparison: Comparison, _ steps: StepComparison) {
        self.comparison = comparison
        self.steps = steps
        old = Self.members(of: planJSON(comparison.base))
        new = Self.members(of: planJSON(comparison.head))
    }

    /// The words of a text that differ.
    func details(_ difference: BodyDifference) -> [Phrase] {
        let thing = difference.thing
        let id = thing.kind.hasID ? comparison.pairing.oldID(thing.kind, thing.id) : comparison.base.name
        let told = thing.kind == .checklist ? steps.translationsTold(of: thing.id)[difference.locale] ?? [] : []
        let before = lines(EntityReference(thing.kind, id), difference.locale, old, isOld: true, beside: told)
        let after = lines(thing, difference.locale, new, isOld: false, beside: told)
        let found = differences(before, after)
        if found.isEmpty { return [] }
        let name = Phrase("text in {locale}", ["locale": difference.locale.title])
        var details = found.prefix(Self.longest).map { line in
            let words = wordChange(mask(line.old), mask(line.new), isMoved: line.isMoved)
            return Phrase("{name}: {words}", ["name": name, "words": words])
        }
        if found.count > Self.longest {
            details.append(Phrase("{count} more", ["count": found.count - Self.longest]))
        }
        return details
    }

    private func mask(_ text: String?) -> String? { text.map { comparison.masking($0) } }

    private func lines(
        _ thing: EntityReference, _ locale: Locale, _ plan: [String: JSON], isOld: Bool, beside told: Set<String>
    ) -> [PrintedLine] {
        let members =
            thing.kind == .plan
            ? plan
            : plan[thing.kind.registryKey].map { Self.members(of: $0) }?[thing.id]
                .map { Self.members(of: $0) } ?? [:]
        var lines: [PrintedLine] = []
        for name in ["versions", "body"] {
            guard let text = members[name].map({ Self.members(of: $0) })?[locale.tag] else { continue }
            let isSource = locale == (isOld ? comparison.base : comparison.head).sourceLocale
            read(
                thing.kind == .checklist ? Self.besideSteps(text, isSource: isSource, told) : text, "text", isOld,
                &lines)
        }
        return lines
    }

    /// Members whose names say nothing beside their words.
    private static let silent: Set<String> = [
        "heading", "introduction", "text", "detail", "label", "common", "stages", "steps", "branches", "variants",
        "links",
    ]

    /// What is told of each step, beside its details and branches.
    private static let ofSteps: Set<String> = ["at", "every", "roles", "decision", "ticked", "text", "means", "links"]

    /// A checklist without what is told step by step; of a translation, whose steps are those of the source, with their words.
    ///
    /// - Parameter told: the words of its steps that are told with those of the source.
    private static func besideSteps(
        _ value: JSON, isSource: Bool, _ told: Set<String>, isStep: Bool = false
    ) -> JSON {
        func isTold(_ member: JSON.Member) -> Bool {
            guard isStep, ofSteps.contains(member.key) else { return false }
            guard !isSource, member.key == "text", case .string(let words) = member.value else { return true }
            return told.contains(words.split(separator: " ").joined(separator: " "))
        }
        switch value {
        case .object(let members):
            return .object(
                members.filter { !isTold($0) }.map {
                    JSON.Member(
                        $0.key, besideSteps($0.value, isSource: isSource, told, isStep: $0.key == "steps"))
                })
        case .array(let values):
            return .array(values.map { besideSteps($0, isSource: isSource, told, isStep: isStep) })
        default: return value
        }
    }

    private func read(_ value: JSON, _ name: String, _ isOld: Bool, _ lines: inout [PrintedLine]) {
        func add(_ text: String) {
            var words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")[...]
            if words.isEmpty { return }
            let number = Self.listNumber(words)
            var form = number.isEmpty ? "" : "numbered item"
            words = words.dropFirst(number.count)
            if number.isEmpty, words.hasPrefix("- ") {
                form = "item"
                words = words.dropFirst(2)
            }
            let depth = text.prefix { $0 == " " }.count
            if depth > 0 { form += " \(depth)" }
            lines.append(PrintedLine(section: "", text: String(words), form: form, number: number))
        }
        switch value {
        case .object(let members):
            if !Self.silent.contains(name) { add("\(name):") }
            // Stamps: one changes with white space, the other says what was translated.
            for member in members where !["content-hash", "translates"].contains(member.key) {
                read(member.value, member.key, isOld, &lines)
            }
        case .array(let values): for value in values { read(value, name, isOld, &lines) }
        case .string(let text):
            if name == "links" {
                add("→ " + linked(renamed(text, name, isOld)))
            } else if Self.silent.contains(name) {
                for line in text.split(separator: "\n") { add(String(line)) }
            } else {
                add("\(name): \(renamed(text, name, isOld))")
            }
        case .int(let number): add("\(name): \(number)")
        case .double(let number): add("\(name): \(number)")
        case .bool(let isSo): if isSo { add(name) }
        case .null: break
        }
    }

    /// "1. " before an item of a list.
    private static func listNumber(_ line: Substring) -> String {
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        return !digits.isEmpty && line.dropFirst(digits.count).hasPrefix(". ") ? digits + ". " : ""
    }

    /// What a link leads to, by its title.
    private func linked(_ target: String) -> String {
        let parts = target.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let kind = EntityKind(rawValue: String(parts[0])) else { return target }
        return comparison.name(EntityReference(kind, String(parts[1])))
    }

    /// An id, or a kind and an id, as the newer state has it.
    private func renamed(_ text: String, _ name: String, _ isOld: Bool) -> String {
        if !isOld { return text }
        switch name {
        case "roles": return comparison.pairing.newID(.role, text)
        case "links":
            let parts = text.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let kind = EntityKind(rawValue: String(parts[0])) else { return text }
            return "\(parts[0]):\(comparison.pairing.newID(kind, String(parts[1])))"
        default: return text
        }
    }

    private static func members(of value: JSON) -> [String: JSON] {
        guard case .object(let members) = value else { return [:] }
        return Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}
