import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// Checks and reads what only obligations have: starts, conditions, recipients, items of notices.
extension Binder {
    /// A word of the language of obligations, as what it most likely means where it is not quite right.
    func readLegalWord(_ scalar: Located<String>, _ form: ValueForm) -> FormValue? {
        let text = scalar.value
        func unknown(_ known: [String], told: [String]? = nil) -> FormValue? {
            let near = suggestions.nearest(to: text, among: known)
            report(UnknownValue.finding(scalar, known: told ?? known, nearest: near))
            return meant(near, scalar)
        }
        switch form {
        case .period:
            if LegalPeriod(notation: text) != nil { return .word(scalar) }
            let likely = Corrections.duration(text)
            report(MalformedDuration.finding(scalar, likely: likely))
            return meant(likely, scalar)
        case .offset:
            if Offset(notation: text) != nil { return .word(scalar) }
            let likely = Corrections.offset(text)
            report(MalformedOffset.finding(scalar, likely: likely))
            return meant(likely, scalar)
        case .start:
            if ClockStart(notation: text) != nil { return .word(scalar) }
            let events = ClockStart.Event.allCases.map(\.rawValue)
            return unknown(LegalTerms.all.ids(.start) + events, told: events)
        case .recipient:
            if Recipient(notation: text) != nil { return .word(scalar) }
            return unknown(Recipient.known)
        case .contentItem:
            if LegalTerms.item(text) != nil { return .word(scalar) }
            return unknown(LegalTerms.items, told: Element.allCases.map(\.rawValue) + ["…"])
        case .jurisdiction:
            if Jurisdictions.isKnown(text) { return .word(scalar) }
            let near =
                Jurisdictions.meant(by: text)
                ?? (text.count > 3 ? suggestions.nearest(to: text, among: Jurisdictions.all) : nil)
            report(UnknownValue.finding(jurisdiction: scalar, nearest: near))
            return meant(near, scalar)
        case .factName:
            let known = facts.factNames
            return known.contains(text)
                ? .word(scalar) : unknown(known.sorted(), told: known.sorted().prefix(12) + ["…"])
        case .factValue:
            if FactValue(notation: text) != nil { return .word(scalar) }
            let likely = AliasedNames.value(text, among: ["true", "false"])
            report(WrongType.finding(scalar: scalar, expected: form, fixes: replacing(scalar, by: likely)))
            return meant(likely, scalar)
        default: return .word(scalar)
        }
    }

    /// A word alone: the name of a key that is true or false, else a value of the first key.
    func readShorthand(
        _ scalar: Located<String>, _ keys: [KeySchema], siblings: [YAMLNode.Entry], owner: EntityReference?
    ) -> FormValue? {
        for key in keys { if case .boolean = key.form, key.name == scalar.value { return .word(scalar) } }
        guard let first = keys.first else { return nil }
        if case .boolean = first.form {
            let flags = keys.filter { if case .boolean = $0.form { true } else { false } }.map(\.name)
            let near = suggestions.nearest(to: scalar.value, among: flags)
            report(UnknownValue.finding(scalar, known: flags, nearest: near))
            guard let near else { return nil }
            mendedCount += 1
            return .word(Located(near, scalar.span))
        }
        return readScalar(scalar, first.form, siblings: siblings, owner: owner)
    }

    /// An event, or `{earliest: [event, …]}`.
    func readStarts(_ node: YAMLNode, key: Located<String>, owner: EntityReference?) -> FormValue? {
        if let scalar = node.scalar { return readLegalWord(scalar, .start) }
        guard let entries = node.entries else {
            report(WrongType.finding(node, expected: .starts, key: key.value))
            return nil
        }
        let fields = read(
            entries, ValueForm.severalStarts, besides: [],
            in: Context(owner: owner, ownerName: nil, parent: entries.first?.key.span ?? node.span))
        return fields.isEmpty ? nil : .record(fields, node.span)
    }

    /// A fact, `{not: …}`, `{any-of: […]}`, or `{people-affected: {more-than: 500, per: us-state}}`.
    func readCondition(_ node: YAMLNode) -> FormValue? {
        if let scalar = node.scalar {
            if Form.isID(scalar.value) { return .word(meantFact(scalar)) }
            if scalar.value.contains(where: { "<>=≤≥".contains($0) }) {
                // A comparison is no name: a fact whose name is near would be another fact.
                let fixes = Self.comparison(scalar.value).map { [Say.replace(scalar.span, by: $0)] } ?? []
                report(WrongType.finding(scalar: scalar, expected: .condition, fixes: fixes))
            } else {
                report(MalformedID.finding(scalar))
            }
            return nil
        }
        guard let entries = node.entries, var entry = entries.first, entries.count == 1 else {
            report(
                WrongType.finding(
                    node, expected: .condition, key: nil,
                    help: Phrase("one fact to a map: write several facts as a list")))
            return nil
        }
        if entry.value.entries == nil, !["not", "any-of"].contains(entry.key.value),
            let near = suggestions.nearest(to: entry.key.value, among: ["not", "any-of"])
        {
            report(UnknownKey.finding(entry.key, nearest: near, known: ["not", "any-of"]))
            mendedCount += 1
            entry.key = Located(near, entry.key.span)
        }
        let key = FormValue.word(entry.key)
        switch entry.key.value {
        case "not": return readCondition(entry.value).map { .map([FormValue.Pair(key, $0)]) }
        case "any-of":
            let conditions = entry.value.list.compactMap(readCondition)
            return conditions.isEmpty ? nil : .map([FormValue.Pair(key, .list(conditions))])
        default: return readNumber(entry).map { .map([FormValue.Pair(key, $0)]) }
        }
    }

