import PlancDiagnostics
import PlancModel

enum MissingElement: Rule {
    static let name = "missing-element"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "what the reader needs to know and the message does not say",
        fr: "ce que le lecteur a besoin de savoir et que le message ne dit pas")
    static let why = Phrase(
        en: """
            Readers of a crisis message ask the same things: what happened, what you do not know yet, what \
            you do, what they can do, when they will hear more and whom to ask. What is missing they make \
            up, or ask the press. What is asked depends on the phase and the audience; an obligation adds \
            what its law asks. A message says it under a heading, through a field or a snippet that covers \
            it, or where a mark says so.
            """,
        fr: """
            Les lecteurs d’un message de crise demandent toujours la même chose : ce qui s’est passé, ce que \
            vous ne savez pas encore, ce que vous faites, ce qu’ils peuvent faire, quand ils en sauront plus \
            et à qui demander. Ce qui manque, ils l’inventent ou le demandent à la presse. Ce qui est \
            attendu dépend de la phase et du public ; une obligation ajoute ce que la loi demande. Un \
            message le dit sous un titre, par un champ ou un extrait qui le couvre, ou là où une marque \
            l’indique.
            """)
    static let rejects = [
        Example(
            Phrase(
                en: "Readers are not told what they can do", fr: "Les lecteurs ne savent pas ce qu’ils peuvent faire"),
            [
                "messages/ready.md": """
                ---
                kind: message
                title: ⟦Where our news will be⟧
                audiences: [readers, staff]
                scenarios: all
                phase: before
                channels: [mail]
                owner: press
                subject: News
                ---

                Your questions: {{ phone }}.
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "A heading and a field tell it", fr: "Un titre et un champ le disent"),
            [
                "messages/ready.md": """
                ---
                kind: message
                title: Where our news will be
                audiences: [readers, staff]
                scenarios: all
                phase: before
                channels: [mail]
                owner: press
                subject: News
                ---

                ## What you can do

                Look at our website. Your questions: {{ phone }}.
                """
            ]),
        Example(
            Phrase(en: "A mark tells it", fr: "Une marque le dit"),
            [
                "messages/ready.md": """
                ---
                kind: message
                title: Where our news will be
                audiences: [readers, staff]
                scenarios: all
                phase: before
                channels: [mail]
                owner: press
                subject: News
                ---

                Look at our website. Your questions: {{ phone }}.

                <!-- planc: covers advice -->
                """
            ]),
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        var reader = ElementReader(plan)
        for message in plan.messages {
            guard let version = message.versions.first, !judgement.mayTellMore(message) else { continue }
            let told = reader.elementsTold(by: message)
            for asked in plan.elementsAsked(of: message) where !asked.isTold(by: told) {
                // A reply without thanks is a cold reply.
                if message.inReplyTo != nil, asked.element == .thanks { continue }
                report(finding(message, asked, version.body.locale, plan))
            }
        }
    }

    private static func finding(_ message: Message, _ asked: AskedElement, _ locale: Locale, _ plan: Plan) -> Finding {
        let element = asked.element
        let (name, missed) = (message.quoted, element.missed)
        var whom = Phrase(verbatim: "")
        if let audience = asked.audience {
            let reader = plan.audiences[audience].quoted
            whom = Phrase(en: " (for \(reader.english))", fr: " (pour \(reader.french))")
        } else if let obligation = asked.obligation {
            let duty = plan.obligations[obligation].quoted
            whom = Phrase(en: " (asked by \(duty.english))", fr: " (demandé par \(duty.french))")
        }
        let sentence = element.sentence(locale)
        return finding(
            at: message.nameSpan,
            Phrase(
                en: "message \(name.english) does not \(missed.english)\(whom.english)",
                fr: "le message \(name.french) ne \(missed.french)\(whom.french)"),
            help: [
                Phrase(
                    en: "a sentence to start from: '\(sentence)'",
                    fr: "une phrase pour commencer : «\u{A0}\(sentence)\u{A0}»"),
                element.howTold,
            ])
    }
}
