import PlancDiagnostics
import PlancModel
import PlancWords

enum ApologyUnreviewed: Rule {
    static let name = "apology-unreviewed"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "an apology that legal has not read, or with an 'if'",
        fr: "des excuses que le juridique n’a pas lues, ou avec un « si »")
    static let why = Phrase(
        en: """
            An apology is worth much to those who suffer, and can be held against you: let legal read it \
            once, now, and name them under 'legal-review'. An apology 'if' somebody was troubled is none.
            """,
        fr: """
            Des excuses comptent beaucoup pour qui subit, et peuvent vous être opposées : faites-les lire \
            une fois, maintenant, par le juridique, et nommez-le sous « legal-review ». S’excuser « si » \
            quelqu’un a été gêné n’est pas s’excuser.
            """)
    static let rejects = [
        Example(
            Phrase(en: "An apology with an if", fr: "Des excuses avec un si"),
            [
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                legal-review: director
                ---

                We ⟦regret if⟧ you were troubled. Questions: {{ phone }}.
                """
            ]),
        Example(
            Phrase(en: "An apology that nobody has reviewed", fr: "Des excuses que personne n’a relues"),
            [
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                ⟦We apologise⟧. Questions: {{ phone }}.
                """
            ]),
        Example(
            Phrase(en: "In French", fr: "En français"),
            [
                "plan.md": """
                ---
                kind: plan
                title: Library continuity plan
                organisation: Riverside Library
                version: 1.0
                locales: [fr]
                owner: director
                ---
                """,
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                ---

                Nous vous présentons ⟦nos excuses⟧. Vos questions : {{ phone }}.
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "Reviewed by legal", fr: "Relu par le juridique"),
            [
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [text-message]
                owner: director
                legal-review: director
                ---

                We apologise. Questions: {{ phone }}.
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        reportWords(
            judgement, .conditionalApology,
            message: { words in
                Phrase(
                    en: "\(words.english) is no apology: it has a condition",
                    fr: "\(words.french) n’est pas une excuse : il y a une condition")
            }, report: report)
        let plan = judgement.plan
        let texts = judgement.texts
        let conditional = texts.words.filter { $0.verdict == .conditionalApology }.map(\.span)
        for (number, span) in texts.apologies {
            let text = texts.written[number]
            // Whoever helps with a report may say sorry without a lawyer.
            guard
                let message = text.messages.lazy.map({ plan.messages[$0] }).first(where: {
                    $0.legalReview == nil && $0.inReplyTo == nil
                }),
                !conditional.contains(where: {
                    $0.file == span.file && $0.lower <= span.upper && span.lower <= $0.upper
                })
            else { continue }
            let name = message.quoted
            report(
                finding(
                    at: span,
                    Phrase(
                        en: "message \(name.english) apologises and names no legal review",
                        fr: "le message \(name.french) présente des excuses et ne nomme pas de relecture juridique"),
                    labels: text.part == .snippet ? [Label(message.nameSpan, Phrase(en: "says it", fr: "le dit"))] : [],
                    help: [
                        Phrase(
                            en: "add 'legal-review' with the role that reads it",
                            fr: "ajoutez «\u{A0}legal-review\u{A0}» avec le rôle qui le relit")
                    ]))
        }
    }

    /// How one apologises, as patterns for the one pass over all texts.
    static func apologies(in language: some StringProtocol) -> [String] {
        switch language {
        case "en": english
        case "fr": french
        default: []
        }
    }

    private static let english = [
        "we (deeply |sincerely |very much )?apologi[sz]e|our (sincere |deepest )?apolog(y|ies)|(we are|we're) (very |truly |deeply |so )?sorry (for|that|about)"
    ]
    private static let french = [
        "(nos|mes) (plus )?(sincères |vives )?excuses|nous (en )?sommes (sincèrement |vraiment |profondément )?désolée?s|(veuillez|nous vous prions de) nous excuser|nous nous excusons"
    ]
}
