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
        is on none of them. Write `@role` before its text; sub-steps take the role of the step above them. \
        A part of a crisis checklist without any step that says what a role does is on every sheet, and nobody's task.
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
            ]),
        Example(
            Phrase("A part without any step"),
            [
                "checklists/doors.md": """
                ---
                kind: checklist
                title: The doors
                scenarios: flood
                phase: during
                ---

                - [ ] T+10min @caretaker Open the doors to the yard

                ⟦## At night⟧

                1. The caretaker calls the director
                2. The director calls the mayor
                """
            ]),
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
        let names = Lazily { RoleNames(plan) }
        for checklist in plan.checklists {
            for stage in checklist.stages { judge(stage.steps, plan, names, report) }
            if checklist.phase.value == .during { judgeStages(checklist.stages, names, report) }
        }
    }

    /// A part of a list of the crisis in which no step is, and whose words name somebody: rules and numbers for all stay as they are.
    private static func judgeStages(
        _ stages: [Checklist.Stage], _ names: Lazily<RoleNames>, _ report: (Finding) -> Void
    ) {
        guard stages.contains(where: { !$0.steps.isEmpty }) else { return }
        for (place, stage) in stages.enumerated() where stage.steps.isEmpty {
            // A heading over others says what they have in common.
            if place + 1 < stages.count, stages[place + 1].level > stage.level { continue }
            guard let span = stage.headingSpan,
                let words = stage.introduction.first(where: { $0.tellsWhatToDo(names) })
            else { continue }
            var found = finding(
                at: span,
                Phrase("no step is under this heading: its text is on every sheet, and nobody is told to do it"),
                labels: [Label(words.span, Phrase("nobody does this"))],
                help: [Phrase("write what is to be done as steps: '{example}'", ["example": "- [ ] T+2h @role …"])])
            found.severity = .warning
            report(found)
        }
    }

    private static func judge(_ steps: [Step], _ plan: Plan, _ names: Lazily<RoleNames>, _ report: (Finding) -> Void) {
        for place in steps.indices where steps[place].roles.isEmpty && !steps[place].hasUnreadRole {
            judge(steps[place], plan, names, report)
        }
    }

    /// A step whose sub-steps all have somebody needs nobody itself; one whose sub-steps have nobody either is told once.
    private static func judge(_ step: Step, _ plan: Plan, _ names: Lazily<RoleNames>, _ report: (Finding) -> Void) {
        if step.substeps.contains(where: hasSomebody) {
            judge(step.substeps, plan, names, report)
            return
        }
        // `Call the mayor (@director)`: whoever wrote it believes that the director is asked.
        let mention = step.text.firstMention
        let fix = fix(step, mention, plan, names)
        let meant =
            mention?.value ?? fix?.edits.first.map { String($0.replacement.dropFirst()) }
            ?? names.value.first(in: step.text.plainText)?.role
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
    private static func fix(_ step: Step, _ mention: Located<String>?, _ plan: Plan, _ names: Lazily<RoleNames>) -> Fix?
    {
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
        guard let (name, role) = leadingRole(of: text, plan, names) else { return nil }
        let place = Span(first.span.file, start, start + name.utf8.count)
        return Fix(Phrase("write '{text}'", ["text": "@\(role)"]), [Fix.Edit(place, "@\(role)")], isSafe: false)
    }

    /// The role whose id or title a text begins with, or the name of who holds it, and how it is written there, with an article.
    private static func leadingRole(of text: String, _ plan: Plan, _ names: Lazily<RoleNames>) -> (
        name: Substring, role: String
    )? {
        let word = text.prefix { !$0.isWhitespace && $0 != ":" && $0 != "," }
        if plan.roles[String(word)] != nil { return (word, String(word)) }
        guard let found = names.value.first(in: text), found.isFirst else { return nil }
        let name = Substring(text.utf8.prefix(found.range.upperBound))
        guard text.dropFirst(name.count).first?.isWhitespace ?? false else { return nil }
        return (name, found.role)
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

extension Block {
    /// Whether it says what somebody is to do: an item or a sentence that names a role, or who holds it.
    fileprivate func tellsWhatToDo(_ names: Lazily<RoleNames>) -> Bool {
        var found = false
        [self].forEachLine { words, _ in found = found || names.value.first(in: words.plainText) != nil }
        return found
    }
}
