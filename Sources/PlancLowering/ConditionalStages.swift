import PlancLanguages
import PlancMarkup
import PlancModel

extension Checklist.Stage {
    /// Whether its heading says in which case its steps are done: `Only if the brigade has left`. A sheet without it would have them
    /// done in any case.
    var isConditional: Bool {
        guard let words = heading?.plainText.lowercased() else { return false }
        return Self.openings.contains { words.hasPrefix($0) && !(words.dropFirst($0.count).first?.isLetter ?? false) }
    }

    private static let openings = LanguageRules.all.flatMap(\.conditionOpenings)
}
