/// A piece of a line of text.
public struct Run: Sendable, Hashable {
    /// The forms of words on a line.
    public enum Content: Sendable, Hashable {
        case text(String)
        /// A place to write by hand: what goes there, and how many characters of room it wants.
        case blank(label: String, width: Int)
        /// A box to tick.
        case tick
        case lineBreak
        /// On paper, words and the number of the page on which a heading of the document stands; in a text that of the line; nothing
        /// elsewhere. Of another document of the same build and locale, when that is named by its path without extension.
        case page(of: String, in: String? = nil, before: String)
        /// The digit or letter that stands on the edge of the pages of a part, in a frame.
        case tab(String)
    }

    public var content: Content
    public var style: Style
    public var link: Destination?
    /// What is found here.
    public var landmarks: [Landmark] = []

    public init(_ content: Content, _ style: Style = [], link: Destination? = nil) {
        self.content = content
        self.style = style
        self.link = link
    }

    /// The same in another style as well: what it leads to and what is found there stays.
    public func adding(_ style: Style) -> Run {
        var run = self
        run.style.formUnion(style)
        return run
    }

    /// Plain or styled words.
    public static func text(_ text: String, _ style: Style = [], link: Destination? = nil) -> Run {
        Run(.text(text), style, link: link)
    }

    /// How words are set apart from those around them.
    public struct Style: OptionSet, Sendable, Hashable {
        /// A bit for each style that is set.
        public let rawValue: UInt16

        public init(rawValue: UInt16) { self.rawValue = rawValue }

        public static let strong = Style(rawValue: 1)
        public static let emphasis = Style(rawValue: 2)
        /// To be read character by character: codes, addresses.
        public static let code = Style(rawValue: 4)
        /// Secondary: smaller, never lighter than legible.
        public static let small = Style(rawValue: 8)
        /// A number to dial: large, its groups never broken across lines.
        public static let phone = Style(rawValue: 16)
        /// A relative time, `T+15 min`: its digits line up.
        public static let time = Style(rawValue: 32)
        /// Not usable here: struck through, and said in words beside it.
        public static let struck = Style(rawValue: 64)
        /// Crossed out by the author: no longer true.
        public static let deleted = Style(rawValue: 256)
        /// A field's name in a message: to be replaced on the day.
        public static let field = Style(rawValue: 128)
        /// The one number that everything begins with: 24 points.
        public static let display = Style(rawValue: 512)
        /// Found at a glance: the numbers of deputies, the page of a scenario: 16 points.
        public static let large = Style(rawValue: 1024)
    }

    /// Where a link leads.
    public enum Destination: Sendable, Hashable {
        /// `https:`, `tel:`, `mailto:`.
        case uri(String)
        /// A heading's anchor in the same document.
        case anchor(String)
        /// Another document of the same build and locale, by its path without extension (`checklists/rancongiciel`), and an anchor in it.
        case document(String, anchor: String?)
    }
}

extension Sequence where Element == Run {
    /// The words alone; a blank gives its label in brackets.
    public var plainText: String {
        var text = ""
        for run in self {
            switch run.content {
            case .text(let words): text += words
            case .blank(let label, _): text += "[\(label)]"
            case .tick: text += "☐"
            case .lineBreak: text += "\n"
            case .page: break
            case .tab(let label): text += label
            }
        }
        return text
    }
}
