import PlancDiagnostics
import PlancModel

enum PrivateContactExposed: Rule {
    static let name = "private-contact-exposed"
    static let group = RuleGroup.confidence
    static let severity = Severity.error
    static let summary = Phrase(
        "a pack for people outside the need-to-know that holds private addresses")
    static let why = Phrase(

        """
        People gave you their home number for the worst day, and for those who have to call them. A pack \
        for an audience goes to outsiders: whoever finds it has the number too. Leave the contacts out of \
        it, or make it a pack for roles.
        """)
    static let rejects = [
        Example(
            Phrase("The readers get Ada's home number"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  ⟦handout⟧: {title: Handout, for: [audience:readers], include: [cover, contacts]}
                ---
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(
                "Messages only, and contacts for the caretaker"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  handout: {title: Handout, for: [audience:readers], include: [cover, messages]}
                  keys: {title: Keys, for: [role:caretaker], include: [contacts]}
                ---
                """
            ])
    ]

    private static let withAddresses: Set<PackSection> = [.contacts, .walletCards, .callTree]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        var exposed: [(person: Person, label: Label)] = []
        for person in plan.people {
            guard
                let reference = person.privateChannels.first(where: { channel in
                    person.reach.contains { $0.channel.id == channel.id }
                })
            else { continue }
            exposed.append((person, Label(reference.span, Phrase("private"))))
        }
        if exposed.isEmpty { return }
        let names = Phrase.list(exposed.map(\.person))
        for pack in plan.packs where pack.isForAudience {
            guard let section = pack.include.first(where: { withAddresses.contains($0.value) }) else { continue }
            let title = pack.quoted
            var labels = [Label(section.span, Phrase("prints addresses"))]
            if let audience = pack.for.first(where: { $0.target.kind == .audience }) {
                labels.append(
                    Label(audience.span, Phrase("outside the need-to-know")))
            }
            report(
                finding(
                    at: pack.nameSpan,
                    Phrase(
                        "pack {title} goes to outsiders with private addresses of {names}",
                        ["title": title, "names": names]),
                    labels: labels + exposed.prefix(3).map(\.label),
                    help: [
                        Phrase(
                            "take '{section}' out of 'include', or make the pack for roles",
                            ["section": section.value.rawValue]
                        )
                    ]))
        }
    }
}
