import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// A source of the plan whose kind is known. (A class only to spare its copies: it never changes.)
final class Source: Sendable {
    let parsed: ParsedFile
    /// From the plan's folder.
    let path: String
    /// All of the path before its last slash.
    let folder: Substring
    let entries: [YAMLNode.Entry]
    let kind: Schema.FileKind
    let kindSpan: Span
    /// The file's name without `.md` and without the locale.
    let stem: String
    /// `en` of `premier-message.en.md`.
    let suffix: Locale?

    init(
        parsed: ParsedFile, path: String, entries: [YAMLNode.Entry], kind: Schema.FileKind, kindSpan: Span,
        stem: String,
        suffix: Locale?
    ) {
        self.parsed = parsed
        self.path = path
        folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
        self.entries = entries
        self.kind = kind
        self.kindSpan = kindSpan
        self.stem = stem
        self.suffix = suffix
    }

    subscript(key: String) -> YAMLNode? { entries[key] }

    /// Whether a registry holds nothing under its key, and nothing beside it that may be meant as its entries.
    var isEmptyRegistry: Bool {
        guard kind.isRegistry, !isCut, self[kind.name]?.holdsNothing ?? false else { return false }
        return entries.allSatisfy { $0.key.value == "kind" || $0.key.value == kind.name }
    }

    /// A word of the front matter that is read as it is written.
    func word(_ key: String) -> Located<String>? {
        guard let node = self[key], !node.isAbsent else { return nil }
        return node.scalar
    }

    /// A text of the front matter in one locale, as it is written: what a translation is stamped with.
    func text(_ key: String, _ locale: Locale) -> String {
        guard let node = self[key], !node.isAbsent else { return "" }
        if let text = node.scalar { return text.value }
        let versions: [LocalizedText.Version] = (node.entries ?? []).compactMap { entry in
            guard let locale = Locale(checking: entry.key.value), let text = entry.value.scalar else { return nil }
            return LocalizedText.Version(locale: locale, text: text)
        }
        return LocalizedText(versions).text(locale)
    }

    /// Whether a part of the front matter could not be read.
    var isCut: Bool { !parsed.isFrontMatterWhole }

    /// Whether the name of the file is not what it should be, which is reported.
    var isMisnamed: Bool {
        guard path.utf8.hasMarkdownEnding, Form.isID(stem) else { return true }
        let ending = (suffix.map { ".\($0.tag)" } ?? "") + ".md"
        return !path.hasSuffix(stem + ending)
    }

    /// The stem without what copying adds to a name: `message (1)`, `message - copy`, `Copy of message`.
    var plainStem: String {
        var stem = stem
        for beginning in ["Copy of ", "Copie de ", "Kopie von ", "~$"] where stem.hasPrefix(beginning) {
            stem.removeFirst(beginning.count)
        }
        while let last = stem.last, "0123456789()".contains(last), stem.contains("(") { stem.removeLast() }
        for ending in [" copy", " copie", " Kopie", " - copy", " - copie", " - Copy", " - Copie"]
        where stem.hasSuffix(ending) {
            stem.removeLast(ending.count)
        }
        return stem
    }

    /// Where a finding about the file as a whole stands: the value of `title`, else of `kind`.
    var nameSpan: Span {
        if let title = self["title"], !title.isAbsent {
            // Of a map, the first text: one line, not the whole of it.
            return title.entries?.first?.value.span ?? title.span
        }
        return kindSpan
    }
}

/// A thing of the plan as it was written: an entry of a registry, or the front matter of a file. (A class only to spare
/// its copies.)
final class Item: Sendable {
    let reference: EntityReference
    let entries: [YAMLNode.Entry]
    let nameSpan: Span
    let span: Span
    /// Of the source in `DeclaredSources.sources`.
    let source: Int
    let isRegistryEntry: Bool
    /// False for an entry that is no map: there is nothing to check in it.
    let isMap: Bool
    /// False for what has no good id, or another's: it is checked, and left out of the plan.
    let isKept: Bool

    init(
        reference: EntityReference, entries: [YAMLNode.Entry], nameSpan: Span, span: Span, source: Int,
        isRegistryEntry: Bool, isMap: Bool = true, isKept: Bool = true
    ) {
        self.reference = reference
        self.entries = entries
        self.nameSpan = nameSpan
        self.span = span
        self.source = source
        self.isRegistryEntry = isRegistryEntry
        self.isMap = isMap
        self.isKept = isKept
    }
}

extension Item {
    /// The same, left out of the plan.
    var leftOut: Item {
        Item(
            reference: reference, entries: entries, nameSpan: nameSpan, span: span, source: source,
            isRegistryEntry: isRegistryEntry, isMap: isMap, isKept: false)
    }
}

/// Every id of every kind, and where it was declared first.
struct Declarations: Sendable {
    private struct Place: Sendable {
        var span: Span
        /// Of a thing in a file of its own, the source in `DeclaredSources.sources`; else negative.
        var source: Int32
    }

    private var places: [[String: Place]] = Array(repeating: [:], count: EntityKind.allCases.count)
    /// Ids that are not well formed, with the ones that they were taken for.
    private var aliases: [EntityReference: String] = [:]
    /// Kinds of which a file could not be read: a reference to one of them may well be right.
    var incomplete: Set<EntityKind> = []
    /// Ids that files of an unknown kind may declare.
    var possible: Set<String> = []

    /// Makes room for the things of a kind that are about to be declared.
    mutating func reserve(_ count: Int, of kind: EntityKind) { places[kind.place].reserveCapacity(count) }

    /// Where the thing of an id was declared; nil for none.
    subscript(kind: EntityKind, id: String) -> Span? { places[kind.place][id]?.span }

    /// The id that a thing goes by whose own is not well formed.
    func alias(_ target: EntityReference) -> String? {
        aliases.isEmpty ? nil : aliases[EntityReference(target.kind, target.id)]
    }

    /// Whether a thing goes by an id that was made of one that is not well formed.
    func isAliased(_ kind: EntityKind, _ id: String) -> Bool {
        aliases.contains { $0.key.kind == kind && $0.value == id }
    }

    /// The one thing of a kind that goes by an id made of one which is not well formed, and has these words in it: `crisis lead` where
    /// `lead` is referred to.
    func misspelt(_ kind: EntityKind, with words: String) -> String? {
        if aliases.isEmpty || words.isEmpty { return nil }
        let near = Set(aliases.filter { $0.key.kind == kind && "-\($0.value)-".contains("-\(words)-") }.map(\.value))
        return near.count == 1 ? near.first : nil
    }

    var hasAliases: Bool { !aliases.isEmpty }

    /// Has references to an id that is not well formed lead to the thing all the same.
    mutating func declareAlias(_ kind: EntityKind, _ written: String, of id: String) {
        aliases[EntityReference(kind, written)] = id
    }

    /// The source of the thing of an id, where it has a file of its own.
    func source(of reference: EntityReference) -> Int? {
        guard let place = places[reference.kind.place][reference.id], place.source >= 0 else { return nil }
        return Int(place.source)
    }

    /// Declares a thing, in a source of its own or elsewhere; gives the place where its id was declared before.
    @discardableResult
    mutating func declare(_ kind: EntityKind, _ id: String, at span: Span, source: Int?) -> Span? {
        func put(_ known: inout Place?) -> Span? {
            if let known { return known.span }
            known = Place(span: span, source: Int32(source ?? -1))
            return nil
        }
        return put(&places[kind.place][id])
    }

    /// The ids of a kind in alphabetical order; sorted anew each time.
    func sortedIDs(_ kind: EntityKind) -> [String] { places[kind.place].keys.sorted() }
}
