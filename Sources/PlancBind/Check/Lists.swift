import PlancDiagnostics
import PlancLanguages
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
            for (place, value) in nodes.enumerated() {
                if reportsTwice(value, at: place, in: nodes, element) {
                    continue
                } else if value.isAbsent {
                    report(WrongType.finding(value, expected: element, key: nil))
                } else if let text = textWithColon(value, element) {
                    values.append(.text(LocalizedText([LocalizedText.Version(locale: nil, text: text)])))
                } else if case .record(let keys) = element {
                    // Of several in a list, the one that lacks something is known by its first key.
                    let record = readRecord(
                        value, keys, key: key, parent: value.entries?.first?.key.span ?? value.span, owner: owner)
                    if let record { values.append(record) }
                } else if let text = value.scalar, let names = severalNames(text.value, element) {
                    values += readNames(names, in: text, element, owner)
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
            if !isQuoted, let items = strayBullets(node, element) {
                return .list(
                    items.map {
                        .text(LocalizedText([LocalizedText.Version(locale: nil, text: Located($0, node.span))]))
                    })
            }
            if !isQuoted, let names = severalNames(text, element) { return readNames(names, of: node, element, owner) }
            // Words that are looked for stand one by one.
            if !isQuoted, text.contains(","), element.takesWords || owner?.kind == .vocabulary {
                reportList(
                    text.split { ",[]".contains($0) }.map(\.trimmingSpaces).filter { !$0.isEmpty }, node, text, element)
                return nil
            }
            return one(read(node, element, key: key, siblings: siblings, owner: owner))
        case .mapping:
            switch element {
            case .localizedText, .sentence, .filledText, .dependency, .textOrRecord, .condition:
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

    /// `-Keep the list`, `• Keep the list`, `1. Keep the list`, line below line: bullets that make no list, so that all of it would be
    /// one text; reported.
    ///
    /// - Returns: the items; nil where there are no such bullets.
    private func strayBullets(_ node: YAMLNode, _ element: ValueForm) -> [String]? {
        switch element {
        case .localizedText, .sentence, .filledText, .textOrRecord: break
        default: return nil
        }
        let bytes = sources[node.span.file].bytes
        let range = node.span.range.clamped(to: 0..<bytes.count)
        guard let first = bytes[range].first,
            first == UInt8(ascii: "-") || first >= 0x80 || (0x31...0x39).contains(first)
        else { return nil }
        let text = String(decoding: bytes[range], as: UTF8.self)
        var items: [String] = []
        var edits: [Fix.Edit] = []
        var place = range.lowerBound
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let start = line.prefix { $0 == " " }
            let words = line.dropFirst(start.count)
            let bullet = words.prefix(match: #/(?:-(?=[^\s\-0-9])|[•·–—▪●◦‣]\s*|[0-9]{1,2}[.)]\s+)/#)
            if let bullet {
                let lower = place + start.utf8.count
                edits.append(Fix.Edit(Span(node.span.file, lower, lower + bullet.utf8.count), "- "))
                items.append(words.dropFirst(bullet.count).trimmingSpaces)
            } else if let last = items.indices.last, !words.isEmpty {
                items[last] += " " + words.trimmingSpaces
            } else if !words.isEmpty {
                return nil
            }
            place += line.utf8.count + 1
        }
        // A number at the beginning of one text is no bullet.
        guard !edits.isEmpty, edits.count > 1 || first == UInt8(ascii: "-") || first >= 0x80 else { return nil }
        mendedCount += 1
        report(WrongType.finding(bullets: node.span, edits: edits, isTight: first == UInt8(ascii: "-")))
        return items
    }

    /// Whether an item says what one before it says, which is reported.
    private func reportsTwice(_ value: YAMLNode, at place: Int, in nodes: [YAMLNode], _ element: ValueForm) -> Bool {
        // Of one person twice in a role the rule about deputies says more.
        if case .reference([.person], _) = element { return false }
        guard place > 0, element.takesWords, let name = value.scalar, !name.value.isEmpty,
            // Of a list that nobody has written by hand not every pair is compared.
            let first = nodes[max(0, place - 64)..<place].first(where: { $0.scalar?.value == name.value })
        else { return false }
        let before = Int(nodes[place - 1].span.upper)
        let place = Span(name.span.file, before, max(before, Int(value.span.upper)))
        report(DuplicateID.finding(twice: name, first: first.span, removing: place))
        return true
    }

    /// Several names where a list belongs, without its brackets.
    private func readNames(
        _ names: [EntityReference], of node: YAMLNode, _ element: ValueForm, _ owner: EntityReference?
    ) -> FormValue? {
        reportList(names.map(\.id), node, node.scalar?.value ?? "", element)
        return .list(names.map { read($0, at: node.span, owner) })
    }

    private func reportList(_ parts: [String], _ node: YAMLNode, _ text: String, _ element: ValueForm) {
        let list = "[" + parts.joined(separator: ", ") + "]"
        report(
            WrongType.finding(
                scalar: Located(text, node.span), expected: .list(element),
                help: Phrase("write a list: {list}", ["list": list]), fixes: [Say.replace(node.span, by: list)]))
    }

    /// Several names as one item of a list.
    private func readNames(
        _ names: [EntityReference], in text: Located<String>, _ element: ValueForm, _ owner: EntityReference?
    ) -> [FormValue] {
        let list = names.map(\.id).joined(separator: ", ")
        report(
            WrongType.finding(
                scalar: text, expected: element, help: Phrase("write a comma between two: {list}", ["list": list]),
                fixes: [Say.replace(text.span, by: list)]))
        return names.map { read($0, at: text.span, owner) }
    }

    /// `mobile text`, `mobile; text`, `lead and safety`: several names of things that are there, with anything but a comma
    /// between them.
    private func severalNames(_ text: String, _ element: ValueForm) -> [EntityReference]? {
        guard case .reference(let kinds, let bare) = element, text.utf8.count < 200 else { return nil }
        // Mostly it is one name.
        if text.utf8.allSatisfy(Self.isOfName) { return nil }
        let words = text.split { $0.isWhitespace || ",;/|+&，、[](){}".contains($0) }.map(String.init)
        let names = words.filter { !Self.joints.contains($0.lowercased()) }
        guard names.count > 1 else { return nil }
        if let named = namedInWords(text, kinds) { return named }
        let found = names.compactMap { name -> EntityReference? in
            if case .found(let thing) = resolve(name, kinds, bare: bare) { thing } else { nil }
        }
        return found.count == names.count ? found : nil
    }

    /// `Nadia Faure and Louis Petit`: things by their names, with words or signs between them.
    private func namedInWords(_ text: String, _ kinds: [EntityKind]) -> [EntityReference]? {
        var parts: [[Substring]] = [[]]
        for words in text.split(whereSeparator: { ",;/|+&，、".contains($0) }) {
            if !(parts.last?.isEmpty ?? true) { parts.append([]) }
            for word in words.split(whereSeparator: \.isWhitespace) {
                if Self.joints.contains(word.lowercased()) {
                    parts.append([])
                } else {
                    parts[parts.count - 1].append(word)
                }
            }
        }
        let names = parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
        guard names.count > 1, names.count <= 8 else { return nil }
        let known = facts.namedThings.value
        let found = names.compactMap { name -> EntityReference? in
            for kind in kinds {
                if declared[kind, name] != nil { return EntityReference(kind, name) }
                let id = known.id(name, kind) ?? (kind == .person ? known.person(name) : nil)
                if let id { return EntityReference(kind, id) }
            }
            return nil
        }
        return found.count == names.count ? found : nil
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: ":"):
            true
        default: false
        }
    }

    private func read(_ thing: EntityReference, at span: Span, _ owner: EntityReference?) -> FormValue {
        mendedCount += 1
        note(thing, at: span, owner: owner)
        return .reference(TypedReference(thing, span))
    }

    private static let joints = Set(LanguageRules.all.flatMap(\.joints))

    /// `all`, or a list of scenarios.
    func readScenarios(_ node: YAMLNode, key: Located<String>, owner: EntityReference?) -> FormValue? {
        let values = node.list
        if values.count == 1, let all = values[0].scalar {
            if all.value == "all" { return .word(all) }
            if declared[.scenario, all.value] == nil, AliasedNames.value(all.value, among: ["all"]) != nil {
                mendedCount += 1
                report(UnknownScenario.finding(all.value, at: all.span, nearest: "all"))
                return .word(Located("all", all.span))
            }
        }
        // With `all` in the list the others say nothing.
        if let all = values.first(where: { $0.scalar?.value == "all" })?.scalar, declared[.scenario, "all"] == nil {
            mendedCount += 1
            report(UnknownScenario.finding(all: all, in: node.span))
            return .word(all)
        }
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
    /// Whether its keys are of the author's choice: `{}` says that there are none.
    var isMap: Bool { if case .map = self { true } else { false } }

    /// A list of words, or of scenarios: one that must be there and is empty names nothing.
    var isListOfWords: Bool {
        switch self {
        case .list(let element): element.takesWords
        case .scenarios: true
        default: false
        }
    }

    /// Whether its values are single words, so that a comma between two can only be a list.
    var takesWords: Bool {
        switch self {
        case .reference, .choice, .locale, .date, .dependency, .obligationStage, .builtIn, .id, .legalTerm: true
        default: false
        }
    }
}
