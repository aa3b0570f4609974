import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancSource

enum SlowApproval: Rule {
    static let name = "slow-approval"
    static let group = RuleGroup.time
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "an approval that takes longer than the time left to send",
        fr: "une approbation qui prend plus de temps qu’il n’en reste pour envoyer")
    static let why = Phrase(
        en: """
            A text that waits for approval does not exist for those who wait for it. Between the activation and the step there must be room \
            for everybody who has to read it, legal review included. Shorten the chain, or approve the text beforehand.
            """,
        fr: """
            Un texte qui attend une approbation n’existe pas pour ceux qui l’attendent. Entre l’activation et l’étape, il faut la place pour \
            tous ceux qui doivent le lire, relecture juridique comprise. Raccourcissez la chaîne, ou faites approuver le texte d’avance.
            """)
    static let rejects = [
        Example(
            Phrase(
                en: "Two hours to approve, one hour to send", fr: "Deux heures pour approuver, une heure pour envoyer"),
            [
                "messages/readers-closed.md": """
                ---
                kind: message
                title: ⟦"Readers: the library is closed"⟧
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site]
                owner: press
                approver: director
                approve-within: 2h
                ---

                The library is flooded and closed. News at {{ next-time }}, questions: {{ phone }}.
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "Exactly the time there is", fr: "Exactement le temps qu’il y a"),
            [
                "messages/readers-closed.md": """
                ---
                kind: message
                title: "Readers: the library is closed"
                audiences: readers
                scenarios: flood
                phase: during
                channels: [site]
                owner: press
                approver: director
                approve-within: 1h
                ---

                The library is flooded and closed. News at {{ next-time }}, questions: {{ phone }}.
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        // The tightest sending of each message; a message before the crisis has all the time it wants.
        var tightest: [String: (minutes: Int, entry: Int, scenario: Int)] = [:]
        let (messages, scenarios) = (judgement.plan.messages, judgement.scenarios)
        for (place, judged) in scenarios.enumerated() {
            for number in judged.messages {
                guard messages[number].approveWithin != nil else { continue }
                if messages[number].phase.value == .before { continue }
                let id = messages[number].id
                guard let sending = judged.timeline.firstSending(of: id), let minutes = sending.minutes,
                    minutes >= 0, minutes < tightest[id]?.minutes ?? .max
                else { continue }
                tightest[id] = (minutes, sending.entry, place)
            }
        }
        for number in messages.indices {
            guard let approval = messages[number].approveWithin else { continue }
            let needed = approval.value.boundedMinutes
            guard
                tightest[messages[number].id].map({ $0.minutes < needed }) ?? false
                    || messages[number].send.within.map({ $0.value.boundedMinutes < needed }) ?? false
            else { continue }
            let message = messages[number]
            let title = message.quoted
            let time = Phrase.duration(approval.value)
            var labels = [Label(approval.span, Phrase(en: "to approve", fr: "pour approuver"))]
            let left: Phrase
            if let sent = tightest[message.id], sent.minutes < needed {
                left = Phrase.duration(minutes: sent.minutes)
                labels.append(
                    scenarios[sent.scenario].timeline.label(sent.entry) {
                        Phrase(en: "has to leave at \($0.english)", fr: "doit partir à \($0.french)")
                    })
            } else if let within = message.send.within, within.value.boundedMinutes < needed {
                left = Phrase.duration(within.value)
                labels.append(
                    Label(within.span, Phrase(en: "has to leave within this", fr: "doit partir dans ce délai")))
            } else {
                continue
            }
            report(
                finding(
                    at: message.nameSpan,
                    Phrase(
                        en:
                            "approving message \(title.english) takes \(time.english), and there are \(left.english) to send it",
                        fr:
                            "approuver le message \(title.french) prend \(time.french), et il y a \(left.french) pour l’envoyer"
                    ),
                    labels: labels,
                    help: [
                        Phrase(
                            en: "shorten the chain of approval, approve the text beforehand, or send it later",
                            fr:
                                "raccourcissez la chaîne d’approbation, approuvez le texte d’avance, ou envoyez-le plus tard"
                        )
                    ]))
        }
    }
}
