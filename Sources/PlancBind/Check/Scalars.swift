import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// Checks and reads single words, numbers, dates and references.
extension Binder {
    /// The scalar, or what it most likely means; nil, after a finding, for what cannot be understood.
    func readScalar(
        _ scalar: Located<String>, _ form: ValueForm, siblings: [YAMLNode.Entry], owner: EntityReference?
    ) -> FormValue? {
        let text = scalar.value
        switch form {
        case .id, .legalTerm:
            // What it is called elsewhere is its id.
            if !Form.isID(text) {
                report(MalformedID.finding(scalar))
                if let id = Form.id(from: text) { return meant(id, scalar) }
            }
        case .choice(let words, _):
            if !words.contains(text) { return unknownWord(scalar, words).map { .word($0) } }
        case .classification: return readClassification(scalar)
        case .boolean:
            if text != "true", text != "false" {
                let likely = AliasedNames.value(text, among: ["true", "false"])
                report(
                    WrongType.finding(
                        scalar: scalar, expected: form,
                        help: likely.map(Say.didYouMean) ?? Phrase("write 'true' for yes and 'false' for no"),
                        fixes: replacing(scalar, by: likely)))
                return meant(likely, scalar)
            }
        case .integer: return readInteger(scalar)
        case .duration: return readDuration(scalar)
        case .rhythm: return readRhythm(scalar)
        case .deadline: return text == "undue-delay" ? .word(scalar) : readDeadline(scalar)
        case .date(let meaning): return readDate(scalar, meaning)
        case .locale:
            if Locale(checking: text) == nil {
                let likely = Corrections.locale(text)
                report(MalformedLocale.finding(scalar, likely: likely))
                return meant(likely, scalar)
            }
        case .timezone: return readZone(scalar)
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
        case .text:
            noteUnfilled(scalar, key: "", owner)
            checkMarks(scalar, isFilled: false, owner: owner)
            return .word(scalar.map(\.trimmedToOneSpaceEach))
        case .ruleName: checkRuleName(scalar)
        case .pathPattern: checkPattern(scalar)
        default: break
        }
        return .word(scalar)
    }

    private func readZone(_ scalar: Located<String>) -> FormValue? {
        let text = scalar.value
        if TimeZoneNames.contains(text) { return .word(scalar) }
        // `GMT+1` says how far, not where: no zone is near it.
        let isShift = text.contains { "+-−".contains($0) } && !text.contains("/")
        let near = isShift ? nil : nearestZone(to: text)
        report(UnknownValue.finding(timezone: scalar, nearest: near))
        return meant(near, scalar)
    }

    /// The zone of a city that is written wrong: of another city on the same continent its name says nothing.
    private func nearestZone(to text: String) -> String? {
        guard let near = suggestions.nearest(to: text, among: TimeZoneNames.all) else { return nil }
        func city(_ zone: String) -> [Unicode.Scalar] {
            Array((zone.lowercased().split(separator: "/").last ?? "").unicodeScalars)
        }
        let limit = max(1, city(text).count / 4)
        return editDistance(city(text), city(near), atMost: limit) <= limit ? near : nil
    }

    // MARK: What was meant

    /// What most likely is meant stands for what was written, and is no loss.
    func meant(_ likely: String?, _ scalar: Located<String>) -> FormValue? {
        corrected(likely, scalar).map { .word($0) }
    }

    private func corrected(_ likely: String?, _ scalar: Located<String>) -> Located<String>? {
        guard let likely else { return nil }
        mendedCount += 1
        return Located(likely, scalar.span)
    }

    /// The fix that writes what most likely is meant; none where nothing is.
    func replacing(_ scalar: Located<String>, by likely: String?) -> [Fix] {
        likely.map { [Say.replace(scalar.span, by: $0)] } ?? []
    }

    /// Reports a word that is not among those known; gives the one that is meant.
    func unknownWord(_ scalar: Located<String>, _ words: [String], meant: String? = nil) -> Located<String>? {
        let near =
            AliasedNames.value(scalar.value, among: words)
            ?? suggestions.nearest(to: meant ?? scalar.value, among: words)
        report(UnknownValue.finding(scalar, known: words, nearest: near))
        return corrected(near, scalar)
    }

    // MARK: Words and numbers

    private func readClassification(_ scalar: Located<String>) -> FormValue? {
        let text = scalar.value
        if Classification(label: text) != nil { return .word(scalar) }
        return unknownWord(
            scalar, Classification.allCases.map(\.rawValue), meant: text.hasPrefix("TLP") ? text : "TLP:" + text
        ).map { .word($0) }
    }

