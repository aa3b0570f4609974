import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// Checks and reads one value by the form that its key asks for.
extension Binder {
    /// The value, as what it most likely means where it is not quite right; nil for what cannot be understood.
    func read(
        _ node: YAMLNode, _ form: ValueForm, key: Located<String>, siblings: [YAMLNode.Entry], owner: EntityReference?
    ) -> FormValue? {
        switch form {
        case .list(let element): return readList(node, element, key: key, siblings: siblings, owner: owner)
        case .scenarios: return readScenarios(node, key: key, owner: owner)
        case .localizedText: return readTexts(node, .localizedText, key: key, siblings: siblings)
        case .fieldValue: return readTexts(node, .fieldValue, key: key, siblings: siblings)
        case .record(let keys): return readRecord(node, keys, key: key, parent: key.span, owner: owner)
        case .dateOrRecord(let keys):
            if let scalar = node.scalar { return readScalar(scalar, .date, siblings: siblings, owner: owner) }
            return readRecord(node, keys, key: key, parent: key.span, owner: owner)
        case .textOrRecord(let keys):
            // A map from locale to text, where no key of the other map stands in it.
            guard let entries = node.entries,
                entries.contains(where: { entry in
                    Locale(checking: entry.key.value) == nil || keys.contains { $0.name == entry.key.value }
                })
            else { return readTexts(node, .localizedText, key: key, siblings: siblings) }
            return readRecord(
                node, keys, key: key, parent: entries.first?.key.span ?? key.span, owner: owner)
        case .map(let keyForm, let valueForm):
            return readMap(node, keyForm, valueForm, form: form, key: key, owner: owner)
        case .dependency: return readDependency(node, key: key, owner: owner)
        case .condition: return readCondition(node)
        case .starts: return readStarts(node, key: key, owner: owner)
        case .shorthand(let keys):
            if let scalar = node.scalar { return readShorthand(scalar, keys, siblings: siblings, owner: owner) }
            return readRecord(node, keys, key: key, parent: key.span, owner: owner)
        default:
            guard let scalar = node.scalar else {
                report(WrongType.finding(node, expected: form, key: key.value, help: Self.spacedReference(node)))
                return nil
            }
            return readScalar(scalar, form, siblings: siblings, owner: owner)
        }
    }

    func readRecord(
        _ node: YAMLNode, _ keys: [KeySchema], key: Located<String>, parent: Span, owner: EntityReference?
    ) -> FormValue? {
        guard let entries = node.entries else {
            report(
                WrongType.finding(
                    node, expected: .record(keys), key: key.value, help: Self.colonSlip(node.scalar?.value)))
            return nil
        }
        let fields = read(entries, keys, besides: [], in: Context(owner: owner, ownerName: key.value, parent: parent))
        return .record(fields, node.span)
    }

    /// Help for `channel: x` where `channel:x` is meant.
    static func spacedReference(_ node: YAMLNode) -> Phrase? {
        guard let entry = node.entries?.first, node.entries?.count == 1, EntityKind(rawValue: entry.key.value) != nil,
            let id = entry.value.scalar?.value
        else { return nil }
        return Phrase(
            "write '{key}:{id}', without a space", ["key": entry.key.value, "id": id])
    }

    // MARK: Scalars

