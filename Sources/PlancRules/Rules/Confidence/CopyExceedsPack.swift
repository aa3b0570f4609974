import PlancDiagnostics
import PlancModel

enum CopyExceedsPack: Rule {
    static let name = "copy-exceeds-pack"
    static let group = RuleGroup.confidence
    static let severity = Severity.error
    static let summary = Phrase(
        en: "a numbered copy that is to hold more than its pack",
        fr: "un exemplaire numéroté censé contenir plus que son dossier")
    static let why = Phrase(
        en: """
            A copy holds what its pack holds, or less. A label above the pack's adds nothing to it, and its holder believes to have what is in \
            no copy; a pack for an audience has no private address, whatever one of its copies says. Write the key where it has an effect: on \
            the pack, or on a pack for roles.
            """,
        fr: """
            Un exemplaire contient ce que contient son dossier, ou moins. Une étiquette plus haute que celle du dossier n’y ajoute rien, et son \
            détenteur croit avoir ce qui n’est dans aucun exemplaire ; un dossier pour un public n’a pas d’adresse privée, quoi que dise un de ses \
            exemplaires. Écrivez la clé là où elle agit : sur le dossier, ou sur un dossier pour des rôles.
            """)
    static let rejects = [
        Example(
            Phrase(en: "A copy marked TLP:RED of a TLP:AMBER pack", fr: "Un exemplaire TLP:RED d’un dossier TLP:AMBER"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  keys:
                    title: Keys
                    for: [role:caretaker]
                    include: [contacts]
                    copies: [{to: caretaker, at: Workshop, classification: ⟦TLP:RED⟧}]
                ---
                """
            ]),
        Example(
            Phrase(
                en: "Private addresses in a copy for readers",
                fr: "Des adresses privées dans un exemplaire pour des lecteurs"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  handout:
                    title: Handout
                    for: [audience:readers]
                    include: [messages]
                    copies: [{to: press, at: Front desk, private: ⟦true⟧}]
                ---
                """
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(
                en: "A copy that holds less: it lies where visitors read along",
                fr: "Un exemplaire qui contient moins : il est là où des visiteurs lisent"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  keys:
                    title: Keys
                    for: [role:caretaker]
                    include: [contacts, messages]
                    classification: TLP:RED
                    copies:
                      - {to: caretaker, at: Workshop}
                      - {to: caretaker, at: Front desk, private: false, classification: TLP:AMBER}
                ---
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        for pack in plan.packs {
            let title = pack.quoted
            for (place, copy) in pack.copies.enumerated() {
                if let label = copy.classification, let own = plan.label(of: pack), label.value > own {
                    let span = pack.classification?.span ?? plan.info.classification?.span
                    report(
                        finding(
                            at: label.span,
                            Phrase(
                                en:
                                    "copy \(place + 1) is \(label.value.rawValue), and pack \(title.english) is \(own.rawValue)",
                                fr:
                                    "l’exemplaire \(place + 1) est \(label.value.rawValue), et le dossier \(title.french) est \(own.rawValue)"
                            ),
                            labels: span.map {
                                [Label($0, Phrase(en: "the pack's label", fr: "l’étiquette du dossier"))]
                            } ?? [],
                            help: [
                                Phrase(
                                    en: "write '\(own.rawValue)' or lower, or raise the label of the pack",
                                    fr: "écrivez « \(own.rawValue) » ou plus bas, ou relevez l’étiquette du dossier")
                            ]))
                }
                if let asked = copy.isPrivate, asked.value,
                    let audience = pack.for.first(where: { $0.target.kind == .audience })
                {
                    report(
                        finding(
                            at: asked.span,
                            Phrase(
                                en: "pack \(title.english) is for an audience: no copy of it has private addresses",
                                fr:
                                    "le dossier \(title.french) est pour un public : aucun exemplaire n’a d’adresse privée"
                            ),
                            labels: [
                                Label(
                                    audience.span,
                                    Phrase(en: "outside the need-to-know", fr: "hors du besoin d’en connaître"))
                            ],
                            help: [
                                Phrase(
                                    en: "leave 'private' out, or make a pack for roles",
                                    fr: "retirez « private », ou faites un dossier pour des rôles")
                            ]))
                }
            }
        }
    }
}
