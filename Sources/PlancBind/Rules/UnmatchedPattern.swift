import PlancDiagnostics
import PlancSource

/// A pattern under `exclude` that leaves nothing out.
enum UnmatchedPattern: BindingRule {
    static let name = "unmatched-pattern"
    static let summary = Phrase("a pattern under 'exclude' that no file of the plan matches")
    static let why = Phrase(
        "Whoever wrote it believes that a file is out of the plan. It is read, printed and handed out all the same.")

    static func finding(_ pattern: Located<String>, nearest: String?) -> Finding {
        finding(
            at: pattern.span,
            Phrase("no file of the plan matches '{pattern}'", ["pattern": Say.quoted(pattern.value)]),
            caption: nearest.map(Say.didYouMean),
            help: [
                nearest == nil
                    ? Phrase("a path from the plan's folder, as in 'drafts', 'notes/*.md' or '**/old-*.md'") : nil
            ],
            fixes: nearest.map { [Say.replace(pattern.span, by: $0)] } ?? [])
    }

    static func finding(ofPlan pattern: Located<String>) -> Finding {
        finding(at: pattern.span, Phrase("'plan.md' cannot be left out: it is what makes the folder a plan"))
    }

    private static func plan(_ exclude: String) -> String {
        """
        ---
        kind: plan
        title: Library continuity plan
        organisation: Riverside Library
        version: 1.0
        locales: [en]
        owner: director
        timezone: Europe/London
        classification: TLP:AMBER
        review: {every: 6mo, last: 2026-01-05}
        approved: {by: director, on: 2026-01-05}
        exclude: \(exclude)
        ---

        How the library goes on when the river comes in.

        """
    }

    static let rejects: [Example] = [
        Example(
            Phrase("a folder that is not there"),
            ["plan.md": plan("[⟦draft/*.md⟧]"), "drafts/ideas.md": "# Ideas\n\nAsk Ben.\n"]),
        Example(Phrase("the plan itself"), ["plan.md": plan("[⟦plan.md⟧]")]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase("a folder and all that is in it"),
            ["plan.md": plan("[drafts]"), "drafts/ideas.md": "# Ideas\n\nAsk Ben.\n"])
    ]
}
