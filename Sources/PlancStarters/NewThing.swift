import PlancBind
import PlancDiagnostics
import PlancDriver
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// A thing that a plan does not have yet, to be written from the schema.
public struct NewThing: Sendable {
    public var kind: EntityKind
    public var id: String
    /// As people call it; made of the id when left out.
    public var title: String?
    public var today: CalendarDate

    public init(kind: EntityKind, id: String, title: String?, today: CalendarDate) {
        self.kind = kind
        self.id = id
        self.title = title
        self.today = today
    }

    /// The file that holds it, whole.
    public struct Made: Sendable {
        /// As the sources' paths are: relative to the working folder.
        public var path: String
        /// All that the file is to hold, in bytes.
        public var bytes: [UInt8]
        /// What the file held; nil for a new one.
        public var before: [UInt8]?
        /// An entry was added to a registry that is there already.
        public var isAppended: Bool
    }

    /// Why a thing cannot be written.
    public enum Fault: Error, Sendable, Hashable {
        /// With the id that the words would give.
        case malformedID(likely: String?)
        /// The name of its file, or of what planc writes for it, is something else's.
        case reserved(ReservedName)
        /// The place of the thing that has the id.
        case taken(String)
        /// It needs one of a kind that the plan has none of.
        case needs(EntityKind)
        /// The file it would stand in is there and is something else.
        case occupied(String)
        /// A registry whose entries are not written one below the other.
        case cannotAppend(String)
    }

    /// Makes it for the plan of a folder, the way the plan keeps such things: a file of its own, or a line of a registry.
    public func make(in folder: Loaded.BoundFolder, of plan: Plan, sources: SourceSet, world: some World) throws(Fault)
        -> Made
    {
        guard isID(id) else { throw .malformedID(likely: Form.id(from: id)) }
        if let reserved = ReservedName(outputOf: kind, id: id) { throw .reserved(reserved) }
        if let other = plan.entities(of: kind).first(where: { $0.id == id }) {
            throw .taken(sources[other.nameSpan.file].path)
        }
        let writer = EntryWriter(plan: plan, thing: self)
        let registry = kind.standsInRegistry ? registry(of: plan, folder, sources) : nil
        if kind.standsAlone, registry == nil, kind != .role || !plan.roles.isEmpty {
            if let reserved = ReservedName(sourceOf: kind, id: id) { throw .reserved(reserved) }
            let path = newPath(in: plan, folder.folder, sources)
            guard world.kind(of: path) == nil else { throw .occupied(path) }
            return Made(path: path, bytes: Array(try writer.file().utf8), isAppended: false)
        }
        if let registry {
            let source = sources[registry]
            guard let bytes = appended(try writer.entry(), to: source.bytes, key: kind.registryKey),
                holds(bytes, source.path)
            else {
                throw .cannotAppend(source.path)
            }
            return Made(path: source.path, bytes: bytes, before: source.bytes, isAppended: true)
        }
        let path = Path.join(folder.folder, "\(kind.registryKey).md")
        guard world.kind(of: path) == nil else { throw .occupied(path) }
        let entry = try writer.entry().map { "  " + $0 + "\n" }.joined()
        return Made(
            path: path, bytes: Array("---\nkind: \(kind.registryKey)\n\(kind.registryKey):\n\(entry)---\n".utf8),
            isAppended: false)
    }

    /// Beside the first thing of its kind, else in a folder named like the kind.
    private func newPath(in plan: Plan, _ folder: String, _ sources: SourceSet) -> String {
        // What comes from planc's library stands in `plan.md`.
        if let first = plan.entities(of: kind).first(where: { $0.nameSpan.file != plan.info.nameSpan.file }) {
            return Path.join(Path.folder(sources[first.nameSpan.file].path), "\(id).md")
        }
        return Path.join(folder, "\(kind.registryKey)/\(id).md")
    }

    /// The first registry of the kind in the plan's folder; a translation of what one begins with holds no entries.
    private func registry(of plan: Plan, _ folder: Loaded.BoundFolder, _ sources: SourceSet) -> FileID? {
        let texts = plan.introductions.filter { $0.body.locale != plan.sourceLocale }.map(\.body.file)
        return folder.files.first { file in
            let front = parse(sources[file], id: FileID(0)).frontMatter
            return front?["kind"]?.scalar?.value == kind.registryKey
                && (front?[kind.registryKey] != nil || !texts.contains(file))
        }
    }

    /// That what was appended reads as an entry of the registry.
    private func holds(_ bytes: [UInt8], _ path: String) -> Bool {
        let parsed = parse(SourceFile(path: path, bytes: bytes), id: FileID(0))
        return parsed.isFrontMatterWhole && parsed.frontMatter?[kind.registryKey]?[id] != nil
    }
}

/// `[a-z0-9]+(-[a-z0-9]+)*`
private func isID(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
}
