import PlancBind
import PlancDiagnostics
import PlancModel
import PlancRules
import PlancSchema
import PlancSource
import PlancSyntax

/// All rules of planc, in no order that means anything.
public let allRules: [any RuleDescription.Type] = rulesOfPlancSyntax + rulesOfPlancBind + rulesOfPlancRules

/// All rules by group in the order of the manual, then by name: for who reads their list.
public var rulesInOrder: [any RuleDescription.Type] {
    let groups = RuleGroup.allCases
    return allRules.sorted {
        let (a, b) = (groups.firstIndex(of: $0.group) ?? 0, groups.firstIndex(of: $1.group) ?? 0)
        return (a, $0.name) < (b, $1.name)
    }
}

/// Whether a rule is one of reading or binding: what its errors are about may be missing from the plan, or be there by a guess.
public func isRuleOfReading(_ name: String) -> Bool { rulesOfReading.contains(name) }

private let rulesOfReading = Set(allRules.filter { $0.group == .reading || $0.group == .binding }.map { $0.name })

/// What came of checking: every finding of every file, in reading order.
public struct Report: Sendable {
    public var sources: SourceSet
    public var findings: [Finding]
    /// What kept planc from doing all of it.
    public var problems: [Problem]
    public var plans: [Plan]
    /// What was not judged, by the plan's folder.
    public var scopes: [String: JudgedScope] = [:]
    /// Findings that exceptions allow, and those of rules that a plan has turned off.
    public var silenced: [SilencedFinding] = []
    /// What a baseline or a filter has taken out of the findings.
    public var withheld = JudgedScope()
    /// What it was made of: see `Loaded.remains`.
    var remains: [any Sendable] = []

    /// Gives back the memory of what the report was made of, for commands that go on to something large.
    public mutating func releaseRemains() { remains = [] }

    /// What the things of all plans are called.
    public var names: ThingNames { ThingNames(plans) }

    /// How many findings of a severity there are.
    public func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
}

/// Judges what was loaded by every rule, on a day: `asOf`, or the world's today.
///
/// - Parameter profiles: the profiles to judge by; nil: those that each plan chooses.
public func check(_ loaded: Loaded, asOf: CalendarDate, profiles: [ProfileName]? = nil) -> Report {
    var findings = loaded.findings
    var scopes: [String: JudgedScope] = [:]
    var silenced: [SilencedFinding] = []
    var remains = loaded.remains
    for folder in loaded.plans {
        scopes[folder.folder, default: JudgedScope()].filesLeftOut = folder.inventory.count(where: \.mayBeMissed)
        scopes[folder.folder, default: JudgedScope()].filesExcluded = folder.inventory.count(where: \.isExcluded)
        guard let plan = folder.plan else { continue }
        let files = Set(folder.files)
        var own = findings.filter { files.contains($0.span.file) }
        findings.removeAll { files.contains($0.span.file) }
        if let outer = loaded.plan(around: folder, plan) {
            let told = planInsidePlan(plan.info, folder: folder.folder, around: outer.info, in: outer.folder)
            // Of a file that was copied and forgotten nothing else is said.
            if folder.files.count == 1 {
                findings.append(told)
                continue
            }
            own.append(told)
        }
        let broken = Set(own.filter { $0.severity == .error }.map(\.span.file))
        let ruleContext = RuleContext(
            plan: plan, asOf: asOf, sources: loaded.sources, brokenFiles: broken, profiles: profiles)
        remains.append(ruleContext)
        scopes[folder.folder, default: JudgedScope()].profiles =
            ruleContext.canJudgeProfiles ? ruleContext.profiles.map(\.rawValue) : []
        findings += settle(
            own + judge(ruleContext), by: ruleContext, &scopes[folder.folder, default: JudgedScope()], &silenced)
    }
    loaded.sort(&findings)
    findings = findings.withSameTogether(of: rulesOfTranslations)
    return Report(
        sources: loaded.sources, findings: findings, problems: loaded.problems, plans: loaded.plans.compactMap(\.plan),
        scopes: scopes, silenced: silenced, remains: remains)
}

extension Loaded {
    /// The plan in whose folder another plan lies, where that one is or was a copy of it: it has the same title, or nothing but its
    /// plan.md. Plans of their own may lie in the folder of another.
    fileprivate func plan(around inner: BoundFolder, _ plan: Plan) -> Plan? {
        let outer = plans.last { other in
            other.folder != inner.folder
                && (other.folder == "." || other.folder.isEmpty || inner.folder.hasPrefix(other.folder + "/"))
        }?.plan
        guard let outer else { return nil }
        let isCopy = outer.info.title.versions.contains { one in
            plan.info.title.versions.contains { $0.text.value == one.text.value }
        }
        return isCopy || inner.files.count == 1 ? outer : nil
    }

    /// Puts findings in the order in which they are read: by plan, path and place.
    fileprivate func sort(_ findings: inout [Finding]) {
        var ranks = [Int32](repeating: .max, count: sources.files.count)
        for (rank, file) in order.enumerated() { ranks[Int(file.index)] = Int32(rank) }
        findings.sort { a, b in
            if a.span.file == b.span.file { return Finding.inReadingOrder(a, b) }
            return (ranks[Int(a.span.file.index)], a.span.file) < (ranks[Int(b.span.file.index)], b.span.file)
        }
    }
}