    func readScalar(
        _ scalar: Located<String>, _ form: ValueForm, siblings: [YAMLNode.Entry], owner: EntityReference?
    ) -> FormValue? {
        let text = scalar.value
        // What most likely is meant stands for what was written, and is no loss.
        func meant(_ likely: String?) -> FormValue? {
            guard let likely else { return nil }
            mendedCount += 1
            return .word(Located(likely, scalar.span))
        }
        func replacing(_ likely: String?) -> [Fix] { likely.map { [Say.replace(scalar.span, by: $0)] } ?? [] }
        switch form {
        case .id:
            if !Form.isID(text) { report(MalformedID.finding(scalar)) }
        case .choice(let words):
            if !words.contains(text) { return unknownWord(scalar, words).map { .word($0) } }
        case .classification:
            if Classification(label: text) == nil {
                return unknownWord(
                    scalar, Classification.allCases.map(\.rawValue),
                    meant: text.hasPrefix("TLP") ? text : "TLP:" + text
                ).map { .word($0) }
            }
        case .boolean:
            if text != "true", text != "false" {
                let likely = AliasedNames.value(text, among: ["true", "false"])
                report(WrongType.finding(scalar: scalar, expected: form, fixes: replacing(likely)))
                return meant(likely)
            }
        case .integer:
            if Form.integer(text) == nil {
                // Thousands may be parted; what is after a point otherwise is a fraction, which nobody meant to lose.
                let groups = text.split(omittingEmptySubsequences: false) { $0.isWhitespace || "_'.,".contains($0) }
                let isParted =
                    groups.count > 1 && groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
                let likely = isParted && Form.integer(groups.joined()) != nil ? groups.joined() : nil
                report(
                    WrongType.finding(
                        scalar: scalar, expected: form, help: likely.map(Say.didYouMean), fixes: replacing(likely)))
                return meant(likely)
            }
        case .duration, .deadline:
            if case .deadline = form, text == "undue-delay" { break }
            if TimeAmount(notation: text) == nil {
                let likely = Corrections.duration(text)
                report(MalformedDuration.finding(scalar, likely: likely))
                return meant(likely)
            }
        case .date:
            if CalendarDate(iso: text) == nil {
                let likely = Corrections.date(text)
                report(MalformedDate.finding(scalar, likely: likely))
                return meant(likely)
            }
        case .locale:
            if Locale(checking: text) == nil {
                let likely = Corrections.locale(text)
                report(MalformedLocale.finding(scalar, likely: likely))
                return meant(likely)
            }
        case .timezone:
            if !TimeZoneNames.all.contains(text) {
                let near = suggestions.nearest(to: text, among: TimeZoneNames.all)
                report(UnknownValue.finding(timezone: scalar, nearest: near))
                return meant(near)
            }
        case .address:
            if let name = siblings["type"]?.scalar, let type = ChannelType(rawValue: name.value) {
                checkAddress(scalar, type)
            }
        case .reference(let kinds, let bare):
            return checkReference(scalar, kinds, bare: bare, owner: owner).map {
                .reference(TypedReference($0, scalar.span))
            }
        case .obligationStage: return readStage(scalar, owner: owner)
        case .builtIn: return checkUses(scalar).map { .word($0) }
        case .period, .start, .offset, .recipient, .factName, .factValue, .contentItem, .jurisdiction:
            return readLegalWord(scalar, form)
        case .ruleName: checkRuleName(scalar)
        case .pathPattern: checkPattern(scalar)
        default: break
        }
        return .word(scalar)
    }

    /// Reports a word that is not among those known; gives the one that is meant.
    private func unknownWord(_ scalar: Located<String>, _ words: [String], meant: String? = nil) -> Located<String>? {
        let near =
            AliasedNames.value(scalar.value, among: words)
            ?? suggestions.nearest(to: meant ?? scalar.value, among: words)
        report(UnknownValue.finding(scalar, known: words, nearest: near))
        guard let near else { return nil }
        mendedCount += 1
        return Located(near, scalar.span)
    }

    /// Ruling: numbers for what rings, an e-mail address for e-mail, a URL for pages, anything for the rest.
    func checkAddress(_ scalar: Located<String>, _ type: ChannelType) {
        let text = scalar.value
        switch type {
        case .sms, .voice, .hotline, .satellite:
            if !Form.isWholePhone(text) {
                report(
                    MalformedPhone.finding(
                        scalar, likely: Corrections.phone(text, ownCode: ownCallingCode).map { "\"\($0)\"" },
                        isLength: Form.isPhone(text)))
            }
        case .email:
            if !Form.isEmail(text) { report(MalformedAddress.finding(scalar, likely: nil)) }
        case .web, .statusPage, .portal:
            if !Form.isURL(text) { report(MalformedAddress.finding(scalar, likely: Corrections.url(text))) }
        default: break
        }
    }

    private func checkRuleName(_ scalar: Located<String>) {
        let rules = facts.rules
        guard !rules.isEmpty else { return }
        guard let rule = rules.first(where: { $0.name == scalar.value }) else {
            report(
                UnknownKey.finding(
                    rule: scalar, nearest: suggestions.nearest(to: scalar.value, among: rules.map { $0.name })))
            return
        }
        if !rule.severityCanChange { report(UnknownValue.finding(fixedRule: scalar)) }
    }

    /// `obligation` or `obligation/stage`.
    private func readStage(_ scalar: Located<String>, owner: EntityReference?) -> FormValue? {
        let (whole, stage) = splitStage(scalar)
        guard let target = checkReference(whole, [.obligation], bare: .obligation, owner: owner) else { return nil }
        let obligation = Reference(target.id, whole.span)
        guard let stage else { return .stage(obligation, nil) }
        let known = stageNames(target.id)
        if known.contains(stage.value) { return .stage(obligation, stage) }
        if !known.isEmpty { report(unknownStage(stage, of: target.id, known: known)) }
        return nil
    }

