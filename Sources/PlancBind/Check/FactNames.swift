import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// What the obligations of a plan depend on, and wait for.
struct LegalNames: Sendable {
    /// Facts that are so or not.
    var truths: Set<String> = []
    /// Facts that are counted.
    var numbers: Set<String> = []
    /// Events from which time limits count.
    var starts: Set<String> = []

    init(_ obligations: [[YAMLNode.Entry]]) { for entries in obligations { walk(entries) } }

    private mutating func walk(_ node: YAMLNode) {
        for inner in node.entries == nil ? node.list : [] where inner.entries != nil { walk(inner) }
        walk(node.entries ?? [])
    }

    private mutating func walk(_ entries: [YAMLNode.Entry]) {
        for entry in entries {
            switch entry.key.value {
            case "when", "unless", "not-for", "if": for condition in entry.value.list { add(condition) }
            case "after", "from": addStarts(entry.value)
            case "stages", "cases", "roll", "delay", "instead", "also-to", "due", "earliest", "latest":
                walk(entry.value)
            default: break
            }
        }
    }

    private mutating func addStarts(_ node: YAMLNode) {
        for scalar in node.scalar.map({ [$0] }) ?? node["earliest"]?.list.compactMap(\.scalar) ?? [] {
            starts.insert(scalar.value)
        }
    }

    private mutating func add(_ condition: YAMLNode) {
        if let scalar = condition.scalar { truths.insert(scalar.value) }
        for entry in condition.entries ?? [] {
            switch entry.key.value {
            case "not": add(entry.value)
            case "any-of": for condition in entry.value.list { add(condition) }
            default: numbers.insert(Condition.name(entry.key.value, per: entry.value["per"]?.scalar?.value))
            }
        }
    }
}

extension Facts {
    /// The facts on which obligations depend: those of the library, and those that the plan's own name.
    var factNames: Set<String> { ownNames.value.truths.union(ownNames.value.numbers).union(LegalTerms.facts) }
}

extension Binder {
    /// A start that a scenario assumes: one that time limits count from.
    func readAssumedStart(_ scalar: Located<String>) -> FormValue? {
        guard let start = ClockStart(notation: scalar.value), start.subject != nil, !start.isSending else {
            return readLegalWord(scalar, .start)
        }
        let known = facts.ownNames.value.starts.union(LegalTerms.all.ids(.start))
        if known.contains(scalar.value) { return .word(scalar) }
        let near = suggestions.nearest(to: scalar.value, among: known.sorted())
        report(UnknownValue.finding(scalar, known: ClockStart.Event.allCases.map(\.rawValue) + ["…"], nearest: near))
        guard let near else { return nil }
        mendedCount += 1
        return .word(Located(near, scalar.span))
    }

    /// The fact that a condition names: one of the library's, or of the plan's own, which something states; what is nearly one of
    /// the library's and is stated nowhere is that one mistyped.
    func meantFact(_ name: Located<String>) -> Located<String> {
        guard !LegalTerms.facts.contains(name.value), !facts.statedFacts.value.contains(name.value),
            let near = suggestions.nearest(to: name.value, among: LegalTerms.facts.sorted())
        else { return name }
        report(UnknownValue.finding(name, known: [near, "…"], nearest: near))
        mendedCount += 1
        return Located(near, name.span)
    }

    /// What is stated of a fact that is so or not, where a number says something else.
    func checkTruth(_ name: Located<String>, _ value: YAMLNode) {
        guard let scalar = value.scalar, let stated = FactValue(notation: scalar.value) else { return }
        if case .isTrue = stated { return }
        let (own, used) = (facts.ownNames.value, facts.usedNames.value)
        guard LegalTerms.facts.contains(name.value), own.truths.union(used.truths).contains(name.value),
            !own.numbers.union(used.numbers).contains(name.value)
        else { return }
        report(WrongType.finding(scalar: scalar, expected: .boolean))
    }
}
