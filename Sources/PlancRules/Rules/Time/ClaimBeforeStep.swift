import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancProse
import PlancSource

enum ClaimBeforeStep: Rule {
    static let name = "claim-before-step"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        "a message that says something is done before the step that does it, or without such a step")
    static let why = Phrase(
        """
        "We have informed the authorities", sent at T+1h, is untrue when the checklist informs them at T+12h: a journalist asks them at once. planc \
        knows what has been done from the steps: the messages that they send to authorities, the marks (`#isolate`), the words ("police", "insurer", \
        "incident response"). Say what is true at that hour ("we are informing the authorities"), send the text after the step, or add the step. \
        A claim that somebody has confirmed (`confirmed`) is released. The same holds for customers, staff and families, where a later step \
        tells them.
        """)
    static let rejects = [
        Example(
            Phrase("The council hears of it five hours later"),
            [
                "audiences.md": audiences,
                "checklists/flood.md": checklist("T+6h"),
                "messages/council-notice.md": notice,
                "messages/staff-closed.md": message("⟦We have informed the authorities⟧."),
            ]),
        Example(
            Phrase("Specialists whom no step calls"),
            ["messages/staff-closed.md": message("⟦We have called in specialists⟧.")]),
    ]
    static let accepts = [
        Example(
            Phrase("What is true at that hour"),
            [
                "audiences.md": audiences,
                "checklists/flood.md": checklist("T+6h"),
                "messages/council-notice.md": notice,
                "messages/staff-closed.md": message("We are informing the authorities."),
            ]),
        Example(
            Phrase("The council is told first"),
            [
                "audiences.md": audiences,
                "checklists/flood.md": checklist("T+20min"),
                "messages/council-notice.md": notice,
                "messages/staff-closed.md": message("We have informed the authorities."),
            ]),
    ]

    private static let audiences = ExamplePlan.changing(
        "audiences.md",
        "council: {title: Riverside Council, type: authorities, channels: [mail], reach: {mail: duty@council.example}}")

    private static let notice = """
        ---
        kind: message
        title: Notice to the council
        audiences: council
        scenarios: flood
        phase: during
        channels: [mail]
        owner: director
        ---

        ## Subject

        Riverside Library is flooded

        ## Text

        The river has come into the library.
        """

    private static func checklist(_ hour: String) -> String {
        """
        ---
        kind: checklist
        title: Flood
        scenarios: flood
        phase: during
        ---

        - [ ] T0 @caretaker Switch off the power in the basement
        - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
        - [ ] \(hour) @director Tell the council: [](../messages/council-notice.md)
        """
    }

    private static func message(_ words: String) -> String {
        ExamplePlan.changing(
            "messages/staff-closed.md",
            text: "The library is flooded. \(words) News at {{ next-time }}, questions: {{ phone }}.")
    }

    private struct Fault {
        var sending: Sending
        var minutes: Int
        /// The step that does it later; nil: none does.
        var doing: DeedsOfSteps.Doing?
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        // What a step does may be told by what it leads to.
        if !plan.unread.kinds.isEmpty { return }
        let statements = context.texts.statements
        var claims: [Int: [(place: Int, deed: Deed)]] = [:]
        for (place, statement) in statements.enumerated() {
            guard case .deed(let deed) = statement.meaning else { continue }
            for message in statement.messages where mayBeEarly(plan.messages[message]) {
                claims[message, default: []].append((place, deed))
            }
        }
        if claims.isEmpty { return }
        var steps = DeedsOfSteps(plan)
        var faults = FindingGroups<Int, Fault>()
        for judged in context.scenarios where context.uncertainSteps[judged.scenario.id] == nil {
            let made = judged.messages.filter { claims[$0] != nil }
            if made.isEmpty { continue }
            let done = steps.firsts(in: judged.timeline)
            for number in made {
                guard let sending = judged.timeline.firstSending(of: plan.messages[number].id),
                    let minutes = sending.minutes
                else { continue }
                for (place, deed) in claims[number] ?? [] {
                    let doing = done[deed]
                    if let doing, doing.minutes <= minutes { continue }
                    // Who marks no step says nothing of when it is done.
                    if doing == nil, deed == .isolate || deed.isTold { continue }
                    faults.add(place, judged, Fault(sending: sending, minutes: minutes, doing: doing))
                }
            }
        }
        for (place, faults) in faults.groups { report(finding(statements[place], faults)) }
    }

    private static func mayBeEarly(_ message: Message) -> Bool {
        message.phase.value == .during && message.inReplyTo == nil
    }

    private static func finding(
        _ claim: Statement, _ faults: [(scenario: JudgedScenario, fault: Fault)]
    ) -> Finding {
        let (judged, first) = faults[0]
        let scenarios = faults.filter { ($0.fault.doing == nil) == (first.doing == nil) }.scenarios()
        let place = Phrase.inScenarios(scenarios)
        let said = Phrase.moment(minutes: first.minutes)
        let timeline = judged.timeline
        var labels = [timeline.label(first.sending.entry) { _ in Phrase("said from here on") }]
        let words: Phrase
        if let doing = first.doing {
            words = Phrase(
                "said to be done at {said} {scenarios}, and the step that does it comes at {done}",
                ["said": said, "scenarios": place, "done": Phrase.moment(minutes: doing.minutes)])
            labels.append(timeline.label(doing.entry) { _ in Phrase("done here") })
        } else {
            words = Phrase(
                "said to be done at {said} {scenarios}, and no step does it", ["said": said, "scenarios": place])
        }
        return finding(
            at: claim.span, words, labels: labels,
            help: [
                first.doing == nil
                    ? Phrase("add the step that does it, or remove the claim")
                    : Phrase("say what is true at that hour: 'we are informing …', or send the text after the step"),
                Phrase("once somebody has confirmed it, write who and when under 'confirmed'"),
            ])
    }
}

