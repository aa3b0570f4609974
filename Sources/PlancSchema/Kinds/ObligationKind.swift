import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension Obligation {
    static let declaration = Kind<Obligation, Obligation>(
        noun: Phrase("an obligation"), name: Phrase("obligation"),
        summary: Phrase("what law or contract asks to tell, to whom and by when"),
        inRegistry: true,
        standsAlone: true,
        make: { Obligation(id: $0, title: LocalizedText(), nameSpan: $1, span: $2) },
        body: .prose(\.body),
        keys: Keys {
            Key.title(\.title, example: Phrase("Notice to the supervisor"))
            Key(
                "authority", \.authority, .localizedText,
                summary: "who has to be told, in words; needed where a stage does not say it with 'to'",
                example: "CNIL")
            Key(
                "law", \.law, .localizedText, summary: "the law or contract",
                example: "RGPD, article 33")
            Key(
                "audience", \.audience, .id(of: .audience), summary: "the audience that the authority is",
                example: "cnil")
            Key("jurisdiction", \.jurisdiction, .jurisdiction, summary: "whose law it is, or contract", example: "EU")
            Key("sector", \.sector, .text, summary: "the trade that it is for", example: "finance")
            Key("who", \.who, .text, summary: "who owes it", example: "controller")
            Key(
                "when", \.when, .list(.condition), summary: "facts that it needs, all of them; always when left out",
                example: "[personal-data, {not: risk-to-people-unlikely}]")
            Key(
                "unless", \.unless, .list(.condition), summary: "facts of which any one lifts it",
                example: "[data-unintelligible]")
            Key(
                "overlays", \.overlays, .id, summary: "the obligation that it refines: it is used instead",
                example: "eu-gdpr-33")
            Key(
                "stages", \.stages,
                .list(
                    .record(
                        Obligation.Stage.keys, { Obligation.Stage(name: Located("", $0), span: $0) }, span: \.span,
                        isKept: { !$0.name.value.isEmpty })), required: true, summary: "what is due, in order",
                example: "[{name: notification, deadline: 72h, from: awareness}]")
            Key(
                "source", \.source, .shorthand(Obligation.Source.keys, Obligation.Source.init, span: \.span),
                required: true, summary: "where the text can be read, or its identifiers",
                example: "https://eur-lex.europa.eu/eli/reg/2016/679")
            Key(
                "verified", \.verified, .confirmation, summary: "when the text was last read, and by whom",
                example: "{on: 2026-03-01, by: juridique}")
            Key(
                "status", \.status, .shorthand(Obligation.Status.keys, Obligation.Status.init, span: \.span),
                summary: "where it stands: in-force, from a day, proposal, replaced, template", example: "in-force")
            Key(
                "read-from", \.readFrom, .record(Obligation.Reading.keys, Obligation.Reading.init, span: \.span),
                summary: "what was read, and where",
                example: "{mark: official-text, where: [https://legifrance.gouv.fr]}")
            Key("read-on", \.readOn, .date, summary: "the day on which it was read", example: "2026-11-29")
            Key(
                "confidence", \.confidence, .choice(), summary: "how sure the wording is", example: "official-text")
            Key(
                "warning", \.warning, .text, summary: "what is wrong on other pages: for who keeps the entry",
                example: "One page says 24 hours: wrong by the text")
        })
}

