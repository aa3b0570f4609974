/// One thing to print, free of any format: what it says, in which order, and how the parts relate.
/// Every word in it is in the reader's language already: emitters add none of their own.
public struct Document: Sendable, Equatable {
    /// Lower case, unique in a build and a locale: the stem of its files (`rancongiciel--dircom`).
    public var id: String
    public var title: String
    /// When to use this sheet, for whom: one or two lines under the title.
    public var purpose: [Run]
    /// BCP 47.
    public var locale: String
    /// `TLP:AMBER`, on every page.
    public var classification: String?
    /// Printed large on every page: DRAFT, EXERCISE.
    public var watermark: String?
    /// What a torn-out page must still say.
    public var stamp: Stamp
    public var paper: Paper
    public var isLargePrint: Bool
    /// Words of the page furniture.
    public var words: Words
    /// Tabs on the outer edge; nil for a document without parts.
    public var edge: Edge?
    public var blocks: [Block]

    public init(
        id: String, title: String, purpose: [Run] = [], locale: String, classification: String? = nil,
        watermark: String? = nil, stamp: Stamp, paper: Paper = .a4, isLargePrint: Bool = false, words: Words,
        blocks: [Block]
    ) {
        self.id = id
        self.title = title
        self.purpose = purpose
        self.locale = locale
        self.classification = classification
        self.watermark = watermark
        self.stamp = stamp
        self.paper = paper
        self.isLargePrint = isLargePrint
        self.words = words
        self.blocks = blocks
    }

    /// Where the document comes from.
    public struct Stamp: Sendable, Equatable {
        public var organisation: String
        public var plan: String
        /// "version 2.3"
        public var version: String
        /// The plan's date as the reader writes dates, and in ISO 8601 for metadata.
        public var date: String
        public var isoDate: String
        /// A commit or other text given with `--revision`.
        public var revision: String?
        /// "copy 3 of 12 – reception, Lyon"
        public var copy: String?

        public init(
            organisation: String, plan: String, version: String, date: String, isoDate: String, revision: String? = nil,
            copy: String? = nil
        ) {
            self.organisation = organisation
            self.plan = plan
            self.version = version
            self.date = date
            self.isoDate = isoDate
            self.revision = revision
            self.copy = copy
        }
    }

    /// Sizes of paper.
    public enum Paper: String, Sendable { case a4, letter }

    /// The few words that emitters need, in the reader's language.
    public struct Words: Sendable, Equatable {
        /// "page {0} of {1}"
        public var pageOf: String
        /// "continued on the next page"
        public var continues: String
        /// "continued"
        public var continued: String
        public var contents: String
        /// "done at"
        public var doneAt: String
        /// "copy", the button that copies a text
        public var copyText: String
        /// "print"
        public var print: String
        /// "back to the contents"
        public var home: String
        /// Headers of a table of steps: when, who, what.
        public var when: String
        public var who: String
        public var what: String
        /// "skip to the content"
        public var skip: String
        /// "copied", said when a text has been copied
        public var copied: String
        /// Between a label and what it is the label of.
        public var colon: String
        /// "p. ", before the number of a page.
        public var pageShort: String
        /// "line ", before the number of a line of a text.
        public var line: String

        public init(
            pageOf: String, continues: String, continued: String, contents: String, doneAt: String, copyText: String,
            print: String, home: String, when: String, who: String, what: String, skip: String = "",
            copied: String = "", colon: String = ": ", pageShort: String = "p.\u{A0}",
            line: String = "line\u{A0}"
        ) {
            self.pageOf = pageOf
            self.continues = continues
            self.continued = continued
            self.contents = contents
            self.doneAt = doneAt
            self.copyText = copyText
            self.print = print
            self.home = home
            self.when = when
            self.who = who
            self.what = what
            self.skip = skip
            self.copied = copied
            self.colon = colon
            self.pageShort = pageShort
            self.line = line
        }
    }
}
