import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

/// What became of findings that are not reported any more: some are settled, others are only not judged. With those that
/// are new and were never reported.
struct SilencedFindings {
    /// Of the older state.
    private(set) var settled: [Finding] = []
    private(set) var hidden: [PlanDiff.Hidden] = []

    init(
        _ findings: FindingChanges, _ base: PlanState, _ head: PlanState, _ names: (base: ThingNames, head: ThingNames)
    ) {
        func changes(_ old: [Finding], _ new: [Finding]) -> FindingChanges {
            FindingChanges(
                from: old.map(\.atOneSeverity), base.sources, to: new.map(\.atOneSeverity), head.sources, names: names)
        }
        // What is reported with another severity is not settled.
        let gone = changes(findings.gone, findings.appeared).gone
        let silenced = changes(base.silenced.map(\.finding), head.silenced.map(\.finding)).appeared
        let unmatched = changes(gone, silenced)
        let old = Dictionary(
            findings.gone.map { ($0.atOneSeverity, $0) }, uniquingKeysWith: { first, _ in first })
        let causes = Dictionary(
            head.silenced.map { ($0.finding.atOneSeverity, $0) }, uniquingKeysWith: { first, _ in first })
        let new = Set(unmatched.appeared)
        for finding in silenced {
            guard let silenced = causes[finding] else { continue }
            hidden.append(Self.hidden(silenced, isNew: new.contains(finding), head))
        }
        for finding in unmatched.gone {
            let finding = old[finding] ?? finding
            guard let why = Self.why(finding, base, head) else {
                settled.append(finding)
                continue
            }
            let reported = PlanDiff.reported(finding, base, .base)
            hidden.append(PlanDiff.Hidden(finding: reported, isNew: false, why: why, place: reported.place))
        }
    }

    private static func hidden(_ silenced: SilencedFinding, isNew: Bool, _ head: PlanState) -> PlanDiff.Hidden {
        let reported = PlanDiff.reported(silenced.finding, head, .head)
        switch silenced.cause {
        case .exception(let reason, let span):
            return PlanDiff.Hidden(
                finding: reported, isNew: isNew,
                why: Phrase("an exception allows it: '{reason}'", ["reason": reason]), place: head.place(of: span))
        case .ruleOff:
            return PlanDiff.Hidden(
                finding: reported, isNew: isNew, why: Phrase("the plan has turned the rule off"), place: reported.place)
        }
    }

    /// Why a finding of the older state cannot be made any more, whatever is there; nil where it is settled.
    private static func why(_ finding: Finding, _ base: PlanState, _ head: PlanState) -> Phrase? {
        let path = base.pathInPlan(base.sources[finding.span.file].path)
        if head.unreadFiles.contains(where: { head.pathInPlan($0) == path }) {
            return Phrase("its file is not read any more")
        }
        guard let item = finding.item else { return nil }
        func isAsked(_ names: [String]) -> Bool {
            !Profiles.builtIn.asking(for: item, among: names.compactMap { ProfileName(rawValue: $0) }).isEmpty
        }
        return isAsked(base.profiles) && !isAsked(head.profiles)
            ? Phrase("the plan is not judged by this profile any more") : nil
    }
}

extension Finding {
    /// A plan may say how severe a finding is: it stays the same one.
    fileprivate var atOneSeverity: Finding {
        var finding = self
        finding.severity = .warning
        return finding
    }
}

/// Exceptions that came, went, or have another reason.
///
/// - Parameter wordsOfRule: what a rule finds, in words; nil where nobody knows.
func exceptionChanges(
    _ base: PlanState, _ head: PlanState, wordsOfRule: (String) -> Phrase?
) -> [PlanDiff.Change] {
    func name(_ rule: String) -> Phrase {
        guard let words = wordsOfRule(rule) else { return Phrase(verbatim: rule) }
        return Phrase("{rule} – {words}", ["rule": rule, "words": words])
    }
    func path(_ exception: Exception, _ state: PlanState) -> String {
        state.pathInPlan(state.sources[exception.span.file].path)
    }
    var left = base.plan.exceptions
    var new: [Exception] = []
    func meet(_ exceptions: [Exception], _ isSame: (Exception, Exception) -> Bool) -> [(Exception, Exception?)] {
        exceptions.map { exception in
            let place = left.firstIndex { isSame($0, exception) }
            return (exception, place.map { left.remove(at: $0) })
        }
    }
    let here = meet(head.plan.exceptions) {
        $0.rule.value == $1.rule.value && $0.reason == $1.reason && path($0, base) == path($1, head)
    }
    let moved = meet(here.filter { $0.1 == nil }.map(\.0)) { $0.rule.value == $1.rule.value && $0.reason == $1.reason }
    new = moved.filter { $0.1 == nil }.map(\.0)
    let subject = EntityReference(.plan, head.plan.name)
    func change(_ kind: PlanDiff.Change.Kind, _ text: Phrase, _ span: Span?, _ oldSpan: Span?) -> PlanDiff.Change {
        var change = PlanDiff.Change(.plan, kind, subject, text)
        change.span = span
        change.oldSpan = oldSpan
        return change
    }
    let reworded = meet(new) { $0.rule.value == $1.rule.value && path($0, base) == path($1, head) }
    var changes = reworded.map { exception, old in
        let rule = name(exception.rule.value)
        if let old {
            return change(
                .changed,
                fromTo(
                    Phrase("exception for '{rule}'", ["rule": rule]), Phrase(verbatim: old.reason),
                    Phrase(verbatim: exception.reason)), exception.span, old.span)
        }
        return change(
            .added, Phrase("new exception for '{rule}': {reason}", ["rule": rule, "reason": exception.reason]),
            exception.span, nil)
    }
    changes += left.map {
        change(
            .removed,
            Phrase("exception for '{rule}' removed: {reason}", ["rule": name($0.rule.value), "reason": $0.reason]),
            nil, $0.span)
    }
    return changes
}