extension Obligation.Stage {
    static let keys = Keys<Obligation.Stage> {
        Key(
            "name", \.name, .id, required: true, summary: "what other files call the stage", example: "notification")
        Key("to", \.to, .list(.recipient), summary: "who is told", example: "authority:data-protection")
        Key(
            "also-to", \.alsoTo,
            .list(.record(Obligation.FurtherRecipient.keys, { _ in Obligation.FurtherRecipient() })),
            summary: "who else is told, and when", example: "[{to: public, when: [public-interest]}]")
        Key(
            "when", \.when, .list(.condition), summary: "facts that the stage needs, all of them",
            example: "[incident-ongoing]")
        Key(
            "unless", \.unless, .list(.condition), summary: "facts of which any one lifts it",
            example: "[high-risk-removed]")
        Key(
            "due", \.due, .record(Due.keys, Due.init, span: \.span), summary: "by when it is due",
            example: "{within: 72h, after: awareness:personal-data}")
        Key(
            "cases", \.cases, .list(.record(Obligation.Case.keys, Obligation.Case.init, span: \.span)),
            summary: "variants: the first whose facts hold stands instead of 'due'",
            example: "[{when: [trust-service-provider], due: {within: 24h, after: awareness}}]")
        Key(
            "deadline", \.deadline, .deadline, summary: "the short form of 'due': how long it may take", example: "72h")
        Key(
            "from", \.from, .stageStart, summary: "the short form of 'due': what it is counted from",
            example: "awareness")
        Key(
            "strength", \.strength, .choice(), summary: "how binding it is: a limit when left out",
            example: "where-feasible")
        Key(
            "late", \.late, .shorthand(Obligation.Late.keys, Obligation.Late.init, span: \.span),
            summary: "what to do when it cannot be kept", example: "give-reasons")
        Key("phases", \.phases, .boolean, summary: "whether the notice may come in parts", example: "true")
        Key(
            "roll", \.roll, .record(Obligation.Roll.keys, Obligation.Roll.init, span: \.span),
            summary: "when a limit on a closed day moves on",
            example: "{on: weekend-or-holiday-of-entity-state, to: next working day 12:00}")
        Key(
            "calendar", \.calendar,
            .shorthand(Obligation.Calendar.keys, Obligation.Calendar.init, span: \.span),
            summary: "the closed days and the time zone of who receives it",
            example: "{closed: US-federal, zone: America/New_York}")
        Key(
            "channel", \.channel, .record(Obligation.Channel.keys, Obligation.Channel.init, span: \.span),
            summary: "how it may be sent", example: "{portal: EDGAR, public: true}")
        Key(
            "delay", \.delay, .record(Obligation.Delay.keys, Obligation.Delay.init, span: \.span),
            summary: "a lawful postponement by somebody else", example: "{if: law-enforcement-request}")
        Key(
            "instead", \.instead, .record(Obligation.Instead.keys, Obligation.Instead.init, span: \.span),
            summary: "another way of telling, where the first is too much",
            example: "{if: disproportionate-effort, to: public}")
        Key(
            "contents", \.contents, .list(.contentItem), summary: "what the notice must tell",
            example: "[data, consequences, measures]")
        Key("note", \.note, .localizedText, summary: "what who uses it must know", example: "It may come in parts.")
        Key(
            "guide", \.guide, .localizedText, summary: "a number that a guideline names where the text names none",
            example: "about 3 to 5 days")
        Key(
            "confidence", \.confidence, .choice(), summary: "how sure the wording of this stage is", example: "page")
    }
}

extension Due.Term {
    static let keys = Keys<Due.Term> {
        Key("within", \.within, .period, summary: "how long it may take", example: "72h")
        Key(
            "no-number", \.noNumber, .id, summary: "the words of a law that names no number",
            example: "without-undue-delay")
        Key("after", \.after, .starts, summary: "the event that it is counted from", example: "awareness:personal-data")
    }
}

extension Due {
    static let keys = Keys<Due> {
        Key("within", \.within, .period, summary: "how long it may take", example: "72h")
        Key(
            "no-number", \.noNumber, .id, summary: "the words of a law that names no number",
            example: "without-undue-delay")
        Key("after", \.after, .starts, summary: "the event that it is counted from", example: "awareness:personal-data")
        Key(
            "earliest", \.earliest, .list(.record(Due.Term.keys, Due.Term.init, span: \.span)),
            summary: "terms of which the earliest counts",
            example: "[{within: 4h, after: classification}, {within: 24h, after: awareness}]")
        Key(
            "latest", \.latest, .list(.record(Due.Term.keys, Due.Term.init, span: \.span)),
            summary: "terms of which the latest counts",
            example: "[{within: 1mo, after: resolution}, {within: 72h, after: awareness}]")
        Key("with", \.with, .id, summary: "the stage that it falls due with", example: "individuals")
        Key("on-request", \.onRequest, .recipient, summary: "due when these ask for it", example: "authority:csirt")
        Key("same-as", \.sameAs, .id, summary: "the obligation whose time limits hold", example: "eu-dora-19")
    }
}

extension Obligation.Case {
    static let keys = Keys<Obligation.Case> {
        Key(
            "when", \.when, .list(.condition), required: true, summary: "facts that it needs, all of them",
            example: "[trust-service-provider]")
        Key(
            "due", \.due, .record(Due.keys, Due.init, span: \.span), required: true, summary: "by when it is due then",
            example: "{within: 24h, after: awareness}")
        Key("note", \.note, .localizedText, summary: "what who uses it must know", example: "The cap has lapsed.")
    }
}

extension Obligation.FurtherRecipient {
    static let keys = Keys<Obligation.FurtherRecipient> {
        Key("to", \.to, .recipient, required: true, summary: "who is told", example: "public")
        Key(
            "when", \.when, .list(.condition), summary: "facts that it needs, all of them", example: "[public-interest]"
        )
    }
}