    /// `people-affected > 500` and `dora-entity = true`, as they are written in a plan; nil for what says something else.
    static func comparison(_ text: String) -> String? {
        let signs = [
            (">=", "at-least"), ("≥", "at-least"), (">", "more-than"), ("==", ""), ("<", "less-than"), ("=", ""),
        ]
        guard !text.contains("<="), !text.contains("!="),
            let (sign, word) = signs.first(where: { text.contains($0.0) })
        else { return nil }
        let parts = text.split(separator: sign, omittingEmptySubsequences: false).map(\.trimmingSpaces)
        guard parts.count == 2, Form.isID(parts[0]), let value = FactValue(notation: parts[1]) else { return nil }
        switch value {
        case .isTrue(let isTrue): return word.isEmpty ? (isTrue ? parts[0] : "{not: \(parts[0])}") : nil
        default: return word.isEmpty ? nil : "{\(parts[0]): {\(word): \(value.notation)}}"
        }
    }

    private func readNumber(_ entry: YAMLNode.Entry) -> FormValue? {
        guard let limits = entry.value.entries else {
            report(WrongType.finding(entry.value, expected: .condition, key: entry.key.value))
            return nil
        }
        let known = Condition.Comparison.allCases.map(\.rawValue) + ["per"]
        var pairs: [FormValue.Pair] = []
        for limit in limits {
            guard known.contains(limit.key.value) else {
                let near = suggestions.nearest(to: limit.key.value, among: known)
                report(UnknownKey.finding(limit.key, nearest: near, known: known))
                continue
            }
            guard let scalar = limit.value.scalar else {
                report(WrongType.finding(limit.value, expected: .factValue, key: limit.key.value))
                continue
            }
            if limit.key.value != "per", readLegalWord(scalar, .factValue) == nil { continue }
            pairs.append(FormValue.Pair(.word(limit.key), .word(scalar)))
        }
        return .map(pairs)
    }
}

extension Recipient {
    /// How recipients are written.
    static let known: [String] =
        AuthorityKind.allCases.map { "authority:" + $0.rawValue }
        + Kind.allCases.filter { $0 != .authority }.map(\.rawValue)
}

// MARK: Stages

extension Binder {
    /// Stages of an obligation that count from one that is not there, or are due in no way or in two; a duty that does not say whom it
    /// tells.
    func settleStages(_ fields: inout [FormValue.Field], of item: Item) {
        let keys = Schema.keys(of: .obligation)
        guard let stages = keys.place(of: "stages"), let known = fields.firstIndex(where: { $0.place == stages }),
            case .list(var records) = fields[known].value, case .list(.record(let stageKeys)) = keys[stages].form
        else { return }
        checkAuthority(fields, records, keys, stageKeys, item)
        let nodes = item.entries["stages"]?.list ?? []
        let before = unmendedCount
        defer { if unmendedCount > before { noteUnread("stages", of: item.reference) } }
        checkDues(nodes, stageKeys, of: item)
        guard let namePlace = stageKeys.place(of: "name"), let fromPlace = stageKeys.place(of: "from") else { return }
        var earlier: [String] = []
        var spans: [String: Span] = [:]
        for index in records.indices {
            guard case .record(var values, let span) = records[index] else { continue }
            if let place = values.firstIndex(where: { $0.place == fromPlace }),
                case .word(let from) = values[place].value,
                ClockStart(notation: from.value) == nil, !earlier.contains(from.value)
            {
                let events = ClockStart.Event.allCases.filter { $0 != .sent && $0 != .sentLast }.map(\.rawValue)
                let near = suggestions.nearest(to: from.value, among: events + earlier)
                report(UnknownValue.finding(from, known: events + earlier, nearest: near))
                if let near {
                    mendedCount += 1
                    values[place].value = .word(Located(near, from.span))
                } else {
                    values.remove(at: place)
                }
                records[index] = .record(values, span)
            }
            guard case .word(let name)? = values.first(where: { $0.place == namePlace })?.value else { continue }
            if let first = spans[name.value] {
                report(DuplicateID.finding(EntityReference(.obligation, name.value), at: name.span, first: first))
            } else {
                spans[name.value] = name.span
                earlier.append(name.value)
            }
        }
        fields[known].value = .list(records)
    }

    /// Who is told is said by each stage, or in words for all.
    private func checkAuthority(
        _ fields: [FormValue.Field], _ records: [FormValue], _ keys: [KeySchema], _ stageKeys: [KeySchema], _ item: Item
    ) {
        guard let authority = keys.place(of: "authority"), let to = stageKeys.place(of: "to"), !records.isEmpty,
            !fields.contains(where: { $0.place == authority }), item.entries.place(of: "authority") == nil
        else { return }
        let areTold = records.allSatisfy { record in
            if case .record(let values, _) = record { values.contains { $0.place == to } } else { false }
        }
        if areTold { return }
        report(
            MissingKey.finding(keys[authority], of: item.isRegistryEntry ? item.reference.id : nil, at: item.nameSpan))
        noteUnread("authority", of: item.reference)
    }
}
