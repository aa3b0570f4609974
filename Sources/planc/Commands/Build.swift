import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancFiles
import PlancGit
import PlancModel
import PlancSigning
import PlancSource

struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Check plans, then compile them into checklists, contact sheets and message packs.",
        discussion: """
            Each plan goes into a folder of its own below the output folder. All of a plan's files are exchanged at once: \
            a failure leaves the old output whole. A plan with errors is not compiled, unless --force marks every page DRAFT.
            """)

    @OptionGroup var paths: PathArguments
    @Option(name: .shortAndLong, help: "The folder that outputs are written into.", completion: .directory)
    var output = "Output"
    @Option(help: "Only these parts: \(BuildOptions.Part.allCases.map(\.rawValue).joined(separator: ",")).")
    var only: ListOf<BuildOptions.Part>?
    @Option(help: "Only these formats: \(BuildOptions.Format.allCases.map(\.rawValue).joined(separator: ",")).")
    var formats: ListOf<BuildOptions.Format>?
    @Option(help: "Only these locales.")
    var locale: Names?
    @Option(help: "Only these scenarios.", completion: PlanCompletion.ids(of: .scenario))
    var scenario: Names?
    @Option(help: "Only these packs.", completion: PlanCompletion.ids(of: .pack))
    var pack: Names?
    @Flag(help: "Compile despite errors, DRAFT on every page.")
    var force = false
    @Flag(help: "EXERCISE on every page and in every message.")
    var exercise = false
    @Option(help: "A text for every page and the manifest: a commit, a date of printing.")
    var revision: String?
    @Flag(help: "Take the history of revisions from git.")
    var history = false
    @Flag(help: "One file more for each numbered copy, with what its holder may see, and the register of copies.")
    var copies = false
    @Option(
        name: .customLong("for"),
        help: "For readers of this audience: nothing private, and of the messages and packs only theirs.")
    var reader: String?
    @Flag(
        help:
            "Encrypt the PDF files (AES-256), write no others and keep none; the password comes from the terminal, --password-fd or PLANC_PASSWORD."
    )
    var encrypt = false
    @Option(help: "The number of an open file to read the password from, for --encrypt.")
    var passwordFd: Int32?
    @Option(
        help: "Sign the manifest with this secret key (planc keygen): planc verify --key and minisign check it.",
        completion: .file(extensions: ["key"]))
    var sign: String?
    @Option(help: "Whom the signature is by, instead of the name that the key was made for.")
    var signer: String?
    @Option(help: "The number of an open file to read the password of the key from, for --sign.")
    var keyPasswordFd: Int32?
    @Flag(help: "Large print: 17 pt, wide margins, on every sheet.")
    var largePrint = false
    @Option(help: "A4 or Letter, instead of what the plan says.")
    var paper: Paper?
    @OptionGroup var language: LanguageOption
    @OptionGroup var date: DateOption

    func validate() throws {
        if passwordFd != nil, !encrypt { throw ValidationError("--password-fd goes with --encrypt") }
        if sign == nil, signer != nil || keyPasswordFd != nil {
            throw ValidationError("--signer and --key-password-fd go with --sign")
        }
        if encrypt, let formats, formats.items != [.pdf] {
            throw ValidationError("--encrypt writes PDF files only: HTML and text would tell what they hide")
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
                language == .french
                    ? "deux plans s’appellent « \(name) » : compilez-les vers des dossiers différents"
                    : "two plans are called '\(name)': compile them into different folders")
        }
        try checkSelection(report.plans, language)
        let password = encrypt ? try Terminal.newPassword(from: passwordFd, language) : nil
        let signer = try sign.map { try manifestSigner($0, world, language) }
        for plan in report.plans { try await build(plan, world, password, signer, language) }
        if report.plans.isEmpty { throw ExitStatus.couldNotRun.thrown }
        if report.fails(strict: false) { throw ExitStatus.findings.thrown }
    }

    /// Errors stop a build before anything is written; warnings are counted.
    private func tell(_ report: Report, _ language: Language) throws {
        complain(report.problems, language: language)
        if !report.problems.isEmpty { throw ExitStatus.couldNotRun.thrown }
        let errors = report.findings.filter { $0.severity == .error }
        if errors.isEmpty {
            if !report.findings.isEmpty { Terminal.complain(summary(report.findings, language: language) + "\n") }
            return
        }
        var human = HumanReport(sources: report.sources, language: language, isColoured: false)
        for finding in errors { Terminal.complain(human.text(finding)) }
        Terminal.complain(summary(report.findings, language: language) + "\n")
        if force { return }
        Terminal.complain(
            language == .french
                ? "rien n’est compilé ; --force compile quand même, avec BROUILLON sur chaque page\n"
                : "nothing is compiled; --force compiles all the same, with DRAFT on every page\n")
        throw ExitStatus.findings.thrown
    }

    /// Names given on the command line that no plan knows.
    private func checkSelection(_ plans: [Plan], _ language: Language) throws {
        func check(_ wanted: [String]?, _ known: [String], _ option: String) throws {
            for name in wanted ?? [] where !known.contains(name) {
                let near = nearestName(to: name, among: known)
                throw ValidationError(
                    language == .french
                        ? "--\(option) : « \(name) » n’existe dans aucun plan"
                            + (near.map { " ; vouliez-vous dire « \($0) » ?" } ?? "")
                        : "--\(option): no plan has '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? ""))
            }
        }
        try check(locale?.values, plans.flatMap { $0.locales.map(\.tag) }, "locale")
        try check(scenario?.values, plans.flatMap { $0.scenarios.ids }, "scenario")
        try check(pack?.values, plans.flatMap { $0.packs.ids }, "pack")
        try check(reader.map { [$0] }, plans.flatMap { $0.audiences.ids }, "for")
    }

    private func build(
        _ plan: Plan, _ world: DiskWorld, _ password: String?, _ signer: ManifestSigner?, _ language: Language
    ) async throws {
        let french = language == .french
        if isOutput(output, inside: plan.folder, world) {
            throw ValidationError(
                french
                    ? "le dossier de sortie est dans le plan : choisissez-en un autre"
                    : "the output folder is inside the plan: choose another")
        }
        let options = try await options(plan, password, signer, language)
        // Held from here on: what is kept of the old output is what is there when the new one takes its place.
        let place = try await OutputPlace(plan.name, in: output, language)
        let showsProgress = Terminal.showsProgress
        let name = visible(plan.name)
        let compiled = compile(plan, options, old: place.old) {
            done, total in
            if showsProgress { Terminal.progress("\(name): \(done)/\(total)") }
        }
        if showsProgress { Terminal.progress("") }
        complain(compiled.problems, language: language)
        if !compiled.problems.isEmpty { throw ExitStatus.couldNotRun.thrown }
        for glyph in compiled.missingGlyphs {
            Terminal.complain(
                french
                    ? "attention : aucune police n’a tous les caractères de « \(visible(glyph.text)) » : leur nom est imprimé (\(visible(glyph.path)))\n"
                    : "warning: no font has every character of '\(visible(glyph.text))': their names are printed (\(visible(glyph.path)))\n"
            )
        }
        try place.replace(by: compiled)
        Terminal.complain(
            french
                ? "\(name) : \(compiled.files.count) fichiers, \(compiled.pageCount) pages, dans \(visible(output))/\(name)\n"
                : "\(name): \(compiled.files.count) files, \(compiled.pageCount) pages, in \(visible(output))/\(name)\n"
        )
        if password != nil {
            Terminal.complain(
                french
                    ? "\(name) : que des PDF chiffrés ; pages web, textes et données, qui s’ouvrent sans mot de passe, n’y sont pas\n"
                    : "\(name): encrypted PDF files only; web pages, texts and data, which open without a password, are left out\n"
            )
        }
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
            complain([Problem(error)], language: language)
        } catch let error as SigningError {
            Terminal.complain("planc: \(visible(path)): \(error.phrase.text(language))\n")
        }
        throw ExitStatus.couldNotRun.thrown
    }

    private func options(
        _ plan: Plan, _ password: String?, _ signer: ManifestSigner?, _ language: Language
    ) async throws -> BuildOptions {
        var options = BuildOptions()
        options.version = Planc.version
        options.signer = signer
        if let only { options.parts = Set(only.items) }
        if let formats { options.formats = Set(formats.items) }
        if let password {
            options.password = password
            options.formats = [.pdf]
            options.parts.remove(.data)
        }
        options.lowering.reader = reader
        options.lowering.isLargePrint = largePrint
        options.lowering.paper = paper.map { $0 == .letter ? .letter : .a4 }
        options.lowering.locales = locale?.values.map { Locale($0) }
        options.lowering.scenarios = scenario.map { Set($0.values) }
        options.lowering.packs = pack.map { Set($0.values) }
        options.lowering.isDraft = force
        options.lowering.isExercise = exercise
        options.lowering.revision = revision
        options.lowering.numbersCopies = copies
        if history {
            do {
                options.lowering.history = try await Git(folder: plan.folder).history(of: ".", limit: 20).map {
                    .init(version: $0.id, date: $0.date, by: $0.author, what: $0.subject)
                }
            } catch {
                Terminal.complain("planc: \(error.phrase.text(language))\n")
                throw ExitStatus.couldNotRun.thrown
            }
        }
        return options
    }
}