/// What the rules say of one plan, each rule on the core that is free.
private func judge(_ ruleContext: RuleContext) -> [Finding] {
    _ = parallelMap(ruleContext.preparations) { $0() }
    let found = parallelMap(judgesOfPlancRules) { rule in
        var findings: [Finding] = []
        rule.check(ruleContext) { findings.append($0) }
        return findings
    }.flatMap { $0 }
    return withoutTwice(found)
}

/// One cause, one finding: an item of a profile that a rule judges in part says nothing where that rule has spoken.
private func withoutTwice(_ findings: [Finding]) -> [Finding] {
    guard findings.contains(where: { $0.item != nil }) else { return findings }
    var told: [Span: Set<String>] = [:]
    for finding in findings where finding.item == nil { told[finding.span, default: []].insert(finding.rule) }
    var rules: [String: String] = [:]
    for item in Set(findings.compactMap(\.item)) { rules[item] = Profiles.builtIn[item]?.rule }
    return findings.filter { finding in
        guard let rule = finding.item.flatMap({ rules[$0] }) else { return true }
        return !(told[finding.span]?.contains(rule) ?? false)
    }
}

/// What a rule, or an item of a profile, finds, in words; nil of what is none.
public func wordsOfRule(_ name: String) -> Phrase? {
    allRules.first { $0.name == name }.map { $0.summary } ?? Profiles.builtIn[name]?.says
}

/// Those that judge an item of a profile.
private let rulesOfItems = Set(Profiles.builtIn.itemIDs.compactMap { Profiles.builtIn[$0]?.rule })

/// Those that compare translations with their source.
private let rulesOfTranslations = Set(allRules.filter { $0.comparesTranslations }.map { $0.name })

/// What an exception may name: rules, and items of profiles.
private let allowedNames = allRules.map { $0.name } + Profiles.builtIn.itemIDs

/// The plan's own say: severities it sets, exceptions it makes.
private func settle(
    _ findings: [Finding], by ruleContext: RuleContext, _ scope: inout JudgedScope, _ silenced: inout [SilencedFinding]
) -> [Finding] {
    let plan = ruleContext.plan
    let fixed = Set(allRules.filter { !$0.severityCanChange }.map { $0.name })
    var levels: [String: PlanInfo.RuleSetting.Level] = [:]
    for setting in plan.info.rules where !fixed.contains(setting.rule.value) {
        levels[setting.rule.value] = setting.level.value
    }
    var exceptionsOfFile: [FileID: [Int]] = [:]
    scope.rulesOff = levels.filter { $0.value == .off }.map(\.key).sorted()
    for (index, exception) in plan.exceptions.enumerated() where !exception.reason.isEmpty {
        exceptionsOfFile[exception.span.file, default: []].append(index)
    }
    var used = Set<Int>()
    var settled: [Finding] = []
    for var finding in findings {
        let allowing = exceptionsOfFile[finding.span.file, default: []].filter { index in
            let exception = plan.exceptions[index]
            return (exception.rule.value == finding.rule || exception.rule.value == finding.item)
                && !fixed.contains(finding.rule)
                && exception.covers.lower <= finding.span.lower && finding.span.lower <= exception.covers.upper
        }
        if let first = allowing.first {
            used.formUnion(allowing)
            scope.allowed += 1
            let exception = plan.exceptions[first]
            silenced.append(
                SilencedFinding(finding, .exception(reason: exception.reason, span: exception.span)))
            continue
        }
        switch levels[finding.rule] {
        case .off:
            scope.findingsOfRulesOff += 1
            silenced.append(SilencedFinding(finding, .ruleOff))
            continue
        case .note: finding.severity = .note
        case .warning: finding.severity = .warning
        case .error: finding.severity = .error
        case nil: break
        }
        settled.append(finding)
    }
    for (index, exception) in plan.exceptions.enumerated() where !exception.reason.isEmpty && !used.contains(index) {
        let isOfProfile =
            exception.rule.value == MissingFromProfile.name || Profiles.builtIn[exception.rule.value] != nil
        // Nobody asked for it this time.
        if isOfProfile, ruleContext.askedProfiles != nil || !ruleContext.canJudgeProfiles { continue }
        if isOfProfile, isAskedByOther(exception, settled) { continue }
        let rule = isOfProfile ? MissingFromProfile.name : exception.rule.value
        if levels[UnusedException.name] == .off || levels[rule] == .off { continue }
        settled.append(UnusedException.finding(exception, knownRules: allowedNames, fixed: fixed))
    }
    return settled
}

/// What a file lacks of one item may be what another is asked of: an exception for the other is not unused for good.
private func isAskedByOther(_ exception: Exception, _ findings: [Finding]) -> Bool {
    let lacking = findings.filter {
        $0.span.file == exception.span.file && ($0.item != nil || rulesOfItems.contains($0.rule))
    }
    return !lacking.isEmpty && !lacking.contains { $0.item == exception.rule.value }
}

extension Report {
    /// What was not judged, of all plans.
    public var scope: JudgedScope {
        var whole = withheld
        for (_, scope) in scopes.sorted(by: { $0.key < $1.key }) { whole.add(scope) }
        return whole
    }

    /// Errors fail a plan; with `strict`, warnings do too.
    public func fails(strict: Bool) -> Bool {
        findings.contains { $0.severity == .error || (strict && $0.severity == .warning) }
    }
}