    /// Thousands may be parted; what is after a point otherwise is a fraction, which nobody meant to lose.
    private func readInteger(_ scalar: Located<String>) -> FormValue? {
        let text = scalar.value
        if let number = Form.integer(text) {
            if number > 0 { return .word(scalar) }
            report(WrongType.finding(nothing: scalar))
            return nil
        }
        let groups = text.split(omittingEmptySubsequences: false) { $0.isWhitespace || "_'.,".contains($0) }
        let isParted = groups.count > 1 && groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
        let likely = isParted && Form.integer(groups.joined()) != nil ? groups.joined() : Corrections.count(text)
        report(
            WrongType.finding(
                scalar: scalar, expected: .integer,
                help: likely.map(Say.didYouMean)
                    ?? Phrase("write it in digits alone, as in '{example}'", ["example": "90"]),
                fixes: replacing(scalar, by: likely)))
        return meant(likely, scalar)
    }

    /// A length of time, or what the law calls "without undue delay": also in other words.
    private func readDeadline(_ scalar: Located<String>) -> FormValue? {
        guard Corrections.isAtOnce(scalar.value) else { return readDuration(scalar) }
        report(MalformedDuration.finding(scalar, likely: "undue-delay"))
        return meant("undue-delay", scalar)
    }

    private func readDuration(_ scalar: Located<String>) -> FormValue? {
        if TimeAmount(notation: scalar.value) != nil { return .word(scalar) }
        var likely =
            Corrections.duration(scalar.value) ?? Corrections.rhythm(scalar.value)
            ?? Corrections.spoken(scalar.value)
        // `every: 6m`: what comes back every six minutes is no review.
        if let minutes = scalar.value.wholeMatch(of: #/([0-9]{1,2})\s?[mM]/#)?.1,
            ["every", "drills", "contacts"].contains(key(before: scalar.span))
        {
            likely = "\(minutes)mo"
        }
        report(
            likely == nil && Corrections.isAtOnce(scalar.value)
                ? MalformedDuration.finding(atOnce: scalar) : MalformedDuration.finding(scalar, likely: likely))
        return meant(likely, scalar)
    }

    /// How often something comes again: of no length is not often.
    private func readRhythm(_ scalar: Located<String>) -> FormValue? {
        guard TimeAmount(notation: scalar.value) == .zero else { return readDuration(scalar) }
        report(MalformedDuration.finding(noRhythm: scalar))
        return nil
    }

    private func readDate(_ scalar: Located<String>, _ meaning: ValueForm.DayMeaning) -> FormValue? {
        guard let day = CalendarDate(iso: scalar.value) else {
            let likely = Corrections.date(scalar.value)
            report(MalformedDate.finding(scalar, likely: likely))
            return meant(likely, scalar)
        }
        if meaning == .done { found.daysDone.append(Located(day, scalar.span)) }
        return .word(scalar)
    }

    /// The key that stands before a value on its line.
    private func key(before span: Span) -> String {
        let bytes = sources[span.file].bytes
        var end = min(Int(span.lower), bytes.count)
        while end > 0, " \"'".utf8.contains(bytes[end - 1]) { end -= 1 }
        guard end > 0, bytes[end - 1] == UInt8(ascii: ":") else { return "" }
        var start = end - 1
        while start > 0, bytes[start - 1] == UInt8(ascii: "-") || (0x61...0x7A).contains(bytes[start - 1]) {
            start -= 1
        }
        return String(decoding: bytes[start..<end - 1], as: UTF8.self)
    }

    // MARK: Addresses, rules and stages

    /// Ruling: numbers for what rings, an e-mail address for e-mail, a URL for pages, anything for the rest.
    func checkAddress(_ scalar: Located<String>, _ type: ChannelType) {
        let text = scalar.value
        switch type {
        case .sms, .voice, .hotline, .satellite:
            if !Form.isWholePhone(text) {
                report(
                    MalformedPhone.finding(
                        scalar, likely: Corrections.phone(text, ownCode: ownCallingCode).map { "\"\($0)\"" },
                        fault: Form.isPhone(text) ? NumberingPlans.fault(of: text) : nil, ownCode: ownCallingCode))
            }
        case .email:
            if !Form.isEmail(text) { report(MalformedAddress.finding(scalar, likely: Corrections.email(text))) }
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
}
