import PlancDiagnostics
import PlancModel
import PlancSource

/// How many errors `check` finds in each plan, by its folder: what is told of a plan that has some may be wrong.
public func errorCounts(_ loaded: Loaded, asOf: CalendarDate) -> [String: Int] {
    var folders: [FileID: String] = [:]
    for plan in loaded.plans { for file in plan.files { folders[file] = plan.folder } }
    var counts: [String: Int] = [:]
    for finding in check(loaded, asOf: asOf).findings where finding.severity == .error {
        if let folder = folders[finding.span.file] { counts[folder, default: 0] += 1 }
    }
    return counts
}
