import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// The check of one value against the form that its key asks for.
extension Binding {
    func check(
        _ node: YAMLNode, _ form: ValueForm, key: Located<String>, siblings: [YAMLNode.Entry], owner: EntityReference?
    ) {
        switch form {
        case .list(let element): checkList(node, element, key: key, siblings: siblings, owner: owner)
        case .scenarios: checkScenarios(node, key: key, owner: owner)
        case .localizedText: checkTexts(node, .localizedText, key: key, siblings: siblings)
        case .fieldValue: checkTexts(node, .fieldValue, key: key, siblings: siblings)
        case .record(let keys): checkRecord(node, keys, key: key, parent: key.span, owner: owner)
        case .dateOrRecord(let keys):
            if let scalar = node.scalar {
                checkScalar(scalar, .date, siblings: siblings, owner: owner)
            } else {
                checkRecord(node, keys, key: key, parent: key.span, owner: owner)
            }
        case .map(let keyForm, let valueForm): checkMap(node, keyForm, valueForm, form: form, key: key, owner: owner)
        case .dependency: checkDependency(node, key: key, owner: owner)
        default:
            guard let scalar = node.scalar else {
                report(WrongType.finding(node, expected: form, key: key.value, help: Self.spacedReference(node)))
                return
            }
            checkScalar(scalar, form, siblings: siblings, owner: owner)
        }
    }

