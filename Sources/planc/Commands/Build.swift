import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancFiles
import PlancGit
import PlancModel
import PlancSigning
import PlancSource

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        _superCommandName: Planc.name,
        abstract: said(
            "Check plans, then compile them into checklists, contact sheets and message packs."),
        discussion: said(

            """
            Each plan goes into a folder of its own below the output folder. All of a plan's files are \
            exchanged at once: a failure leaves the old output whole. A plan with errors is not compiled, \
            unless --force marks every page DRAFT.
            """))

    @OptionGroup var paths: PathArguments
    @Option(
        name: .shortAndLong, help: .said("The folder that outputs are written into."),
        completion: .directory)
    var output = "Output"
    @Option(
        help: .said(
            "Only these parts: {allCases}.",
            ["allCases": BuildOptions.Part.allCases.map(\.rawValue).joined(separator: ",")], takesList: true),
        completion: PlanCompletion.lists(of: BuildOptions.Part.allCases.map(\.rawValue)),
        transform: ListOf.init(given:))
    var only: [ListOf<BuildOptions.Part>] = []
    @Option(
        help: .said(
            "Only these formats: {allCases}.",
            ["allCases": BuildOptions.Format.allCases.map(\.rawValue).joined(separator: ",")], takesList: true),
        completion: PlanCompletion.lists(of: BuildOptions.Format.allCases.map(\.rawValue)),
        transform: ListOf.init(given:))
    var formats: [ListOf<BuildOptions.Format>] = []
    @Option(help: .said("Only these locales.", takesList: true))
    var locale: [Names] = []
    @Option(
        help: .said("Only these scenarios.", takesList: true), completion: PlanCompletion.lists(of: .scenario))
    var scenario: [Names] = []
    @Option(
        help: .said("Only these packs.", takesList: true), completion: PlanCompletion.lists(of: .pack))
    var pack: [Names] = []
    @Flag(
        help: .said(
            "Compile despite errors, DRAFT on every page."))
    var force = false
    @Flag(
        help: .said("EXERCISE on every page and in every message."))
    var exercise = false
    @Option(
        help: .said(
            "A text for every page and the manifest: a commit, a date of printing."))
    var revision: String?
    @Flag(help: .said("Take the history of revisions from git."))
    var history = false
    @Flag(
        help: .said(
            "One more file for each numbered copy, with what its holder may see, and the register of copies."
        ))
    var copies = false
    @Option(
        name: .customLong("for"),
        help: .said(
            "For readers of this audience: nothing private, and of the messages and packs only theirs."),
        completion: PlanCompletion.ids(of: .audience))
    var reader: String?
    @Flag(
        help: .said(

            """
            Encrypt the PDF files (AES-256), write no others and keep none; the password comes from the \
            terminal, --password-fd or PLANC_PASSWORD.
            """
        )
    )
    var encrypt = false
    @Option(
        help: .said(
            "The number of an open file to read the password from, for --encrypt."))
    var passwordFd: Int32?
    @Option(
        help: .said(
            "Sign the manifest with this secret key (planc keygen): planc verify --key and minisign check it."),
        completion: .file(extensions: ["key"]))
    var sign: String?
    @Option(
        help: .said(
            "Whom the signature is by, instead of the name that the key was made for."))
    var signer: String?
    @Option(
        help: .said(
            "The number of an open file to read the password of the key from, for --sign."))
    var keyPasswordFd: Int32?
    @Flag(
        help: .said(
            "Large print: 17 pt, wide margins, on every sheet.")
    )
    var largePrint = false
    @Option(help: .said("A4 or Letter, instead of what the plan says."))
    var paper: Paper?
    @OptionGroup var defaults: DefaultsOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var color: ColorOption
    @OptionGroup var quiet: QuietOption
    @OptionGroup var date: DateOption

    func validate() throws {
        if passwordFd != nil, !encrypt {
            throw ValidationError(said("--password-fd goes with --encrypt"))
        }
        if sign == nil, signer != nil || keyPasswordFd != nil {
            throw ValidationError(
                said("--signer and --key-password-fd go with --sign"))
        }
        if encrypt, let formats = formats.given, formats != [.pdf] {
            throw ValidationError(
                said(
                    "--encrypt writes PDF files only: HTML and text would show what they hide"))
        }
    }

    func run() async throws {
        let world = DiskWorld()
        let language = language.value
        var report = check(load(paths.paths, in: world), asOf: date.asOf ?? world.today)
        // Printing needs the room.
        report.releaseRemains()
        try tell(report, language)
        // Where case does not count, names that differ by it are one folder.
        let names = Dictionary(grouping: report.plans.map(\.name), by: PortablePaths.folded)
        if let name = names.values.filter({ $0.count > 1 }).compactMap(\.first).min() {
            throw ValidationError(
                Phrase("two plans are called '{name}': compile them into different folders", ["name": name]).text(
                    language))
        }
        try checkSelection(report.plans, language)
        let password = encrypt ? try Terminal.newPassword(from: passwordFd, language) : nil
        let signer = try sign.map { try manifestSigner($0, world, language) }
        for plan in report.plans {
            try await build(plan, report.sources, report.scopes[plan.folder], world, password, signer, language)
        }
        tellUnprinted(report, language)
        if report.plans.isEmpty { throw ExitStatus.couldNotRun.thrown }
        if report.fails(strict: false) { throw ExitStatus.findings.thrown }
    }

    /// Names given on the command line that no plan knows.
    private func checkSelection(_ plans: [Plan], _ language: Language) throws {
        func check(_ wanted: [String]?, _ known: [String], _ option: String) throws {
            for name in wanted ?? [] where !known.contains(name) {
                let near = meantName(name, among: known)
                throw ValidationError(
                    Phrase(
                        "--{option}: no plan has '{name}'{suggestion}",
                        ["option": option, "name": visible(name), "suggestion": didYouMean(near, known)]
                    ).text(language))
            }
        }
        try check(locale.given, plans.flatMap { $0.locales.map(\.tag) }, "locale")
        try check(scenario.given, plans.flatMap { $0.scenarios.ids }, "scenario")
        try check(pack.given, plans.flatMap { $0.packs.ids }, "pack")
        try check(reader.map { [$0] }, plans.flatMap { $0.audiences.ids }, "for")
    }

    private func build(
        _ plan: Plan, _ sources: SourceSet, _ scope: JudgedScope?, _ world: DiskWorld,
        _ password: String?, _ signer: ManifestSigner?,
        _ language: Language
    ) async throws {
        if isOutput(output, inside: plan.folder, world) {
            throw ValidationError(
                Phrase("the output folder is inside the plan: choose another").text(language))
        }
        let options = try await options(plan, scope, password, signer, language)
        quiet.say(defaults.value.told(givenByPlan(plan), name: visible(plan.name), language))
        // Held from here on: what is kept of the old output is what is there when the new one takes its place.
        let place = try await OutputPlace(plan.name, in: output, language)
        let showsProgress = Terminal.showsProgress && !quiet.quiet
        let name = visible(plan.name)
        let compiled = compile(plan, options, old: place.old) {
            done, total in
            if showsProgress { Terminal.progress("\(name): \(done)/\(total)") }
        }
        if showsProgress { Terminal.progress("") }
        reportProblems(compiled.problems, language: language)
        if !compiled.problems.isEmpty { throw ExitStatus.couldNotRun.thrown }
        try refuseDisclosures(of: compiled, plan, sources, language)
        reportPages(of: compiled, name: name, language)
        try place.replace(by: compiled)
        reportOutput(compiled, plan, language)
    }

    /// The key of `--sign`, opened before anything is compiled.
    private func manifestSigner(_ path: String, _ world: DiskWorld, _ language: Language) throws -> ManifestSigner {
        do {
            let text = String(decoding: try world.read(path, limit: 65_536), as: UTF8.self)
            let key = try SecretKey(reading: text) {
                try Terminal.keyPassword(from: keyPasswordFd, isNew: false, language)
            }
            return ManifestSigner(key: key, name: signer ?? signerName(in: key.comment))
        } catch let error as WorldError {
            reportProblems([Problem(error)], language: language)
        } catch let error as SigningError {
            Terminal.writeError("planc: \(visible(path)): \(error.phrase.text(language))\n")
        }
        throw ExitStatus.couldNotRun.thrown
    }

    /// The flags of this build that nobody gave and `defaults` in the plan does.
    private func givenByPlan(_ plan: Plan) -> [String] {
        guard let given = defaults.value.of(plan) else { return [] }
        var flags: [String] = []
        if formats.isEmpty, !encrypt, !given.formats.isEmpty {
            flags.append("--formats " + given.formats.map(\.value.rawValue).joined(separator: ","))
        }
        if !largePrint, given.isLargePrint?.value == true { flags.append("--large-print") }
        if !copies, given.copies?.value == true { flags.append("--copies") }
        if !history, given.history?.value == true { flags.append("--history") }
        return flags
    }

    private func options(
        _ plan: Plan, _ scope: JudgedScope?, _ password: String?, _ signer: ManifestSigner?, _ language: Language
    ) async throws -> BuildOptions {
        var options = BuildOptions()
        options.version = Planc.version
        options.signer = signer
        if let only = only.given { options.parts = Set(only) }
        let given = defaults.value.of(plan)
        if let formats = formats.given ?? given?.formats.map(\.value), !formats.isEmpty {
            options.formats = Set(formats)
        }
        if let password {
            options.password = password
            options.formats = [.pdf]
            options.parts.remove(.data)
        }
        options.lowering.reader = reader
        options.lowering.isLargePrint = largePrint || given?.isLargePrint?.value == true
        options.lowering.paper = paper.map { $0 == .letter ? .letter : .a4 }
        options.lowering.locales = locale.given?.map { Locale($0) }
        options.lowering.scenarios = scenario.given.map { Set($0) }
        options.lowering.packs = pack.given.map { Set($0) }
        options.lowering.isDraft = force
        options.lowering.notJudged = scope?.words
        options.lowering.isExercise = exercise
        options.lowering.revision = revision
        options.lowering.numbersCopies = copies || given?.copies?.value == true
        if history || given?.history?.value == true {
            do {
                options.lowering.history = try await Git(folder: plan.folder).history(of: ".", limit: 20).map {
                    .init(version: $0.id, date: $0.date, by: $0.author, what: $0.subject)
                }
            } catch {
                let why = error.phrase
                if history {
                    Terminal.writeError("planc: \(why.text(language))\n")
                    throw ExitStatus.couldNotRun.thrown
                }
                // Nobody asked for it this time: what can be printed without it is printed.
                let left = Phrase("the history that 'defaults' in plan.md asks for is left out: {why}", ["why": why])
                Terminal.writeError("planc: \(left.text(language))\n")
            }
        }
        return options
    }
}