    func unknownStage(_ stage: Located<String>, of obligation: String, known: [String]) -> Finding {
        UnknownObligation.finding(
            stage: stage, of: obligation, known: known, nearest: suggestions.nearest(to: stage.value, among: known))
    }

    func splitStage(_ scalar: Located<String>) -> (obligation: Located<String>, stage: Located<String>?) {
        guard let slash = scalar.value.utf8.firstIndex(of: UInt8(ascii: "/")) else { return (scalar, nil) }
        let before = scalar.value.utf8.distance(from: scalar.value.utf8.startIndex, to: slash)
        let count = scalar.value.utf8.count
        return (
            Located(String(scalar.value[..<slash]), part(0..<before, of: scalar)),
            Located(
                String(scalar.value[scalar.value.utf8.index(after: slash)...]), part((before + 1)..<count, of: scalar))
        )
    }

    // MARK: Texts

    /// A text, or one per locale.
    private func readTexts(
        _ node: YAMLNode, _ form: ValueForm, key: Located<String>, siblings: [YAMLNode.Entry]
    ) -> FormValue? {
        func checked(_ scalar: Located<String>) -> Located<String> {
            if case .fieldValue = form { return checkFieldValue(scalar, siblings) }
            return scalar
        }
        if let scalar = node.scalar {
            return .text(LocalizedText([LocalizedText.Version(locale: nil, text: checked(scalar))]))
        }
        guard let entries = node.entries else {
            report(WrongType.finding(node, expected: form, key: key.value))
            return nil
        }
        var text = LocalizedText()
        for entry in entries {
            let locale = Locale(checking: entry.key.value)
            if let locale {
                if !planLocales.isEmpty, !planLocales.contains(locale) {
                    report(UnknownValue.finding(locale: entry.key, of: planLocales))
                }
            } else {
                report(MalformedLocale.finding(entry.key, likely: Corrections.locale(entry.key.value)))
            }
            guard let scalar = entry.value.scalar else {
                report(WrongType.finding(entry.value, expected: .text, key: entry.key.value))
                continue
            }
            let value = checked(scalar)
            if let locale { text.versions.append(LocalizedText.Version(locale: locale, text: value)) }
        }
        return .text(text)
    }

    /// Checks an example of a field by the field's type; gives what is meant.
    private func checkFieldValue(_ scalar: Located<String>, _ siblings: [YAMLNode.Entry]) -> Located<String> {
        guard let type = siblings["type"]?.scalar.flatMap({ FieldType(rawValue: $0.value) }) else { return scalar }
        let text = scalar.value
        switch type {
        case .text: break
        case .number:
            if !Form.isNumber(text) {
                report(WrongType.finding(scalar: scalar, expected: .integer))
            }
        case .date:
            if CalendarDate(iso: text) == nil { report(MalformedDate.finding(scalar, likely: Corrections.date(text))) }
        case .time:
            if !Form.isTime(text) {
                report(MalformedDate.finding(time: scalar, likely: WrittenForms.time(text).map { "\"\($0)\"" }))
            }
        case .datetime:
            if !Form.isDateTime(text) {
                let likely = WrittenForms.dateTime(text).map { "\"\($0)\"" }
                report(MalformedDate.finding(dateTime: scalar, likely: likely))
            }
        case .phone:
            if !Form.isWholePhone(text) {
                report(
                    MalformedPhone.finding(
                        scalar, likely: Corrections.phone(text, ownCode: ownCallingCode).map { "\"\($0)\"" },
                        isLength: Form.isPhone(text)))
            }
        case .url:
            if !Form.isURL(text) { report(MalformedAddress.finding(scalar, likely: Corrections.url(text))) }
        case .choice:
            let known = (siblings["choices"]?.list ?? []).flatMap { choice in
                choice.scalar.map { [$0.value] } ?? choice.entries?.compactMap { $0.value.scalar?.value } ?? []
            }
            if !known.isEmpty, !known.contains(text) { return unknownWord(scalar, known) ?? scalar }
        }
        return scalar
    }
}

extension StringProtocol {
    /// Without the white space around it.
    var trimmingSpaces: String {
        var view = self[...]
        while let first = view.first, first.isWhitespace { view = view.dropFirst() }
        while let last = view.last, last.isWhitespace { view = view.dropLast() }
        return String(view)
    }
}
