import PlancCompose
import PlancDiagnostics
import PlancModel
import PlancSource

enum PrivateValueInText: Rule {
    static let name = "private-value-in-text"
    static let group = RuleGroup.confidence
    static let severity = Severity.error
    static let summary = Phrase(
        "a private number or address written out in a text")
    static let why = Phrase(

        """
        planc keeps an address under `private` out of everything that is for others: the copies without \
        private numbers, the packs for an audience. It cannot do that for a number that is typed into a \
        step, a message or a title: whoever gets the text gets the number. Write the role instead: those \
        who may call find the number in their contact sheet. If everybody may know the number, it is not \
        private.
        """)
    static let rejects = [
        Example(
            Phrase("Ada's home number in a step"),
            [
                "checklists/power.md": """
                ---
                kind: checklist
                title: Power
                scenarios: flood
                phase: during
                ---

                - [ ] T+15min @caretaker Call the director at home: ⟦01632 960 001⟧
                """
            ]),
        Example(
            Phrase(
                "In a title, and as a link to dial"),
            [
                "checklists/power.md": """
                ---
                kind: checklist
                title: Power (Ada ⟦+44 (0)1632-960001⟧)
                scenarios: flood
                phase: during
                ---

                - [ ] T+15min @caretaker Call [the director](tel:⟦+441632960001⟧)
                """
            ]),
        Example(
            Phrase("In the name of a file"),
            [
                "checklists/power-01632960001.md": """
                ⟦---⟧
                kind: checklist
                title: Power
                scenarios: flood
                phase: during
                ---

                - [ ] T+15min @caretaker Call @director
                """
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("The role, and a note that nobody prints"),
            [
                "checklists/power.md": """
                ---
                kind: checklist
                title: Power
                scenarios: flood
                phase: during
                ---

                - [ ] T+15min @caretaker Call @director

                <!-- Not 01632 960001 at night. -->
                """
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        for (value, span) in typedPrivateValues(of: plan, plan.privateValues, in: context.sources) {
            report(finding(value, at: span, plan, context.sources))
        }
        for (value, file) in privateValuesInNames(of: plan, plan.privateValues, context.sources) {
            let name = plan.people[value.person]?.quoted ?? Phrase(verbatim: value.person)
            report(
                finding(
                    at: Span(file, 0, min(3, context.sources[file].bytes.count)),
                    Phrase("a private address of {name} is in the name of this file", ["name": name]),
                    labels: [Label(value.privateSpan, Phrase("private"))],
                    help: [
                        Phrase("give the file another name: everybody who reads of a change reads the names of files")
                    ]))
        }
    }

    private static func finding(_ value: PrivateValue, at span: Span, _ plan: Plan, _ sources: SourceSet) -> Finding {
        let name = plan.people[value.person]?.quoted ?? Phrase(verbatim: value.person)
        // The number that the holder of a role is known by, where there is one.
        let role = plan.roles.first { role in
            role.holder?.id == value.person
                && Composer(plan: plan, locale: plan.sourceLocale).value(of: "role.\(role.id).phone") != nil
        }
        let placeholder = role.map { "{{ role.\($0.id).phone }}" }
        var fixes: [Fix] = []
        if let placeholder, mayHavePlaceholder(span, sources[span.file].bytes) {
            fixes.append(
                Fix(
                    Phrase("write '{placeholder}'", ["placeholder": placeholder]), [.init(span, placeholder)],
                    isSafe: false))
        }
        return finding(
            at: span,
            Phrase(
                "a private address of {name} is written out here", ["name": name]),
            caption: Phrase("in every copy of this text"),
            labels: [Label(value.privateSpan, Phrase("private"))],
            help: [
                placeholder.map {
                    Phrase(
                        "name the role, or write '{name}': the number that others may know", ["name": $0])
                }
                    ?? Phrase(
                        "name the role: those who may call find the number in their contact sheet"),
                Phrase(
                    "if everybody may know it, remove '{channel}' from 'private'", ["channel": value.channel]),
            ],
            fixes: fixes)
    }

    /// In a body, and not inside an address or a link.
    private static func mayHavePlaceholder(_ span: Span, _ bytes: [UInt8]) -> Bool {
        let lower = Int(span.lower)
        guard lower > 0, lower >= bodyStart(in: bytes) else { return false }
        return bytes[lower - 1] != UInt8(ascii: ":") && bytes[lower - 1] != UInt8(ascii: "/")
    }
}
