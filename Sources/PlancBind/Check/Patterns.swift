import PlancModel
import PlancSource

/// Patterns of paths.
extension Binder {
    /// `exclude`: a pattern that matches nothing leaves in the plan what its author believes to be out of it.
    func checkPattern(_ scalar: Located<String>) {
        let pattern = PathPattern(scalar.value)
        let paths = facts.paths.value.all + folder.excluded
        if paths.contains(where: { $0 != planFileName && pattern.matches($0) }) { return }
        if pattern.matches(planFileName) { return report(UnmatchedPattern.finding(ofPlan: scalar)) }
        report(UnmatchedPattern.finding(scalar, nearest: nearestPattern(scalar.value)))
    }

    /// The pattern with the path that is most like the part before its first sign.
    private func nearestPattern(_ text: String) -> String? {
        var names = text.split(separator: "/")
        var rest: [Substring] = []
        while let last = names.last, last.contains(where: { "*?".contains($0) }) {
            rest.insert(last, at: 0)
            names.removeLast()
        }
        if names.isEmpty { return nil }
        let written = names.joined(separator: "/")
        let all = facts.paths.value.all
        let near =
            suggestions.nearest(to: written, among: all)
            ?? facts.paths.value.byName[String(names[names.count - 1])]?.first
        return near.map { ([$0[...]] + rest).joined(separator: "/") }
    }
}

/// What makes a folder a plan; it cannot be left out.
let planFileName = "plan.md"
