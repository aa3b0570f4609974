import PlancDiagnostics
import PlancModel
import PlancSource

enum SecretInSource: Rule {
    static let name = "secret-in-source"
    static let group = RuleGroup.confidence
    static let severity = Severity.error
    static let summary = Phrase(
        "a password, token or private key in a source")
    static let why = Phrase(

        """
        A plan is copied, printed, mailed and kept for years in the history of a repository. A secret in it \
        belongs to whoever finds a copy. Say where the secret is kept (`access: red envelope in the safe`), \
        never the secret; and change the one that stood here.
        """)
    static let rejects = [
        Example(
            Phrase("The password of the web editor"),
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
            Phrase("A token and a private key in a step"),
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
            Phrase("Where the password is, not what it is"),
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

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        for file in context.plan.files where Int(file.index) < context.sources.files.count {
            for secret in secrets(in: context.sources[file].bytes) {
                report(
                    finding(
                        at: Span(file, secret.range.lowerBound, secret.range.upperBound), told(secret.kind),
                        caption: Phrase("readable by whoever has a copy"),
                        help: [
                            Phrase(
                                "write where the secret is kept instead, and change the secret: it is known now")
                        ]))
            }
        }
    }

    private static func told(_ kind: Secret.Kind) -> Phrase {
        switch kind {
        case .privateKey:
            Phrase("a private key is in the source")
        case .token: Phrase("an access token is in the source")
        case .password:
            Phrase(
                "a password or secret is in the source")
        }
    }
}
