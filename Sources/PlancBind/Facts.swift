import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// What is known of a plan once every file has said what it declares. The later passes read it, on all cores; nothing of it
/// changes.
final class Facts: Sendable {
    let outline: DeclaredSources
    let order: FileOrder
    let sources: SourceSet
    let folder: PlanFolder
    let rules: [any RuleDescription.Type]
    /// The type of each channel that says it.
    let channelTypes: [String: ChannelType]
    /// The names of the stages of each obligation, the plan's own and those it takes from the library.
    let stageNames: [String: [String]]
    /// By path from the plan's folder, the place among the sources.
    let sourceByPath: [String: Int]
    /// By the place of a source, the thing that it holds; nil of what holds no one thing.
    let entityOfSource: [EntityReference?]
    /// Everything that links may lead to, for those that lead nowhere.
    let paths: Lazily<PathIndex>
    /// The ids of each kind in alphabetical order, so that a suggestion does not depend on the order of a dictionary.
    private let sortedIDs: [Lazily<[String]>]
    /// Every thing by its titles.
    let namedThings: Lazily<NamedThings>
    /// The role of each person who holds one, and one only.
    let rolesOfHolders: Lazily<[String: String]>
    /// The headings that the plan's vocabulary has for elements of a message, small.
    let ownHeadings: Lazily<[String]>
    /// What a heading of level 1 in a message may name.
    let channelNames: Lazily<[String]>
    /// Where snippets are named that are not put in place: see `Expansion`.
    let snippetsLeftOut: Set<Span>
    /// What the plan's own obligations depend on, and those that it takes from the library.
    let ownNames: Lazily<LegalNames>
    let usedNames: Lazily<LegalNames>
    /// The facts that the plan or one of its scenarios states.
    let statedFacts: Lazily<Set<String>>
    /// Files of which a part of the front matter could not be read.
    let cutFiles: Set<FileID>

    init(
        _ outline: DeclaredSources, order: FileOrder, sources: SourceSet, folder: PlanFolder,
        rules: [any RuleDescription.Type], snippetsLeftOut: Set<Span> = []
    ) {
        self.outline = outline
        cutFiles = Set(outline.sources.lazy.filter(\.isCut).map(\.parsed.file))
        self.snippetsLeftOut = snippetsLeftOut
        self.order = order
        self.sources = sources
        self.folder = folder
        self.rules = rules
        var channelTypes: [String: ChannelType] = [:]
        var stageNames: [String: [String]] = [:]
        /// The value of a key, also where the key is written wrong, which is told where it stands.
        func value(_ key: String, in entries: [YAMLNode.Entry]) -> YAMLNode? {
            func means(_ written: String) -> Bool {
                AliasedNames.key(written, among: [key]) != nil || nearestName(to: written, among: [key]) != nil
            }
            return entries[key] ?? entries.first { means($0.key.value) }?.value
        }
        func stages(_ entries: [YAMLNode.Entry]) -> [String] {
            (value("stages", in: entries)?.list ?? []).compactMap { stage in
                value("name", in: stage.entries ?? [])?.scalar?.value
            }.map { Form.isID($0) ? $0 : Form.id(from: $0) ?? $0 }
        }
        for (entry, _) in outline.used { stageNames[entry.id] = stages(entry.entries) }
        for item in outline.items where item.isKept {
            switch item.reference.kind {
            case .channel:
                guard case .scalar(let type, _)? = item.entries["type"]?.content else { continue }
                channelTypes[item.reference.id] = ChannelType(rawValue: type)
            case .obligation: stageNames[item.reference.id] = stages(item.entries)
            default: break
            }
        }
        self.channelTypes = channelTypes
        self.stageNames = stageNames
        sourceByPath = outline.numbersByPath
        var entityOfSource = [EntityReference?](repeating: nil, count: outline.sources.count)
        for item in outline.items where item.isKept && !item.isRegistryEntry && item.reference.kind.hasID {
            entityOfSource[item.source] = item.reference
        }
        for (reference, indices) in outline.translations where reference.kind != .plan {
            for index in indices { entityOfSource[index] = reference }
        }
        self.entityOfSource = entityOfSource
        paths = Lazily { PathIndex(folder) }
        namedThings = Lazily { NamedThings(outline.items) }
        ownHeadings = Lazily { outline.ownHeadings }
        rolesOfHolders = Lazily { outline.rolesOfHolders }
        ownNames = Lazily {
            LegalNames(outline.items.filter { $0.reference.kind == .obligation }.map(\.entries))
        }
        usedNames = Lazily { LegalNames(outline.used.map { $0.0.entries }) }
        statedFacts = Lazily { outline.statedFacts }
        let declared = outline.declared
        let sortedIDs = EntityKind.all.map { kind in Lazily { declared.sortedIDs(kind) } }
        self.sortedIDs = sortedIDs
        channelNames = Lazily {
            ChannelType.allCases.map(\.rawValue) + sortedIDs[EntityKind.channel.place].value
        }
    }

