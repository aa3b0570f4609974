import PlancDiagnostics
import PlancModel

enum AudienceWithoutAftermath: Rule {
    static let name = "audience-without-aftermath"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "an audience that is never told anything after a crisis",
        fr: "un public à qui l’on ne dit jamais rien après une crise")
    static let why = Phrase(
        en: """
            Whoever was told that something is wrong wants to hear that it is over, what was learned, and what is better now. \
            Silence after the storm is remembered longer than the storm. Authorities are not counted.
            """,
        fr: """
            Qui a appris que quelque chose n’allait pas veut apprendre que c’est fini, ce qu’on en a tiré, et ce qui va mieux. Le \
            silence après la tempête reste plus longtemps en mémoire que la tempête. Les autorités ne comptent pas.
            """)
    static let rejects = [
        Example(
            Phrase(en: "The staff never hear how it ended", fr: "Le personnel n’apprend jamais la fin"),
            [
                "audiences.md": """
                ---
                kind: audiences
                audiences:
                  readers: {title: Readers, type: customers, channels: [mail, text-message, site], inform-within: 4h}
                  ⟦staff⟧: {title: Staff, type: employees, channels: [text-message, mail], inform-within: 1h}
                ---
                """,
                "messages/reopened.md": """
                ---
                kind: message
                title: The library is open again
                audiences: readers
                scenarios: all
                phase: after
                channels: [mail]
                owner: press
                subject: The library is open again
                ---

                The basement is dry and the library is open. Your questions: {{ phone }}.
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "The staff have a message of their own", fr: "Le personnel a son propre message"),
            [
                "messages/reopened.md": """
                ---
                kind: message
                title: The library is open again
                audiences: readers
                scenarios: all
                phase: after
                channels: [mail]
                owner: press
                subject: The library is open again
                ---

                The basement is dry and the library is open. Your questions: {{ phone }}.
                """,
                "messages/thanks.md": """
                ---
                kind: message
                title: Thank you
                audiences: staff
                scenarios: flood
                phase: after
                channels: [mail]
                owner: director
                subject: Thank you
                ---

                Thank you for carrying four thousand books upstairs. Your questions: {{ phone }}.
                """,
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for audience in judgement.audiencesToldNothing(.after) {
            let name = audience.quoted
            report(
                finding(
                    at: audience.nameSpan,
                    Phrase(
                        en: "audience \(name.english) is told nothing after a crisis",
                        fr: "le public \(name.french) n’apprend rien après une crise"),
                    help: [
                        Phrase(
                            en: "write a message with 'phase: after' that tells how it ended and what has changed",
                            fr:
                                "écrivez un message avec « phase: after » qui dit comment cela s’est terminé et ce qui a changé"
                        )
                    ]))
        }
    }
}
