import PlancDiagnostics
import PlancModel

enum UnlabelledPlan: Rule {
    static let name = "unlabelled-plan"
    static let group = RuleGroup.confidence
    static let severity = Severity.warning
    static let summary = Phrase("a plan with private addresses and no TLP label")
    static let why = Phrase(
        """
        People handle paper by the label on it. A plan without `classification` puts none on its cards and lists, the home \
        numbers on them are left on a desk, and no pack can be compared with what it holds.
        """)

    private static func plan(_ classification: String) -> [String: String?] {
        [
            "plan.md": ExamplePlan.files["plan.md"]!.replacing("classification: TLP:AMBER\n", with: classification)
                .replacing("title: Library continuity plan", with: "title: ⟦Library continuity plan⟧")
        ]
    }

    static let rejects = [Example(Phrase("Ada's home number is private, and no page says for whom it is"), plan(""))]
    static let accepts = [Example(Phrase("The plan has a label"), ["plan.md": ExamplePlan.files["plan.md"]!])]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        if plan.info.classification != nil || context.brokenFiles.contains(plan.info.nameSpan.file) { return }
        let people = plan.people.filter { person in
            person.privateChannels.contains { channel in person.reach.contains { $0.channel.id == channel.id } }
        }
        if people.isEmpty { return }
        report(
            finding(
                at: plan.info.nameSpan,
                Phrase(
                    "the plan has no TLP label, and private addresses of {names}",
                    ["names": Phrase.few(people.map(\.quoted))]),
                caption: Phrase("no 'classification'"),
                labels: people.prefix(3).map { Label($0.privateChannels[0].span, Phrase("private")) },
                help: [Phrase("write 'classification: TLP:AMBER', the label for those who need to know")]))
    }
}
