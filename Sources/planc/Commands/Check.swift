import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancGit
import PlancSource

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read, bind and judge plans.",
        discussion: """
            Nothing is written into the plans, unless --fix asks for it. Several --format may be given, each with a file of \
            its own: --format human --format sarif=planc.sarif.
            """)

    @OptionGroup var paths: PathArguments
    @Option(
        name: .customLong("format"),
        help:
            "How findings are told: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")); NAME=FILE writes into a file.",
        completion: .list(ReportFormat.allCases.map(\.rawValue)))
    var formats: [FormatChoice] = []
    @Option(help: "The file that the format without a file of its own is written into.", completion: .file())
    var output: String?
    @OptionGroup var language: LanguageOption
    @OptionGroup var date: DateOption
    @Flag(help: "Warnings fail too.")
    var strict = false
    @Option(help: "Tell only what touches files changed since this git revision.")
    var changedSince: String?
    @Option(
        help:
            "With --format github, which shows ten of a kind: first what touches files changed since this git revision."
    )
    var changedFirst: String?
    @Option(help: "Do not tell what this file knows already.", completion: .file())
    var baseline: String?
    @Option(help: "Write a baseline that knows all of today's findings into this file.", completion: .file())
    var writeBaseline: String?
    @Flag(help: "Mend what has a safe fix, in the plan's files.")
    var fix = false
    @Flag(help: "With --fix: show what would be changed and change nothing.")
    var diff = false
    @Flag(help: "Count findings by rule.")
    var statistics = false

    func validate() throws {
        if diff && !fix { throw ValidationError("--diff goes with --fix") }
        if formats.filter({ $0.file == nil }).count > 1, output != nil {
            throw ValidationError("with --output, only one --format may be without a file of its own")
        }
    }

    func run() async throws {
        let world = DiskWorld()
        let language = language.value
        var report = check(load(paths.paths, in: world), asOf: date.asOf ?? world.today)
        if fix { report = try mend(report, world) ?? report }
        let choices = formats.isEmpty ? [FormatChoice(format: .human, file: nil)] : formats
        let forForge =
            writeBaseline != nil || baseline != nil || changedSince != nil
            || choices.contains { $0.format.wantsRepositoryPaths }
        var repository = forForge ? report.inRepository(world) : report
        if let writeBaseline { try deliver(Array(Baseline.text(of: repository).utf8), to: writeBaseline) }
        if let baseline { repository.findings = try known(baseline, world).new(repository) }
        if let changedSince {
            let changed = try await changedFiles(since: changedSince)
            let sources = repository.sources
            repository.findings.removeAll { finding in
                !([finding.span] + finding.labels.map(\.span)).contains { changed.contains(sources[$0.file].path) }
            }
        }
        report.findings = repository.findings
        var first: Set<String> = []
        if let changedFirst { first = try await changedFiles(since: changedFirst) }
        for choice in choices {
            try write(choice.format.wantsRepositoryPaths ? repository : report, as: choice, changed: first, language)
        }
        if statistics { Terminal.write(PlancDriver.statistics(report.findings)) }
        complain(report.problems, language: language)
        keepUntilExit(report)
        if !report.problems.isEmpty { throw ExitStatus.couldNotRun.thrown }
        if report.fails(strict: strict) { throw ExitStatus.findings.thrown }
    }

    private func write(_ report: Report, as choice: FormatChoice, changed: Set<String>, _ language: Language) throws {
        let file = choice.file ?? output
        let bytes = rendered(
            report, as: choice.format, language: language, isColoured: file == nil && Terminal.isColoured,
            version: Planc.version,
            changedFiles: changed)
        try deliver(bytes, to: file, speaksToRunner: choice.format == .github)
        if choice.format == .human, file == nil {
            Terminal.complain(summary(report.findings, language: language) + "\n")
        }
        if choice.format == .github, let page = Terminal.variable("GITHUB_STEP_SUMMARY") {
            try append(Array(stepSummary(report.findings, sources: report.sources, language: language).utf8), to: page)
        }
    }

    private func known(_ path: String, _ world: DiskWorld) throws -> Baseline {
        do {
            let bytes = try world.read(path, limit: 1 << 28)
            guard let baseline = Baseline(text: String(decoding: bytes, as: UTF8.self)) else {
                throw ValidationError("'\(path)' is not a baseline that planc wrote")
            }
            return baseline
        } catch let error as WorldError {
            complain([Problem(error)], language: language.value)
            throw ExitStatus.couldNotRun.thrown
        }
    }

    /// From the root of the repository that holds the first of the paths.
    private func changedFiles(since revision: String) async throws -> Set<String> {
        do {
            let folder = containingFolder(of: paths.paths.first ?? ".", in: DiskWorld())
            return Set(try await Git(folder: folder).changedFiles(since: revision))
        } catch {
            Terminal.complain("planc: \(error.phrase.text(language.value))\n")
            throw ExitStatus.couldNotRun.thrown
        }
    }

    /// The report after mending, nil when nothing was mended.
    private func mend(_ report: Report, _ world: DiskWorld) throws -> Report? {
        let files = fixed(report)
        if files.isEmpty { return nil }
        if diff {
            for file in files { Terminal.write(unifiedDiff(file)) }
            return nil
        }
        for file in files { try deliver(file.after, to: file.path, before: file.before) }
        let count = files.reduce(0) { $0 + $1.count }
        func number(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count > 1 ? "s" : "")" }
        Terminal.complain(
            language.value == .french
                ? "\(number(count, "constat")) corrigé\(count > 1 ? "s" : "") dans \(number(files.count, "fichier"))\n"
                : "\(number(count, "finding")) mended in \(number(files.count, "file"))\n")
        return check(load(paths.paths, in: world), asOf: date.asOf ?? world.today)
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
