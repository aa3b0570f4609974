import PlancDocument
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

extension ScenarioContext {
    /// The stages whose headings say in which case the steps of one are done, the outermost first: those that it is a part of, and
    /// itself.
    func cases(of number: Int, in list: String) -> [Checklist.Stage] {
        let stages = stages(list)
        guard stages.indices.contains(number) else { return [] }
        var found = stages[number].isConditional ? [stages[number]] : []
        var level = stages[number].level
        for stage in stages[..<number].reversed() where stage.heading != nil && stage.level < level {
            level = stage.level
            if stage.isConditional { found.insert(stage, at: 0) }
        }
        return found
    }

    /// Those above a stage, as what its heading goes on from.
    func headings(above number: Int, in list: String) -> [Run] {
        let isOne = stages(list)[number].isConditional
        return cases(of: number, in: list).dropLast(isOne ? 1 : 0).flatMap {
            atBeginning(of: number, in: list).runs($0.heading ?? []) + [.text(" · ")]
        }
    }
}
