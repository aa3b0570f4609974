import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// Makes a plan of what its files say: checks every front matter against the schema, finds what every reference leads
/// to, and puts the things of the plan together.
///
/// - Parameters:
///   - parsed: the files of the plan, in any order: the result does not depend on it.
///   - rules: every rule there is, to check the names under `rules:` in `plan.md`; with none they are not checked.
/// - Returns: the plan, with the references that lead nowhere reported and left out.
public func bind(
    _ parsed: [ParsedFile], sources: SourceSet, folder: PlanFolder, rules: [any RuleDescription.Type] = []
) -> BoundPlan {
    let binding = Binding(sources: sources, folder: folder, rules: rules)
    binding.outline(parsed)
    let plan = binding.assemble()
    return BoundPlan(plan: plan, findings: binding.findingsInOrder(), remains: BoundPlan.Remains(binding: binding))
}

/// The work in hand of one `bind`: what is known so far, and what was found.
final class Binding {
    let sources: SourceSet
    let folder: PlanFolder
    let rules: [any RuleDescription.Type]
    /// By file: its place among the plan's, by path, and its path from the plan's folder; nil of another plan's.
    private var ranks: [Int32]
    private var pathsOfFiles: [String?]

    /// Every file by path.
    var ordered: [(path: String, file: ParsedFile)] = []
    /// The plan's sources by path, and what they declare.
    var outlined: [Source] = []
    var items: [Item] = []
    var declared = Declarations()
    /// The translations of each thing that stands in a file of its own, by path.
    var translations: [EntityReference: [Int]] = [:]
    /// The index in `outlined` of `plan.md`.
    var planSource: Int?
    /// As `plan.md` says; empty when it does not.
    var planLocales: [Locale] = []
    /// Of the country whose numbers the plan may write without it.
    var ownCallingCode: String?
    var channelTypes: [String: ChannelType] = [:]
    /// What the plan takes from the library, and where it says so.
    var used: [(entry: Library.Entry, span: Span)] = []
    /// How the plan's own obligations are written.
    var obligationEntries: [String: [YAMLNode.Entry]] = [:]
    var stageNamesByObligation: [String: [String]] = [:]

    /// For each reference to nothing, what it most likely means.
    var meantTargets: [EntityReference: EntityReference?] = [:]
    /// What keys and words that are not quite right mean, by their places, and the files that these stand in.
    var corrections: [Span: String] = [:]
    var correctedFiles: Set<FileID> = []
    /// How many findings are about what the plan can go on with all the same.
    var mendedCount = 0
    /// How many references lead to what may well be there, in a file that could not be read.
    var excusedCount = 0
    /// What could not be understood: keys of things, and files whose kind is not known.
    var unreadKeys: [EntityReference: Set<String>] = [:]
    var unreadFiles: Set<FileID> = []

    // What bodies need, found when first asked for or in `assemble`.
    var sourceByPath: [String: Int] = [:]
    /// By the place in `outlined`; nil of what holds no one thing.
    var entityOfSource: [EntityReference?] = []
    let paths: Lazily<PathIndex>
    var anchorsByFile: [Int32: Anchors] = [:]
    var channelNames: [String] = []
    var snippetEdges: [(from: String, to: Reference)] = []

    var findings: [Finding] = []
    var references: [TypedReference] = []
    var suggestions = Suggestions()

    init(sources: SourceSet, folder: PlanFolder, rules: [any RuleDescription.Type]) {
        self.sources = sources
        self.folder = folder
        self.rules = rules
        paths = Lazily { PathIndex(folder) }
        ranks = [Int32](repeating: .max, count: sources.files.count)
        pathsOfFiles = [String?](repeating: nil, count: sources.files.count)
        for (place, file) in folder.files.enumerated() {
            pathsOfFiles[Int(file.id.index)] = file.path
            ranks[Int(file.id.index)] = Int32(place)
        }
    }

