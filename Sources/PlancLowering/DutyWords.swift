import PlancAnalysis
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

    /// How long a term gives.
    func limit(_ term: Due.Term) -> String {
        term.within.map { period($0.value) } ?? term.noNumber.map { noNumber($0.value) } ?? noDelay
    }

    /// What is said of several terms; nil of one.
    func together(_ due: Due) -> String? {
        if due.earliest.count > 1 { return say("the earlier counts") }
        return due.latest.count > 1 ? say("the later counts") : nil
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
}

/// The stages of duties and what is said of their times: with the titles that the plan gives to stages.
extension Edition {
    /// Its title; else what the library calls it, or the words of its name.
    func stage(_ name: String, of obligation: Obligation?) -> String {
        let title = obligation.map { text($0.title(ofStage: name)) } ?? ""
        return title.isEmpty ? words.stageName(name) : unbrokenNumbers(title)
    }

    func stage(of duty: StageStatus) -> String { stage(duty.name, of: plan.obligations[duty.obligation]) }

    /// The duty and its stage: "Notice to the supervisor – first report".
    func title(of duty: StageStatus) -> String {
        title(.obligation, duty.obligation) + " – " + stage(of: duty)
    }

    func terms(of duty: StageStatus) -> [(limit: String, after: String)] {
        terms(duty.due, of: plan.obligations[duty.obligation])
    }

    /// By when something is due: each term with its start, and how they go together.
    func terms(_ due: Due, of obligation: Obligation?) -> [(limit: String, after: String)] {
        if let with = due.with {
            return [(words.say("together with: {stage}", ["stage": stage(with.value, of: obligation)]), "")]
        }
        if let who = due.onRequest {
            return [(words.say("when asked by: {who}", ["who": words.recipient(who.value)]), "")]
        }
        if let other = due.sameAs {
            return [(words.say("as in: {title}", ["title": other.value]), "")]
        }
        let terms = due.terms.map { (limit: words.limit($0), after: after($0, of: obligation)) }
        return terms.isEmpty ? [(words.noDelay, "")] : terms
    }

    /// By when something is due, in one line.
    func dueLine(_ due: Due, of obligation: Obligation?) -> String {
        let line = terms(due, of: obligation).map { $0.after.isEmpty ? $0.limit : $0.limit + " " + $0.after }
            .joined(separator: words.semicolon)
        return line + (words.together(due).map { " (\($0))" } ?? "")
    }

    func waitsFor(_ starts: [ClockStart], of duty: StageStatus) -> String {
        let obligation = plan.obligations[duty.obligation]
        return words.say(
            "waits for: {starts}", ["starts": words.list(starts.map { start($0, of: obligation) })])
    }

    /// What a term is counted from; empty where it does not say.
    private func after(_ term: Due.Term, of obligation: Obligation?) -> String {
        let starts = term.after.map(\.value)
        if starts.isEmpty { return "" }
        if starts.count == 1, let name = stage(sentAt: starts[0]) {
            return words.say("after: {stage}", ["stage": stage(name, of: obligation)])
        }
        return words.say(
            "after: {start}", ["start": words.choice(starts.map { start($0, of: obligation) })])
    }

    private func start(_ start: ClockStart, of obligation: Obligation?) -> String {
        guard let name = stage(sentAt: start) else { return words.start(start) }
        return words.say("sent: {stage}", ["stage": stage(name, of: obligation)])
    }

    /// The stage whose sending starts a clock; nil of any other start, and of one that the library has words for.
    private func stage(sentAt start: ClockStart) -> String? {
        start.isSending && LegalTerms.all.english(.start, start.notation) == nil ? start.subject : nil
    }
}

extension String {
    /// With a capital, as the first word of a label.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension StageStatus {
    /// When it is due; of what the law sets no number for, or whose clock has not started, when it is planned: what is done in the first hour
    /// does not stand below what is due in a month.
    var timeInOrder: Int { deadline ?? planned?.minutes ?? .max }
}

extension [StageStatus] {
    var inOrderOfTime: [StageStatus] {
        enumerated().sorted { ($0.element.timeInOrder, $0.offset) < ($1.element.timeInOrder, $1.offset) }.map(\.element)
    }
}
