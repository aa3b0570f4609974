import PlancMarkup
import PlancModel

/// Keys of the plan itself, of what is printed, of drills and of words.
extension Schema {
    static let paperKey = KeySchema(
        "paper", .choice(Paper.allCases.map(\.rawValue)), summary: "the paper it is printed on", example: "A4")
    static let classificationKey = KeySchema(
        "classification", .classification, summary: "who may see it (TLP 2.0)",
        example: "TLP:AMBER")

    static let planKeys: [KeySchema] = [
        KeySchema(
            "title", .localizedText, required: true, summary: "the plan's title",
            example: "Plan de communication de crise"),
        KeySchema(
            "organisation", .localizedText, required: true, summary: "whose plan it is",
            example: "Armor"),
        KeySchema(
            "version", .text, required: true, summary: "the version, as printed",
            example: "1.4"),
        KeySchema(
            "locales", .list(.locale), required: true,
            summary: "the languages of the plan; the first is the source of the others", example: "[fr, en]"),
        KeySchema(
            "owner", .id(of: .role), required: true, summary: "the role that keeps the plan", example: "dircom"),
        KeySchema(
            "timezone", .text, summary: "the time zone of the organisation",
            example: "Europe/Paris"),
        classificationKey, paperKey,
        KeySchema(
            "review",
            .record([
                KeySchema(
                    "every", .duration, summary: "how often the plan is reviewed",
                    example: "6mo"),
                KeySchema(
                    "last", confirmation, summary: "the last review",
                    example: "{on: 2026-02-10, by: dircom}"),
                KeySchema(
                    "drills", .duration, summary: "how often each scenario is exercised", example: "1y"),
                KeySchema(
                    "contacts", .duration, summary: "how often numbers are tried",
                    example: "90d"),
            ]),
            summary: "how often things are looked at again",
            example: "{every: 6mo, last: 2026-02-10}"),
        KeySchema(
            "approved",
            .record([
                KeySchema(
                    "by", .id(of: .role), summary: "the role that approved it",
                    example: "direction"),
                KeySchema(
                    "on", .date, summary: "the day it was approved", example: "2026-02-10"),
                stampKey,
            ]),
            summary: "who approved the plan, and when",
            example: "{by: direction, on: 2026-02-10}"),
        KeySchema(
            "revisions",
            .list(
                .record([
                    KeySchema("version", .text, summary: "the version it made", example: "1.4"),
                    KeySchema(
                        "date", .date, summary: "the day of the change", example: "2026-02-10"),
                    KeySchema(
                        "by", .id(of: .role), summary: "the role that changed it",
                        example: "dircom"),
                    KeySchema(
                        "what", .localizedText, summary: "what changed", example: "Nouveaux numéros"),
                ])),
            summary: "what changed from version to version",
            example: "[{version: 1.4, date: 2026-02-10, by: dircom, what: Nouveaux numéros}]"),
        KeySchema(
            "levels",
            .list(
                .record([
                    KeySchema(
                        "name", .localizedText, required: true, summary: "what the level is called",
                        example: "Vigilance"),
                    KeySchema(
                        "when", .localizedText, summary: "when it is called",
                        example: "Un service touché"),
                    KeySchema(
                        "decides", .id(of: .role), summary: "the role that decides it",
                        example: "direction"),
                ])),
            summary: "levels of activation, the lowest first",
            example: "[{name: Vigilance, when: Un service touché, decides: rssi}]"),
        KeySchema(
            "holidays", .list(.date), summary: "days that are no business days",
            example: "[2026-12-25]"),
        KeySchema(
            "rules", .map(key: .ruleName, value: .choice(PlanInfo.RuleSetting.Level.allCases.map(\.rawValue))),
            summary: "how much each rule matters here",
            example: "{hard-to-read: off}"),
        KeySchema(
            "uses", .list(.builtIn), summary: "obligations taken from planc's own library",
            example: "[eu-gdpr-33]"),
    ]

