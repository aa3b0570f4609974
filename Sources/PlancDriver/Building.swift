import PlancData
import PlancDiagnostics
import PlancLibraries
import PlancLowering
import PlancModel
import PlancPDF
import PlancSigning
import PlancSource

/// What `planc build` compiles, and how.
public struct BuildOptions: Sendable {
    /// The parts of an output.
    public enum Part: String, CaseIterable, Sendable {
        case checklists, contacts, messages, packs, exercises, reference, data
    }
    /// The forms in which documents are written.
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
    /// How often each pack has to be opened until something is found.
    public var openings: [PackOpenings] = []
    /// Documents that could not be made.
    public var problems: [Problem] = []
    /// How many pages all its PDFs have together.
    public var pageCount = 0
    /// What is in files whose readers may not see it: such an output must not be written.
    public var disclosures: [Disclosure] = []
    /// Files of the old output that are left as they are, since the same sources made them.
    public var kept: [ManifestEntry] = []
}

/// A document of more pages than `max-pages` of its pack.
public struct Overlong: Sendable {
    public var path: String
    /// How many pages it has.
    public var pages: Int
    /// The most pages that `max-pages` allows.
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
    let search = DisclosureSearch(plan, reader: lowering.reader)
    // Their pages are said where only some packs are printed; they are on paper already.
    let named = options.formats.contains(.pdf) ? lowerPacks(namedBy: documents, of: plan, lowering) : []
    let emitted = emit(documents, named: named, options, search, progress)
    var compiled = Compiled()
    for part in emitted { compiled.add(part) }
    let forms = emitted.count / max(documents.count, 1)
    compiled.openings = countOpenings(
        documents.enumerated().map { place, document in
            (document, emitted[place * forms..<(place + 1) * forms].flatMap(\.pages))
        }, isPartial: lowering.packs != nil)
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
    let keptPaths = Set(compiled.kept.map(\.path))
    let oldOpenings = (old?.openings ?? []).filter { keptPaths.contains(($0["pack"]?.string ?? "") + ".pdf") }
    let manifest = manifest(
        plan: plan, version: options.version, revision: options.lowering.revision,
        files: parallelMap(compiled.files) { ManifestEntry(path: $0.path, bytes: $0.bytes) } + compiled.kept,
        openings: oldOpenings + compiled.openings.map(\.json))
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
