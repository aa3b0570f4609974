import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension PlanInfo {
    static let declaration = Kind<PlanInfo, PlanInfo>(
        .plan, noun: Phrase("a plan"), name: Phrase("plan"),
        summary: Phrase("the plan itself: title, version, languages, owner"),
        make: { _, nameSpan, span in PlanInfo(version: Located("", nameSpan), nameSpan: nameSpan, span: span) },
        body: .prose(\.body),
        put: { plan, infos in if let info = infos.first { plan.info = info } },
        all: { ($0.name, $0.info.nameSpan, $0.info.span, $0.info) },
        keys: Keys {
            Key(
                "title", \.title, .localizedText, required: true, summary: "the plan's title",
                example: "Plan de communication de crise")
            Key(
                "organisation", \.organisation, .localizedText, required: true, summary: "whose plan it is",
                example: "Armor")
            Key(
                "version", \.version, .text, required: true, summary: "the version, as printed", example: "1.4")
            Key(
                "locales", \.locales, .list(.locale), required: true,
                summary: "the languages of the plan; the first is the source of the others", example: "[fr, en]")
            Key(
                "owner", \.owner, .id(of: .role), required: true, summary: "the role that keeps the plan",
                example: "dircom")
            Key(
                "timezone", \.timezone, .timezone, summary: "the time zone of the organisation", example: "Europe/Paris"
            )
            Key.classification(\.classification)
            Key.paper(\.paper)
            Key(
                "review", \.review, .record(PlanInfo.Review.keys, PlanInfo.Review.init(written:), span: \.span),
                summary: "how often things are looked at again",
                example: "{every: 6mo, last: 2026-02-10}")
            Key(
                "approved", \.approved,
                .record(PlanInfo.Approval.keys, { PlanInfo.Approval(by: nil, on: nil, span: $0) }, span: \.span),
                summary: "who approved the plan, and when",
                example: "{by: direction, on: 2026-02-10}")
            Key(
                "revisions", \.revisions, .list(.record(PlanInfo.Revision.keys, { _ in PlanInfo.Revision() })),
                summary: "what changed from version to version",
                example: "[{version: 1.4, date: 2026-02-10, by: dircom, what: Nouveaux numéros}]")
            Key(
                "levels", \.levels, .list(.record(PlanInfo.ActivationLevel.keys, { _ in PlanInfo.ActivationLevel() })),
                summary: "levels of activation, the lowest first",
                example: "[{name: Vigilance, when: Un service touché, decides: rssi}]")
            Key(
                "holidays", \.holidays, .list(.date), summary: "days that are no business days",
                example: "[2026-12-25]")
            Key(
                "rules", \.rules, .map(.ruleName, .choice(), PlanInfo.RuleSetting.init) { ($0.rule, $0.level) },
                summary: "how much each rule matters here",
                example: "{hard-to-read: off}")
            Key(
                "uses", \.uses, .list(.builtIn), summary: "obligations taken from planc's own library",
                example: "[eu-gdpr-33]")
            Key(
                "profiles", \.profiles, .listOrNone(.choice()),
                summary: "what the plan may not leave out, for whom it is judged; trust when left out, [] for nobody",
                example: "[trust, nis2]")
            Key(
                "subject-to", \.subjectTo, .list(.choice()), summary: "what the organisation is subject to",
                example: "nis2-important")
            Key(
                "facts", \.facts, .map(.factName, .factValue, StatedFact.init) { ($0.name, $0.value) },
                summary: "facts of the organisation, on which duties depend",
                example: "{nis2-essential-or-important: true, dora-entity: false}")
            Key(
                "exclude", \.exclude, .list(.pathPattern),
                summary:
                    "files left out of the plan, by their paths from its folder; '*', '?' and '**' stand for others",
                example: "[drafts, notes/*.md]")
            Key(
                "defaults", \.defaults,
                .record(PlanInfo.Defaults.keys, PlanInfo.Defaults.init(span:), span: \.span),
                summary: "flags of planc that the team always gives; --no-defaults goes without",
                example: "{strict: true, formats: [pdf, html]}")
        })
}

extension PlanInfo.Defaults {
    static let keys = Keys<PlanInfo.Defaults> {
        Key("strict", \.isStrict, .boolean, summary: "check: warnings fail too", example: "true")
        Key(
            "formats", \.formats, .list(.choice()), summary: "build: the formats that documents are written in",
            example: "[pdf, html]")
        Key("large-print", \.isLargePrint, .boolean, summary: "build: large print on every sheet", example: "true")
        Key(
            "copies", \.copies, .boolean, summary: "build: a file for each numbered copy, and their register",
            example: "true")
        Key(
            "history", \.history, .boolean, summary: "build: the history of revisions from git", example: "true")
    }
}

extension PlanInfo.ActivationLevel {
    static let keys = Keys<PlanInfo.ActivationLevel> {
        Key(
            "name", \.name, .localizedText, required: true, summary: "what the level is called",
            example: "Vigilance")
        Key(
            "when", \.when, .localizedText, summary: "when it is called",
            example: "Un service touché")
        Key(
            "decides", \.decides, .id(of: .role), summary: "the role that decides it",
            example: "direction")
        Key(
            "ends-by", \.endsBy, .id(of: .role),
            summary: "the role that says it is over; whoever decides it when left out", example: "direction")
    }
}

extension PlanInfo.Review {
    static let keys = Keys<PlanInfo.Review> {
        Key(
            "every", \.every, .duration, summary: "how often the plan is reviewed",
            example: "6mo")
        Key(
            "last", \.last, .confirmation, summary: "the last review",
            example: "{on: 2026-02-10, by: dircom}")
        Key(
            "drills", \.drills, .duration, summary: "how often each scenario is exercised", example: "1y")
        Key(
            "contacts", \.contacts, .duration, summary: "how often numbers are tried", example: "90d")
    }
}

extension PlanInfo.Revision {
    static let keys = Keys<PlanInfo.Revision> {
        Key(
            "version", \.version, .text, summary: "the version it made", example: "1.4")
        Key(
            "date", \.date, .date, summary: "the day of the change", example: "2026-02-10")
        Key(
            "by", \.by, .id(of: .role), summary: "the role that changed it", example: "dircom")
        Key(
            "what", \.what, .localizedText, summary: "what changed", example: "Nouveaux numéros")
    }
}

extension PlanInfo.Approval {
    static let keys = Keys<PlanInfo.Approval> {
        Key(
            "by", \.by, .id(of: .role), summary: "the role that approved it",
            example: "direction")
        Key(
            "on", \.on, .date, summary: "the day it was approved", example: "2026-02-10")
        Key.stamp(\.of)
    }
}
