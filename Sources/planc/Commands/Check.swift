import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancGit
import PlancModel
import PlancSource

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

struct Check: AsyncParsableCommand, RecallableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        _superCommandName: Planc.name,
        abstract: said("Read, bind and judge plans."),
        discussion: said(

            """
            Nothing is written into the plans, unless --fix asks for it. People read errors first; files and \
            other programs get findings in the order of the sources. Several --format may be given, each with a \
            file of its own: --format human --format sarif=planc.sarif.
            """))

    @OptionGroup var paths: PathArguments
    @Option(
        name: .customLong("format"),
        help: .said(
            "How findings are reported: {allCases}; NAME=FILE writes into a file.",
            ["allCases": ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")]
        ),
        completion: .list(ReportFormat.allCases.map(\.rawValue)))
    var formats: [FormatChoice] = []
    @Option(
        help: .said(
            "The file that the format without a file of its own is written into."), completion: .file())
    var output: String?
    @OptionGroup var language: LanguageOption
    @OptionGroup var cache: CacheOption
    @OptionGroup var color: ColorOption
    @OptionGroup var quiet: QuietOption
    @OptionGroup var date: DateOption
    @Flag(help: .said("Warnings fail too."))
    var strict = false
    @OptionGroup var defaults: DefaultsOption
    @Flag(help: .said("Report errors only."))
    var errorsOnly = false
    @Option(
        name: .customLong("rule"),
        help: .said(
            "Report findings of this rule only; may be given several times."),
        completion: .custom { _, _, _ in allRules.map { $0.name } })
    var rules: [String] = []
    @Option(
        name: .customLong("profile"),
        help: .said(
            "Judge by this profile instead of those that the plans choose: {names}; may be given several times.",
            ["names": ProfileName.allCases.map(\.rawValue).joined(separator: ", ")]),
        completion: .list(ProfileName.allCases.map(\.rawValue)))
    var profiles: [String] = []
    @Option(
        help: .said(
            "Report only findings that were not there at this git revision (also A...HEAD)."))
    var changedSince: String?
    @Option(
        help: .said(

            """
            With --format github, which shows ten of a kind: first what touches files changed since this git \
            revision.
            """
        ))
    var changedFirst: String?
    @Option(
        help: .said(
            "Do not report what this baseline has already."),
        completion: .file())
    var baseline: String?
    @Option(
        help: .said(
            "Write a baseline with all of today's findings into this file."), completion: .file())
    var writeBaseline: String?
    @Flag(
        help: .said(
            "Make the safe fixes, in the plan's files."))
    var fix = false
    @Flag(
        help: .said(

            """
            Make the safe fixes, and the suggested ones where there is only one (also --fix=suggested): look at \
            them first with --diff.
            """
        ))
    var fixSuggested = false
    @Flag(
        help: .said(
            "With --fix: show what would be changed and change nothing."))
    var diff = false
    @Flag(help: .said("Count findings by rule."))
    var statistics = false

    func validate() throws {
        if diff && fixLevel == nil { throw ValidationError(said("--diff goes with --fix")) }
        if formats.filter({ $0.file == nil }).count > 1, output != nil {
            throw ValidationError(
                said(
                    "with --output, only one --format may be without a file of its own"))
        }
        for profile in profiles { try checkProfile(profile) }
        for rule in rules where !allRules.contains(where: { $0.name == rule }) {
            let near = nearestName(to: rule, among: allRules.map { $0.name })
            throw ValidationError(
                said(
                    "there is no rule '{rule}'{suggestion}", ["rule": visible(rule), "suggestion": didYouMean(near)]))
        }
    }

    private var askedProfiles: [ProfileName]? {
        profiles.isEmpty ? nil : profiles.compactMap { ProfileName(rawValue: $0) }
    }

    var canBeRecalled: Bool { changedSince == nil && changedFirst == nil && fixLevel == nil }

    private var fixLevel: FixLevel? { fixSuggested ? .suggested : fix ? .safe : nil }

    func run() async throws {
        let world = Recalling.world
        let language = language.value
        var report =
            try fixLevel.map { try makeFixes($0, world) }
            ?? check(load(paths.paths, in: world), asOf: day(in: world), profiles: askedProfiles)
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
                FindingChanges(from: old.findings, old.sources, to: repository.findings, repository.sources).appeared
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
        let givenByPlan = !strict && report.plans.contains { defaults.of($0)?.isStrict?.value == true }
        let isStrict = strict || givenByPlan
        for choice in choices {
            try write(
                choice.format.wantsRepositoryPaths ? repository : report, as: choice, changed: first, hidden,
                isStrict: isStrict, language)
        }
        if givenByPlan { quiet.say(defaults.told(["--strict"], name: "check", language)) }
        if statistics { Terminal.write(PlancDriver.statistics(report.findings)) }
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
            quiet.say(summary(report.findings, scope: report.scope, language: language) + leftOut(hidden) + "\n")
        }
        if choice.format == .github, let page = Terminal.variable("GITHUB_STEP_SUMMARY") {
            try append(
                Array(
                    stepSummary(
                        report.findings, sources: report.sources, scope: report.scope, language: language
                    ).utf8), to: page)
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
            reportProblems([Problem(error)], language: language.value)
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
                revision, paths: paths.paths, plans: report.plans.map(\.folder), asOf: day(in: world),
                profiles: askedProfiles, world)
        } catch {
            Terminal.writeError("planc: \(error.phrase.text(language.value))\n")
            throw ExitStatus.couldNotRun.thrown
        }
    }

    /// From the root of the repository that holds the first of the paths.
    private func changedFiles(since revision: String) async throws -> Set<String> {
        do {
            let folder = containingFolder(of: paths.paths.first ?? ".", in: DiskWorld())
            return Set(try await Git(folder: folder).changedFiles(since: revision))
        } catch {
            Terminal.writeError("planc: \(error.phrase.text(language.value))\n")
            throw ExitStatus.couldNotRun.thrown
        }
    }

    private func day(in world: some World) -> CalendarDate { date.asOf ?? world.today }

    /// The report after the fixes of a level were made, or of the plans as they are where they are only shown.
    private func makeFixes(_ level: FixLevel, _ world: RecordedWorld) throws -> Report {
        let paths = paths.paths
        let day = day(in: world)
        let (files, after) = fixedUntilStable(in: world, level: level) {
            check(load(paths, in: $0), asOf: day, profiles: askedProfiles)
        }
        if files.isEmpty { return after }
        if diff {
            for file in files { Terminal.write(unifiedDiff(file)) }
            return check(load(paths, in: world), asOf: day, profiles: askedProfiles)
        }
        for file in files { try deliver(file.after, to: file.path, before: file.before) }
        let count = files.reduce(0) { $0 + $1.count }
        quiet.say(
            Phrase(
                "{count, plural, one {# finding} other {# findings}} fixed in {files, plural, one {# file} other {# files}}",
                ["count": count, "files": files.count]
            ).text(language.value) + "\n")
        return after
    }
}

/// `sarif` or `sarif=planc.sarif`.
struct FormatChoice: ExpressibleByArgument {
    var format: ReportFormat
    var file: String?

    init(format: ReportFormat, file: String?) {
        self.format = format
        self.file = file
    }

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard let name = parts.first, let format = ReportFormat(rawValue: name) else { return nil }
        self.init(format: format, file: parts.count > 1 ? parts[1] : nil)
    }
}

/// Refuses a profile that there is none of, and names the nearest.
func checkProfile(_ name: String) throws {
    let names = ProfileName.allCases.map(\.rawValue)
    if names.contains(name) { return }
    throw ValidationError(
        said(
            "there is no profile '{name}'{suggestion}; there are: {names}",
            [
                "name": visible(name), "suggestion": didYouMean(nearestName(to: name, among: names)),
                "names": names.joined(separator: ", "),
            ]))
}
