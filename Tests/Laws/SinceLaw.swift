import PlancDiagnostics
import PlancDiff
import PlancDriver
import PlancModel
import TestSupport
import Testing

/// A change that breaks the plan somewhere else, and the rule that says so.
struct BreakingChange: Sendable, CustomTestStringConvertible {
    var name: String
    var path: String
    var old: String
    /// nil: the file goes.
    var new: String?
    var rule: String

    init(_ name: String, _ path: String, _ old: String, _ new: String?, rule: String) {
        (self.name, self.path, self.old, self.new, self.rule) = (name, path, old, new, rule)
    }

    var testDescription: String { name }

    /// Of Harbour Dairy, each in a file that stays in order itself.
    static let all = [
        BreakingChange(
            "a holder goes", "people.md", "  tom-adeyemi:\n    name: Tom Adeyemi", "  tom:\n    name: Tom Adeyemi",
            rule: "unknown-person"),
        BreakingChange("a role goes", "roles.md", "  farms:\n", "  fields:\n", rule: "unknown-role"),
        BreakingChange(
            "the system of a channel goes", "systems.md",
            "  sms-gateway: {title: Text message service, supplier: text message provider, note: The list of numbers is also on paper.}\n",
            "", rule: "unknown-system"),
        BreakingChange("a channel goes", "channels.md", "  radio:\n", "  wireless:\n", rule: "unknown-channel"),
        BreakingChange(
            "an audience goes", "audiences.md", "  food-authority:\n", "  agency:\n", rule: "unknown-audience"),
        BreakingChange("a scenario goes", "scenarios/fire.md", "", nil, rule: "unknown-scenario"),
        BreakingChange("a message goes", "messages/recall.md", "", nil, rule: "broken-link"),
        BreakingChange("a checklist goes", "checklists/fire.md", "", nil, rule: "scenario-without-checklist"),
        BreakingChange("a field goes", "fields.md", "  help-line:\n", "  helpline:\n", rule: "unknown-field"),
        BreakingChange(
            "an obligation goes", "obligations.md", "  food-incident:\n", "  incident:\n", rule: "unknown-obligation"),
        BreakingChange(
            "more is lost", "scenarios/locked-office.md", "disables: [office-network]",
            "disables: [office-network, mobile-network, website]", rule: "unreachable-audience"),
        BreakingChange(
            "a channel needs what is lost", "systems.md", "{title: Website, supplier: web host}",
            "{title: Website, supplier: web host, depends-on: [office-network, mobile-network]}",
            rule: "undeliverable-message"),
        BreakingChange(
            "an audience must hear sooner", "audiences.md", "inform-within: 4h", "inform-within: 5min",
            rule: "late-first-message"),
    ]
}

/// Law *change*, of `check --changed-since`: it tells exactly the findings that were not there before, wherever they stand.
@Suite struct SinceLaw {
    private static let plan = SubjectPlan.examples[0]
    private static let base = plan.check()

    @Test(arguments: BreakingChange.all)
    func whatBreaksElsewhereIsTold(change: BreakingChange) throws {
        var changed = Self.plan
        if let new = change.new {
            let text = changed.text(change.path)
            try #require(text.contains(change.old), "\(change.path) has no \(change.old)")
            changed = changed.with(change.path, text.replacing(change.old, with: new))
        } else {
            changed.files[change.path] = nil
        }
        let head = changed.check()
        let new = FindingChanges(from: Self.base.findings, Self.base.sources, to: head.findings, head.sources).appeared
        #expect(new.contains { $0.rule == change.rule }, "\(new.map { "\($0.rule): \($0.message.english)" })")
        #expect(new.count == head.findings.count, "the plan had nothing to report before")
    }

