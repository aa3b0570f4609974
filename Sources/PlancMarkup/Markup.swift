import PlancSource

/// A piece of running text.
public struct Inline: Sendable {
    /// The forms of running text.
    public enum Content: Sendable {
        case text(String)
        case code(String)
        case emphasis([Inline])
        case strong([Inline])
        /// `~~crossed out~~`
        case strikethrough([Inline])
        case link(Link)
        case image(Link)
        /// The end of a source line inside a paragraph.
        case softBreak
        /// A line break that the author asked for.
        case lineBreak
        /// `{{ field }}` or `{{ role.dircom.name }}`.
        indirect case placeholder(Placeholder)
        /// `{{> snippet }}`: the id and its own span.
        indirect case snippet(Located<String>)
        /// `@role`: the id (without `@`); the inline's span covers the `@`.
        case roleMention(String)
    }

    public var content: Content
    public var span: Span

    public init(_ content: Content, _ span: Span) {
        self.content = content
        self.span = span
    }
}

/// A link or a picture. (A class only to spare its copies.) Where it leads is for binding to find out: see `LinkTargets`.
public final class Link: Sendable {
    /// As written, percent-decoding and entities undone.
    public let destination: String
    public let destinationSpan: Span
    /// Of a picture, what stands below it; nil when there is nothing.
    public let title: String?
    public let children: [Inline]
    /// Which link of its file it is, counted from 0.
    public let number: Int32

    public init(
        destination: String, destinationSpan: Span, title: String? = nil, children: [Inline], number: Int32 = 0
    ) {
        self.destination = destination
        self.destinationSpan = destinationSpan
        self.title = title
        self.children = children
        self.number = number
    }

    /// The text of a link that shows its own address: `<https://…>`, `www.…`.
    public var ownAddress: String? {
        guard children.count == 1, case .text(let words) = children[0].content else { return nil }
        return destination == words || destination == "mailto:" + words || destination == "http://" + words
            ? words : nil
    }

    /// The same link around other text.
    public func with(_ children: [Inline]) -> Link {
        Link(
            destination: destination, destinationSpan: destinationSpan, title: title, children: children, number: number
        )
    }
}

/// Where a link leads.
public enum LinkTarget: Hashable, Sendable {
    /// Not bound, or broken (and then reported).
    case unresolved
    /// `https:`, `mailto:`, `tel:` …: leaves the plan on purpose.
    case external
    /// `#heading` of the same file.
    case anchor(String)
    case entity(EntityReference)
    /// A file of the plan that is no source (an image, a PDF): its path from the plan's folder.
    case file(String)
}

/// Where the links of texts lead: what binding found out, beside the texts. The same text may be bound in two plans, to
/// different things.
public struct LinkTargets: Sendable {
    /// By the numbers of the links of each file.
    private var files: [FileID: [LinkTarget]] = [:]

    public init() {}

    /// Where a link leads; one that nobody bound leads nowhere.
    public subscript(link: Link) -> LinkTarget {
        guard let targets = files[link.destinationSpan.file], targets.indices.contains(Int(link.number)) else {
            return .unresolved
        }
        return targets[Int(link.number)]
    }

    /// Says where the links of a file lead, in the order of their numbers.
    public mutating func set(_ targets: [LinkTarget], in file: FileID) { files[file] = targets }

    /// Takes over the links of other files.
    public mutating func add(_ others: LinkTargets) { files.merge(others.files) { _, new in new } }

    /// Makes room for the links of so many files.
    public mutating func reserve(_ count: Int) { files.reserveCapacity(count) }
}

/// `{{ name }}` with its name and where the name stands.
public struct Placeholder: Sendable {
    public var name: String
    public var nameSpan: Span

    public init(name: String, nameSpan: Span) {
        self.name = name
        self.nameSpan = nameSpan
    }

    /// Known when compiling (`plan.organisation`), not filled in on the day.
    public var isComputed: Bool { name.utf8.contains(UInt8(ascii: ".")) }
}

/// A block of a body.
public struct Block: Sendable {
    /// The forms of blocks.
    public enum Content: Sendable {
        case paragraph([Inline])
        case heading(level: Int, [Inline])
        indirect case list(List)
        case quote([Block])
        /// `> [!WARNING]`: a box that the forges set apart.
        case alert(Alert, [Block])
        indirect case code(language: String, text: String)
        indirect case table(Table)
        case rule
        /// `<!-- planc: … -->`; other comments and HTML leave no block.
        indirect case directive(Directive)
    }

    public var content: Content
    public var span: Span

    public init(_ content: Content, _ span: Span) {
        self.content = content
        self.span = span
    }
}

/// What a box set apart is for; the raw value is what stands in its mark.
public enum Alert: String, CaseIterable, Sendable { case note, tip, important, warning, caution }

/// Items, numbered or not.
public struct List: Sendable {
    public var isOrdered: Bool
    /// The number of the first item.
    public var start: Int
    public var isTight: Bool
    public var items: [Item]

    /// One item, with its blocks.
    public struct Item: Sendable {
        /// nil for a plain item, else whether the box of the task is ticked.
        public var task: Bool?
        public var blocks: [Block]
        public var span: Span

        public init(task: Bool?, blocks: [Block], span: Span) {
            self.task = task
            self.blocks = blocks
            self.span = span
        }
    }

    public init(isOrdered: Bool, start: Int, isTight: Bool, items: [Item]) {
        self.isOrdered = isOrdered
        self.start = start
        self.isTight = isTight
        self.items = items
    }
}

/// A table as GitHub Flavored Markdown has it.
public struct Table: Sendable {
    /// As the line below the header says.
    public enum Alignment: String, Sendable { case none, left, center, right }

    /// One cell, with its place.
    public struct Cell: Sendable {
        public var inlines: [Inline]
        public var span: Span

        public init(_ inlines: [Inline], _ span: Span) {
            self.inlines = inlines
            self.span = span
        }
    }

    public var alignments: [Alignment]
    public var header: [Cell]
    /// Each row has as many cells as the header.
    public var rows: [[Cell]]

    public init(alignments: [Alignment], header: [Cell], rows: [[Cell]]) {
        self.alignments = alignments
        self.header = header
        self.rows = rows
    }
}

/// A comment addressed to planc.
public enum Directive: Hashable, Sendable {
    /// `<!-- planc: covers advice -->`: the elements named, each with its span.
    case covers([Located<String>])
    /// `<!-- planc: allow rule: reason -->`
    case allow(rule: Located<String>, reason: String)
    /// `<!-- planc: … -->` with an unknown word.
    case unknown(Located<String>)
}
