import PlancDiagnostics
import PlancModel

enum AudienceWithoutMessage: Rule {
    static let name = "audience-without-message"
    static let group = RuleGroup.coverage
    static let severity = Severity.error
    static let summary = Phrase(
        en: "an audience that a scenario affects and that is told nothing in it",
        fr: "un public qu’un scénario touche et à qui l’on ne dit rien")
    static let why = Phrase(
        en: """
            People who are affected and hear nothing from you hear it from somebody else, or do what is dangerous because \
            nobody told them not to. Write them a message for this scenario.
            """,
        fr: """
            Les gens touchés qui n’apprennent rien de vous l’apprennent par d’autres, ou font ce qui est dangereux parce que \
            personne ne leur a dit de ne pas le faire. Écrivez-leur un message pour ce scénario.
            """)
    static let rejects = [
        Example(
            Phrase(
                en: "The donors are affected and told nothing", fr: "Les donateurs sont touchés et n’apprennent rien"),
            [
                "more-audiences.md": """
                ---
                kind: audiences
                audiences:
                  donors: {title: Donors, type: partners, channels: [mail, site]}
                ---
                """,
                "scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  flood:
                    title: Flood
                    disables: [mail-server]
                    affects: [readers, ⟦donors⟧, staff]
                    activated-by: director
                ---
                """,
            ])
    ]
    static let accepts = [
        Example(
            Phrase(
                en: "The readers' message is for the donors too",
                fr: "Le message des lecteurs vaut aussi pour les donateurs"),
            [
                "more-audiences.md": """
                ---
                kind: audiences
                audiences:
                  donors: {title: Donors, type: partners, channels: [mail, site]}
                ---
                """,
                "scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  flood:
                    title: Flood
                    disables: [mail-server]
                    affects: [readers, donors, staff]
                    activated-by: director
                ---
                """,
                "messages/donors.md": """
                ---
                kind: message
                title: "Donors: the library is closed"
                audiences: donors
                scenarios: flood
                phase: during
                channels: [site]
                owner: press
                ---

                The library is flooded. Nothing you gave is lost. News at {{ next-time }}, questions: {{ phone }}.
                """,
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let messages = judgement.plan.messages
        for judged in judgement.scenarios {
            var told = Set<String>()
            for number in judged.messages where messages[number].phase.value == .during {
                for audience in messages[number].audiences { told.insert(audience.id) }
            }
            for reference in judged.scenario.affects where !told.contains(reference.id) {
                guard let audience = judgement.plan.audiences[reference],
                    !judgement.mayBeTold(audience.id, in: judged.scenario.id, .during)
                else { continue }
                let (who, scenario) = (audience.quoted, judged.scenario.quoted)
                report(
                    finding(
                        at: reference.span,
                        Phrase(
                            en: "audience \(who.english) is affected in \(scenario.english) and told nothing",
                            fr: "le public \(who.french) est touché dans \(scenario.french) et n’apprend rien"),
                        caption: Phrase(en: "no message", fr: "aucun message"),
                        labels: [
                            Label(audience.nameSpan, Phrase(en: "waits for news", fr: "attend des nouvelles"))
                        ],
                        help: [
                            Phrase(
                                en:
                                    "write a message with 'audiences: [\(audience.id)]', 'scenarios: [\(judged.scenario.id)]' and 'phase: during'",
                                fr:
                                    "écrivez un message avec « audiences: [\(audience.id)] », « scenarios: [\(judged.scenario.id)] » et « phase: during »"
                            )
                        ]))
            }
        }
    }
}
