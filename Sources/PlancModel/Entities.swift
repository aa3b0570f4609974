import PlancMarkup
import PlancSource

/// A thing of the plan that has an id.
public protocol Entity: Sendable {
    static var kind: EntityKind { get }
    /// Where the things of the kind lie in a plan.
    static var place: EntityPlace<Self> { get }
    var id: String { get }
    var title: LocalizedText { get }
    /// Where a finding about the thing stands: its key in a registry, else the value of its `title`, else of `kind`.
    var nameSpan: Span { get }
    /// All that was written of it: the entry in a registry, the front matter of a file.
    var span: Span { get }
}

/// Where the things of a kind lie in a plan. (Two functions, as to make a key path costs more than to read a small plan's things.)
public struct EntityPlace<Value: Entity>: Sendable {
    public let get: @Sendable (Plan) -> Entities<Value>
    public let set: @Sendable (inout Plan, Entities<Value>) -> Void
}

/// The things of one kind in the order of the sources (path, then place), found by id.
public struct Entities<Value: Entity>: Sendable, RandomAccessCollection {
    private var values: [Value]
    private var places: [String: Int]

    public init(_ values: [Value] = []) {
        self.values = values
        places = Dictionary(values.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The thing of an id.
    public subscript(id: String) -> Value? { places[id].map { values[$0] } }
    /// The thing that a reference names.
    public subscript(reference: Reference) -> Value? { self[reference.id] }
    /// The thing at a place, in the order of the sources.
    public subscript(position: Int) -> Value { values[position] }
    /// The place of the first thing, always 0.
    public var startIndex: Int { 0 }
    /// The place after the last: how many things there are.
    public var endIndex: Int { values.count }
    /// The place of an id among the values.
    public func index(of id: String) -> Int? { places[id] }
    public var ids: [String] { values.map(\.id) }
}

/// Where the author wrote the id of another thing. Binding reports those that lead to nothing and leaves them out of
/// the plan, so every reference that the plan holds leads somewhere.
public struct Reference: Hashable, Sendable {
    public var id: String
    public var span: Span

    public init(_ id: String, _ span: Span) {
        self.id = id
        self.span = span
    }
}

/// A reference to a thing of any kind: `channel:sms-secours`.
public struct TypedReference: Hashable, Sendable {
    public var target: EntityReference
    public var span: Span

    public init(_ target: EntityReference, _ span: Span) {
        self.target = target
        self.span = span
    }
}

/// The text of a file in one locale. (A class only to spare its copies.)
public final class Body: Sendable {
    public let locale: Locale
    public let file: FileID
    public let blocks: [Block]
    /// From the first byte after the front matter to the end of the file.
    public let span: Span
    /// Where a finding about this text as a whole stands: the value of its file's `title`, else of `kind`.
    public let nameSpan: Span
    /// `translates:`, the content hash of the source that this text was made from; nil in a source, and when unstamped.
    public let translates: Located<String>?
    /// What the content hash is made of; nil of a text that was not read from a file.
    private let written: Written?

    /// A text as it was written: title and subject in its locale, and the file whose body it is.
    public struct Written: Sendable {
        public var title: String
        public var subject: String
        public var source: SourceFile

        public init(title: String, subject: String, source: SourceFile) {
            self.title = title
            self.subject = subject
            self.source = source
        }
    }

    /// The content hash of this text itself: what a translation of it must name. The first 12 hexadecimal digits of the
    /// SHA-256 of title, subject and text as they are read (`ReadText`), each ended by a NUL byte; empty of a text that was not
    /// read from a file. Made anew each time.
    public var contentHash: String {
        guard let written else { return "" }
        return PlancModel.contentHash(
            title: written.title.trimmedToOneSpaceEach, subject: written.subject.trimmedToOneSpaceEach,
            body: ReadText(blocks).bytes[...])
    }

    /// The same of the lines of the body without its comments: unlike the content hash, it holds whom mentions name and where links lead.
    var linesHash: String { linesHash(withComments: false) }

    /// What older stamps hold: the same of the lines of the body, with or without its comments.
    private func linesHash(withComments: Bool) -> String {
        guard let written else { return "" }
        let body = written.source.bytes[span.range.clamped(to: written.source.bytes.indices)]
        return PlancModel.contentHash(
            title: written.title.trimmedToOneSpaceEach, subject: written.subject.trimmedToOneSpaceEach,
            body: asRead(body, withComments: withComments)[...])
    }

    /// The same of every byte that was written: what older stamps hold.
    public var writtenHash: String {
        guard let written else { return "" }
        let bytes = written.source.bytes
        return PlancModel.contentHash(
            title: written.title, subject: written.subject, body: bytes[span.range.clamped(to: bytes.indices)])
    }

    /// Whether a translation was made from this text: its stamp is the content hash, or the first characters of it. An older stamp, which
    /// holds lines as they were written, fits as long as these stay as they were.
    public func isSource(ofStamp stamp: String) -> Bool {
        func isStamp(of hash: String) -> Bool { stamp == hash || (stamp.utf8.count >= 8 && hash.hasPrefix(stamp)) }
        return isStamp(of: contentHash) || isStamp(of: writtenHash) || isStamp(of: linesHash(withComments: false))
            || isStamp(of: linesHash(withComments: true))
    }

    /// The same of the text alone, whatever its title: two texts with one hash read alike.
    public var textHash: String {
        guard let written else { return "" }
        let bytes = written.source.bytes
        return PlancModel.contentHash(title: "", subject: "", body: bytes[span.range.clamped(to: bytes.indices)])
    }

    public init(
        locale: Locale, file: FileID, blocks: [Block], span: Span, nameSpan: Span, translates: Located<String>? = nil,
        written: Written? = nil
    ) {
        self.locale = locale
        self.file = file
        self.blocks = blocks
        self.span = span
        self.nameSpan = nameSpan
        self.translates = translates
        self.written = written
    }
}

/// The text of a thing in its locales; the first is the source of the others.
public struct LocalizedBody: Sendable {
    public var bodies: [Body]

    public init(_ bodies: [Body] = []) { self.bodies = bodies }

    public var isEmpty: Bool { bodies.allSatisfy { $0.blocks.isEmpty } }

    /// In the locale asked for, or the source.
    public func body(_ locale: Locale) -> Body? { bodies.first { $0.locale == locale } ?? bodies.first }
    /// The text in a locale, and in no other.
    public func exactly(_ locale: Locale) -> Body? { bodies.first { $0.locale == locale } }
}

/// `depends-on`: all of its members are needed; a member may be a redundancy of which one is enough.
public enum Dependency: Sendable {
    case system(Reference)
    case anyOf([Reference], Span)

    public var references: [Reference] {
        switch self {
        case .system(let reference): [reference]
        case .anyOf(let references, _): references
        }
    }
}
