import PlancDiagnostics
import PlancModel
import PlancSource

// Keys that several kinds have.

extension Key {
    static func title(_ path: WritableKeyPath<Owner, LocalizedText> & Sendable, example: Phrase) -> Key {
        Key(
            "title", path, .localizedText, required: true, called: "title", summary: "what people call it",
            example: example.english,
            told: example)
    }

    static func dependsOn(_ path: WritableKeyPath<Owner, [Dependency]> & Sendable) -> Key {
        Key(
            "depends-on", path, .list(.dependency),
            called: "depends on", summary: "systems it needs, all of them; {any-of: [a, b]} where one is enough",
            example: "[messagerie, reseau]")
    }

    static func paper(_ path: WritableKeyPath<Owner, Located<Paper>?> & Sendable) -> Key {
        Key(
            "paper", path, .choice(), called: "paper", summary: "the paper it is printed on", example: "A4")
    }

    static func classification(_ path: WritableKeyPath<Owner, Located<Classification>?> & Sendable) -> Key {
        Key(
            "classification", path, .classification, called: "label", summary: "who may see it (TLP 2.0)",
            example: "TLP:AMBER")
    }

    static func stamp(_ path: WritableKeyPath<Owner, Located<String>?> & Sendable) -> Key {
        Key(
            "of", path, .text, called: "stamp", summary: "a stamp of what was confirmed; 'planc confirm' writes it",
            example: "3f2a9c0b17de")
    }

    static func phase(_ path: WritableKeyPath<Owner, Located<Phase>> & Sendable) -> Key {
        Key(
            "phase", path, .choice { $0.phrase }, required: true, called: "phase",
            summary: "before, during or after the crisis",
            example: "during")
    }

    static func scenarios(_ path: WritableKeyPath<Owner, ScenarioSelection> & Sendable) -> Key {
        Key(
            "scenarios", path, .scenarios, required: true, called: "scenarios",
            summary: "the scenarios it is for, or all",
            example: "[rancongiciel]")
    }
}
