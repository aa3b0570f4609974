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
        summary: "what this file is", example: "message")

    /// What `planc confirm` records under a key of its own: the day, who did it, and a stamp of what was confirmed. A bare date
    /// is a confirmation without a stamp.
    static let confirmation = ValueForm.dateOrRecord([
        KeySchema(
            "on", .date, required: true, summary: "the day it was done",
            example: "2026-02-02"),
        confirmedByKey, stampKey,
    ])

    static let confirmedByKey = KeySchema(
        "by", .reference([.role, .person], bare: .role), summary: "the role, or person:id, that did it",
        example: "dircom")

    static let stampKey = KeySchema(
        "of", .text, summary: "a stamp of what was confirmed; 'planc confirm' writes it", example: "3f2a9c0b17de")

    static let idKey = KeySchema(
        "id", .id, summary: "what other files call it; the file's name when left out", example: "premier-message")

    /// The keys of a translation: everything else belongs in the source file.
    public static let translationKeys: [KeySchema] = [
        idKey,
        KeySchema(
            "title", .text, summary: "the title in this language", example: "First message"
        ),
        KeySchema(
            "subject", .text, summary: "the subject in this language",
            example: "Our services are down"),
        KeySchema(
            "translates", .text,
            summary: "the hash of the source text this was made from; 'planc translate --stamp' writes it",
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
                            summary: "a map from id to entry",
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
                "the plan itself: title, version, languages, owner")
        case .person: Phrase("people and how to reach each of them")
        case .role:
            Phrase(
                "who does what in the crisis, and who stands in")
        case .channel:
            Phrase(
                "the ways to reach people, and what each depends on")
        case .system:
            Phrase("what channels and activities rest on")
        case .activity:
            Phrase(
                "the essential activities of the business impact analysis")
        case .audience:
            Phrase(
                "who has to be told, how and how fast")
        case .scenario:
            Phrase(
                "what may happen: what stops and who is affected")
        case .obligation:
            Phrase(
                "what law or contract asks to tell, to whom and by when")
        case .checklist: Phrase("steps, who does them and when")
        case .message: Phrase("a text ready to send")
        case .snippet:
            Phrase("a piece of text that messages share")
        case .field: Phrase("what is filled in on the day")
        case .pack:
            Phrase("what is printed in one piece, and for whom")
        case .drill: Phrase("exercises and what they found")
        case .vocabulary:
            Phrase("words to avoid, and headings of one's own")
        }
    }
}
