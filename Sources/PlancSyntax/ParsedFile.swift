import PlancDiagnostics
import PlancMarkup
import PlancSource

/// A value of a front matter with its place. Types come from the schema, never from YAML: a scalar is what was written.
public struct YAMLNode: Sendable {
    /// The three forms of YAML that the plan language has.
    public enum Content: Sendable {
        /// The text after YAML's own quoting and folding; `isQuoted` for `'…'`, `"…"`, `|` and `>`.
        case scalar(String, isQuoted: Bool)
        case mapping([Entry])
        case sequence([YAMLNode])
    }

    /// A key of a mapping and its value, each with its place.
    public struct Entry: Sendable {
        public var key: Located<String>
        public var value: YAMLNode

        public init(key: Located<String>, value: YAMLNode) {
            self.key = key
            self.value = value
        }
    }

    public var content: Content
    /// The value as written, quotes included; of an absent value (`key:`) the place after the colon.
    public var span: Span

    public init(_ content: Content, _ span: Span) {
        self.content = content
        self.span = span
    }

    /// nil for what was left out: `key:` with nothing, or a plain `~`/`null` is still text.
    public var isAbsent: Bool {
        if case .scalar(let text, let isQuoted) = content { text.isEmpty && !isQuoted } else { false }
    }

    /// `""`, or white space between quotation marks.
    public var isBlank: Bool {
        if case .scalar(let text, _) = content { text.allSatisfy(\.isWhitespace) } else { false }
    }

    /// Whether a scalar stands between quotation marks, or is a block.
    public var isQuoted: Bool { if case .scalar(_, let isQuoted) = content { isQuoted } else { false } }

    /// `{}`
    public var isEmptyMap: Bool {
        if case .mapping(let entries) = content { entries.isEmpty } else { false }
    }

    public var isEmptyList: Bool { if case .sequence(let nodes) = content { nodes.isEmpty } else { false } }

    public var scalar: Located<String>? {
        if case .scalar(let text, _) = content { Located(text, span) } else { nil }
    }

    public var entries: [Entry]? { if case .mapping(let entries) = content { entries } else { nil } }

    /// The value of a key; nil where there is none, or the node is no mapping.
    public subscript(key: String) -> YAMLNode? { entries?.first { $0.key.value == key }?.value }
}

/// All that one file says by itself: a value that depends on its bytes (and the id they are known by) alone. (A class only to
/// spare its copies.)
public final class ParsedFile: Sendable {
    public let file: FileID
    /// nil when the file has no front matter: then it is no source, and nothing else of it is read.
    public let frontMatter: YAMLNode?
    /// False when not all of the front matter could be read (a syntax error, a limit, what YAML has and planc has not):
    /// what seems to be missing may be in the part that was not understood, and deserves no finding of its own.
    public let isFrontMatterWhole: Bool
    /// Whether the file opens a front matter, read or not.
    public let isSource: Bool
    /// Between the two `---` lines.
    public let frontMatterSpan: Span
    public let bodySpan: Span
    public let blocks: [Block]
    /// What in the blocks names something elsewhere; links in the order of their numbers, the rest in no order.
    public let mentions: [Mention]
    /// In the front matter (`# planc: allow …`) and in the body, with what they cover.
    public let exceptions: [WrittenException]
    public let findings: [Finding]

    public init(
        file: FileID, frontMatter: YAMLNode?, isFrontMatterWhole: Bool = true, isSource: Bool? = nil,
        frontMatterSpan: Span, bodySpan: Span, blocks: [Block], mentions: [Mention] = [],
        exceptions: [WrittenException], findings: [Finding]
    ) {
        self.file = file
        self.frontMatter = frontMatter
        self.isFrontMatterWhole = isFrontMatterWhole
        self.isSource = isSource ?? (frontMatter != nil)
        self.frontMatterSpan = frontMatterSpan
        self.bodySpan = bodySpan
        self.blocks = blocks
        self.mentions = mentions
        self.exceptions = exceptions
        self.findings = findings
    }
}

/// A part of a body that leads elsewhere: all that binding must follow, so that it need not walk through the text.
public enum Mention: Sendable {
    case link(Link)
    /// A picture, and the whole of it.
    case image(Link, Span)
    case field(Placeholder)
    case snippet(Located<String>)
    /// The span covers the `@`.
    case role(Located<String>)
    indirect case directive(Directive)
}

/// `planc: allow rule: reason` as it stands in a file.
public struct WrittenException: Sendable {
    public var rule: Located<String>
    public var reason: String
    public var span: Span
    /// From the start of the next line of front matter (or key), or of the block that follows in the body, to its end.
    public var covers: Span

    public init(rule: Located<String>, reason: String, span: Span, covers: Span) {
        self.rule = rule
        self.reason = reason.trimmedToOneSpaceEach
        self.span = span
        self.covers = covers
    }
}
