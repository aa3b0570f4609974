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
            what was meant for a few. Raise the label, or take out what is too confidential for it. Messages above the label of a numbered copy are \
            left out of it, but all its other sheets bear the plan's label: a copy cannot go below that.
            """,
        fr: """
            On traite un papier selon l’étiquette de sa couverture. Un dossier marqué plus bas que le plan, ou qu’un message qu’il contient, \
            traînera sur un bureau avec ce qui n’était que pour quelques-uns. Relevez l’étiquette, ou retirez ce qui est trop confidentiel. Les messages \
            marqués plus haut qu’un exemplaire numéroté n’y sont pas, mais ses autres feuilles portent l’étiquette du plan : un exemplaire ne peut \
            pas descendre plus bas.
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
        lowCopy,
    ]
    private static let lowCopy = Example(
        Phrase(en: "A copy marked lower than the plan", fr: "Un exemplaire marqué plus bas que le plan"),
        [
            "packs.md": """
            ---
            kind: packs
            packs:
              keys:
                title: Keys
                for: [role:caretaker]
                include: [contacts]
                copies: [{to: caretaker, at: Workshop, classification: ⟦TLP:GREEN⟧}]
            ---
            """
        ])
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
        for pack in plan.packs {
            // A pack without a label has the plan's.
            let own = plan.label(of: pack)
            checkCopies(of: pack, plan, report)
            var highest: (label: Classification, span: Span)?
            if let plans = plan.info.classification, plans.value > own ?? .clear { highest = (plans.value, plans.span) }
            for message in plan.messages(in: pack) {
                guard let label = message.classification, label.value > highest?.label ?? own ?? .clear else {
                    continue
                }
                highest = (label.value, label.span)
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
                            fr:
                                "le dossier \(title.french) n’a pas d’étiquette et contient ce qui est \(highest.label.rawValue)"
                        ),
                    labels: (pack.classification.map { [Label($0.span, Phrase(en: "its label", fr: "son étiquette"))] }
                        ?? [])
                        + [Label(highest.span, Phrase(en: "higher", fr: "plus haut"))],
                    help: [
                        Phrase(
                            en: "write 'classification: \(highest.label.rawValue)' under the pack",
                            fr: "écrivez « classification: \(highest.label.rawValue) » sous le dossier")
                    ]))
        }
    }

    /// A copy holds sheets that bear the plan's label, whatever its messages.
    private static func checkCopies(of pack: Pack, _ plan: Plan, _ report: (Finding) -> Void) {
        guard let plans = plan.info.classification, plan.label(of: pack) ?? .clear >= plans.value else { return }
        for (place, copy) in pack.copies.enumerated() {
            let share = plan.share(of: copy, in: pack)
            guard let label = share.label, label < plans.value else { continue }
            let title = pack.quoted
            // Its own label, or a holder who is none of the named readers of TLP:RED.
            let span = copy.classification?.span ?? copy.to?.span ?? copy.span
            report(
                finding(
                    at: span,
                    Phrase(
                        en:
                            "copy \(place + 1) of pack \(title.english) may hold \(label.rawValue) at most, and its sheets are \(plans.value.rawValue)",
                        fr:
                            "l’exemplaire \(place + 1) du dossier \(title.french) peut contenir au plus \(label.rawValue), et ses feuilles sont \(plans.value.rawValue)"
                    ),
                    labels: [Label(plans.span, Phrase(en: "the plan's label", fr: "l’étiquette du plan"))],
                    help: [
                        copy.classification == nil
                            ? Phrase(
                                en: "name its holder under 'for', or give the copy to somebody whom the pack is for",
                                fr:
                                    "nommez son détenteur sous « for », ou confiez l’exemplaire à quelqu’un pour qui est le dossier"
                            )
                            : Phrase(
                                en: "write 'classification: \(plans.value.rawValue)' or leave it out",
                                fr: "écrivez « classification: \(plans.value.rawValue) » ou retirez-la")
                    ]))
        }
    }
}
