import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum UnsentMessage: Rule {
    static let name = "unsent-message"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "a message with a deadline that no step sends", fr: "un message avec un délai qu’aucune étape n’envoie")
    static let why = Phrase(
        en: """
            The message is written, approved and translated, and no checklist says who sends it and when. On the day people follow the \
            checklists: it will stay in the drawer. Link to it from a step. A deadline is the message's `send: {within}`, an obligation that \
            it satisfies, or the `inform-within` of an audience that nothing else is sent to.
            """,
        fr: """
            Le message est écrit, approuvé, traduit, et aucune liste ne dit qui l’envoie ni quand. Le jour venu, on suit les listes : il \
            restera dans le tiroir. Faites un lien vers lui depuis une étape. Un délai est le `send: {within}` du message, une obligation \
            qu’il remplit, ou l’`inform-within` d’un public à qui rien d’autre n’est envoyé.
            """)
    static let rejects = [
        Example(
            Phrase(
                en: "The readers have four hours, and no step tells them",
                fr: "Les lecteurs ont quatre heures, et aucune étape ne les prévient"),
            [
                "checklists/flood.md": """
                ---
                kind: checklist
                title: Flood
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @caretaker Switch off the power in the basement
                - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
                """,
                "messages/readers-closed.md": """
                ---
                kind: message
                title: ⟦"Readers: the library is closed"⟧
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site]
                owner: press
                ---

                The library is flooded and closed. News at {{ next-time }}, questions: {{ phone }}.
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase(
                en: "A message without a deadline may wait in the plan",
                fr: "Un message sans délai peut attendre dans le plan"),
            [
                "messages/fines.md": """
                ---
                kind: message
                title: No fines this week
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site]
                owner: press
                ---

                There are no fines this week. News at {{ next-time }}, questions: {{ phone }}.
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let messages = judgement.plan.messages
        var isSent = Set<String>()
        var missed: [String: [JudgedScenario]] = [:]
        for judged in judgement.scenarios {
            for number in judged.messages {
                let id = messages[number].id
                if judged.timeline.firstSending(of: id) != nil {
                    isSent.insert(id)
                    continue
                }
                let message = messages[number]
                if !judgement.mayBeSent(message, in: judged.scenario.id),
                    deadline(of: message, in: judged, judgement.plan) != nil
                {
                    missed[id, default: []].append(judged)
                }
            }
        }
        if missed.isEmpty { return }
        for message in messages {
            // A message for all scenarios has to be sent in one of them; one for named scenarios in each.
            guard let scenarios = missed[message.id], let first = scenarios.first,
                !(message.scenarios.isAll && isSent.contains(message.id)),
                let deadline = deadline(of: message, in: first, judgement.plan)
            else { continue }
            let title = message.quoted
            let place = Phrase.inScenarios(scenarios.map(\.scenario))
            report(
                finding(
                    at: message.nameSpan,
                    Phrase(
                        en: "no step sends message \(title.english) \(place.english)",
                        fr: "aucune étape n’envoie le message \(title.french) \(place.french)"),
                    labels: [deadline],
                    help: [
                        Phrase(
                            en: "link to it from the step that sends it: '[](…/\(message.id).md)'",
                            fr: "faites un lien vers lui depuis l’étape qui l’envoie : « [](…/\(message.id).md) »")
                    ]))
        }
    }

    private static func deadline(of message: Message, in judged: JudgedScenario, _ plan: Plan) -> Label? {
        if let within = message.send.within {
            return Label(within.span, Phrase(en: "it has to leave within this", fr: "il doit partir dans ce délai"))
        }
        for satisfaction in message.satisfies
        where judged.scenario.obligations.contains(where: { $0.id == satisfaction.obligation.id }) {
            // A step that names the obligation meets it without the message.
            let duties = judged.timeline.duties.filter {
                $0.obligation == satisfaction.obligation.id && $0.fulfilment?.message == message.id
            }
            if !duties.isEmpty {
                return Label(
                    satisfaction.obligation.span, Phrase(en: "it has to meet this", fr: "il doit remplir ceci"))
            }
        }
        guard message.phase.value == .during, message.inReplyTo == nil else { return nil }
        for reference in message.audiences {
            guard let audience = plan.audiences[reference], let within = audience.informWithin,
                judged.timeline.clock(of: audience.id)?.first == nil
            else { continue }
            return Label(
                within.span, Phrase(en: "nothing else keeps this promise", fr: "rien d’autre ne tient cette promesse"))
        }
        return nil
    }
}
