import PlancMarkup
import PlancSource
import PlancSyntax

/// The obligations that planc knows of itself, for plans to take by `uses`.
///
/// They are written in the plan language (`Library/obligations.md` for what is law, `Library/proposals.md` for what is
/// not yet), and read like any plan.
public struct Library: Sendable {
    /// An obligation as it is written there.
    public struct Entry: Sendable {
        public var id: String
        public var entries: [YAMLNode.Entry]
        /// Not law yet: it may be read about, and not used.
        public var isProposal: Bool
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

    public subscript(id: String) -> Entry? { places[id].map { entries[$0] } }

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
