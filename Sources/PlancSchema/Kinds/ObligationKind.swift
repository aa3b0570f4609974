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
        body: .prose(\.body) { $0.body = $1 },
        keys: Keys {
            Key.title(\.title, { $0.title = $1 }, example: Phrase("Notice to the supervisor"))
            Key(
                "authority", \.authority, { $0.authority = $1 }, .localizedText,
                called: "authority",
                summary: "who has to be told, in words; needed where a stage does not say it with 'to'",
                example: "CNIL")
            Key(
                "law", \.law, { $0.law = $1 }, .localizedText, called: "law or contract",
                summary: "the law or contract",
                example: "RGPD, article 33")
            Key(
                "audience", \.audience, { $0.audience = $1 }, .id(of: .audience), called: "audience of the authority",
                summary: "the audience that the authority is",
                example: "cnil")
            Key(
                "jurisdiction", \.jurisdiction, { $0.jurisdiction = $1 }, .jurisdiction, called: "jurisdiction",
                summary: "whose law it is, or contract", example: "EU")
            Key(
                "sector", \.sector, { $0.sector = $1 }, .text, called: "sector", summary: "the trade that it is for",
                example: "finance")
            Key(
                "who", \.who, { $0.who = $1 }, .text, called: "who owes it", summary: "who owes it",
                example: "controller")
            Key(
                "when", \.when, { $0.when = $1 }, .list(.condition), called: "applies when",
                summary: "facts that it needs, all of them; always when left out",
                example: "[personal-data, {not: risk-to-people-unlikely}]")
            Key(
                "unless", \.unless, { $0.unless = $1 }, .list(.condition), called: "lifted when",
                summary: "facts of which any one lifts it",
                example: "[data-unintelligible]")
            Key(
                "overlays", \.overlays, { $0.overlays = $1 }, .id, called: "replaces the general duty",
                summary: "the obligation that it refines: it is used instead",
                example: "eu-gdpr-33")
            Key(
                "stages", \.stages, { $0.stages = $1 },
                .list(
                    .record(
                        Obligation.Stage.keys, { Obligation.Stage(name: Located("", $0), span: $0) }, span: \.span,
                        isKept: { !$0.name.value.isEmpty })), required: true, called: "stages", each: "stage",
                summary: "what is due, in order",
                example: "[{name: notification, deadline: 72h, from: awareness}]")
            Key(
                "source", \.source, { $0.source = $1 },
                .shorthand(Obligation.Source.keys, Obligation.Source.init, span: \.span),
                required: true, called: "source", summary: "where the text can be read, or its identifiers",
                example: "https://eur-lex.europa.eu/eli/reg/2016/679")
            Key(
                "verified", \.verified, { $0.verified = $1 }, .confirmation, called: "last read",
                summary: "when the text was last read, and by whom",
                example: "{on: 2026-03-01, by: juridique}")
            Key(
                "status", \.status, { $0.status = $1 },
                .shorthand(Obligation.Status.keys, Obligation.Status.init, span: \.span),
                called: "legal status", summary: "where it stands: in-force, from a day, proposal, replaced, template",
                example: "in-force")
            Key(
                "read-from", \.readFrom, { $0.readFrom = $1 },
                .record(Obligation.Reading.keys, Obligation.Reading.init, span: \.span),
                called: "texts read", summary: "what was read, and where",
                example: "{mark: official-text, where: [https://legifrance.gouv.fr]}")
            Key(
                "read-on", \.readOn, { $0.readOn = $1 }, .date(.done), called: "read on",
                summary: "the day on which it was read",
                example: "2026-11-29")
            Key(
                "confidence", \.confidence, { $0.confidence = $1 }, .choice { $0.phrase },
                called: "certainty of the wording",
                summary: "how sure the wording is", example: "official-text")
            Key(
                "warning", \.warning, { $0.warning = $1 }, .text, called: "caution for editors",
                summary: "what is wrong on other pages: for who keeps the entry",
                example: "One page says 24 hours: wrong by the text")
        })
}

