import PlancDiagnostics
import PlancModel
import PlancSource

enum LooseClassification: Rule {
    static let name = "loose-classification"
    static let group = RuleGroup.confidence
    static let severity = Severity.error
    static let summary = Phrase(
        en: "a pack marked lower than what it holds", fr: "un dossier marqué plus bas que ce qu’il contient")
    static let why = Phrase(
        en: """
            People handle paper by the label on its cover. A pack marked lower than the plan, or than a message in it, will be left on a desk with \
            what was meant for a few. Raise the label, or take out what is too confidential for it.
            """,
        fr: """
            On traite un papier selon l’étiquette de sa couverture. Un dossier marqué plus bas que le plan, ou qu’un message qu’il contient, \
            traînera sur un bureau avec ce qui n’était que pour quelques-uns. Relevez l’étiquette, ou retirez ce qui est trop confidentiel.
            """)
    static let rejects = [
        Example(
            Phrase(en: "TLP:GREEN on a pack of a TLP:AMBER plan", fr: "TLP:GREEN sur un dossier d’un plan TLP:AMBER"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  ⟦keys⟧: {title: Keys, for: [role:caretaker], include: [contacts], classification: TLP:GREEN}
                ---
                """
            ]),
        Example(
            Phrase(en: "It holds a message that is TLP:RED", fr: "Il contient un message TLP:RED"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  ⟦words⟧: {title: Words, for: [role:press], include: [messages]}
                ---
                """,
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [mobile]
                owner: director
                classification: TLP:RED
                ---

                The library is closed. Please stay at home. News at {{ next-time }}, questions: {{ phone }}.
                """,
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "As high as the highest in it", fr: "Aussi haut que le plus haut qu’il contient"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  words: {title: Words, for: [role:press], include: [messages], classification: TLP:RED}
                  keys: {title: Keys, for: [role:caretaker], include: [contacts]}
                ---
                """,
                "messages/staff-closed.md": """
                ---
                kind: message
                title: "Staff: the library is closed"
                audiences: staff
                scenarios: flood
                phase: during
                channels: [mobile]
                owner: director
                classification: TLP:RED
                ---

                The library is closed. Please stay at home. News at {{ next-time }}, questions: {{ phone }}.
                """,
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        let labelled = plan.messages.filter { $0.classification != nil }
        for pack in plan.packs {
            // A pack without a label has the plan's.
            let own = pack.classification?.value ?? plan.info.classification?.value
            var highest: (label: Classification, span: Span)?
            if let plans = plan.info.classification, plans.value > own ?? .clear { highest = (plans.value, plans.span) }
            if pack.includes(.messages) {
                for message in labelled where isIn(pack, message) {
                    guard let label = message.classification, label.value > highest?.label ?? own ?? .clear else { continue }
                    highest = (label.value, label.span)
                }
            }
            guard let highest else { continue }
            let title = pack.quoted
            let told = own?.rawValue
            report(
                finding(
                    at: pack.nameSpan,
                    told.map {
                        Phrase(
                            en: "pack \(title.english) is \($0) and holds what is \(highest.label.rawValue)",
                            fr: "le dossier \(title.french) est \($0) et contient ce qui est \(highest.label.rawValue)")
                    }
                        ?? Phrase(
                            en: "pack \(title.english) has no label and holds what is \(highest.label.rawValue)",
                            fr: "le dossier \(title.french) n’a pas d’étiquette et contient ce qui est \(highest.label.rawValue)"),
                    labels: (pack.classification.map { [Label($0.span, Phrase(en: "its label", fr: "son étiquette"))] } ?? [])
                        + [Label(highest.span, Phrase(en: "higher", fr: "plus haut"))],
                    help: [
                        Phrase(
                            en: "write 'classification: \(highest.label.rawValue)' under the pack",
                            fr: "écrivez « classification: \(highest.label.rawValue) » sous le dossier")
                    ]))
        }
    }

    /// Whether a message is printed in a pack: one of its scenarios, and its audience when the pack is for audiences.
    private static func isIn(_ pack: Pack, _ message: Message) -> Bool {
        guard pack.scenarios.isEmpty || pack.scenarios.contains(where: { message.scenarios.contains($0.id) }) else { return false }
        let audiences = pack.for.filter { $0.target.kind == .audience }
        return audiences.isEmpty || message.audiences.contains { a in audiences.contains { $0.target.id == a.id } }
    }
}
