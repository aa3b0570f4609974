import PlancDiagnostics
import PlancModel
import PlancSource

enum SecretInSource: Rule {
    static let name = "secret-in-source"
    static let group = RuleGroup.confidence
    static let severity = Severity.error
    static let summary = Phrase(
        en: "a password, token or private key in a source",
        fr: "un mot de passe, un jeton ou une clé privée dans une source")
    static let why = Phrase(
        en: """
            A plan is copied, printed, mailed and kept for years in the history of a repository. A secret in it belongs to whoever finds a copy. \
            Say where the secret is kept (`access: red envelope in the safe`), never the secret; and change the one that stood here.
            """,
        fr: """
            Un plan est copié, imprimé, envoyé, et gardé des années dans l’historique d’un dépôt. Un secret qu’il contient appartient à qui trouve \
            un exemplaire. Dites où le secret est gardé (`access: enveloppe rouge au coffre`), jamais le secret ; et changez celui qui était ici.
            """)
    static let rejects = [
        Example(
            Phrase(en: "The password of the web editor", fr: "Le mot de passe de l’éditeur du site"),
            [
                "more-channels.md": """
                ---
                kind: channels
                channels:
                  blog:
                    title: Blog
                    type: web
                    operated-by: press
                    access: "user library, password: ⟦Riverside1987⟧"
                ---
                """
            ]),
        Example(
            Phrase(en: "A token and a private key in a step", fr: "Un jeton et une clé privée dans une étape"),
            [
                "checklists/deploy.md": """
                ---
                kind: checklist
                title: Put the page online
                scenarios: flood
                phase: during
                ---

                - [ ] T+1h @press Log in with ⟦ghp_0123456789abcdefghijABCDEFGHIJ012345⟧

                ```
                ⟦-----BEGIN OPENSSH PRIVATE KEY-----⟧
                ```
                """
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "Where the password is, not what it is", fr: "Où est le mot de passe, et non ce qu’il est"),
            [
                "more-channels.md": """
                ---
                kind: channels
                channels:
                  blog:
                    title: Blog
                    type: web
                    operated-by: press
                    access: "password: in the red envelope, safe of the director"
                ---
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        for file in judgement.plan.files where Int(file.index) < judgement.sources.files.count {
            for secret in secrets(in: judgement.sources[file].bytes) {
                report(
                    finding(
                        at: Span(file, secret.range.lowerBound, secret.range.upperBound), told(secret.kind),
                        caption: Phrase(en: "readable by whoever has a copy", fr: "lisible par qui a un exemplaire"),
                        help: [
                            Phrase(
                                en: "write where the secret is kept instead, and change the secret: it is known now",
                                fr: "écrivez plutôt où le secret est gardé, et changez-le : il est désormais connu")
                        ]))
            }
        }
    }

    private static func told(_ kind: Secret.Kind) -> Phrase {
        switch kind {
        case .privateKey:
            Phrase(en: "a private key stands in the source", fr: "une clé privée est écrite dans la source")
        case .token: Phrase(en: "an access token stands in the source", fr: "un jeton d’accès est écrit dans la source")
        case .password:
            Phrase(
                en: "a password or secret stands in the source",
                fr: "un mot de passe ou un secret est écrit dans la source")
        }
    }
}
