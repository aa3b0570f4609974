import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// What the files of a plan are, and which ids they declare: all that must be known before a reference can be followed.
struct DeclaredSources: Sendable {
    /// The plan's sources by path.
    var sources: [Source] = []
    /// What they declare, in the order of the sources.
    var items: [Item] = []
    var declared = Declarations()
    /// The translations of each thing that is in a file of its own, by path.
    var translations: [EntityReference: [Int]] = [:]
    /// Registries that only translate what another one begins with.
    var introductions: Set<Int> = []
    /// Translations of what is nowhere, and where that is reported.
    var orphans: [(reference: EntityReference, span: Span)] = []
    /// The place of `plan.md` among the sources.
    var planSource: Int?
    /// As `plan.md` says; empty when it does not.
    var planLocales: [Locale] = []
    /// Of the country whose numbers the plan may write without it.
    var ownCallingCode: String?
    /// What the plan takes from the library, and where it says so.
    var used: [(entry: Library.Entry, span: Span)] = []
    /// Files whose kind is not known.
    var unreadFiles: Set<FileID> = []

    var sourceLocale: Locale { planLocales.first ?? .english }
}

/// The declaration pass: what every file is, and which ids it declares.
///
/// - Parameter files: by path.
func declare(_ files: [(path: String, file: ParsedFile)], sources: SourceSet, folder: PlanFolder)
    -> (outline: DeclaredSources, findings: [Finding])
{
    let pass = DeclarationPass(files, sources: sources, folder: folder)
    pass.declare()
    return (pass.outline, pass.findings)
}

/// The work in hand of the declaration pass.
final class DeclarationPass {
    let sources: SourceSet
    let folder: PlanFolder
    var outline = DeclaredSources()
    var findings: [Finding] = []
    var suggestions = Suggestions()
    lazy var idWords = IDWords(sources)
    private let files: [(path: String, file: ParsedFile)]
    /// Files that are named after the plan's first language and translate another, which is reported.
    var misplacedTranslations: Set<Int> = []
    /// What each file says that it is, for those that do not say it.
    lazy var kindsByPath = Dictionary(
        files.compactMap { path, file in
            file.frontMatter?.entries?["kind"]?.scalar.map { (path, $0.value) }
        }, uniquingKeysWith: { first, _ in first })

    init(_ files: [(path: String, file: ParsedFile)], sources: SourceSet, folder: PlanFolder) {
        self.files = files
        self.sources = sources
        self.folder = folder
    }

    var outlined: [Source] { outline.sources }
    var planSource: Int? { outline.planSource }
    var planLocales: [Locale] { outline.planLocales }
    var sourceLocale: Locale { outline.sourceLocale }

    func report(_ finding: Finding) { findings.append(finding) }
}

extension DeclarationPass {
    fileprivate func declare() {
        outline.sources.reserveCapacity(files.count)
        for (path, file) in files {
            if let source = source(file, at: path) { outline.sources.append(source) }
        }
        reserveRoom()
        readPlanHeader()
        readNearSuffixes()
        settleFirstLanguage()
        var translated: [Int] = []
        var misnamed: [Int] = []
        for index in inOrderOfBirth() {
            let source = outlined[index]
            if misplacedTranslations.contains(index) { continue }
            if source.kind.isRegistry {
                if !declareIntroduction(index) { declareEntries(of: index) }
            } else if let suffix = source.suffix, planLocales.isEmpty || suffix != sourceLocale,
                source.kind.entity != .vocabulary
            {
                translated.append(index)
            } else if Form.isID(source.stem) {
                declareFile(index)
            } else {
                misnamed.append(index)
            }
        }
        // `first (1).md` is a copy of `first.md`, not the other way round.
        for index in misnamed { declareFile(index) }
        for index in translated { declareTranslation(index) }
        declareLibrary()
        reportCopies()
        // Files that hold things of their own come in the order of paths, translations after what they translate.
        outline.items.sort { $0.source == $1.source ? $0.nameSpan < $1.nameSpan : $0.source < $1.source }
    }

    /// Files that are the same to the byte under two names: a copy that was made to be changed, and was not. What is in it is done, or
    /// sent, twice.
    private func reportCopies() {
        var firsts: [String: Int] = [:]
        for (index, source) in outlined.enumerated()
        where !source.kind.isRegistry && source.suffix == nil && Form.isID(source.stem) {
            guard let title = source.word("title")?.value, source.parsed.bodySpan.range.count > 20 else { continue }
            let name = source.kind.name + ":" + title
            guard let first = firsts[name] else {
                firsts[name] = index
                continue
            }
            // With one id they are reported where the second is declared.
            if source.stem == outlined[first].stem || source["id"] != nil { continue }
            guard bytes(of: outlined[first]) == bytes(of: source) else { continue }
            // Copying makes names longer.
            let (one, other) = (outlined[first], source)
            let isFirst =
                (CopyNames.isCopy(one.path) ? 1 : 0, one.stem.count)
                <= (CopyNames.isCopy(other.path) ? 1 : 0, other.stem.count)
            let (copy, original) = isFirst ? (source, outlined[first]) : (outlined[first], source)
            report(DuplicateID.finding(copyAt: copy.nameSpan, path: original.path, first: original.nameSpan))
        }
    }

    /// The sources in the order in which they were likely made, so that of two with one id the copy is blamed: what is called a copy
    /// or lies deeper comes later, else they come by path.
    private func inOrderOfBirth() -> [Int] {
        let ranks = outlined.map { source in
            (CopyNames.isCopy(source.path) ? 1_000 : 0) + source.path.utf8.count { $0 == UInt8(ascii: "/") }
        }
        guard let first = ranks.first, ranks.contains(where: { $0 != first }) else { return Array(outlined.indices) }
        return outlined.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    }

