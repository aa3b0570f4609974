/// Where a reader without a network begins: everything of one locale, a touch away.
/// Every word in it is in the reader's language already.
public struct HomePage: Sendable {
    public var title: String
    /// BCP 47.
    public var locale: String
    public var classification: String?
    public var watermark: String?
    public var stamp: Document.Stamp
    public var words: Document.Words
    /// "Call first", over the callers.
    public var callersTitle: String
    /// Who is called before anything is read, in order.
    public var callers: [Caller]
    /// One a scenario, then the packs, then the files for other programs.
    public var groups: [Group]
    /// The home pages in the other languages.
    public var languages: [Language]

    public init(
        title: String, locale: String, classification: String? = nil, watermark: String? = nil, stamp: Document.Stamp,
        words: Document.Words, callersTitle: String, callers: [Caller], groups: [Group], languages: [Language] = []
    ) {
        self.title = title
        self.locale = locale
        self.classification = classification
        self.watermark = watermark
        self.stamp = stamp
        self.words = words
        self.callersTitle = callersTitle
        self.callers = callers
        self.groups = groups
        self.languages = languages
    }

    /// Whom to call first.
    public struct Caller: Sendable {
        /// The role: "Duty officer".
        public var title: String
        /// Who holds it, empty for a number that is nobody's own.
        public var name: String
        /// As shown, each with its `tel:` link.
        public var numbers: [Run]

        public init(title: String, name: String, numbers: [Run]) {
            self.title = title
            self.name = name
            self.numbers = numbers
        }
    }

    /// Things to read below one heading.
    public struct Group: Sendable {
        public var title: String
        public var items: [Item]
        /// What stands folded below the items: a heading ("One role at a time") and one's own sheets.
        public var foldedTitle: String
        public var folded: [Item]

        public init(title: String, items: [Item], foldedTitle: String = "", folded: [Item] = []) {
            self.title = title
            self.items = items
            self.foldedTitle = foldedTitle
            self.folded = folded
        }
    }

    /// One thing to read, in its formats; the first is the one to open on a phone.
    public struct Item: Sendable {
        public var title: String
        public var files: [File]

        public init(title: String, files: [File]) {
            self.title = title
            self.files = files
        }
    }

    /// One format of something to read.
    public struct File: Sendable {
        /// "PDF", "text"
        public var label: String
        /// From the locale's folder, with its extension: `checklists/rancongiciel.html`, `../plan.json`.
        public var path: String

        public init(label: String, path: String) {
            self.label = label
            self.path = path
        }
    }

    /// The same page in another language.
    public struct Language: Sendable {
        /// BCP 47.
        public var locale: String
        /// In its own language: "English".
        public var title: String
        /// From the locale's folder: `../en/index.html`.
        public var path: String

        public init(locale: String, title: String, path: String) {
            self.locale = locale
            self.title = title
            self.path = path
        }
    }
}
