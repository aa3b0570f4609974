import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// The obligations that planc knows of itself, for plans to take by `uses`.
///
/// They are written in the plan language (`Library/obligations.md` for what is law, `Library/proposals.md` for what is
/// not yet), and read like any plan.
public struct Library: Sendable {
    /// An obligation as it is written there.
    struct Entry: Sendable {
        var id: String
        var entries: [YAMLNode.Entry]
        /// Not law yet: it may be read about, and not used.
        var isProposal: Bool
    }

    private(set) var entries: [Entry] = []
    private var places: [String: Int] = [:]

    public static let builtIn: Library = {
        var library = Library()
        library.read(PackageResources.obligations_md, isProposal: false)
        library.read(PackageResources.proposals_md, isProposal: true)
        return library
    }()

    /// The ids that a plan may use, in the order written.
    public var ids: [String] { entries.filter { !$0.isProposal }.map(\.id) }

    /// Those that are not law yet.
    public var proposals: [String] { entries.filter(\.isProposal).map(\.id) }

    subscript(id: String) -> Entry? { places[id].map { entries[$0] } }

    private mutating func read(_ bytes: [UInt8], isProposal: Bool) {
        let parsed = parse(SourceFile(path: "library.md", bytes: bytes), id: FileID(0))
        for entry in parsed.frontMatter?[EntityKind.obligation.registryKey]?.entries ?? [] {
            let status = entry.value["status"]?.scalar?.value
            places[entry.key.value] = entries.count
            entries.append(
                Entry(
                    id: entry.key.value, entries: entry.value.entries ?? [],
                    isProposal: isProposal || status == "proposed"))
        }
    }
}

extension Binding {
    /// The names under `uses` in `plan.md`, with their places.
    var uses: [Located<String>] {
        guard let planSource, let node = outlined[planSource]["uses"] else { return [] }
        return node.list.compactMap(\.scalar)
    }

    /// Declares what the plan takes from the library; an obligation of its own with the same id stands instead.
    func declareLibrary() {
        for name in uses {
            guard let entry = Library.builtIn[name.value], !entry.isProposal, declared[.obligation, name.value] == nil
            else {
                continue
            }
            declared.declare(.obligation, name.value, at: name.span, source: nil)
            used.append((entry, name.span))
        }
    }

    func checkUses(_ name: Located<String>) {
        let library = Library.builtIn
        if let entry = library[name.value] {
            if entry.isProposal { report(UnknownObligation.finding(proposal: name)) }
            return
        }
        let near = suggestions.nearest(to: name.value, among: library.ids)
        report(UnknownObligation.finding(notInLibrary: name, nearest: near, known: library.ids))
    }

    /// What to say of an obligation that is not in the plan but could be.
    func libraryHelp(_ id: String) -> Phrase? {
        guard let entry = Library.builtIn[id] else { return nil }
        return entry.isProposal
            ? UnknownObligation.proposalHelp
            : Phrase(
                "planc's library has it: add '{id}' to 'uses' in plan.md", ["id": id])
    }

    /// The names of the stages of an obligation, its own or a built-in one.
    func stageNames(_ obligation: String) -> [String] {
        if let names = stageNamesByObligation[obligation] { return names }
        let entries =
            obligationEntries[obligation] ?? used.first { $0.entry.id == obligation }?.entry.entries ?? []
        let stages = entries["stages"]?.list ?? []
        let names = stages.compactMap { $0["name"]?.scalar?.value }
        stageNamesByObligation[obligation] = names
        return names
    }
}
