import PlancDocument
import PlancLanguages
import PlancModel

// The language of duties in the words of a reader: starts, terms, recipients, facts.

extension Words {
    func start(_ start: ClockStart) -> String { LegalTerms.start(start).text(language) }
    func recipient(_ recipient: Recipient) -> String { LegalTerms.recipient(recipient).text(language) }
    func fact(_ condition: Condition) -> String { LegalTerms.condition(condition).text(language) }
    func item(_ item: ContentItem) -> String {
        if let element = item.element, element.rawValue == item.id { return self.element(element) }
        return LegalTerms.phrase(.item, item.id).text(language)
    }

    /// "72 hours", "60 calendar days, to the end of the last".
    func period(_ period: LegalPeriod) -> String {
        guard let days = period.days, let count = period.dayCount else { return limit(period.amount) }
        switch days {
        case .calendar: return say("{count, plural, one {# calendar day} other {# calendar days}}", ["count": count])
        case .business: return limit(period.amount)
        case .working: return say("{count, plural, one {# working day} other {# working days}}", ["count": count])
        }
    }

    func noNumber(_ id: String) -> String { LegalTerms.phrase(.noNumber, id).text(language) }

    /// What a term is counted from; empty where it does not say.
    func after(_ term: Due.Term) -> String {
        let starts = term.after.map(\.value)
        if starts.isEmpty { return "" }
        if starts.count == 1, let stage = starts[0].isSending ? starts[0].subject : nil {
            return LegalTerms.all.english(.start, starts[0].notation) == nil
                ? afterStage(stageName(stage)) : say("after: {start}", ["start": start(starts[0])])
        }
        return say("after: {start}", ["start": language.list(starts.map(start), .or)])
    }

    /// How long a term gives.
    func limit(_ term: Due.Term) -> String {
        term.within.map { period($0.value) } ?? term.noNumber.map { noNumber($0.value) } ?? noDelay
    }

    /// By when something is due: each term with its start, and how they go together.
    func terms(_ due: Due) -> [(limit: String, after: String)] {
        if let with = due.with { return [(say("together with: {stage}", ["stage": stageName(with.value)]), "")] }
        if let who = due.onRequest { return [(say("when asked by: {who}", ["who": recipient(who.value)]), "")] }
        if let other = due.sameAs {
            return [(say("as in: {title}", ["title": other.value]), "")]
        }
        let terms = due.terms.map { (limit: limit($0), after: after($0)) }
        return terms.isEmpty ? [(noDelay, "")] : terms
    }

    /// What is said of several terms; nil of one.
    func together(_ due: Due) -> String? {
        if due.earliest.count > 1 { return say("the earlier counts") }
        return due.latest.count > 1 ? say("the later counts") : nil
    }

    /// By when something is due, in one line.
    func dueLine(_ due: Due) -> String {
        let line = terms(due).map { $0.after.isEmpty ? $0.limit : $0.limit + " " + $0.after }
            .joined(separator: semicolon)
        return line + (together(due).map { " (\($0))" } ?? "")
    }

    func confidence(_ confidence: Confidence) -> String { confidence.phrase.text(language) }

    func strength(_ strength: Strength) -> String? { strength.phrase?.text(language) }

    var appliesIf: String { say("Applies if") }
    var yes: String { say("yes", context: "box to tick") }
    var no: String { say("no", context: "box to tick") }
    var decidedBy: String { say("decided by") }
    var ifLate: String { say("If it is late") }
    var howSent: String { say("How") }
    var note: String { say("Note") }
    var read: String { say("Read") }

    func assumed(_ at: String) -> String { say("assumed: {at}", ["at": at]) }
    func waitsFor(_ starts: [ClockStart]) -> String {
        say("waits for: {starts}", ["starts": list(starts.map(start))])
    }
}

extension String {
    /// With a capital, as the first word of a label.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
