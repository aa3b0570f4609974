import PlancDiagnostics
import PlancModel
import PlancSource

enum TooManyLocales: BindingRule {
    static let name = "too-many-locales"
    static let summary = Phrase("a plan in more than 32 languages")
    static let why = Phrase(
        "Every page is printed in every language of the plan. Beyond 32 a list of languages is a mistake, and those after it are left out."
    )

    /// Takes the languages that are too many out of a plan.
    ///
    /// - Returns: what is said of them; nil when there are none.
    static func limit(_ locales: inout [Located<Locale>]) -> Finding? {
        if locales.count <= Limits.locales { return nil }
        let first = locales[Limits.locales].span
        let count = locales.count
        locales.removeLast(count - Limits.locales)
        return finding(
            at: first, Phrase("the plan has {number} languages; from here on they are left out", ["number": count]),
            help: [Phrase("list the languages in which the plan is to be printed, at most 32")])
    }

    private static let many = [
        "ab", "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "el", "es", "et", "eu", "fa",
        "fi",
        "ga", "gl", "gu", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja",
    ]

    private static func plan(_ locales: String) -> [String: String?] {
        [
            "plan.md": """
            ---
            kind: plan
            title: Library continuity plan
            organisation: Riverside Library
            version: 1.0
            locales: [en, \(locales)]
            owner: director
            timezone: Europe/London
            classification: TLP:AMBER
            review: {every: 6mo, last: 2026-01-05}
            approved: {by: director, on: 2026-01-05}

            ---

            """
        ]
    }

    static let rejects: [Example] = [
        Example(Phrase("a list of every language there is"), plan((many + ["⟦ka⟧"]).joined(separator: ", ")))
    ]
    static let accepts: [Example] = [Example(Phrase("two languages"), plan("es"))]
}
