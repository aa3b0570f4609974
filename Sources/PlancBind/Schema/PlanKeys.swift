import PlancMarkup
import PlancModel

/// Keys of the plan itself, of what is printed, of drills and of words.
extension Schema {
    static let paperKey = KeySchema(
        "paper", .choice(Paper.allCases.map(\.rawValue)), en: "the paper it is printed on",
        fr: "le papier d'impression", example: "A4")
    static let classificationKey = KeySchema(
        "classification", .classification, en: "who may see it (TLP 2.0)", fr: "qui peut le voir (TLP 2.0)",
        example: "TLP:AMBER")

    static let planKeys: [KeySchema] = [
        KeySchema(
            "title", .localizedText, required: true, en: "the plan's title", fr: "le titre du plan",
            example: "Plan de communication de crise"),
        KeySchema(
            "organisation", .localizedText, required: true, en: "whose plan it is", fr: "à qui est le plan",
            example: "Armor"),
        KeySchema(
            "version", .text, required: true, en: "the version, as printed", fr: "la version, telle qu'imprimée",
            example: "1.4"),
        KeySchema(
            "locales", .list(.locale), required: true,
            en: "the languages of the plan; the first is the source of the others",
            fr: "les langues du plan\u{A0}; la première est la source des autres", example: "[fr, en]"),
        KeySchema(
            "owner", .id(of: .role), required: true, en: "the role that keeps the plan",
            fr: "le rôle qui tient le plan", example: "dircom"),
        KeySchema(
            "timezone", .text, en: "the time zone of the organisation", fr: "le fuseau horaire de l'organisation",
            example: "Europe/Paris"),
        classificationKey, paperKey,
        KeySchema(
            "review",
            .record([
                KeySchema(
                    "every", .duration, en: "how often the plan is reviewed", fr: "la fréquence des revues",
                    example: "6mo"),
                KeySchema(
                    "last", confirmation, en: "the last review", fr: "la dernière revue",
                    example: "{on: 2026-02-10, by: dircom}"),
                KeySchema(
                    "drills", .duration, en: "how often each scenario is exercised",
                    fr: "la fréquence des exercices, par scénario", example: "1y"),
                KeySchema(
                    "contacts", .duration, en: "how often numbers are tried", fr: "la fréquence d'essai des numéros",
                    example: "90d"),
            ]),
            en: "how often things are looked at again", fr: "la fréquence des vérifications",
            example: "{every: 6mo, last: 2026-02-10}"),
        KeySchema(
            "approved",
            .record([
                KeySchema(
                    "by", .id(of: .role), en: "the role that approved it", fr: "le rôle qui l'a approuvé",
                    example: "direction"),
                KeySchema(
                    "on", .date, en: "the day it was approved", fr: "le jour de l'approbation", example: "2026-02-10"),
                stampKey,
            ]),
            en: "who approved the plan, and when", fr: "qui a approuvé le plan, et quand",
            example: "{by: direction, on: 2026-02-10}"),
        KeySchema(
            "revisions",
            .list(
                .record([
                    KeySchema("version", .text, en: "the version it made", fr: "la version obtenue", example: "1.4"),
                    KeySchema(
                        "date", .date, en: "the day of the change", fr: "le jour du changement", example: "2026-02-10"),
                    KeySchema(
                        "by", .id(of: .role), en: "the role that changed it", fr: "le rôle qui l'a changé",
                        example: "dircom"),
                    KeySchema(
                        "what", .localizedText, en: "what changed", fr: "ce qui a changé", example: "Nouveaux numéros"),
                ])),
            en: "what changed from version to version", fr: "ce qui a changé d'une version à l'autre",
            example: "[{version: 1.4, date: 2026-02-10, by: dircom, what: Nouveaux numéros}]"),
        KeySchema(
            "levels",
            .list(
                .record([
                    KeySchema(
                        "name", .localizedText, required: true, en: "what the level is called", fr: "le nom du niveau",
                        example: "Vigilance"),
                    KeySchema(
                        "when", .localizedText, en: "when it is called", fr: "quand on le déclenche",
                        example: "Un service touché"),
                    KeySchema(
                        "decides", .id(of: .role), en: "the role that decides it", fr: "le rôle qui le décide",
                        example: "direction"),
                ])),
            en: "levels of activation, the lowest first", fr: "les niveaux d'activation, du plus bas au plus haut",
            example: "[{name: Vigilance, when: Un service touché, decides: rssi}]"),
        KeySchema(
            "holidays", .list(.date), en: "days that are no business days", fr: "les jours non ouvrés",
            example: "[2026-12-25]"),
        KeySchema(
            "rules", .map(key: .ruleName, value: .choice(PlanInfo.RuleSetting.Level.allCases.map(\.rawValue))),
            en: "how much each rule matters here", fr: "l'importance de chaque règle ici",
            example: "{hard-to-read: off}"),
        KeySchema(
            "uses", .list(.builtIn), en: "obligations taken from planc's own library",
            fr: "les obligations reprises de la bibliothèque de planc",
            example: "[eu-gdpr-33]"),
    ]

