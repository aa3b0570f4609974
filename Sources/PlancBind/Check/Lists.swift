import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// The check of values that hold others.
extension Binding {
    func checkList(
        _ node: YAMLNode, _ element: ValueForm, key: Located<String>, siblings: [YAMLNode.Entry],
        owner: EntityReference?
    ) {
        switch node.content {
        case .sequence(let nodes):
            for value in nodes {
                if value.isAbsent {
                    report(WrongType.finding(value, expected: element, key: nil))
                } else if case .record(let keys) = element {
                    // Of several in a list, the one that lacks something is known by its first key.
                    checkRecord(
                        value, keys, key: key, parent: value.entries?.first?.key.span ?? value.span, owner: owner)
                } else {
                    check(value, element, key: key, siblings: siblings, owner: owner)
                }
            }
        case .scalar(let text, let isQuoted):
            guard element.isScalar else {
                report(WrongType.finding(node, expected: .list(element), key: key.value, help: Self.colonSlip(text)))
                return
            }
            if !isQuoted, text.contains(","), element.takesWords {
                let list = "[" + text.split(separator: ",").map { $0.trimmingSpaces }.joined(separator: ", ") + "]"
                report(
                    WrongType.finding(
                        scalar: Located(text, node.span), expected: .list(element),
                        help: Phrase("write a list: {list}", ["list": list]),
                        fixes: [Say.replace(node.span, by: list)]))
                return
            }
            check(node, element, key: key, siblings: siblings, owner: owner)
        case .mapping:
            switch element {
            case .localizedText, .dependency: check(node, element, key: key, siblings: siblings, owner: owner)
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
        }
    }

    func checkScenarios(_ node: YAMLNode, key: Located<String>, owner: EntityReference?) {
        let values = node.list
        if values.count == 1, values[0].scalar?.value == "all" { return }
        checkList(node, .id(of: .scenario), key: key, siblings: [], owner: owner)
    }

    func checkMap(
        _ node: YAMLNode, _ keyForm: ValueForm, _ valueForm: ValueForm, form: ValueForm, key: Located<String>,
        owner: EntityReference?
    ) {
        guard let entries = node.entries else {
            report(WrongType.finding(node, expected: form, key: key.value, help: Self.colonSlip(node.scalar?.value)))
            return
        }
        for entry in entries {
            checkScalar(entry.key, keyForm, siblings: [], owner: owner)
            if entry.value.isAbsent {
                report(WrongType.finding(entry.value, expected: valueForm, key: entry.key.value))
                continue
            }
            if case .address = valueForm {
                if let address = entry.value.scalar {
                    if let type = channelTypes[entry.key.value] { checkAddress(address, type) }
                    continue
                }
            }
            check(entry.value, valueForm, key: entry.key, siblings: [], owner: owner)
        }
    }

    func checkDependency(_ node: YAMLNode, key: Located<String>, owner: EntityReference?) {
        if let scalar = node.scalar {
            checkReference(scalar, [.system], bare: .system, owner: owner)
            return
        }
        guard let entries = node.entries else {
            report(WrongType.finding(node, expected: .dependency, key: key.value))
            return
        }
        let anyOf = KeySchema(
            "any-of", .list(.id(of: .system)), required: true, summary: "systems of which one is enough",
            example: "[a, b]")
        checkKeys(
            entries, [anyOf], besides: [],
            in: Context(owner: owner, ownerName: nil, parent: entries.first?.key.span ?? node.span))
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
