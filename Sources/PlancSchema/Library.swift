import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// The obligations that planc knows of itself, for plans to take by `uses`.
///
/// They are written in the plan language (the files of `Library`) in English, and read like any plan; each language's folder has
/// its translation of titles (context `obligation`) and of the words of the terms of the model. `Library/first-edition.md` holds the ids
/// of the first edition, which plans may go on using.
public struct Library: Sendable {
    /// An obligation as it is written there.
    public struct Entry: Sendable {
        public var id: String
        public var entries: [YAMLNode.Entry]
        /// Not law yet: it may be read about, and not used.
        public var isProposal: Bool
        /// The ids that take its place; of what is not replaced, none.
        public var successors: [String]
        /// An id of the first edition: it may be used all the same.
        public var isFirstEdition: Bool

        /// Whether a plan may take it.
        public var isUsable: Bool { !isProposal && (successors.isEmpty || isFirstEdition) }

        /// The names of its stages.
        public var stages: [String] { items(of: entries.value("stages")).compactMap { $0["name"]?.scalar?.value } }

        /// The title in English.
        public var title: String { entries.value("title")?.scalar?.value ?? id }

        /// What people call it in every language.
        public var titlePhrase: Phrase { Phrase(term: title, context: "obligation") }

        /// Its entries with its title in English and, of a plan's languages, in those that planc speaks.
        public func entries(in locales: [Locale]) -> [YAMLNode.Entry] {
            let languages = Language.all.filter { language in
                language == .english || locales.contains { $0.spoken == language }
            }
            return entries.map { entry in
                guard entry.key.value == "title", let text = entry.value.scalar else { return entry }
                let phrase = Phrase(term: text.value, context: "obligation")
                let versions = languages.map { language in
                    YAMLNode.Entry(
                        key: Located(language.tag, text.span),
                        value: YAMLNode(.scalar(phrase.text(language), isQuoted: true), text.span))
                }
                return YAMLNode.Entry(key: entry.key, value: YAMLNode(.mapping(versions), entry.value.span))
            }
        }
    }

    /// In the order written. An entry is read when somebody asks for it: a plan takes a few of many.
    private var written: [Lazily<Entry>] = []
    private var places: [String: Int] = [:]

    public static let builtIn: Library = {
        var library = Library()
        for file in files { library.add(file.bytes) }
        return library
    }()

    public var entries: [Entry] { written.map { withStagesOfBase($0.value) } }

    /// The files that it is written in.
    public static var files: [(name: String, bytes: [UInt8])] {
        [
            ("european-union.md", PackageResources.european_union_md), ("europe.md", PackageResources.europe_md),
            ("america.md", PackageResources.america_md), ("asia-pacific.md", PackageResources.asia_pacific_md),
            ("first-edition.md", PackageResources.first_edition_md),
        ]
    }

    /// The ids that a plan may use, in the order written; those of the first edition are accepted besides.
    public var ids: [String] { entries.filter { $0.isUsable && !$0.isFirstEdition }.map(\.id) }

    /// Those that are not law yet.
    public var proposals: [String] { entries.filter(\.isProposal).map(\.id) }

    /// The obligation of an id.
    public subscript(id: String) -> Entry? { places[id].map { withStagesOfBase(written[$0].value) } }

    /// Adds the obligations of a file: each begins with a line of its id alone, two blanks in.
    private mutating func add(_ bytes: [UInt8]) {
        var entry: (id: String, start: Int)?
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            defer { start = end + 1 }
            let isOver = entry != nil && bytes[start..<end].elementsEqual("---".utf8)
            guard isOver || Self.isStart(bytes[start..<end]) else { continue }
            if let (id, first) = entry {
                places[id] = written.count
                written.append(Lazily { [start] in Self.read(id, bytes[first..<start]) })
            }
            if isOver { return }
            entry = (String(decoding: bytes[start..<end].dropFirst(2).dropLast(), as: UTF8.self), start)
        }
    }

    private static func isStart(_ line: ArraySlice<UInt8>) -> Bool {
        let first = line.startIndex
        return line.count > 3 && line[first] == UInt8(ascii: " ") && line[first + 1] == UInt8(ascii: " ")
            && line[first + 2] != UInt8(ascii: " ") && line[first + 2] != UInt8(ascii: "#")
            && line.last == UInt8(ascii: ":")
    }

    private static func read(_ id: String, _ lines: ArraySlice<UInt8>) -> Entry {
        let key = EntityKind.obligation.registryKey
        let bytes =
            Array("---\nkind: \(key)\n\(key):\n".utf8) + lines + "---\n".utf8
        let node = parse(SourceFile(path: "library.md", bytes: bytes), id: FileID(0)).frontMatter?[key]?[id]
        let status = node?["status"]
        return Entry(
            id: id, entries: node?.entries ?? [],
            isProposal: status?["state"]?.scalar?.value == ObligationState.proposal.rawValue,
            successors: items(of: status?["by"]).compactMap { $0.scalar?.value },
            isFirstEdition: status?["kind"]?.scalar?.value == "first-edition")
    }

    /// An obligation that only says who is told (`due: {same-as: …}`) has the stages of its base, told by its own channel.
    private func withStagesOfBase(_ entry: Entry) -> Entry {
        guard let own = items(of: entry.entries.value("stages")).first,
            let base = own["due"]?["same-as"]?.scalar?.value,
            let stages = self[base]?.entries.value("stages")
        else { return entry }
        let channel = (own.entries ?? []).filter { $0.key.value == "channel" }
        let told = own["to"]?.scalar?.value
        let nodes = items(of: stages).map { stage -> YAMLNode in
            stage["to"]?.scalar?.value == told
                ? YAMLNode(.mapping((stage.entries ?? []) + channel), stage.span) : stage
        }
        var whole = entry
        whole.entries = entry.entries.map { entry in
            entry.key.value == "stages"
                ? YAMLNode.Entry(key: entry.key, value: YAMLNode(.sequence(nodes), stages.span)) : entry
        }
        return whole
    }
}

/// The values of a list; a value alone is a list of one.
private func items(of node: YAMLNode?) -> [YAMLNode] {
    guard let node else { return [] }
    if case .sequence(let nodes) = node.content { return nodes }
    return node.isAbsent ? [] : [node]
}

extension [YAMLNode.Entry] {
    fileprivate func value(_ key: String) -> YAMLNode? { first { $0.key.value == key }?.value }
}
