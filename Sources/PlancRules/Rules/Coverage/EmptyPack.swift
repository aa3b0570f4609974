import PlancDiagnostics
import PlancModel

enum EmptyPack: Rule {
    static let name = "empty-pack"
    static let group = RuleGroup.coverage
    static let severity = Severity.warning
    static let summary = Phrase("a pack whose sections all have nothing to print")
    static let why = Phrase(
        """
        It is printed, bound and put on the shelf, and whoever opens it on the day finds a title and no word of what to do. A section \
        prints what the plan has of it: without activities, obligations or messages for its scenarios nothing is on its pages.
        """)
    static let rejects = [
        Example(
            Phrase("Activities, in a plan that has none"), ["activities.md": "", "packs.md": packs("activities")])
    ]
    static let accepts = [
        Example(Phrase("A section that the plan has something for"), ["packs.md": packs("contacts", marked: false)])
    ]

    private static func packs(_ section: String, marked: Bool = true) -> String {
        """
        ---
        kind: packs
        packs:
          binder: {title: Binder, for: [role:director], include: [\(marked ? "⟦\(section)⟧" : section)]}
        ---
        """
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        // What could not be read may be what the section prints.
        if !plan.unread.kinds.isDisjoint(with: [.activity, .obligation, .message, .checklist, .scenario]) { return }
        for pack in plan.packs where !plan.unread.contains(pack, ["include", "scenarios", "for"]) {
            guard let first = pack.include.first, pack.include.allSatisfy({ isEmpty($0.value, pack, plan) }) else {
                continue
            }
            report(
                finding(
                    at: first.span, Phrase("pack {title} has nothing to print", ["title": pack.quoted]),
                    help: [Phrase("include a section that the plan has something for, or remove the pack")]))
        }
    }

    /// Whether the plan has nothing that a section would print. Of an empty grab bag and of forms other rules speak.
    private static func isEmpty(_ section: PackSection, _ pack: Pack, _ plan: Plan) -> Bool {
        func isOf(_ scenarios: ScenarioSelection) -> Bool {
            plan.scenarios.contains { scenario in
                scenarios.contains(scenario.id)
                    && (pack.scenarios.isEmpty || pack.scenarios.contains { $0.id == scenario.id })
            }
        }
        return switch section {
        case .activities: plan.activities.isEmpty
        case .obligations, .deadlines: plan.obligations.isEmpty
        case .messages: !plan.messages.contains { isOf($0.scenarios) }
        case .checklists, .timeline: !plan.checklists.contains { isOf($0.scenarios) }
        case .roleSheets: !pack.for.contains { $0.target.kind == .role }
        default: false
        }
    }
}
