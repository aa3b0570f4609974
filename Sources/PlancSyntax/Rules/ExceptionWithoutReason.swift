import PlancDiagnostics
import PlancSource

public enum ExceptionWithoutReason: RuleDescription {
    public static let name = "exception-without-reason"
    public static let group = RuleGroup.reading
    public static let severity = Severity.warning
    public static let summary = Phrase(
        en: "a `planc: allow` does not say why", fr: "un `planc: allow` ne dit pas pourquoi")
    public static let why = Phrase(
        en: """
            Whoever reviews the plan next year must be able to judge whether the exception still holds. Without a \
            reason it allows nothing. Write the reason after a colon.
            """,
        fr: """
            Celui qui relira le plan l'an prochain doit pouvoir juger si l'exception vaut encore. Sans motif, elle \
            n'autorise rien. Écrivez le motif après un deux-points.
            """)
    public static let rejects = [
        Example(
            Phrase(en: "no reason in a text", fr: "pas de motif dans un texte"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\ndeputies: [ben]\n---\n"
                    + "⟦<!-- planc: allow raw-html -->⟧\n\nShows the way.\n"
            ]),
        Example(
            Phrase(en: "no reason in the front matter", fr: "pas de motif dans l'en-tête"),
            [
                "roles/guide.md":
                    "---\nkind: role\n⟦# planc: allow role-without-deputy:⟧\ntitle: Guide\nholder: ada\n---\n"
            ]),
    ]
    public static let accepts = [
        Example(
            Phrase(en: "with its reason", fr: "avec son motif"),
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
                en: "the exception says no why, so it allows nothing",
                fr: "l'exception ne dit pas pourquoi : elle n'autorise rien"),
            help: [
                Phrase(
                    en: "write the reason after a colon, as in '\(form)'",
                    fr: "écrivez le motif après un deux-points, comme dans « \(form) »")
            ])
    }
}
