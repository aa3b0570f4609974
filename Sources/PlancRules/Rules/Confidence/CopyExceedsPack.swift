import PlancDiagnostics
import PlancModel

enum CopyExceedsPack: Rule {
    static let name = "copy-exceeds-pack"
    static let group = RuleGroup.confidence
    static let severity = Severity.error
    static let summary = Phrase(
        "a numbered copy that is to hold more than its pack")
    static let why = Phrase(

        """
        A copy holds what its pack holds, or less. A label above the pack's adds nothing to it, and its \
        holder believes to have what is in no copy; a pack for an audience has no private address, whatever \
        one of its copies says. Write the key where it has an effect: on the pack, or on a pack for roles.
        """)
    static let rejects = [
        Example(
            Phrase("A copy marked TLP:RED of a TLP:AMBER pack"),
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
                "Private addresses in a copy for readers"),
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
                "A copy that holds less: it lies where visitors read along"),
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

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        for pack in plan.packs {
            let title = pack.quoted
            for (place, copy) in pack.copies.enumerated() {
                if let label = copy.classification, let own = plan.label(of: pack), label.value > own {
                    let span = pack.classification?.span ?? plan.info.classification?.span
                    report(
                        finding(
                            at: label.span,
                            Phrase(
                                "copy {place} is {label}, and pack {title} is {own}",
                                [
                                    "place": place + 1, "label": label.value.rawValue, "title": title,
                                    "own": own.rawValue,
                                ]
                            ),
                            labels: span.map {
                                [Label($0, Phrase("the pack's label"))]
                            } ?? [],
                            help: [
                                Phrase(
                                    "write '{own}' or lower, or raise the label of the pack", ["own": own.rawValue])
                            ]))
                }
                if let asked = copy.isPrivate, asked.value,
                    let audience = pack.for.first(where: { $0.target.kind == .audience })
                {
                    report(
                        finding(
                            at: asked.span,
                            Phrase(
                                "pack {title} is for an audience: no copy of it has private addresses", ["title": title]
                            ),
                            labels: [
                                Label(
                                    audience.span,
                                    Phrase("outside the need-to-know"))
                            ],
                            help: [
                                Phrase(
                                    "leave 'private' out, or make a pack for roles")
                            ]))
                }
            }
        }
    }
}
