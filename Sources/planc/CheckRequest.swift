import ArgumentParser
import PlancDiagnostics
import PlancDiff
import PlancDriver
import PlancGit
import PlancModel
import PlancSource

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a check is asked for, with what is taken where an option is not given, and how it is answered.
struct CheckRequest: Equatable {
    /// Folders with plans, or anything inside a plan.
    var paths = ["."]
    /// Empty: for people.
    var formats: [FormatChoice] = []
    /// The file that the format without a file of its own is written into.
    var output: String?
    /// nil: the language of the environment.
    var language: Language?
    var color = ColorOption.When.auto
    var advice = Advice()
    var asOf: CalendarDate?
    var isStrict = false
    var defaults = PlanDefaults()
    var errorsOnly = false
    /// Empty: all.
    var rules: [String] = []
    /// Empty: those that each plan chooses.
    var profiles: [String] = []
    var changedSince: String?
    var changedFirst: String?
    var baseline: String?
    var writeBaseline: String?
    /// nil: nothing is fixed.
    var fixLevel: FixLevel?
    var showsDiff = false
    var countsByRule = false

    private var speech: Language { language ?? Speech.language }

    var canBeRecalled: Bool { changedSince == nil && changedFirst == nil && fixLevel == nil }

    private var askedProfiles: [ProfileName]? {
        profiles.isEmpty ? nil : profiles.compactMap { ProfileName(rawValue: $0) }
    }

    /// On the thread that asks: another would have to be made, and memory for it.
    nonisolated(nonsending) func run() async throws {
        let world = Recalling.world
        let language = speech
        var report =
            try fixLevel.map { try makeFixes($0, world) }
            ?? check(load(paths, in: world), asOf: day(in: world), profiles: askedProfiles)
        let choices = formats.isEmpty ? [FormatChoice(format: .human, file: nil)] : formats
        let forForge =
            writeBaseline != nil || baseline != nil || changedSince != nil
            || choices.contains { $0.format.wantsRepositoryPaths }
        var repository = forForge ? report.inRepository(world) : report
        if let writeBaseline { try deliver(Array(Baseline.text(of: repository).utf8), to: writeBaseline) }
        if let baseline {
            let before = repository.findings.count
            repository.findings = try known(baseline, world).new(repository)
            report.withheld.inBaseline = before - repository.findings.count
        }
        var base: Report?
        if let changedSince {
            let old = try await reportOfBase(changedSince, of: repository, world)
            let before = repository.findings.count
            repository.findings =
                FindingChanges(
                    from: old.findings, old.sources, to: repository.findings, repository.sources,
                    names: namesOfThings(old.plans, repository.plans)
                ).appeared
            report.withheld.unchanged = before - repository.findings.count
            base = old
        }
        let before = repository.findings.count
        if errorsOnly { repository.findings.removeAll { $0.severity != .error } }
        if !rules.isEmpty { repository.findings.removeAll { !rules.contains($0.rule) } }
        let hidden = before - repository.findings.count
        report.findings = repository.findings
        repository.withheld = report.withheld
        if let base { repository.putWhereChanged(since: base.sources) }
        var first: Set<String> = []
        if let changedFirst { first = try await changedFiles(since: changedFirst) }
        let givenByPlan = !isStrict && report.plans.contains { defaults.of($0)?.isStrict?.value == true }
        let isStrict = isStrict || givenByPlan
        for choice in choices {
            try write(
                choice.format.wantsRepositoryPaths ? repository : report, as: choice, changed: first, hidden,
                isStrict: isStrict, language)
        }
        if givenByPlan { advice.say(defaults.told(["--strict"], name: "check", language)) }
        if countsByRule { tell(PlancDriver.statistics(report.findings), besides: choices) }
        reportProblems(report.problems, language: language)
        keepUntilExit(report)
        if !report.problems.isEmpty { throw ExitStatus.couldNotRun.thrown }
        if report.fails(strict: isStrict) { throw ExitStatus.findings.thrown }
    }

