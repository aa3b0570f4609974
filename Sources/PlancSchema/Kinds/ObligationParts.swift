import PlancDiagnostics
import PlancModel
import PlancSource

// The maps of an obligation and its stages, beside their time limits.

extension Obligation.Source {
    static let keys = Keys<Obligation.Source> {
        Key(
            "id", \.id, { $0.id = $1 }, .text, called: "reference",
            summary: "the official identifier, or where the text can be read",
            example: "CELEX:32016R0679")
        Key(
            "eli", \.eli, { $0.eli = $1 }, .text, called: "address of the law", summary: "the address of the law",
            example: "http://data.europa.eu/eli/reg/2016/679/oj"
        )
        Key("at", \.at, { $0.at = $1 }, .text, called: "article", summary: "the article or section", example: "art. 33")
        Key(
            "clock", \.clock, { $0.clock = $1 }, .text, called: "text on the time limits",
            summary: "where the time limits are",
            example: "CELEX:32025R0301 art. 5")
        Key(
            "contents", \.contents, { $0.contents = $1 }, .text, called: "text on the contents",
            summary: "where the contents are",
            example: "CELEX:32025R0301 arts. 1-4")
        Key(
            "threshold", \.threshold, { $0.threshold = $1 }, .text, called: "text on the thresholds",
            summary: "where the thresholds are",
            example: "CELEX:32024R1772 art. 8")
        Key(
            "also", \.also, { $0.also = $1 }, .text, called: "further sources", summary: "what else belongs to it",
            example: "Impl. Reg. (EU) 2024/2690")
        Key(
            "law", \.law, { $0.law = $1 }, .text, called: "law behind it", summary: "the law behind a practice",
            example: "CELEX:32016R0679 art. 33")
    }
}

extension Obligation.Status {
    static let keys = Keys<Obligation.Status> {
        Key(
            "state", \.state, { $0.state = $1 }, .choice { $0.phrase }, required: true, called: "state",
            summary: "where it stands",
            example: "in-force")
        Key(
            "since", \.since, { $0.since = $1 }, .date(.open), called: "in force since",
            summary: "since when it is law",
            example: "2018-05-25")
        Key(
            "from", \.from, { $0.from = $1 }, .date(.open), called: "in force from",
            summary: "the first day on which it will be law",
            example: "2027-03-18")
        Key(
            "amended", \.amended, { $0.amended = $1 }, .date(.open), called: "amended on",
            summary: "when it was last changed",
            example: "2026-06-05")
        Key(
            "by", \.by, { $0.by = $1 }, .list(.id), called: "replaced by", summary: "what takes its place",
            example: "eu-dora-19")
        Key(
            "through", \.through, { $0.through = $1 }, .text, called: "binding through",
            summary: "what it binds through",
            example: "national law")
        Key(
            "kind", \.kind, { $0.kind = $1 }, .text, called: "kind of text", summary: "what it is, where it is no law",
            example: "practice")
        Key(
            "note", \.note, { $0.note = $1 }, .sentence, called: "note", summary: "what who uses it must know",
            example: "Fines since 1 October.")
    }
}

extension Obligation.Reading {
    static let keys = Keys<Obligation.Reading> {
        Key(
            "mark", \.mark, { $0.mark = $1 }, .choice { $0.phrase }, required: true, called: "kind of text",
            summary: "what was read",
            example: "official-text")
        Key(
            "where", \.sources, { $0.sources = $1 }, .list(.text), called: "pages read",
            summary: "the pages that were read",
            example: "[https://legifrance.gouv.fr]")
    }
}

extension Obligation.Late {
    static let keys = Keys<Obligation.Late> {
        Key(
            "give-reasons", \.giveReasons, { $0.giveReasons = $1 }, .boolean, called: "give the reasons",
            summary: "the notice gives the reasons", example: "true")
        Key(
            "tell-before", \.tellBefore, { $0.tellBefore = $1 }, .boolean, called: "announce it beforehand",
            summary: "they are told before the limit", example: "true")
        Key(
            "how", \.how, { $0.how = $1 }, .sentence, called: "how", summary: "how",
            example: "By telephone, with the reasons")
    }
}

