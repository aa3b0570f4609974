import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancProse
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
                "plan.md": ExamplePlan.changing("plan.md", "locales: [fr]"),
                "messages/staff-closed.md": message("La bibliothèque est fermée. ⟦Prochain point dans 2 heures⟧."),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("The step comes again every four hours"),
            [
                "checklists/flood.md": ExamplePlan.changing(
                    "checklists/flood.md",
                    text: """
                        - [ ] T0 @caretaker Switch off the power in the basement
                        - [ ] T+30min every 4h @director Tell the staff: [](../messages/staff-closed.md)
                        """),
                "messages/staff-closed.md": message("Updates every 4 hours."),
            ])
    ]

    private static func message(_ words: String) -> String {
        ExamplePlan.changing("messages/staff-closed.md", text: "\(words) {{ phone }}")
    }

    /// A promise that says no length is for a week at most.
    private static let longest = 7 * 24 * 60

    private struct Promise: Hashable {
        var message: Int
        var minutes: Int
        var span: Span
    }

    private struct Broken {
        var sending: Sending
        var audience: Audience
        /// When the next news comes, in minutes from T0.
        var next: Int?
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if context.mayHaveOtherSendings { return }
        let promises = promises(context)
        if promises.isEmpty { return }
        var broken = FindingGroups<Promise, Broken>()
        for judged in context.scenarios where context.uncertainSteps[judged.scenario.id] == nil {
            let made = judged.messages.compactMap { number in promises[number].map { (number, $0) } }
            if made.isEmpty { continue }
            let news = NewsOfScenario(judged.timeline, plan)
            for (number, promises) in made where !context.mayTellMore(plan.messages[number]) {
                let message = plan.messages[number]
                let open = news.openChannels(of: message)
                for sending in judged.timeline.sendings(of: message.id) {
                    guard let start = sending.minutes else { continue }
                    for audience in message.audiences.compactMap({ plan.audiences[$0] }) {
                        let next = news.next(for: audience, on: open, after: start)
                        for promise in promises where next.map({ $0 - start > promise.minutes }) ?? true {
                            broken.add(promise, judged, Broken(sending: sending, audience: audience, next: next))
                        }
                    }
                }
            }
        }
        for (promise, faults) in broken.groups { report(finding(promise, faults, plan)) }
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

    private static func finding(
        _ promise: Promise, _ faults: [(scenario: JudgedScenario, fault: Broken)], _ plan: Plan
    ) -> Finding {
        let (judged, first) = faults[0]
        let start = first.sending.minutes ?? 0
        var named: Set<String> = []
        let audiences = Phrase.few(
            faults.map(\.fault.audience).filter { named.insert($0.id).inserted }.map(\.quoted))
        let place = Phrase.inScenarios(faults.scenarios())
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
            labels: [judged.timeline.label(first.sending.entry) { Phrase("promised at {time}", ["time": $0]) }],
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
