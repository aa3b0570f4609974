import PlancDiagnostics
import PlancDiff
import PlancDriver
import PlancModel

/// Both sides of a comparison, plan by plan: what was loaded, judged as `check` judges it.
func planStates(_ loaded: Loaded, asOf day: CalendarDate) -> [PlanState] {
    let report = check(loaded, asOf: day)
    return loaded.plans.compactMap { folder in
        let files = Set(folder.files)
        return folder.plan.map { plan in
            PlanState(
                plan: plan, findings: report.findings.filter { files.contains($0.span.file) },
                sources: report.sources, folder: folder.folder)
        }
    }
}

/// Whether a rule is one of reading or binding: what its errors are about may be missing from the plan.
func isRuleOfReading(_ name: String) -> Bool { rulesOfReading.contains(name) }

private let rulesOfReading = Set(allRules.filter { $0.group == .reading || $0.group == .binding }.map { $0.name })
