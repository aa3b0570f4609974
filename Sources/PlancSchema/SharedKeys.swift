import PlancDiagnostics
import PlancModel
import PlancSource

// Keys that several kinds have.

extension Key {
    static func title(
        _ get: @escaping @Sendable (Owner) -> LocalizedText,
        _ set: @escaping @Sendable (inout Owner, LocalizedText) -> Void, example: Phrase
    ) -> Key {
        Key(
            "title", get, set, .localizedText, required: true, called: "title", summary: "what people call it",
            example: example.english,
            told: example)
    }

    static func dependsOn(
        _ get: @escaping @Sendable (Owner) -> [Dependency],
        _ set: @escaping @Sendable (inout Owner, [Dependency]) -> Void
    ) -> Key {
        Key(
            "depends-on", get, set, .list(.dependency),
            called: "depends on", summary: "systems it needs, all of them; {any-of: [a, b]} where one is enough",
            example: "[messagerie, reseau]")
    }

    static func paper(
        _ get: @escaping @Sendable (Owner) -> Located<Paper>?,
        _ set: @escaping @Sendable (inout Owner, Located<Paper>?) -> Void
    ) -> Key {
        Key(
            "paper", get, set, .choice(), called: "paper", summary: "the paper it is printed on", example: "A4")
    }

    static func classification(
        _ get: @escaping @Sendable (Owner) -> Located<Classification>?,
        _ set: @escaping @Sendable (inout Owner, Located<Classification>?) -> Void
    ) -> Key {
        Key(
            "classification", get, set, .classification, called: "label", summary: "who may see it (TLP 2.0)",
            example: "TLP:AMBER")
    }

    static func stamp(
        _ get: @escaping @Sendable (Owner) -> Located<String>?,
        _ set: @escaping @Sendable (inout Owner, Located<String>?) -> Void
    ) -> Key {
        Key(
            "of", get, set, .text, called: "stamp", summary: "a stamp of what was confirmed; 'planc confirm' writes it",
            example: "3f2a9c0b17de")
    }

    static func phase(
        _ get: @escaping @Sendable (Owner) -> Located<Phase>,
        _ set: @escaping @Sendable (inout Owner, Located<Phase>) -> Void
    ) -> Key {
        Key(
            "phase", get, set, .choice { $0.phrase }, required: true, called: "phase",
            summary: "before, during or after the crisis",
            example: "during")
    }

    static func scenarios(
        _ get: @escaping @Sendable (Owner) -> ScenarioSelection,
        _ set: @escaping @Sendable (inout Owner, ScenarioSelection) -> Void
    ) -> Key {
        Key(
            "scenarios", get, set, .scenarios, required: true, called: "scenarios",
            summary: "the scenarios it is for, or all",
            example: "[rancongiciel]")
    }
}
