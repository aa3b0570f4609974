import PlancDiagnostics
import PlancSource

public enum YAMLFeature: RuleDescription {
    public static let name = "yaml-feature"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        "the front matter uses anchors, aliases, tags or several documents")
    public static let why = Phrase(

        """
        These parts of YAML make a file say something other than what stands there: a number changed in one \
        place changes in others too. A plan is read by people who must find each fact where it is used. \
        Write the value out; where it only begins with `&`, `*` or `!`, put quotes around it.
        """)
    public static let rejects = [
        Example(
            Phrase("an anchor and its alias"),
            [
                "more.md":
                    "---\nkind: roles\nroles:\n  guide: {title: ⟦&t⟧ Guide, holder: ada}\n"
                    + "  usher: {title: ⟦*t⟧, holder: ben}\n---\n"
            ]),
        Example(
            Phrase("a tag"),
            ["roles/guide.md": "---\nkind: role\ntitle: ⟦!!str⟧ Guide\nholder: ada\n---\n"]),
        Example(
            Phrase("a second document"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n⟦---⟧ # more\nteam: support\n---\n"]),
    ]
    public static let accepts = [
        Example(
            Phrase("the signs inside quotes"),
            ["roles/guide.md": "---\nkind: role\ntitle: \"*Guide*\"\nholder: ada\n---\n"])
    ]

    enum Feature { case anchor, alias, tag, secondDocument }

    static func finding(_ feature: Feature, at span: Span) -> Finding {
        let quotes = Phrase(
            "write the value out, or put it in quotes when the sign belongs to it")
        switch feature {
        case .anchor:
            return finding(
                at: span, Phrase("a plan has no anchors ('&name')"),
                help: [quotes])
        case .alias:
            return finding(
                at: span, Phrase("a plan has no aliases ('*name')"),
                help: [quotes])
        case .tag:
            return finding(
                at: span,
                Phrase("a plan has no type tags ('!type')"),
                help: [quotes])
        case .secondDocument:
            return finding(
                at: span,
                Phrase(
                    "the front matter holds a second document, which is not read"),
                help: [Phrase("take this line out")])
        }
    }
}
