import PlancDiagnostics
import PlancModel

enum ChannelWithoutOperator: Rule {
    static let name = "channel-without-operator"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "a channel that nobody is named to work", fr: "un canal que personne n’est désigné pour faire marcher")
    static let why = Phrase(
        en: """
            A channel works when somebody has its password, knows its buttons and can be reached. Where no one is named, the \
            message is ready and nobody can send it. Name the role with `operated-by`, and say with `access` where the credentials are.
            """,
        fr: """
            Un canal marche quand quelqu’un a son mot de passe, connaît ses boutons et peut être joint. Sans personne de désigné, \
            le message est prêt et personne ne peut l’envoyer. Désignez le rôle avec `operated-by`, et dites avec `access` où sont les \
            identifiants.
            """)
    static let rejects = [
        Example(
            Phrase(en: "Who prints the posters?", fr: "Qui imprime les affiches ?"),
            [
                "more-channels.md": """
                ---
                kind: channels
                channels:
                  ⟦posters⟧: {title: Posters at the doors, type: display}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "The caretaker does", fr: "Le gardien"),
            [
                "more-channels.md": """
                ---
                kind: channels
                channels:
                  posters: {title: Posters at the doors, type: display, operated-by: caretaker}
                ---
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for channel in judgement.plan.channels where channel.operatedBy == nil {
            if judgement.plan.unread.contains(channel, ["operated-by"]) { continue }
            let name = channel.quoted
            report(
                finding(
                    at: channel.nameSpan,
                    Phrase(
                        en: "nobody is named to work channel \(name.english)",
                        fr: "personne n’est désigné pour faire marcher le canal \(name.french)"),
                    caption: Phrase(en: "add 'operated-by'", fr: "ajoutez « operated-by »"),
                    help: [
                        Phrase(
                            en: "name the role that can send on it: 'operated-by: role-id'",
                            fr: "nommez le rôle qui peut s’en servir : « operated-by: identifiant »")
                    ]))
        }
    }
}