    /// For a piece of the work that is done beside others: knows what the whole knows so far, and finds for itself.
    ///
    /// - Parameter pieces: among how many the work is divided.
    init(piece whole: Binding, of pieces: Int) {
        sources = whole.sources
        folder = whole.folder
        rules = whole.rules
        ranks = whole.ranks
        pathsOfFiles = whole.pathsOfFiles
        outlined = whole.outlined
        declared = whole.declared
        translations = whole.translations
        planSource = whole.planSource
        planLocales = whole.planLocales
        ownCallingCode = whole.ownCallingCode
        channelTypes = whole.channelTypes
        used = whole.used
        obligationEntries = whole.obligationEntries
        sourceByPath = whole.sourceByPath
        entityOfSource = whole.entityOfSource
        paths = whole.paths
        corrections = whole.corrections
        correctedFiles = whole.correctedFiles
        suggestions = Suggestions(sharedAmong: pieces)
    }

    /// Takes over what pieces found.
    func add(_ pieces: [Binding]) {
        for piece in pieces {
            findings += piece.findings
            snippetEdges += piece.snippetEdges
            unreadKeys.merge(piece.unreadKeys) { $0.union($1) }
        }
        references = joined([references] + pieces.map(\.references))
    }

    /// The files in the order of paths.
    func order(_ parsed: [ParsedFile]) -> [(path: String, file: ParsedFile)] {
        let isOrdered = zip(parsed, parsed.dropFirst()).allSatisfy { rank($0.file) < rank($1.file) }
        let files = isOrdered ? parsed : parsed.sorted { rank($0.file) < rank($1.file) }
        return files.map { (path: pathsOfFiles[Int($0.file.index)] ?? sources[$0.file].path, file: $0) }
    }

    /// The place of a file among the plan's; what is not of the plan comes last, in the order it was read.
    private func rank(_ file: FileID) -> Int64 { Int64(ranks[Int(file.index)]) << 32 | Int64(file.index) }

    /// Puts the references in the order of path and place, those at one place as they were met.
    func sortReferences() {
        let isInOrder = references.withUnsafeBufferPointer { references in
            for place in references.indices.dropFirst() {
                let (a, b) = (references[place - 1].span, references[place].span)
                guard a.file == b.file ? a.lower <= b.lower : rank(a.file) < rank(b.file) else { return false }
            }
            return true
        }
        if isInOrder { return }
        // References are large: their keys are sorted.
        var keys = references.enumerated().map { (rank: rank($1.span.file), lower: $1.span.lower, place: Int32($0)) }
        keys.sort { ($0.rank, $0.lower, $0.place) < ($1.rank, $1.lower, $1.place) }
        references = keys.map { references[Int($0.place)] }
    }

    func report(_ finding: Finding) { findings.append(finding) }

    /// Whether a place comes before another, by path and then offset.
    func isBefore(_ a: Span, _ b: Span) -> Bool {
        if a.file == b.file { return a < b }
        return rank(a.file) < rank(b.file)
    }

    func findingsInOrder() -> [Finding] {
        findings.sorted { a, b in
            a.span.file == b.span.file ? Finding.inReadingOrder(a, b) : isBefore(a.span, b.span)
        }
    }

    var sourceLocale: Locale { planLocales.first ?? Locale("en") }

    /// A piece of a scalar, by UTF-8 offsets in its text: exact where the text stands in the source as it is.
    func part(_ range: Range<Int>, of scalar: Located<String>) -> Span {
        let span = scalar.span
        let shift: Int
        switch span.range.count - scalar.value.utf8.count {
        case 0: shift = 0
        case 2: shift = 1
        default: return span
        }
        return Span(span.file, Int(span.lower) + shift + range.lowerBound, Int(span.lower) + shift + range.upperBound)
    }
}

/// Looks for the names nearest to mistyped ones, and stops looking when that would take too long: a plan of ten
/// thousand files may be wrong everywhere.
struct Suggestions {
    private var budget = 200_000

    init() {}

    /// For one of the pieces that work is divided into: each has its share, so that the same plan has the same suggestions
    /// on every machine.
    init(sharedAmong pieces: Int) { budget = max(1_000, budget / max(1, pieces)) }

    mutating func nearest(to name: String, among candidates: some Collection<String>) -> String? {
        guard budget > 0, name.utf8.count <= 200 else { return nil }
        budget -= candidates.count
        let size = name.utf8.count
        return nearestName(to: name, among: candidates.lazy.filter { abs($0.utf8.count - size) <= size })
    }
}
