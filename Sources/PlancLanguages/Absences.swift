/// What is written behind the name of somebody who does not come for now: `Nina Nowak (on leave until 10 January)`.
public enum Absences {
    /// Whether words between the brackets of a name say so.
    public static func areSaid(behind name: String) -> Bool {
        guard let open = name.firstIndex(of: "(") ?? name.firstIndex(of: "["), open > name.startIndex else {
            return false
        }
        let inside =
            " " + name[open...].lowercased().split { !$0.isLetter && !"'’".contains($0) }.joined(separator: " ") + " "
        return phrases.contains { inside.contains(" \($0) ") }
    }

    private static let phrases = LanguageRules.all.flatMap(\.absences)
}