    /// A plan that has findings already: only new ones are told, and a baseline knows the old ones.
    @Test func oldFindingsAreNotToldAgain() throws {
        var old = Self.plan
        old.files["messages/recall.md"] = nil
        let text = old.text("people.md")
        var new = old.with("people.md", text.replacing("  tom-adeyemi:", with: "  tom:"))
        // The findings of a file that moves go with it.
        new.files["checklists/batch.md"] = new.files["checklists/contaminated-batch.md"]
        new.files["checklists/contaminated-batch.md"] = nil
        let (base, head) = (old.check(), new.check())
        #expect(base.findings.contains { $0.rule == "broken-link" })
        let told = FindingChanges(from: base.findings, base.sources, to: head.findings, head.sources).appeared
        #expect(told.contains { $0.rule == "unknown-person" })
        #expect(!told.contains { $0.rule == "broken-link" }, "\(told.map(\.message.english))")
        let known = try Baseline(text: Baseline.text(of: base)).new(head)
        #expect(known.map(\.message.english) == told.map(\.message.english))
        #expect(try Baseline(text: Baseline.text(of: head)).new(head).isEmpty)
    }

    /// What things are called, which ids they have and which file they are in makes no finding new; a baseline agrees.
    @Test(arguments: [
        [
            "people.md": ("Morag Sinclair", "Morag Sinclaire"),
            "roles.md": ("title: Crisis lead", "title: Crisis chief"),
        ],
        ["people.md": ("elin-hughes:", "e-hughes:"), "roles.md": ("elin-hughes", "e-hughes")],
    ])
    func namesMakeNoFindingNew(edits: [String: (String, String)]) throws {
        var old = Self.plan
        for (path, text) in [
            ("people.md", "    verified: 2026-11-02\n"), ("roles.md", "    deputies: [ruth-pascoe]\n"),
            ("people.md", "mobile: \"+44 7700 900105\", "),
        ] {
            try #require(old.text(path).contains(text))
            old = old.with(path, old.text(path).replacing(text, with: "", maxReplacements: 1))
        }
        var new = old
        for (path, edit) in edits { new = new.with(path, new.text(path).replacing(edit.0, with: edit.1)) }
        try isTheSame(old, new)
    }

    @Test func whatIsSaidOfAThingGoesWithItIntoAnotherFile() throws {
        var old = Self.plan
        let text = old.text("people.md").replacing("    verified: 2026-11-02\n", with: "", maxReplacements: 1)
        old = old.with("people.md", text)
        let start = try #require(text.firstRange(of: "  morag-sinclair:")).lowerBound
        let end = try #require(text[start...].firstRange(of: "  tom-adeyemi:")).lowerBound
        var new = old.with("people.md", text.replacing(text[start..<end], with: ""))
        new.files["more-people.md"] = Array("---\nkind: people\npeople:\n\(text[start..<end])---\n".utf8)
        try isTheSame(old, new)
    }

    private func isTheSame(_ old: SubjectPlan, _ new: SubjectPlan) throws {
        let (base, head) = (old.check(), new.check())
        #expect(!base.findings.isEmpty)
        let changes = FindingChanges(
            from: base.findings, base.sources, to: head.findings, head.sources,
            names: namesOfThings(base.plans, head.plans))
        #expect(changes.isEmpty, "\(changes.appeared.map(\.message.english)) \(changes.gone.map(\.message.english))")
        #expect(try Baseline(text: Baseline.text(of: base)).new(head).map(\.message.english) == [])
    }

    /// Days that go by make findings, but none twice.
    @Test func aDayMakesNoFindingNew() throws {
        let later = try #require(CalendarDate(iso: "2029-03-01"))
        let next = try #require(CalendarDate(iso: "2029-03-09"))
        let loaded = load(["plan"], in: MemoryWorld(Self.plan.world, today: later))
        let (base, head) = (check(loaded, asOf: later), check(loaded, asOf: next))
        #expect(base.findings.count > 10)
        #expect(base.findings.map(\.message.english) != head.findings.map(\.message.english))
        #expect(
            FindingChanges(from: base.findings, base.sources, to: head.findings, head.sources).appeared
                .map(\.message.english) == [])
        #expect(try Baseline(text: Baseline.text(of: base)).new(head).map(\.message.english) == [])
        #expect(
            fingerprints(base.findings, sources: base.sources) == fingerprints(head.findings, sources: head.sources))
    }

    @Test func anOldBaselineIsExplained() {
        #expect(throws: Baseline.Fault.outdated) {
            try Baseline(text: "# x\n0123456789abcdef\tunknown-role\tplan/people.md\n")
        }
        #expect(throws: Baseline.Fault.unreadable(line: 2)) { try Baseline(text: "# x\nanything\n") }
    }
}
