import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// The obligations that planc knows of itself, for plans to take by `uses`.
///
/// They are written in the plan language (`Library/obligations.md` for what is law, `Library/proposals.md` for what is
/// not yet) in English, and read like any plan; each language's folder has its translation (context `obligation`).
public struct Library: Sendable {
    /// An obligation as it is written there.
    public struct Entry: Sendable {
        public var id: String
        public var entries: [YAMLNode.Entry]
        /// Not law yet: it may be read about, and not used.
        public var isProposal: Bool

        /// Its entries with its texts in English and, of a plan's languages, in those that planc speaks.
        public func entries(in locales: [Locale]) -> [YAMLNode.Entry] {
            let languages = Language.all.filter { language in
                language == .english || locales.contains { $0.spoken == language }
            }
            return entries.map { entry in
                guard Self.texts.contains(entry.key.value), let text = entry.value.scalar else { return entry }
                let phrase = Phrase(term: text.value, context: "obligation")
                let versions = languages.map { language in
                    YAMLNode.Entry(
                        key: Located(language.tag, text.span),
                        value: YAMLNode(.scalar(phrase.text(language), isQuoted: true), text.span))
                }
                return YAMLNode.Entry(key: entry.key, value: YAMLNode(.mapping(versions), entry.value.span))
            }
        }

        /// The keys whose values are said in every language.
        private static let texts: Set<String> = ["title", "authority", "law"]
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