    static let packKeys: [KeySchema] = [
        titleKey,
        KeySchema(
            "for", .list(.reference([.role, .audience], bare: nil)), required: true,
            summary: "the roles or audiences it is made for", example: "[role:dircom]"),
        KeySchema(
            "include", .list(.choice(PackSection.allCases.map(\.rawValue))), required: true,
            summary: "what it holds, in order", example: "[cover, contacts, checklists]"),
        KeySchema(
            "scenarios", .list(.id(of: .scenario)), summary: "the scenarios it is about; all when left out",
            example: "[rancongiciel]"),
        KeySchema(
            "locales", .list(.locale), summary: "its languages; the plan's when left out", example: "[fr]"),
        paperKey,
        KeySchema(
            "large-print", .boolean, summary: "printed in large type", example: "true"),
        classificationKey,
        KeySchema(
            "copies",
            .list(
                .record([
                    KeySchema(
                        "to", .id(of: .role), summary: "the role that holds the copy", example: "dircom"),
                    KeySchema(
                        "at", .localizedText, summary: "where the copy is",
                        example: "Accueil de Lyon"),
                    KeySchema(
                        "on", .id(of: .system), summary: "the system the copy is on",
                        example: "partage"),
                    KeySchema(
                        "private", .boolean,
                        summary: "whether private addresses are in it; when left out, if the pack is for its holder",
                        example: "false"),
                    KeySchema(
                        "classification", .classification,
                        summary: "who may see this copy: what is labelled higher is left out; the pack's when left out",
                        example: "TLP:AMBER"),
                ])),
            summary: "numbered copies and where they are",
            example: "[{to: dircom, at: Accueil de Lyon}]"),
        KeySchema(
            "printed", .date, summary: "when it was last printed",
            example: "2026-02-12"),
    ]

    static let drillKeys: [KeySchema] = [
        KeySchema(
            "title", .localizedText, summary: "what it was called", example: "Exercice d'automne"
        ),
        KeySchema(
            "date", .date, required: true, summary: "the day of the drill",
            example: "2026-10-10"),
        KeySchema(
            "scenario", .id(of: .scenario), required: true, summary: "the scenario that was played",
            example: "rancongiciel"),
        KeySchema(
            "kind", .choice(DrillKind.allCases.map(\.rawValue)), summary: "how far it went",
            example: "tabletop"),
        KeySchema(
            "found", .localizedText, summary: "what it showed", example: "La clé du local manquait"),
        KeySchema(
            "actions", .list(.localizedText), summary: "what was decided because of it",
            example: "[Une clé dans chaque mallette]"),
        KeySchema(
            "by", .reference([.role, .person], bare: .role), summary: "the role, or person:id, that ran it",
            example: "dircom"),
        KeySchema(
            "of", .text, summary: "a stamp of the checklists that were played; 'planc confirm' writes it",
            example: "3f2a9c0b17de"),
    ]

    static let vocabularyKeys: [KeySchema] = [
        KeySchema(
            "avoid",
            .list(
                .record([
                    KeySchema(
                        "term", .text, required: true, summary: "the word or words to avoid",
                        example: "EDR"),
                    KeySchema(
                        "locale", .locale, summary: "the language it belongs to; every one when left out", example: "fr"
                    ),
                    KeySchema("because", .localizedText, summary: "why", example: "Personne ne le connaît"),
                    KeySchema(
                        "prefer", .localizedText, summary: "what to write instead",
                        example: "antivirus"),
                    KeySchema(
                        "as", .choice(WordCategory.allCases.map(\.rawValue)),
                        summary: "the kind of word; jargon when left out", example: "minimising"),
                ])),
            summary: "words that messages must not use",
            example: "[{term: EDR, prefer: antivirus}]"),
        KeySchema(
            "headings", .map(key: .choice(Element.allCases.map(\.rawValue)), value: .list(.text)),
            summary: "headings of your own that stand for an element",
            example: "{advice: [Nos conseils]}"),
        KeySchema("allow", .list(.text), summary: "words that are fine here", example: "[RSSI]"),
    ]
}
