import PlancDiagnostics
import PlancModel
import PlancSchema
import PlancSource

/// What a plan may not leave out, by the profiles that it is judged by. One rule for all items: what each looks for is in the list
/// (`Library/profiles.txt`).
public enum MissingFromProfile: Rule {
    public static let name = "missing-from-profile"
    public static let group = RuleGroup.coverage
    public static let severity = Severity.warning
    public static let summary = Phrase("something that a profile asks for and the plan does not show")
    public static let why = Phrase(

        """
        The other rules judge what a plan says; what it leaves out, they do not miss. A profile is a list of what a plan may not \
        leave out, for one kind of reader: customers who trust you (trust), an auditor of continuity (continuity), a security team \
        (incident), a data protection authority (personal-data), the authority for NIS2 (nis2), or a shop with few people (small). \
        Choose with 'profiles' in plan.md; a plan that does not choose is told once what it lacks for trust. Each item matters as \
        much as its list says, whatever the severity of this rule, until the plan sets one. An exception may name this rule, or one \
        item alone: '# planc: allow log-keeper: our lawyers keep it'. 'planc explain --profile NAME' lists the items and where they \
        were looked for.
        """)
    public static let rejects = [
        Example(
            Phrase("A shop whose plan is on no paper"),
            [
                "plan.md": ExamplePlan.changing(
                    "plan.md",
                    """
                    title: ⟦Library continuity plan⟧
                    profiles: small
                    """),
                "systems.md": ExamplePlan.changing(
                    "systems.md",
                    """
                    mail-server: {title: Mail server, rto: 8h, contact: cleo, backup: {at: The safe, restored: 2025-11-03}}
                    """),
            ])
    ]
    public static let accepts = [
        Example(
            Phrase("It is printed, and lies at the counter"),
            [
                "plan.md": ExamplePlan.changing("plan.md", "profiles: small"),
                "systems.md": ExamplePlan.changing(
                    "systems.md",
                    """
                    mail-server: {title: Mail server, rto: 8h, contact: cleo, backup: {at: The safe, restored: 2025-11-03}}
                    """),
                "packs.md": """
                ---
                kind: packs
                packs:
                  counter: {title: At the counter, for: director, include: everything, copies: [{to: director, at: Counter}], printed: 2026-01-06}
                ---
                """,
            ])
    ]

    public static func check(_ context: RuleContext, report: (Finding) -> Void) {
        guard context.canJudgeProfiles else { return }
        let names = context.profiles
        if names.isEmpty { return }
        let answers = ProfileJudgement(context, names).answers.filter { !$0.lacks.isEmpty }
        if context.areProfilesChosen {
            for answer in answers { for finding in findings(answer) { report(finding) } }
        } else if !answers.isEmpty {
            report(finding(ofUnchosen: answers, context.plan))
        }
    }

    /// What lacks an item, where one thing put right helps all of it.
    private enum Cause: Hashable {
        case place(Span)
        /// What several duties of a scenario ask of its steps.
        case scenario(String, lookedFor: String)

        init(_ lack: ProfileJudgement.Lack) {
            if lack.lookedFor.hasPrefix("scenario."), let scenario = lack.scenario {
                self = .scenario(scenario.id, lookedFor: lack.lookedFor)
            } else {
                self = .place(lack.span)
            }
        }
    }

    /// One finding for each cause, whatever lacks the item there.
    private static func findings(_ answer: ProfileJudgement.Answer) -> [Finding] {
        var causes: [Cause] = []
        var lacks: [Cause: [ProfileJudgement.Lack]] = [:]
        for lack in answer.lacks {
            let cause = Cause(lack)
            if lacks[cause] == nil { causes.append(cause) }
            lacks[cause, default: []].append(lack)
        }
        return causes.compactMap { lacks[$0] }.map { finding(answer, $0) }
    }

    private static func finding(_ answer: ProfileJudgement.Answer, _ lacks: [ProfileJudgement.Lack]) -> Finding {
        let span = lacks[0].span
        let item = answer.item
        var said = Set<String>()
        let asks = lacks.filter { said.insert($0.lookedFor).inserted }
        var help = [item.why]
        for phrase in asks.compactMap(lookedFor) where !help.contains(phrase) { help.append(phrase) }
        let scenarios = Dictionary(
            lacks.compactMap(\.scenario).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let message: Phrase
        if let thing = lacks.first?.thing {
            let place =
                scenarios.isEmpty
                ? Phrase(verbatim: "")
                : Phrase(verbatim: " ") + .inScenarios(scenarios.values.sorted { $0.id < $1.id })
            message = Phrase(
                "{name} lacks this{place}: {says}", ["name": thing.quoted, "place": place, "says": item.says])
        } else {
            message = Phrase("the plan lacks this: {says}", ["says": item.says])
        }
        var finding = finding(
            at: span, message,
            caption: Phrase(
                "{item}, asked by {profiles}",
                ["item": item.id, "profiles": answer.profiles.map(\.rawValue).joined(separator: ", ")]),
            labels: lacks.dropFirst().filter { $0.span != span }.map { Label($0.span, Phrase("for this, too")) },
            help: help)
        finding.item = item.id
        finding.severity = item.severity
        if lacks.count > 1 { finding.counted = lacks.map { Self.finding(answer, [$0]) } }
        return finding
    }

    /// What would show it, in the words of an author: a key, a step with its mark, a message.
    private static func lookedFor(_ lack: ProfileJudgement.Lack) -> Phrase? {
        let ask = lack.lookedFor
        if !lack.unwanted.isEmpty {
            return Phrase("this concerns {things}", ["things": Phrase.list(lack.unwanted.map(\.quoted))])
        }
        if ask.allSatisfy({ $0.isLetter || $0 == "-" }) {
            return Phrase("planc looked for the key '{key}'", ["key": ask])
        }
        let words = ask.split { " []".contains($0) }.map(String.init)
        guard ask.contains("steps["), let means = words.firstIndex(of: "means"), means + 2 < words.count else {
            return DemandWords(lack.demand).phrase.map { Phrase("planc looked for {things}", ["things": $0]) }
                ?? Phrase("planc looked for this: {condition}", ["condition": Phrase.quoting(ask)])
        }
        let mark = "#" + words[means + 2]
        guard let at = words.firstIndex(of: "<="), at + 1 < words.count else {
            return Phrase("planc looked for a step with the mark '{mark}'", ["mark": mark])
        }
        return Phrase(
            "planc looked for a step with the mark '{mark}', by {time} at the latest",
            ["mark": mark, "time": "T+" + words[at + 1]])
    }

    /// All that a plan lacks that does not choose its profiles, told once.
    private static func finding(ofUnchosen answers: [ProfileJudgement.Answer], _ plan: Plan) -> Finding {
        var finding = finding(
            at: plan.info.nameSpan,
            Phrase(
                """
                the plan does not say by what profiles it is judged; {count, plural, one {# thing that 'trust' asks for is} \
                other {# things that 'trust' asks for are}} missing
                """, ["count": answers.count]),
            caption: Phrase("choose with 'profiles' in plan.md"),
            help: [
                Phrase(verbatim: answers.map(\.item.id).joined(separator: ", ")),
                Phrase("'planc explain --profile trust' with the plan's folder says what each of them is"),
            ])
        finding.severity = .note
        finding.counted = answers.flatMap(findings)
        return finding
    }
}
