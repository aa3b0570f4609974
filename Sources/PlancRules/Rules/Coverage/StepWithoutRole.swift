import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

enum StepWithoutRole: Rule {
    static let name = "step-without-role"
    static let group = RuleGroup.coverage
    static let severity = Severity.error
    static let summary = Phrase("a step that nobody does")
    static let why = Phrase(

        """
        A step for everyone is done by no one. On the day each person reads their own sheet, and this step \
        is on none of them. Write `@role` before its text; sub-steps take the role of the step above them.
        """)
    static let rejects = [
        Example(
            Phrase("Who opens the doors?"),
            [
                "checklists/doors.md": """
                ---
                kind: checklist
                title: The doors
                scenarios: flood
                phase: during
                ---

                - [ ] ⟦T+10min Open the doors to the yard⟧
                - [ ] T+20min Carry out
                  - [ ] @caretaker the pumps
                  - [ ] ⟦the sandbags⟧
                """
            ])
    ]
    static let accepts = [
        Example(
            Phrase(
                "Sub-steps take the role above, or have their own"),
            [
                "checklists/doors.md": """
                ---
                kind: checklist
                title: The doors
                scenarios: flood
                phase: during
                ---

                - [ ] T+10min @caretaker Open the doors to the yard
                  - [ ] the green one
                  - [ ] the red one
                - [ ] T+20min Carry out
                  - [ ] @caretaker the pumps
                  - [ ] @press the archive
                """
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        for checklist in plan.checklists { for stage in checklist.stages { judge(stage.steps, plan, report) } }
    }

    private static func judge(_ steps: [Step], _ plan: Plan, _ report: (Finding) -> Void) {
        for place in steps.indices where steps[place].roles.isEmpty && !steps[place].hasUnreadRole {
            judge(steps[place], plan, report)
        }
    }

    /// A step whose sub-steps all have somebody needs nobody itself; one whose sub-steps have nobody either is told once.
    private static func judge(_ step: Step, _ plan: Plan, _ report: (Finding) -> Void) {
        if step.substeps.contains(where: hasSomebody) {
            judge(step.substeps, plan, report)
            return
        }
        // `Call the mayor (@director)`: whoever wrote it believes that the director is asked.
        let mention = step.text.firstMention
        let fix = fix(step, mention, plan)
        let meant = mention?.value ?? fix?.edits.first.map { String($0.replacement.dropFirst()) }
        report(
            finding(
                at: step.span, Phrase("nobody does this step"),
                caption: Phrase("no '@role'"),
                labels: mention.map {
                    [Label($0.span, Phrase("who is named among the words is spoken of, not asked"))]
                } ?? [],
                help: [
                    meant.map { Phrase("if '@{id}' does it, write that before the words", ["id": $0]) }
                        ?? Phrase("write who does it before the text: '@role'")
                ], fixes: fix.map { [$0] } ?? []))
    }

    /// `lead Call …`, `Crisis lead Call …` and `– @lead Call …`: the sign before a name that comes first, or what is before a name
    /// that has it.
    private static func fix(_ step: Step, _ mention: Located<String>?, _ plan: Plan) -> Fix? {
        guard let first = step.text.first, case .text(let text) = first.content,
            first.span.range.count == text.utf8.count
        else { return nil }
        let start = Int(first.span.lower)
        if let mention {
            guard text.allSatisfy({ !$0.isLetter && !$0.isNumber }), mention.span.lower >= first.span.upper else {
                return nil
            }
            let between = Span(first.span.file, start, Int(mention.span.lower))
            guard between.range.count == text.utf8.count else { return nil }
            var edits = [Fix.Edit(between, "")]
            // A bracket that is opened before the name is closed behind it.
            if let closes = text.last.flatMap({ brackets[$0] }) {
                guard step.text.count > 2, step.text[1].span.upper == mention.span.upper,
                    case .text(let behind) = step.text[2].content, let close = behind.first, closes.contains(close)
                else { return nil }
                let end = Int(mention.span.upper)
                edits.append(Fix.Edit(Span(first.span.file, end, end + String(close).utf8.count), ""))
            }
            return Fix(Phrase("remove '{text}'", ["text": text]), edits, isSafe: false)
        }
        guard let (name, role) = leadingRole(of: text, plan) else { return nil }
        let place = Span(first.span.file, start, start + name.utf8.count)
        return Fix(Phrase("write '{text}'", ["text": "@\(role)"]), [Fix.Edit(place, "@\(role)")], isSafe: false)
    }

    /// The role whose id or title a text begins with, and how it is written there.
    private static func leadingRole(of text: String, _ plan: Plan) -> (name: Substring, role: String)? {
        let word = text.prefix { !$0.isWhitespace && $0 != ":" && $0 != "," }
        if plan.roles[String(word)] != nil { return (word, String(word)) }
        for role in plan.roles {
            for title in role.title.versions.map(\.text.value) {
                let name = text.prefix(title.count)
                guard name.lowercased() == title.lowercased(), text.dropFirst(title.count).first?.isWhitespace ?? false
                else { continue }
                return (name, role.id)
            }
        }
        return nil
    }

    private static let brackets: [Character: String] = [
        "(": ")", "[": "]", "{": "}", "«": "»", "»": "«", "‹": "›", "›": "‹", "“": "”", "„": "“”", "‘": "’", "‚": "‘’",
        "\"": "\"",
        "'": "'", "<": ">",
    ]

    private static func hasSomebody(_ step: Step) -> Bool {
        !step.roles.isEmpty || step.hasUnreadRole || step.substeps.contains(where: hasSomebody)
    }
}

extension [Inline] {
    /// The first role that is named in a text.
    fileprivate var firstMention: Located<String>? {
        var found: Located<String>?
        forEachDeep { inline in
            if found == nil, case .roleMention(let id) = inline.content { found = Located(id, inline.span) }
        }
        return found
    }
}
