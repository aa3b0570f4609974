import PlancLanguages
import PlancModel

/// Marks of a step as they are almost written: `#Log`, `# log`, `#journal`, `#log,#clock`.
struct NearMark {
    let meanings: [StepMeaning]

    /// As they are to be written.
    var notation: String { meanings.map { "#" + $0.rawValue }.joined(separator: " ") }

    /// Nil where any of it is something else: `#3`, `#12,#13`.
    init?(_ written: String) {
        guard written.hasPrefix("#") else { return nil }
        let names = written.split { "#,;/:".contains($0) || $0.isWhitespace }
        let meant = names.compactMap { name in
            AliasedNames.value(String(name), among: Self.known).flatMap(StepMeaning.init(rawValue:))
        }
        guard !meant.isEmpty, meant.count == names.count else { return nil }
        meanings = meant
    }

    private static let known = StepMeaning.allCases.map(\.rawValue)
}