extension Obligation.Stage {
    static let keys = Keys<Obligation.Stage> {
        Key(
            "name", \.name, { $0.name = $1 }, .legalTerm(.stage), required: true, called: "name",
            summary: "what other files call the stage",
            example: "notification")
        Key(
            "title", \.title, { $0.title = $1 }, .localizedText, called: "title", summary: "what people call it",
            example: "First notice")
        Key(
            "to", \.to, { $0.to = $1 }, .list(.recipient), called: "recipients", summary: "who is told",
            example: "authority:data-protection")
        Key(
            "also-to", \.alsoTo, { $0.alsoTo = $1 },
            .list(.record(Obligation.FurtherRecipient.keys, { _ in Obligation.FurtherRecipient() })),
            called: "further recipients", each: "further recipient", summary: "who else is told, and when",
            example: "[{to: public, when: [public-interest]}]")
        Key(
            "when", \.when, { $0.when = $1 }, .list(.condition), called: "applies when",
            summary: "facts that the stage needs, all of them",
            example: "[incident-ongoing]")
        Key(
            "unless", \.unless, { $0.unless = $1 }, .list(.condition), called: "lifted when",
            summary: "facts of which any one lifts it",
            example: "[high-risk-removed]")
        Key(
            "due", \.due, { $0.due = $1 }, .record(Due.keys, Due.init, span: \.span), called: "when it is due",
            saidByParts: true,
            summary: "by when it is due",
            example: "{within: 72h, after: awareness:personal-data}")
        Key(
            "cases", \.cases, { $0.cases = $1 },
            .list(.record(Obligation.Case.keys, Obligation.Case.init, span: \.span)),
            called: "special cases", each: "special case",
            summary: "variants: the first whose facts hold stands instead of 'due'",
            example: "[{when: [trust-service-provider], due: {within: 24h, after: awareness}}]")
        Key(
            "deadline", \.deadline, { $0.deadline = $1 }, .deadline, called: "time limit",
            summary: "the short form of 'due': how long it may take", example: "72h")
        Key(
            "from", \.from, { $0.from = $1 }, .stageStart, called: "counted from",
            summary: "the short form of 'due': what it is counted from",
            example: "awareness")
        Key(
            "strength", \.strength, { $0.strength = $1 }, .choice { $0.phrase }, called: "binding force",
            summary: "how binding it is: a limit when left out",
            example: "where-feasible")
        Key(
            "late", \.late, { $0.late = $1 }, .shorthand(Obligation.Late.keys, Obligation.Late.init, span: \.span),
            called: "if it is late", summary: "what to do when it cannot be kept", example: "give-reasons")
        Key(
            "phases", \.phases, { $0.phases = $1 }, .boolean, called: "notice in parts",
            summary: "whether the notice may come in parts",
            example: "true")
        Key(
            "roll", \.roll, { $0.roll = $1 }, .record(Obligation.Roll.keys, Obligation.Roll.init, span: \.span),
            called: "limit on a closed day", summary: "when a limit on a closed day moves on",
            example: "{on: weekend-or-holiday-of-entity-state, to: next working day 12:00}")
        Key(
            "calendar", \.calendar, { $0.calendar = $1 },
            .shorthand(Obligation.Calendar.keys, Obligation.Calendar.init, span: \.span),
            called: "calendar of the recipient", summary: "the closed days and the time zone of who receives it",
            example: "{closed: US-federal, zone: America/New_York}")
        Key(
            "channel", \.channel, { $0.channel = $1 },
            .record(Obligation.Channel.keys, Obligation.Channel.init, span: \.span),
            called: "way to notify", summary: "how it may be sent", example: "{portal: EDGAR, public: true}")
        Key(
            "delay", \.delay, { $0.delay = $1 }, .record(Obligation.Delay.keys, Obligation.Delay.init, span: \.span),
            called: "lawful postponement", summary: "a lawful postponement by somebody else",
            example: "{if: law-enforcement-request}")
        Key(
            "instead", \.instead, { $0.instead = $1 },
            .record(Obligation.Instead.keys, Obligation.Instead.init, span: \.span),
            called: "alternative notice", summary: "another way of telling, where the first is too much",
            example: "{if: disproportionate-effort, to: public}")
        Key(
            "contents", \.contents, { $0.contents = $1 }, .list(.contentItem), called: "contents of the notice",
            summary: "what the notice must tell",
            example: "[data, consequences, measures]")
        Key(
            "note", \.note, { $0.note = $1 }, .sentence, called: "note", summary: "what who uses it must know",
            example: "It may come in parts.")
        Key(
            "guide", \.guide, { $0.guide = $1 }, .sentence, called: "guideline",
            summary: "a number that a guideline names where the text names none",
            example: "about 3 to 5 days")
        Key(
            "confidence", \.confidence, { $0.confidence = $1 }, .choice { $0.phrase },
            called: "certainty of the wording",
            summary: "how sure the wording of this stage is", example: "page")
    }
}

