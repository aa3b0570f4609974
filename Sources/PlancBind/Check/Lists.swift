import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// Checks and reads values that hold others.
extension Binder {
    func readList(
        _ node: YAMLNode, _ element: ValueForm, key: Located<String>, siblings: [YAMLNode.Entry],
        owner: EntityReference?
    ) -> FormValue? {
        func one(_ value: FormValue?) -> FormValue? { value.map { .list([$0]) } }
        switch node.content {
        case .sequence(let nodes):
            var values: [FormValue] = []
            for value in nodes {
                if value.isAbsent {
                    report(WrongType.finding(value, expected: element, key: nil))
                } else if case .record(let keys) = element {
                    // Of several in a list, the one that lacks something is known by its first key.
                    let record = readRecord(
                        value, keys, key: key, parent: value.entries?.first?.key.span ?? value.span, owner: owner)
                    if let record { values.append(record) }
                } else if let value = read(value, element, key: key, siblings: siblings, owner: owner) {
                    values.append(value)
                }
            }
            return .list(values)
        case .scalar(let text, let isQuoted):
            guard element.isScalar else {
                report(WrongType.finding(node, expected: .list(element), key: key.value, help: Self.colonSlip(text)))
                return nil
            }
            if !isQuoted, text.contains(","), element.takesWords {
                let list = "[" + text.split(separator: ",").map { $0.trimmingSpaces }.joined(separator: ", ") + "]"
                report(
                    WrongType.finding(
                        scalar: Located(text, node.span), expected: .list(element),
                        help: Phrase("write a list: {list}", ["list": list]),
                        fixes: [Say.replace(node.span, by: list)]))
                return nil
            }
            return one(read(node, element, key: key, siblings: siblings, owner: owner))
        case .mapping:
            switch element {
            case .localizedText, .dependency, .textOrRecord, .condition:
                return one(read(node, element, key: key, siblings: siblings, owner: owner))
            case .record:
                report(
                    WrongType.finding(
                        node, expected: .list(element), key: key.value,
                        help: Phrase(
                            "begin each of them with '- '")))
            default:
                report(
                    WrongType.finding(node, expected: .list(element), key: key.value, help: Self.spacedReference(node)))
            }
            return nil
        }
    }

    /// `all`, or a list of scenarios.
    func readScenarios(_ node: YAMLNode, key: Located<String>, owner: EntityReference?) -> FormValue? {
        let values = node.list
        if values.count == 1, let all = values[0].scalar, all.value == "all" { return .word(all) }
        return readList(node, .id(of: .scenario), key: key, siblings: [], owner: owner)
    }

    func readMap(
        _ node: YAMLNode, _ keyForm: ValueForm, _ valueForm: ValueForm, form: ValueForm, key: Located<String>,
        owner: EntityReference?
    ) -> FormValue? {
        guard let entries = node.entries else {
            report(WrongType.finding(node, expected: form, key: key.value, help: Self.colonSlip(node.scalar?.value)))
            return nil
        }
        var pairs: [FormValue.Pair] = []
        for entry in entries {
            let name: FormValue?
            switch keyForm {
            case .start: name = readAssumedStart(entry.key)
            case .factName:
                name = readScalar(entry.key, keyForm, siblings: [], owner: owner)
                checkTruth(entry.key, entry.value)
            default: name = readScalar(entry.key, keyForm, siblings: [], owner: owner)
            }
            if entry.value.isAbsent {
                report(WrongType.finding(entry.value, expected: valueForm, key: entry.key.value))
                continue
            }
            let value: FormValue?
            if case .address = valueForm, let address = entry.value.scalar {
                if let type = facts.channelTypes[entry.key.value] { checkAddress(address, type) }
                value = .word(address)
            } else {
                value = read(entry.value, valueForm, key: entry.key, siblings: [], owner: owner)
            }
            if let name, let value { pairs.append(FormValue.Pair(name, value)) }
        }
        return .map(pairs)
    }

    /// A system, or `{any-of: […]}`.
    func readDependency(_ node: YAMLNode, key: Located<String>, owner: EntityReference?) -> FormValue? {
        if let scalar = node.scalar { return readScalar(scalar, .id(of: .system), siblings: [], owner: owner) }
        guard let entries = node.entries else {
            report(WrongType.finding(node, expected: .dependency, key: key.value))
            return nil
        }
        let fields = read(
            entries, ValueForm.redundancy, besides: [],
            in: Context(owner: owner, ownerName: nil, parent: entries.first?.key.span ?? node.span))
        return .record(fields, node.span)
    }
}

extension ValueForm {
    /// Whether its values are single words, so that a comma between two can only be a list.
    var takesWords: Bool {
        switch self {
        case .reference, .choice, .locale, .date, .dependency, .obligationStage, .builtIn, .id: true
        default: false
        }
    }
}
