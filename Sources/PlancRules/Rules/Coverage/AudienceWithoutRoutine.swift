import PlancDiagnostics
import PlancModel

enum AudienceWithoutRoutine: Rule {
    static let name = "audience-without-routine"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "an audience that is never told anything before a crisis",
        fr: "un public à qui l’on ne dit jamais rien avant une crise")
    static let why = Phrase(
        en: """
            Trust is made on quiet days. People who have never heard from you do not know where your news will be, nor whether a \
            message in your name is yours. Tell them, once a year at least, where they will find you. Authorities are not counted.
            """,
        fr: """
            La confiance se gagne les jours calmes. Des gens à qui vous n’avez jamais écrit ne savent pas où seront vos \
            nouvelles, ni si un message à votre nom vient de vous. Dites-leur, une fois l’an au moins, où ils vous trouveront. Les \
            autorités ne comptent pas.
            """)
    static let rejects = [
        Example(
            Phrase(en: "The staff hear of it on the day", fr: "Le personnel l’apprend le jour même"),
            [
                "audiences.md": """
                ---
                kind: audiences
                audiences:
                  readers: {title: Readers, type: customers, channels: [mail, text-message, site], inform-within: 4h}
                  ⟦staff⟧: {title: Staff, type: employees, channels: [text-message, mail], inform-within: 1h}
                ---
                """,
                "messages/ready.md": """
                ---
                kind: message
                title: Where our news will be
                audiences: [readers]
                scenarios: all
                phase: before
                channels: [mail]
                owner: press
                subject: Where to find us if we have to close
                ---

                If the library has to close, look at our website. Your questions: {{ phone }}.
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "A supervisor is told what the law asks", fr: "Une autorité apprend ce que la loi demande"),
            [
                "more-audiences.md": """
                ---
                kind: audiences
                audiences:
                  council: {title: Riverside Council, type: authorities, channels: [mail]}
                ---
                """,
                "more-scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  fire: {title: Fire, affects: [council], activated-by: director}
                ---
                """,
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for audience in judgement.audiencesToldNothing(.before) {
            let name = audience.quoted
            report(
                finding(
                    at: audience.nameSpan,
                    Phrase(
                        en: "audience \(name.english) is told nothing before a crisis",
                        fr: "le public \(name.french) n’apprend rien avant une crise"),
                    help: [
                        Phrase(
                            en:
                                "write a message with 'phase: before' that tells where your news will be and how to know it is yours",
                            fr:
                                "écrivez un message avec « phase: before » qui dit où seront vos nouvelles et comment savoir qu’elles sont de vous"
                        )
                    ]))
        }
    }
}
