import PlancDiagnostics
import PlancMarkup
import PlancModel

/// The front matter of every kind of source, said once: binding checks against it, and the JSON Schema, completion and
/// the language reference of the manual are made of it.
public enum Schema {
    /// A kind of file: one thing with its text, or a registry of many. (A class only to spare its copies.)
    public final class FileKind: Sendable {
        /// What stands after `kind:`.
        public let name: String
        public let entity: EntityKind
        public let isRegistry: Bool
        public let summary: Phrase
        /// The keys of the front matter, `kind` left out.
        public let keys: [KeySchema]
        /// Of a registry, the keys of an entry; else empty.
        public let entryKeys: [KeySchema]

        init(
            name: String, entity: EntityKind, isRegistry: Bool, summary: Phrase, keys: [KeySchema],
            entryKeys: [KeySchema]
        ) {
            self.name = name
            self.entity = entity
            self.isRegistry = isRegistry
            self.summary = summary
            self.keys = keys
            self.entryKeys = entryKeys
        }

        /// The keys that a translation of it may carry.
        public var translationKeys: [KeySchema] { isRegistry ? [] : Schema.translationKeys }
    }

    /// Every kind, in the order of the manual.
    public static let kinds: [FileKind] = EntityKind.allCases.flatMap(files)

    /// By what stands after `kind:`.
    public static subscript(name: String) -> FileKind? { byName[name] }

    private static let byName = Dictionary(uniqueKeysWithValues: kinds.map { ($0.name, $0) })

    /// The keys of one entity, wherever it is written.
    public static func keys(of kind: EntityKind) -> [KeySchema] {
        switch kind {
        case .plan: planKeys
        case .person: personKeys
        case .role: roleKeys
        case .channel: channelKeys
        case .system: systemKeys
        case .activity: activityKeys
        case .audience: audienceKeys
        case .scenario: scenarioKeys
        case .obligation: obligationKeys
        case .checklist: checklistKeys
        case .message: messageKeys
        case .snippet: snippetKeys
        case .field: fieldKeys
        case .pack: packKeys
        case .drill: drillKeys
        case .vocabulary: vocabularyKeys
        }
    }

    /// `kind`, which every source begins with.
    public static let kindKey = KeySchema(
        "kind", .choice(EntityKind.allCases.flatMap(names)), required: true,
        en: "what this file is", fr: "ce qu'est ce fichier", example: "message")

    /// What `planc confirm` records under a key of its own: the day, who did it, and a stamp of what was confirmed. A bare date
    /// is a confirmation without a stamp.
    static let confirmation = ValueForm.dateOrRecord([
        KeySchema(
            "on", .date, required: true, en: "the day it was done", fr: "le jour où cela a été fait",
            example: "2026-02-02"),
        confirmedByKey, stampKey,
    ])

    static let confirmedByKey = KeySchema(
        "by", .reference([.role, .person], bare: .role), en: "the role, or person:id, that did it",
        fr: "le rôle, ou person:identifiant, qui l’a fait", example: "dircom")

    static let stampKey = KeySchema(
        "of", .text, en: "a stamp of what was confirmed; 'planc confirm' writes it",
        fr: "une empreinte de ce qui a été confirmé\u{A0}; « planc confirm » l’écrit", example: "3f2a9c0b17de")

    static let idKey = KeySchema(
        "id", .id, en: "what other files call it; the file's name when left out",
        fr: "le nom que les autres fichiers lui donnent\u{A0}; à défaut, le nom du fichier", example: "premier-message")

    /// The keys of a translation: everything else belongs in the source file.
    public static let translationKeys: [KeySchema] = [
        idKey,
        KeySchema(
            "title", .text, en: "the title in this language", fr: "le titre dans cette langue", example: "First message"
        ),
        KeySchema(
            "subject", .text, en: "the subject in this language", fr: "l'objet dans cette langue",
            example: "Our services are down"),
        KeySchema(
            "translates", .text,
            en: "the hash of the source text this was made from; 'planc translate --stamp' writes it",
            fr:
                "l'empreinte du texte source dont ceci est la traduction\u{A0}; «\u{A0}planc translate "
                + "--stamp\u{A0}» l'écrit",
            example: "3f9a0c51b2e7"),
    ]

    private static func names(_ kind: EntityKind) -> [String] { files(kind).map(\.name) }

    private static func files(_ kind: EntityKind) -> [FileKind] {
        var files: [FileKind] = []
        if kind.standsAlone {
            let ownId = kind == .plan || kind == .vocabulary ? [] : [idKey]
            files.append(
                FileKind(
                    name: kind.rawValue, entity: kind, isRegistry: false, summary: summary(kind),
                    keys: ownId + keys(of: kind), entryKeys: []))
        }
        if kind.standsInRegistry {
            let entries = keys(of: kind)
            files.append(
                FileKind(
                    name: kind.registryKey, entity: kind, isRegistry: true, summary: summary(kind),
                    keys: [
                        KeySchema(
                            kind.registryKey, .map(key: .id, value: .record(entries)), required: true,
                            en: "a map from id to entry", fr: "une table qui va de l'identifiant à l'entrée",
                            example: "{…}")
                    ],
                    entryKeys: entries))
        }
        return files
    }

    private static func summary(_ kind: EntityKind) -> Phrase {
        switch kind {
        case .plan:
            Phrase(
                en: "the plan itself: title, version, languages, owner",
                fr: "le plan lui-même\u{A0}: titre, version, langues, responsable")
        case .person: Phrase(en: "people and how to reach each of them", fr: "les personnes et comment joindre chacune")
        case .role:
            Phrase(
                en: "who does what in the crisis, and who stands in",
                fr: "qui fait quoi pendant la crise, et qui supplée")
        case .channel:
            Phrase(
                en: "the ways to reach people, and what each depends on",
                fr: "les moyens de joindre, et ce dont chacun dépend")
        case .system:
            Phrase(en: "what channels and activities rest on", fr: "ce sur quoi reposent les canaux et les activités")
        case .activity:
            Phrase(
                en: "the essential activities of the business impact analysis",
                fr: "les activités essentielles du bilan d'impact sur l'activité")
        case .audience:
            Phrase(
                en: "who has to be told, how and how fast", fr: "qui doit être informé, comment et en combien de temps")
        case .scenario:
            Phrase(
                en: "what may happen: what stops and who is affected",
                fr: "ce qui peut arriver\u{A0}: ce qui s'arrête et qui est touché")
        case .obligation:
            Phrase(
                en: "what law or contract asks to tell, to whom and by when",
                fr: "ce que la loi ou un contrat impose de dire, à qui et quand")
        case .checklist: Phrase(en: "steps, who does them and when", fr: "des actions, qui les fait et quand")
        case .message: Phrase(en: "a text ready to send", fr: "un texte prêt à envoyer")
        case .snippet:
            Phrase(en: "a piece of text that messages share", fr: "un morceau de texte commun à des messages")
        case .field: Phrase(en: "what is filled in on the day", fr: "ce que l'on complète le jour venu")
        case .pack:
            Phrase(en: "what is printed in one piece, and for whom", fr: "ce que l'on imprime d'un bloc, et pour qui")
        case .drill: Phrase(en: "exercises and what they found", fr: "les exercices et ce qu'ils ont montré")
        case .vocabulary:
            Phrase(en: "words to avoid, and headings of one's own", fr: "les mots à éviter, et ses propres intertitres")
        }
    }
}
