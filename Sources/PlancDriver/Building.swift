import PlancData
import PlancDiagnostics
import PlancDocument
import PlancHTML
import PlancLibraries
import PlancLowering
import PlancModel
import PlancPDF
import PlancSigning
import PlancSource
import PlancText

/// What `planc build` compiles, and how.
public struct BuildOptions: Sendable {
    /// The parts of an output.
    public enum Part: String, CaseIterable, Sendable {
        case checklists, contacts, messages, packs, exercises, reference, data
    }
    public typealias Format = PlanInfo.Defaults.Format

    /// All of them; for readers outside the need to know what is for them: the messages and the packs.
    public var parts: Set<Part> {
        get { chosenParts ?? (lowering.reader == nil ? Set(Part.allCases) : [.messages, .packs]) }
        set { chosenParts = newValue }
    }
    private var chosenParts: Set<Part>?
    public var formats = Set(Format.allCases)
    public var lowering = LoweringOptions()
    /// Opens the PDF files (AES-256); nil for files that anyone can open.
    public var password: String?
    /// Signs the manifest; nil for an output without a signature.
    public var signer: ManifestSigner? {
        didSet {
            lowering.signingKey = signer.map {
                LoweringOptions.SigningKey(id: $0.key.publicKey.id.description, text: $0.key.publicKey.text)
            }
        }
    }
    /// planc's own version, for the manifest.
    public var version = ""

    public init() {}

    /// Whether everything is compiled: then nothing of an older output is kept.
    var isWhole: Bool {
        parts.count == Part.allCases.count && formats.count == Format.allCases.count && lowering.locales == nil
            && lowering.scenarios == nil && lowering.packs == nil && lowering.reader == nil
    }

    /// What is asked for and cannot be made on this machine.
    var missingLibrary: MissingLibrary? {
        var needed: [LateLibrary] = []
        if formats.contains(.pdf) { needed += [.typesetting] }
        if formats.contains(.pdf) || formats.contains(.html) { needed += [.codes] }
        if password != nil { needed += [.locks] }
        return needed.lazy.compactMap(\.missing).first
    }
}

/// The rules whose findings say that something of the sources is on no page.
public let unprintedRules: Set<String> = [
    "raw-html", "text-on-no-page", "unprinted-text", "unused-snippet", "nesting-too-deep", "unusable-picture",
    "unsent-picture",
]

/// A plan compiled: its files, and what could not be printed as written.
public struct Compiled: Sendable {
    public var files: [OutputFile] = []
    /// Characters that no font of this machine has, with the document they are missing from.
    public var missingGlyphs: [(path: String, text: String)] = []
    /// Front leaves that had no room for everything, and what they say of it.
    public var retreats: [(path: String, lines: [String])] = []
    /// Packs of more pages than they are to have, with their largest parts.
    public var overlong: [Overlong] = []
    /// Documents that could not be made.
    public var problems: [Problem] = []
    public var pageCount = 0
    /// What is in files whose readers may not see it: such an output must not be written.
    public var disclosures: [Disclosure] = []
    /// Files of the old output that are left as they are, since the same sources made them.
    public var kept: [ManifestEntry] = []
}

/// A document of more pages than `max-pages` of its pack.
public struct Overlong: Sendable {
    public var path: String
    public var pages: Int
    public var most: Int
    /// The three largest, the largest first.
    public var parts: [(title: String, pages: Int)]
}

/// Compiles a plan, its documents on all cores. `progress` is told the number of documents done and of all, from any thread;
/// `old` is the output that is there, for a build of some parts only.
public func compile(
    _ plan: Plan, _ options: BuildOptions, old: OldOutput? = nil,
    progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
) -> Compiled {
    if let missing = options.missingLibrary {
        return Compiled(problems: [Problem(path: plan.folder, message: missing.phrase)])
    }
    var lowering = options.lowering
    lowering.sections = Set(options.parts.compactMap { LoweredDocument.Section(rawValue: $0.rawValue) })
    let documents = lower(plan, lowering)
    // Files that anyone can open, or that tell more, would undo a build that keeps something back.
    let keepsOld = !options.isWhole && options.password == nil && lowering.reader == nil
    let done = Guarded(0)
    let search = DisclosureSearch(plan, reader: lowering.reader)
    let emitted = parallelMap(documents) { document -> Emitted in
        let emitted = emit(document, options, search)
        let count = done.use { count in
            count += 1
            return count
        }
        progress(count, documents.count)
        return emitted
    }
    var compiled = Compiled()
    for part in emitted {
        compiled.files += part.files
        compiled.missingGlyphs += part.missingGlyphs
        compiled.retreats += part.retreats
        compiled.overlong += part.overlong
        compiled.problems += part.problems
        compiled.pageCount += part.pageCount
        compiled.disclosures += part.disclosures
    }
    let documentCount = compiled.files.count
    if options.parts.contains(.data) { compiled.files += dataFiles(of: plan, options) }
    if options.parts.contains(.messages) { compiled.files += messageFiles(of: plan, options) }

    var made = Set(compiled.files.map(\.path))
    if keepsOld, let old, old.sources == plan.sourcesHash {
        compiled.kept = old.files.filter { !made.contains($0.path) }
        made.formUnion(compiled.kept.map(\.path))
    }
    // The home page of a build of parts lists what is kept as well.
    let listsKept = keepsOld && options.formats.contains(.html)
    compiled.files += pages(
        of: plan, documents: listsKept ? lower(plan, everything(made)) : documents, options, others: made)
    let written = Set(compiled.files.map(\.path))
    compiled.kept.removeAll { written.contains($0.path) }
    let manifest = manifest(
        plan: plan, version: options.version, revision: options.lowering.revision,
        files: compiled.files.map { ManifestEntry(path: $0.path, bytes: $0.bytes) } + compiled.kept)
    compiled.files.append(OutputFile(path: manifestName, bytes: manifest))
    if let signer = options.signer {
        do {
            compiled.files.append(try signer.signature(of: manifest))
        } catch {
            compiled.problems.append(Problem(path: manifestSignatureName, message: error.phrase))
        }
    }
    compiled.search(from: documentCount, search, options)
    compiled.files.sort { precedes($0.path, $1.path) }
    return compiled
}

