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
        case .localizedText, .sentence, .filledText, .fieldValue:
            return readTexts(node, form, key: key, siblings: siblings, owner: owner)
        case .record(let keys): return readRecord(node, keys, key: key, parent: key.span, owner: owner)
        case .dateOrRecord(let keys):
            if let scalar = node.scalar { return readScalar(scalar, .date(.done), siblings: siblings, owner: owner) }
            return readRecord(node, keys, key: key, parent: key.span, owner: owner)
        case .textOrRecord(let keys):
            // A map from locale to text, where no key of the other map stands in it.
            guard let entries = node.entries,
                entries.contains(where: { entry in
                    Locale(checking: entry.key.value) == nil || keys.contains { $0.name == entry.key.value }
                })
            else { return readTexts(node, .sentence, key: key, siblings: siblings, owner: owner) }
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
            if case .text = form, key.value == "in-reply-to" { return readReport(scalar) }
            if key.value == "term", owner?.kind == .vocabulary, !node.isQuoted, scalar.value.contains(", ") {
                report(WrongType.finding(several: scalar))
            }
            return readScalar(scalar, form, siblings: siblings, owner: owner)
        }
    }

    /// The kind of report that a message answers: one that planc knows, or a word of the plan's own.
    private func readReport(_ scalar: Located<String>) -> FormValue? {
        let known = ["report", "phishing", "false-alarm", "tool-help", "clicked", "slow-analysis"]
        if known.contains(scalar.value) { return .word(scalar) }
        guard
            let near = AliasedNames.value(scalar.value, among: known)
                ?? suggestions.nearest(to: scalar.value, among: known)
        else { return .word(scalar) }
        report(UnknownValue.finding(scalar, known: known, nearest: near))
        return meant(near, scalar)
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
        let fields = read(
            entries, keys, besides: [],
            in: Context(
                owner: owner, ownerName: key.value, parent: parent, isCut: facts.cutFiles.contains(parent.file)))
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

    // MARK: Texts

    /// A text, or one per locale.
    private func readTexts(
        _ node: YAMLNode, _ form: ValueForm, key: Located<String>, siblings: [YAMLNode.Entry], owner: EntityReference?
    ) -> FormValue? {
        // One of several to choose from may be called so.
        let isOfChoice = siblings["type"]?.scalar?.value == FieldType.choice.rawValue
        let isChosen = if case .fieldValue = form { isOfChoice } else { key.value == "choices" }
        func checked(_ scalar: Located<String>) -> Located<String> {
            if !isChosen { noteUnfilled(scalar, key: key.value, owner) }
            switch form {
            case .fieldValue: return checkFieldValue(scalar, siblings)
            case .filledText: checkMarks(scalar, isFilled: true, owner: owner)
            default: checkMarks(scalar, isFilled: false, owner: owner)
            }
            return scalar.map(\.trimmedToOneSpaceEach)
        }
        if let scalar = node.scalar {
            if !form.isFieldValue, let languages = languagesInText(scalar.value) {
                mendedCount += 1
                report(WrongType.finding(languages: scalar, better: languages))
            }
            noteLone(scalar, form, key: key.value, owner)
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
        noteLanguages(of: text, entries, key: key.value, owner)
        return .text(text)
    }

    /// `fr: Salariés, en: Employees`, typed in quotes or without its braces: the same as a map; nil for any other text.
    private func languagesInText(_ text: String) -> String? {
        guard planLocales.count > 1, let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
            planLocales.contains(where: { $0.tag.utf8.elementsEqual(text.utf8[..<colon]) })
        else { return nil }
        var starts: [(tag: String, range: Range<String.Index>)] = []
        for locale in planLocales {
            for range in text.ranges(of: "\(locale.tag): ") {
                let before = text[..<range.lowerBound]
                if before.isEmpty || before.hasSuffix(", ") || before.hasSuffix("; ") || before.hasSuffix("\n") {
                    starts.append((locale.tag, range))
                }
            }
        }
        starts.sort { $0.range.lowerBound < $1.range.lowerBound }
        guard starts.count > 1, Set(starts.map(\.tag)).count == starts.count else { return nil }
        let parts = starts.indices.map { number in
            let end = number + 1 < starts.count ? starts[number + 1].range.lowerBound : text.endIndex
            let words = text[starts[number].range.upperBound..<end].trimmingSpaces
            let kept =
                number + 1 < starts.count && (words.hasSuffix(",") || words.hasSuffix(";"))
                ? String(words.dropLast()) : words
            let escaped = kept.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            return "\(starts[number].tag): \"\(escaped)\""
        }
        return "{" + parts.joined(separator: ", ") + "}"
    }

    /// `- Write the batch: on the sheet`, where a text belongs: the colon has made a key of its words.
    func textWithColon(_ node: YAMLNode, _ form: ValueForm) -> Located<String>? {
        guard let entry = node.entries?.first, node.entries?.count == 1, !entry.key.value.contains("{"),
            entry.key.value.contains(" "), let value = entry.value.scalar
        else { return nil }
        let keys: [KeySchema]
        switch form {
        case .localizedText, .sentence, .filledText, .text: keys = []
        case .textOrRecord(let known): keys = known
        default: return nil
        }
        if let word = entry.key.value.split(separator: " ").first, keys.place(of: String(word)) != nil { return nil }
        let whole = Span(node.span.file, Int(entry.key.span.lower), Int(value.span.upper))
        let written = sources.text(whole)
        if written.contains("\n") { return nil }
        mendedCount += 1
        report(WrongType.finding(colonIn: Located(written, whole), key: entry.key))
        return Located(written, whole)
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
                        fault: Form.isPhone(text) ? NumberingPlans.fault(of: text) : nil, ownCode: ownCallingCode))
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

extension ValueForm {
    fileprivate var isFieldValue: Bool { if case .fieldValue = self { true } else { false } }
}

extension Substring {
    /// What a pattern matches at the beginning.
    func prefix(match pattern: Regex<Substring>) -> Substring? { prefixMatch(of: pattern)?.0 }
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