extension Due.Term {
    static let keys = Keys<Due.Term> {
        Key(
            "within", \.within, { $0.within = $1 }, .period, called: "time limit", summary: "how long it may take",
            example: "72h")
        Key(
            "no-number", \.noNumber, { $0.noNumber = $1 }, .legalTerm(.noNumber), called: "time limit in words",
            summary: "the words of a law that names no number",
            example: "without-undue-delay")
        Key(
            "after", \.after, { $0.after = $1 }, .starts, called: "counted from",
            summary: "the event that it is counted from",
            example: "awareness:personal-data")
    }
}

extension Due {
    static let keys = Keys<Due> {
        Key(
            "within", \.within, { $0.within = $1 }, .period, called: "time limit", summary: "how long it may take",
            example: "72h")
        Key(
            "no-number", \.noNumber, { $0.noNumber = $1 }, .legalTerm(.noNumber), called: "time limit in words",
            summary: "the words of a law that names no number",
            example: "without-undue-delay")
        Key(
            "after", \.after, { $0.after = $1 }, .starts, called: "counted from",
            summary: "the event that it is counted from",
            example: "awareness:personal-data")
        Key(
            "earliest", \.earliest, { $0.earliest = $1 }, .list(.record(Due.Term.keys, Due.Term.init, span: \.span)),
            called: "earliest of", each: "limit (the earliest counts)", summary: "terms of which the earliest counts",
            example: "[{within: 4h, after: classification}, {within: 24h, after: awareness}]")
        Key(
            "latest", \.latest, { $0.latest = $1 }, .list(.record(Due.Term.keys, Due.Term.init, span: \.span)),
            called: "latest of", each: "limit (the latest counts)", summary: "terms of which the latest counts",
            example: "[{within: 1mo, after: resolution}, {within: 72h, after: awareness}]")
        Key(
            "with", \.with, { $0.with = $1 }, .legalTerm(.stage), called: "due with the stage",
            summary: "the stage that it falls due with",
            example: "individuals")
        Key(
            "on-request", \.onRequest, { $0.onRequest = $1 }, .recipient, called: "due at the request of",
            summary: "due when these ask for it", example: "authority:csirt")
        Key(
            "same-as", \.sameAs, { $0.sameAs = $1 }, .id, called: "time limits of",
            summary: "the obligation whose time limits hold",
            example: "eu-dora-19")
    }
}

extension Obligation.Case {
    static let keys = Keys<Obligation.Case> {
        Key(
            "when", \.when, { $0.when = $1 }, .list(.condition), required: true, called: "applies when",
            summary: "facts that it needs, all of them",
            example: "[trust-service-provider]")
        Key(
            "due", \.due, { $0.due = $1 }, .record(Due.keys, Due.init, span: \.span), required: true,
            called: "when it is due", saidByParts: true,
            summary: "by when it is due then",
            example: "{within: 24h, after: awareness}")
        Key(
            "note", \.note, { $0.note = $1 }, .sentence, called: "note", summary: "what who uses it must know",
            example: "The cap has lapsed.")
    }
}

extension Obligation.FurtherRecipient {
    static let keys = Keys<Obligation.FurtherRecipient> {
        Key(
            "to", \.to, { $0.to = $1 }, .recipient, required: true, called: "recipients", summary: "who is told",
            example: "public")
        Key(
            "when", \.when, { $0.when = $1 }, .list(.condition), called: "applies when",
            summary: "facts that it needs, all of them",
            example: "[public-interest]"
        )
    }
}