extension Obligation.Roll {
    static let keys = Keys<Obligation.Roll> {
        Key(
            "on", \.on, { $0.on = $1 }, .choice(), required: true, called: "moves on",
            summary: "on which days it moves",
            example: "weekend-or-holiday-of-entity-state")
        Key(
            "to", \.to, { $0.to = $1 }, .choice(), required: true, called: "moves to", summary: "where it moves to",
            example: "next working day 12:00")
        Key(
            "not-for", \.notFor, { $0.notFor = $1 }, .list(.factName),
            called: "not for", summary: "who may not use it: used only if the plan says that we are none of them",
            example: "[credit-institution]")
    }
}

extension Obligation.Calendar {
    static let keys = Keys<Obligation.Calendar> {
        Key(
            "closed", \.closed, { $0.closed = $1 }, .choice { $0.phrase }, called: "closed days",
            summary: "whose closed days count; 'plan' for the plan's own holidays",
            example: "US-federal")
        Key(
            "zone", \.zone, { $0.zone = $1 }, .timezone, called: "time zone",
            summary: "the time zone in which days end",
            example: "America/New_York")
        Key(
            "start-on-closed-day", \.startOnClosedDay, { $0.startOnClosedDay = $1 }, .choice(),
            called: "start on a closed day",
            summary: "how a start on a closed day counts",
            example: "next-business-day-counts")
        Key(
            "start-day", \.startDay, { $0.startDay = $1 }, .sentence, called: "day of the start",
            summary: "how the day of the start counts", example: "Not counted")
    }
}

extension Obligation.Channel {
    static let keys = Keys<Obligation.Channel> {
        Key(
            "portal", \.portal, { $0.portal = $1 }, .text, called: "online service", summary: "the online service",
            example: "EDGAR")
        Key(
            "name", \.name, { $0.name = $1 }, .text, called: "name", summary: "what the service is called",
            example: "Gemeinsame Meldestelle")
        Key(
            "mail", \.mail, { $0.mail = $1 }, .text, called: "e-mail address", summary: "the e-mail address",
            example: "incident@authority.example")
        Key(
            "phone", \.phone, { $0.phone = $1 }, .text, called: "telephone", summary: "the telephone number",
            example: "+33 1 70 18 99 00")
        Key(
            "how", \.how, { $0.how = $1 }, .text, called: "how", summary: "how, in words",
            example: "By e-mail or telephone")
        Key(
            "fallback", \.fallback, { $0.fallback = $1 }, .text, called: "if that fails",
            summary: "what to use when that does not work",
            example: "The same form by e-mail")
        Key(
            "public", \.isPublic, { $0.isPublic = $1 }, .boolean, called: "read by the press",
            summary: "whether the press reads it",
            example: "true")
    }
}

extension Obligation.Delay {
    static let keys = Keys<Obligation.Delay> {
        Key(
            "if", \.condition, { $0.condition = $1 }, .factName, required: true, called: "allowed when",
            summary: "the fact that allows it",
            example: "law-enforcement-request")
        Key(
            "up-to", \.upTo, { $0.upTo = $1 }, .list(.period), called: "at most", summary: "for how long",
            example: "[30d, 30d, 60d]")
    }
}

extension Obligation.Instead {
    static let keys = Keys<Obligation.Instead> {
        Key(
            "if", \.condition, { $0.condition = $1 }, .factName, required: true, called: "allowed when",
            summary: "the fact that allows it",
            example: "disproportionate-effort")
        Key(
            "to", \.to, { $0.to = $1 }, .recipient, required: true, called: "recipients", summary: "who is told then",
            example: "public"
        )
        Key(
            "how", \.how, { $0.how = $1 }, .sentence, called: "how", summary: "how",
            example: "A public communication, equally effective")
    }
}