/// What the steps of a plan do of what texts say has been done; each is read once, however many scenarios it is part of.
private struct DeedsOfSteps {
    struct Doing {
        var entry: Int
        var minutes: Int
    }

    private let plan: Plan
    private var reader: PlanWordReader
    private var known: [Span: Set<Deed>] = [:]

    init(_ plan: Plan) {
        self.plan = plan
        reader = PlanWordReader(plan.sourceLocale)
    }

    /// The first step of a scenario that does each of them.
    mutating func firsts(in timeline: Timeline) -> [Deed: Doing] {
        var found: [Deed: Doing] = [:]
        for (place, entry) in timeline.entries.enumerated() where entry.phase != .before {
            for deed in known[entry.step.span] ?? read(entry) where found[deed] == nil {
                found[deed] = Doing(entry: place, minutes: timeline.hours[place])
            }
            if found.count == Deed.allCases.count { break }
        }
        return found
    }

    private mutating func read(_ entry: PlannedStep) -> Set<Deed> {
        var found = reader.deeds(in: words(of: entry))
        let meanings = Set(entry.step.meanings.map(\.value))
        for deed in Deed.allCases {
            if let meaning = deed.meaning, meanings.contains(meaning) { found.insert(deed) }
        }
        for reference in entry.messages {
            for audience in plan.messages[reference.id]?.audiences ?? [] {
                guard let audience = plan.audiences[audience] else { continue }
                for deed in Deed.allCases where deed.isDone(byTelling: audience) { found.insert(deed) }
                found.formUnion(reader.deeds(in: audience.title.text(plan.sourceLocale)).filter(\.isTold))
            }
        }
        known[entry.step.span] = found
        return found
    }

    /// The words of a step, with what the people are whom it names.
    private func words(of entry: PlannedStep) -> String {
        var words = entry.step.text.plainText
        entry.step.text.forEachDeep { inline in
            guard case .placeholder(let placeholder) = inline.content else { return }
            let parts = placeholder.name.split(separator: ".")
            guard parts.count > 1, parts[0] == "person", let person = plan.people[String(parts[1])] else { return }
            for text in [person.job, person.organisation] { words += ". " + text.text(plan.sourceLocale) }
        }
        for reference in entry.messages {
            if let message = plan.messages[reference.id] { words += ". " + message.title.text(plan.sourceLocale) }
        }
        return words
    }
}
