import PlancDiagnostics
import PlancSource

public enum ExceptionWithoutReason: RuleDescription {
    public static let name = "exception-without-reason"
    public static let group = RuleGroup.reading
    public static let severity = Severity.warning
    public static let summary = Phrase(
        "a `planc: allow` does not say why")
    public static let why = Phrase(

        """
        Whoever reviews the plan next year must be able to judge whether the exception still holds. Without \
        a reason it allows nothing. Write the reason after a colon.
        """)
    public static let rejects = [
        Example(
            Phrase("no reason in a text"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\ndeputies: [ben]\n---\n"
                    + "⟦<!-- planc: allow raw-html -->⟧\n\nShows the way.\n"
            ]),
        Example(
            Phrase("no reason in the front matter"),
            [
                "roles/guide.md":
                    "---\nkind: role\n⟦# planc: allow role-without-deputy:⟧\ntitle: Guide\nholder: ada\n---\n"
            ]),
    ]
    public static let accepts = [
        Example(
            Phrase("with its reason"),
            [
                "roles/guide.md": """
                ---
                kind: role
                # planc: allow role-without-deputy: volunteers take turns, see the rota in the hall
                title: Guide
                holder: ada
                ---

                """
            ])
    ]

    static func finding(at span: Span, rule: String) -> Finding {
        let form = rule.isEmpty ? "planc: allow hard-to-read: …" : "planc: allow \(rule): …"
        return finding(
            at: span,
            Phrase(
                "the exception does not say why, so it allows nothing"),
            help: [
                Phrase(
                    "write the reason after a colon, as in '{form}'", ["form": form])
            ])
    }
}
