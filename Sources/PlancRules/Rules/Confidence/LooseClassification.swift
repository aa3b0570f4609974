import PlancDiagnostics
import PlancModel
import PlancSource

enum LooseClassification: Rule {
    static let name = "loose-classification"
    static let group = RuleGroup.confidence
    static let severity = Severity.error
    static let summary = Phrase(
        "a pack marked lower than what it holds")
    static let why = Phrase(

        """
        People handle paper by the label on its cover. A pack marked lower than the plan, or than a message \
        in it, will be left on a desk with what was meant for a few. Raise the label, or take out what is \
        too confidential for it. Messages above the label of a numbered copy are left out of it, but all \
        its other sheets bear the plan's label: a copy cannot go below that.
        """)
    static let rejects = [
        Example(
            Phrase("TLP:GREEN on a pack of a TLP:AMBER plan"),
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
            Phrase("It holds a message that is TLP:RED"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  ⟦words⟧: {title: Words, for: [role:press], include: [messages]}
                ---
                """,
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    """
                    channels: [mobile]
                    classification: TLP:RED
                    """,
                    text: """
                        The library is closed. Please stay at home. News at {{ next-time }}, questions: {{ phone }}.
                        """),
            ]),
        lowCopy,
    ]
    private static let lowCopy = Example(
        Phrase("A copy marked lower than the plan"),
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
            Phrase("As high as the highest in it"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  words: {title: Words, for: [role:press], include: [messages], classification: TLP:RED}
                  keys: {title: Keys, for: [role:caretaker], include: [contacts]}
                ---
                """,
                "messages/staff-closed.md": ExamplePlan.changing(
                    "messages/staff-closed.md",
                    """
                    channels: [mobile]
                    classification: TLP:RED
                    """,
                    text: """
                        The library is closed. Please stay at home. News at {{ next-time }}, questions: {{ phone }}.
                        """),
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
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
                            "pack {title} is {name} and holds what is {label}",
                            ["title": title, "name": $0, "label": highest.label.rawValue])
                    }
                        ?? Phrase(
                            "pack {title} has no label and holds what is {label}",
                            ["title": title, "label": highest.label.rawValue]
                        ),
                    labels: (pack.classification.map { [Label($0.span, Phrase("its label"))] }
                        ?? [])
                        + [Label(highest.span, Phrase("higher"))],
                    help: [
                        Phrase(
                            "write 'classification: {label}' under the pack", ["label": highest.label.rawValue])
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
                        "copy {place} of pack {title} may hold {label} at most, and its sheets are {plans}",
                        ["place": place + 1, "title": title, "label": label.rawValue, "plans": plans.value.rawValue]
                    ),
                    labels: [Label(plans.span, Phrase("the plan's label"))],
                    help: [
                        copy.classification == nil
                            ? Phrase(
                                "name its holder under 'for', or give the copy to somebody whom the pack is for"
                            )
                            : Phrase(
                                "write 'classification: {plans}' or leave it out", ["plans": plans.value.rawValue])
                    ]))
        }
    }
}
