import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// A source of the plan whose kind is known. (A class only to spare its copies: it never changes.)
final class Source {
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

    /// Whether a part of the front matter could not be read.
    var isCut: Bool { !parsed.isFrontMatterWhole }

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
final class Item {
    let reference: EntityReference
    let entries: [YAMLNode.Entry]
    let nameSpan: Span
    let span: Span
    /// Of the source in `Binding.outlined`.
    let source: Int
    let isRegistryEntry: Bool
    /// False for an entry that is no map: there is nothing to check in it.
    let isMap: Bool
    /// False for what has no good id, or another's: it is checked, and left out of the plan.
    var isKept: Bool

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

/// Every id of every kind, and where it was declared first.
struct Declarations {
    private struct Place {
        var span: Span
        /// Of a thing in a file of its own, the source in `Binding.outlined`; else negative.
        var source: Int32
    }

    private var places: [[String: Place]] = Array(repeating: [:], count: EntityKind.allCases.count)
    private var sorted: [Int: [String]] = [:]
    /// Kinds of which a file could not be read: a reference to one of them may well be right.
    var incomplete: Set<EntityKind> = []
    /// Ids that files of an unknown kind may declare.
    var possible: Set<String> = []

    /// Makes room for the things of a kind that are about to be declared.
    mutating func reserve(_ count: Int, of kind: EntityKind) { places[kind.place].reserveCapacity(count) }

    /// Where the thing of an id was declared; nil for none.
    subscript(kind: EntityKind, id: String) -> Span? { places[kind.place][id]?.span }

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

    /// The ids of a kind in alphabetical order, so that a suggestion does not depend on the order of a dictionary.
    mutating func sortedIDs(_ kind: EntityKind) -> [String] {
        if let ids = sorted[kind.place], ids.count == places[kind.place].count { return ids }
        let ids = places[kind.place].keys.sorted()
        sorted[kind.place] = ids
        return ids
    }
}

extension EntityKind {
    /// Its place among all kinds.
    var place: Int {
        switch self {
        case .plan: 0
        case .person: 1
        case .role: 2
        case .channel: 3
        case .system: 4
        case .activity: 5
        case .audience: 6
        case .scenario: 7
        case .obligation: 8
        case .checklist: 9
        case .message: 10
        case .snippet: 11
        case .field: 12
        case .pack: 13
        case .drill: 14
        case .vocabulary: 15
        }
    }
}
