import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel

enum UnreachableOperator: Rule {
    static let name = "unreachable-operator"
    static let group = RuleGroup.reach
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "a channel that is up in a scenario, and whoever works it cannot be reached",
        fr: "un canal debout dans un scénario, et dont personne de ceux qui s’en occupent ne peut être joint")
    static let why = Phrase(
        en: """
            The channel works, the message is ready, and nobody is there to press the button, so a later channel has to do. Give the \
            operators a way to be reached that stays, or let another role work the channel as well.
            """,
        fr: """
            Le canal marche, le message est prêt, et personne n’est là pour appuyer sur le bouton : il faut se contenter d’un canal \
            suivant. Donnez à ceux qui s’en occupent un moyen d’être joints qui reste, ou confiez le canal à un autre rôle.
            """)
    static let rejects = [
        Example(
            Phrase(en: "The webmaster has a mobile phone only", fr: "La webmestre n’a qu’un mobile"),
            [
                "more-people.md": """
                ---
                kind: people
                people:
                  wendy: {name: Wendy Webb, reach: {mobile: "+44 7700 900009"}, verified: 2026-01-05}
                ---
                """,
                "more-roles.md": """
                ---
                kind: roles
                roles:
                  webmaster: {title: Webmaster, holder: wendy, team: communication}
                ---
                """,
                "channels.md": """
                ---
                kind: channels
                channels:
                  mobile: {title: Mobile phone, type: voice, depends-on: [mobile-network], operated-by: director, limit: 90}
                  home: {title: Home phone, type: voice, depends-on: [landline], operated-by: director, limit: 90}
                  mail: {title: E-mail, type: email, depends-on: [mail-server], operated-by: press, two-way: true}
                  text-message: {title: Text message, type: sms, depends-on: [sms-gateway], operated-by: director, sender: LIBRARY}
                  ⟦site⟧: {title: Website, type: web, depends-on: [website], operated-by: webmaster}
                ---
                """,
                "scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  flood:
                    title: Flood
                    disables: [mobile-network]
                    affects: [readers, staff]
                    activated-by: director
                ---
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "The director can do it from home", fr: "La directrice peut le faire de chez elle"),
            [
                "channels.md": """
                ---
                kind: channels
                channels:
                  mobile: {title: Mobile phone, type: voice, depends-on: [mobile-network], operated-by: director, limit: 90}
                  home: {title: Home phone, type: voice, depends-on: [landline], operated-by: director, limit: 90}
                  mail: {title: E-mail, type: email, depends-on: [mail-server], operated-by: press, two-way: true}
                  text-message: {title: Text message, type: sms, depends-on: [sms-gateway], operated-by: director, sender: LIBRARY}
                  site: {title: Website, type: web, depends-on: [website], operated-by: director}
                ---
                """,
                "scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  flood:
                    title: Flood
                    disables: [mobile-network]
                    affects: [readers, staff]
                    activated-by: director
                ---
                """,
            ])
    ]

    private struct Cause: Hashable {
        var channel: String
        var losses: Losses
    }

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        // With the messages that have to take another way.
        var gathered = Gathered<Cause, [String]>()
        for judged in judgement.scenarios {
            var diverted: [String: [String]] = [:]
            for number in judged.messages where plan.messages[number].phase.value == .during {
                let message = plan.messages[number]
                for route in judged.reach.routes(of: message) where route.channel != nil {
                    for passed in route.passedOver {
                        guard case .nobodyToWorkIt = passed.obstacle else { continue }
                        if diverted[passed.channel]?.last != message.id {
                            diverted[passed.channel, default: []].append(message.id)
                        }
                    }
                }
            }
            for channel in plan.channels {
                guard let messages = diverted[channel.id], let role = channel.operatedBy.flatMap({ plan.roles[$0] })
                else { continue }
                let cause = Cause(channel: channel.id, losses: judged.reach.losses(role: role))
                gathered.add(cause, judged, messages)
            }
        }
        for (cause, faults) in gathered.groups {
            guard let channel = plan.channels[cause.channel], let (judged, messages) = faults.first,
                let reference = channel.operatedBy, let role = plan.roles[reference]
            else { continue }
            let (name, who) = (channel.quoted, role.quoted)
            let scenarios = Phrase.inScenarios(faults.map(\.scenario.scenario))
            let titles = Phrase.list(messages.compactMap { plan.messages[$0] })
            report(
                finding(
                    at: channel.nameSpan,
                    Phrase(
                        en:
                            "channel \(name.english) is up \(scenarios.english), and nobody of \(who.english) can be reached to work it",
                        fr:
                            "le canal \(name.french) est debout \(scenarios.french), et personne de \(who.french) ne peut être joint pour s’en occuper"
                    ),
                    labels: [
                        Label(reference.span, Phrase(en: "works the channel", fr: "s’occupe du canal")),
                        Label(
                            role.nameSpan,
                            Phrase(
                                en: "none of its people can be reached", fr: "aucune de ses personnes n’est joignable")),
                    ] + judged.reach.labels(for: cause.losses, in: judged.scenario),
                    help: [
                        Phrase(
                            en: "these messages take a later channel: \(titles.english)",
                            fr: "ces messages passent par un canal suivant : \(titles.french)"),
                        Phrase(
                            en: "add to the role a person or a way that stays in this scenario",
                            fr: "ajoutez au rôle une personne ou un moyen qui reste dans ce scénario"),
                    ]))
        }
    }
}