    func bytes(of source: Source) -> [UInt8] { sources[source.parsed.bodySpan.file].bytes }

    /// Most things stand in files of their own: their tables are made in the size that they will have.
    private func reserveRoom() {
        var counts = [Int](repeating: 0, count: EntityKind.allCases.count)
        for source in outlined where !source.kind.isRegistry { counts[source.kind.entity.place] += 1 }
        for kind in EntityKind.allCases where counts[kind.place] > 0 {
            outline.declared.reserve(counts[kind.place], of: kind)
        }
        outline.items.reserveCapacity(outlined.count)
    }

    /// The name of a file without `.md`, and without the locale before it.
    static func stem(of path: String) -> (stem: String, suffix: Locale?) {
        var path = path
        return path.withUTF8 { bytes in
            var end = bytes.count
            var start = end
            while start > 0, bytes[start - 1] != UInt8(ascii: "/") { start -= 1 }
            let isDoubled = [".md.txt", ".md.text"].first {
                bytes[start..<end].suffix($0.utf8.count).elementsEqual($0.utf8)
            }
            if end >= 3, bytes[(end - 3)..<end].elementsEqual(".md".utf8) {
                end -= 3
            } else if let isDoubled {
                end -= isDoubled.utf8.count
            } else if bytes[start..<end].suffix(2).elementsEqual("md".utf8),
                !bytes[start..<end].contains(UInt8(ascii: "."))
            {
                end -= 2
            } else if let dot = bytes[start..<end].lastIndex(where: { ".,_".utf8.contains($0) }) {
                // A source by another ending: see `MisnamedSource`.
                end = dot
                // `fire.md.old`
                if bytes[start..<end].suffix(3).elementsEqual(".md".utf8) { end -= 3 }
            }
            func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
            if let dot = bytes[start..<end].lastIndex(of: UInt8(ascii: ".")),
                let locale = Locale(checking: text(dot + 1..<end))
            {
                return (text(start..<dot), locale)
            }
            return (text(start..<end), nil)
        }
    }

    /// The `---` that opens the front matter.
    func opening(of file: ParsedFile) -> Span {
        let bytes = sources[file.file].bytes
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return Span(file.file, start, min(start + 3, bytes.count))
    }

    /// A source whose front matter could not be read: what it would have declared is not missing because of its author.
    func noteUnread(_ file: ParsedFile) {
        guard file.isSource, !file.isFrontMatterWhole else { return }
        let bytes = sources[file.file].bytes
        let prefix = Array("kind:".utf8)
        for line in bytes.prefix(65_536).split(separator: UInt8(ascii: "\n")) where line.starts(with: prefix) {
            let value = String(decoding: line.dropFirst(prefix.count), as: UTF8.self)
            let name = value.split(whereSeparator: { " \t\r\"'#".contains($0) }).first.map(String.init) ?? ""
            if let schema = Schema[name] {
                outline.declared.incomplete.insert(schema.entity)
                return
            }
        }
        // It may declare anything.
        outline.unreadFiles.insert(file.file)
        outline.declared.incomplete.formUnion(EntityKind.allCases)
    }

    // MARK: The plan

    /// Files whose names nearly say a language of the plan: `message.EN.md`, `message_en.md`; `message-en.md` where the file says
    /// that it translates.
    private func readNearSuffixes() {
        for index in outlined.indices where !outlined[index].kind.isRegistry {
            let source = outlined[index]
            if Form.isID(source.stem), source["translates"] == nil { continue }
            guard source.suffix == nil, let (stem, locale) = Self.nearSuffix(source.stem), planLocales.contains(locale)
            else { continue }
            report(MisnamedSource.finding(stem: stem, locale: locale, at: opening(of: source.parsed)))
            outline.sources[index] = Source(
                parsed: source.parsed, path: source.path, entries: source.entries, kind: source.kind,
                kindSpan: source.kindSpan, stem: stem, suffix: locale)
        }
    }

    /// `message.EN`, `message_en`: what comes before, and the language.
    private static func nearSuffix(_ stem: String) -> (stem: String, locale: Locale)? {
        guard let mark = stem.lastIndex(where: { "._ ,-".contains($0) }) else { return nil }
        let before = String(stem[..<mark])
        guard Form.isID(before), let tag = Corrections.locale(String(stem[stem.index(after: mark)...])) else {
            return nil
        }
        return (before, Locale(tag))
    }

    private func readPlanHeader() {
        outline.planSource = outlined.firstIndex { $0.path == "plan.md" && $0.kind.entity == .plan }
        guard let planSource else {
            if let other = outlined.first(where: { $0.path == "plan.md" }) {
                report(MissingPlan.finding(otherKind: other.kind.name, at: other.kindSpan))
            }
            return
        }
        let names = Schema["plan"]?.keys.map(\.name) ?? []
        let entries = outlined[planSource].entries
        let node =
            entries["locales"]
            ?? entries.first { entry in
                !names.contains(entry.key.value)
                    && (AliasedNames.key(entry.key.value, among: names)
                        ?? suggestions.nearest(to: entry.key.value, among: names))
                        == "locales"
            }?.value
        let values: [YAMLNode]
        switch node?.content {
        case .sequence(let nodes)?: values = nodes
        case .scalar?: values = node.map { [$0] } ?? []
        default: values = []
        }
        for value in values {
            let locale = value.scalar.flatMap { text in
                Locale(checking: text.value) ?? Corrections.locale(text.value).map { Locale($0) }
            }
            if let locale, !planLocales.contains(locale) {
                outline.planLocales.append(locale)
            }
        }
        outline.ownCallingCode = WrittenForms.callingCode(
            timezone: outlined[planSource]["timezone"]?.scalar?.value ?? "", locale: sourceLocale)
    }
}
