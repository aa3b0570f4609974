import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension PlanInfo {
    static let declaration = Kind<PlanInfo, PlanInfo>(
        .plan, noun: Phrase("a plan"), name: Phrase("plan"),
        summary: Phrase("the plan itself: title, version, languages, owner"),
        make: { _, nameSpan, span in PlanInfo(version: Located("", nameSpan), nameSpan: nameSpan, span: span) },
        body: .prose(\.body) { $0.body = $1 },
        put: { plan, infos in if let info = infos.first { plan.info = info } },
        all: { ($0.name, $0.info.nameSpan, $0.info.span, $0.info) },
        keys: Keys {
            Key(
                "title", \.title, { $0.title = $1 }, .localizedText, required: true, called: "title",
                summary: "the plan's title",
                example: "Crisis communication plan", told: Phrase("Crisis communication plan", context: "starter"))
            Key(
                "organisation", \.organisation, { $0.organisation = $1 }, .localizedText, required: true,
                called: "organisation",
                summary: "whose plan it is",
                example: "Armor")
            Key(
                "version", \.version, { $0.version = $1 }, .text, required: true, called: "version",
                summary: "the version, as printed",
                example: "1.4")
            Key(
                "locales", \.locales, { $0.locales = $1 }, .list(.locale), required: true,
                called: "languages", summary: "the languages of the plan; the first is the source of the others",
                example: "[fr, en]")
            Key(
                "owner", \.owner, { $0.owner = $1 }, .id(of: .role), required: true, called: "owner",
                summary: "the role that keeps the plan",
                example: "dircom")
            Key(
                "timezone", \.timezone, { $0.timezone = $1 }, .timezone, called: "time zone",
                summary: "the time zone of the organisation",
                example: "Europe/Paris"
            )
            Key.classification(\.classification, { $0.classification = $1 })
            Key.paper(\.paper, { $0.paper = $1 })
            Key(
                "review", \.review, { $0.review = $1 },
                .record(PlanInfo.Review.keys, PlanInfo.Review.init(written:), span: \.span),
                called: "review", saidByParts: true, summary: "how often things are looked at again",
                example: "{every: 6mo, last: 2026-02-10}")
            Key(
                "approved", \.approved, { $0.approved = $1 },
                .record(PlanInfo.Approval.keys, { PlanInfo.Approval(by: nil, on: nil, span: $0) }, span: \.span),
                called: "approval of the plan", saidByParts: true, summary: "who approved the plan, and when",
                example: "{by: direction, on: 2026-02-10}")
            Key(
                "revisions", \.revisions, { $0.revisions = $1 },
                .list(.record(PlanInfo.Revision.keys, { _ in PlanInfo.Revision() })),
                called: "revisions", each: "revision", summary: "what changed from version to version",
                example: "[{version: 1.4, date: 2026-02-10, by: dircom, what: New numbers}]",
                told: Phrase("[{version: 1.4, date: 2026-02-10, by: dircom, what: New numbers}]"))
            Key(
                "levels", \.levels, { $0.levels = $1 },
                .list(.record(PlanInfo.ActivationLevel.keys, { _ in PlanInfo.ActivationLevel() })),
                called: "levels of activation", each: "level", summary: "levels of activation, the lowest first",
                example: "[{name: Watch, when: One service is hit, decides: rssi}]",
                told: Phrase("[{name: Watch, when: One service is hit, decides: rssi}]"))
            Key(
                "holidays", \.holidays, { $0.holidays = $1 }, .list(.date(.open)), called: "public holidays",
                summary: "days that are no business days",
                example: "[2026-12-25]")
            Key(
                "rules", \.rules, { $0.rules = $1 },
                .map(
                    .ruleName, .choice { Severity(rawValue: $0.rawValue)?.phrase ?? Phrase("turned off") },
                    PlanInfo.RuleSetting.init
                ) { ($0.rule, $0.level) },
                called: "weight of rules", summary: "how much each rule matters here",
                example: "{hard-to-read: off}")
            Key(
                "uses", \.uses, { $0.uses = $1 }, .list(.builtIn), called: "built-in duties used",
                summary: "obligations taken from planc's own library",
                example: "[eu-gdpr-33]")
            Key(
                "profiles", \.profiles, { $0.profiles = $1 }, .listOrNone(.choice { $0.phrase }),
                called: "profiles it is judged by",
                summary: "what the plan may not leave out, for whom it is judged; trust when left out, [] for nobody",
                example: "[trust, nis2]")
            Key(
                "subject-to", \.subjectTo, { $0.subjectTo = $1 }, .list(.choice { $0.phrase }),
                called: "laws that apply",
                summary: "what the organisation is subject to",
                example: "nis2-important")
            Key(
                "facts", \.facts, { $0.facts = $1 },
                .map(.factName, .factValue, StatedFact.init) { ($0.name, $0.value) },
                called: "facts", summary: "facts of the organisation, on which duties depend",
                example: "{nis2-essential-or-important: true, dora-entity: false}")
            Key(
                "exclude", \.exclude, { $0.exclude = $1 }, .list(.pathPattern),
                called: "files left out",
                summary:
                    "files left out of the plan, by their paths from its folder; '*', '?' and '**' stand for others",
                example: "[drafts, notes/*.md]")
            Key(
                "defaults", \.defaults, { $0.defaults = $1 },
                .record(PlanInfo.Defaults.keys, PlanInfo.Defaults.init(span:), span: \.span),
                called: "default options",
                summary: "flags of planc that the team always gives; --no-defaults goes without",
                example: "{strict: true, formats: [pdf, html]}")
        })
}