    func ids(of kind: EntityKind) -> [String] { sortedIDs[kind.place].value }
}

/// What a pass finds, beside what it makes.
struct Found: Sendable {
    var findings: [Finding] = []
    /// What refers to what.
    var references: [TypedReference] = []
    /// Where the links of texts lead.
    var links = LinkTargets()
    /// Where texts show pictures.
    var pictures: [PictureUse] = []
    /// Which texts contain which snippets.
    var snippetUses: [SnippetUse] = []
    /// Keys of things that could not be understood.
    var unreadKeys: [EntityReference: Set<String>] = [:]
    /// The languages of texts in front matter.
    var texts = TextLanguages()
    /// The days on which something was done.
    var daysDone: [Located<CalendarDate>] = []
    /// Texts in which something is still to be written.
    var unfilled: [UnfilledValue] = []

    /// Takes over what other passes found, or pieces of one, in order.
    mutating func add(_ others: [Found]) {
        references = joined([references] + others.map(\.references))
        for other in others {
            findings += other.findings
            links.add(other.links)
            snippetUses += other.snippetUses
            pictures += other.pictures
            texts.add(other.texts)
            daysDone += other.daysDone
            unfilled += other.unfilled
            unreadKeys.merge(other.unreadKeys) { $0.union($1) }
        }
    }
}

/// Reads front matters and bodies by the facts of their plan, and remembers what it found: one for a pass, or for a piece
/// of one.
final class Binder {
    let facts: Facts
    var found = Found()
    var suggestions: Suggestions
    /// For each reference to nothing, what it most likely means.
    var meantTargets: [EntityReference: EntityReference?] = [:]
    /// How many findings are about what the plan can go on with all the same.
    var mendedCount = 0
    /// How many references lead to what may well be there, in a file that could not be read.
    var excusedCount = 0
    /// Where the words of steps begin of which it has been told that something is missing: of these no time is asked for.
    var untimedSteps: Set<Span> = []
    var anchorsByFile: [Int32: Anchors] = [:]
    /// Whether a thing in a file of its own is read, whose translations have titles of their own.
    var titlesAreInFiles = false
    /// The languages that texts of the thing that is read are printed in: the plan's, or a pack's own.
    lazy var textLocales = facts.outline.planLocales

    /// - Parameter pieces: among how many the work is divided.
    init(_ facts: Facts, of pieces: Int = 1) {
        self.facts = facts
        suggestions = pieces == 1 ? Suggestions() : Suggestions(sharedAmong: pieces)
    }

    var sources: SourceSet { facts.sources }
    var folder: PlanFolder { facts.folder }
    var outlined: [Source] { facts.outline.sources }
    var declared: Declarations { facts.outline.declared }
    var sourceByPath: [String: Int] { facts.sourceByPath }
    var translations: [EntityReference: [Int]] { facts.outline.translations }
    var planLocales: [Locale] { facts.outline.planLocales }
    var ownCallingCode: String? { facts.outline.ownCallingCode }
    var sourceLocale: Locale { facts.outline.sourceLocale }

    func report(_ finding: Finding) { found.findings.append(finding) }

    /// How many values the plan cannot go on with, so far.
    var unmendedCount: Int { found.findings.count - mendedCount + excusedCount }

    /// Notes that a key of a thing could not be understood.
    func noteUnread(_ key: String, of owner: EntityReference) { found.unreadKeys[owner, default: []].insert(key) }

    /// A piece of a scalar, by UTF-8 offsets in its text: exact where the text is in the source as it is.
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
