/// The first leaf of a pack: what is read by whoever opens it, before anything is known.
///
/// It never flows over: `versions` hold the same facts for ever less room, and the first whose pages fit is printed. Formats
/// without pages show the first of all.
public struct FrontLeaf: Sendable, Equatable {
    /// The leaf with some of its facts moved elsewhere.
    public struct Version: Sendable, Equatable {
        /// The front, the back, and those of a second leaf if there is one.
        public var pages: [[Block]]
        /// What the reader is told of facts that moved elsewhere: "Signs: first page of each scenario".
        public var retreats: [String]
        /// Distances between blocks are two thirds of what they are elsewhere.
        public var isClose: Bool

        public init(pages: [[Block]], retreats: [String] = [], isClose: Bool = false) {
            self.pages = pages
            self.retreats = retreats
            self.isClose = isClose
        }
    }

    public var versions: [Version]

    /// All that it says, one below the other, where there are no pages to turn.
    public var whole: [Block]

    /// - Parameter whole: nil: the pages of the first version.
    public init(versions: [Version], whole: [Block]? = nil) {
        self.versions = versions
        self.whole = whole ?? versions.first.map { Array($0.pages.joined()) } ?? []
    }
}

/// What stands on the outer edge of pages, where a thumb finds it: one mark for each part of a pack, always at one height.
public struct Edge: Sendable, Equatable {
    /// The mark of one part of the pack.
    public struct Tab: Sendable, Equatable {
        /// A digit or a letter.
        public var label: String
        /// Set beside it, turned, where there is room for all of it.
        public var title: String
        /// The heading that begins the part.
        public var anchor: String
        /// From the top of the edge, from 0.
        public var slot: Int
        /// Black with a white digit: a scenario. Else an outline: a part that all of them share.
        public var isSolid: Bool

        public init(label: String, title: String, anchor: String, slot: Int, isSolid: Bool) {
            self.label = label
            self.title = title
            self.anchor = anchor
            self.slot = slot
            self.isSolid = isSolid
        }
    }

    /// How many tabs the edge has room for, those of other packs included.
    public var slots: Int
    /// How many of them, at the foot, are for what scenarios share: their names are short.
    public var shared: Int
    public var tabs: [Tab]
    /// The headings of what belongs to no part any more.
    public var ends: Set<String>
    /// Whether pages are printed on both sides of a leaf: those on the left have their tabs on the left.
    public var isTwoSided: Bool
    /// Whether lines show where the edge is cut in steps.
    public var isCut: Bool
    /// "Notes", on a page that is there so that a part opens on its side.
    public var notes: String

    public init(
        slots: Int, shared: Int = 0, tabs: [Tab], ends: Set<String> = [], isTwoSided: Bool = false, isCut: Bool = false,
        notes: String = ""
    ) {
        self.slots = slots
        self.shared = shared
        self.tabs = tabs
        self.ends = ends
        self.isTwoSided = isTwoSided
        self.isCut = isCut
        self.notes = notes
    }
}
