import PlancDiagnostics
import PlancModel

enum UnusedChannel: Rule {
    static let name = "unused-channel"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase(en: "a channel that nothing refers to", fr: "un canal auquel rien ne se réfère")
    static let why = Phrase(
        en: """
            A channel that nobody is told on and no message uses may be the very one that still works on the day: nobody will think of it. \
            Put it to use, or take it out of the plan.
            """,
        fr: """
            Un canal que personne n’écoute et qu’aucun message n’emploie est peut-être justement celui qui marchera encore ce jour-là : \
            personne n’y pensera. Servez-vous-en, ou retirez-le du plan.
            """)
    static let rejects = [
        Example(
            Phrase(en: "A radio that nobody listens to", fr: "Une radio que personne n’écoute"),
            [
                "more-channels.md": """
                ---
                kind: channels
                channels:
                  ⟦river-radio⟧: {title: River Radio, type: radio, operated-by: press}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "The staff listen to it", fr: "Le personnel l’écoute"),
            [
                "more-channels.md": """
                ---
                kind: channels
                channels:
                  river-radio: {title: River Radio, type: radio, operated-by: press}
                ---
                """,
                "audiences.md": """
                ---
                kind: audiences
                audiences:
                  readers: {title: Readers, type: customers, channels: [mail, text-message, site], inform-within: 4h}
                  staff: {title: Staff, type: employees, channels: [text-message, mail, river-radio], inform-within: 1h}
                ---
                """,
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for thing in judgement.unused(judgement.plan.channels) {
            let name = thing.quoted
            report(
                finding(
                    at: thing.nameSpan,
                    Phrase(
                        en: "nothing refers to channel \(name.english)", fr: "rien ne se réfère au canal \(name.french)"
                    ),
                    caption: Phrase(en: "never used", fr: "jamais utilisé"),
                    help: [
                        Phrase(
                            en: "give it to an audience, a person or a message, or take it away",
                            fr: "donnez-le à un public, à une personne ou à un message, ou retirez-le")
                    ]))
        }
    }
}