extension PlanInfo.Defaults {
    static let keys = Keys<PlanInfo.Defaults> {
        Key(
            "strict", \.isStrict, { $0.isStrict = $1 }, .boolean, called: "warnings fail too",
            summary: "check: warnings fail too",
            example: "true")
        Key(
            "formats", \.formats, { $0.formats = $1 }, .list(.choice()), called: "formats",
            summary: "build: the formats that documents are written in",
            example: "[pdf, html]")
        Key(
            "large-print", \.isLargePrint, { $0.isLargePrint = $1 }, .boolean, called: "large print",
            summary: "build: large print on every sheet", example: "true")
        Key(
            "copies", \.copies, { $0.copies = $1 }, .boolean, called: "numbered copies",
            summary: "build: a file for each numbered copy, and their register",
            example: "true")
        Key(
            "history", \.history, { $0.history = $1 }, .boolean, called: "history of revisions",
            summary: "build: the history of revisions from git", example: "true")
    }
}

extension PlanInfo.ActivationLevel {
    static let keys = Keys<PlanInfo.ActivationLevel> {
        Key(
            "name", \.name, { $0.name = $1 }, .localizedText, required: true, called: "name",
            summary: "what the level is called",
            example: "Watch", told: Phrase("Watch"))
        Key(
            "when", \.when, { $0.when = $1 }, .sentence, called: "called when", summary: "when it is called",
            example: "One service is hit", told: Phrase("One service is hit"))
        Key(
            "decides", \.decides, { $0.decides = $1 }, .id(of: .role), called: "decided by",
            summary: "the role that decides it",
            example: "direction")
        Key(
            "ends-by", \.endsBy, { $0.endsBy = $1 }, .id(of: .role),
            called: "ended by", summary: "the role that says it is over; whoever decides it when left out",
            example: "direction")
    }
}

extension PlanInfo.Review {
    static let keys = Keys<PlanInfo.Review> {
        Key(
            "every", \.every, { $0.every = $1 }, .rhythm, called: "reviewed every",
            summary: "how often the plan is reviewed",
            example: "6mo")
        Key(
            "last", \.last, { $0.last = $1 }, .confirmation, called: "last review", summary: "the last review",
            example: "{on: 2026-02-10, by: dircom}")
        Key(
            "drills", \.drills, { $0.drills = $1 }, .rhythm, called: "exercises every",
            summary: "how often each scenario is exercised",
            example: "1y")
        Key(
            "contacts", \.contacts, { $0.contacts = $1 }, .rhythm, called: "numbers tried every",
            summary: "how often numbers are tried",
            example: "90d")
    }
}

extension PlanInfo.Revision {
    static let keys = Keys<PlanInfo.Revision> {
        Key(
            "version", \.version, { $0.version = $1 }, .text, called: "version", summary: "the version it made",
            example: "1.4")
        Key(
            "date", \.date, { $0.date = $1 }, .date(.done), called: "date", summary: "the day of the change",
            example: "2026-02-10")
        Key(
            "by", \.by, { $0.by = $1 }, .id(of: .role), called: "changed by", summary: "the role that changed it",
            example: "dircom")
        Key(
            "what", \.what, { $0.what = $1 }, .sentence, called: "change", summary: "what changed",
            example: "New numbers", told: Phrase("New numbers"))
    }
}

extension PlanInfo.Approval {
    static let keys = Keys<PlanInfo.Approval> {
        Key(
            "by", \.by, { $0.by = $1 }, .id(of: .role), called: "approved by", summary: "the role that approved it",
            example: "direction")
        Key(
            "on", \.on, { $0.on = $1 }, .date(.done), called: "approved on", summary: "the day it was approved",
            example: "2026-02-10")
        Key.stamp(\.of, { $0.of = $1 })
    }
}
