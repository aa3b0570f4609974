import PlancDiagnostics
import PlancMarkup
import PlancModel

/// The plan language, declared once: a kind and its keys in one file of `Kinds`. Binding checks and reads by it; the JSON
/// Schema, completion, the reference in the manual, `plan.json`, `show` and the comparison of plans are made of it.
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
        public var translationKeys: [KeySchema] {
            // Of a registry what stands before its entries is translated, and nothing else.
            isRegistry ? Schema.translationKeys.filter { $0.name == "translates" } : Schema.translationKeys
        }
    }

    /// Every kind of thing, in the order of the manual. A kind is added here.
    static let declarations: [any KindDeclaration] = [
        PlanInfo.declaration, Person.declaration, Role.declaration, Channel.declaration, System.declaration,
        Activity.declaration, Audience.declaration, Scenario.declaration, Obligation.declaration,
        Checklist.declaration, Message.declaration, Snippet.declaration, Field.declaration, Pack.declaration,
        Drill.declaration, Vocabulary.declaration,
    ]

    /// By the place of the kind among all.
    private static let byKind: [any KindDeclaration] = EntityKind.all.map { kind in
        declarations.first { $0.facts.entity == kind }!
    }

    /// How a kind is declared.
    public static func declaration(of kind: EntityKind) -> any KindDeclaration { byKind[kind.place] }

    /// Every kind of file, in the order of the manual.
    public static let kinds: [FileKind] = declarations.flatMap { files($0.facts) }

    /// By what stands after `kind:`.
    public static subscript(name: String) -> FileKind? { byName[name] }

    private static let byName = Dictionary(uniqueKeysWithValues: kinds.map { ($0.name, $0) })

    /// The keys of one entity, wherever it is written.
    public static func keys(of kind: EntityKind) -> [KeySchema] { facts[kind.place].keys }

    /// What is known of each kind, by its place.
    static let facts: [KindFacts] = byKind.map(\.facts)

    /// `kind`, which every source begins with.
    public static let kindKey = KeySchema(
        "kind", .choice(declarations.flatMap { files($0.facts).map(\.name) }, said: { _ in nil }), required: true,
        called: "kind of file", summary: "what this file is", example: "message")

    static let idKey = KeySchema(
        "id", .id, called: "id", summary: "what other files call it; the file's name when left out",
        example: "premier-message")

    /// The keys of a translation: everything else belongs in the source file.
    public static let translationKeys: [KeySchema] = [
        idKey,
        KeySchema(
            "title", .text, called: "title", summary: "the title in this language", example: "First message"
        ),
        KeySchema(
            "subject", .text, called: "subject", summary: "the subject in this language",
            example: "Our services are down"),
        KeySchema(
            "translates", .text,
            called: "source translated",
            summary: "the hash of the source text this was made from; 'planc translate --stamp' writes it",
            example: "3f9a0c51b2e7"),
    ]

    private static func files(_ kind: KindFacts) -> [FileKind] {
        var files: [FileKind] = []
        if kind.standsAlone {
            files.append(
                FileKind(
                    name: kind.entity.rawValue, entity: kind.entity, isRegistry: false, summary: kind.summary,
                    keys: (kind.hasID ? [idKey] : []) + kind.keys, entryKeys: []))
        }
        if let registry = kind.registry {
            files.append(
                FileKind(
                    name: registry, entity: kind.entity, isRegistry: true, summary: kind.summary,
                    keys: [
                        KeySchema(
                            registry, .map(key: .id, value: .record(kind.keys)), required: true,
                            called: "entries", summary: "a map from id to entry",
                            example: "{…}")
                    ],
                    entryKeys: kind.keys))
        }
        return files
    }
}

extension EntityKind {
    private var facts: KindFacts { Schema.facts[place] }

    /// Whether a file may hold one such thing, with its body (`kind: role`).
    public var standsAlone: Bool { facts.standsAlone }

    /// Whether a file may list many (`kind: roles`).
    public var standsInRegistry: Bool { facts.registry != nil }

    /// Whether other files can name such a thing; the plan and its vocabulary have no ids.
    public var hasID: Bool { facts.hasID }

    /// What authors call it, with its article: "a role", « un rôle ».
    public var nounWithArticle: Phrase { facts.noun }

    /// What authors call it, without article.
    public var noun: Phrase { facts.name }
}
