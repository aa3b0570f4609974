import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// Makes a plan of what its files say: checks every front matter against the schema, finds what every reference leads
/// to, and puts the things of the plan together.
///
/// The files are left as they are: the same may be bound in other plans, at the same time.
///
/// - Parameters:
///   - parsed: the files of the plan, in any order: the result does not depend on it.
///   - rules: every rule there is, to check the names under `rules:` in `plan.md`; with none they are not checked.
/// - Returns: the plan, with the references that lead nowhere reported and left out.
public func bind(
    _ parsed: [ParsedFile], sources: SourceSet, folder: PlanFolder, rules: [any RuleDescription.Type] = []
) -> BoundPlan {
    let order = FileOrder(folder, count: sources.files.count)
    let files = order.sorted(parsed, sources)
    let (outline, findings) = declare(files, sources: sources, folder: folder)
    var facts = Facts(outline, order: order, sources: sources, folder: folder, rules: rules)
    var (plan, found) = read(facts)
    let expansion = Expansion(of: found.snippetUses, snippets: plan.snippets, sources: sources)
    if !expansion.leftOut.isEmpty {
        // A text does not know how large it is until all are read; then it is read again.
        facts = Facts(
            outline, order: order, sources: sources, folder: folder, rules: rules, snippetsLeftOut: expansion.leftOut)
        (plan, found) = read(facts)
    }
    found.findings = findings + found.findings + found.texts.findings + expansion.findings
    found.findings += cycles(among: plan, snippets: found.snippetUses, order)
    if let finding = TooManyLocales.limit(&plan.info.locales) { found.findings.append(finding) }
    found.findings = joiningForeign(found.findings, facts)
    // With another first language than the one that is written, which is reported, pages begin with it.
    if let written = plan.info.locales.first, !outline.planLocales.isEmpty, written.value != outline.sourceLocale {
        plan.info.locales = outline.planLocales.map { locale in
            plan.info.locales.first { $0.value == locale } ?? Located(locale, written.span)
        }
    }
    found.findings = joiningRenamed(found.findings, found.references, facts)
    plan.add(found, facts)
    plan.exceptions = exceptions(of: files, order)
    plan.sources = files.lazy.filter(\.file.isSource).map { ($0.path, sources[$0.file.file]) }
    return BoundPlan(
        plan: outline.planSource == nil ? nil : plan, findings: order.sorted(found.findings),
        remains: BoundPlan.RetainedStorage(facts: facts))
}

/// Makes what every plan's steps are read with, where nobody has asked for it yet.
public func prepareToBind() { StepHead.prepare() }

/// The things that the files of a plan declare, and what was found in reading them.
private func read(_ facts: Facts) -> (plan: Plan, found: Found) {
    var found = Found()
    found.add([checkRegistries(facts)])
    var (plan, ofThings) = readThings(facts)
    found.add(ofThings)
    let (introductions, ofOthers) = readOtherBodies(facts)
    found.add([ofOthers])
    plan.introductions = introductions
    return (plan, found)
}

/// The files of a plan in the order of their paths.
struct FileOrder: Sendable {
    /// By file: its place among the plan's, by path, and its path from the plan's folder; nil of another plan's.
    private var ranks: [Int32]
    private var paths: [String?]

    init(_ folder: PlanFolder, count: Int) {
        ranks = [Int32](repeating: .max, count: count)
        paths = [String?](repeating: nil, count: count)
        for (place, file) in folder.files.enumerated() {
            paths[Int(file.id.index)] = file.path
            ranks[Int(file.id.index)] = Int32(place)
        }
    }

    /// The place of a file among the plan's; what is not of the plan comes last, in the order it was read.
    private func rank(_ file: FileID) -> Int64 { Int64(ranks[Int(file.index)]) << 32 | Int64(file.index) }

    /// Whether a place comes before another, by path and then offset.
    func isBefore(_ a: Span, _ b: Span) -> Bool {
        if a.file == b.file { return a < b }
        return rank(a.file) < rank(b.file)
    }

    /// Files in the order of paths, each with its path from the plan's folder.
    func sorted(_ parsed: [ParsedFile], _ sources: SourceSet) -> [(path: String, file: ParsedFile)] {
        let isOrdered = zip(parsed, parsed.dropFirst()).allSatisfy { rank($0.file) < rank($1.file) }
        let files = isOrdered ? parsed : parsed.sorted { rank($0.file) < rank($1.file) }
        return files.map { (path: paths[Int($0.file.index)] ?? sources[$0.file].path, file: $0) }
    }

    /// Findings in the order of path and place.
    func sorted(_ findings: [Finding]) -> [Finding] {
        findings.sorted { a, b in
            a.span.file == b.span.file ? Finding.inReadingOrder(a, b) : isBefore(a.span, b.span)
        }
    }

    /// References in the order of path and place, those at one place as they were met.
    func sorted(_ references: [TypedReference]) -> [TypedReference] {
        let isInOrder = references.withUnsafeBufferPointer { references in
            for place in references.indices.dropFirst() {
                let (a, b) = (references[place - 1].span, references[place].span)
                guard a.file == b.file ? a.lower <= b.lower : rank(a.file) < rank(b.file) else { return false }
            }
            return true
        }
        if isInOrder { return references }
        // References are large: their keys are sorted.
        var keys = references.enumerated().map { (rank: rank($1.span.file), lower: $1.span.lower, place: Int32($0)) }
        keys.sort { ($0.rank, $0.lower, $0.place) < ($1.rank, $1.lower, $1.place) }
        return keys.map { references[Int($0.place)] }
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
