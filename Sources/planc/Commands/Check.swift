import ArgumentParser
import PlancDriver
import PlancModel
import PlancSource

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
        completion: .list(ReportFormat.allCases.map(\.rawValue)), transform: FormatChoice.init(given:))
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
            let near = meantName(rule, among: allRules.map { $0.name })
            throw ValidationError(
                said(
                    "there is no rule '{rule}'{suggestion}", ["rule": visible(rule), "suggestion": didYouMean(near)]))
        }
    }

    var canBeRecalled: Bool { request.canBeRecalled }

    private var fixLevel: FixLevel? { fixSuggested ? .suggested : fix ? .safe : nil }

    var request: CheckRequest {
        CheckRequest(
            paths: paths.paths, formats: formats, output: output, language: language.language, color: color.when,
            advice: quiet.advice, asOf: date.asOf, isStrict: strict, defaults: defaults.value,
            errorsOnly: errorsOnly, rules: rules, profiles: profiles, changedSince: changedSince,
            changedFirst: changedFirst, baseline: baseline, writeBaseline: writeBaseline, fixLevel: fixLevel,
            showsDiff: diff, countsByRule: statistics)
    }

    func run() async throws { try await request.run() }
}

/// `sarif` or `sarif=planc.sarif`.
struct FormatChoice: Equatable {
    var format: ReportFormat
    var file: String?

    init(format: ReportFormat, file: String?) {
        self.format = format
        self.file = file
    }

    init(given argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        let name = parts.first ?? ""
        guard let format = ReportFormat(rawValue: name) else {
            throw notOneOf(name, ReportFormat.allCases.map(\.rawValue))
        }
        self.init(format: format, file: parts.count > 1 ? parts[1] : nil)
    }
}

/// Refuses a profile that there is none of, and names the nearest.
func checkProfile(_ name: String) throws {
    let names = ProfileName.allCases.map(\.rawValue)
    if names.contains(name) { return }
    throw ValidationError(
        said(
            "there is no profile '{name}'{suggestion}",
            ["name": visible(name), "suggestion": didYouMean(meantName(name, among: names), names)]))
}
