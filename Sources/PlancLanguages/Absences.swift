/// What is written behind the name of somebody who does not come for now: `Nina Nowak (on leave until 10 January)`.
public enum Absences {
    /// Whether words between the brackets of a name say so, or behind a dash or a comma.
    public static func areSaid(behind name: String) -> Bool {
        guard let note = note(behind: name) else { return false }
        let words = note.lowercased().split { !$0.isLetter && !"'’".contains($0) }.joined(separator: " ")
        return alone.contains(words) || phrases.contains { " \(words) ".contains(" \($0) ") }
    }

    /// What stands behind the name itself; nil where nothing does.
    private static func note(behind name: String) -> Substring? {
        if let open = name.firstIndex(where: { $0 == "(" || $0 == "[" }), open > name.startIndex {
            return name[open...]
        }
        for sign in [" - ", " – ", " — ", ", "] {
            if let place = name.firstRange(of: sign), place.lowerBound > name.startIndex {
                return name[place.upperBound...]
            }
        }
        return nil
    }

    private static let phrases = LanguageRules.all.flatMap(\.absences)
    private static let alone = Set(LanguageRules.all.flatMap(\.departures))
}
