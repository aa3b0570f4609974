import PlancDiagnostics
import PlancModel
import PlancProse
import PlancSource

enum MistakenStart: Rule {
    static let name = "mistaken-start"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        "the time at which you learned of it, given as the time at which it began, or the reverse")
    static let why = Phrase(
        """
        An attack begins days before anybody sees it. "Since Saturday 2.50 am an attack has affected our systems" is untrue when Saturday is \
        the day on which you noticed it, and it counts in law: deadlines run from the time of awareness, claims from the time of the event. Say \
        which of the two the blank asks for (`time-of: awareness`, `time-of: occurrence`; without the key the title of the field tells), and \
        write the sentence that goes with it.
        """)
    static let rejects = [
        Example(
            Phrase("'Since' with the time of awareness"),
            [
                "fields.md": fields,
                "messages/staff-closed.md": message("Since ⟦{{ noticed }}⟧ a cyber attack has affected our systems."),
            ]),
        Example(
            Phrase("'We learned' with the time at which it began"),
            [
                "fields.md": fields,
                "messages/staff-closed.md": message("We discovered the attack on ⟦{{ begun }}⟧."),
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("What was discovered, and when"),
            [
                "fields.md": fields,
                "messages/staff-closed.md": message(
                    "On {{ noticed }} we discovered a cyber attack. It began on {{ begun }}."),
            ])
    ]

    private static let fields = ExamplePlan.changing(
        "fields.md",
        """
        noticed: {title: Date and time when we learned of it, type: text, example: Saturday 3 am, time-of: awareness}
        begun: {title: Start of the attack, type: text, example: Friday 6 pm}
        """)

    private static func message(_ words: String) -> String {
        ExamplePlan.changing(
            "messages/staff-closed.md", text: "\(words) Questions: {{ phone }}. News at {{ next-time }}.")
    }

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let fields = context.plan.fields
        var moments: Moments?
        for statement in context.texts.statements {
            let stated: Field.Moment
            switch statement.meaning {
            case .beginning: stated = .occurrence
            case .discovery: stated = .awareness
            case .news, .deed, .mailing: continue
            }
            let known = moments ?? Moments(context.plan)
            moments = known
            guard let field = fields[statement.words], let meant = known.byField[field.id], meant != stated else {
                continue
            }
            let others = known.fields[stated] ?? []
            report(finding(statement, field, meant, other: others.count == 1 ? others[0] : nil))
        }
    }

    /// What fields are the time of, as they say, or as their titles do.
    private struct Moments {
        var byField: [String: Field.Moment] = [:]
        var fields: [Field.Moment: [String]] = [:]

        init(_ plan: Plan) {
            var readers: [Locale: PlanWordReader] = [:]
            func told(_ field: Field) -> Field.Moment? {
                for version in field.title.versions {
                    let locale = version.locale ?? plan.sourceLocale
                    let moment = readers[locale, default: PlanWordReader(locale)].moment(in: version.text.value)
                    if let moment { return moment }
                }
                return nil
            }
            for field in plan.fields {
                guard let moment = field.timeOf?.value ?? told(field) else { continue }
                byField[field.id] = moment
                fields[moment, default: []].append(field.id)
            }
        }
    }

    private static func finding(
        _ statement: Statement, _ field: Field, _ meant: Field.Moment, other: String?
    ) -> Finding {
        let isAwareness = meant == .awareness
        let place = field.timeOf?.span ?? field.title.versions.first?.text.span ?? field.nameSpan
        var fixes: [Fix] = []
        if let other {
            let better = "{{ \(other) }}"
            fixes = [Fix(Phrase("write '{id}'", ["id": other]), [Fix.Edit(statement.span, better)], isSafe: false)]
        }
        return finding(
            at: statement.span,
            isAwareness
                ? Phrase(
                    "field {name} is the time at which you learned of it, and the sentence gives it as the time at which it began",
                    ["name": field.quoted])
                : Phrase(
                    "field {name} is the time at which it began, and the sentence gives it as the time at which you learned of it",
                    ["name": field.quoted]),
            labels: [Label(place, isAwareness ? Phrase("when you learned of it") : Phrase("when it began"))],
            help: [
                isAwareness
                    ? Phrase("write when you learned of it: 'On … we discovered …'")
                    : Phrase("write when it began: 'Since …', 'It began on …'"),
                Phrase(
                    "where the title misleads, say what the field is: 'time-of: occurrence' or 'time-of: awareness'"),
            ], fixes: fixes)
    }
}
