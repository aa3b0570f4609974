import PlancDiagnostics
import PlancSource

enum LinkOutsidePlan: BindingRule {
    static let name = "link-outside-plan"
    static let summary = Phrase(
        en: "a link that leaves the plan's folder, by its path or by a symbolic link",
        fr: "un lien qui sort du dossier du plan, par son chemin ou par un lien symbolique")
    static let why = Phrase(
        en: "What lies outside is not printed and not on the USB stick: the reader would find nothing.",
        fr: "Ce qui est dehors n'est ni imprimé ni sur la clé USB\u{A0}: le lecteur ne trouverait rien.")

    static func finding(_ destination: String, at span: Span, byLink: String? = nil) -> Finding {
        finding(
            at:
                span,
            Phrase(
                en: "'\(Say.quoted(destination))' leaves the plan's folder",
                fr: "«\u{A0}\(Say.quoted(destination))\u{A0}» sort du dossier du plan"),
            help: [
                byLink.map {
                    Phrase(
                        en: "'\($0)' is a symbolic link that leads out",
                        fr: "«\u{A0}\($0)\u{A0}» est un lien symbolique qui mène dehors")
                },
                Phrase(en: "copy the file into the plan's folder", fr: "copiez le fichier dans le dossier du plan"),
            ])
    }

    static let rejects: [Example] = [
        Example(
            Phrase(en: "one folder too far up", fr: "un dossier trop haut"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @director Read [the contract](⟦../../contract.md⟧)

                """
            ]),
        Example(
            Phrase(en: "a path from the root of the machine", fr: "un chemin depuis la racine de la machine"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @director Read [the contract](⟦/home/ada/contract.md⟧)

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(en: "up and down again, inside", fr: "on remonte et redescend, sans sortir"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @director Read [the roles](../messages/../roles.md)

                """
            ])
    ]
}
