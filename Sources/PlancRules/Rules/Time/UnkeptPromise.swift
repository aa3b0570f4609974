import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

enum UnkeptPromise: Rule {
    static let name = "unkept-promise"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase("a message that promises the next news, and no step sends any in time")
    static let why = Phrase(
        """
        "Next update at 2 pm" is a promise, and the people who read it look again at 2 pm. On the day the checklists are followed, not the \
        texts: where no step sends anything to these people by then, the promise is broken, and the next one is worth nothing. Give the step a \
        rhythm (`every 4h`), add the step that sends the update, or promise what the plan keeps. A promise without a length counts as kept by \
        whatever reaches the same people within a week; so does what a later step publishes where this message sends them to look.
        """)
    static let rejects = [
        Example(
            Phrase("Every four hours, and nothing for a week"),
            ["messages/staff-closed.md": message("⟦Updates every 4 hours⟧.")]),
        Example(
            Phrase("In French"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [fr]
                owner: director
                ---
                """,
                "messages/staff-closed.md": message("La bibliothèque est fermée. ⟦Prochain point dans 2 heures⟧."),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("The step comes again every four hours"),
            [
                "checklists/flood.md": """
                ---
                kind: checklist
                title: Flood
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @caretaker Switch off the power in the basement
                - [ ] T+30min every 4h @director Tell the staff: [](../messages/staff-closed.md)
                """,
                "messages/staff-closed.md": message("Updates every 4 hours."),
            ])
    ]

    private static func message(_ words: String) -> String {
        """
        ---
        kind: message
        title: "Staff: the library is closed"
        audiences: staff
        scenarios: flood
        phase: during
        channels: [text-message]
        owner: director
        ---

        \(words) {{ phone }}
        """
    }

    /// A promise that says no length is for a week at most.
    private static let longest = 7 * 24 * 60

    private struct Promise: Hashable {
        var message: Int
        var minutes: Int
        var span: Span
    }

    private struct Broken {
        var judged: JudgedScenario
        var sending: Sending
        var audience: Audience
        /// When the next news comes, in minutes from T0.
        var next: Int?
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        let promises = promises(context)
        var broken = FindingGroups<Promise, Broken>()
        for judged in context.scenarios where context.uncertainSteps[judged.scenario.id] == nil {
            let news = NewsOfScenario(judged, plan)
            for number in judged.messages {
                guard let made = promises[number], !made.isEmpty, !context.mayTellMore(plan.messages[number]) else {
                    continue
                }
                for sending in judged.timeline.sendings(of: plan.messages[number].id) {
                    guard let start = sending.minutes else { continue }
                    for reference in plan.messages[number].audiences {
                        guard let audience = plan.audiences[reference] else { continue }
                        let next = news.next(for: audience, after: start, pointedAtBy: number)
                        for promise in made where next.map({ $0 - start > promise.minutes }) ?? true {
                            broken.add(
                                promise, judged,
                                Broken(judged: judged, sending: sending, audience: audience, next: next))
                        }
                    }
                }
            }
        }
        for (promise, faults) in broken.groups { report(finding(promise, faults.map(\.fault), plan)) }
    }

    /// By message: the promises of the next news, each length once.
    private static func promises(_ context: RuleContext) -> [Int: [Promise]] {
        let plan = context.plan
        var promises: [Int: [Promise]] = [:]
        func add(_ message: Int, _ minutes: Int, _ span: Span) {
            let phase = plan.messages[message].phase.value
            if phase == .before || plan.messages[message].inReplyTo != nil { return }
            if promises[message]?.contains(where: { $0.minutes == minutes }) == true { return }
            promises[message, default: []].append(Promise(message: message, minutes: minutes, span: span))
        }
        for statement in context.texts.statements {
            guard case .news(let news) = statement.meaning else { continue }
            for message in statement.messages {
                switch news {
                case .later: add(message, longest, statement.span)
                case .within(let minutes), .every(let minutes): add(message, minutes, statement.span)
                }
            }
        }
        return promises
    }

    private static func finding(_ promise: Promise, _ faults: [Broken], _ plan: Plan) -> Finding {
        let first = faults[0]
        let start = first.sending.minutes ?? 0
        var scenarios: [Scenario] = []
        for fault in faults where !scenarios.contains(where: { $0.id == fault.judged.scenario.id }) {
            scenarios.append(fault.judged.scenario)
        }
        var names: [String] = []
        for fault in faults where !names.contains(fault.audience.id) { names.append(fault.audience.id) }
        let audiences = Phrase.few(names.compactMap { plan.audiences[$0]?.quoted })
        let place = Phrase.inScenarios(scenarios)
        let promised = Phrase.moment(minutes: start + promise.minutes)
        let words: Phrase
        if let next = first.next {
            words = Phrase(
                "the next news for {audiences} {scenarios} is promised by {promised} at the latest, and comes at {next}",
                [
                    "audiences": audiences, "scenarios": place, "promised": promised,
                    "next": Phrase.moment(minutes: next),
                ])
        } else {
            words = Phrase(
                "news is promised to {audiences}, and no later step sends them any {scenarios}",
                ["audiences": audiences, "scenarios": place])
        }
        let isLong = promise.minutes == longest
        return finding(
            at: promise.span, words,
            labels: [first.judged.timeline.label(first.sending.entry) { Phrase("promised at {time}", ["time": $0]) }],
            help: [
                isLong
                    ? Phrase("add the step that sends the next message to them, or give this one a rhythm: 'every 24h'")
                    : Phrase(
                        "give the step that sends it a rhythm: 'every {every}'",
                        ["every": TimeAmount(minutes: promise.minutes).notation]),
                Phrase("or promise only what a step keeps"),
            ])
    }
}

/// Who hears something when, in one scenario.
private struct NewsOfScenario {
    private let judged: JudgedScenario
    private let plan: Plan

    init(_ judged: JudgedScenario, _ plan: Plan) {
        self.judged = judged
        self.plan = plan
    }

    /// When an audience hears something again: by a message to it, or by what is published where a message sends its readers.
    func next(for audience: Audience, after minutes: Int, pointedAtBy message: Int) -> Int? {
        let open = openChannels(of: plan.messages[message])
        var next: Int?
        for sending in judged.timeline.sendings {
            guard let start = sending.minutes, let later = plan.messages[sending.message],
                later.phase.value != .before, later.inReplyTo == nil,
                later.audiences.contains(where: { $0.id == audience.id })
                    || later.channels.contains(where: { open.contains($0.id) })
            else { continue }
            var time = start
            if time <= minutes {
                guard let period = sending.rhythm?.boundedMinutes, period > 0 else { continue }
                time = start + ((minutes - start) / period + 1) * period
            }
            next = min(next ?? time, time)
        }
        return next
    }

    /// The channels of a message on which anybody reads what comes next: its own, and those that its text names.
    private func openChannels(of message: Message) -> Set<String> {
        var named = Set(message.channels.map(\.id))
        message.versions.first?.body.blocks.forEachInline { inline in
            guard case .placeholder(let placeholder) = inline.content else { return }
            let parts = placeholder.name.split(separator: ".")
            if parts.count > 1, parts[0] == "channel" { named.insert(String(parts[1])) }
        }
        return named.filter { plan.channels[$0].map { Self.open.contains($0.type.value) } ?? false }
    }

    private static let open: Set<ChannelType> = [.web, .statusPage, .hotline, .social, .display, .radio]
}
