import PlancDiagnostics
import PlancSource

enum MalformedID: FormRule {
    static let name = "malformed-id"
    static let summary = Phrase(
        en: "an id that is not made of small letters, digits and single hyphens",
        fr: "un identifiant qui n'est pas fait de minuscules, de chiffres et de traits d'union")
    static let why = Phrase(
        en: "Ids become the names of files and links, on every system and on paper: they must be the same everywhere.",
        fr:
            "Les identifiants deviennent des noms de fichiers et de liens, sur tous les systèmes et sur "
            + "papier\u{A0}: ils doivent être partout les mêmes."
    )

    static func finding(_ id: Located<String>) -> Finding {
        let better = Form.id(from: id.value)
        return finding(
            at:
                id.span,
            Phrase(
                en: "'\(Say.quoted(id.value))' is not an id",
                fr: "«\u{A0}\(Say.quoted(id.value))\u{A0}» n'est pas un identifiant"),
            caption: better.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "small letters, digits and single hyphens, as in 'first-message'",
                    fr:
                        "des minuscules sans accent, des chiffres et des traits d'union, comme "
                        + "«\u{A0}premier-message\u{A0}»"
                )
            ],
            fixes: better.map { [Say.replace(id.span, by: $0)] } ?? [])
    }

    /// The id that a file would have by its name.
    static func finding(fileName: String, at span: Span) -> Finding {
        let better = Form.id(from: fileName) ?? "premier-message"
        return finding(
            at:
                span,
            Phrase(
                en: "the file's name '\(Say.quoted(fileName))' gives no id",
                fr: "le nom du fichier, «\u{A0}\(Say.quoted(fileName))\u{A0}», ne donne pas d'identifiant"),
            help: [
                Phrase(
                    en: "rename it '\(better).md', or add 'id: \(better)'",
                    fr: "nommez-le «\u{A0}\(better).md\u{A0}», ou ajoutez «\u{A0}id: \(better)\u{A0}»")
            ])
    }

    /// An id alone, where things of two kinds have it.
    static func finding(ambiguous id: Located<String>, choices: [String]) -> Finding {
        finding(
            at:
                id.span,
            Phrase(
                en: "'\(id.value)' could be several things",
                fr: "«\u{A0}\(id.value)\u{A0}» peut désigner plusieurs choses"),
            help: [
                Phrase(
                    en: "write " + choices.map { "'\($0)'" }.joined(separator: " or "),
                    fr: "écrivez " + choices.map { "«\u{A0}\($0)\u{A0}»" }.joined(separator: " ou "))
            ])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "capitals and spaces", fr: "des majuscules et des espaces"),
            [
                "systems.md": """
                ---
                kind: systems
                systems:
                  mail-server: {title: Mail server}
                  mobile-network: {title: Mobile network}
                  landline: {title: Land line}
                  website: {title: Website}
                  sms-gateway: {title: SMS gateway}
                  ⟦Wi-Fi 2⟧: {title: Wireless}
                ---

                """
            ]),
        Example(
            Phrase(en: "a file whose name gives no id", fr: "un fichier dont le nom ne donne pas d'identifiant"),
            [
                "snippets/How to check.md": """
                ---
                kind: ⟦snippet⟧
                ---

                Look at our website.

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "small letters, digits and hyphens", fr: "des minuscules, des chiffres, des traits d'union"),
            [
                "snippets/How to check.md": """
                ---
                kind: snippet
                id: how-to-check
                ---

                Look at our website.

                """
            ])
    ]
}