    func checkRecord(
        _ node: YAMLNode, _ keys: [KeySchema], key: Located<String>, parent: Span, owner: EntityReference?
    ) {
        guard let entries = node.entries else {
            report(
                WrongType.finding(
                    node, expected: .record(keys), key: key.value, help: Self.colonSlip(node.scalar?.value)))
            return
        }
        checkKeys(entries, keys, besides: [], in: Context(owner: owner, ownerName: key.value, parent: parent))
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

    func checkScalar(
        _ scalar: Located<String>, _ form: ValueForm, siblings: [YAMLNode.Entry], owner: EntityReference?
    ) {
        let text = scalar.value
        switch form {
        case .id:
            if !Form.isID(text) { report(MalformedID.finding(scalar)) }
        case .choice(let words):
            if !words.contains(text) { report(unknownWord(scalar, words)) }
        case .classification:
            if Classification(label: text) == nil {
                report(
                    unknownWord(
                        scalar, Classification.allCases.map(\.rawValue),
                        meant: text.hasPrefix("TLP") ? text : "TLP:" + text))
            }
        case .boolean:
            if text != "true", text != "false" {
                let likely = Slips.value(text, among: ["true", "false"])
                correct(scalar.span, to: likely)
                report(
                    WrongType.finding(
                        scalar: scalar, expected: form, fixes: likely.map { [Say.replace(scalar.span, by: $0)] } ?? []))
            }
        case .integer:
            if Form.integer(text) == nil {
                let digits = text.filter { !$0.isWhitespace && !"_'.,".contains($0) }
                let likely = digits != text && Form.integer(digits) != nil ? digits : nil
                correct(scalar.span, to: likely)
                report(
                    WrongType.finding(
                        scalar: scalar, expected: form, help: likely.map(Say.didYouMean),
                        fixes: likely.map { [Say.replace(scalar.span, by: $0)] } ?? []))
            }
        case .duration: checkDuration(scalar)
        case .deadline:
            if text != "undue-delay" { checkDuration(scalar) }
        case .date:
            if CalendarDate(iso: text) == nil {
                let likely = Guess.date(text)
                correct(scalar.span, to: likely)
                report(MalformedDate.finding(scalar, likely: likely))
            }
        case .locale:
            if Locale(checking: text) == nil {
                let likely = Guess.locale(text)
                correct(scalar.span, to: likely)
                report(MalformedLocale.finding(scalar, likely: likely))
            }
        case .address:
            if let name = siblings["type"]?.scalar,
                let type = ChannelType(rawValue: name.value)
            {
                checkAddress(scalar, type)
            }
        case .reference(let kinds, let bare): checkReference(scalar, kinds, bare: bare, owner: owner)
        case .obligationStage: checkStage(scalar, owner: owner)
        case .builtIn: checkUses(scalar)
        case .ruleName: checkRuleName(scalar)
        default: break
        }
    }

    private func unknownWord(_ scalar: Located<String>, _ words: [String], meant: String? = nil) -> Finding {
        let near =
            Slips.value(scalar.value, among: words) ?? suggestions.nearest(to: meant ?? scalar.value, among: words)
        correct(scalar.span, to: near)
        return UnknownValue.finding(scalar, known: words, nearest: near)
    }

    private func checkDuration(_ scalar: Located<String>) {
        if TimeAmount(notation: scalar.value) == nil {
            let likely = Guess.duration(scalar.value)
            correct(scalar.span, to: likely)
            report(MalformedDuration.finding(scalar, likely: likely))
        }
    }

    /// Ruling: numbers for what rings, an e-mail address for e-mail, a URL for pages, anything for the rest.
    func checkAddress(_ scalar: Located<String>, _ type: ChannelType) {
        let text = scalar.value
        switch type {
        case .sms, .voice, .hotline, .satellite:
            if !Form.isPhone(text) {
                report(
                    MalformedPhone.finding(
                        scalar, likely: Guess.phone(text, ownCode: ownCallingCode).map { "\"\($0)\"" }))
            }
        case .email:
            if !Form.isEmail(text) { report(MalformedAddress.finding(scalar, likely: nil)) }
        case .web, .statusPage, .portal:
            if !Form.isURL(text) { report(MalformedAddress.finding(scalar, likely: Guess.url(text))) }
        default: break
        }
    }

    private func checkRuleName(_ scalar: Located<String>) {
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
    private func checkStage(_ scalar: Located<String>, owner: EntityReference?) {
        let (whole, stage) = splitStage(scalar)
        guard let target = checkReference(whole, [.obligation], bare: .obligation, owner: owner), let stage else {
            return
        }
        let known = stageNames(target.id)
        if !known.isEmpty, !known.contains(stage.value) {
            report(unknownStage(stage, of: target.id, known: known))
        }
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

    /// A text, or one a locale.
    private func checkTexts(_ node: YAMLNode, _ form: ValueForm, key: Located<String>, siblings: [YAMLNode.Entry]) {
        if let scalar = node.scalar {
            if case .fieldValue = form { checkFieldValue(scalar, siblings) }
            return
        }
        guard let entries = node.entries else {
            report(WrongType.finding(node, expected: form, key: key.value))
            return
        }
        for entry in entries {
            if let locale = Locale(checking: entry.key.value) {
                if !planLocales.isEmpty, !planLocales.contains(locale) {
                    report(UnknownValue.finding(locale: entry.key, of: planLocales))
                }
            } else {
                report(MalformedLocale.finding(entry.key, likely: Guess.locale(entry.key.value)))
            }
            guard let scalar = entry.value.scalar else {
                report(WrongType.finding(entry.value, expected: .text, key: entry.key.value))
                continue
            }
            if case .fieldValue = form { checkFieldValue(scalar, siblings) }
        }
    }

    private func checkFieldValue(_ scalar: Located<String>, _ siblings: [YAMLNode.Entry]) {
        guard let type = siblings["type"]?.scalar.flatMap({ FieldType(rawValue: $0.value) }) else { return }
        let text = scalar.value
        switch type {
        case .text: break
        case .number:
            if !Form.isNumber(text) {
                report(WrongType.finding(scalar: scalar, expected: .integer))
            }
        case .date:
            if CalendarDate(iso: text) == nil { report(MalformedDate.finding(scalar, likely: Guess.date(text))) }
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
            if !Form.isPhone(text) {
                report(
                    MalformedPhone.finding(
                        scalar, likely: Guess.phone(text, ownCode: ownCallingCode).map { "\"\($0)\"" }))
            }
        case .url:
            if !Form.isURL(text) { report(MalformedAddress.finding(scalar, likely: Guess.url(text))) }
        case .choice:
            let known = (siblings["choices"]?.list ?? []).flatMap { choice in
                choice.scalar.map { [$0.value] } ?? choice.entries?.compactMap { $0.value.scalar?.value } ?? []
            }
            if !known.isEmpty, !known.contains(text) { report(unknownWord(scalar, known)) }
        }
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
