import PlancDiagnostics
import PlancModel

enum PrivateContactExposed: Rule {
    static let name = "private-contact-exposed"
    static let group = RuleGroup.confidence
    static let severity = Severity.error
    static let summary = Phrase(
        en: "a pack for people outside the need-to-know that holds private addresses",
        fr: "un dossier pour des gens hors du besoin d’en connaître qui contient des adresses privées")
    static let why = Phrase(
        en: """
            People gave you their home number for the worst day, and for those who have to call them. A pack for an audience leaves the house: \
            whoever finds it has the number too. Leave the contacts out of it, or make it a pack for roles.
            """,
        fr: """
            Des gens vous ont confié le numéro de leur domicile pour le pire jour, et pour ceux qui doivent les appeler. Un dossier pour un \
            public sort de la maison : qui le trouve a aussi le numéro. Retirez-en les contacts, ou faites-en un dossier pour des rôles.
            """)
    static let rejects = [
        Example(
            Phrase(en: "The readers get Ada's home number", fr: "Les lecteurs reçoivent le numéro du domicile d’Ada"),
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
                en: "Messages only, and contacts for the caretaker",
                fr: "Des messages seulement, et les contacts pour le gardien"),
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

    private static let withAddresses: Set<PackSection> = [.contacts, .walletCards, .callTree, .everything]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        var exposed: [(person: Person, label: Label)] = []
        for person in plan.people {
            guard
                let reference = person.privateChannels.first(where: { channel in
                    person.reach.contains { $0.channel.id == channel.id }
                })
            else { continue }
            exposed.append((person, Label(reference.span, Phrase(en: "private", fr: "privé"))))
        }
        if exposed.isEmpty { return }
        let names = Phrase.list(exposed.map(\.person))
        for pack in plan.packs where pack.isForAudience {
            guard let section = pack.include.first(where: { withAddresses.contains($0.value) }) else { continue }
            let title = pack.quoted
            var labels = [Label(section.span, Phrase(en: "prints addresses", fr: "imprime des adresses"))]
            if let audience = pack.for.first(where: { $0.target.kind == .audience }) {
                labels.append(
                    Label(audience.span, Phrase(en: "outside the need-to-know", fr: "hors du besoin d’en connaître")))
            }
            report(
                finding(
                    at: pack.nameSpan,
                    Phrase(
                        en: "pack \(title.english) leaves the house with private addresses of \(names.english)",
                        fr: "le dossier \(title.french) sort de la maison avec des adresses privées de \(names.french)"),
                    labels: labels + exposed.prefix(3).map(\.label),
                    help: [
                        Phrase(
                            en: "take '\(section.value.rawValue)' out of 'include', or make the pack for roles",
                            fr:
                                "retirez « \(section.value.rawValue) » de « include », ou faites le dossier pour des rôles"
                        )
                    ]))
        }
    }
}