    /// `hidden`: how many findings were left out because only some were asked for.
    private func write(
        _ report: Report, as choice: FormatChoice, changed: Set<String>, _ hidden: Int, isStrict: Bool,
        _ language: Language
    ) throws {
        let file = choice.file ?? output
        var shown = report
        if choice.format == .human { shown.findings.putErrorsFirst() }
        let bytes = rendered(
            shown, as: choice.format, language: language, isColoured: file == nil && color.isOn(STDOUT_FILENO),
            version: Planc.version, changedFiles: changed, columns: file == nil ? Terminal.columns(STDOUT_FILENO) : nil,
            isStrict: isStrict, linksFrom: file == nil ? Terminal.linkedFolder(STDOUT_FILENO) : nil)
        try deliver(bytes, to: file, speaksToRunner: choice.format == .github)
        if choice.format == .human, file == nil {
            advice.say(
                summary(
                    report.findings, scope: report.scope, unread: report.problems.count, language: language)
                    + leftOut(hidden) + "\n")
        }
        if choice.format == .github, let page = Terminal.variable("GITHUB_STEP_SUMMARY") {
            try append(
                Array(
                    stepSummary(
                        report.findings, sources: report.sources, scope: report.scope, unread: report.unread,
                        language: language
                    ).utf8), to: page)
        }
    }

    /// Beside a report for a program on the standard output, what is for people goes to the other one.
    private func tell(_ statistics: String, besides choices: [FormatChoice]) {
        let isForProgram = choices.contains { $0.format != .human && $0.file == nil && output == nil }
        if isForProgram {
            Terminal.writeError(statistics)
        } else {
            Terminal.write(statistics)
        }
    }

    /// That a report is not all there is.
    private func leftOut(_ count: Int) -> String {
        guard count > 0 else { return "" }
        let options = (errorsOnly ? ["--errors-only"] : []) + rules.map { "--rule \($0)" }
        let asked = options.joined(separator: " ")
        return said(
            " ({count, plural, one {# other finding} other {# other findings}} not shown: {asked})",
            ["count": count, "asked": asked])
    }

    private func known(_ path: String, _ world: RecordedWorld) throws -> Baseline {
        do {
            return try Baseline(text: String(decoding: try world.read(path, limit: 1 << 28), as: UTF8.self))
        } catch let error as WorldError {
            reportProblems([Problem(error)], language: speech)
            throw ExitStatus.couldNotRun.thrown
        } catch Baseline.Fault.outdated {
            throw ValidationError(
                said(
                    """
                    '{path}' was written by an older planc, whose marks change with every day and count: write it anew with \
                    --write-baseline
                    """, ["path": visible(path)]))
        } catch Baseline.Fault.unreadable(let line) {
            throw ValidationError(
                said("'{path}' is not a baseline that planc wrote: line {line}", ["path": visible(path), "line": line]))
        }
    }

    /// What this check would have said at a revision.
    private func reportOfBase(_ revision: String, of report: Report, _ world: RecordedWorld) async throws -> Report {
        do {
            return try await planc.reportOfBase(
                revision, paths: paths, plans: report.plans.map(\.folder), asOf: day(in: world),
                profiles: askedProfiles, world)
        } catch {
            Terminal.writeError("planc: \(error.phrase.text(speech))\n")
            throw ExitStatus.couldNotRun.thrown
        }
    }

    /// From the root of the repository that holds the first of the paths.
    private func changedFiles(since revision: String) async throws -> Set<String> {
        do {
            let folder = containingFolder(of: paths.first ?? ".", in: DiskWorld())
            return Set(try await Git(folder: folder).changedFiles(since: revision))
        } catch {
            Terminal.writeError("planc: \(error.phrase.text(speech))\n")
            throw ExitStatus.couldNotRun.thrown
        }
    }

    private func day(in world: some World) -> CalendarDate { asOf ?? world.today }

    /// The report after the fixes of a level were made, or of the plans as they are where they are only shown.
    private func makeFixes(_ level: FixLevel, _ world: RecordedWorld) throws -> Report {
        let day = day(in: world)
        let (files, after) = fixedUntilStable(in: world, level: level) {
            check(load(paths, in: $0), asOf: day, profiles: askedProfiles)
        }
        if files.isEmpty { return after }
        if showsDiff {
            for file in files { Terminal.write(unifiedDiff(file)) }
            return check(load(paths, in: world), asOf: day, profiles: askedProfiles)
        }
        for file in files { try deliver(file.after, to: file.path, before: file.before) }
        let count = files.reduce(0) { $0 + $1.count }
        advice.say(
            Phrase(
                "{count, plural, one {# finding} other {# findings}} fixed in {files, plural, one {# file} other {# files}}",
                ["count": count, "files": files.count]
            ).text(speech) + "\n")
        return after
    }
}

extension CheckRequest {
    /// A check that is asked for by paths alone, as most are: to make the parser of arguments takes longer than to judge a small
    /// plan. nil: anything else was asked for.
    init?(plainly arguments: [String]) {
        guard arguments.first == "check", !arguments.contains(where: { $0.hasPrefix("-") }) else { return nil }
        self.init()
        if arguments.count > 1 { paths = Array(arguments.dropFirst()) }
    }
}