    static let packKeys: [KeySchema] = [
        titleKey,
        KeySchema(
            "for", .list(.reference([.role, .audience], bare: nil)), required: true,
            en: "the roles or audiences it is made for",
            fr: "les rôles ou les publics à qui il est destiné", example: "[role:dircom]"),
        KeySchema(
            "include", .list(.choice(PackSection.allCases.map(\.rawValue))), required: true,
            en: "what it holds, in order",
            fr: "ce qu'il contient, dans l'ordre", example: "[cover, contacts, checklists]"),
        KeySchema(
            "scenarios", .list(.id(of: .scenario)), en: "the scenarios it is about; all when left out",
            fr: "les scénarios concernés\u{A0}; à défaut, tous", example: "[rancongiciel]"),
        KeySchema(
            "locales", .list(.locale), en: "its languages; the plan's when left out",
            fr: "ses langues\u{A0}; à défaut, celles du plan", example: "[fr]"),
        paperKey,
        KeySchema(
            "large-print", .boolean, en: "printed in large type", fr: "imprimé en gros caractères", example: "true"),
        classificationKey,
        KeySchema(
            "copies",
            .list(
                .record([
                    KeySchema(
                        "to", .id(of: .role), en: "the role that holds the copy",
                        fr: "le rôle qui détient l'exemplaire", example: "dircom"),
                    KeySchema(
                        "at", .localizedText, en: "where the copy is", fr: "où est l'exemplaire",
                        example: "Accueil de Lyon"),
                    KeySchema(
                        "on", .id(of: .system), en: "the system the copy is on", fr: "le système qui porte la copie",
                        example: "partage"),
                    KeySchema(
                        "private", .boolean,
                        en: "whether private addresses are in it; when left out, if the pack is for its holder",
                        fr: "si les adresses privées y sont\u{A0}; à défaut, si le dossier est pour son détenteur",
                        example: "false"),
                    KeySchema(
                        "classification", .classification,
                        en: "who may see this copy: what is labelled higher is left out; the pack's when left out",
                        fr:
                            "qui peut voir cet exemplaire\u{A0}: ce qui est marqué plus haut n'y est pas\u{A0}; à défaut, celle du dossier",
                        example: "TLP:AMBER"),
                ])),
            en: "numbered copies and where they are", fr: "les exemplaires numérotés et leur place",
            example: "[{to: dircom, at: Accueil de Lyon}]"),
        KeySchema(
            "printed", .date, en: "when it was last printed", fr: "la date de la dernière impression",
            example: "2026-02-12"),
    ]

    static let drillKeys: [KeySchema] = [
        KeySchema(
            "title", .localizedText, en: "what it was called", fr: "le nom de l'exercice", example: "Exercice d'automne"
        ),
        KeySchema(
            "date", .date, required: true, en: "the day of the drill", fr: "le jour de l'exercice",
            example: "2026-10-10"),
        KeySchema(
            "scenario", .id(of: .scenario), required: true, en: "the scenario that was played", fr: "le scénario joué",
            example: "rancongiciel"),
        KeySchema(
            "kind", .choice(DrillKind.allCases.map(\.rawValue)), en: "how far it went", fr: "jusqu'où il est allé",
            example: "tabletop"),
        KeySchema(
            "found", .localizedText, en: "what it showed", fr: "ce qu'il a montré", example: "La clé du local manquait"),
        KeySchema(
            "actions", .list(.localizedText), en: "what was decided because of it", fr: "ce qui a été décidé ensuite",
            example: "[Une clé dans chaque mallette]"),
        KeySchema(
            "by", .reference([.role, .person], bare: .role), en: "the role, or person:id, that ran it",
            fr: "le rôle, ou person:identifiant, qui l’a conduit", example: "dircom"),
        KeySchema(
            "of", .text, en: "a stamp of the checklists that were played; 'planc confirm' writes it",
            fr: "une empreinte des listes jouées\u{A0}; « planc confirm » l’écrit", example: "3f2a9c0b17de"),
    ]

    static let vocabularyKeys: [KeySchema] = [
        KeySchema(
            "avoid",
            .list(
                .record([
                    KeySchema(
                        "term", .text, required: true, en: "the word or words to avoid", fr: "le ou les mots à éviter",
                        example: "EDR"),
                    KeySchema(
                        "locale", .locale, en: "the language it belongs to; every one when left out",
                        fr: "la langue concernée\u{A0}; à défaut, toutes", example: "fr"),
                    KeySchema("because", .localizedText, en: "why", fr: "pourquoi", example: "Personne ne le connaît"),
                    KeySchema(
                        "prefer", .localizedText, en: "what to write instead", fr: "ce qu'il faut écrire à la place",
                        example: "antivirus"),
                    KeySchema(
                        "as", .choice(WordCategory.allCases.map(\.rawValue)),
                        en: "the kind of word; jargon when left out",
                        fr: "la sorte de mot\u{A0}; à défaut, jargon", example: "minimising"),
                ])),
            en: "words that messages must not use", fr: "les mots que les messages évitent",
            example: "[{term: EDR, prefer: antivirus}]"),
        KeySchema(
            "headings", .map(key: .choice(Element.allCases.map(\.rawValue)), value: .list(.text)),
            en: "headings of your own that stand for an element", fr: "vos intertitres qui valent un élément",
            example: "{advice: [Nos conseils]}"),
        KeySchema("allow", .list(.text), en: "words that are fine here", fr: "les mots admis ici", example: "[RSSI]"),
    ]
}
