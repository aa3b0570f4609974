import PlancDiagnostics
import PlancModel

enum MissingSubject: Rule {
    static let name = "missing-subject"
    static let group = RuleGroup.messages
    static let severity = Severity.error
    static let summary = Phrase(
        en: "a message for e-mail without a subject",
        fr: "un message pour l’e-mail sans objet")
    static let why = Phrase(
        en: """
            An e-mail without a subject looks like a fraud, and filters treat it as one. The subject is also \
            all that most people read.
            """,
        fr: """
            Un e-mail sans objet ressemble à une fraude, et les filtres le traitent ainsi. L’objet est aussi \
            tout ce que la plupart des gens lisent.
            """)
    static let rejects = [
        Example(
            Phrase(en: "E-mail without a subject", fr: "E-mail sans objet"),
            [
                "messages/ready.md": """
                ---
                kind: message
                title: ⟦Where our news will be⟧
                audiences: readers
                scenarios: all
                phase: before
                channels: [mail]
                owner: director
                ---

                Look at our website.
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(en: "A subject that says what it is about", fr: "Un objet qui dit de quoi il s’agit"),
            [
                "messages/ready.md": """
                ---
                kind: message
                title: Where our news will be
                audiences: readers
                scenarios: all
                phase: before
                channels: [mail]
                owner: director
                subject: Where to find us if we have to close
                ---

                Look at our website.
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        for number in plan.messages.indices {
            if !plan.messages[number].subject.isEmpty, plan.messages[number].versions.count < 2 { continue }
            let message = plan.messages[number]
            guard let channel = message.channels.first(where: { plan.channels[$0]?.type.value == .email }) else {
                continue
            }
            let (name, through) = (message.quoted, plan.channels[channel]?.quoted ?? Phrase(verbatim: channel.id))
            let label = Label(channel.span, Phrase(en: "goes by e-mail", fr: "part par e-mail"))
            if message.subject.isEmpty {
                if plan.unread.contains(message, ["subject"]) { continue }
                report(
                    finding(
                        at: message.nameSpan,
                        Phrase(
                            en: "message \(name.english) goes out by \(through.english) and has no subject",
                            fr: "le message \(name.french) part par \(through.french) et n’a pas d’objet"),
                        caption: Phrase(en: "add 'subject'", fr: "ajoutez «\u{A0}subject\u{A0}»"), labels: [label],
                        help: [
                            Phrase(
                                en: "add 'subject:' with the fact in at most 60 characters",
                                fr: "ajoutez «\u{A0}subject:\u{A0}» avec le fait, en 60 caractères au plus")
                        ]))
                continue
            }
            for version in message.versions.dropFirst() {
                let locale = version.body.locale
                let isSaid = message.subject.versions.contains {
                    $0.locale == nil || $0.locale?.language == locale.language
                }
                if isSaid { continue }
                report(
                    finding(
                        at: version.nameSpan,
                        Phrase(
                            en: "the '\(locale)' text of \(name.english) has no subject",
                            fr: "le texte «\u{A0}\(locale)\u{A0}» de \(name.french) n’a pas d’objet"),
                        caption: Phrase(en: "add 'subject'", fr: "ajoutez «\u{A0}subject\u{A0}»")))
            }
        }
    }
}
