import PlancMarkup
import PlancModel
import Testing

@Suite struct StepTests {
    private func checklist(_ body: String) -> BoundTexts {
        BoundTexts([
            "checklists/x.md": "---\nkind: checklist\ntitle: X\nscenarios: flood\nphase: during\n---\n\n" + body + "\n"
        ])
    }

    private func steps(_ body: String) throws -> (bound: BoundTexts, steps: [Step]) {
        let bound = checklist(body)
        let stages = try #require(bound.plan?.checklists["x"]?.stages)
        return (bound, stages.flatMap(\.steps))
    }

    @Test(arguments: [
        "- [ ] T+1h @director @press ? Close the doors",
        "- [ ] @director @press ? T+1h Close the doors",
        "- [ ] ? T+1h @director, @press Close the doors",
        "- [ ] T+1h @director and @press ? Close the doors",
        "- [ ] @director @press: T+1h ? Close the doors",
    ]) func headInAnyOrder(_ line: String) throws {
        let (bound, steps) = try steps(line + "\n  - yes: go\n  - no: wait")
        let step = try #require(steps.first)
        #expect(bound.told == [])
        #expect(step.offset?.value.notation == "T+1h")
        #expect(step.offset.map { bound.sources.text($0.span) } == "T+1h")
        #expect(step.roles.map(\.id) == ["director", "press"])
        #expect(step.roles.map { bound.sources.text($0.span) } == ["@director", "@press"])
        #expect(step.isDecision)
        #expect(step.text.plainText == "Close the doors")
        #expect(step.text.first.map { bound.sources.text($0.span) } == "Close the doors")
    }

    @Test func rhythmAndOrdinaryWords() throws {
        let (bound, steps) = try steps(
            "- [ ] T+1h every 30min @press Look at the news\n- [ ] T+2h @press every morning counts\n- [ ] "
                + "T-shirts for all"
        )
        #expect(bound.told == [])
        #expect(steps.map { $0.rhythm?.value.notation } == ["30min", nil, nil])
        #expect(steps[0].rhythm.map { bound.sources.text($0.span) } == "30min")
        #expect(steps.map(\.text.plainText) == ["Look at the news", "every morning counts", "T-shirts for all"])
    }

    @Test(arguments: ["oui: fermer", "oui : fermer", "oui\u{A0}: fermer", "oui\u{202F}: fermer", "**oui** : fermer"])
    func branches(_ branch: String) throws {
        let (bound, steps) = try steps(
            "- [ ] T0 @director ? Is it deep\n  - \(branch)\n  - no: send [](../messages/ready.md)\n  - a remark")
        #expect(bound.told == [])
        let step = try #require(steps.first)
        #expect(step.branches.map(\.label) == ["oui", "no"])
        #expect(step.branches.first?.text.plainText == "fermer")
        #expect(step.branchLinks.map(\.target.id) == ["ready"])
        #expect(step.detail.count == 1)
    }

    /// A box of the forge, at the margin and below a step, holds no steps: they are reported and read as what they
    /// look like.
    @Test(arguments: ["> - [ ] ", "> [!WARNING]\n> - [ ] ", "> [!NOTE]\n> Mind the dog.\n>\n> - [ ] "])
    func stepsInQuotationsAndAlerts(_ head: String) throws {
        let (bound, steps) = try steps(head + "T+1h @director Close the doors")
        #expect(bound.told.count == 1 && bound.told.allSatisfy { $0.hasPrefix("malformed-step") })
        #expect(steps.map { $0.offset?.value.notation } == ["T+1h"])
        #expect(steps.first?.roles.map(\.id) == ["director"])

        let below = try self.steps(
            "- [ ] T0 @press Wait\n"
                + (head + "T+1h @director Close the doors").split(separator: "\n").map { "  " + $0 }
                .joined(separator: "\n"))
        #expect(below.bound.told.count == 1)
        #expect(below.steps.first?.substeps.map { $0.offset?.value.notation } == ["T+1h"])
    }

    /// A box without time and role is a box on paper too.
    @Test func boxesInAlerts() throws {
        let (bound, steps) = try steps("> [!WARNING]\n> - [ ] Take the bag\n\n- [ ] T0 @press Wait")
        #expect(bound.told == [] && steps.count == 1)
    }

    @Test func nesting() throws {
        let (bound, steps) = try steps(
            """
            - [ ] T0 @director Close

              A paragraph with [a link](../messages/ready.md).

              - [ ] @press The front door
                - Proof: the key is on the hook
              - a remark
            """)
        #expect(bound.told == [])
        let step = try #require(steps.first)
        #expect(step.substeps.map(\.text.plainText) == ["The front door"])
        #expect(step.substeps.first?.detail.count == 1)
        #expect(step.detail.count == 2)
        // A link below the words only mentions.
        #expect(step.links.isEmpty)
    }

    @Test func whatStandsBelowAStepKeepsItsOrder() throws {
        let (_, steps) = try steps(
            """
            - [ ] T0 @director ? Make it safe
              - [ ] Ring the company
              - If nobody answers, go on.
              - yes: call
              - [x] Ring the insurer
              3. Only then switch on.

              | a |
              |---|
              | 1 |

            After.
            """)
        let step = try #require(steps.first)
        let parts = step.parts.map { part in
            switch part {
            case .detail(let block):
                switch block.content {
                case .list(let list): list.isOrdered ? "\(list.start)." : "-"
                case .table: "table"
                default: "text"
                }
            case .substep(let step): (step.isTicked ? "x " : "o ") + step.text.plainText
            case .branch(let branch): branch.label
            }
        }
        #expect(
            parts == ["o Ring the company", "-", "yes", "x Ring the insurer", "3.", "table", "text"])
    }

    @Test func stages() throws {
        let bound = checklist(
            "Before all.\n\n## One\n\nWhy.\n\n- [ ] T0 @press A\n\nAfter.\n\n## Two\n\n- [ ] T+1h @press B")
        let stages = try #require(bound.plan?.checklists["x"]?.stages)
        #expect(stages.map { $0.heading?.plainText } == [nil, "One", "Two"])
        #expect(stages.map(\.steps.count) == [0, 1, 1])
        #expect(stages.map(\.introduction.count) == [1, 1, 0])
        #expect(stages[1].steps[0].detail.count == 1)
    }

    @Test(arguments: [
        ("T+15mn", "T+15min"), ("t+1h", "T+1h"), ("J+2", "T+2d"), ("H-1", "T-1h"), ("T+1h30", "T+90min"),
        ("T−30d", "T-30d"),
    ]) func offsetsThatNearlyAre(_ written: String, _ meant: String) {
        let bound = checklist("- [ ] \(written) @press Call")
        #expect(bound.told == ["malformed-offset checklists/x.md:\(written)"])
        #expect(bound.findings.first?.fixes.first?.edits.first?.replacement == meant)
    }
}
