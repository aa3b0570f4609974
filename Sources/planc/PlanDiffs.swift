import PlancDiagnostics
import PlancDiff
import PlancDriver
import PlancModel

/// The differences of all plans of two states, each under its path and title.
///
/// Plans in the same folder belong together, then those in folders of one name, of one title, of files most of which are the same,
/// then the only one that is left on each side.
func planDiffs(
    _ old: PlanStates, _ new: PlanStates, _ language: Language, showsPrivate: Bool
) -> [(plan: String, diff: PlanDiff)] {
    var left = old.states
    var partners: [Int: PlanState] = [:]
    func pair(_ isPartner: (PlanState, PlanState) -> Bool) {
        for (place, state) in new.states.enumerated() where partners[place] == nil {
            let found = left.indices.filter { isPartner(left[$0], state) }
            if found.count == 1 { partners[place] = left.remove(at: found[0]) }
        }
    }
    pair { $0.folder == $1.folder }
    pair { $0.plan.name == $1.plan.name }
    pair { $0.plan.info.title.text($0.plan.sourceLocale) == $1.plan.info.title.text($1.plan.sourceLocale) }
    pair { $0.sharesMostFiles(with: $1) }
    if left.count == 1, new.states.count == 1, new.unreadable.isEmpty { pair { _, _ in true } }
    func name(_ state: PlanState, beside other: PlanState? = nil) -> String {
        let title = state.title(
            in: Locale(language.rawValue), beside: other, showsPrivateNumbers: showsPrivate)
        return state.folder == "." ? title : "\(state.folder): \(title)"
    }
    // A plan that cannot be understood on one side is neither new nor gone.
    let unread = Set((old.unreadable + new.unreadable).map(\.folder))
    var result: [(plan: String, diff: PlanDiff)] = []
    for folder in unread.sorted() {
        var diff = PlanDiff()
        for (folder:_, report) in old.unreadable.filter({ $0.folder == folder }) {
            diff.addUnread(report.findings, report.sources, .base)
        }
        for (folder:_, report) in new.unreadable.filter({ $0.folder == folder }) {
            diff.addUnread(report.findings, report.sources, .head)
        }
        result.append((folder, diff))
    }
    for (place, state) in new.states.enumerated() {
        if let was = partners[place] {
            let diff = PlanDiff(
                from: was, to: state, isReading: isRuleOfReading, wordsOfRule: wordsOfRule,
                showsPrivateNumbers: showsPrivate)
            result.append((name(state, beside: was), diff))
        } else if !unread.contains(state.folder) {
            result.append((name(state), PlanDiff(added: state)))
        }
    }
    for state in left where !unread.contains(state.folder) { result.append((name(state), PlanDiff(removed: state))) }
    return result
}
