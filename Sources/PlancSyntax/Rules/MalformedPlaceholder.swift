import PlancDiagnostics
import PlancSource

public enum MalformedPlaceholder: RuleDescription {
    public static let name = "malformed-placeholder"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        en: "what stands in `{{ … }}` is not the name of a field or snippet, or the braces are not closed",
        fr:
            "Entre `{{ … }}` ne se trouve pas le nom d'un champ ou d'un extrait, ou les accolades ne sont pas fermées."
    )
    public static let why = Phrase(
        en: """
            On the day a gap in a message is filled by its name. One that is mistyped would leave the building as it \
            stands, braces and all. Names are written in lower case, with hyphens: `{{ next-time }}`; a snippet has a \
            `>` before its name. Braces that are meant as such are written `\\{\\{`.
            """,
        fr: """
            Le jour venu, un blanc d'un message se remplit par son nom. Mal tapé, il partirait tel quel, avec ses \
            accolades. Les noms s'écrivent en minuscules, avec des traits d'union : `{{ prochaine-heure }}` ; un \
            extrait porte un `>` devant son nom. De vraies accolades s'écrivent `\\{\\{`.
            """)
    public static let rejects = [
        Example(
            Phrase(en: "a name with a space and capitals", fr: "un nom avec une espace et des majuscules"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\nCall ⟦{{ Phone number }}⟧.\n"]),
        Example(
            Phrase(en: "no name", fr: "pas de nom"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\nCall ⟦{{ }}⟧ or ⟦{{> }}⟧.\n"]),
        Example(
            Phrase(en: "not closed", fr: "pas fermé"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\nCall ⟦{{⟧ phone } now.\n"]),
    ]
    public static let accepts = [
        Example(
            Phrase(en: "a field", fr: "un champ"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nCall {{ phone }} or {{role.press.phone}}.\n"
            ]),
        Example(
            Phrase(en: "code and escaped braces", fr: "du code et des accolades échappées"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nWrite `{{ Any Thing }}` or \\{\\{ this }}.\n"
            ]),
    ]

    static func finding(at span: Span, inside: String, isSnippet: Bool) -> Finding {
        let form = isSnippet ? "{{> how-to-check }}" : "{{ next-time }}"
        let help = Phrase(
            en: "write small letters, digits and hyphens, as in '\(form)'",
            fr: "écrivez des minuscules, des chiffres et des traits d'union, comme dans « \(form) »")
        if inside.isEmpty {
            return finding(
                at: span,
                isSnippet
                    ? Phrase(en: "the braces name no snippet", fr: "les accolades ne nomment aucun extrait")
                    : Phrase(en: "the braces name no field", fr: "les accolades ne nomment aucun champ"),
                help: [help])
        }
        return finding(
            at: span,
            isSnippet
                ? Phrase(
                    en: "'\(inside)' cannot be the name of a snippet", fr: "« \(inside) » ne peut pas nommer un extrait"
                )
                : Phrase(
                    en: "'\(inside)' cannot be the name of a field", fr: "« \(inside) » ne peut pas nommer un champ"),
            help: [help])
    }

    static func unclosed(at span: Span) -> Finding {
        finding(
            at: span,
            Phrase(en: "'{{' is not closed on its line", fr: "« {{ » n'est pas fermé sur sa ligne"),
            help: [
                Phrase(
                    en: "close it with '}}', or write '\\{\\{' for braces",
                    fr: "fermez par « }} », ou écrivez « \\{\\{ » pour des accolades")
            ])
    }
}