/// What the home page may list: all documents, and the numbered copies when there are any.
private func everything(_ files: Set<String>) -> LoweringOptions {
    var options = LoweringOptions()
    options.numbersCopies = files.contains { $0.contains("/packs/") && $0.contains("--") }
    return options
}

private struct Emitted: Sendable {
    var files: [OutputFile] = []
    var missingGlyphs: [(path: String, text: String)] = []
    var retreats: [(path: String, lines: [String])] = []
    var overlong: [Overlong] = []
    var problems: [Problem] = []
    var pageCount = 0
    var disclosures: [Disclosure] = []
}

extension Compiled {
    /// Searches the files that are not documents: all of them for readers outside, the names and the manifest for a password.
    fileprivate mutating func search(from first: Int, _ search: DisclosureSearch, _ options: BuildOptions) {
        let found = parallelMap(Array(files[first...])) { file -> (disclosures: [Disclosure], problem: Problem?) in
            do throws(PDFError) {
                let password = options.password.map { search.disclosures(of: $0, in: file) } ?? []
                return (try search.disclosures(in: file, search.readerWithheld) + password, nil)
            } catch {
                return ([], Problem(path: file.path, message: error.phrase))
            }
        }
        disclosures += found.flatMap(\.disclosures)
        problems += found.compactMap(\.problem)
    }
}

private func emit(_ lowered: LoweredDocument, _ options: BuildOptions, _ search: DisclosureSearch) -> Emitted {
    let formats = options.formats
    var emitted = Emitted()
    func add(_ format: BuildOptions.Format, _ bytes: [UInt8]) throws(PDFError) {
        var file = OutputFile(path: "\(lowered.path).\(format.fileExtension)", bytes: bytes)
        emitted.disclosures += try search.disclosures(in: file, lowered.withheld)
        // What is encrypted cannot be searched any more.
        if format == .pdf, let password = options.password {
            file.bytes = try encryptPDF(bytes, password: password)
        }
        emitted.files.append(file)
    }
    var path = lowered.path
    do throws(PDFError) {
        let codes = codePayloads(in: lowered.document.blocks).joined(separator: "\n")
        emitted.disclosures += try search.disclosures(
            in: OutputFile(path: path, bytes: Array(codes.utf8)), lowered.withheld)
        // The message page of a scenario is one to fill in: it takes the place of the sheet.
        if formats.contains(.html), lowered.section != .messages {
            try add(.html, emitHTML(lowered.document, path: lowered.pathInLocale))
        }
        if formats.contains(.text) { try add(.text, emitText(lowered.document)) }
        if let table = lowered.table, options.parts.contains(.data) {
            emitted.files.append(OutputFile(path: lowered.path + ".csv", bytes: csv(table)))
        }
        if formats.contains(.pdf) {
            path = lowered.path + ".pdf"
            let output = try emitPDF(lowered.document, path: lowered.pathInLocale)
            emitted.pageCount = output.pageCount
            if let most = lowered.maxPages, output.pageCount > most {
                let largest = output.parts.enumerated().sorted {
                    ($1.element.pages, $0.offset) < ($0.element.pages, $1.offset)
                }
                emitted.overlong = [
                    Overlong(
                        path: lowered.path, pages: output.pageCount, most: most,
                        parts: largest.prefix(3).map(\.element))
                ]
            }
            if !output.retreats.isEmpty { emitted.retreats = [(lowered.path, output.retreats)] }
            emitted.missingGlyphs = output.missingGlyphs.map { (lowered.path, $0.text) }
            try add(.pdf, output.bytes)
        }
    } catch {
        emitted.problems.append(Problem(path: path, message: error.phrase))
    }
    return emitted
}

extension LoweredDocument {
    /// Where the document lies beside the others of its locale, without extension: `checklists/rancongiciel`.
    fileprivate var pathInLocale: String { path.split(separator: "/").dropFirst().joined(separator: "/") }
}

extension PlanInfo.Defaults.Format {
    fileprivate var fileExtension: String { self == .text ? "txt" : rawValue }
}

extension PDFError {
    /// What kept the document from being printed.
    var phrase: Phrase {
        switch self {
        case .missingLibrary(let missing): missing.phrase
        case .noFonts:
            Phrase(
                "no fonts: install fonts-open-sans, or any font with Latin letters")
        case .font(let name):
            Phrase("the font '{name}' cannot be embedded", ["name": name])
        case .compression(let status):
            Phrase("zlib fails ({status})", ["status": status])
        case .password(let fault): fault.phrase
        case .unreadable(let offset):
            Phrase(
                "the finished file cannot be searched for private values (byte {offset})", ["offset": offset])
        case .encryption(let message):
            Phrase(
                "the file cannot be encrypted: {message}", ["message": message])
        }
    }
}
